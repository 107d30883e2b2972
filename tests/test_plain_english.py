"""The interface is in plain English: short sentences, everyday words, a reading age that most readers have.

Reading age is the Automated Readability Index (Senter and Smith, 1967), which counts letters and needs no dictionary, plus the
five years before school. GOV.UK asks for sentences of 25 words at most and names the words to avoid.
"""

import re

import pytest
from babel.messages.pofile import read_po

from tests.test_words import PACKAGE

SENTENCE = re.compile(r"(?<=[.?!])\s+")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LONGEST = 25  # words in a sentence
OLDEST = 13.0  # years, of all texts together
OFFICIAL = {"Funder collaboration"}  # the names of codes of a standard (360Giving) are not ours to change
AVOIDED = (
    *("collaborat", "combat", "deliverable", "deploy", "dialogue", "disincentivi", "empower", "facilitat", "foster"),
    *("impactful", "incentivi", "initiate", "leverage", "liais", "overarching", "robust", "streamlin", "utilis", "utiliz"),
    *(
        "in order to",
        "prior to",
        "subsequent to",
        "with regard to",
        "in respect of",
        "pursuant",
        "thereof",
        "herein",
        "hereby",
    ),
    *("aforementioned", "whilst", "amongst", "commence", "endeavour", "henceforth", "notwithstanding", "per annum", "via "),
    *("please", "click here", "e.g.", "i.e.", " etc", "simply", "invalid", "!"),
)


def texts() -> list[str]:
    """Every text of the interface, without its placeholders."""
    with (PACKAGE / "locale/daylight.pot").open("rb") as f:
        found = [m.id if isinstance(m.id, str) else m.id[1] for m in read_po(f) if m.id]
    return [re.sub(r"\{\w+\}", "this", text) for text in found]


def sentences() -> list[list[str]]:
    """The words of each sentence; a heading or a label is none."""
    found = [WORD.findall(said) for text in texts() for said in SENTENCE.split(text) if text.rstrip().endswith((".", "?"))]
    return [said for said in found if len(said) > 3]


def reading_age(said: list[list[str]]) -> float:
    """The age in years at which a reader can follow."""
    words = [word for of in said for word in of]
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(said) - 21.43 + 5


def test_the_reading_age_of_all_texts():
    assert reading_age(sentences()) <= OLDEST


def test_no_sentence_is_long():
    assert [" ".join(said) for said in sentences() if len(said) > LONGEST] == []


@pytest.mark.parametrize("word", AVOIDED)
def test_no_word_is_used_that_gov_uk_avoids(word):
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}", re.IGNORECASE)
    assert [text for text in texts() if pattern.search(text) and text not in OFFICIAL] == []


def test_the_measure_tells_plain_from_dense():
    """Of two texts that say the same, the first is from no page of ours."""
    dense = "Notwithstanding the aforementioned requirements, commissioners undertake comprehensive procurement evaluations."
    assert (
        reading_age([WORD.findall(dense)]) > 20 > OLDEST > reading_age([WORD.findall("We look at each bid and say who won.")])
    )
