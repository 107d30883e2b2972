"""The schemas: what kinds of record there are and which fields each has.

One Frictionless Table Schema a kind in schemas/, the single source for checks, pages, downloads and the data dictionary.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from daylight.schema.field import BOOLEANS, Field
from daylight.schema.table import Schema
from daylight.words import N_

__all__ = ["BOOLEANS", "KINDS", "Field", "Schema", "load_schemas", "of_file", "summary"]

KINDS = (  # what people come for first
    "award",
    "decision",
    "organisation",
    "opportunity",
    "fund",
    "priority",
    "area",
    "budget_area",
    "round",
    "document",
    "activity",
    "budget",
    "publication",
    "publisher",
)
FOLDER = Path(__file__).parents[1] / "schemas"


@cache
def load_schemas() -> dict[str, Schema]:
    """All schemas by name: the kinds in their order, each followed by its child tables."""
    schemas: dict[str, Schema] = {}
    for kind in KINDS:
        schemas[kind] = _load(FOLDER, kind)
        schemas |= {child: _load(FOLDER, child) for child in schemas[kind].children}
    return schemas


def of_file(schemas: Mapping[str, Schema], path: str) -> Schema | None:
    """The schema of the rows of a file at a path in an office: the kind of its folder, or the list that the second names."""
    folder, *below = path.split("/")[1:]
    kind = next((s for s in schemas.values() if s.folder == folder), None)
    if kind and len(below) > 1:
        return next((schemas[c] for c in kind.children if schemas[c].list == below[0]), kind)
    return kind


@cache
def summary(name: str) -> Schema:
    """The schema of a table that is only published, such as `totals_by_year`: summaries/<name>.yml."""
    return _load(FOLDER.with_name("summaries"), name)


def _load(folder: Path, name: str) -> Schema:
    raw = _read(folder, name)
    rows, include, parent = raw.pop("fields"), raw.pop("include", ""), raw.get("parent", "")
    if include:
        rows += _read(folder, include)["fields"]
    if parent:
        rows = _own_keys(parent) + rows
    key = (parent, "number") if parent else tuple(raw.pop("primaryKey").split())
    children, groups, columns = (tuple(raw.pop(name, ())) for name in ("children", "groups", "columns"))
    fields = tuple(Field(**row | {"categories": tuple(row.get("categories", ()))}) for row in rows)
    return Schema(**raw, key=key, fields=fields, children=children, groups=groups, column_names=columns)


def _own_keys(parent: str) -> list[dict]:
    """The fields with which every row of a child table says where it belongs."""
    return [
        {
            "name": parent,
            "title": parent.capitalize(),
            "type": "string",
            "refers": parent,
            "constraints": {"required": True},
            "description": N_("The record it belongs to. In a record's own file this is understood."),
        },
        {
            "name": "number",
            "title": "Number",
            "type": "integer",
            "derived": True,
            "constraints": {"required": True},
            "description": N_("Its place in the list of its record, counted from 1."),
        },
    ]


def _read(folder: Path, name: str) -> dict:
    return yaml.load((folder / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
