"""The first row of a CSV table: what is wrong with the name of a column is said there, once, and not in every row."""

from collections.abc import Mapping
from functools import partial

from daylight.read.names import example, meant
from daylight.read.part import Part
from daylight.schema import Schema
from daylight.sources import Entry


def is_headed(part: Part, schemas: Mapping[str, Schema], schema: Schema, name: str, entries: list[Entry]) -> bool:
    """Whether the first row of a table names its columns, and among them the one that says which record each row is."""
    column, there = schema.parent or "key", list(entries[0].lines)
    if not any(meant(schema, of, schemas) for of in there):
        part.say("FILE", "csv-title", name, 1, example=",".join([f.name for f in schema.fields if not f.derived][:3]))
    elif column not in there:
        odd = [of for of in there if of not in schema.by_name]
        part.say("FILE", "csv-key", name, 1, column if odd == there[:1] else "", field=column)
    else:
        return True
    return False


def columns(part: Part, schemas: Mapping[str, Schema], schema: Schema, name: str, entries: list[Entry]) -> set[str]:
    """The fields that have no column and need one. Cells of a column with a slip become those of the one that was meant."""
    there = list(entries[0].lines)
    meanings = set(map(partial(meant, schema, schemas=schemas), there))
    missed = {field.name for field in schema.required} - meanings
    for field in schema.required:
        if field.name in missed:
            said = example(field) or "any text"
            part.say("REQUIRED", "column", name, 1, of=field.name, field=field.name, example=said)
    for column in there:
        field = schema.by_name.get(column)
        if field and not field.derived:
            continue
        right = "" if field else meant(schema, column, schemas)
        facts = {"field": column, "kind": schema.plural.lower()}
        part.say("FIELD", "derived" if field else "unknown-close" if right else "unknown", name, 1, right, **facts)
        for entry in entries:
            text, line = entry.texts.pop(column, ""), entry.lines.pop(column)
            if right in schema.by_name and right not in there:
                entry.lines[right] = line
                entry.texts |= {right: text} if text else {}
    return missed
