"""SAFE-04: no release tells more of the places of an award than the award may now, and no award more than the last release."""

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from daylight.derived import recipients, withheld
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.safe_01 import is_public, is_wide
from daylight.rules.sensitive import sensitive
from daylight.site import Site

PLACES = frozenset({"areas", "area_as_published"})
KEPT = 100  # releases that are not read again, as long as their sums are the same


class Told(NamedTuple):
    """What a release tells: its awards; those of which it names a part of a force area, or words that may be less than the
    whole one; those whose places it tells by county only; and the organisations that have a town."""

    awards: frozenset[str]
    finer: frozenset[str]
    county: frozenset[str]
    towns: frozenset[str]


def check_site(site: Site) -> Iterator[Finding]:
    """What was told once stays known, and two releases side by side tell what neither does alone (safeguarding).

    An award for people in danger, or one that asks for it, tells the whole force area only. If a release told more of it, that
    is an incident. And what the last release told by county only is not told more finely after it.
    """
    told = {release.day: _told(release.folder, release.seal()) for release in site.releases}
    for award in site.all("award") if told else ():
        last = site.releases[-1].day
        if _is_guarded(site, award):
            if days := [day for day, of in told.items() if _is_finer(site, award, of)]:
                yield _finding("finer", award, days=", ".join(days))
        elif award.key in told[last].county and "geo_policy" not in award.doubted:
            yield _finding("coarser", award, day=last)


def _is_guarded(site: Site, award: Record) -> bool:
    """Whether an award may tell no place but the whole force area. SAFE-01 has those for people in danger say so."""
    withholds = award.rows("withholdings") and not PLACES.isdisjoint(withheld(site, award))
    return award.get("geo_policy") == "county" or bool(withholds)


def _is_finer(site: Site, award: Record, of: Told) -> bool:
    """Whether a release tells more of the places of an award: in the award itself, or by the town of who receives it."""
    if award.key in of.finer:
        return True
    if award.key not in of.awards or not sensitive(site, award):
        return False
    return any(body.key in of.towns and not is_public(body) for body in recipients(site, award))


@lru_cache(maxsize=KEPT)
def _told(folder: Path, seal: str) -> Told:
    """What a release tells, whose list of sums has the hash `seal`. A release never changes: REL-01 makes sure of it."""
    names = ("short_name", "area_name")
    office = next((dict(zip(names, cells, strict=True)) for cells in _cells(folder / "publisher.csv", *names)), {})
    awards = list(_cells(folder / "awards.csv", "key", "geo_policy", "area_as_published"))
    whole = {key for key, kind in _cells(folder / "areas.csv", "key", "kind") if kind == "force_area"}
    parts = {award for award, area in _cells(folder / "award-areas.csv", "award", "area") if area not in whole}
    return Told(
        frozenset(key for key, _policy, _area in awards),
        frozenset(parts.union(key for key, _policy, area in awards if area and not is_wide(office, area))),
        frozenset(key for key, policy, _area in awards if policy == "county"),
        frozenset(key for key, town in _cells(folder / "organisations.csv", "key", "town") if town),
    )


def _cells(file: Path, *names: str) -> Iterator[list[str]]:
    """Some cells of each row of a table, '' where it has no such column. A table that is not there has no rows."""
    if not file.is_file():
        return
    lines = csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""))
    heads = next(lines, [])
    places = [heads.index(name) if name in heads else None for name in names]
    for line in lines:
        yield ["" if place is None else line[place] for place in places]


def _finding(what: str, award: Record, **facts: str) -> Finding:
    return finding("SAFE-04", what, award.path, award.line_of("geo_policy"), **facts)
