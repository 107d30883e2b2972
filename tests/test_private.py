"""What is private is known by its form, is found quickly, and is never said again."""

from pathlib import Path

import pytest
import yaml

from daylight.findings import finding
from daylight.private import hidden, maybe
from daylight.private.form import HIDDEN
from daylight.private.place import STREET
from daylight.record import Record, Row
from daylight.rules import OF_RECORDS
from daylight.schema import KINDS, load_schemas
from daylight.site import Site
from tests.built import TODAY

PRIVATE = yaml.safe_load(Path(__file__).with_name("private.yml").read_text("utf-8"))
RULES = {module.__doc__.partition(":")[0]: module for module in OF_RECORDS}
LISTED = [(rule, value) for rule, values in PRIVATE.items() for value in values]


def found(rule: str, kind: str, field: str, value: str, child: str = "") -> list:
    """What a rule finds in one field of a record of a kind, or of a list of it."""
    schemas = load_schemas()
    row = Row("data/x.yml", 2, {field: value}, {field: 3})
    record = Record("data/x.yml", 1, kind=kind, key="x")
    if child:
        record.children[schemas[child].list] = [row]
    else:
        record.values, record.lines = row.values, row.lines
    site = Site(schemas, {of: {"x": record} if of == kind else {} for of in KINDS}, TODAY)
    return list(RULES[rule].check(site, record))


@pytest.mark.parametrize(("rule", "value"), LISTED)
def test_it_is_found_within_a_sentence_and_not_said_again(rule, value):
    said = found(rule, "award", "description", f"It says {value}, as before.")
    assert [(f.rule, f.line) for f in said] == [(rule, 3)]
    assert value not in said[0].text()


@pytest.mark.parametrize(("rule", "value"), LISTED)
def test_the_quick_look_misses_nothing(rule, value):
    assert maybe(value)
    assert maybe(f"a\n{value}\nb")


def test_every_text_of_every_kind_and_list_is_looked_at():
    schemas, missed = load_schemas(), []
    for name, schema in schemas.items():
        kind, child = (schema.parent, name) if schema.parent else (name, "")
        missed += [
            (name, field.name)
            for field in schema.texts.values()
            if not found("DP-01", kind, field.name, "https://x.example/?to=j.roe@example.org", child)
        ]
    assert missed == []


def test_what_is_not_looked_at_has_one_form():
    for schema in load_schemas().values():
        for field in schema.fields:
            if field.type == "string" and field.name not in schema.texts:
                assert field.derived or field.refers or field.categories or "pattern" in field.constraints


@pytest.mark.parametrize(
    "kind_and_field", [("award", "reference"), ("award", "notice_reference"), ("award", "amount_as_published")]
)
@pytest.mark.parametrize("rule", ["DP-02", "DP-03", "DP-04", "DP-06", "DP-07", "SAFE-02"])
def test_a_reference_or_an_amount_has_what_digits_it_likes(kind_and_field, rule):
    assert [found(rule, *kind_and_field, value) for value in PRIVATE[rule]] == [[]] * len(PRIVATE[rule])


@pytest.mark.parametrize(("rule", "value"), [(r, v) for r, v in LISTED if r != "SAFE-03" or STREET.within(v)])
def test_no_finding_of_any_rule_repeats_it(rule, value):
    said = finding("TYPE", "date", "data/x.yml", 1, value, field="award date", value=f"{'x' * 70} {value}").text()
    assert value not in said
    assert HIDDEN[:4] in said
    assert "; type" not in said


def test_a_log_keeps_what_is_not_private():
    for text in (
        "sy-2023-041",
        "01/05/2024",
        "£12,500",
        "2023-24",
        "data/awards/2023-24/a.csv:12",
        "GB-COH-01234567",
        "SC042386",
    ):
        assert hidden(text) == text
