"""docs/rules.md is true today and names every rule of the specification."""

import re
from pathlib import Path

import pytest

from tests.cases.table import TABLE, main

DUTIES = Path(__file__).resolve().parents[2] / "shared/reference/duties.md"
ID = r"(?:AS|DO|CA|CU|SY|REF|NUM|DATE|TIME|ID|ORG|SIO|LG|DEC|DP|SAFE|SEC|PR|360|OCDS|DPK|REL|LINK|A11Y|LIC|FEED|EXC|NIL)"


def named(text: str) -> set[str]:
    """Every identifier of a rule in a text; REF-01..05 names five."""
    found = {f"{name}-{number}" for name, number in re.findall(rf"\b({ID})-(\d\d)\b", text)}
    for name, first, last in re.findall(rf"\b({ID})-(\d\d)(?:\.\.|\u2013| to )(\d\d)\b", text):
        found |= {f"{name}-{number:02d}" for number in range(int(first), int(last) + 1)}
    return found


def test_the_table_is_as_make_rules_writes_it():
    assert TABLE.read_text("utf-8") == main()


@pytest.mark.skipif(not DUTIES.is_file(), reason="the specification is not here")
def test_the_table_has_every_rule_of_the_specification():
    text = DUTIES.read_text("utf-8")
    sections = [text[text.index(f"\n## {n}. ") : text.index(f"\n## {n + 1}. ")] for n in (8, 9, 12)]
    wanted = named("".join(sections)) | {f"DEC-{n:02d}" for n in range(1, 10)}
    rows = re.findall(r"^\| (\S+) \|", TABLE.read_text("utf-8"), re.MULTILINE)
    assert wanted - set(rows) == set()


def test_at_least_a_hundred_rules_are_checked():
    assert int(re.search(r"^(\d+) rules are checked", TABLE.read_text("utf-8"), re.MULTILINE)[1]) >= 100
