"""`daylight fix` makes what is surely meant of what check proposes, says each, and leaves every other byte as it is."""

import shutil
from pathlib import Path

import pytest

from daylight.build import check
from daylight.findings import ERROR, NOTE
from daylight.fix import fix
from daylight.fix.sure import slips_between
from tests.built import TODAY
from tests.cases import OFFICE
from tests.test_build import tree
from tests.test_cli import daylight, put
from tests.wrong import HERE, SLIPS, found, read

NAME = "data/awards/bar-a1.yml"
AWARD = (
    "# As agreed.\ntitle: Evening sessions   # keep\ntype: grant\ndirection: out\namount_basis: exact\npurpose: Sessions.\n"
)
SOURCE = "source: https://www.barsetshire-pcc.example/awards\n"


@pytest.fixture
def home(tmp_path) -> Path:
    return shutil.copytree(OFFICE, tmp_path / "office")


def fixed(home: Path, text: str, name: str = NAME) -> str:
    """A file after `fix`, which must say what it did, and find nothing to do when it is asked again."""
    put(home, name, text)
    before = tree(home)
    said = daylight("fix", home, "--today", TODAY, ends=None).stdout
    after = (home / name).read_bytes().decode()
    assert (after == text) == said.startswith("Nothing can be corrected without you."), said
    assert {path for path in tree(home) if tree(home)[path] != before.get(path)} <= {name, "data/datapackage.json"}
    assert daylight("fix", home, "--today", TODAY, ends=None).stdout.startswith("Nothing can be corrected without you.")
    return after


SURE = {
    "a written date": ("award_date: 1st May 2024\n", "award_date: 2024-05-01\n"),
    "a date with a day after the twelfth": ("award_date: 25/12/2024\n", "award_date: 2024-12-25\n"),
    "pounds with signs": ('amount: "£1,000.50"  # printed so\n', "amount: 1000.50  # printed so\n"),
    "an address": ("source: www.barsetshire-pcc.example/a\n", "source: https://www.barsetshire-pcc.example/a\n"),
    "a yes": ("in_year: Y\n", "in_year: yes\n"),
    "a value in capitals": ("status: Complete\n", "status: complete\n"),
    "the label of a value": ("regrant_type: Match funding\n", "regrant_type: FRG030\n"),
    "the name of a field": ("descripton: More.\n", "description: More.\n"),
    "a name and then its value": ("award_dat: 1 May 2024\n", "award_date: 2024-05-01\n"),
    "the name of a list": ("condition:\n  - Money is spent.\n", "conditions:\n  - Money is spent.\n"),
    "a value in a list": (
        "payments:\n  - date: 2 May 2024\n    amount: 5\n",
        "payments:\n  - date: 2024-05-02\n    amount: 5\n",
    ),
    "a value in braces": ("payments:\n  - {date: 2 May 2024, amount: 5}\n", "payments:\n  - {date: 2024-05-02, amount: 5}\n"),
    "a key with a slip": ("recipient: barchester-boxing-clb\n", "recipient: barchester-boxing-club\n"),
    "a key with spaces": ("recipient: Barchester Boxing Club\n", "recipient: barchester-boxing-club\n"),
    "the name of a body for its key": ("recipient: Barchester Boxing Club\n", "recipient: barchester-boxing-club\n"),
    "a text with a colon": ("description: Boxing: every evening\n", 'description: "Boxing: every evening"\n'),
    "two in one row": (
        "payments:\n  - date: 2 May 2024\n    amount: £5.00\n",
        "payments:\n  - date: 2024-05-02\n    amount: 5.00\n",
    ),
}


@pytest.mark.parametrize("what", SURE)
def test_what_is_surely_meant_is_made(home, what):
    put(home, "data/organisations/barchester-boxing-club.yml", f"name: Barchester Boxing Club\n{SOURCE}")
    (home / "data/organisations/club.yml").unlink(missing_ok=True)
    wrong, right = SURE[what]
    assert fixed(home, AWARD + wrong + "note: As it is.\n") == AWARD + right + "note: As it is.\n"


