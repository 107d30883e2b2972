"""Changes fields of a YAML record and leaves every other byte as it is: comments, order, quotes, line ends."""

import re
from collections.abc import Mapping
from functools import partial

from daylight.schema import Field, Schema
from daylight.sources import Entry, read_yaml
from daylight.writing import DASH, line, lists, row, scalar
from daylight.writing.places import Group, Place, places

Changed = Mapping[str, str | None]
_ENDS = re.compile("\r\n?")
_BREAK = re.compile("[\x85\u2028\u2029]")  # what ends a line for YAML, and not for `sources`


def edited(
    text: str,
    schemas: Mapping[str, Schema],
    kind: str,
    fields: Changed,
    rows: Mapping[str, Mapping[int, Changed]] | None = None,
) -> str:
    """The text of a YAML record with other fields; None takes one away. In `rows`, by the name of a list and the number of a
    row from 1, stands what changes in it; a number past the end is a new row.

    The text must be one that `sources` reads without an error. A new field comes after those that the schema has before it.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    lines = _ENDS.sub("\n", text.removeprefix("\ufeff")).removesuffix("\n").split("\n")
    schema = schemas[kind]
    for name in sorted(fields, key=schema.places.__getitem__):
        lines = _field(schema, lines, _root(lines), name, fields[name])
    for child in lists(schemas, schema, rows or {}):
        lines = _list(schemas, schema, child, lines, rows[child.list])
    return mark + "".join(part + end for part in lines)


def _root(lines: list[str]) -> Group:
    return places(_BREAK.sub(" ", "\n".join(lines)), lines)


def _field(schema: Schema, lines: list[str], group: Group, name: str, text: str | None) -> list[str]:
    """The lines with another text of one field of the record, or of a row."""
    field, place, indent = schema.by_name[name], group.places.get(name), " " * group.column
    if place is None:
        at = _after(schema, group, name)
        return [*lines[:at], *(line(name, text, field, indent).split("\n") if text else ()), *lines[at:]]
    if not text:
        return _without(lines, group, place)
    if place.start and "\n" not in text:
        whole = lines[place.line]
        said = [whole[: place.start] + scalar(text, field) + whole[place.stop :]]
    else:
        said = line(name, text, field, indent).split("\n")
        said[0] = lines[place.line][: group.column] + said[0][group.column :]  # the dash before the first field of a row
    return [*lines[: place.line], *said, *lines[place.end :]]


def _without(lines: list[str], group: Group, place: Place) -> list[str]:
    dash = lines[place.line][: group.column]
    if dash.strip() and len(group.places) > 1:  # the dash goes to the field that is now the first
        following = min(p.line for p in group.places.values() if p.line > place.line)
        lines = [*lines[:following], dash + lines[following][group.column :], *lines[following + 1 :]]
    return [*lines[: place.line], *lines[place.end :]]


def _after(schema: Schema, group: Group, name: str) -> int:
    """The line for a new field: after the one that comes next before it in the schema, of those that are there."""
    order = schema.places
    before = [other for other in group.places if order.get(other, len(order)) < order[name]]
    if before:
        return group.places[max(before, key=order.__getitem__)].end
    return group.line if group.column == 0 else group.end


def _list(
    schemas: Mapping[str, Schema], schema: Schema, child: Schema, lines: list[str], rows: Mapping[int, Changed]
) -> list[str]:
    """The lines with other rows of one list: those that are there from the last one up, then the new ones."""
    place = _root(lines).places.get(child.list)
    if place and place.rows and place.rows[0].line == place.line:  # [in, brackets]
        lines = _as_block(child, lines, place)
    there = place.rows or () if place else ()
    for number in sorted((n for n in rows if n <= len(there)), reverse=True):
        lines = _row(child, lines, number, rows[number])
    new = [{name: text for name, text in rows[n].items() if text} for n in sorted(rows) if n > len(there)]
    if not (new := [fields for fields in new if fields]):
        return lines
    root = _root(lines)
    place = root.places.get(child.list)
    if place and place.rows:
        dash = re.match(r"\s*-\s*", lines[place.rows[-1].line])
        return [*lines[: place.end], *_rows(child, new, dash[0] if dash else DASH), *lines[place.end :]]
    at = (place.line, place.end) if place else (_before_list(schemas, schema, child, root),) * 2
    return [*lines[: at[0]], f"{child.list}:", *_rows(child, new), *lines[at[1] :]]


def _rows(child: Schema, new: list[Changed], dash: str = DASH) -> list[str]:
    return [part for fields in new for part in row(child, fields, dash).split("\n")]


def _as_block(child: Schema, lines: list[str], place: Place) -> list[str]:
    """The lines with a list that stood in brackets, a row on each line."""
    entries = read_yaml("", "\n".join(lines).encode())[0][0].lists[child.list]
    said = _rows(child, list(map(partial(_texts, _own(child)), entries)))
    return [*lines[: place.line], f"{child.list}:", *said, *lines[place.end :]]


def _own(child: Schema) -> Field:
    """The field for which a plain text stands in a list."""
    return next(f for f in child.fields if not f.derived and f.name != child.parent)


def _texts(own: Field, entry: Entry) -> dict[str, str]:
    return {name or own.name: text for name, text in entry.texts.items()}


def _before_list(schemas: Mapping[str, Schema], schema: Schema, child: Schema, root: Group) -> int:
    """The line for a new list: before the first of those that the schema has after it."""
    names = [schemas[name].list for name in schema.children]
    later = names[names.index(child.list) + 1 :]
    return min((p.line for n, p in root.places.items() if n in later), default=root.end)


def _row(child: Schema, lines: list[str], number: int, fields: Changed) -> list[str]:
    """The lines with other fields of one row of a list."""

    def group() -> Group:
        return _root(lines).places[child.list].rows[number - 1]

    if (alone := group().alone) is not None:
        own, place = _own(child), group()
        texts = {name: text for name, text in ({own.name: alone} | dict(fields)).items() if text}
        dash = re.match(r"\s*-\s*", lines[place.line])[0]
        plain = texts.keys() == {own.name} and "\n" not in texts[own.name]
        rest = lines[place.line][place.stop :] if place.stop else ""
        said = [dash + scalar(texts[own.name], own) + rest] if plain else row(child, texts, dash).split("\n") if texts else []
        return [*lines[: place.line], *said, *lines[place.end :]]
    for name in sorted(fields, key=child.places.__getitem__):
        lines = _field(child, lines, group(), name, fields[name])
    return lines
