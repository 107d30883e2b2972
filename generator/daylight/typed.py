"""What was surely meant by a date, an amount or a number that is typed as people type it, or as a spreadsheet shows it.

Each function returns the text as it must be typed, or '' where it could be read in two ways, or not at all.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

YES_NO = {
    **dict.fromkeys(("y", "yes", "true", "1", "✓", "✔", "☑"), "yes"),
    **dict.fromkeys(("n", "no", "false", "0", "✗", "✘", "☐"), "no"),
}
_WORDS = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_QUOTES = "“”„‘’\"'"
_WRITTEN = (
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d %b %y",
    "%d %B %y",
    "%Y/%m/%d",
    "%Y%m%d",
)
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?", re.ASCII)
_SHORT = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}", re.ASCII)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_EXCEL = range(36_526, 58_440)  # the days from 2000 to 2059 as a spreadsheet counts them
_ZEROS = re.compile(r"(?<=\d)[oO](?=[-\d]|$)|(?<=[-\d])[oO](?=\d)")
_GROUPS = r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,3}(?: \d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?"
_MONEY = re.compile(rf"(?:£|GBP)?\s*({_GROUPS})\s*(?:pounds|GBP)?", re.ASCII | re.IGNORECASE)
_CONTINENTAL = re.compile(r"(?:£|GBP)?\s*(\d{1,3}(?:\.\d{3})+),(\d\d)", re.ASCII)
_SHORTENED = re.compile(r"£?\s*(\d{1,3})(?:\.(\d{1,3}))?\s*(k|m)", re.ASCII | re.IGNORECASE)
_YEARS = re.compile(r"(?:FY\s*)?((?:\d\d)?\d\d)\s*[-/–]\s*((?:\d\d)?\d\d)", re.ASCII | re.IGNORECASE)


def day(text: str) -> str:
    """An ISO day. British dates have the day first; of 01/05/2024 nobody can say which is the day.

    A moment of another zone has none either: 23:00Z in summer is an hour of the day after.
    """
    plain = " ".join(_WEEKDAY.sub("", _ZEROS.sub("0", text)).replace(",", " ").split())
    if found := _YEAR_FIRST.fullmatch(plain):
        return _iso(*map(int, found.groups()))
    plain = re.sub(r"(\d)(st|nd|rd|th)\b( of)?", r"\1", plain)
    for form in _WRITTEN:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    if found := _SLASHED.fullmatch(plain):
        first, second, year = map(int, found.groups())
        return _iso(year, second, first) if first > 12 or first == second else ""
    if plain.isascii() and plain.isdigit() and len(plain) == 5 and int(plain) in _EXCEL:
        return (date(1899, 12, 30) + timedelta(int(plain))).isoformat()
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def is_ambiguous(text: str) -> bool:
    """Whether a text is one day if the day stands first, and another if the month does."""
    found = _SLASHED.fullmatch(text)
    return bool(found) and bool(_iso(int(found[3]), int(found[2]), int(found[1])))


def has_short_year(text: str) -> bool:
    """Whether a date has two digits for its year, or for its day: 14/07/26."""
    return bool(_SHORT.fullmatch(text))


def time(text: str) -> str:
    """A time like 17:00."""
    plain = text.lower().replace(" ", "")
    if plain in ("noon", "midday", "12noon", "12:00noon"):
        return "12:00"
    if not (found := re.fullmatch(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)?", plain, re.ASCII)):
        return ""
    hour, minute, half = int(found[1]), found[2] or "00", found[3]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not found[2]:
        return ""
    return f"{hour:02d}:{minute}" if hour < 24 and int(minute) < 60 else ""


def money(text: str) -> str:
    """Pounds and pence. Where a stop may be a comma, or a sign be one of money that came back, nobody can say."""
    plain = re.sub(r"\s", " ", text).strip(_QUOTES).strip()
    if re.fullmatch(r"£?\d[\doO.,]*", plain, re.ASCII):
        plain = re.sub("[oO]", "0", plain)
    if found := _MONEY.fullmatch(plain):
        return re.sub("[, ]", "", found[1])
    if found := _CONTINENTAL.fullmatch(plain):
        return f"{found[1].replace('.', '')}.{found[2]}"
    if found := _SHORTENED.fullmatch(plain):
        zeros = 3 if found[3].lower() == "k" else 6
        return f"{found[1]}{(found[2] or '').ljust(zeros, '0')}"
    return ""


def number(text: str) -> str:
    """A number without what stands around it."""
    plain = text.strip(_QUOTES).lower().removesuffix("%").removesuffix(" per cent").strip()
    if plain in _WORDS:
        return str(_WORDS.index(plain))
    plain = re.sub(r"(?<=\d)\.0+$", "", plain)
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain) if re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?|\d+", plain, re.ASCII) else ""


def address(text: str) -> str:
    """The address of a web page."""
    plain = text.strip("<>" + _QUOTES).replace("\\", "/").strip()
    if "@" in plain or re.match(r"[a-zA-Z]:/", plain) or plain.count("://") > 1:
        return ""
    plain = re.sub(r"^(h?t?t?ps?|https?|htps?|htpps?|http?s?):?/{1,2}(?=[\w-]+\.)", "https://", plain)
    if re.match(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|$)", plain):
        plain = f"https://{plain}"
    return plain.replace(" ", "%20") if plain.count(" ") <= 2 else ""


def forms(text: str) -> Iterator[str]:
    """What a text may have been meant as that must have a form, the likeliest first."""
    plain = text.strip(_QUOTES).strip()
    yield plain
    if found := _YEARS.fullmatch(plain):
        first, last = (int(part[-2:]) for part in found.groups())
        if (first + 1) % 100 == last:
            yield f"{found[1] if len(found[1]) == 4 else f'20{first:02d}'}-{last:02d}"
    plain = re.sub(r"\.0$", "", re.sub(r"^(?:no|number|nr)\b\.?:?\s*", "", plain, flags=re.IGNORECASE))
    tight = re.sub(r"\s", "", plain)
    zeros = re.sub("[oO]", "0", tight) if re.fullmatch(r"[\doO]+", tight) else tight
    yield from (plain, plain.upper(), re.sub(r"\s+", "-", plain).upper(), tight, tight.upper(), zeros)
    if zeros.isascii() and zeros.isdigit() and 5 <= len(zeros) < 8:
        yield zeros.zfill(8)  # a company number from which a spreadsheet took the first zeros
