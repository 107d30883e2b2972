"""Texts that must have a form: addresses, numbers of registers, years, months and quarters."""

import re
from collections.abc import Iterator
from datetime import datetime

from daylight.typed.amounts import QUOTES
from daylight.typed.days import in_english

_YEARS = re.compile(r"(?:FY\s*)?((?:\d\d)?\d\d)\s*[-/–]\s*((?:\d\d)?\d\d)", re.ASCII | re.IGNORECASE)


def address(text: str) -> str:
    """The address of a web page."""
    plain = text.strip("<>" + QUOTES).replace("\\", "/").strip()
    if "@" in plain or re.match(r"[a-zA-Z]:/", plain) or plain.count("://") > 1:
        return ""
    plain = re.sub(r"^(h?t?t?ps?|https?|htps?|htpps?|http?s?):?/{1,2}(?=[\w-]+\.)", "https://", plain)
    if re.match(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|$)", plain):
        plain = f"https://{plain}"
    return plain.replace(" ", "%20") if plain.count(" ") <= 2 else ""


def forms(text: str) -> Iterator[str]:
    """What a text may have been meant as that must have a form, the likeliest first."""
    plain = text.strip(QUOTES).strip()
    yield plain
    if found := _YEARS.fullmatch(plain):
        first, last = (int(part[-2:]) for part in found.groups())
        if (first + 1) % 100 == last:
            yield f"{found[1] if len(found[1]) == 4 else f'20{first:02d}'}-{last:02d}"
    plain = re.sub(r"\.0$", "", re.sub(r"^(?:no|number|nr)\b\.?:?\s*", "", plain, flags=re.IGNORECASE))
    tight = re.sub(r"\s", "", plain)
    zeros = re.sub(r"(?<=\d)\w+|\w+(?=\d)", lambda part: re.sub("[oO]", "0", re.sub("[lI]", "1", part[0])), tight)
    yield from (plain, plain.upper(), re.sub(r"[\s_]+", "-", plain).upper(), tight, tight.upper(), zeros)
    yield from _periods(plain)
    if zeros.isascii() and zeros.isdigit() and 5 <= len(zeros) < 8:
        yield zeros.zfill(8)  # a company number from which a spreadsheet took the first zeros


def _periods(text: str) -> Iterator[str]:
    """A month or a quarter of a year: May 2024 is 2024-05, and Q1 2026 is 2026-Q1."""
    plain = in_english(text)
    for form in ("%B %Y", "%b %Y", "%b-%Y", "%b-%y", "%m/%Y"):
        try:
            yield datetime.strptime(plain, form).strftime("%Y-%m")
        except ValueError:
            continue
    if found := re.fullmatch(r"(?:q|quarter )([1-4]),? (?:of )?(\d{4})", plain, re.IGNORECASE | re.ASCII):
        yield f"{found[2]}-Q{found[1]}"
    if found := re.fullmatch(r"(\d{4})[ /-]?q([1-4])", plain, re.IGNORECASE | re.ASCII):
        yield f"{found[1]}-Q{found[2]}"
