"""YAML and CSV are read letter by letter, each value with its line; what cannot be read is said, and never ends in a crash."""

import csv
import io

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources import Entry, read_csv, read_yaml


def entry(text: str | bytes) -> Entry:
    """The one entry of a YAML file in which nothing is wrong."""
    (found,), said = read_yaml("x.yml", text.encode() if isinstance(text, str) else text)
    assert said == []
    return found


def rows(text: str | bytes) -> list[tuple[int, dict[str, str]]]:
    """The lines and the texts of the rows of a CSV table in which nothing is wrong."""
    found, said = read_csv("x.csv", text.encode() if isinstance(text, str) else text)
    assert said == []
    return [(row.line, row.texts) for row in found]


def wrong(read, text: str | bytes) -> tuple[int, list[int]]:
    """How many entries are read of a file, and on which lines it is said to be wrong."""
    found, said = read("x", text.encode() if isinstance(text, str) else text)
    assert {(f.path, f.rule, f.severity) for f in said} == {("x", "FILE", "error")}
    return len(found), [f.line for f in said]


AS_WRITTEN = [
    "no",
    "Yes",
    "on",
    "~",
    "null",
    "0123",
    "1_000",
    "0x1F",
    "1e3",
    "12:30:45",
    "2024-05-01",
    ".5",
    "£1",
    "5%",
    "R&B * !",
]


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_nothing_is_taken_for_something_else(text):
    assert entry(f"a: {text}\nb: '{text}'\nc:\n- {text}\n").texts == {"a": text, "b": text}
    assert entry(f"c:\n- {text}\n").lists["c"][0].texts == {"": text}
    assert rows(f'key,a\n{text},"{text}"\n') == [(2, {"key": text, "a": text})]


@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["Unix", "Windows"])
def test_it_does_not_matter_on_which_system_a_file_was_saved(begin, end):
    text = begin + end.join(["key: x", "", "note: |", "  one", "  two", "last: 1"])
    assert (entry(text).texts, entry(text).lines) == (
        {"key": "x", "note": "one\ntwo", "last": "1"},
        {"key": 1, "note": 3, "last": 6},
    )
    assert rows(begin + end.join(["key,a", "x,1", "", 'y,"2,3"'])) == [
        (2, {"key": "x", "a": "1"}),
        (4, {"key": "y", "a": "2,3"}),
    ]


def test_a_record_begins_after_what_is_not_read():
    assert entry("# A comment\n---\n\na: 1 # and another\nb: '#2'\n...\n") == Entry(4, {"a": "1", "b": "#2"}, {"a": 4, "b": 5})


def test_what_is_left_empty_is_absent_and_its_line_is_known():
    assert entry("a:\nb: ''\nc: |\n\nd: '  '\ne: []\n") == Entry(1, {}, {"a": 1, "b": 2, "c": 3, "d": 5, "e": 6}, {"e": []})
    assert rows("key,a,b\nx,, \n,,\n\ny,1,\n") == [(2, {"key": "x"}), (5, {"key": "y", "a": "1"})]


def test_every_field_knows_its_line_after_texts_of_many_lines_and_in_lists():
    found = entry(
        "a: one\n\nb: |\n  two\n\n  lines\nc: >\n  folded\n  text\nd: 'quoted\n\n  twice'\ne:\n  below\n"
        "list:\n  - plain\n  - f: 1\n    g: |\n      two\n      lines\n    h: 2\n\n  - h: 3\nlast: x\n"
    )
    assert found.texts == {
        "a": "one",
        "b": "two\n\nlines",
        "c": "folded text",
        "d": "quoted\ntwice",
        "e": "below",
        "last": "x",
    }
    assert found.lines == {"a": 1, "b": 3, "c": 7, "d": 10, "e": 13, "list": 15, "last": 24}
    assert [(e.line, e.texts, e.lines) for e in found.lists["list"]] == [
        (16, {"": "plain"}, {"": 16}),
        (17, {"f": "1", "g": "two\nlines", "h": "2"}, {"f": 17, "g": 18, "h": 21}),
        (23, {"h": "3"}, {"h": 23}),
    ]


BAD_YAML = [
    ("# only a comment\n", 1),
    ("a text\n", 1),
    ("a:1\n", 1),
    ("a: 1\n? [b]\n: c\n", 2),
    ("a: 1\nb: &x 2\n", 2),
    ("a: 1\nl:\n  - *x\n", 3),
    ("a: 1\nl:\n  - a: &x 2\n", 3),
    ("a: 1\nb: !!int 2\n", 2),
    ("a: 1\nl: !!seq\n  - 2\n", 2),
    ("a: 1\nb: {c: 2}\n", 2),
    ("a: 1\n<<: {b: 2}\n", 2),
    ("a: 1\nl:\n  - b:\n      - 2\n", 3),
    ("a: 1\nl:\n  - - 2\n", 3),
    ("---\na: 1\n---\na: 2\n", 3),
    ("a: 1\nb: c: d\n", 2),
    ("a: 1\n\tb: 2\n", 2),
    ("a: 1\nb: %x\n", 2),
    ("a: 1\nb: '2\nc: 3\n", 2),
    (b"a: 1\nb: 2\nc: caf\xe9\n", 3),
    ("a: 1\n".encode("utf-16"), 1),
]


@pytest.mark.parametrize(("text", "line"), BAD_YAML)
def test_of_a_file_that_is_no_record_nothing_is_read_and_the_line_is_said(text, line):
    assert wrong(read_yaml, text) == (0, [line])


def test_a_field_that_stands_twice_is_said_where_it_stands_again():
    assert wrong(read_yaml, "a: 1\nl:\n  - b: 1\n    b: 2\na: 3\n") == (1, [4, 5])


