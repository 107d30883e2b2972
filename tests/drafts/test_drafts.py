"""What somebody proposes is shown field by field, checked like every record, and written without touching anything else."""

from pathlib import Path

import pytest
from tests.built import ROOT, TODAY
from tests.cases import write as office_of

from daylight.build import check
from daylight.describe import PACKAGE, describe
from daylight.drafts import Draft, DraftRow, propose, write
from daylight.drafts.present import Present
from daylight.findings import ERROR
from daylight.load import files
from daylight.schema import load_schemas

SOURCE = "https://www.barsetshire-pcc.example/awards"
AWARD = {"title": "Evening sessions", "type": "grant", "direction": "out", "amount": "100.00", "amount_basis": "exact"}
AWARD |= {"source": SOURCE, "purpose": "Boxing and football sessions.", "recipient": "club"}
ONE = "".join(f"{name}: {text}\n" for name, text in AWARD.items())
LISTS = "conditions:\n  - The money is spent by March.   # printed\n"
LISTS += "yearly_amounts:\n  - financial_year: 2023-24\n    amount: 100.00\n"
TABLE = f"key,title,type,direction,amount,amount_basis,source,purpose,recipient\n{{}},{','.join(AWARD.values())}\n"


@pytest.fixture
def home(tmp_path) -> Path:
    """An office with an award in a file and one in a table, whose areas stand in another table."""
    case = {
        "files": {
            "data/organisations/club.yml": f"name: Barchester Boxing Club\nsource: {SOURCE}\n",
            "data/areas/ely.yml": f"name: Ely\nkind: district\nsource: {SOURCE}\n",
            "data/areas/wells.yml": f"name: Wells\nkind: district\nsource: {SOURCE}\n",
            "data/awards/2023-24/one.yml": ONE + LISTS,
            "data/awards/many.csv": "key,title,type,direction,amount,amount_basis,source,purpose,recipient\n"
            f"two,Chess,grant,out,50.00,exact,{SOURCE},Chess for all.,club\n"
            f"three,Go,grant,out,60.00,exact,{SOURCE},Go for all.,club\n",
            "data/awards/areas/many.csv": "award,area\ntwo,ely\n",
        }
    }
    home = office_of(case, tmp_path / "office")
    (home / PACKAGE).write_bytes(describe(home, load_schemas(), files(home)))
    return home


def award(key: str, fields: dict, **rows: list[DraftRow]) -> Draft:
    return Draft("award", key, fields, rows, at=key)


def tree(home: Path) -> dict[str, bytes]:
    return {p.relative_to(home).as_posix(): p.read_bytes() for p in sorted(home.rglob("*")) if p.is_file()}


def outcomes(home: Path, *drafts: Draft) -> list[str]:
    return [result.outcome for result in propose(home, drafts, TODAY).results]


def done(home: Path, *drafts: Draft) -> dict[str, bytes]:
    """Writes drafts, which must then be no change any more; gives back what changed of the tree."""
    before = tree(home)
    proposal = propose(home, drafts, TODAY)
    assert tree(home) == before
    assert {result.outcome for result in proposal.results} <= {"added", "changed"}, proposal.results
    write(home, proposal.files)
    assert [f.text() for f in check(home, TODAY)[1] if f.severity == ERROR] == []
    assert set(outcomes(home, *drafts)) == {"same"}
    assert propose(home, drafts, TODAY).files == {}
    return {name: data for name, data in tree(home).items() if before.get(name) != data}


def test_a_new_award_goes_into_the_folder_of_its_year(home):
    changed = done(home, award("new", AWARD | {"award_date": "2024-04-01"}))
    assert list(changed) == ["data/awards/2024-25/new.yml"]
    assert changed["data/awards/2024-25/new.yml"].decode().startswith("title: Evening sessions\namount: 100.00\n")


def test_a_new_award_without_a_day_is_undated(home):
    assert list(done(home, award("new", AWARD))) == ["data/awards/undated/new.yml"]


def test_a_record_and_the_one_it_refers_to_can_come_together(home):
    club = Draft("organisation", "chess-club", {"name": "Ely Chess Club", "source": SOURCE})
    assert set(done(home, award("new", AWARD | {"recipient": "chess-club"}), club)) == {
        "data/awards/undated/new.yml",
        "data/organisations/chess-club.yml",
    }


def test_a_record_that_says_the_same_in_other_words_is_the_same(home):
    assert outcomes(home, award("one", {"title": "Evening sessions", "amount": "100"})) == ["same"]


