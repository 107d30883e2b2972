"""A kind of record as a JSON Schema (draft 7, which the YAML language server knows best), made from its own schema."""

from collections.abc import Mapping

from daylight.editors.fields import described, value
from daylight.schema import Field, Schema

DRAFT = "http://json-schema.org/draft-07/schema#"


def of_kind(schemas: Mapping[str, Schema], kind: str) -> dict:
    """The JSON Schema of the YAML files of a kind. The key is the name of the file, but for the publisher, who is one."""
    schema = schemas[kind]
    lists = {schemas[name].list: _list(schemas[name]) for name in schema.children}
    required = [f.name for f in schema.required if f.name != "key" or kind == "publisher"]
    about = {"$schema": DRAFT, "title": schema.title, "description": schema.description}
    return about | _group(_typed(schema), required) | {"properties": _properties(_typed(schema)) | lists}


def _typed(schema: Schema) -> list[Field]:
    """The fields that a person types; in a row of a list, the record that it belongs to is understood."""
    return [field for field in schema.fields if not field.derived and field.name != schema.parent]


def _properties(fields: list[Field]) -> dict:
    return {field.name: described(field) | value(field) for field in fields}


def _group(fields: list[Field], required: list[str]) -> dict:
    rules = {"required": required} if required else {}
    return {"type": "object", "properties": _properties(fields), **rules, "additionalProperties": False}


def _list(child: Schema) -> dict:
    """A list of rows, each a group of fields, or a plain text that stands for the first of them."""
    fields = _typed(child)
    required = [f.name for f in child.required if f in fields]
    rows = [_group(fields, required)]
    if set(required) <= {fields[0].name}:
        rows.append(described(fields[0]) | value(fields[0]))
    about = {"title": child.plural, "description": child.description}
    return about | {"type": "array", "items": rows[0] if len(rows) == 1 else {"anyOf": rows}}
