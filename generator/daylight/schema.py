"""The schemas: what kinds of record there are and which fields each has.

One Frictionless Table Schema a kind in schemas/, the single source for checks, pages, downloads and the data dictionary.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from daylight.words import N_

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
FOLDER = Path(__file__).with_name("schemas")
BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Field:
    """One field, with the properties of a Table Schema field and our own.

    `refers` names the kind of record whose key it holds, and `back` titles the list on that record's page. `law` says which
    rule asks for it and `expected` of which records (field: values); there the page says "not published" when it is empty.
    `derived` fields are worked out and published, never typed. `unit` is GBP for pounds. By a reference that `adds`, the money
    of an award belongs to the record that it leads to, alone or with a share.
    """

    name: str
    title: str
    type: str
    description: str
    format: str = "default"
    example: str = ""
    group: str = ""
    unit: str = ""
    law: str = ""
    refers: str = ""
    back: str = ""
    derived: bool = False
    adds: bool = False
    expected: Mapping | None = None
    constraints: Mapping = None
    categories: tuple = ()

    @cached_property
    def labels(self) -> dict[str, str]:
        """The words for each allowed value, in order; empty where any value is allowed."""
        return {c["value"]: c["label"] for c in self.categories}

    def descriptor(self) -> dict:
        """The field as a plain Table Schema field, as published."""
        out = {"name": self.name, "title": self.title, "type": self.type, "description": self.description}
        if self.format != "default":
            out["format"] = self.format
        if self.example:
            out["example"] = {"yes": "true", "no": "false"}[self.example] if self.type == "boolean" else self.example
        rules = dict(self.constraints)
        if self.categories:
            rules["enum"] = list(self.labels)
        if rules:
            out["constraints"] = rules
        return out


@dataclass(frozen=True)
class Schema:
    """One kind of record, or with `parent` and `list` one kind of child table of a record."""

    name: str
    title: str
    plural: str
    description: str
    fields: tuple[Field, ...]
    folder: str = ""
    label: str = ""
    parent: str = ""
    list: str = ""
    groups: tuple = ()
    children: tuple[str, ...] = ()
    column_names: tuple[str, ...] = ()
    key: tuple[str, ...] = ("key",)  # the fields that no two rows have alike

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {f.name: f for f in self.fields}

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each field among all, by its name."""
        return {f.name: place for place, f in enumerate(self.fields)}

    @cached_property
    def references(self) -> tuple[Field, ...]:
        """The fields that hold the key of another record."""
        return tuple(f for f in self.fields if f.refers)

    @cached_property
    def texts(self) -> dict[str, Field]:
        """The fields into which a person types what they like: no key, no chosen value, nothing that has one form."""
        typed = (f for f in self.fields if f.type == "string" and not (f.derived or f.refers or f.categories))
        return {f.name: f for f in typed if "pattern" not in f.constraints}

    @cached_property
    def written(self) -> frozenset[str]:
        """Those of its texts that are words, and no address, reference, number or amount as it was printed."""
        numbers = re.compile(
            r".*reference|reference_pattern|org_id|id|(amount|envelope|maximum|decision|related)_as_published"
        )
        return frozenset(name for name, f in self.texts.items() if f.format != "uri" and not numbers.fullmatch(name))

    @cached_property
    def unwritten(self) -> frozenset[str]:
        """The others of its texts: addresses, references, numbers and amounts as they were printed."""
        return frozenset(self.texts) - self.written

    @cached_property
    def columns(self) -> tuple[Field, ...]:
        """The fields that a table of records shows after the name of the record."""
        return tuple(self.by_name[name] for name in self.column_names)

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that a person must give."""
        return tuple(f for f in self.fields if f.constraints.get("required") and not f.derived)

    @property
    def resource(self) -> str:
        """The name of the table as published, such as `awards` or `award-recipients`."""
        return self.folder.removesuffix(".yml") if not self.parent else f"{self.parent}-{self.list}".replace("_", "-")

    def descriptor(self, schemas: Mapping[str, "Schema"] | None = None) -> dict:
        """The published Table Schema; with `schemas`, also the foreign keys to the other tables."""
        out: dict = {
            "fields": [f.descriptor() for f in self.fields],
            "primaryKey": list(self.key),
            "missingValues": [""],
        }
        keys = (
            [
                {
                    "fields": [f.name],
                    "reference": {
                        "resource": "" if f.refers == self.name else schemas[f.refers].resource,
                        "fields": ["key"],
                    },
                }
                for f in self.references
                if f.refers != "publisher"
            ]
            if schemas
            else []
        )
        return out | ({"foreignKeys": keys} if keys else {})


@cache
def load_schemas(folder: Path = FOLDER) -> dict[str, Schema]:
    """All schemas of a folder by name: the kinds in their order, each followed by its child tables."""
    schemas: dict[str, Schema] = {}
    for kind in KINDS:
        schema = _load(folder, kind)
        schemas[kind] = schema
        schemas |= {child: _load(folder, child) for child in schema.children}
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
    rows = list(raw["fields"])
    if include := raw.pop("include", ""):
        rows += _read(folder, include)["fields"]
    if parent := raw.get("parent", ""):
        rows = _own_keys(parent) + rows
    fields = tuple(
        Field(**{**row, "constraints": row.get("constraints", {}), "categories": tuple(row.get("categories", ()))})
        for row in rows
    )
    lists = ("children", "groups", "columns")
    key = (parent, "number") if parent else tuple(raw.pop("primaryKey").split())
    known = {k: v for k, v in raw.items() if k not in ("fields", *lists)}
    children, groups, columns = (tuple(raw.get(name, ())) for name in lists)
    return Schema(**known, key=key, fields=fields, children=children, groups=groups, column_names=columns)


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
