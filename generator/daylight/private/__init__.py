"""What must never be published, by its form. What is found stops the publication, so each form is narrow rather than wide."""

import re

from daylight.private.person import BIRTH, NUMBER, OFFICER, PERSON, VEHICLE
from daylight.private.place import PLACE, STREET
from daylight.private.reach import EMAIL, POSTCODE, TELEPHONE

FORMS = (EMAIL, TELEPHONE, POSTCODE, NUMBER, PERSON, VEHICLE, OFFICER, BIRTH, PLACE, STREET)
_WORDS = (
    "born",
    "birth",
    "dob",
    "refuge",
    "hostel",
    "shelter",
    "safe hous",
    "safe-hous",
    "moved to",
    "located to",
    "grid ref",
)
_MAYBE = re.compile(  # it begins with a set of characters, which makes it ten times as fast as alternatives would be
    r"[0-9@+°/MDPRS](?:(?<=[@°])|(?<=/)//|(?<=\+)\s?44|(?<=0)(?<![\w,.-]0)[0-9][0-9]|(?<=[tw]3)w|"
    r"(?<=[A-Za-z][0-9])(?:[A-Za-z0-9]?\s{0,2}[0-9][A-Za-z]{2}|[0-9]{0,2}\s?[A-Z]{3}|[0-9]{0,2}[A-Z]\b|(?<=[COS][0-9])[0-9]{2})|"
    r"(?<=[A-Z]\s[0-9])(?:[0-9]{0,2}[A-Z]\b|[0-9]{3}\b)|(?<=(?:llar|rant|lder|able|mber|r no| no\.)\s[0-9])[0-9]|"
    r"(?<=[0-9])(?:\.[0-9]{3}|[A-Za-z]?,?\s+[A-Z][\w’'-]*\s+[A-Z]|"
    r"(?!0[0-9][0-9]-[0-9][0-9](?![0-9-]))[0-9](?:[0-9] [0-9]{3}|[-– ]?[0-9][0-9][-– ]?[0-9][0-9]))|"
    r"(?<=M)(?:rs?|s|x|iss)\b|(?<=D)(?:r\b|ame\b|[CS]\b|\.O)|(?<=P)(?:C(?:SO)?\b|S\b|rof(?:essor)?\b)|(?<=R)ev(?:d|erend)?\b|"
    r"(?<=S)(?:ir\b|gt|ergeant))"
)
_IN_ADDRESS = re.compile(r"[@/.w](?:(?<=@)|(?<=/)//|(?<=[0-9]\.)[0-9]{3}|(?<=w)3w|(?<=w)hat3)")


def maybe_in_address(address: str) -> bool:
    """Whether the address of a web page may hold an e-mail address or a place. All its other digits are its own."""
    return bool(_IN_ADDRESS.search(address))


def maybe(text: str) -> bool:
    """Whether a text may hold something private, which few do: a quick look before the slow ones."""
    if _MAYBE.search(text):
        return True
    return any(map(text.lower().__contains__, _WORDS))


def hidden(text: str) -> str:
    """A text without what looks private, for a log that all can read."""
    for form in FORMS if maybe(text) else ():
        text = form.hide(text)
    return text
