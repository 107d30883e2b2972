"""How texts are cut into words, and which words of a record can be searched."""

import pytest
from tests.search.reading import wanted
from tests.small import small

from daylight.search.terms import STOP, terms, tokens

TRICKY = {
    "Evening boxing sessions": ["evening", "boxing", "session"],
    "Across the class; glass, bus & us": ["across", "the", "class", "glass", "bus", "us"],
    "Women's Aid, Women’s Aid, O'Roe": ["women", "aid", "women", "aid", "oroe"],
    "Tŷ Hafan, Llŷn, gŵyl, Âgè": ["ty", "hafan", "llyn", "gwyl", "age"],
    "Y Drenewydd\u2019r Fro": ["y", "drenewyddr", "fro"],
    "cafe\u0301 CAFÉ": ["cafe", "cafe"],
    "£61,203.50 (up to £5k)": ["61", "203", "50", "up", "to", "5k"],
    "23/041 and SY-2023-041": ["23", "041", "and", "sy", "2023", "041"],
    "well-being_of young–people—now…": ["well", "being", "of", "young", "people", "now"],
    "🎉 party 🏳️‍🌈 time": ["party", "time"],
    "Straße STRASSE ẞ ﬁne Ⅷ ½ x²": ["strasse", "strasse", "ss", "fine", "viii", "1", "2", "x2"],
    "ΟΔΟΣ Σίσυφος İstanbul": ["οδοσ", "σισυφοσ", "istanbul"],
    "Привет, 世界! नमस्ते": ["привет", "世界", "नमसत"],
    "llanfair" + "pwll" * 40: ["llanfair" + "pwll" * 40],
    "360G-barsetshire-2023-041 GB-CHC-1234567": ["360g", "barsetshire", "2023", "041", "gb", "chc", "1234567"],
    " \n\t ": [],
    "": [],
    "---": [],
}


@pytest.mark.parametrize(("text", "words"), TRICKY.items())
def test_a_text_is_cut_into_plain_words(text, words):
    assert tokens(text) == words


def test_a_query_leaves_the_most_common_words_out_unless_there_are_no_others():
    assert wanted("the youth of the Youth clubs") == ["youth", "club"]
    assert wanted("to the") == ["to", "the"]


def test_an_award_is_found_by_the_names_of_those_that_it_is_about(tmp_path):
    award = {"title": "Boxing", "purpose": "Sessions", "recipient": "club", "reference": "POCA/23/041", "fund": "pot"}
    site = small(
        tmp_path,
        awards={"one": award},
        organisations={"club": {"name": "Rotherham Lads"}},
        funds={"pot": {"title": "Safer Pot"}},
    )
    name, others = map(set, terms(site, site.get("award", "one")))
    assert name == {"boxing"}
    assert {"session", "rotherham", "lad", "poca", "23", "041", "safer", "pot", "one"} <= others
    assert not (name | others) & STOP


def test_what_a_record_links_to_is_not_searched_but_for_names(tmp_path):
    award = {"title": "Boxing", "recipient": "club"}
    site = small(tmp_path, awards={"one": award}, organisations={"club": {"name": "Lads", "town": "Maltby"}})
    assert "maltby" not in set.union(*map(set, terms(site, site.get("award", "one"))))
    assert "maltby" in terms(site, site.get("organisation", "club"))[1]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Boxing for young people", "youth"),
        ("Rotherham Youth Trust", "young"),
        ("Two charities", "charity"),
        ("A charity", "charities"),
    ],
)
def test_another_word_for_the_same_finds_it_too(tmp_path, said, asked):
    site = small(tmp_path, awards={"one": {"title": "Sport", "purpose": said}})
    found = set.union(*map(set, terms(site, site.get("award", "one"))))
    assert any(word.startswith(wanted(asked)[0]) for word in found)
