"""AMOUNT-TEXT: the amount is what the source prints."""

import re
from collections.abc import Iterator
from decimal import Decimal

from daylight.counted import COUNTED
from daylight.findings import ERROR, Finding, finding
from daylight.record import Record
from daylight.site import Site

OF = ("award",)
_FIGURE = re.compile(r"(\d{1,3}(?:,\s?\d{3})+|\d+)(\.\d+)?\s?(k|m|bn|thousand|million|billion)?(?![\w%])", re.IGNORECASE)
_POUNDS = re.compile(rf"£\s?{_FIGURE.pattern}|{_FIGURE.pattern}\s?(?:GBP|pounds)", re.IGNORECASE)
_TIMES = {"k": 1000, "t": 1000, "m": 10**6, "b": 10**9}
ODD = (Decimal(1000), Decimal("0.001"))  # by how much an amount differs that was read in thousands, or not


def check(site: Site, record: Record) -> Iterator[Finding]:
    """An amount is one that the source prints, or the sum; three decimals are not read (Daylight: nothing is guessed).

    Where a note on the amount says what the source does not, only what can be no amount at all is said.
    """
    v = record.values
    text, amount = v.get("amount_as_published"), v.get("amount")
    if text is None or amount is None or v.get("amount_basis") not in COUNTED:
        return
    line, printed = record.line_of("amount"), figures(text)
    if any(figure is None for figure in printed):
        yield finding("AMOUNT-TEXT", "stop", record.path, line, severity=ERROR, printed=text)
    elif printed and amount not in printed and amount != sum(printed) and "amount_note" not in v:
        name = "thousand" if any(amount == figure * odd for figure in printed for odd in ODD) else "differs"
        yield finding("AMOUNT-TEXT", name, record.path, line, of="amount", printed=text, amount=amount)


def is_doubted(site: Site, award: Record) -> bool:
    """Whether the amount of an award must be put right first, before a sum is said to be wrong with it."""
    return "amount" in award.doubted or (not award.rows("exceptions") and next(check(site, award), None) is not None)


def figures(text: str) -> list[Decimal | None]:
    """The amounts that a text prints, each in pounds; None for one that could be read in two ways, such as £22.955."""
    found = []
    alone = _FIGURE.fullmatch(text)
    for whole, part, unit, *other in [(*alone.groups(""), "")] if alone else _POUNDS.findall(text):
        whole, part, unit = (whole, part, unit) if whole else other
        if len(part) == 4 and not unit:
            found.append(None)
        else:
            found.append(Decimal(re.sub(r"[,\s]", "", whole) + part) * _TIMES.get(unit[:1].lower(), 1))
    return found
