"""What feeds and the page of changes say of each change that a record lists, in plain words, without what it withholds."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from daylight.derived import withheld
from daylight.keeping import kept
from daylight.record import Record, Row
from daylight.schema import Field
from daylight.site import Site
from daylight.views import day, money
from daylight.views.told import Told, plain, short, tags
from daylight.words import _


@kept
def told(site: Site, record: Record) -> tuple[Told, ...]:
    """What is said of each change that a record lists."""
    kinds = site.schemas[f"{record.kind}_change"].by_name
    labels = kinds["kind"].labels if "kind" in kinds else {}
    found = []
    for row in record.rows("changes") if record.children else ():
        kind = _(labels[row.get("kind")]) if row.get("kind") in labels else _("Change")
        summary = " ".join(filter(None, _change(site, record, row)))
        found.append(Told(plain(f"{kind}: {site.label(record)}"), plain(summary), tags(site, record)))
    return tuple(found)


class Changed(NamedTuple):
    """One change that a record lists: its ISO day or '', what kind it is, what changed, from what and to what, what was
    returned, the decision that made it, and why. What the record withholds stands in no change either."""

    day: str
    kind: str
    field: str
    before: str
    after: str
    returned: Decimal | None
    decision: Record | None
    reason: str


def listed(site: Site, record: Record) -> list[Changed]:
    """The changes that a record lists, the first of them first."""
    return sorted((_listed(site, record, row) for row in record.rows("changes")), key=lambda change: change.day)


def _listed(site: Site, record: Record, row: Row) -> Changed:
    kinds = site.schemas[f"{record.kind}_change"].by_name
    labels = kinds["kind"].labels if "kind" in kinds else {}
    name, title, field = _named(site, record, row.get("field", ""))
    before, after = (said(field, row.get(when, "")) for when in ("before", "after"))
    if name and name in withheld(site, record):
        before = after = ""
    kind, decision = _(labels.get(row.get("kind"), "")), site.get("decision", row.get("decision"))
    return Changed(row.get("date", ""), kind, title, before, after, row.get("amount"), decision, row.get("reason", ""))


def _change(site: Site, record: Record, row: Row) -> Iterator[str]:
    """What changed, and why. What a record withholds is not told by its changes either."""
    name, title, field = _named(site, record, row.get("field", ""))
    before, after = (said(field, row.get(when, "")) for when in ("before", "after"))
    values = {"field": title, "before": before, "after": after}
    if name and (name in withheld(site, record) or not (before or after)):
        yield _("{field}: changed.", **values)
    elif before and after:
        yield _("{field}: {after} (before: {before}).", **values)
    elif before or after:
        yield _("{field}: {after}.", **values) if after else _("{field}: nothing (before: {before}).", **values)
    if (amount := row.get("amount")) is not None:
        yield _("Returned: {amount}.", amount=money(amount))
    if on := row.get("date"):
        yield _("Changed on {day}.", day=day(on))
    yield short(row.get("reason", ""))


def _named(site: Site, record: Record, called: str) -> tuple[str, str, Field | None]:
    """The field or list that a change names or calls by its title: its name, its title, and the field if it is one."""
    schema = site.schemas[record.kind]
    titles = {f.name: f.title for f in schema.fields} | {c.list: c.plural for n in schema.children if (c := site.schemas[n])}
    for name, title in titles.items():
        if called.casefold() in (name, title.casefold()):
            return name, _(title), schema.by_name.get(name)
    return called, called, None


def said(field: Field | None, text: str) -> str:
    """A value as a change has it, which is a text, as people read it; as it stands where it is no value of the field."""
    try:
        if field and text and field.unit == "GBP":
            return money(Decimal(text))
        if field and text and field.type == "date":
            return day(text)
        if field and field.type == "boolean":
            return {"true": _("Yes"), "yes": _("Yes"), "false": _("No"), "no": _("No")}.get(text.casefold(), text)
    except (InvalidOperation, ValueError):
        return text
    return _(field.labels[text]) if field and text in field.labels else short(text)
