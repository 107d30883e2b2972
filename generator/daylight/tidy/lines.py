"""A YAML record with each field on a line of its own, and remarks with the field before which they stand."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from daylight.schema import Field, Schema
from daylight.sources import Entry
from daylight.writing import DASH, row, scalar
from daylight.writing.places import Group, Place, places

ROW = " " * len(DASH)
_BREAK = re.compile("[\x85\u2028\u2029]")  # what ends a line for YAML, and not for `sources`


class Part(NamedTuple):
    """A field with its place in the order, the remarks and empty lines before it, and its own lines."""

    place: int
    remarks: list[str]
    lines: list[str]


def record(schemas: Mapping[str, Schema], schema: Schema, data: bytes, entry: Entry, order: bool) -> bytes:
    """The record in the one form. `entry` is what is read from it."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    lines = text.split("\n")
    root = places(_BREAK.sub(" ", text), lines)
    found = list(_parts(schemas, schema, lines, root, entry))
    head = _head(found[0].remarks)
    found[0] = found[0]._replace(remarks=found[0].remarks[len(head) :])
    if order:
        found.sort(key=lambda part: part.place)
    after = [line.rstrip() for line in lines[max((p.end for p in root.places.values()), default=0) :]]
    made = [*head, *(line for part in found for line in (*part.remarks, *part.lines)), *after]
    return ("\n".join(made).rstrip() + "\n").encode()


def _head(remarks: list[str]) -> list[str]:
    """The remarks about the whole file: those that an empty line parts from the first field."""
    return remarks[: len(remarks) - remarks[::-1].index("")] if "" in remarks else []


def _parts(schemas: Mapping[str, Schema], schema: Schema, lines: list[str], root: Group, entry: Entry) -> Iterator[Part]:
    lists = {schemas[name].list: (number, schemas[name]) for number, name in enumerate(schema.children, len(schema.fields))}
    at = 0
    for name, place in sorted(root.places.items(), key=lambda item: item[1].line):
        remarks = [line.strip() for line in lines[at : place.line]]
        at = place.end
        if place.rows is None:
            number = -1 if name == "key" else schema.places.get(name, len(schema.fields))
            yield Part(number, remarks, _field(schema.by_name.get(name), lines, place, name, entry, 0, ""))
        else:
            number, child = lists.get(name, (len(schema.fields), None))
            yield Part(number, remarks, _list(child, lines, place, name, entry.lists[name]))


def _field(
    field: Field | None, lines: list[str], place: Place, name: str, entry: Entry, column: int, indent: str
) -> list[str]:
    """The lines of a field that stood in a column: its name, one space and its value, or as many as its value has."""
    first, *others = lines[place.line : place.end]
    if place.start:
        raw, rest = first[place.start : place.stop], first[place.stop :].rstrip()
        if field and field.type != "string" and raw[:1] in "\"'" and name in entry.texts:
            raw = scalar(entry.texts[name], field)  # a number, a day or a yes in quotation marks
        return [f"{indent}{name}: {raw}{rest}"]
    if not others:
        return [indent + first[column:].rstrip()]
    return [indent + first[column:].rstrip(), *(_moved(line, column, indent) for line in others)]


def _moved(line: str, column: int, indent: str) -> str:
    """A line of a text of several lines, as far to the right as before within its field."""
    return indent + line[column:] if line[:column].isspace() or not column else line


def _list(child: Schema | None, lines: list[str], place: Place, name: str, entries: list[Entry]) -> list[str]:
    """The lines of a list, a row beginning with two spaces, a dash and a space; what stood in brackets gets lines."""
    if not place.rows:
        return [lines[place.line].rstrip()]
    if child and _is_in_brackets(lines, place):
        return [f"{name}:", *(line for entry in entries for line in _written(child, entry).split("\n"))]
    if place.rows[0].line == place.line:
        return [line.rstrip() for line in lines[place.line : place.end]]
    made, at = [lines[place.line].rstrip()], place.line + 1
    for group, entry in zip(place.rows, entries, strict=True):
        made += [_remark(line) for line in lines[at : group.line]]
        made += _row(child, lines, group, entry)
        at = group.end
    return made


def _written(child: Schema, entry: Entry) -> str:
    """A row that stood in brackets, or a plain text that stands for one."""
    return DASH + scalar(entry.texts[""]) if "" in entry.texts else row(child, entry.texts)


def _is_in_brackets(lines: list[str], place: Place) -> bool:
    """Whether a list, or a row of it, stands in [brackets] or {braces}, with remarks nowhere in it."""
    rows = place.rows or ()
    inside = rows[0].line == place.line or any(re.match(r"\s*-\s*\{", lines[group.line]) for group in rows)
    known = all(group.places or group.alone for group in rows)
    return inside and known and not any("#" in line for line in lines[place.line : place.end])


def _remark(line: str) -> str:
    return f"  {line.strip()}" if line.strip() else ""


def _row(child: Schema | None, lines: list[str], group: Group, entry: Entry) -> list[str]:
    first = next(iter(group.places.values()), None)
    if group.alone is not None or not first or lines[group.line].lstrip(" -\t").startswith("{"):
        said, *others = lines[group.line : group.end]
        text = re.sub(r"^\s*-\s*", "", said).rstrip()
        return [DASH + text, *(_moved(line, group.column, ROW) for line in others)]
    made, at = [], group.line
    for name, place in sorted(group.places.items(), key=lambda item: item[1].line):
        made += [f"{ROW}{line.strip()}" if line.strip() else "" for line in lines[at : place.line]]
        field = child.by_name.get(name) if child else None
        made += _field(field, lines, place, name, entry, group.column, ROW)
        at = place.end
    return [DASH + made[0].removeprefix(ROW), *made[1:]]
