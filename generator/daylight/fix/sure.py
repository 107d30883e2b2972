"""Tells whether what a finding proposes is surely what was meant, so that nobody has to look at it first."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from daylight import typed
from daylight.findings import Finding
from daylight.schema import Field

CLOSED = frozenset({"CONSTRAINT", "FIELD", "RULE-01"})  # what they propose is of a list that the program itself has
FORMED = frozenset({"TYPE", "ID-02", "FILE", "TEXT-DAMAGE"})  # what they propose is the same value in the form asked for
_NO_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d\d")
NEVER = frozenset({"ID-CODE"})  # it may be the name that is wrong, not the code


def is_sure(said: Finding, field: Field | None, before: str, names: Collection[str] = ()) -> bool:
    """Whether a proposal is the same value in another form, that of a label, or what a slip of the hand was to be.

    `names` are what the field or the record is called whose name or key is proposed.
    """
    labels = (field.labels.get(said.fix, "") if field else "", *names)
    if said.rule == "TYPE" and _NO_DAY.fullmatch(before):
        return False  # 2026-14-07 may be another day
    if said.rule in FORMED or _bare(before) in {_bare(said.fix), *map(_bare, filter(None, labels))}:
        return True
    if said.rule == "CONSTRAINT" and said.fix in typed.forms(before):
        return True
    if said.rule == "REF-01" and _bare(PurePosixPath(before).stem) == _bare(said.fix):  # the file, not its key
        return True
    if said.rule == "CONSTRAINT" and _number(before) == _number(said.fix) != "":
        return True
    slips, shorter = slips_between(before, said.fix), min(len(before), len(said.fix))
    if said.rule in CLOSED:
        return slips <= (2 if shorter >= 5 else 1) and shorter >= 3
    return slips <= 1 and shorter >= 8  # a boxing club is no rowing club


def _number(text: str) -> str:
    """The digits of a text that has no letters but those of a word before it, without the noughts that Excel adds or takes."""
    plain = re.sub(r"^\D+|\.0+$|\s", "", text)
    return plain.lstrip("0") if plain.isdecimal() else ""


def slips_between(before: str, after: str) -> int:
    """How many letters were typed wrongly; two that changed places are one slip. Another digit is never a slip."""
    one, other = before.lower(), after.lower()
    parts = [part for part in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if part[0] != "equal"]
    if any(re.search(r"\d", one[i:j] + other[k:m]) for _, i, j, k, m in parts):
        return max(len(one), len(other))
    slips = sum(max(j - i, m - k) for _, i, j, k, m in parts)
    swapped = slips == 2 and len(one) == len(other) and sorted(one) == sorted(other)
    return 1 if swapped else slips


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
