"""What the cells of tables are in formats that know types, and small made-up sites whose texts are hostile."""

from datetime import date
from decimal import Decimal

from daylight.exports import tables
from daylight.exports.table import Table
from daylight.exports.tables import of_kind
from daylight.load import load
from daylight.record import Record, Row
from daylight.schema import Field, load_schemas
from daylight.site import Site
from tests.built import TODAY
from tests.cases import home_of

OFFICES = ("south-yorkshire", "avon-and-somerset", "barsetshire", "cambridgeshire", "cumbria", "dorset")
PENNY = Decimal("0.01")
FORMULA, QUOTED, LINES, MARKUP = "=1+1", "'quoted'\nand \"more\"", "one\ntwo\n\n  three,\tfour ", "<r><t>x</t></r>"
LONG = "😀é" * 20_000  # 40,000 characters, and 60,000 of UTF-16
HOSTILE = (
    FORMULA,
    QUOTED,
    LINES,
    MARKUP,
    "<r>",
    "+44",
    "@SUM(A1)",
    "-1\n+1",
    "0123",
    "1e5",
    "true",
    "2024-05-01",
    "''",
    "NULL",
)


def site_of(name: str) -> Site:
    return load(home_of(name), load_schemas(), TODAY)[0]


def value(field: Field, cell: str) -> str | int | bool | date | Decimal | None:
    """What a cell is: days are dates, pounds and numbers decimals, what has no value is None."""
    if not cell:
        return None
    of = {"integer": int, "number": Decimal, "date": date.fromisoformat, "boolean": {"true": True, "false": False}.get}
    return of.get(field.type, str)(cell)


def rows_of(table: Table) -> list[tuple]:
    """The rows of a table with their types, as the records have them."""
    return [tuple(value(f, cell) for f, cell in zip(table.schema.fields, row, strict=True)) for row in table.rows()]


def same(row: tuple, other: tuple) -> bool:
    """Whether two rows have the same values of the same types: 1, 1.00 and True are three things."""
    return row == other and [type(v) for v in row] == [type(v) for v in other]


def total(table: Table, name: str = "countable_amount") -> Decimal:
    """The sum of a column of pounds, from the CSV."""
    place = table.schema.places[name]
    return sum((Decimal(row[place]) for row in table.rows() if row[place]), Decimal(0))


def the(site: Site, name: str) -> Table:
    return next(table for table in tables.every(site) if table.name == name)


def record(kind: str, key: str, **values) -> Record:
    return Record("data/x.yml", 1, values={"key": key} | values, kind=kind, key=key)


def site_with(*records: Record) -> Site:
    schemas = load_schemas()
    by_kind = {name: {r.key: r for r in records if r.kind == name} for name, schema in schemas.items() if not schema.parent}
    return Site(schemas, by_kind, TODAY)


def only(site: Site, *kinds: str) -> Site:
    """The site, whose tables are those of these kinds of record alone: quick to make."""
    site.once["daylight.exports.tables.every"] = tuple(table for kind in kinds for table in of_kind(site, kind).values())
    return site


def hostile() -> Site:
    """Areas that are named what spreadsheets, programs and readers of markup take for something else."""
    areas = [record("area", f"a{n:02}", name=text, note=text) for n, text in enumerate(HOSTILE)]
    return only(site_with(*areas), "area")


def awkward() -> Site:
    """Awards with more money than a float holds to the penny, with less, with an old day, and a condition of many words."""
    much = {"amount": Decimal("99999999999999.99"), "direction": "out", "amount_basis": "exact"}
    little = {"amount": Decimal("0.10"), "award_date": "1899-12-31", "fund": "nowhere", "is_pilot": False}
    awards = [record("award", "a0", **much), record("award", "a1", **little)]
    awards[0].children["conditions"] = [Row("data/x.yml", 1, {"text": LONG})]
    return only(site_with(*awards), "award", "fund")
