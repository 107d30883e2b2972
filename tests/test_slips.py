"""The line on which a slip really is, and what to type there instead."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from daylight.slips import Slip, lost, quoted, slip
from daylight.sources import read_yaml

BEFORE = "type: grant\n"
SEEN = [
    ("title: Boxing: evenings\n", "yaml-colon", '"Boxing: evenings"'),
    ("title:Boxing\n", "yaml-name", "title: Boxing"),
    ("title = Boxing\n", "yaml-name", "title: Boxing"),
    ("title: @home\n", "yaml-sign", '"@home"'),
    ("title: *Evening* boxing\n", "anchor", '"*Evening* boxing"'),
    ("title: !new boxing\n", "tag", '"!new boxing"'),
    ("title: [Pilot] boxing\n", "yaml-bracket", '"[Pilot] boxing"'),
    ("title: 'The club's boxing'\n", "yaml-key", '"The club\'s boxing"'),
    ('title: "Ring" evenings\n', "yaml-key", "'\"Ring\" evenings'"),
    ('title: "Boxing\namount: "5"\n', "yaml-quote", '"Boxing"'),
    ("title:\u00a0Boxing\n", "yaml-space", "title: Boxing"),
    (" title: Boxing\n", "yaml-indent", "title: Boxing"),
    ("title: Boxing #2\n", "yaml-hash", '"Boxing #2"'),
    ("\ttitle: Boxing\n", "yaml-tab", ""),
]


@pytest.mark.parametrize(("text", "name", "fix"), SEEN)
def test_a_slip_is_found_where_it_is_and_what_is_proposed_can_be_read(text, name, fix):
    (said,) = read_yaml("x.yml", f"{BEFORE}{text}source: x\n".encode())[1]
    assert (said.line, said.fix) == (2, fix)
    assert slip(f"{BEFORE}{text}", 2, name).line == 2 or name == "yaml-hash"
    if fix:
        mended = fix if fix.startswith("title") else f"title: {fix}"
        assert read_yaml("x.yml", f"{BEFORE}{mended}\nsource: x\n".encode())[1] == []


@pytest.mark.parametrize("note", ['"one\n  two"', "'one\n\n  two'", '"one" # said', "'it''s'"])
def test_a_text_that_is_closed_is_not_taken_for_the_slip(note):
    (said,) = read_yaml("x.yml", f"note: {note}\nsource: x\ntitle: Boxing: evenings\n".encode())[1]
    assert (said.line, said.fix) == (2 + note.count("\n") + 1, '"Boxing: evenings"')


def test_a_remark_has_a_space_after_its_mark():
    assert lost("a: 1 # seen\n# whole\nb: 2 #seen\n") == {3: " #seen"}
    assert read_yaml("x.yml", b'a: 1 # seen\nb: "2 #seen"\nc: |\n  3 #seen\n')[1] == []


def test_a_long_line_is_not_told_again():
    assert slip(f"title: {'long ' * 40}: end\n", 1, "yaml-colon") == Slip(1, "yaml-colon")


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1).map(str.strip).filter(bool))
def test_what_is_quoted_is_read_as_it_was(text):
    assert yaml.load(quoted(text), Loader=yaml.CBaseLoader) == text  # noqa: S506
