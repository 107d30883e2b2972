"""Where something is, more precisely than a district; and the words by which a text tells where a refuge or a person is."""

import re

from daylight.private.form import form

_STREETS = (
    "Street|Road|Lane|Avenue|Drive|Close|Court|Crescent|Terrace|Square|Gardens|Grove|Place|Row|Walk|Way|Mews|Parade|Hill|Green|"
    "View|Rise|St|Rd|Ave"
)

PLACE = form(
    r"///\w+\.\w+\.\w+",
    r"(?:what3words|w3w)(?:\.com|\.co)?\W{1,3}\w+\.\w+\.\w+",
    r"(?<![\d.£])(?:49|5\d|60)\.\d{3,}°?\s?N?\s?[,;/\s]\s?[-−]?\d\.\d{3,}",  # within the British Isles
    r"\b(?:49|5\d|60)\s?°\s?\d{1,2}\s?['′’]",
    r"\b(?-i:[HNST][A-HJ-Z]) \d{3,5} \d{3,5}\b",
    r"\bgrid\sref(?:erence)?\W{0,3}[HNST][A-HJ-Z]\s?\d",
    r"\b(?:UPRN|easting)\W{0,5}\d{6}",
    r"\blatitude\W{0,5}\d\d\.\d{3}",
    flags=re.IGNORECASE,
)
REFUGE = form(
    r"\brefuges?\b",
    r"\bsafe[ -]houses?\b",
    r"\bhostels?\b",
    r"\b(?:women[’']s|emergency|night|family|homeless) shelters?\b",
    r"\b(?:re)?(?:moved|located) to\b",
    flags=re.IGNORECASE,
)
STREET = form(rf"(?<![\w£/.,-])\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]*\s+){{1,3}}(?:{_STREETS})\b")
