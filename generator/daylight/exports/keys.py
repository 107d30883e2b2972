"""The keys to all tables: code lists, the data dictionary, and the known gaps."""

from collections.abc import Iterator

from daylight.exports.table import Table, table
from daylight.schema import Field, Schema, summary
from daylight.site import Site
from daylight.views.gaps import Known, known_gaps
from daylight.views.totals import TABLES

KEYS = ("code_lists", "dictionary", "known_gaps")
LIMITS = {"minimum": "minimum", "maximum": "maximum", "maxLength": "max_length", "pattern": "pattern"}


def tables(site: Site) -> tuple[Table, ...]:
    """Code lists, dictionary and known gaps. The first two say the same of every site that has the same schemas."""
    codes, columns, gaps = (summary(name) for name in KEYS)
    every = (*site.schemas.values(), *(summary(name) for name in TABLES), codes, columns, gaps)
    return (
        table(codes, (row for schema in every for row in _codes(schema))),
        table(columns, (_column(site, schema, field) for schema in every for field in schema.fields)),
        table(gaps, (_gap(gap) for gap in known_gaps(site))),
    )


def _codes(schema: Schema) -> Iterator[dict[str, str]]:
    for field in schema.fields:
        for code, title in field.labels.items():
            yield {"table": schema.resource, "column": field.name, "code": code, "title": title}


def _column(site: Site, schema: Schema, field: Field) -> dict[str, str]:
    """What may stand in a column, and what it means."""
    rules = field.constraints
    row = {"table": schema.resource, "column": field.name, "number": str(schema.places[field.name] + 1)}
    row |= {"title": field.title, "type": field.type, "unit": field.unit, "description": field.description}
    row |= {"required": _truth(rules.get("required")), "unique": _truth(rules.get("unique"))}
    row |= {name: str(rules[rule]) for rule, name in LIMITS.items() if rule in rules}
    row |= {"format": field.format} if field.format != "default" else {}
    row |= {"coded": _truth(field.categories), "derived": _truth(field.derived)}
    row |= {"refers_to": site.schemas[field.refers].resource} if field.refers else {}
    row |= {"law": field.law, "example": field.descriptor().get("example", "")}
    return row | ({"expected_where": _where(field)} if field.expected is not None else {})


def _where(field: Field) -> str:
    """Of which rows a value is expected, such as "direction: out; type: contract or invoice"."""
    said = {None: "empty", True: "true", False: "false"}
    conditions = (f"{name}: {' or '.join(said.get(v, v) for v in values)}" for name, values in field.expected.items())
    return "; ".join(conditions) or "every row"


def _gap(gap: Known) -> dict[str, str]:
    return {name: str(value) for name, value in vars(gap).items() if value not in (None, "")}


def _truth(value: object) -> str:
    return "true" if value else "false"
