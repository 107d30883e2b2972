"""Finds in any text, by the same forms as the rules, what must not enter the history."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from daylight.findings import Finding, finding
from daylight.private import BIRTH, EMAIL, NUMBER, OFFICER, PERSON, PLACE, POSTCODE, STREET, TELEPHONE, VEHICLE, maybe
from daylight.private.form import Form
from daylight.private.place import REFUGE

FORMS = {
    "DP-01": EMAIL,
    "DP-02": TELEPHONE,
    "DP-03": POSTCODE,
    "DP-04": NUMBER,
    "DP-05": PERSON,
    "DP-06": VEHICLE,
    "DP-07": OFFICER,
    "DP-08": BIRTH,
    "SAFE-02": PLACE,
    "SAFE-03": STREET,
}
REACH = ("DP-01", "DP-02", "DP-03", "DP-05", "SAFE-03")  # what an office may say of itself on its page content/contact.md
IN_ADDRESS = ("DP-01", "SAFE-02")  # all other digits of the address of a web page are its own
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]+")
_SUM = re.compile(r"\b[0-9a-f]{32,}\b")  # of a file or a commit
_VERSION = re.compile(r"@[\d.]+$")  # of a program, as in vnu-jar@26.9.27


class Caught(NamedTuple):
    """The rule that finds something in a text, and on which line. What it finds is not kept."""

    line: int
    rule: str


def plain(match: str) -> str:
    """What is the same in two ways to write one telephone number, postcode or street."""
    return re.sub(r"[\W_]+", "", match).casefold()


def reached(text: str) -> frozenset[str]:
    """How the office itself can be reached and who answers for it, as its own page says, each `plain`."""
    return frozenset(plain(match[0]) for rule in REACH for match in _matches(FORMS[rule], _without(text, rule)))


def caught(text: str, own: frozenset[str] = frozenset(), refuge: bool = False) -> Iterator[Caught]:
    """What is private in a text, but for what is the office's `own`; with `refuge` also words that may tell where one is."""
    if not maybe(text):
        return
    for rule, form in FORMS.items():
        said = _without(text, rule)
        for match in _matches(form, said):
            if rule not in REACH or plain(match[0]) not in own:
                yield Caught(said.count("\n", 0, match.start()) + 1, rule)
    if refuge:
        yield from (Caught(text.count("\n", 0, match.start()) + 1, "SAFE-03") for match in _matches(REFUGE, text))


def told(path: str, found: Iterable[Caught], what: str, line: int = 0) -> Iterator[Finding]:
    """A finding for each thing caught in a text, which is called `what`: on its own line of the file, or all on one."""
    for at, rule in sorted({(line or at, rule) for at, rule in found}):
        yield finding(rule, "there", path, at, field=what)


def _without(text: str, rule: str) -> str:
    """The text without the sums of files, and where they do not count without the addresses of web pages."""
    text = _SUM.sub("", text)
    return text if rule in IN_ADDRESS else _ADDRESS.sub("", text)


def _matches(form: Form, text: str) -> Iterator[re.Match]:
    for match in form.pattern.finditer(text):
        if form.sure(match) and not _VERSION.search(match[0]):
            yield match
