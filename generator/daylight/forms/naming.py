"""Finds the record that a person names: by its key, its name, another name of it, or its reference; and keys for new ones."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from daylight.findings import close
from daylight.read import LONGEST, slug
from daylight.record import Record
from daylight.site import Site

_KEY_AFTER = re.compile(r".*\(([a-z0-9-]+)\)", re.DOTALL)
_COMMON = 0.5  # the share of keys from which on what they begin with is how the office begins them


def find(site: Site, kind: str, text: str) -> list[Record]:
    """The records of a kind that a text may mean: one where it is sure, several where only their keys tell them apart."""
    after = _KEY_AFTER.fullmatch(text)
    for key in (text.strip(), after[1] if after else ""):
        if record := site.get(kind, key):
            return [record]
    wanted = plain(text)
    return [record for record in site.all(kind) if wanted and wanted in map(plain, _names(site, record))]


def nearly(site: Site, kind: str, text: str) -> Record | None:
    """The one record whose name is nearly a text, as after a slip; None where there is none."""
    names = {plain(name): record for record in site.all(kind) for name in _names(site, record)}
    near = close(plain(text), names)
    return names[near] if near else None


def inside(site: Site, kind: str, text: str) -> list[str]:
    """The keys of the records that a text names beside each other, as "One, Two and Three" does; none where it is not so."""
    left, found = f" {plain(text)} ", []
    names = {plain(name): record.key for record in site.all(kind) for name in _names(site, record)}
    for name in sorted(filter(None, names), key=len, reverse=True):
        if f" {name} " in left:
            left = left.replace(f" {name} ", "  ", 1)
            found.append(names[name])
    return sorted(found) if len(found) > 1 and set(left.split()) <= {"and"} else []


def _names(site: Site, record: Record) -> Iterator[str]:
    """What a record is called: its name, its other names, its reference."""
    yield site.label(record)
    yield from (row.get("name", "") for row in record.rows("names"))
    if "reference" in record.values:
        yield record.values["reference"]


def plain(text: str) -> str:
    """A name or reference without what two ways of writing it differ in: capitals, signs, noughts before numbers, "the"."""
    said = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("'", "").replace("’", "")
    words = re.findall(r"[^\W\d_]+|\d+", said)
    return " ".join(word.lstrip("0") or "0" for word in words if word != "the")


def key_of_form(site: Site, kind: str, day: str, number: int) -> str:
    """The key of the record that the form of an issue is about, like sy-2026-f012: how the office begins its keys, the year in
    which the form was sent, and the number of the issue. It stays the same however often the form is edited."""
    return "-".join(filter(None, (prefix(site, kind), day[:4], f"f{number:03d}")))


def prefix(site: Site, kind: str) -> str:
    """What most keys of a kind begin with, such as sy; those of decisions and opportunities where a kind has none."""
    for of in (kind, "award", "decision", "opportunity"):
        begins = Counter(key.partition("-")[0] for key in site.records[of] if "-" in key)
        if begins and (most := begins.most_common(1)[0])[1] > _COMMON * len(site.records[of]):
            return most[0]
    return ""


def key_of_name(site: Site, kind: str, name: str) -> str:
    """A key made of a name, that no record of the kind has; '' where the name has no letter of the alphabet."""
    key = slug(name, LONGEST - 3)
    taken = (f"{key}-{n}" for n in range(2, len(site.records[kind]) + 3))
    return next((k for k in (key, *taken) if k not in site.records[kind]), "") if key else ""
