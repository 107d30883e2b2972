"""The example row of a sheet: a record of Barchester, which is invented. It shows what cells look like, and is never read."""

from daylight.read import example
from daylight.schema import Field, Schema
from daylight.workbook.cells import NO, YES, called
from daylight.workbook.layout import KEY

TITLES = {
    "activity": "Court dates by text message",
    "area": "Barchester",
    "award": "Evening boxing sessions for young people",
    "budget": "Budget of Barchester for 2023-24",
    "budget_area": "Young people",
    "decision": "Grant for evening boxing sessions in Barchester",
    "document": "Terms of grants in Barchester",
    "fund": "Community safety fund of Barchester",
    "opportunity": "Grants for safer evenings in Barchester",
    "organisation": "Barchester Boxing Club",
    "priority": "Safer streets in Barchester",
    "publication": "Grants of Barchester",
    "publisher": "Police and Crime Commissioner for Barsetshire",
    "round": "Summer round of Barchester",
}


def texts(schema: Schema) -> dict[str, str]:
    """What the cells of the example show, by field: those that must be given, and those of which the schema has an example."""
    return {f.name: _shown(schema, f) for f in schema.fields if not f.derived and _has_one(schema, f)}


def _has_one(schema: Schema, field: Field) -> bool:
    return bool(field.constraints.get("required") or field.example or field.expected or field.name == schema.label)


def _shown(schema: Schema, field: Field) -> str:
    if field.refers:
        return called(TITLES[field.refers], KEY)
    if not schema.parent and field.name in ("key", schema.label):
        return KEY if field.name == "key" else TITLES[schema.name]
    said = example(field)
    if field.categories:
        return field.labels[said]
    if field.type == "boolean":
        return {"yes": YES, "no": NO}[said]
    return said or field.description
