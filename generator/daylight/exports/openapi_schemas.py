"""The types of the JSON files, as JSON Schemas for their description (see openapi.py): of each kind of record and each list.

They come from the schemas, as those of all tables do. A field without a value is left out, so only what every record must
have is required. Fields may be added in time: a program should not mind one that it does not know.

Money has the format "decimal" and no `multipleOf`: many programs read 19.99 as a binary fraction, which is no multiple of
0.01 to them, and would refuse what is right.
"""

from daylight.schema import Field, Schema
from daylight.site import Site

TYPES = {"date": "string", "time": "string"}  # of JSON, where it has none of that name
TIME = r"([01]\d|2[0-3]):[0-5]\d"
LIMITS = ("minimum", "maximum", "maxLength")
STAMP = {  # what every file says of itself, see stamp.py
    "publisher": {"type": "string", "description": "Whose data it is."},
    "licence": {"type": "string", "description": "The SPDX identifier of the licence."},
    "release": {
        "type": "string",
        "format": "date",
        "description": "The day of the last release. Left out before the first one.",
    },
    "version": {"type": "string", "description": "The version of the last release."},
    "commit": {
        "type": "string",
        "description": "The commit of the repository that the file was made from, where it is known.",
    },
    "time": {"type": "string", "format": "date-time", "description": "The moment of that commit."},
}
ENTRY = {  # of the index, see record_index.py
    "kind": {"type": "string", "description": "The kind of the record."},
    "key": {"type": "string", "description": "Its key, which never changes and is never used again."},
    "title": {"type": "string", "description": "What it is called."},
    "page": {"type": "string", "format": "uri-reference", "description": "The address of its page."},
    "json": {"type": "string", "format": "uri-reference", "description": "The address of its JSON file."},
    "changed": {"type": "string", "format": "date", "description": "The day of its last change, where it is known."},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "The SHA-256 of its JSON file."},
}
ENTRY_REQUIRED = ["kind", "key", "title", "page", "json", "sha256"]


def component(schema: Schema) -> str:
    """The name of the component that describes a record of a kind, or a row of a list: AwardYear for award_year."""
    return schema.name.title().replace("_", "")


def components(site: Site, kinds: list[Schema]) -> dict:
    """The schema of each kind of record and each list by its name, of the files that hold records, and of the index."""
    found = {"Index": _file("records", _list({"type": "object", "properties": ENTRY, "required": ENTRY_REQUIRED}))}
    for schema in kinds:
        name = component(schema)
        children = [site.schemas[child] for child in schema.children]
        found[name] = _record(schema, children)
        found |= {component(child): _record(child, []) for child in children}
        found[f"{name}List"] = _file("records", _list(_of(name)))
        if schema.name != "publisher":
            found[f"{name}File"] = _file("record", _of(name))
    return found


def _record(schema: Schema, children: list[Schema]) -> dict:
    """A record with its lists, or a row of a list. Which record a row belongs to, and its number, is seen from its place."""
    fields = [f for f in schema.fields if f.name not in (schema.parent, "number" if schema.parent else "")]
    lists = {c.list: _list(_of(component(c))) | {"minItems": 1, "description": c.description} for c in children}
    required = [f.name for f in fields if f.constraints.get("required")]
    return {
        "type": "object",
        "title": schema.title,
        "description": schema.description,
        "properties": {f.name: typed(f) for f in fields} | lists,
        **({"required": required} if required else {}),
    }


def typed(field: Field) -> dict:
    """The schema of the values of a field."""
    rules = field.constraints
    said = {"type": TYPES.get(field.type, field.type), "title": field.title, "description": field.description}
    if field.labels:
        said |= {"enum": list(field.labels), "x-enum-descriptions": list(field.labels.values())}
    if (
        form := "date"
        if field.type == "date"
        else "uri"
        if field.format == "uri"
        else "decimal"
        if field.unit == "GBP"
        else ""
    ):
        said["format"] = form
    if pattern := TIME if field.type == "time" else rules.get("pattern"):
        said["pattern"] = f"^({pattern})$"
    return said | {name: rules[name] for name in LIMITS if name in rules}


def _file(name: str, schema: dict) -> dict:
    """A file: what it says of itself, and its records."""
    return {"type": "object", "properties": STAMP | {name: schema}, "required": ["licence", "time", name]}


def _list(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def _of(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}
