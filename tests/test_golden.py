"""The site of Barsetshire, an invented office that uses every field, says what it said when a person last looked."""

from difflib import unified_diff
from itertools import islice

import pytest

from daylight.build import check
from daylight.schema import load_schemas
from tests.built import TODAY
from tests.golden import ACCEPT, FOLDER, OFFICE, accept, article, build, golden

LINES = 60
SHOWN = 5


@pytest.fixture(scope="module")
def checked():
    return check(OFFICE, TODAY)


@pytest.fixture(scope="module")
def rows(checked):
    """Every record and every row of Barsetshire by the name of its schema."""
    site, _ = checked
    found = {name: [] for name in site.schemas}
    for kind, of in site.records.items():
        for record in of.values():
            found[kind].append(record)
            for child in site.schemas[kind].children:
                found[child] += record.rows(site.schemas[child].list)
    return found


def test_barsetshire_has_nothing_to_fix_and_its_exceptions_hold(checked, rows):
    assert [f.text() for f in checked[1]] == []
    assert all(rows[f"{kind}_exception"] for kind in ("award", "decision", "opportunity"))


def test_barsetshire_uses_every_field(rows):
    unused = [
        f"{schema.name}.{field.name}"
        for schema in load_schemas().values()
        for field in schema.fields
        if not field.derived and not any(field.name in row.values for row in rows[schema.name])
    ]
    assert unused == []


def test_barsetshire_has_every_direction_basis_and_status_of_an_award(rows):
    schema = load_schemas()["award"]
    unused = [
        (name, value)
        for name in ("direction", "amount_basis", "status", "type")
        for value in schema.by_name[name].labels
        if not any(award.get(name) == value for award in rows["award"])
    ]
    assert unused == []


def test_barsetshire_is_written_in_both_spellings(rows):
    for spelling in (".yml", ".csv"):
        assert {n for n, of in rows.items() if any(r.path.endswith(spelling) for r in of)} > {"award", "award_change"}


def test_the_site_says_what_was_accepted(tmp_path):
    made, accepted = build(tmp_path), golden()
    changed = sorted(p for p in made.keys() | accepted.keys() if made.get(p) != accepted.get(p))
    said = "\n".join("\n".join(difference(p, accepted, made)) for p in changed[:SHOWN])
    rest = f"\n… and {len(changed) - SHOWN} more files" if len(changed) > SHOWN else ""
    assert not changed, f"\n{said}{rest}\n\nIf this is as it should be, accept it and look at the diff: {ACCEPT}\n"


def difference(path: str, accepted: dict[str, bytes], made: dict[str, bytes]) -> list[str]:
    before, after = (tree.get(path, b"").decode("utf-8").splitlines() for tree in (accepted, made))
    return list(islice(unified_diff(before, after, f"accepted/{path}", f"made/{path}", lineterm="", n=1), LINES))


def test_the_golden_tree_is_small():
    assert sum(len(data) for data in golden().values()) < 1_200_000


def test_an_accepted_tree_is_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.golden.FOLDER", tmp_path / "tree")
    (tmp_path / "tree/old").mkdir(parents=True)
    (tmp_path / "tree/old/gone.csv").write_bytes(b"1")
    said = []
    accept({"a/b.csv": b"1\r\n", "c.html": b"2"}, said.append)
    assert {p.name for p in (tmp_path / "tree").rglob("*")} == {"a", "b.csv", "c.html"}
    assert said == ["2 files written, 1 deleted; see git diff tests"]
    assert tmp_path != FOLDER


def test_an_article_keeps_its_markup_and_the_lines_of_its_texts_and_not_its_layout():
    page = "<body><article class='x'>\n <h1>A  b</h1>\n<p>c <b>d</b>\n<ul><li>e\n\n  f</ul></article></body>"
    assert article(page) == "<h1>A b</h1>\n<p>c <b>d</b>\n<ul>\n<li>e\n\nf</ul>\n"
