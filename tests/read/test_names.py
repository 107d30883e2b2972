"""What a name with a slip is taken to mean, and what a name looks like as a key."""

import pytest

from daylight.read import slug
from daylight.read.names import file_name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hiram’s Hospital & Café", "hirams-hospital-and-cafe"),
        ("Clwb Pêl-droed Ŵyr", "clwb-pel-droed-wyr"),
        ("--SY_2023/041--", "sy-2023-041"),
        ("東京", ""),
    ],
)
def test_a_key_keeps_what_letters_without_signs_can_say(name, key):
    assert slug(name) == key


def test_a_long_key_ends_with_a_whole_word_where_it_has_several():
    assert slug("Evening sessions", 15) == "evening"
    assert slug("Evening sessions", 16) == "evening-sessions"
    assert slug("Evening" * 20, 10) == "eveningeve"


def test_a_file_is_told_the_name_that_it_was_to_have():
    assert file_name("Café & Bar.YAML") == "cafe-and-bar.yml"
    assert file_name("Awards.csv.txt") == "awards.csv"
    assert file_name("awards.docx") == file_name("東京.yml") == ""
