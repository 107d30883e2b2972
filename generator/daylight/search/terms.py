"""The words by which things are found: how a text is cut into them, and which ones a record has.

assets/search.js cuts what people type in the same way; a test compares the two.
"""

import re
import unicodedata
from sys import intern

from daylight.keeping import kept
from daylight.record import Record
from daylight.site import Site

STOP = frozenset("a an and are as at be by for from in is it of on or the to with".split())  # noqa: SIM905 (as in the script)
FIELDS = (  # texts and numbers of a record that can be searched, beside its name
    *("purpose", "purpose_welsh", "summary", "summary_welsh", "description", "description_welsh", "decision_text"),
    *("title_welsh", "name_welsh", "theme", "category", "scheme", "eligibility", "eligibility_welsh", "plan", "town", "code"),
    *("key", "reference", "identifier", "bid_reference", "notice_reference", "subsidy_reference", "decision_as_published"),
    *("recipient_as_published", "funder_as_published", "area_as_published", "body_as_published"),
    *("org_id", "charity_number", "company_number"),
)
NAMED = frozenset({"organisation", "fund", "priority", "area"})  # whose names find the records that refer to them too
ROWS = {"organisation_name": "name", "organisation_identifier": "id"}  # earlier names, and other identifiers
SAME = (  # words for the same, each of which finds the others
    {"young", "youth", "teenager"},
    {"child", "children"},
    {"woman", "women"},
    {"man", "men"},
    {"older", "elderly"},
    {"disabled", "disability"},
)
_SAME = {word: same - {word} for same in SAME for word in same}
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´", ""))


class _Marks(dict):
    """Takes accents off letters that were taken apart: every mark becomes nothing, all else stays."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else code
        return self[code]


_marks = _Marks()


def tokens(text: str) -> list[str]:
    """The words of a text in their order: small letters and digits, without accents, apostrophes and the s of a plural."""
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_marks)
    text = text.lower().replace("ß", "ss").replace("ς", "σ")
    return [word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in _WORD.findall(text)]


def texts(site: Site, record: Record) -> list[str]:
    """What a record publishes that can be searched, beside its name. What is withheld is in no record."""
    values, schema = record.values, site.schemas[record.kind]
    found = [values[name] for name in FIELDS if name in values]
    for link in site.links_of(record):
        if link.target[0] in NAMED and (target := site.get(*link.target)):
            found += [site.label(target), target.get("name_welsh") or target.get("title_welsh") or ""]
    if record.kind == "organisation":
        found.append(values.get("kind", ""))  # in the words of its source; of other kinds one of a few
    for name in schema.children if record.children else ():
        if name in ROWS:
            found += [str(row.get(ROWS[name], "")) for row in record.rows(site.schemas[name].list)]
    return found


@kept
def terms(site: Site, record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the name of a record, and its other words, each once and in no order."""
    return divided(site.label(record), "\n".join(texts(site, record)))


def divided(name: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name, and those that only the text beside it has; without the most common ones.

    They are kept by the hundred thousand: the same word is the same object everywhere.
    """
    own = set(tokens(name)) - STOP
    others = set(tokens(text)) - STOP
    return tuple(map(intern, own)), tuple(map(intern, (others | also(own | others)) - own))


def also(words: set[str]) -> set[str]:
    """What else finds a text that has these words: other words for the same, and the other number of charity and charities."""
    same = {other for word in words & _SAME.keys() for other in _SAME[word]}
    many = {f"{word[:-1]}ie" for word in words if len(word) > 4 and word[-1] == "y" and word[-2] not in "aeiou"}
    return same | many | {f"{word[:-2]}y" for word in words if len(word) > 5 and word[-2:] == "ie"}
