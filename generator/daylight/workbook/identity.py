"""Says of each row of a workbook which record it is, or which it will be: by its mark, by its key, or by a key made for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from daylight.findings import words
from daylight.intake import keys
from daylight.intake.keys import NAMELESS, Naming
from daylight.intake.place import Place
from daylight.read import slug
from daylight.schema import Schema
from daylight.values import parse
from daylight.workbook import example
from daylight.workbook.layout import EXAMPLE_MARK, KEY, fingerprint
from daylight.workbook.opened import Signs, Typed
from daylight.workbook.records import Texts
from daylight.workbook.taken import Remark, remark


class Own(NamedTuple):
    """A row of a kind with the key of its record. `signs` say what each field said when the workbook was made, or are None;
    `whole` is whether the row was in it, so that a cell that is blank now was emptied."""

    row: Typed
    key: str
    signs: Signs | None
    whole: bool


def examples(schema: Schema, rows: Sequence[Typed]) -> tuple[list[Typed], list[Place], list[Remark]]:
    """The rows but the example, and where that is. What is left of it in a row of one's own is a remark."""
    said = {name: fingerprint(text) for name, text in example.texts(schema).items()}
    left, places, remarks = [], [], []
    for row in (row for row in rows if row.cells):
        marked = row.name == EXAMPLE_MARK
        signs = row.signs if marked else said
        same = [name for name, cell in row.cells.items() if fingerprint(cell.text) == signs.get(name)]
        kept = [n for n in same if _tells(schema, n, row.cells[n].text)] if marked else []
        kept += [name for name, cell in row.cells.items() if KEY in cell.text and name not in kept]
        if len(same) == len(row.cells) and (marked or kept or len(same) > 2):
            places.append(row.place)
        elif kept:
            remarks.append(remark(row.place, "example", kept[0], value=row.cells[kept[0]].text))
        else:
            left.append(row._replace(name="", signs=None) if marked else row)
    return left, places, remarks


def _tells(schema: Schema, name: str, text: str) -> bool:
    """Whether a text can only be that of the example: a sentence, an address, a key; and not a choice or a small number."""
    field = schema.by_name[name]
    return bool(field.refers or name == "key" or (field.type == "string" and not field.categories and len(text) > 15))


def identify(
    schema: Schema,
    rows: Sequence[Typed],
    made: Mapping[str, Signs],
    there: Mapping[str, Texts],
    texts: Callable[[Typed], Texts],
) -> tuple[list[Own], list[Remark]]:
    """The rows of a kind with their keys, and what must be put right in others.

    `made` are the marks when the workbook was made, `there` the records now, both by key; `texts` gives those of a row.
    """
    remarks: list[Remark] = []
    keyed: list[tuple[Typed, str]] = []
    unkeyed: list[Typed] = []
    typed = {row.cells["key"].text for row in rows if "key" in row.cells}
    for row in rows:
        key = row.cells["key"].text if "key" in row.cells else ""
        if row.name and row.name != key and (row.name not in typed or _is_still(row, key, made, texts)):
            remarks.append(remark(row.place, "key-changed", "key", before=row.name))
        elif key and key not in there and parse(schema.by_name["key"], key, "", 1)[1]:
            remarks.append(remark(row.place, "key-form", "key", slug(key), value=key))
        elif key:
            keyed.append((row, key))
        else:
            unkeyed.append(row)
    own, more = _once(keyed, made)
    fresh, wrong = _named(schema, unkeyed, {o.key: o for o in own}, made, there, texts)
    return [*own, *fresh], [*remarks, *more, *wrong]


def _is_still(row: Typed, key: str, made: Mapping[str, Signs], texts: Callable[[Typed], Texts]) -> bool:
    """Whether a row with the key of another is still the record of its mark, by what it says."""
    said = {name: fingerprint(text) for name, text in texts(row).items() if name != "key"}
    own, others = ({name: sign for name, sign in (of or {}).items() if name != "key"} for of in (row.signs, made.get(key)))
    return bool(others) and len(said.items() & own.items()) > len(said.items() & others.items())


def _once(keyed: Sequence[tuple[Typed, str]], made: Mapping[str, Signs]) -> tuple[list[Own], list[Remark]]:
    """The rows that say their key, each key once."""
    found: dict[str, Own] = {}
    remarks = []
    for row, key in keyed:
        if earlier := found.get(key):
            remarks.append(remark(row.place, "key-twice", "key", value=key, other=earlier.row.place.row))
        else:
            marked = row.name == key
            found[key] = Own(row, key, row.signs if marked else made.get(key), marked)
    return list(found.values()), remarks


def _named(
    schema: Schema,
    rows: Sequence[Typed],
    own: Mapping[str, Own],
    made: Mapping[str, Signs],
    there: Mapping[str, Texts],
    texts: Callable[[Typed], Texts],
) -> tuple[list[Own], list[Remark]]:
    """The rows without a key, each with one that is the same whenever the same workbook is read."""
    naming = keys.OF.get(schema.name) or Naming(("reference",), (schema.label,))
    found, remarks = [], []
    owners = {text.casefold(): key for key, of in there.items() if (text := of.get("reference", ""))}
    said = [texts(row) for row in rows]
    for row, of, key in zip(rows, said, keys.keys(naming, said, there.get), strict=True):
        owner = owners.get(of.get("reference", "").casefold(), key.key)
        if key.why_not == NAMELESS:
            remarks.append(remark(row.place, "nameless", schema.label, title=schema.by_name[schema.label].title))
        elif key.why_not:
            remarks.append(remark(row.place, "same-row", other=rows[key.other].place.row))
        elif key.key in own:
            other = own[key.key].row.place.row
            remarks.append(remark(row.place, "same-record", kind=words(schema.name), key=key.key, other=other))
        elif owner != key.key:
            remarks.append(remark(row.place, "same-reference", "reference", value=of["reference"], key=owner))
        else:
            found.append(Own(row, key.key, made.get(key.key), False))
    return found, remarks
