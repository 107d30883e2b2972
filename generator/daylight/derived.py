"""The fields that nobody types: worked out from a record and its links, and published beside what was typed."""

from collections.abc import Mapping
from decimal import Decimal

from daylight.counted import countable
from daylight.days import financial_year, moment
from daylight.keeping import kept
from daylight.record import Record, Row
from daylight.schema import Field, Schema
from daylight.site import Link, Site
from daylight.values import Value


@kept
def derived(site: Site, record: Record) -> dict[str, Value]:
    """The derived fields of a record that have a value."""
    found = _KINDS[record.kind](site, record) if record.kind in _KINDS else {}
    if record.kind != "publisher":  # it has no page of its own
        found["page"] = f"{site.schemas[record.kind].folder}/{record.key}/"
    return {name: value for name, value in found.items() if value is not None and value != ""}


def complete(site: Site, record: Record) -> dict[str, Value]:
    """Every value of a record, typed and derived, in the order of the schema."""
    values = record.values | derived(site, record)
    return {f.name: values[f.name] for f in site.schemas[record.kind].fields if f.name in values}


def published(site: Site, record: Record) -> dict[str, str]:
    """The fields of a record that have a value, as text."""
    return texts(site.schemas[record.kind], record.values | derived(site, record))


def published_row(child: Schema, record: Record, number: int, row: Row) -> dict[str, str]:
    """The fields of a row of a child table that have a value, as text. `number` is its place in the list, from 1."""
    return texts(child, row.values | {child.parent: record.key, "number": number})


def texts(schema: Schema, values: Mapping[str, Value]) -> dict[str, str]:
    """Values as text, as tables hold it: money with two decimals, yes and no as true and false."""
    of = schema.by_name
    return {name: value if type(value) is str else as_text(of[name], value) for name, value in values.items()}


def as_text(field: Field, value: Value) -> str:
    """One value as text that any program reads back as the same value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:.2f}" if field.unit == "GBP" else f"{value:f}"
    return str(value)


def identity(site: Site, day: str) -> str | None:
    """What the publisher was called on an ISO day, if its record says so."""
    for row in site.publisher.rows("identities"):
        if row.get("from", "") <= day <= row.get("to", "9999"):
            return row.get("name")
    return None


def recipients(site: Site, award: Record) -> list[Record]:
    """The organisations that receive an award, each once, in the order in which they stand."""
    keys = {link.target[1]: None for link in site.links_of(award) if _gives(link)}
    return [found for key in keys if (found := site.get("organisation", key))]


def awards_received(site: Site, organisation: Record) -> list[Record]:
    """The awards that an organisation received, alone or with others; not those applied for or withdrawn."""
    links = site.incoming.get(("organisation", organisation.key), [])
    found = {link.source.key: link.source for link in links if _gives(link) and _was_made(link.source)}
    return [found[key] for key in sorted(found)]


def withheld(site: Site, record: Record) -> dict[str, Row]:
    """The fields and lists that a record says are not published, by name, with the row that says so."""
    found = {}
    for row in record.rows("withholdings") if record.children else ():
        wanted, schema = row.get("applies_to", "").casefold(), site.schemas[record.kind]
        titles = {f.name: f.title for f in schema.fields}
        titles |= {site.schemas[c].list: site.schemas[c].plural for c in schema.children}
        found |= {name: row for name, title in titles.items() if wanted in (name, title.casefold())}
    return found


def _gives(link: Link) -> bool:
    """Whether a reference of an award is to one of those who receive it."""
    return link.field.adds and link.field.refers == "organisation"


def _was_made(award: Record) -> bool:
    applied = award.get("direction") == "applied_only" or award.get("type") == "application"
    return not applied and award.get("status") != "withdrawn"


def _award(site: Site, award: Record) -> dict[str, Value | None]:
    day = award.get("award_date") or award.get("announced_on")
    names = "; ".join(site.label(r) for r in recipients(site, award))
    individual = "Individual recipient" if award.get("recipient_individual") else None
    funds = "; ".join(site.label(f) for f in site.targets(award, "fund"))
    return {
        "awarded_by": identity(site, day) if day and award.get("direction") in ("out", "pass_through") else None,
        "award_financial_year": financial_year(day) if day else award.get("financial_year"),
        "countable_amount": countable(award),
        "recipient_name": names or award.get("recipient_as_published") or individual,
        "fund_title": funds or award.get("scheme"),
    }


def _decision(site: Site, decision: Record) -> dict[str, Value | None]:
    day = decision.get("taken_on")
    return {"decision_financial_year": financial_year(day) if day else None}


def _organisation(site: Site, organisation: Record) -> dict[str, Value | None]:
    """The amount is missing, and not zero, where no award to it alone can be added up."""
    awards = awards_received(site, organisation)
    alone = [countable(a) for a in awards if recipients(site, a) == [organisation]]
    amounts = [a for a in alone if a is not None]
    return {"awards_received": len(awards), "amount_received": sum(amounts) if amounts else None}


def _opportunity(site: Site, opportunity: Record) -> dict[str, Value | None]:
    if not (day := opportunity.get("closes_on")):
        return {}
    return {"closes": moment(day, opportunity.get("closes_at", "23:59")).isoformat()}


_KINDS = {"award": _award, "decision": _decision, "organisation": _organisation, "opportunity": _opportunity}
