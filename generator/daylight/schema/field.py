"""One field of a kind of record or of a list, as its schema describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

BOOLEANS = {"yes": True, "true": True, "no": False, "false": False}  # how a boolean is typed, and published


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
    constraints: Mapping = field(default_factory=dict)
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