def test_an_update_is_shown_field_by_field_and_touches_nothing_else(home):
    draft = award("one", {"title": "Late sessions", "theme": "Youth work", "purpose": None})
    (result,) = propose(home, [draft], TODAY).results
    assert [(s.field, s.before, s.after) for s in result.steps] == [
        ("title", "Evening sessions", "Late sessions"),
        ("theme", "", "Youth work"),
        ("purpose", "Boxing and football sessions.", ""),
    ]
    (path, data), *more = done(home, draft).items()
    assert (path, more) == ("data/awards/2023-24/one.yml", [])
    kept = (ONE + LISTS).replace("Evening", "Late").replace("purpose: Boxing and football sessions.\n", "")
    assert data.decode().replace("theme: Youth work\n", "") == kept


def test_a_field_that_is_not_said_stays(home):
    assert outcomes(home, award("one", {}), award("two", {})) == ["same", "same"]


def test_rows_are_changed_by_their_number_and_new_ones_come_last(home):
    rows = [DraftRow({"text": "The money is spent by May."}, 1), DraftRow({"text": "The hall is insured."})]
    changed = done(home, award("one", {}, conditions=rows, areas=[DraftRow({"area": "ely"})]))
    conditions = "- The money is spent by May.   # printed\n  - text: The hall is insured.\n"
    lists = LISTS.replace("- The money is spent by March.   # printed\n", conditions)
    assert changed["data/awards/2023-24/one.yml"].decode() == f"{ONE}areas:\n  - area: ely\n{lists}"


def test_a_new_row_that_is_there_already_is_that_row(home):
    assert outcomes(home, award("one", {}, conditions=[DraftRow({"text": "The money is spent by March."})])) == ["same"]


def test_new_rows_that_are_alike_are_all_taken_and_empty_ones_are_none(home):
    rows = [DraftRow({"text": ""}), *[DraftRow({"text": "The money is spent by March."})] * 3]
    (result,) = propose(home, [award("one", {}, conditions=rows)], TODAY).results
    assert [(s.number, s.after) for s in result.steps] == [(n, "The money is spent by March.") for n in (2, 3)]


def test_a_cell_that_is_empty_on_both_sides_is_no_change(home):
    assert outcomes(home, award("one", {"theme": None}), award("two", {"theme": ""})) == ["same", "same"]


def test_rows_in_tables_are_counted_once(home):
    years = home / "data/awards/yearly_amounts/many.csv"
    years.parent.mkdir()
    years.write_text("award,financial_year,amount\ntwo,2023-24,50.00\n")
    assert outcomes(home, award("two", {"theme": "Games"})) == ["changed"]


def test_a_new_row_stands_where_the_other_rows_of_its_record_do(home):
    for name in ("a", "z"):
        (home / f"data/awards/areas/{name}.csv").write_text(f"award,area\n{'one' if name == 'z' else 'three'},ely\n")
    done(home, award("three", {}, areas=[DraftRow({"area": "wells"})]))
    assert (home / "data/awards/areas/a.csv").read_text() == "award,area\nthree,ely\nthree,wells\n"
    done(home, award("two", {}, areas=[DraftRow({"area": "wells"})]))
    assert (home / "data/awards/areas/many.csv").read_text() == "award,area\ntwo,ely\ntwo,wells\n"
    rows = [DraftRow({"text": "The hall is insured."})]
    done(home, award("one", {}, areas=[DraftRow({"area": "wells"}, 1)], conditions=rows))
    assert (home / "data/awards/areas/z.csv").read_text() == "award,area\none,wells\n"
    done(home, award("one", {}, areas=[DraftRow({"area": "ely"})]))
    assert (home / "data/awards/2023-24/one.yml").read_text("utf-8").count("- area: ely\n") == 1


def test_an_award_in_a_table_is_updated_in_its_table(home):
    before = (home / "data/awards/many.csv").read_bytes()
    changed = done(home, award("two", {"amount": "55.00"}))
    assert changed == {"data/awards/many.csv": before.replace(b"50.00", b"55.00")}


def test_a_new_column_of_a_table_is_described(home):
    changed = done(home, award("three", {"theme": "Games"}))
    assert set(changed) == {"data/awards/many.csv", PACKAGE}
    assert changed["data/awards/many.csv"].endswith(b"club,Games\n")
    assert check(home, TODAY)[1] == [] or all(f.rule != "FILE" for f in check(home, TODAY)[1])


def test_rows_of_an_award_in_a_table_stand_in_tables(home):
    changed = done(home, award("two", {}, areas=[DraftRow({"area": "wells"}, 1), DraftRow({"area": "ely"})]))
    assert changed == {"data/awards/areas/many.csv": b"award,area\ntwo,wells\ntwo,ely\n"}
    changed = done(home, award("three", {}, yearly_amounts=[DraftRow({"financial_year": "2023-24", "amount": "60.00"})]))
    assert changed.pop("data/awards/yearly_amounts/many.csv") == b"award,financial_year,amount\nthree,2023-24,60.00\n"
    assert list(changed) == [PACKAGE]


