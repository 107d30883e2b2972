"""Long texts are cut to where they differ, and nothing that differs is lost from both."""

from hypothesis import given
from hypothesis import strategies as st

from daylight.review.differ import AROUND, MOST, SHORT, Cut, differing

WORDS = st.lists(
    st.sampled_from(["boxing", "football", "on", "four", "evenings", "£1,200.00", "of", "each", "week"]), max_size=60
)


def test_short_texts_are_whole():
    assert differing("Boxing", "Judo") == (Cut("Boxing", "", ""), Cut("Judo", "", ""))


def test_what_is_only_in_one_is_shown():
    before = "Boxing on four evenings of each week for people who live in the county and are aged 11 to 18."
    was, now = differing(before, before.replace("four evenings", "four or five evenings"))
    assert (was.part, now.part) == ("", "or five ")
    assert str(now).startswith("Boxing on four or five evenings")


def test_words_are_not_cut_apart():
    before = "The money is for a project that runs until the thirty-first of March in the year after it began, 2024."
    was, now = differing(before, before.replace("2024", "2025"))
    assert (was.part, now.part) == ("2024.", "2025.")


@given(WORDS, WORDS, WORDS, WORDS)
def test_two_texts_that_differ_look_different(start, one, other, end):
    before, after = (" ".join([*start, *of, *end]) for of in (one, other))
    was, now = differing(before, after)
    assert (was == now) is (before == after) or max(len(was.part), len(now.part)) > MOST
    for cut in (was, now):
        assert len(str(cut)) <= max(SHORT, MOST + 2 * AROUND + 20)
