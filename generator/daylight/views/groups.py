"""Records of a register under headings: by financial year, or by the first letter of their names."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from string import ascii_uppercase

from daylight.counted import countable
from daylight.derived import derived
from daylight.keeping import kept_of
from daylight.record import Record
from daylight.site import Site
from daylight.words import _


def total(awards: list[Record]) -> Decimal:
    """The sum of what may be added up."""
    return sum((a for r in awards if (a := countable(r)) is not None), Decimal("0.00"))


def year_of(site: Site, record: Record) -> str:
    """The financial year under which a record is listed, '' where none is published or the kind has none."""
    values = derived(site, record)
    return values.get("award_financial_year") or values.get("decision_financial_year") or ""


@dataclass(frozen=True)
class Group:
    """Some records of a register under one heading: a financial year, or the first letter of their names."""

    id: str
    title: str
    records: list[Record]

    @cached_property
    def total(self) -> Decimal:
        return total(self.records)


@dataclass(frozen=True)
class Part:
    """Some of the records of a group, that stand on one page: its number from 1, and the number of the first record from 1."""

    number: int
    first: int
    records: list[Record]

    @property
    def last(self) -> int:
        return self.first + len(self.records) - 1


def parted(group: Group, most: int) -> list[Part]:
    """A group in parts of at most so many records."""
    starts = range(0, len(group.records), most)
    return [Part(n, start + 1, group.records[start : start + most]) for n, start in enumerate(starts, 1)]


def by_kind(site: Site, kind: str) -> list[Group]:
    """The awards by their kind, in the order in which the schema lists the kinds; the newest first."""
    labels, found = site.schemas[kind].by_name["type"].labels, {}
    for group in by_year(site, kind):
        for record in group.records:
            found.setdefault(record.get("type"), []).append(record)
    return [Group(f"kind-{value.replace('_', '-')}", _(labels[value]), found[value]) for value in labels if value in found]


FILED = ("award", "decision")  # the kinds of which each financial year is a file


def file_of(site: Site, kind: str, group: Group) -> str:
    """The path of the download of a financial year."""
    return f"data/years/{site.schemas[kind].resource}-{group.id}.csv"


def by_year(site: Site, kind: str) -> list[Group]:
    """The records of a kind by financial year, newest first; those without a year, and applications, at the end."""
    of, titles = site.records[kind], {"": _("Year not published"), "applied": _("Applications, not awards")}
    return [Group(y or "unknown", titles.get(y, y), [of[key] for key in keys]) for y, keys in _years(site, kind).items()]


@kept_of
def _years(site: Site, kind: str) -> dict[str, list[str]]:
    """The keys of the records of each year, in the order of `by_year`."""
    years: dict[str, list[str]] = {}
    records = site.records[kind].items()
    for key, record in (
        sorted(records, key=lambda r: r[1].get("taken_on", ""), reverse=True) if kind == "decision" else records
    ):
        applied = record.get("direction") == "applied_only"
        years.setdefault("applied" if applied else year_of(site, record), []).append(key)
    return {y: years[y] for y in sorted(years, key=lambda y: (y == "applied", not y, [-ord(c) for c in y]))}


def by_letter(site: Site, kind: str) -> list[Group]:
    """The records of a kind by the first letter of their names, in the order of the alphabet."""
    groups: dict[str, list[Record]] = {}
    for record in sorted(site.all(kind), key=lambda r: (site.label(r).casefold(), r.key)):
        letter = unicodedata.normalize("NFD", site.label(record))[:1].upper()
        groups.setdefault(letter if letter in ascii_uppercase else "0-9", []).append(record)
    return [Group(letter.lower(), letter, groups[letter]) for letter in sorted(groups)]


def by_duty(site: Site) -> list[Group]:
    """The publications by the duty that asks for them; the latest period of each first."""
    duties = site.schemas["publication"].by_name["duty"].labels
    of = sorted(site.all("publication"), key=lambda p: (p.get("period", ""), p.key), reverse=True)
    found = [Group(duty, _(title), [p for p in of if p.get("duty") == duty]) for duty, title in duties.items()]
    return [group for group in found if group.records]