def test_what_is_wrong_is_held_back_with_its_field_and_the_rest_is_written(home):
    wrong = award("bad", AWARD | {"amount": "£1,000"}, conditions=[DraftRow({"subject": "x"}, at="row 7")])
    proposal = propose(home, [wrong, award("good", AWARD | {"title": "Go"})], TODAY)
    assert [result.outcome for result in proposal.results] == ["held", "added"]
    assert list(proposal.files) == ["data/awards/undated/good.yml"]
    said = [(s.list, s.number, s.field, s.at, s.finding.fix) for s in proposal.results[0].said]
    assert ("", 0, "amount", "bad", "1000") in said
    assert ("conditions", 1, "text", "row 7", "") in said


def test_what_refers_to_a_record_that_is_held_back_is_held_back_too(home):
    club = Draft("organisation", "chess-club", {"source": SOURCE})
    proposal = propose(home, [award("new", AWARD | {"recipient": "chess-club"}), club], TODAY)
    assert [result.outcome for result in proposal.results] == ["held", "held"]
    assert [s.field for s in proposal.results[0].said] == ["recipient"]
    assert proposal.files == {}


def test_a_missing_field_is_said_of_that_field_and_a_rule_of_the_whole_of_none(home):
    fields = {name: text for name, text in AWARD.items() if name != "title"}
    (result,) = propose(home, [award("new", fields)], TODAY).results
    assert [s.field for s in result.said if s.finding.severity == ERROR] == ["title"]


def test_an_error_that_was_there_before_does_not_hold_back_an_update(home):
    path = home / "data/awards/2023-24/one.yml"
    wrong = path.read_text("utf-8").replace("title: Evening", "colour: red\ntitle: Evening").replace("exact", "exactly")
    path.write_text(wrong, "utf-8")
    proposal = propose(home, [award("one", {"theme": "Youth work"})], TODAY)
    assert proposal.results[0].outcome == "changed"
    assert b"colour: red\n" in proposal.files["data/awards/2023-24/one.yml"]


def test_two_drafts_of_one_record_are_not_both_taken(home):
    proposal = propose(home, [award("one", {"theme": "A"}), award("one", {"theme": "B"})], TODAY)
    assert [result.outcome for result in proposal.results] == ["changed", "held"]
    assert proposal.results[1].said[0].field == "key"


def test_a_file_that_cannot_be_read_is_not_overwritten(home):
    path = home / "data/awards/undated/odd.yml"
    path.parent.mkdir()
    path.write_text("title: [")
    proposal = propose(home, [award("odd", AWARD)], TODAY)
    assert (proposal.results[0].outcome, proposal.files) == ("held", {})
    message = proposal.results[0].said[0].finding.message
    assert message.startswith("there must be no other file data/awards/undated/odd.yml")


def test_what_others_get_because_of_a_draft_is_told(home):
    (home / "data/organisations/club.yml").write_text(f"name: Club\norg_id: GB-CHC-1234567\nsource: {SOURCE}\n")
    twin = Draft("organisation", "a-club", {"name": "A Club", "org_id": "GB-CHC-1234567", "source": SOURCE})
    proposal = propose(home, [twin], TODAY)
    told = [f.path for f in proposal.elsewhere] + [s.finding.path for r in proposal.results for s in r.said]
    assert told != []


def test_a_warning_is_told_once_and_holds_nothing_back(home):
    proposal = propose(home, [award("new", AWARD | {"purpose": "TBC"})], TODAY)
    assert [result.outcome for result in proposal.results] == ["added"]
    assert [s.finding.severity for s in proposal.results[0].said].count("warning") >= 1
    assert proposal.elsewhere == []


@pytest.mark.parametrize("name", ["south-yorkshire", *(path.name for path in sorted((ROOT / "examples").iterdir()))])
def test_every_record_of_an_office_proposed_as_it_is_changes_nothing(name):
    home = ROOT if name == "south-yorkshire" else ROOT / "examples" / name
    present, drafts = Present(home, TODAY), []
    for kind, records in present.site.records.items():
        for record in records.values():
            there = present.there(record)
            rows = {n: [DraftRow(row, number) for number, row in enumerate(of, 1)] for n, of in there.rows.items()}
            drafts.append(Draft(kind, record.key, dict(there.fields), rows))
    proposal = propose(home, drafts, TODAY)
    assert {result.outcome for result in proposal.results} == {"same"}
    assert (proposal.files, proposal.elsewhere) == ({}, [])