UNSURE = {
    "a date of two readings": "award_date: 01/02/2024\n",
    "pence of three digits": 'amount: "£22.955"\n',
    "a key that differs by a digit": "decision: bar-d2\n",
    "a key that is only like another": "recipient: barchester-box-club\n",
    "a key of another body": "recipient: barchester-rowing-club\n",
    "a field that has its right name as well": "descripton: More.\ndescription: This.\n",
    "a field that is not like one": "colour_of_it: More.\n",
    "two values of one name on a line": "payments: [{date: 2 May 2024}, {date: 3 May 2024}]\n",
    "a file that is not all read": "award_date: 1 May 2024\nnote: a\nnote: b\n",
}


@pytest.mark.parametrize("what", UNSURE)
def test_what_is_not_sure_is_left_to_a_person(home, what):
    put(home, "data/organisations/barchester-boxing-club.yml", f"name: Barchester Boxing Club\n{SOURCE}")
    put(home, "data/decisions/bar-d1.yml", f"title: A decision\n{SOURCE}")
    text = AWARD + UNSURE[what]
    assert fixed(home, text) == text


def test_the_code_of_an_area_is_left_for_its_name_may_be_what_is_wrong(home):
    text = f"name: Cornwall\nkind: district\ncode: E06000053\n{SOURCE}"
    assert fixed(home, text, "data/areas/cornwall.yml") == text


