"""What must never be published, by its form. What is found stops the publication, so each form is narrow rather than wide."""

import re

from daylight.private.person import BIRTH, NUMBER, OFFICER, PERSON, VEHICLE
from daylight.private.place import PLACE, STREET
from daylight.private.reach import EMAIL, POSTCODE, TELEPHONE

FORMS = (EMAIL, TELEPHONE, POSTCODE, NUMBER, PERSON, VEHICLE, OFFICER, BIRTH, PLACE, STREET)
_WORDS = (
    *("birth", "born", "dob", "d.o.b", "collar", "warrant", "shoulder", "constable", "vehicle", "registration", "plate"),
    *("refuge", "safe house", "safe-house", "safehouse", "hostel", "shelter", "moved to", "located to", "housed to"),
    *("grid ref", "latitude", "easting", "uprn", "what3", "w3w"),
)
_MAYBE = re.compile(  # it begins with a set of characters, which makes it ten times as fast as alternatives would be
    r"[0-9@+°/MDPRS](?:(?<=[@°])|(?<=[A-Za-z][0-9])|(?<=/)//|(?<=\+)\s?44|(?<=0)(?<![0-9,.-]0)[0-9][0-9]|"
    r"(?<=[0-9])(?:\.[0-9]{3}|[A-Za-z]?,?\s+[A-Z][\w’'-]*\s+[A-Z]|"
    r"(?!0[0-9][0-9]-[0-9][0-9](?![0-9-]))[0-9](?:[0-9] [0-9]{3}|[-– ]?[0-9][0-9][-– ]?[0-9][0-9]))|"
    r"(?<=M)(?:rs?|s|x|iss)\b|(?<=D)(?:r\b|ame\b|[CS]\b)|(?<=P)(?:C|S\b|rof)|(?<=R)ev|(?<=S)(?:ir\b|gt|ergeant))"
)


def maybe(text: str) -> bool:
    """Whether a text may hold something private, which few do: a quick look before the slow ones."""
    if _MAYBE.search(text):
        return True
    plain = text.lower()
    return any(word in plain for word in _WORDS)


def hidden(text: str) -> str:
    """A text without what looks private, for a log that all can read."""
    for form in FORMS if maybe(text) else ():
        text = form.hide(text)
    return text
