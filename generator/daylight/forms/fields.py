"""Reads what a correction says: a line for each field, with its name, a colon, and what it should say."""

import re
from typing import NamedTuple

from daylight.findings import close
from daylight.forms.asked import LONG
from daylight.forms.markdown import short
from daylight.record import Record
from daylight.schema import Field
from daylight.site import Site

_NAMED = re.compile(r"\s*(?:[-*•]\s+)?([^:]{1,80}?)\s*:(?!//)\s*(.*)")
_LINE = 60  # characters of a line that a reply repeats


class Said(NamedTuple):
    """A field that a correction names, and what it should say."""

    field: Field
    text: str


def read(site: Site, record: Record, text: str) -> tuple[list[Said], list[str]]:
    """The fields of a record that a text names, each once, and a sentence for each line that cannot be told.

    A text of several lines goes on below its name, but only where the field may hold so much.
    """
    names = _names(site, record)
    found: list[tuple[Field, list[str]]] = []
    wrong = []
    for line in text.split("\n"):
        parts = _NAMED.fullmatch(line)
        field = names.get(_plain(parts[1])) if parts else None
        if field and any(field is of for of, _ in found):
            wrong.append(f"“{field.title}” must stand at the beginning of one line only")
        elif field:
            found.append((field, [parts[2]]))
        elif why := _lost(site, record, line, parts[1] if parts else "", found[-1][0] if found else None):
            wrong.append(why)
        elif found:
            found[-1][1].append(line)
    said = [Said(field, "\n".join(lines).strip()) for field, lines in found]
    wrong += [
        f"what “{of.field.title}” should say must stand after it; to take it away, type: nothing" for of in said if not of.text
    ]
    return said, list(dict.fromkeys(wrong))


def _names(site: Site, record: Record) -> dict[str, Field]:
    """The fields that a person may type, by their titles and by their names in the data."""
    typed = [f for f in site.schemas[record.kind].fields if not f.derived and f.name != "key"]
    return {f.name: f for f in typed} | {_plain(f.title): f for f in typed}


def _plain(name: str) -> str:
    return " ".join(name.split()).strip("*_").casefold()


def _lost(site: Site, record: Record, line: str, name: str, above: Field | None) -> str:
    """Why a line that begins with no field cannot be told; '' for one that belongs to the text of the field above it."""
    schema = site.schemas[record.kind]
    lists = {_plain(child.plural) for c in schema.children if (child := site.schemas[c])}
    if _plain(name) in lists:
        return f"“{short(name, _LINE)}” is a list, which is changed in the file {record.path}"
    names = _names(site, record)
    near = close(_plain(name), names) if name else ""
    if not line.strip() or (above and not near and above.constraints.get("maxLength", 0) >= LONG):
        return ""
    near = near or next((title for title in names if _plain(line).startswith(f"{title} ")), "")
    if near:
        return f"the line “{short(line, _LINE)}” must begin with the name of a field and a colon, like {names[near].title}:"
    titles = ", ".join(f.title for f in schema.fields if f.name in record.values and not f.derived and f.name != "key")
    return f"the line “{short(line, _LINE)}” must begin with the name of a field and a colon; the record has {titles}"
