"""What pages say, worked out by pure functions: totals, groups by year, the fields of a record, and what is open now."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date

from daylight.derived import derived, withheld
from daylight.keeping import kept_of
from daylight.record import Record, Row
from daylight.schema import Field
from daylight.site import Site
from daylight.values import Value
from daylight.words import WELSH, _, language, locale

SAID = ("key", "currency", "source", "source_kind", "source_note", "modified", "title", "name", "note", "page")
HIDDEN = frozenset([*SAID, "recipient_name", "fund_title", "closes"])  # said elsewhere on a page, or by other fields


def money(amount: Decimal | None) -> str:
    """Pounds as people read them: £11,403,850.00, or the empty text."""
    return "" if amount is None else f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


def day(iso: str) -> str:
    """An ISO day in words: 14 July 2023, or 14 Gorffennaf 2023."""
    return _day(iso, locale())


@lru_cache(maxsize=20_000)
def _day(iso: str, locale: str) -> str:
    return format_date(date.fromisoformat(iso), "d MMMM y", locale=locale)


def worded(record: Row, name: str) -> str:
    """A text of a record in the language that is spoken now where the record says it in that language, else in English."""
    return str((language() == WELSH and record.get(f"{name}_welsh")) or record.get(name, ""))


def latest_decisions(site: Site, count: int = 5) -> list[Record]:
    """The office's own latest decisions, newest first."""
    return [site.records["decision"][key] for key in _by_day(site, "decision")[:count]]


@kept_of
def _by_day(site: Site, kind: str) -> list[str]:
    """The keys of the office's own decisions that have a day, newest first."""
    own = [d for d in site.all(kind) if d.get("own") and d.get("taken_on")]
    return [d.key for d in sorted(own, key=lambda d: (d.values["taken_on"], d.key), reverse=True)]


def expected(record: Record, field: Field, lists: set[str]) -> bool:
    """Whether the law or the office's strategy wants the field to be there, and nothing says the same elsewhere."""
    if field.expected is None or f"{field.name}_as_published" in record.values:
        return False
    plural = {"recipient": "recipients", "decision": "decisions", "priority": "priorities"}.get(field.name)
    return plural not in lists and all(record.get(name) in values for name, values in field.expected.items())


def said_twice(record: Record, field: Field) -> bool:
    """Whether an amount as published is just the amount, such as £129,391 beside £129,391.00."""
    if field.name != "amount_as_published" or (amount := record.get("amount")) is None:
        return False
    return record.get(field.name, "").removesuffix(".00") == f"£{amount:,.2f}".removesuffix(".00")


class Withheld(str):
    """Stands for a value that is not published: the ground in law."""


class InWelsh(str):
    """A text that the record says in Welsh."""


def field_groups(site: Site, record: Record) -> list[tuple[str, list[tuple[Field, Value | Withheld | None]]]]:
    """The fields of a record under their headings: each that has a value, is withheld, or is expected (then with None)."""
    schema, values = site.schemas[record.kind], record.values | derived(site, record)
    lists = {name for name, rows in record.children.items() if rows}
    if "withholdings" in lists:
        ground = site.schemas[f"{record.kind}_withholding"].by_name["ground"].labels
        values = {name: Withheld(ground.get(row.get("ground"), "")) for name, row in withheld(site, record).items()} | values
    if language() == WELSH:
        own = {name.removesuffix("_welsh"): InWelsh(said) for name, said in values.items() if name.endswith("_welsh")}
        values = {name: said for name, said in (values | own).items() if not name.endswith("_welsh")}
    groups = {group["name"]: (group["title"], []) for group in schema.groups}
    for field in schema.fields:
        if field.name not in values and (field.expected is None or not expected(record, field, lists)):
            continue
        if field.name.endswith("_welsh") and field.name != "name_welsh":
            continue  # it is said on the Welsh page
        if field.group in groups and field.name not in HIDDEN and not said_twice(record, field):
            groups[field.group][1].append((field, values.get(field.name)))
    return [group for group in groups.values() if group[1]]


def mark(site: Site, record: Record) -> str:
    """What must be known of an award or a decision wherever it is listed, such as that it was withdrawn; else ''."""
    by_name, v = site.schemas[record.kind].by_name, record.values
    if record.kind == "award" and v.get("status") in ("withdrawn", "decommissioned", "clawed_back"):
        return _(by_name["status"].labels[v["status"]])
    if record.kind == "award" and v.get("direction", "out") != "out":
        return _(by_name["direction"].labels[v["direction"]])
    if record.kind == "decision" and v.get("withdrawn_on"):
        return _("Withdrawn")
    if record.kind == "decision" and v.get("outcome") in ("refused", "deferred"):
        return _(by_name["outcome"].labels[v["outcome"]])
    return _("Decided by another body") if record.kind == "decision" and v.get("own") is False else ""


def instead(site: Site, record: Record, field: Field) -> str:
    """What a list says where a record has no value, and "not published" would be wrong; else ''."""
    if record.kind == "opportunity" and field.name == "closes_on" and record.get("rolling"):
        return _("Open all the time")
    if record.kind == "opportunity" and field.name == "maximum_award" and record.get("kind") != "grant_round":
        return "–"
    if record.kind == "publication" and field.name in ("period", "published_on"):
        return _("Kept up to date") if field.name == "period" else "–"
    named = "recipient" if field.name == "recipient_name" else field.name
    return _("Withheld") if record.rows("withholdings") and named in withheld(site, record) else ""
