"""The schema of one kind of record, or of a list in its records."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from daylight.schema.field import Field

_NUMBERS = re.compile(r".*reference|reference_pattern|org_id|id|(amount|envelope|maximum|decision|related)_as_published")


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
        return frozenset(name for name, f in self.texts.items() if f.format != "uri" and not _NUMBERS.fullmatch(name))

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
        out = {"fields": [f.descriptor() for f in self.fields], "primaryKey": list(self.key), "missingValues": [""]}
        keys = [self._foreign_key(f, schemas) for f in self.references if f.refers != "publisher"] if schemas else []
        return out | ({"foreignKeys": keys} if keys else {})

    def _foreign_key(self, field: Field, schemas: Mapping[str, "Schema"]) -> dict:
        """Which table a reference leads to; '' is this one."""
        to = "" if field.refers == self.name else schemas[field.refers].resource
        return {"fields": [field.name], "reference": {"resource": to, "fields": ["key"]}}
