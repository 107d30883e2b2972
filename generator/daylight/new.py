"""Writes an empty record of a kind, with each field that must be there and what it should look like."""

import re
from pathlib import Path

from daylight.load import files, read
from daylight.read import LONGEST, example
from daylight.schema import Field, Schema, load_schemas

RULED = frozenset({"source", "amount"})  # fields that no schema requires, but SRC-01 and NUM-01 ask for


def text(schema: Schema) -> str:
    """A YAML record with an example for each field that must be there, or has one; the optional ones are commented out.

    As it stands, check takes it.
    """
    lines = [f"# {schema.title}: replace the examples. Delete what is not known; a line that begins with # is not read."]
    for field in schema.fields:
        if field.name == "key" or field.derived:
            continue
        must = field.constraints.get("required")
        if must or field.example:
            lines.append(f"{'' if must or field.name in RULED else '# '}{field.name}: {_example(field)}")
    return "\n".join(lines) + "\n"


def _example(field: Field) -> str:
    """What the field looks like; for a text without an example in the schema, what is to be written there."""
    said = example(field) or field.description
    return f'"{said}"' if re.search(": | #", said) else said


def is_key(text: str) -> bool:
    """Whether a text can be the key of a record, and so the name of its file."""
    return len(text) <= LONGEST and bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text))


def place(office: Path, schema: Schema, key: str) -> str:
    """Where below the office a record of the kind has the key, in a file of its own or in a table; '' where none has it."""
    own = f"data/{schema.folder}/{key}.yml"
    if (office / own).exists():
        return own
    paths = [path for path in files(office) if path.startswith(f"data/{schema.folder}/")]
    named = (path for path in paths if path.endswith(f"/{key}.yml"))
    found = (r.path for part in read(office, load_schemas(), paths).values() for r in part.records if r.key == key)
    return next((path for of in (named, found) for path in of), "")


def write(office: Path, schema: Schema, key: str) -> Path | None:
    """Writes the record and returns its path; None, and nothing written, where the key is used already."""
    if place(office, schema, key):
        return None
    path = office / "data" / schema.folder / f"{key}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(schema), "utf-8")
    return path
