"""What of a change may be said again. A list of changes would else say, beside each thing that was taken away, what it was.

Earlier releases still hold it, as long as they may; but nobody should be led to it, and a release that had to be destroyed
must not live on in the lists of those after it (duties 6.5: two releases side by side give away what neither does alone).
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from daylight.changes import WITHDRAWN, Change
from daylight.changes.tables import Tabled
from daylight.private import hidden
from daylight.rules.sensitive import tells
from daylight.schema import Schema

WITHHOLDINGS, APPLIES_TO = "withholdings", "applies_to"  # the list of what a record does not say, and the field of which part
OPEN = ("number", "integer", "date", "time", "boolean")
Tables = Mapping[str, Tabled]


def repeated(changes: Iterable[Change], old: Tables, new: Tables, schemas: Mapping[str, Schema]) -> list[Change]:
    """The changes as they may be published.

    What stood before is left out where the field is withheld; where it was a text and nothing stands there now; and where it
    was a text of a record that, as it was or as it is, withholds something or speaks of people whom a place could put in
    danger, or a text that looks private. A record that went is not named where it was such a record, or was named by what is
    left out; nor by what stood before in a record that stays, be it a reference to it or a text that is its key or its name.
    """
    both = _Both(old, new, schemas)
    found = [both.without(change) if change.of_record and change.before else change for change in changes]
    unsaid = set()
    for change, said in zip(changes, found, strict=True):
        if said.not_repeated:
            unsaid |= {change.before} if isinstance(change.before, str) else set(change.before.values())
    said = [both.unnamed(change, unsaid) if change.change == WITHDRAWN and change.of_record else change for change in found]
    went = {(was.kind, was.key) for was, now in zip(found, said, strict=True) if was.key != now.key}
    names = {name for kind, key in went for name in both.names(kind, key)}
    return [both.not_led(change, went, names) if change.of_record and change.before else change for change in said]


@dataclass(frozen=True)
class _Both:
    """The two publications between which something changed."""

    old: Tables
    new: Tables
    schemas: Mapping[str, Schema]

    def without(self, change: Change) -> Change:
        """A change without what may not be said again."""
        return _cut(change, lambda name, value: self._may(change, name, value))

    def unnamed(self, change: Change, unsaid: set[str]) -> Change:
        """The change of a record that went, without its key and its page where they may not be said again."""
        if change.key in unsaid or self._is_guarded(change):
            return change._replace(key="", page="", not_repeated=True)
        return change

    def names(self, kind: str, key: str) -> set[str]:
        """The key and the name, in small letters, that a record had which went."""
        table = self.old[self.schemas[kind].resource]
        return {key.casefold(), table.cell(table.rows[key,], self.schemas[kind].label).casefold()}

    def not_led(self, change: Change, went: Set[tuple[str, str]], names: Set[str]) -> Change:
        """A change without what would name a record that `went` unnamed; `names` are all keys and names of such."""
        fields = self._schema(change).by_name

        def may(name: str, value: str) -> bool:
            if refers := fields[name].refers:
                return (refers, value) not in went
            return fields[name].type in OPEN or bool(fields[name].labels) or value.casefold() not in names

        return _cut(change, may)

    def _may(self, change: Change, name: str, value: str) -> bool:
        of = self._schema(change)
        field = self.new[of.resource].fields[name]
        names = {name, field.get("title", ""), *((of.list, of.plural) if change.list else ())}
        if self.withheld.get((change.kind, change.key), set()) & {text.casefold() for text in names}:
            return False
        if field["type"] in OPEN or "enum" in field.get("constraints", {}):
            return True
        return bool(change.after) and not self._is_guarded(change) and hidden(value) == value

    def _schema(self, change: Change) -> Schema:
        schema = self.schemas[change.kind]
        return next(self.schemas[n] for n in schema.children if self.schemas[n].list == change.list) if change.list else schema

    def _is_guarded(self, change: Change) -> bool:
        """Whether a record withholds something, or speaks of people whom a place could put in danger."""
        if (change.kind, change.key) in self.withheld:
            return True
        name = self.schemas[change.kind].resource
        texts = [
            cell for tables in (self.old, self.new) if name in tables for cell in tables[name].rows.get((change.key,), ())
        ]
        for said in (change.before, change.after):
            texts += said.values() if isinstance(said, dict) else [said or ""]
        return tells("\n".join(texts))

    @cached_property
    def withheld(self) -> dict[tuple[str, str], set[str]]:
        """What each record says, or said, is not published: names in small letters, by its kind and key."""
        found: dict[tuple[str, str], set[str]] = {}
        for child in (schema for schema in self.schemas.values() if schema.list == WITHHOLDINGS):
            for table in (tables[child.resource] for tables in (self.old, self.new) if child.resource in tables):
                for (key, _), cells in table.rows.items():
                    names = found.setdefault((child.parent, key), set())
                    names.add(table.cell(cells, APPLIES_TO).casefold())
        return found


def _cut(change: Change, may: Callable[[str, str], bool]) -> Change:
    """A change with so much of what stood before as `may` be said of each field."""
    if isinstance(change.before, str):
        return change if may(change.field, change.before) else change._replace(before=None, not_repeated=True)
    kept = {name: value for name, value in change.before.items() if may(name, value)}
    return change if kept == change.before else change._replace(before=kept or None, not_repeated=True)
