"""What a person reads of an import: what was understood, what is to be put right, and which amounts are in no sum."""

from tests.intake.small import table, taken, wrong

from daylight.intake import reckoning, righting, telling
from daylight.taking import marks

HEAD = "Recipient|Title|Amount|Award date"


def understood(done) -> str:
    return "\n".join(telling.understood(done))


def test_columns_are_told_also_where_all_rows_are_held_back(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|£22.955|spring", "Hall|Bell|12k|2024-03-20"))
    assert {row.outcome for row in done.rows[1:]} == {"held"}
    for heading, field in (("Recipient", "recipient"), ("Title", "title"), ("Amount", "amount"), ("Award date", "award_date")):
        assert f"  {heading}: {field} in 2 cells (2 in rows held back)" in understood(done)


def test_cells_of_rows_that_are_held_back_are_counted_with_the_others(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|12k|2024-03-20", "Hall|Bell|5|2024-03-20"))
    assert 'Recipient: recipient in 2 cells, like "Hall" (1 in rows held back)' in understood(done)


def test_of_rows_that_are_held_back_no_words_are_shown(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|A course for Septimus|£22.955|2024-03-20"))
    assert "Septimus" not in understood(done)
    done = taken(tmp_path / "office", table(HEAD, "Club|A course|£22|spring"))
    assert 'Amount: amount in 1 cell, like "£22" (1 in rows held back)' in understood(done)


def test_amounts_that_cannot_be_read_are_said_beside_the_sum(tmp_path):
    rows = ("Club|Roof|5|2024-03-20", "Hall|Bell|12k|2024-03-20", "Inn|Door|some|2024-03-20", "Mill|Door|n/a|2024-03-20")
    [line] = [line for line in reckoning.result(taken(tmp_path / "office", table(HEAD, *rows))) if line.startswith("In ")]
    assert line.endswith(
        "£5.00 = £5.00 in records + £0.00 held back + £0.00 skipped. 2 amounts cannot be read, and are in no sum."
    )
    [line] = [line for line in reckoning.result(taken(tmp_path / "b", table(HEAD, *rows[:2]))) if line.startswith("In ")]
    assert line.endswith("1 amount cannot be read, and is in no sum.")
    [line] = [
        line for line in reckoning.result(taken(tmp_path / "c", table(HEAD, rows[0], rows[3]))) if line.startswith("In ")
    ]
    assert "in no sum" not in line


def test_headings_that_are_repeated_are_no_amounts_that_cannot_be_read(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|5|2024-03-20", HEAD, "Hall|Bell|6|2024-03-20"))
    assert [one.unread for one in done.account.sums] == [0]


DAYS = [f"Club {n}|Roof|5|01/{n:02d}/2024" for n in range(2, 8)]


def test_what_is_the_same_in_many_rows_is_said_once_and_coloured_in_each(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, *DAYS))
    [line] = wrong(done)
    assert line.startswith(
        'grants, rows 2 to 7, column D (Award date): the award date must be a day that can be read in one way; "01/02'
    )
    assert line.endswith("(so the first of them; 5 more are like it)")
    assert [(mark.row, mark.column) for mark in marks(done)] == [(row, 4) for row in range(2, 8)]
    assert all(f"01/{row:02d}/2024" in mark.text for row, mark in enumerate(marks(done), 2)), "each with its own value"


def test_what_is_word_for_word_the_same_is_said_without_an_example(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club||5|2024-03-20", "Hall|Bell|6|2024-03-20", "Inn||7|2024-03-20"))
    [line] = wrong(done)
    assert line.startswith("grants, rows 2 and 4: the title must be given")
    assert "like it)" not in line


def test_what_is_to_be_typed_instead_is_never_lost(tmp_path):
    done = taken(tmp_path / "office", table(HEAD, "Club|Roof|12k|2024-03-20", "Hall|Bell|13k|2024-03-20"))
    assert [line.rpartition("; ")[2] for line in wrong(done)] == ["type 12000.00", "type 13000.00"]


def test_the_same_in_two_columns_is_said_for_each(tmp_path):
    done = taken(tmp_path / "office", table(f"{HEAD}|Start date", "Club|Roof|5|spring|spring", "Hall|Bell|6|autumn|autumn"))
    assert [line.partition(": ")[0] for line in wrong(done)] == [
        "grants, rows 2 and 3, column D (Award date)",
        "grants, rows 2 and 3, column E (Start date)",
    ]


def test_rows_are_named_in_parts():
    assert righting.numbers([4]) == "4"
    assert righting.numbers([4, 5]) == "4 and 5"
    assert righting.numbers([5, 7, 8]) == "5, 7 and 8"
    assert righting.numbers([2, 3, 4, 9]) == "2 to 4 and 9"
    assert righting.numbers([1, 3, 4, 5, 8]) == "1, 3 to 5 and 8"
    assert righting.numbers([1, 3, 5, 7, 8], 2) == "1, 3 and 3 more"


def test_a_warning_is_told_once_with_all_its_rows(tmp_path):
    rows = [f"Club {n}|X|5|2024-03-20" for n in range(8)]
    [line] = wrong(taken(tmp_path / "office", table(HEAD, *rows)))
    assert line.startswith("grants, rows 2 to 9: warning TEXT-PLACEHOLDER: ")


def test_a_total_is_not_called_wrong_where_amounts_cannot_be_read(tmp_path):
    rows = ("Club|Roof|5|2024-03-20", "Hall|Bell|£22.955|2024-03-20", "Total||28|")
    said = reckoning.result(taken(tmp_path / "office", table(HEAD, *rows)))
    assert "Row 4 says a total of £28.00, and its rows come to £5.00 without the amounts that cannot be read." in said
