"""Rows without a key get one that is always the same, and no two rows get one."""

from hypothesis import example, given
from hypothesis import strategies as st

from daylight.intake.keys import NAMELESS, OF, SAME_REFERENCE, SAME_ROW, keys, slug
from daylight.new import is_key

AWARD = OF["award"]


def row(title="Roof", recipient="hirams-hospital", award_date="2023-04-01", **more):
    return {"title": title, "recipient": recipient, "award_date": award_date} | more


def named(*rows, **options):
    return [key.key for key in keys(AWARD, rows, **options)]


def test_a_reference_names_its_row_whatever_else_it_says():
    assert named(row(reference="POCA/2023/041"), row(title="Hall", reference="POCA/2023/042")) == [
        "poca-2023-041",
        "poca-2023-042",
    ]
    assert named(row(identifier="360G-Bar-7", reference="7")) == ["360g-bar-7"]


def test_the_running_number_of_a_row_is_no_reference_for_every_year_begins_at_1():
    assert named(row(reference="1")) != named(row(award_date="2024-04-01", reference="1"))
    assert len({*named(row(reference="1"), row(reference="2"))}) == 2


def test_without_a_reference_it_is_named_by_recipient_title_and_day():
    assert named(row()) == ["hirams-hospital-roof-2023-04-01"]


def test_rows_added_above_change_no_key():
    rows = [row(), row("Hall"), row("Hall", award_date="2024-04-01")]
    assert named(row("Bell"), *rows)[1:] == named(*rows)


def test_two_rows_of_one_name_are_told_apart_by_what_else_they_say():
    first, second = named(row(amount="5.00"), row(amount="6.00"))
    assert first != second
    assert named(row(amount="6.00"), row(amount="5.00")) == [second, first]


def test_a_record_is_found_again_when_a_row_like_it_comes_or_goes():
    one, two = row(amount="5.00"), row(amount="6.00")
    alone = named(one)
    office = {alone[0]: one}
    assert named(two, one, taken=office.get)[1] == alone[0]
    both = named(one, two)
    assert named(two, taken=dict(zip(both, (one, two), strict=True)).get) == [both[1]]


def test_rows_that_are_the_same_in_everything_are_one_and_the_other_is_told():
    first, second = keys(AWARD, [row(), row()])
    assert (second.key, second.why_not, second.other) == ("", SAME_ROW, 0)
    assert first.key
    [_, second] = keys(AWARD, [row(reference="A/1"), row(reference="A/1")])
    assert second.why_not == SAME_ROW


def test_rows_of_one_reference_that_differ_are_all_held_for_each_may_be_an_instalment():
    first, same, other = keys(AWARD, [row(reference="CPCC 2015-025")] * 2 + [row(title="Hall", reference="CPCC 2015 025")])
    assert [(key.key, key.why_not) for key in (first, same, other)] == [("", SAME_REFERENCE)] * 3
    assert (first.other, same.other, other.other) == (2, 2, 0)


def test_a_row_that_says_nothing_has_no_key():
    assert keys(AWARD, [{"amount": "5.00"}, row("–", "", "")])[0].why_not == NAMELESS


def test_letters_that_no_key_can_hold_still_tell_rows_apart():
    assert len({*named(row(reference="Щ1"), row(reference="Ж1"))}) == 2
    assert slug("Hiram’s Hospital & Café") == "hirams-hospital-and-cafe"


texts = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=90)
rows = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("title", "recipient", "reference", "amount", "purpose"), texts)),
    max_size=8,
)


@given(rows)
def test_whatever_rows_say_keys_are_keys_and_no_two_rows_have_one(rows):
    found = keys(AWARD, rows)
    said = [key.key for key in found if key.key]
    assert all(map(is_key, said))
    assert len(said) == len(set(said))
    assert all(bool(key.key) != bool(key.why_not) for key in found)


@given(rows)
@example([{"title": "N"}, {"title": "Ń"}])
def test_the_order_of_rows_changes_no_key_of_a_row_without_a_reference(rows):
    rows = [{n: t for n, t in r.items() if n != "reference"} for r in rows]
    one = {tuple(sorted(r.items())): k.key for r, k in zip(rows, keys(AWARD, rows), strict=True) if k.key}
    other = {tuple(sorted(r.items())): k.key for r, k in zip(rows[::-1], keys(AWARD, rows[::-1]), strict=True) if k.key}
    assert one == other


def test_of_rows_that_come_to_one_key_it_stays_with_the_record_that_has_it():
    there = {"n": {"title": "Ń"}}
    found = [key.key for key in keys(AWARD, [{"title": "N"}, {"title": "Ń"}], there.get)]
    assert found[1] == "n" and found[0].startswith("n-")
