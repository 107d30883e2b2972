"""One text, one value: what is read, what is refused, and what the refusal says to type instead."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.derived import as_text
from daylight.schema import Field, load_schemas
from daylight.values import parse

SCHEMAS = load_schemas()


def a_field(kind: str, **more) -> Field:
    return Field("field", "Field", kind, "A field.", **{"constraints": {}} | more)


MONEY = a_field("number", unit="GBP", constraints={"minimum": 0})
NUMBER = a_field("number")
SHARE = a_field("number", constraints={"minimum": 0, "maximum": 100})
COUNT = a_field("integer", constraints={"minimum": 0})
DAY = a_field("date")
TIME = a_field("time", format="%H:%M")
CHOICE = a_field("boolean")
ADDRESS = a_field("string", format="uri")
TEXT = a_field("string")
KEY = a_field("string", constraints={"pattern": "[a-z0-9]+(-[a-z0-9]+)*", "maxLength": 80}, example="sy-2023-041")
KINDS = (MONEY, NUMBER, SHARE, COUNT, DAY, TIME, CHOICE, ADDRESS, TEXT, KEY)


def read(field: Field, text: str):
    value, wrong = parse(field, text, "data/awards/x.yml", 5)
    assert wrong is None, wrong
    return value


def refused(field: Field, text: str):
    """The words with which a text is refused, and what to type instead."""
    value, wrong = parse(field, text, "data/awards/x.yml", 5)
    assert value is None
    assert (wrong.path, wrong.line, wrong.severity) == ("data/awards/x.yml", 5, "error")
    assert wrong.message.startswith("the field must ")
    return wrong.message, wrong.fix


READ = [
    (MONEY, "0", "0.00"),
    (MONEY, "0.01", "0.01"),
    (MONEY, "5", "5.00"),
    (MONEY, "590.5", "590.50"),
    (MONEY, "12500.00", "12500.00"),
    (MONEY, "0123", "123.00"),
    (MONEY, "999999999999.99", "999999999999.99"),
    (NUMBER, "-1", "-1"),
    (NUMBER, "12.5", "12.5"),
    (NUMBER, "0.125", "0.125"),
    (SHARE, "0", "0"),
    (SHARE, "100", "100"),
]


@pytest.mark.parametrize(("field", "text", "value"), READ)
def test_a_number_is_read_to_the_penny(field, text, value):
    assert read(field, text) == Decimal(value)
    assert str(read(field, text)) == value


NOT_MONEY = [
    ("1,000", "1000"),
    ("12,500.00", "12500.00"),
    ("1,234,567.89", "1234567.89"),
    ("£12,500", "12500"),
    ("£ 500", "500"),
    ("£5.10", "5.10"),
    ("1.000,00", "1000.00"),
    ("£12k", "12000"),
    ("£12.5k", "12500"),
    ("1.25m", "1250000"),
    ("5 000", "5000"),
    ("5\u00a0000.10", "5000.10"),
    ("12500 GBP", "12500"),
    ("5 pounds", "5"),
    ("“12.50”", "12.50"),
    ("1O.OO", "10.00"),
    # nobody but the source can say what these are
    ("£590.574", ""),
    ("1,00", ""),
    ("12,50", ""),
    ("£1,0000", ""),
    ("1e3", ""),
    ("+5", ""),
    (".5", ""),
    ("5.", ""),
    ("", ""),
    ("1.000,5", ""),
    ("1.00,00", ""),
    ("12.3456k", ""),
    ("12k5", ""),
    ("١٢", ""),
    ("50 00", ""),
    ("£5 and £6", ""),
    ("5,000-", ""),
    ("(5,000)", ""),
    ("NaN", ""),
    ("inf", ""),
    ("0x10", ""),
    ("1_000", ""),
    ("--1", ""),
    ("about 5", ""),
]


@pytest.mark.parametrize(("text", "fix"), NOT_MONEY)
def test_what_is_no_money_is_refused_and_mended_only_where_that_is_safe(text, fix):
    message, said = refused(MONEY, text)
    assert "pounds and pence like 12500.00" in message
    assert said == fix


@pytest.mark.parametrize("text", ["590.574", "0.001", "1.000"])
def test_money_with_three_decimals_is_never_guessed(text):
    message, fix = refused(MONEY, text)
    assert "at most two decimals" in message
    assert fix == ""


def test_a_number_is_never_below_or_above_its_limit():
    assert refused(MONEY, "-1")[0] == "the field must be 0 or more, not -1.00"
    assert refused(MONEY, "-0.01")[0] == "the field must be 0 or more, not -0.01"
    assert refused(SHARE, "100.01")[0] == "the field must be 100 or less, not 100.01"
    assert refused(COUNT, "-1")[0] == "the field must be 0 or more, not -1"


@pytest.mark.parametrize("text", ["1.0", "1e3", "1,000", "", "twelve", "١٢", "+1", "1 000"])
def test_a_count_is_whole(text):
    assert "whole number like 12" in refused(COUNT, text)[0]
    assert read(COUNT, "012") == 12


DAYS = [
    ("2024-13-01", "day that exists", "2024-01-13"),
    ("2024-13-32", "day that exists", ""),
    ("2023-02-29", "day that exists", ""),
    ("2100-02-29", "day that exists", ""),
    ("2024-04-31", "day that exists", ""),
    ("0000-01-01", "day that exists", ""),
    ("2024-00-10", "day that exists", ""),
    ("01/05/2024", "either of two days", ""),
    ("5.1.2024", "either of two days", ""),
    ("13/05/2024", "date like 2024-05-01", "2024-05-13"),
    ("31-12-2024", "date like 2024-05-01", "2024-12-31"),
    ("05/05/2024", "date like 2024-05-01", "2024-05-05"),
    ("05/13/2024", "date like 2024-05-01", ""),
    ("30/02/2024", "date like 2024-05-01", ""),
    ("1st May 2024", "date like 2024-05-01", "2024-05-01"),
    ("2nd Feb 2024", "date like 2024-05-01", "2024-02-02"),
    ("29 February 2024", "date like 2024-05-01", "2024-02-29"),
    ("29 February 2023", "date like 2024-05-01", ""),
    ("2024/05/01", "date like 2024-05-01", "2024-05-01"),
    ("20240501", "date like 2024-05-01", "2024-05-01"),
    ("2024-5-1", "date like 2024-05-01", "2024-05-01"),
    ("01/05/24", "all four digits of the year", ""),
    ("14/07/26", "all four digits of the year", ""),
    ("14-Jul-26", "date like 2024-05-01", "2026-07-14"),
    ("July 14, 2026", "date like 2024-05-01", "2026-07-14"),
    ("Tuesday 14th of July 2026", "date like 2024-05-01", "2026-07-14"),
    ("2026-O7-14", "date like 2024-05-01", "2026-07-14"),
    ("46217", "date like 2024-05-01", "2026-07-14"),
    ("36525", "date like 2024-05-01", ""),
    ("4621", "date like 2024-05-01", ""),
    ("2026-07-13T23:00:00Z", "date like 2024-05-01", ""),
    ("2026-07-14 00:00:00", "date like 2024-05-01", "2026-07-14"),
    ("May 2024", "date like 2024-05-01", ""),
    ("2024", "date like 2024-05-01", ""),
    ("2024-05-01T00:00", "date like 2024-05-01", "2024-05-01"),
    ("２０２４-05-01", "date like 2024-05-01", ""),
    ("today", "date like 2024-05-01", ""),
]


@pytest.mark.parametrize(("text", "words", "fix"), DAYS)
def test_what_is_no_day_is_refused_and_mended_only_where_it_can_be_one_day_only(text, words, fix):
    message, said = refused(DAY, text)
    assert words in message
    assert said == fix


@pytest.mark.parametrize("text", ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2024-05-01"])
def test_a_day_stays_as_it_is_written(text):
    assert read(DAY, text) == text


def test_a_time_is_of_24_hours():
    assert [read(TIME, text) for text in ("00:00", "12:00", "23:59")] == ["00:00", "12:00", "23:59"]
    for text, fix in {
        "24:00": "",
        "9:00": "09:00",
        "12.00": "12:00",
        "12 noon": "12:00",
        "12am": "00:00",
        "13pm": "",
        "17": "",
        "12:60": "",
        "noon": "12:00",
        "Midday": "12:00",
        "5pm": "17:00",
    }.items():
        message, said = refused(TIME, text)
        assert "a time like 12:00" in message
        assert said == fix


def test_yes_and_no_are_the_only_answers():
    assert [read(CHOICE, text) for text in ("yes", "true", "no", "false")] == [True, True, False, False]
    for text, fix in {
        "Yes": "yes",
        "N": "no",
        "NO": "no",
        "y": "yes",
        "1": "yes",
        "0": "no",
        "✓": "yes",
        "on": "",
        "maybe": "",
        "": "",
    }.items():
        message, said = refused(CHOICE, text)
        assert "must be yes or no" in message
        assert said == fix


ADDRESSES = ["https://example.org", "http://example.org/a?b=c&d#e", "https://example.org/%C5%B5/ŵ", "https://[::1]/"]
NO_ADDRESSES = {
    "www.example.org": "https://www.example.org",
    "example.org": "https://example.org",
    "htps://example.org/a": "https://example.org/a",
    "https:/example.org/": "https://example.org/",
    "<https://example.org/>": "https://example.org/",
    "https://example.org/ and https://example.org/b": "",
    "C:\\Grants\\club.docx": "",
    "info@example.org": "",
    "see the website": "",
    "ftp://example.org/": "",
    "mailto:somebody": "",
    "javascript:alert(1)": "",
    "https://": "",
    "https:///path": "",
    "https://example.org/a b": "https://example.org/a%20b",
    'https://example.org/"onclick="x': "",
    "https://example.org/<script>": "",
    "": "",
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_taken_as_it_is(text):
    assert read(ADDRESS, text) == text


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_of_a_page_is_refused(text):
    message, fix = refused(ADDRESS, text)
    assert "an address like https://www.example.org/page" in message
    assert fix == NO_ADDRESSES[text]


HIDDEN = ["\x00", "\x07", "\x1b", "\x7f", "\r", "\u200b", "\u200e", "\u202e", "\u2060", "\u2066", "\ufeff"]


@pytest.mark.parametrize("character", HIDDEN)
def test_a_character_that_cannot_be_seen_is_refused_by_its_number_and_not_repeated(character):
    message, fix = refused(TEXT, f"a{character}b")
    assert f"(number {ord(character)})" in message
    assert character not in message
    assert fix == "ab"


@pytest.mark.parametrize("text", ["two\nlines", "a\ttab", "ŵ ☕ é", "</title><script>", "=SUM(A1)", '"', "%", "{x}"])
def test_a_text_is_taken_letter_by_letter(text):
    assert read(TEXT, text) == text


def test_a_text_is_as_long_as_it_may_be_and_no_longer():
    assert read(KEY, "a" * 80) == "a" * 80
    assert refused(KEY, "a" * 81)[0] == "the field must be at most 80 characters long; it has 81"
    assert refused(KEY, "SY_1")[0] == 'the field must have the form of sy-2023-041, not "SY_1"'


def test_a_close_value_of_a_list_is_proposed():
    basis = SCHEMAS["award"].by_name["amount_basis"]
    said = {
        text: parse(basis, text, "x", 1)[1].fix for text in ("Exact", "net of vat", "Not published", "A range", "some", "")
    }
    assert said == {
        "Exact": "exact",
        "net of vat": "net_of_vat",
        "Not published": "not_published",
        "A range": "range",
        "some": "",
        "": "",
    }
    message = parse(SCHEMAS["priority"].by_name["key"], "Club", "x", 1)[1].message
    assert message == 'the key must have the form of protecting-the-vulnerable, not "Club"'


def test_every_value_of_a_list_is_named():
    form = SCHEMAS["organisation"].by_name["legal_form"]
    message = parse(form, "club", "x", 1)[1].message
    assert [value for value in form.labels if value not in message] == []


@pytest.mark.parametrize("text", ["not published", "nobody knows", "yesterday"])
def test_a_word_that_only_begins_like_yes_or_no_is_not_mended(text):
    assert refused(CHOICE, text)[1] == ""


def test_no_money_is_never_negative():
    assert as_text(MONEY, read(MONEY, "-0")) == "0.00"


@pytest.mark.parametrize("text", ["www.example.org and more", "www.", 'www."'])
def test_the_mending_of_an_address_is_an_address(text):
    fix = refused(ADDRESS, text)[1]
    assert not fix or read(ADDRESS, fix) == fix


NO_CRASH = [
    pytest.param(ADDRESS, "https://[::1", id="half an address of the sixth version"),
    pytest.param(ADDRESS, "https://[x]/", id="no address of the sixth version"),
    pytest.param(MONEY, "9" * 40, id="more money than there is"),
    pytest.param(COUNT, "9" * 5000, id="a number as long as a page"),
]


@pytest.mark.parametrize(("field", "text"), NO_CRASH)
def test_what_a_person_can_type_never_ends_in_an_exception(field, text):
    refused(field, text)


@given(st.decimals("0", "999999999999.99", places=2))
def test_money_comes_back_to_the_penny(amount):
    for text in (f"{amount:.2f}", f"{amount.normalize():f}"):
        assert read(MONEY, text) == amount
        assert read(MONEY, as_text(MONEY, read(MONEY, text))) == amount
    assert as_text(MONEY, read(MONEY, f"{amount:f}")) == f"{amount:.2f}"


@given(st.dates())
def test_every_day_comes_back(day):
    assert read(DAY, day.isoformat()) == day.isoformat()


@given(st.dates(date(1000, 1, 1)))
def test_a_day_in_british_spelling_is_mended_or_refused_and_never_another_day(day):
    for text in (f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%d %B %Y}", f"{day.day} {day:%b %Y}"):
        assert refused(DAY, text)[1] in ("", day.isoformat())


@given(st.times())
def test_every_minute_comes_back(time):
    assert read(TIME, f"{time:%H:%M}") == f"{time:%H:%M}"


TYPED = st.text(max_size=30) | st.text("0123456789/.-: ,£", max_size=12) | st.sampled_from(["www.a b", "Yes", "1,000", "noon"])


@given(st.sampled_from(KINDS), TYPED)
def test_what_is_refused_is_said_on_one_line_and_its_mending_is_a_value(field, text):
    value, wrong = parse(field, text, "x", 1)
    if wrong is None:
        assert read(field, as_text(field, value)) == value
    else:
        assert value is None
        assert len(wrong.sentence().splitlines()) == 1
        assert not wrong.fix or parse(field, wrong.fix, "x", 1)[1] is None
