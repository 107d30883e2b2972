"""What a person changed in a row since the workbook was made, beside what was changed in the records meanwhile."""

from collections.abc import Iterable, Mapping

from daylight.intake.cells import ERROR
from daylight.intake.inside import NOT_WORKED_OUT
from daylight.schema import Schema
from daylight.workbook.cells import CUT, days
from daylight.workbook.layout import fingerprint
from daylight.workbook.opened import Signs, Typed
from daylight.workbook.records import Texts
from daylight.workbook.slid import Touch
from daylight.workbook.taken import Remark, remark

Fields = dict[str, str | None]


def cells_wrong(row: Typed) -> list[Remark]:
    """The cells that hold no value at all: an error of a formula, or a text that was cut when the workbook was made."""
    errors = [(name, cell) for name, cell in row.cells.items() if cell.kind == ERROR]
    return [_wrong(row, name, cell.text) for name, cell in errors]


def _wrong(row: Typed, name: str, text: str) -> Remark:
    if text == NOT_WORKED_OUT:
        return remark(row.place, "formula", name)
    return remark(row.place, "error", name, value=text)


def touched(row: Typed, typed: Texts, signs: Signs | None, whole: bool) -> list[Touch]:
    """The fields that say something else than when the workbook was made.

    `whole` is whether the row was in the workbook, so that a blank cell was emptied.
    """
    if signs is None:
        return [Touch(name, text, None) for name, text in typed.items()]
    written = [name for name, text in typed.items() if fingerprint(text) != signs.get(name)]
    emptied = [name for name in signs if name not in typed and name in row.place.columns] if whole else []
    touches = (Touch(name, typed.get(name, ""), signs.get(name, "")) for name in (*written, *emptied))
    return [touch for touch in touches if touch.sign not in map(_sign, _said(row, touch.field))]


def _said(row: Typed, name: str) -> tuple[str, ...]:
    """What a cell may say still: a text that is no value is shown, and so signed, as it is; and of a day that a program wrote
    anew as 01/05/2024 nobody can say which it is, but whether it is the same."""
    text = row.cells[name].text if name in row.cells else ""
    return text, *days(text)


def changed(schema: Schema, row: Typed, touches: Iterable[Touch], now: Texts) -> tuple[Fields, list[Remark]]:
    """The fields of a row that a person changed, None where a cell was emptied; and those of which the record was changed too.

    `touches` are those of the row, and `now` the texts of the record.
    """
    fields: Fields = {}
    remarks: list[Remark] = []
    for name, text, sign in touches:
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
