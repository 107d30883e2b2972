"""Reads amounts of money as people type them, exactly or not at all."""

import re
from decimal import Decimal
from typing import NamedTuple

LONGEST = 20  # characters; more is no amount of anything
PENNY = Decimal("0.01")
LONG, NOISE = 5, Decimal("0.00001")  # what a spreadsheet adds when it adds up in binary: many decimals, of nothing
THOUSANDS = 3  # digits behind a sign that may be that of thousands
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_APART = re.compile(r"\d\s+\d")
_GROUPED = re.compile(r"\D*\d{1,3}(?:[^\S\n]\d{3})+(?:\.\d+)?\D*")  # 12 500, and not two amounts in one cell
_MARK = re.compile(r"\s*(?:\[\w{1,2}\]|[*†‡¹²³]+|(?<=\d)\s+\(\d\))$")  # of a footnote
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_SHORT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(k|thousand|m|mn|million|bn|billion)", re.IGNORECASE)
_BY = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}


class Amount(NamedTuple):
    """What a cell of money says: its value in pounds, or else why not (`short` for 12k, `pence` for three decimals, `long` for
    more, `unread`), with what to type instead where that is sure; and whether a footnote mark was left out."""

    value: Decimal | None
    why: str = ""
    fix: str = ""
    marked: bool = False


def amount(text: str, unit: int = 1) -> Amount:
    """The amount that a text says, times `unit`. Below zero in brackets, or with a minus before or behind.

    An amount of which a part of a penny would be left, or that has three decimals in pounds, is not read: £22.955 may be
    £22,955.
    """
    marked = bool(_MARK.search(text))
    bare = _MARK.sub("", text)
    if _APART.search(bare) and not _GROUPED.fullmatch(bare):
        return Amount(None, "unread", "", marked)
    plain = _SPACES.sub("", bare).replace("−", "-").replace("–", "-")
    plain, below = _sign(plain)
    plain = re.sub(r"^(?:£|GBP)|(?:£|GBP)$", "", plain, flags=re.IGNORECASE)
    if plain.startswith("-") and not below:
        plain, below = plain[1:], True
    if short := _SHORT.fullmatch(plain):
        whole = Decimal(short[1].replace(",", "")).scaleb(_BY[short[2].lower()])
        return Amount(None, "short", "" if whole != whole.quantize(PENNY) else f"{whole:.2f}", marked)
    if not (found := _DIGITS.fullmatch(plain)) or len(plain) > LONGEST:
        return Amount(None, "unread", "", marked)
    value = Decimal(plain.replace(",", "")) * unit
    if len(found[1] or "") > LONG and abs(value - value.quantize(PENNY)) < NOISE:
        value = value.quantize(PENNY)
    elif (unit == 1 and len(found[1] or "") > 2) or value != value.quantize(PENNY):
        long = unit == 1 and len(found[1]) > THOUSANDS
        return Amount(None, "long", f"{value.quantize(PENNY):.2f}", marked) if long else Amount(None, "pence", "", marked)
    return Amount((-value if below else value).quantize(PENNY), "", "", marked)


def _sign(text: str) -> tuple[str, bool]:
    """A text without the brackets or the minus that say that it is below zero, and whether it had them."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1], True
    if text.startswith("£(") and text.endswith(")"):
        return text[2:-1], True
    if text.endswith("-"):
        return text[:-1], True
    return (text[1:], True) if text.startswith("-") else (text, False)
