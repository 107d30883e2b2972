"""Writes an empty record of a kind, with each field that must be there and what it should look like."""

import re
from pathlib import Path

from daylight.schema import Schema


def text(schema: Schema) -> str:
    """A YAML record with an example for each field that has one; the optional ones are commented out."""
    lines = [f"# {schema.title}: replace the examples. Delete what is not known; a line that begins with # is not read."]
    for field in schema.fields:
        if field.name == "key" or field.derived:
            continue
        must = field.constraints.get("required")
        if must or field.example:
            lines.append(f"{'' if must else '# '}{field.name}: {field.example}")
    return "\n".join(lines) + "\n"


def is_key(text: str) -> bool:
    """Whether a text can be the key of a record, and so the name of its file."""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text))


def write(office: Path, schema: Schema, key: str) -> Path | None:
    """Writes the record and returns its path; None, and nothing written, where it is there already."""
    path = office / "data" / schema.folder / f"{key}.yml"
    if path.exists():
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(schema), "utf-8")
    return path
