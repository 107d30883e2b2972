"""What pages say, worked out by pure functions: totals, groups by year, the fields of a record, and what is open now."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property, lru_cache
from string import ascii_uppercase
from zoneinfo import ZoneInfo

from babel.dates import format_date

from daylight.derived import derived
from daylight.schema import Field, Schema
from daylight.site import Record, Site, countable
from daylight.values import Value
from daylight.words import _

SAID = ("key", "currency", "source", "source_kind", "source_note", "modified", "title", "name", "note", "page")
HIDDEN = frozenset([*SAID, "recipient_name", "fund_title"])  # said elsewhere on a page, or by other fields


def money(amount: Decimal | None) -> str:
    """Pounds as people read them: £11,403,850.00, or the empty text."""
    return "" if amount is None else f"£{amount:,.2f}"


@lru_cache(maxsize=20_000)
def day(iso: str) -> str:
    """An ISO day in words: 14 July 2023."""
    return format_date(date.fromisoformat(iso), "d MMMM y", locale="en_GB")


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


@lru_cache(maxsize=4)
def by_year(site: Site, kind: str) -> list[Group]:
    """The records of a kind by financial year, newest first; those without a year, and applications, at the end."""
    groups: dict[str, list[Record]] = {}
    for record in site.all(kind):
        applied = record.get("direction") == "applied_only"
        groups.setdefault("applied" if applied else year_of(site, record), []).append(record)
    order = sorted(groups, key=lambda y: (y == "applied", not y, [-ord(c) for c in y]))
    titles = {"": _("Year not published"), "applied": _("Applications, not awards")}
    return [Group(y or "unknown", titles.get(y, y), groups[y]) for y in order]


def by_letter(site: Site, kind: str) -> list[Group]:
    """The records of a kind by the first letter of their names, in the order of the alphabet."""
    groups: dict[str, list[Record]] = {}
    for record in sorted(site.all(kind), key=lambda r: (site.label(r).casefold(), r.key)):
        letter = unicodedata.normalize("NFD", site.label(record))[:1].upper()
        groups.setdefault(letter if letter in ascii_uppercase else "0-9", []).append(record)
    return [Group(letter.lower(), letter, groups[letter]) for letter in sorted(groups)]


def latest_decisions(site: Site, count: int = 5) -> list[Record]:
    """The office's own latest decisions, newest first."""
    own = [d for d in site.all("decision") if d.get("own") and d.get("taken_on")]
    return sorted(own, key=lambda d: (d.values["taken_on"], d.key), reverse=True)[:count]


def closing(opportunity: Record) -> datetime | None:
    """The moment of closing in the time of the United Kingdom; the end of the day where no time is given."""
    if not (day_ := opportunity.get("closes_on")):
        return None
    at = time.fromisoformat(opportunity.get("closes_at") or "23:59")
    return datetime.combine(date.fromisoformat(day_), at, ZoneInfo("Europe/London"))


def state(opportunity: Record, today: str) -> str:
    """open, closed, forthcoming, cancelled or unknown, as on the morning of `today`."""
    if opportunity.get("cancelled_on"):
        return "cancelled"
    if (opens := opportunity.get("opens_on")) and opens > today:
        return "forthcoming"
    if closes := opportunity.get("closes_on"):
        return "open" if closes >= today else "closed"
    return "open" if opportunity.get("rolling") else "unknown"


def opportunities(site: Site) -> list[Record]:
    """What can be applied for now."""
    return [o for o in site.all("opportunity") if state(o, site.today) == "open"]


def row_counts(site: Site) -> dict[str, int]:
    """How many rows each table has, by the name of its schema."""
    counts = {name: len(of) for name, of in site.records.items()}
    lists = Counter()
    for kind, of in site.records.items():
        for record in of.values():
            for name, rows in record.children.items():
                lists[kind, name] += len(rows)
    return counts | {s.name: lists[s.parent, s.list] for s in site.schemas.values() if s.parent}


def expected(record: Record, field: Field, lists: set[str]) -> bool:
    """Whether the law or the office's strategy wants the field to be there, and nothing says the same elsewhere."""
    if field.expected is None or f"{field.name}_as_published" in record.values:
        return False
    plural = {"recipient": "recipients", "decision": "decisions", "priority": "priorities"}.get(field.name)
    return plural not in lists and all(record.get(name) in values for name, values in field.expected.items())


def field_groups(site: Site, record: Record) -> list[tuple[str, list[tuple[Field, Value | None]]]]:
    """The fields of a record under their headings: each that has a value, and with None each that is expected and has none."""
    schema, values = site.schemas[record.kind], record.values | derived(site, record)
    lists = {name for name, rows in record.children.items() if rows}
    groups = {group["name"]: (group["title"], []) for group in schema.groups}
    for field in schema.fields:
        if field.group not in groups or field.name in HIDDEN:
            continue
        value = values.get(field.name)
        if value not in (None, "") or expected(record, field, lists):
            groups[field.group][1].append((field, value))
    return [group for group in groups.values() if group[1]]


@dataclass(frozen=True)
class Referring:
    """The records of one kind that refer to a record by fields of one title, and what of their money adds up."""

    title: str
    schema: Schema
    records: list[Record]

    @cached_property
    def total(self) -> Decimal:
        return total(self.records)


def incoming(site: Site, record: Record) -> list[Referring]:
    """The records that refer to this one, under the title that the referring field gives them."""
    groups: dict[tuple[str, str], dict[str, Record]] = {}
    for link in site.incoming.get((record.kind, record.key), []):
        groups.setdefault((link.source.kind, link.field.back), {})[link.source.key] = link.source
    return [Referring(back, site.schemas[kind], list(found.values())) for (kind, back), found in groups.items()]
