"""Daylight finds what is wrong and says it in the words of findings.yml, each of which is printed here."""

import re
from string import Formatter

import pytest

from daylight import rules
from daylight.findings import wordings
from daylight.load import load
from daylight.rules.strategy import CHECKS
from daylight.rules.strategy.rule import Rule, every_rule
from daylight.schema import load_schemas
from tests.built import TODAY
from tests.cases import CASES, HERE, found, home_of, read, rule_of

RULES = [module for module in rules.MODULES if re.match(r"[A-Z]{2,10}(-\w+)*: ", module.__doc__)]
ELSEWHERE = {"RELEASE", "IMPORT", "DRAFT", "GUARD", "WORKBOOK"}  # about what is no record in an office: see their own tests
OFFICES = ("south-yorkshire", *sorted(path.parent.name for path in home_of("x").parent.glob("*/data")))


def rules_of(office: str) -> list[Rule]:
    return list(every_rule(load(home_of(office), load_schemas(), TODAY)[0].publisher))


STATED = [(office, rule) for office in OFFICES for rule in rules_of(office) if rule.check]
CHECKED = {id: [of for of in STATED if of[1].id == id] for id in {rule.id for _, rule in STATED}}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_a_case_finds_what_it_says(tmp_path, path):
    case = read(path)
    assert found(case, tmp_path / "office", rule_of(path)) == case["finds"]


def test_each_case_stands_in_the_folder_of_what_it_finds():
    for path in CASES:
        case, rule = read(path), rule_of(path)
        assert case["what"].endswith("."), path
        assert (case["finds"] == []) == (path.parent.name == "good"), path
        names = {of.check for _, of in CHECKED[rule]} if rule in CHECKED else {rule}
        words = [form(text) for name in names for text in wordings()[name]["messages"].values()]
        assert not case["finds"] or any(pattern.search(said) for said in case["finds"] for pattern in words), path


def form(wording: str) -> re.Pattern:
    """What a wording looks like whatever is filled in."""
    parts = Formatter().parse(wording)
    return re.compile("".join(re.escape(text) + (".*" if name is not None else "") for text, name, *_ in parts))


def test_every_wording_is_printed_by_a_case():
    finds = {path: read(path)["finds"] for path in CASES}
    printed = {rule: [said for path in CASES if rule_of(path) == rule for said in finds[path]] for rule in wordings()}
    printed |= {check: [said for of in finds.values() for said in of] for check in CHECKS}
    silent = [
        (rule, name)
        for rule, words in wordings().items()
        for name, wording in words["messages"].items()
        if rule not in ELSEWHERE and not any(form(wording).search(said) for said in printed[rule])
    ]
    assert silent == []


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_rule_has_its_wording_its_authority_and_a_good_and_a_bad_case(module):
    rule = module.__doc__.partition(":")[0]
    check = next(getattr(module, name) for name in ("check", "check_site", "explained") if hasattr(module, name))
    assert rule in wordings()
    assert re.search(r"\(.+\)", check.__doc__), "the docstring of a rule ends with its authority in brackets"
    cases = [path for path in CASES if rule_of(path) == rule]
    assert {path.parent.name == "good" for path in cases} == {True, False}


def test_every_rule_is_asked():
    found = {module.__name__ for module in (*rules.OF_RECORDS, *rules.OF_SITE)} - {"daylight.rules.strategy"}
    assert {module.__name__ for module in RULES} == found | {"daylight.rules.exc_01"}


@pytest.mark.parametrize("rule", sorted(CHECKED))
def test_every_rule_of_a_strategy_has_a_good_and_a_bad_case(rule):
    cases = [path for path in CASES if rule_of(path) == rule]
    assert {path.parent.name == "good" for path in cases} == {True, False}
    assert {read(path).get("office") for path in cases} == {office for office, _ in CHECKED[rule]}


def test_every_check_is_asked_for_by_a_strategy_and_says_what_it_promises():
    assert {rule.check for _, rule in STATED} == set(CHECKS)
    for name, module in CHECKS.items():
        assert module.__doc__.startswith(f"{name}: ")
        assert module.check.__doc__