@pytest.mark.parametrize("character", ["\x07", "\x00", "\x7f", "\ufffe"])
def test_a_character_that_cannot_be_in_a_yaml_file_is_said_at_its_line(character):
    assert wrong(read_yaml, f"a: 1\nb: 2\nc: x{character}\n") == (0, [3])


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_a_pasted_line_separator_is_said_and_moves_no_line(character):
    text = f"a: 'one{character}two'\nb: 2\n# {character}c{character}\nd: |\n  3\n e: 4\n"
    assert wrong(read_yaml, text) == (0, [1, 3, 6])
    (found,), said = read_yaml("x", text.partition("d: ")[0].encode())
    assert (found.texts, found.lines) == ({"a": "one two", "b": "2"}, {"a": 1, "b": 2})
    assert [(f.line, str(ord(character)) in f.message) for f in said] == [(1, True), (3, True)]


BAD_CSV = [
    ("", 0, [1]),
    ("key,,a\nx,1,2\n", 0, [1]),
    ("key,a, key\nx,1,2\n", 0, [1]),
    ('key,a\nx,"1\n2"\ny,2,3\nz\nw,1\n', 2, [4, 5]),
    ('key,a\nx,1\ny,"1"2\nz,1\n', 1, [3]),
    (b"key,a\nx,1\ny,caf\xe9\n", 0, [3]),
    ("key,a\n".encode("utf-16"), 0, [1]),
]


@pytest.mark.parametrize(("text", "there", "lines"), BAD_CSV)
def test_a_row_that_cannot_be_read_is_said_at_its_line_and_the_others_are_read(text, there, lines):
    assert wrong(read_csv, text) == (there, lines)


def test_a_cell_of_many_lines_from_windows_is_that_from_unix():
    assert rows('key,a\r\nx,"1\r\n2"\r\n') == [(2, {"key": "x", "a": "1\n2"})]


@pytest.mark.parametrize("after", ["y,1\nz,2\n", "y,1\n" * 50_000], ids=["short", "longer than a cell may be"])
def test_a_quotation_mark_that_is_never_closed_is_said_where_it_is_opened(after):
    assert wrong(read_csv, f'key,a\nx,"open\n{after}') == (0, [2])


NAMES = st.text("abcdefgh_", min_size=1, max_size=6)
CELLS = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029"), max_size=12)
    | st.sampled_from(AS_WRITTEN)
    | st.text("\"', \n\t:#-|>{}[]&*!%@", max_size=8)
)
FIELDS = st.dictionaries(NAMES, CELLS, min_size=1, max_size=5)


def kept(fields: dict[str, str]) -> dict[str, str]:
    return {name: text.strip() for name, text in fields.items() if text.strip()}


@given(FIELDS, st.dictionaries(NAMES, st.lists(CELLS | FIELDS, max_size=3), max_size=2))
def test_what_a_yaml_writer_writes_comes_back(fields, lists):
    found = entry(yaml.safe_dump({**lists, **fields}, allow_unicode=True, sort_keys=False))
    assert found.texts == kept(fields)
    texts = {
        name: [kept(e if isinstance(e, dict) else {"": e}) for e in of] for name, of in lists.items() if name not in fields
    }
    assert {name: [e.texts for e in of] for name, of in found.lists.items()} == texts


SPELLINGS = [
    ("{name}: plain  # a comment\n", "plain"),
    ("{name}: 'it''s'\n", "it's"),
    ('{name}: "a \\"b\\""\n', 'a "b"'),
    ("{name}: |\n  two\n\n  lines\n", "two\n\nlines"),
    ("{name}: >-\n  folded\n  text\n", "folded text"),
    ("{name}:\n  on the\n  next\n", "on the next"),
    ("\n\n# {name}: not read\n{name}: 'quoted\n  twice'\n", "quoted twice"),
]


@given(st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=8))
def test_a_line_is_that_of_the_name_of_the_field_however_it_is_spelt(spellings):
    text, texts, lines = "", {}, {}
    for i, (spelling, value) in enumerate(spellings):
        field = spelling.format(name=f"f{i}")
        lines[f"f{i}"] = 1 + text.count("\n") + [line.partition(":")[0] for line in field.split("\n")].index(f"f{i}")
        text, texts[f"f{i}"] = text + field, value
    assert (entry(text).texts, entry(text).lines) == (texts, lines)


@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), st.data(), st.sampled_from(["\n", "\r\n"]))
def test_what_a_spreadsheet_writes_comes_back_with_its_lines(header, data, end):
    table = data.draw(st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header))))
    file, expected = io.StringIO(newline=""), []
    writer = csv.writer(file, lineterminator=end)
    writer.writerow(header)
    for row in table:
        if texts := kept(dict(zip(header, row, strict=True))):
            expected.append((1 + file.getvalue().count("\n"), texts))
        writer.writerow(row)
    assert rows(file.getvalue()) == expected


MARKS = ["a", "b: ", "\n", "  ", "- ", "? ", ": ", "&x ", "*x", "!t ", "|\n", ">\n", "'", '"', "{", "}", "[", "]", ",", "#"]
MARKS += ["---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "<<: ", "\t", "\r", "\x00", "\x85", "\u2028", "\ufeff", "\\", "é"]
TYPED = st.lists(st.sampled_from(MARKS) | st.text(max_size=3), max_size=20).map("".join)


@pytest.mark.parametrize("read", [read_yaml, read_csv])
@given(data=st.binary(max_size=60) | TYPED.map(str.encode))
def test_nothing_that_can_be_in_a_file_ends_in_an_exception(read, data):
    found, said = read("x", data)
    assert found or said or read is read_csv
    for f in said:
        assert f.path == "x"
        assert f.line >= 1
        assert len(f.sentence().splitlines()) == 1
