"""The site of Barsetshire, a small invented office, says what it said when a person last looked."""

from difflib import unified_diff
from itertools import islice

from daylight.build import check
from daylight.findings import NOTE
from tests.built import TODAY
from tests.golden import ACCEPT, FOLDER, OFFICE, SOME, accept, article, build, golden

LINES = 60
SHOWN = 5


def test_barsetshire_has_nothing_to_fix():
    assert [f.text() for f in check(OFFICE, TODAY)[1] if f.severity != NOTE] == []


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


def test_of_a_page_for_other_sites_all_is_kept_but_for_its_frame():
    page = "<body class='dl-embed'><aside>x</aside><main class='y'><h1>A</h1></main></body>"
    assert article(page) == "<h1>A</h1>\n"


def test_what_is_kept_in_welsh_and_for_other_sites_is_there(tmp_path):
    assert set(SOME) <= build(tmp_path).keys()