NAMES = {
    "data/organisations/Night Watch.yml": "data/organisations/night-watch.yml",
    "data/organisations/night_watch.YAML": "data/organisations/night-watch.yml",
    "data/organisation/night-watch.yml": "data/organisations/night-watch.yml",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_gets_its_right_name_unless_there_is_one_of_that_name(home, name):
    text = f"name: Night Watch\n{SOURCE}"
    put(home, name, text)
    said = daylight("fix", home, "--today", TODAY).stdout
    assert f"{name}:1: the name of the file: {Path(name).name} → {NAMES[name]}" in said
    assert not (home / name).exists()
    assert (home / NAMES[name]).read_text("utf-8") == text
    put(home, name, "name: Another\n")
    daylight("fix", home, "--today", TODAY, ends=1)
    assert (home / NAMES[name]).read_text("utf-8") == text
    assert (home / name).read_text("utf-8") == "name: Another\n"


def test_a_key_that_is_not_that_of_the_file_is_corrected(home):
    text = f"key: night-owls\nname: Night Watch\n{SOURCE}"
    assert fixed(home, text, "data/organisations/night-watch.yml") == text.replace("night-owls", "night-watch")


def test_a_record_is_known_by_its_name(home):
    put(home, "data/organisations/watch.yml", f"name: Silverbridge Night Owls\n{SOURCE}")
    assert fixed(home, AWARD + "recipient: Silverbridge Night Owls\n") == AWARD + "recipient: watch\n"


@pytest.mark.parametrize(
    ("wrong", "right"), [("1234567", "01234567"), ("1234567.0", "01234567"), ("No. 01234567", "01234567")]
)
def test_a_number_gets_back_what_a_spreadsheet_took_from_it(home, wrong, right):
    text = f'name: Watch Ltd\ncompany_number: "{wrong}"\n{SOURCE}'
    assert fixed(home, text, "data/organisations/watch.yml") == text.replace(wrong, right)


def test_line_ends_and_the_mark_at_the_beginning_stay(home):
    text = "\ufeff" + AWARD.replace("\n", "\r\n") + "award_date: 1 May 2024\r\n"
    assert fixed(home, text) == text.replace("1 May 2024", "2024-05-01")


def test_a_cell_of_a_table_is_corrected_and_its_other_rows_stay(home):
    head = "key,title,type,direction,amount,amount_basis,award_date"
    row = 'bar-a3, Two ,"grant",out,3,exact,2024-05-01'
    text = f'{head}\r\nbar-a2,"One, two",grant,out,"£12,000",exact,1 May 2024\r\n{row}\r\n'
    made = f'{head}\r\nbar-a2,"One, two",grant,out,12000,exact,2024-05-01\r\n{row}\r\n'
    assert fixed(home, text, "data/awards/many.csv") == made


def test_the_name_of_a_column_is_corrected_once(home):
    text = "key,titel,type,direction,amount_basis\nbar-a2,One,grant,out,exact\nbar-a3,Two,grant,out,exact\n"
    assert fixed(home, text, "data/awards/many.csv") == text.replace("titel", "title")


def test_each_correction_is_said_with_its_line_and_both_texts_and_then_what_is_left(home):
    put(home, NAME, AWARD + "award_date: 1 May 2024\nstart_date: 01/02/2024\n")
    before = tree(home)
    said = daylight("fix", home, "--dry-run", "--today", TODAY, ends=1).stdout
    assert said.startswith(f"{NAME}:7: the award date: 1 May 2024 → 2024-05-01\n1 correction would be made.")
    assert tree(home) == before
    said = daylight("fix", home, "--today", TODAY, ends=1).stdout
    assert said.startswith(f"{NAME}:7: the award date: 1 May 2024 → 2024-05-01\n1 correction made. What is left:\n")
    assert f"{NAME}:8: the start date must be a date" in said
    put(home, NAME, AWARD.replace("exact", "not_published") + f"award_dat: 1 May 2024\n{SOURCE}")
    daylight("fix", home, "--today", TODAY, ends=0)


def test_only_the_files_that_are_asked_for_are_corrected(home):
    other = "data/awards/2024-25/bar-a2.yml"
    for name in (NAME, other):
        put(home, name, AWARD + "award_date: 1 May 2024\n")
    daylight("fix", home, home / "data/awards/2024-25", "--today", TODAY, ends=1)
    assert ["2024-05-01" in (home / name).read_text("utf-8") for name in (NAME, other)] == [False, True]


def test_what_looks_private_is_not_repeated(home):
    put(home, NAME, AWARD + "descripton: Ask Mr Roe on 01632 960001.\n")
    said = daylight("fix", home, "--today", TODAY, ends=None).stdout
    assert "01632" not in said
    assert "Roe" not in said


def test_no_correction_makes_a_new_error(home):
    put(home, "data/organisations/barchester-boxing-club.yml", f"name: Barchester Boxing Club\n{SOURCE}")
    for number, (what, (wrong, _)) in enumerate(SURE.items()):
        if what != "a text with a colon":  # behind which all else is found only afterwards
            put(home, f"data/awards/bar-a{number}.yml", AWARD + wrong)
    before = {(f.path, f.message) for f in check(home, TODAY)[1] if f.severity == ERROR}
    for path, data in fix(home, check(home, TODAY)[1]).files.items():
        (home / path).write_bytes(data)
    after = {(f.path, f.message) for f in check(home, TODAY)[1] if f.severity == ERROR}
    assert after < before


LETTERS = [
    ("recipent", "recipient", 1),
    ("grnat", "grant", 1),
    ("boxing", "rowing", 2),
    ("bar-d1", "bar-d2", 6),
    ("a", "a", 0),
]


@pytest.mark.parametrize(("before", "after", "slips"), LETTERS)
def test_two_letters_that_changed_places_are_one_slip_and_a_digit_is_none(before, after, slips):
    assert slips_between(before, after) == slips


@pytest.mark.parametrize("path", SLIPS, ids=lambda path: path.relative_to(HERE).with_suffix("").as_posix())
def test_a_slip_of_the_corpus_is_mended_into_what_was_right_or_left_to_a_person(tmp_path, path):
    slip, home = read(path), tmp_path / "office"
    said = found(slip, home)
    made = fix(home, said, check(home, TODAY)[0])
    for name, data in made.files.items():
        (home / name).write_bytes(data)
    for before, after in made.names.items():
        (home / before).rename(home / after)
    if made.corrections:
        _, left = check(home, TODAY)
        assert {(f.path, f.rule, f.message) for f in left if f.severity != NOTE}.isdisjoint(
            (f.path, f.rule, f.message) for f in said
        )
        assert {one.after for one in made.corrections} <= {slip["fix"], f"data/organisations/{slip['fix']}"}
