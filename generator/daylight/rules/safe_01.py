"""SAFE-01: an award for people in danger tells no place finer than the whole force area."""

import re
from collections.abc import Iterator, Mapping

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.sensitive import award_of, sensitive
from daylight.site import Site

OF = ("award", "organisation")
PUBLIC = frozenset({"local_authority", "police", "nhs", "probation", "fire", "government", "university"})
_WIDER = re.compile(r"(?:north|south|east|west|midlands|and|[ -])*(?:england|wales|britain|uk|united kingdom)|national(?:ly)?")
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = frozenset({"all", "across", "and", "area", "county", "force", "of", "police", "the", "whole"})


def check(site: Site, record: Record) -> Iterator[Finding]:
    """For people in danger of abuse, slavery, stalking and the like a district tells too much (Order 2011, article 2(2)(b)).

    Town halls and police stations are no secret: public bodies keep their town. What an award itself says to be published by
    county only is held to that too.
    """
    if record.kind == "organisation":
        if "town" in record.values and not is_public(record) and (award := award_of(site, record)):
            yield finding("SAFE-01", "town", record.path, record.line_of("town"), of="town", award=award.key)
        return
    danger = sensitive(site, record)
    if danger and record.get("geo_policy") != "county":
        yield finding("SAFE-01", "policy", record.path, record.line_of("geo_policy"), of="geo_policy")
    if danger or record.get("geo_policy") == "county":
        for row in record.rows("areas") if record.children else ():
            if (area := site.get("area", row.get("area"))) and area.get("kind") != "force_area":
                yield finding("SAFE-01", "area", row.path, row.line_of("area"), of="area")
        area = site.publisher.get("area_name")  # without it, its record is wrong, and nothing is published
        if area and "area_as_published" in record.values and not is_wide(site.publisher, record.values["area_as_published"]):
            line = record.line_of("area_as_published")
            yield finding("SAFE-01", "served", record.path, line, of="area_as_published", area=area)


def is_public(organisation: Record) -> bool:
    """Whether a body is one whose place is no secret."""
    return organisation.get("legal_form") in ("public_body", "local_authority") or organisation.get("sector") in PUBLIC


def is_wide(publisher: Record | Mapping[str, str], area: str) -> bool:
    """Whether a text names the whole force area of a publisher, or more, and nothing besides."""
    plain = area.casefold()
    if _WIDER.fullmatch(plain):
        return True
    names = [publisher.get(name, "").casefold() for name in ("short_name", "area_name")]
    if not any(name and name in plain for name in names):
        return False
    return set(_WORD.findall(plain)) <= _WHOLE.union(*(_WORD.findall(name) for name in names))
