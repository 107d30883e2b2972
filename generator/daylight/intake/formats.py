"""What cells show where their number format says something that their value does not: another currency, a share, a month."""

import re
from functools import cache

from daylight.intake.cells import DATE, NUMBER, TEXT, Cell

SHARE, MONTH = "%", "month"
BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}  # formats that every spreadsheet knows by number
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CURRENCY = re.compile(r'\[\$([^\]-]+)[^\]]*\]|([€¥]|\b(?:EUR|USD|CHF)\b|US\$)|["\\](\$)')
_OURS = ("£", "GBP", "")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July")
_MONTHS += ("August", "September", "October", "November", "December")


@cache
def shows(code: str) -> str:
    """What a number format says beside the value: SHARE, MONTH where it shows no day, the sign of another currency, or ''."""
    for found in _CURRENCY.finditer(code):
        if (sign := next(filter(None, found.groups())).strip()) not in _OURS:
            return sign
    plain = _LITERAL.sub("", code).casefold()
    if "%" in plain:
        return SHARE
    return MONTH if "m" in plain and "y" in plain and not re.search(r"[dhs0#]", plain) else ""


def as_shown(cell: Cell, what: str) -> Cell:
    """A cell as it is shown. Of a month only a first day is, for nobody typed that; another day is more than it shows."""
    if what == MONTH:
        first = cell.kind == DATE and re.fullmatch(r"(\d{4})-(\d\d)-01", cell.text)
        return Cell(f"{_MONTHS[int(first[2]) - 1]} {first[1]}", TEXT) if first else cell
    if not what or cell.kind != NUMBER:
        return cell
    if what == SHARE:
        return Cell(f"{float(cell.text) * 100:.10g}%", TEXT)
    return Cell(f"{what}{cell.text}", TEXT)
