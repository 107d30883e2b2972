"""What a person changed in a row since the workbook was made, beside what was changed in the records meanwhile."""

from collections.abc import Iterator, Mapping

from daylight.intake.cells import ERROR
from daylight.schema import Schema
from daylight.workbook.cells import CUT
from daylight.workbook.layout import fingerprint
from daylight.workbook.opened import Signs, Typed
from daylight.workbook.records import Texts
from daylight.workbook.taken import Remark, remark

Fields = dict[str, str | None]


def cells_wrong(row: Typed) -> list[Remark]:
    """The cells that hold no value at all: an error of a formula, or a text that was cut when the workbook was made."""
    errors = [(name, cell) for name, cell in row.cells.items() if cell.kind == ERROR]
    return [remark(row.place, "error", name, value=cell.text) for name, cell in errors]


def touched(row: Typed, typed: Texts, signs: Signs | None, whole: bool) -> Iterator[tuple[str, str, str | None]]:
    """The fields that say something else than when the workbook was made: the name, the text ('' where a cell was emptied),
    and the sign of what the record said then: '' for nothing, None where that is not known.

    `whole` is whether the row was in the workbook, so that a blank cell was emptied.
    """
    for name in row.place.columns:
        text = typed.get(name, "")
        sign = None if signs is None else signs.get(name, "")
        said = row.cells[name].text if name in row.cells else ""  # a text that is no value is shown, and so signed, as it is
        if (text or (whole and sign)) and sign not in (_sign(text), _sign(said)):
            yield name, text, sign


def changed(
    schema: Schema, row: Typed, typed: Texts, signs: Signs | None, whole: bool, now: Texts
) -> tuple[Fields, list[Remark]]:
    """The fields of a row that a person changed, None where a cell was emptied; and those of which the record was changed too.

    `typed` and `now` are the texts of the row and of the record; for the others see `touched`.
    """
    fields: Fields = {}
    remarks: list[Remark] = []
    for name, text, sign in touched(row, typed, signs, whole):
        current = now.get(name, "")
        if text == current:
            continue
        if (cell := row.cells.get(name)) and cell.text.endswith(CUT):
            remarks.append(remark(row.place, "cut", name))
        elif _sign(current) != (sign or ""):
            said = {"title": schema.by_name[name].title, "now": current or "nothing", "typed": text or "nothing"}
            remarks.append(remark(row.place, "both", name, **said))
        else:
            fields[name] = text or None
    return fields, remarks


def place_of(signs: Signs, number: int, rows: Mapping[int, Texts], but: str) -> int:
    """The number of the row of a list that says what it said then, wherever it stands now; 0 where none does.

    `but` is the field that names the record, which all rows share.
    """
    wanted = {name: sign for name, sign in signs.items() if name != but}
    same = (n for n in (number, *rows) if n in rows and _signs(rows[n], but) == wanted)
    return next(same, 0)


def _sign(text: str) -> str:
    return fingerprint(text) if text else ""


def _signs(texts: Texts, but: str) -> dict[str, str]:
    return {name: fingerprint(text) for name, text in texts.items() if name != but}
