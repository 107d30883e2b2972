"""Whether the name of a recipient is that of a private person, whom no record may name, or is kept back."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from daylight.private import PERSON, hidden

SOMEBODY = re.compile(
    r"(?:an? |the |various )?(?:private )?individuals?(?: recipient)?(?: \(.*\))?|anonymous|name withheld|private person|"
    r"\W*(?:(?:name )?(?:redacted|withheld)\W+)?personal (?:data|details|information)(?:\W+(?:redacted|withheld))?\W*",
    re.IGNORECASE,
)
FORMS = re.compile(r"individuals?|sole traders?|self[- ]employed|private (?:person|individual)|person", re.IGNORECASE)
_KEPT_BACK = re.compile(
    r"\W*(?:(?:name|supplier|recipient|details) )?(?:redacted|withheld|not disclosed|undisclosed|confidential|x{3,})\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = re.compile(
    r"(?:various|several|multiple|sundry)(?: (?:bodies|charities|groups|organisations|partners|providers|recipients|schools|"
    r"suppliers))?",
    re.IGNORECASE,
)
_SURNAME = r"(?:Mac|Mc|O['’])?[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?"
_INITIALS = r"(?:[A-Z]\.\s?|[A-Z]\s){0,2}[A-Z]\.?"
_NAME = re.compile(
    rf"(?P<given>[A-Z][a-z]+)(?:\s+(?:&|and)\s+[A-Z][a-z]+)?(?:\s+(?:[A-Z]\.?|[A-Z][a-z]+))?\s+{_SURNAME}|"  # Jane A. Doe
    rf"{_SURNAME},?\s+(?P<behind>[A-Z][a-z]+)(?:\s+[A-Z]\.?)?|"  # Doe, Jane
    rf"{_INITIALS}(?:(?<=\.)|\s){_SURNAME}|{_SURNAME},?\s+{_INITIALS}"  # J. Doe and Doe J
)
_COUNCILLOR = re.compile(r"(?:Cllr|Councillor)\.?\s.+")
_TRADES = re.compile(r"\s+(?:t/a|t\.a\.|trading as)\s.*", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(
    r"\b(?:Academy|Alliance|Arts?|Association|Centre|Charity|Church|Cic|Cio|Club|College|Community|Company|Council|Court|"
    r"Foundation|Fund|Group|Hall|Home|Hospice|Hospital|House|Housing|Institute|Limited|Llp|Ltd|Network|Park|Partnership|Plc|"
    r"Project|Residents|School|Section|Services?|Society|Support|Team|Theatre|Trust|Uk|University|Youth)\b"
)


@cache
def given_names() -> frozenset[str]:
    """The given names in given_names.txt, in small letters."""
    lines = Path(__file__).with_name("given_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.casefold().split())


def is_nobody_named(name: str) -> bool:
    """Whether a recipient is said to be a person who is not named."""
    return bool(SOMEBODY.fullmatch(name.strip()))


def is_kept_back(name: str) -> bool:
    """Whether a recipient is said to be kept back, so that nobody knows whether it is a person or a body."""
    return bool(_KEPT_BACK.fullmatch(name.strip())) and not is_nobody_named(name)


def is_several(name: str) -> bool:
    """Whether a recipient is said to be several bodies, none of which is named."""
    return bool(_SEVERAL.fullmatch(name.strip()))


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: a title and a name, a usual given name and a surname, initials and a surname, in
    either order and also in capitals, or what else is private.

    Who is taken for one and is a body is named by a record of its own first.
    """
    text = " ".join(_plain(_TRADES.sub("", name)).split())
    text = text.title() if text.isupper() or text.islower() else text
    if PERSON.within(name) or PERSON.within(text) or hidden(name) != name:
        return True
    if _BODY.search(text):
        return False
    if not (found := _NAME.fullmatch(text)):
        return bool(_COUNCILLOR.fullmatch(text))
    given = found["given"] or found["behind"]
    return given is None or given.casefold() in given_names() or bool(_COUNCILLOR.fullmatch(text))


def _plain(text: str) -> str:
    """A text without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
