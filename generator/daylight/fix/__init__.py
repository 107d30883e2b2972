"""Makes the corrections that findings propose, where what they propose is surely what was meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from daylight.findings import Finding, readable, shown, words
from daylight.fix.making import is_only, record, table
from daylight.fix.sure import NEVER, is_sure
from daylight.fix.values import Value, values
from daylight.private import hidden
from daylight.schema import Schema, load_schemas, of_file


class Correction(NamedTuple):
    """A value that is to be another, or with `name` a field that is to have another name: where it stands, and both texts."""

    path: str
    line: int
    field: str
    before: str
    after: str
    name: bool = False

    def text(self) -> str:
        """The correction in one line. What looks private is not repeated."""
        what = "the name of a field" if self.name else f"the {words(self.field)}"
        return f"{readable(self.path)}:{self.line}: {what}: {shown(hidden(self.before))} → {readable(self.after)}"


@dataclass(frozen=True)
class Fixed:
    """The corrections in the order of the files, and the new bytes of each file that has one, by its path below the office."""

    corrections: tuple[Correction, ...]
    files: Mapping[str, bytes]


def fix(office: Path, found: Iterable[Finding]) -> Fixed:
    """What of the things found in an office can surely be corrected. Nothing is written, and all other bytes stay."""
    by_path: dict[str, list[Finding]] = {}
    for said in sorted(set(found)):
        if said.fix and said.rule not in NEVER:
            by_path.setdefault(said.path, []).append(said)
    schemas, made, files = load_schemas(), [], {}
    for path, those in by_path.items():
        if (schema := of_file(schemas, path)) and (office / path).is_file():
            data = (office / path).read_bytes()
            names, texts = _wanted(schemas, schema, values(schemas, path, data), those, path.endswith(".csv"))
            if names or texts:
                new = table(data, names, texts) if path.endswith(".csv") else record(schemas, schema, data, names, texts)
                if is_only(values(schemas, path, data), values(schemas, path, new), names, texts):
                    made += _corrections(path, names, texts)
                    files[path] = new
    return Fixed(tuple(made), files)


def _wanted(
    schemas: Mapping[str, Schema], schema: Schema, there: list[Value], found: list[Finding], in_table: bool
) -> tuple[dict[Value, str], dict[Value, str]]:
    """The new names and the new texts of some values. Of two values of one name on a line, neither is taken."""
    names, texts = {}, {}
    lists = {schemas[child].list: schemas[child] for child in schema.children}
    for said in found:
        if said.rule == "FIELD":
            named = [v for v in there if said.line in (v.line, 1 if in_table else 0) and f'"{v.field}"' in said.message]
            free = not any((o.list, o.field) == (v.list, said.fix) and o.row == v.row for o in there for v in named)
            sure = free and (in_table or len(named) == 1) and any(is_sure(said, None, v.field) for v in named)
            names |= dict.fromkeys(named, said.fix) if sure else {}
        else:
            of = [v for v in there if (v.line, v.field) == (said.line, said.field)]
            fields = [lists.get(v.list, schema).by_name.get(v.field) for v in of]
            texts |= {v: said.fix for v in of if len(of) == 1 and is_sure(said, fields[0], v.text)}
    return names, texts


def _corrections(path: str, names: Mapping[Value, str], texts: Mapping[Value, str]) -> list[Correction]:
    renamed = {
        Correction(path, 1 if path.endswith(".csv") else value.line, value.field, value.field, name, name=True)
        for value, name in names.items()
    }
    return sorted([*renamed, *(Correction(path, v.line, v.field, v.text, text) for v, text in texts.items())])
