"""Amounts, numbers, and yes and no as people type them."""

import re

YES_NO = {
    **dict.fromkeys(("y", "yes", "true", "1", "✓", "✔", "☑"), "yes"),
    **dict.fromkeys(("n", "no", "false", "0", "✗", "✘", "☐"), "no"),
}
_WORDS = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OFTEN = {
    **dict.fromkeys(("monthly", "eachmonth", "everymonth", "misol"), "1"),
    **dict.fromkeys(("quarterly", "eachquarter", "everyquarter", "everythreemonths", "every3months", "chwarterol"), "3"),
    **dict.fromkeys(("sixmonthly", "6monthly", "halfyearly", "everysixmonths", "every6months", "twiceayear"), "6"),
    **dict.fromkeys(("yearly", "annually", "annual", "eachyear", "everyyear", "onceayear", "blynyddol"), "12"),
}
QUOTES = "“”„‘’\"'"
_GROUPS = r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,3}(?: \d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?"
_MONEY = re.compile(rf"(?:£|GBP)?\s*({_GROUPS})\s*(?:pounds|GBP)?", re.ASCII | re.IGNORECASE)
_CONTINENTAL = re.compile(r"(?:£|GBP)?\s*(\d{1,3}(?:\.\d{3})+),(\d\d)", re.ASCII)
_SHORTENED = re.compile(
    r"(?:£|GBP)?\s*(\d{1,3})(?:\.(\d{1,3}))?\s*(k|m|bn|thousand|million|billion)", re.ASCII | re.IGNORECASE
)
_ZEROS = {"k": 3, "t": 3, "m": 6, "b": 9}


def money(text: str) -> str:
    """Pounds and pence. Where a stop may be a comma, or a sign be one of money that came back, nobody can say."""
    plain = re.sub(r"\s", " ", text).strip(QUOTES).strip()
    if re.fullmatch(r"£?[\dlI][\doOlI.,]*", plain) and re.search(r"\d", plain):
        plain = re.sub("[lI]", "1", re.sub("[oO]", "0", plain))
    if found := _MONEY.fullmatch(plain):
        return re.sub("[, ]", "", found[1])
    if found := _CONTINENTAL.fullmatch(plain):
        return f"{found[1].replace('.', '')}.{found[2]}"
    if found := _SHORTENED.fullmatch(plain):
        return f"{found[1]}{(found[2] or '').ljust(_ZEROS[found[3][0].lower()], '0')}"
    return ""


def number(text: str) -> str:
    """A number without what stands around it."""
    plain = text.strip(QUOTES).lower().removesuffix("%").removesuffix(" per cent").strip()
    if plain in _WORDS:
        return str(_WORDS.index(plain))
    plain = re.sub(r"(?<=\d)\.0+$", "", plain)
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain) if re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?|\d+", plain, re.ASCII) else ""


def months(text: str) -> str:
    """How many months are between two returns: quarterly is 3."""
    return _OFTEN.get(re.sub(r"[\W_]+", "", text.lower()), "")
