"""What pages say, worked out by pure functions: totals, groups by year, the fields of a record, and what is open now."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from daylight.derived import derived
from daylight.schema import Field, Schema
from daylight.site import Record, Row, Site, countable

NOT_PUBLISHED = "Not published"
HIDDEN = frozenset({"key", "currency", "source", "source_kind", "source_note", "modified", "title", "name", "note"})


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


def years(site: Site, kind: str) -> list[dict]:
    """The records of a kind by financial year, newest first; those without a year, and applications, at the end."""
    groups: dict[str, list[Record]] = {}
    for record in site.all(kind):
        applied = record.get("direction") == "applied_only"
        groups.setdefault("applied" if applied else year_of(site, record), []).append(record)
    order = sorted(groups, key=lambda y: (y == "applied", not y, [-ord(c) for c in y]))
    titles = {"": "Year not published", "applied": "Applications, not awards"}
    plain = kind not in ("award", "decision")
    return [
        {
            "title": "" if plain else titles.get(y, y),
            "id": "year-" + (y or "unknown"),
            "records": _sorted(site, groups[y]),
            "total": total(groups[y]),
        }
        for y in order
    ]


def _sorted(site: Site, records: list[Record]) -> list[Record]:
    if records and records[0].kind == "organisation":
        return sorted(records, key=lambda r: site.label(r).casefold())
    return records


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


def row_count(site: Site, schema: Schema) -> int:
    """How many rows a table has."""
    if not schema.parent:
        return len(site.records[schema.name])
    return sum(len(r.rows(schema.list)) for r in site.records[schema.parent].values())


def shown(site: Site, field: Field, value) -> dict:
    """A value as a page shows it: `text`, and where it leads (`to`: a record, or `href`: an address)."""
    if field.refers:
        target = site.get(field.refers, value)
        return {"text": site.label(target) if target else value, "to": target}
    if field.unit == "GBP":
        return {"text": money(value)}
    if field.type == "boolean":
        return {"text": "Yes" if value else "No"}
    if field.type == "date":
        return {"text": day(value), "iso": value}
    if field.format == "uri":
        return {"text": value, "href": value}
    return {"text": field.labels.get(value, str(value))}


def expected(record: Record, field: Field, lists: set[str]) -> bool:
    """Whether the law or the office's strategy wants the field to be there, and nothing says the same elsewhere."""
    if field.expected is None or f"{field.name}_as_published" in record.values:
        return False
    plural = {"recipient": "recipients", "decision": "decisions", "priority": "priorities"}.get(field.name)
    return plural not in lists and all(record.get(name) in values for name, values in field.expected.items())


def field_groups(site: Site, record: Record) -> list[dict]:
    """The fields of a record under their headings: each with a value, and "not published" where one is expected."""
    schema, values = site.schemas[record.kind], record.values | derived(site, record)
    lists = {name for name, rows in record.children.items() if rows}
    groups = []
    for group in schema.groups:
        rows = []
        for field in schema.fields:
            if field.group != group["name"] or field.name in HIDDEN or field.name == "page":
                continue
            if (value := values.get(field.name)) not in (None, ""):
                if not (field.derived and field.name in ("recipient_name", "fund_title")):
                    rows.append({"field": field, **shown(site, field, value)})
            elif expected(record, field, lists):
                rows.append({"field": field, "text": NOT_PUBLISHED, "missing": True})
        if rows:
            groups.append({"title": group["title"], "rows": rows})
    return groups


def child_tables(site: Site, record: Record) -> list[dict]:
    """The child tables of a record that have rows, with the columns in which something stands."""
    tables = []
    for name in site.schemas[record.kind].children:
        child = site.schemas[name]
        if rows := record.rows(child.list):
            fields = [
                f for f in child.fields if f.name not in (child.parent, "number") and any(f.name in r.values for r in rows)
            ]
            tables.append({"schema": child, "fields": fields, "rows": [_cells(site, fields, r) for r in rows]})
    return tables


def _cells(site: Site, fields: list[Field], row: Row) -> list[dict]:
    return [shown(site, f, row.values[f.name]) if f.name in row.values else {"text": ""} for f in fields]


def incoming(site: Site, record: Record) -> list[dict]:
    """The records that refer to this one, under the title that the referring field gives them."""
    groups: dict[tuple[str, str], dict[str, Record]] = {}
    for link in site.incoming.get((record.kind, record.key), []):
        groups.setdefault((link.source.kind, link.field.back), {})[link.source.key] = link.source
    return [
        {
            "title": back,
            "kind": kind,
            "schema": site.schemas[kind],
            "records": list(found.values()),
            "total": total(list(found.values())),
        }
        for (kind, back), found in groups.items()
    ]


COLUMNS = {
    "award": ("recipient_name", "amount", "fund_title", "award_financial_year"),
    "decision": ("reference", "taken_on", "decision_maker"),
    "organisation": ("kind", "town", "awards_received", "amount_received"),
    "opportunity": ("kind", "closes_on", "maximum_award"),
    "fund": ("source_of_money", "envelope", "decided_by"),
    "priority": ("plan",),
    "area": ("kind", "awards"),
    "budget_area": (),
    "round": ("met_on",),
    "document": ("kind", "dated"),
}


def columns(site: Site, kind: str) -> list[Field]:
    """The columns of a register after the name of the record."""
    known = site.schemas[kind].by_name
    return [known[name] for name in COLUMNS[kind] if name in known]


def cells(site: Site, record: Record) -> list[dict]:
    """The cells of one row of a register, after the name of the record."""
    values = record.values | derived(site, record)
    out = []
    for field in columns(site, record.kind):
        if (value := values.get(field.name)) in (None, ""):
            published = record.get(f"{field.name}_as_published", "")
            out.append(
                {
                    "text": f"{published} (not added up)" if published and field.unit else published or NOT_PUBLISHED,
                    "missing": True,
                    "field": field,
                }
            )
        elif field.name == "amount" and countable(record) is None:
            out.append({"text": f"{money(value)} (not added up)", "field": field})
        else:
            out.append({**shown(site, field, value), "field": field})
    return out
