"""The glossary: words in plain English, each with a place, and explained where it is used."""

import re

import pytest
from tests.small import small

from daylight.pages import SINGLE, addresses, glossary
from daylight.pages.pieces import what
from daylight.schema import load_schemas
from daylight.words import spoken

LONGEST = 25  # words of a sentence


@pytest.fixture(scope="module")
def texts() -> set[str]:
    """Every title of a field, a list and a value, in small letters."""
    found = set()
    for schema in load_schemas().values():
        found |= {schema.title, schema.plural}
        for field in schema.fields:
            found |= {field.title, *field.labels.values()}
    return {text.casefold() for text in found}


def test_there_are_some_forty_words_and_each_has_an_id_of_its_own():
    found = glossary.terms()
    assert 30 <= len(found) <= 50
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in found)
    assert list(found) == sorted(found, key=lambda id: found[id].title.casefold())
    assert len({term.title.casefold() for term in found.values()}) == len(found)


@pytest.mark.parametrize("id", glossary.terms())
def test_a_word_is_explained_in_short_sentences(id):
    term = glossary.terms()[id]
    for sentence in re.split(r"(?<=[.])\s", term.description):
        assert len(sentence.split()) <= LONGEST, sentence
    assert term.description.endswith(".")
    assert not term.address or (term.law and term.address.startswith("https://www.legislation.gov.uk/"))


def test_a_word_is_explained_where_it_stands_and_nowhere_twice(texts):
    terms = glossary.terms().values()
    at = [said.casefold() for term in terms for said in term.at]
    assert len(at) == len(set(at))
    assert set(at) <= texts


def test_a_link_beside_a_title_says_where_it_leads():
    assert what("Social value, per cent") == (
        ' <a class="dl-what" href="\0glossary/#social-value" aria-label="What is meant by: Social value">?</a>'
    )
    assert what("Purpose") == ""
    with spoken("cy"):
        assert "#social-value" in what("Social value, per cent")


def test_the_glossary_is_a_page_of_the_site(tmp_path):
    site = small(tmp_path)
    page = SINGLE[glossary.PATH](site)
    assert page.title == "Glossary"
    assert [term.title for term in page.values["terms"]][:2] == ["Accountable body", "Award"]
    assert (glossary.PATH, "") in [*addresses(site)]
