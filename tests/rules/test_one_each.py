"""What only follows from a mistake is left out, and nothing else is."""

from daylight.findings import ERROR, WARNING, finding
from daylight.record import Record, Row
from daylight.rules.one_each import leading

AWARD = "data/awards/one.yml"


def record(path: str = AWARD, doubted: frozenset[str] = frozenset()) -> Record:
    lines = {"title": 1, "amount": 4, "end_date": 6}
    return Record(path, 1, {}, lines, doubted, "award", "one", {"payments": [Row(path, 9, {}, {"date": 9})]})


def said(rule: str, name: str, line: int, path: str = AWARD, of: str = ""):
    facts = dict.fromkeys(("printed", "amount", "list", "whole", "total", "field", "day", "paid", "most", "dates"), "x")
    return finding(rule, name, path, line, of=of, **facts)


def test_a_sum_that_is_wrong_because_the_amount_is_follows_and_makes_it_an_error():
    found = list(leading(record(), [said("AMOUNT-TEXT", "differs", 4), said("NUM-02", "all", 9)]))
    assert [(f.rule, f.severity) for f in found] == [("AMOUNT-TEXT", ERROR)]


def test_an_amount_that_leads_to_warnings_alone_stays_one():
    found = list(leading(record(), [said("AMOUNT-TEXT", "differs", 4), said("NUM-02-PAID", "paid", 8)]))
    assert [(f.rule, f.severity) for f in found] == [("AMOUNT-TEXT", WARNING)]


def test_of_a_value_that_is_doubted_only_what_is_private_is_said():
    found = [said("DATE-01", "future", 6), said("DP-01", "there", 6), said("NUM-02", "all", 4)]
    assert [f.rule for f in leading(record(doubted=frozenset({"end_date"})), found)] == ["DP-01", "NUM-02"]


def test_in_a_table_a_line_has_many_values_and_only_that_field_is_doubted():
    path = "data/awards/all.csv"
    found = [said("DATE-01", "future", 6, path, "end_date"), said("NUM-02", "all", 6, path, "amount")]
    assert [f.field for f in leading(record(path, frozenset({"end_date"})), found)] == ["amount"]


def test_of_what_is_missing_everything_is_said():
    facts = {"field": "x", "example": "y"}
    found = [finding("REQUIRED", "missing", AWARD, 1, of=name, **facts) for name in ("type", "source")]
    assert list(leading(record(), found)) == found
