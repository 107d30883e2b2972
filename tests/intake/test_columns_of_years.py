"""Columns that are headed by a year: what an award comes to in each, and the sum of them."""

from tests.intake.small import awards, table, taken, wrong

from daylight.intake import reckoning, telling

YEARS = ("Recipient|Title|2023/24|2024-25 (£)", "Club|Roof|£500.50|£1,000", "Hall|Bell|£20|")
YEARLY = {"2023/24": "yearly_amounts", "2024-25 (£)": "yearly_amounts", "Award 2023/24": "yearly_amounts"}


def years(done) -> list[list[dict]]:
    drafts = [draft for row in done.rows for draft in row.drafts if row.outcome == "record"]
    return [[dict(row.fields) for row in draft.rows["yearly_amounts"]] for draft in drafts]


def answered(tmp_path, *rows: str, **more):
    return taken(tmp_path / "office", table(*rows), ask=lambda question: YEARLY.get(question.heading, "not taken"), **more)


def test_columns_of_years_are_asked_about(tmp_path):
    said = "\n".join(telling.asked(taken(tmp_path / "office", table(*YEARS))))
    assert 'which field the column "2023/24" is. One of: yearly_amounts, not taken.' in said
    assert 'which field the column "2024-25 (£)" is. One of: amount, yearly_amounts, not taken.' in said
    assert "the amount (" not in said, "it may be what the years come to"


def test_where_the_years_are_not_taken_the_amount_is_asked_for_after_all(tmp_path):
    heard = []

    def ask(question):
        heard.append(question.heading or question.field)
        return "not taken" if question.heading else ""

    done = taken(tmp_path / "office", table(*YEARS), ask=ask)
    assert heard == ["2023/24", "2024-25 (£)", "amount"]
    assert 'the amount (the amount awarded, in pounds): which column is it, "2024-25 (£)" or "2023/24"?' in "\n".join(
        telling.asked(done)
    )


def test_amounts_below_years_become_yearly_amounts_and_their_sum_the_amount(tmp_path):
    done = answered(tmp_path, *YEARS)
    assert years(done) == [
        [{"financial_year": "2023-24", "amount": "500.50"}, {"financial_year": "2024-25", "amount": "1000.00"}],
        [{"financial_year": "2023-24", "amount": "20.00"}],
    ]
    assert [award["amount"] for award in awards(done)] == ["1500.50", "20.00"]
    assert "Every record says amount: what its yearly amounts come to" in "\n".join(telling.understood(done))
    assert "Read 3 rows: 2 awards (£1,520.50), of which 2 new" in reckoning.result(done)[0]


def test_where_a_column_holds_the_amount_the_years_do_not_make_it(tmp_path):
    rows = ("Recipient|Title|Amount|2023/24", "Club|Roof|500.50|500.50", "Hall|Bell|7|6")
    done = answered(tmp_path, *rows)
    assert [award["amount"] for award in awards(done)] == ["500.50", "7.00"]
    assert reckoning.result(done)[0].startswith("Read 3 rows: 2 awards (£507.50)"), "no pound is counted twice"


def test_an_amount_of_a_year_that_cannot_be_read_holds_its_row_back(tmp_path):
    done = answered(tmp_path, "Recipient|Title|2023/24", "Club|Roof|12k", "Hall|Bell|5")
    assert [row.outcome for row in done.rows] == ["skipped", "held", "record"]
    assert "column C (2023/24): the amount must be in pounds" in wrong(done)[0]


def test_importing_years_again_changes_nothing(tmp_path):
    answered(tmp_path, *YEARS, write=True)
    assert {result.outcome for result in answered(tmp_path, *YEARS).proposal.results} == {"same"}


def test_a_year_within_the_heading_of_one_amount_is_no_column_of_years(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Title|Award 2023/24", "Club|Roof|5"))
    assert done.mapping.columns["Award 2023/24"] == "amount"
    done = taken(tmp_path / "b", table("Recipient|Title|Award 2023/24|Award 2024/25", "Club|Roof|5|6"))
    assert "One of: amount, yearly_amounts, not taken" in "\n".join(telling.asked(done))


def test_texts_below_a_year_are_no_amounts(tmp_path):
    done = taken(tmp_path / "office", table("Recipient|Title|Amount|2023/24", "Club|Roof|5|went well"))
    assert done.mapping.columns["2023/24"] == "not taken"


def test_a_mapping_says_the_year_in_the_heading(tmp_path):
    (tmp_path / "m.yml").write_text(
        "kind: award\ncolumns: {Recipient: recipient, Title: title, Sum: yearly_amounts}\n", "utf-8"
    )
    done = taken(tmp_path / "office", table("Recipient|Title|Sum", "Club|Roof|5"), mapping=tmp_path / "m.yml")
    assert (
        'a column of yearly_amounts must have a financial year in its heading, like 2023/24; "Sum" has none' in wrong(done)[0]
    )
