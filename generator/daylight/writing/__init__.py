"""Writes records as text, in one style: a new file, or only what changes in one that is there.

`record` makes a whole YAML file, `edits.edited` changes fields of one and leaves every other byte as it is, and
`tables.edited` does the same for a row of a CSV table. What is written reads back, by `sources`, as what was given.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

import yaml

from daylight.schema import Field, Schema

Fields = Mapping[str, str]
DASH = "  - "  # begins a row of a list
_BACK = yaml.CSafeLoader("")  # tells as what other programs would take a plain text
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`£].*", re.DOTALL)
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def record(
    schemas: Mapping[str, Schema], kind: str, fields: Fields, rows: Mapping[str, Sequence[Fields]] | None = None
) -> str:
    """A YAML file with the fields of a record, and the rows of its lists by their names, in the order of the schema.

    Texts are as people type them: "12500.00", "2024-05-01", "yes". Empty ones are left out, and so is the key, which is the
    name of the file. A name that no schema knows is a KeyError: our bug.
    """
    schema = schemas[kind]
    lines = [line(field.name, fields[field.name], field) for field in ordered(schema, fields) if field.name != "key"]
    for child in lists(schemas, schema, rows or {}):
        if given := [row(child, of) for of in rows[child.list] if any(of.values())]:
            lines += [f"{child.list}:", *given]
    return "\n".join(lines) + "\n"


def ordered(schema: Schema, names: Mapping[str, str | None]) -> list[Field]:
    """The fields that have a text, in the order of the schema."""
    if unknown := names.keys() - schema.by_name.keys():
        raise KeyError(f"{schema.name} has no field {sorted(unknown)}")
    return [field for field in schema.fields if names.get(field.name)]


def lists(schemas: Mapping[str, Schema], schema: Schema, names: Iterable[str]) -> list[Schema]:
    """The schemas of the lists of some names, in the order in which a record has them."""
    found = [schemas[child] for child in schema.children if schemas[child].list in names]
    if unknown := set(names) - {child.list for child in found}:
        raise KeyError(f"{schema.name} has no list {sorted(unknown)}")
    return found


def row(child: Schema, fields: Fields, dash: str = DASH) -> str:
    """A row of a list, in as many lines as it has fields. The record that it belongs to is understood."""
    own = [f for f in ordered(child, fields) if f.name != child.parent]
    said = [line(field.name, fields[field.name], field, " " * len(dash)) for field in own]
    said[0] = dash + said[0][len(dash) :]
    return "\n".join(said)


def line(name: str, text: str, field: Field | None = None, indent: str = "") -> str:
    """A name and its text; more than one line where the text has more."""
    return f"{indent}{name}: {scalar(text, field, indent)}"


def scalar(text: str, field: Field | None = None, indent: str = "") -> str:
    """A text as YAML reads it back: plain where that is safe, else in double quotes; one of several lines as a block."""
    if "\n" in text and _fits_block(text):
        return "|-\n" + "\n".join(f"{indent}  {part}" if part else "" for part in text.split("\n"))
    if not text.isprintable():
        return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
    return text if _is_plain(text) and not _is_retyped(text, field) else json.dumps(text, ensure_ascii=False)


def _fits_block(text: str) -> bool:
    parts = text.split("\n")
    return not parts[0][:1].isspace() and parts[0] and all(part.isprintable() for part in parts) and parts[-1]


def _is_plain(text: str) -> bool:
    if not (_PLAIN.fullmatch(text) or re.fullmatch(r"[-?:][^\s,\[\]{}].*", text)):
        return False
    return ": " not in text and " #" not in text and not text.endswith((":", " "))


def _is_retyped(text: str, field: Field | None) -> bool:
    """Whether other programs would take a text for a number, a day or yes and no, and so lose the nought of 0123."""
    if field is not None and field.type != "string":
        return False
    if not re.match(r"[-+.0-9=<~]|(?:yes|no|on|off|true|false|null|y|n)$", text, re.IGNORECASE):
        return False
    return _BACK.resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str"
