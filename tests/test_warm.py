"""A site that is kept up to date has the same bytes as one that is built anew, whatever a person changes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from daylight import build, pages
from daylight.history import head
from daylight.keeping import neighbours
from daylight.warm import Warm
from tests.built import TODAY, office
from tests.test_build import tree
from tests.test_frame import small

AWARD = "title: A new award\ntype: grant\ndirection: out\namount: 12.34\namount_basis: exact\nsource: https://example.org/\n"


def replace(path: str, old: str, new: str) -> Callable[[Path], list[Path]]:
    """Changes a text in a file."""

    def change(home: Path) -> list[Path]:
        file = home / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        return [file]

    return change


def add(path: str, text: str) -> Callable[[Path], list[Path]]:
    def change(home: Path) -> list[Path]:
        (home / path).parent.mkdir(exist_ok=True)
        (home / path).write_text(text, "utf-8")
        return [home / path]

    return change


def remove(path: str) -> Callable[[Path], list[Path]]:
    def change(home: Path) -> list[Path]:
        (home / path).unlink()
        return [home / path]

    return change


def move_folder(path: str, to: str) -> Callable[[Path], list[Path]]:
    """What a watcher may say of a folder: only its own name."""

    def change(home: Path) -> list[Path]:
        (home / path).rename(home / to)
        return [home / path, home / to]

    return change


def shift_rows(path: str) -> Callable[[Path], list[Path]]:
    """The second row of a table becomes its last."""

    def change(home: Path) -> list[Path]:
        head, first, *rest = (home / path).read_text("utf-8").splitlines(keepends=True)
        (home / path).write_text(head + "".join(rest) + first, "utf-8")
        return [home / path]

    return change


def award(home: Path, key: str) -> str:
    return next((home / "data/awards").rglob(f"{key}.yml")).relative_to(home).as_posix()


CHANGES = [
    lambda home: replace(award(home, "sy-a019"), "title: ", "title: Changed ")(home),
    add("data/awards/new.yml", AWARD + "recipient: doncaster-council\nfund: sy-f006\naward_date: 2023-05-01\n"),
    replace("data/awards/new.yml", "recipient: doncaster-council", "recipient: rotherham-council"),
    replace("data/awards/new.yml", "award_date: 2023-05-01", "award_date: 2024-05-01"),
    replace("data/organisations/rotherham-council.yml", "name: ", "name: The "),
    replace("data/awards/new.yml", "amount: 12.34", "amount: many"),
    replace("data/awards/new.yml", "amount: many", "amount: 12.34"),
    add("data/awards/new.yml", AWARD + "recipient_as_published: Somebody\n"),
    add("data/awards/new.yml", AWARD + "fund: sy-f999\n"),
    replace("data/awards/new.yml", "title: ", "# One line further down\ntitle: "),
    remove("data/awards/new.yml"),
    lambda home: shift_rows(next((home / "data/awards").rglob("*.csv")).relative_to(home).as_posix())(home),
    add("data/awards/later/one.yml", AWARD + "recipient: doncaster-council\n"),
    move_folder("data/awards/later", "data/awards/latest"),
    add("data/awards/wide.yml", AWARD + "areas:\n  - south-yorkshire\n"),
    replace("content/about.md", "# ", "# All "),
    add("data/notes.txt", "not a record"),
    replace("mkdocs.yml", 'site_name: "', 'site_name: "New '),
    replace("data/publisher.yml", "name: ", "name: The "),
]


def test_after_each_change_the_same_bytes_as_built_anew(tmp_path, monkeypatch):
    """The register of awards is just short enough for one page: the first award more splits it, and one fewer joins it."""
    home = office(tmp_path / "office")
    site, found = build.check(home, TODAY)
    monkeypatch.setattr(pages.registers, "LONG", len(site.records["award"]))
    warm = Warm(home, tmp_path / "warm", TODAY)
    assert warm.build() == found
    for change in CHANGES:
        paths = change(home)
        said = warm.update(paths)
        if warm.behind:
            warm.finish()
        site, found = build.check(home, TODAY)
        assert said == found, paths
        if not build.stops(found):
            build.make(site, build.frame_of(home, site), found, tmp_path / "cold", judged=False)
            cold, now = tree(tmp_path / "cold"), tree(tmp_path / "warm")
            assert [p for p in cold.keys() | now.keys() if cold.get(p) != now.get(p)] == [], paths
            shutil.rmtree(tmp_path / "cold")


def test_a_change_of_nothing_writes_nothing(tmp_path):
    home = office(tmp_path / "office")
    warm = Warm(home, tmp_path / "warm", TODAY)
    warm.build()
    before = {f: f.stat().st_mtime_ns for f in (tmp_path / "warm").rglob("*") if f.is_file()}
    warm.update([home / award(home, "sy-a019")])
    warm.finish()
    assert {f: f.stat().st_mtime_ns for f in (tmp_path / "warm").rglob("*") if f.is_file()} == before


def test_after_a_commit_every_page_says_so(tmp_path):
    home = small(tmp_path / "office")
    (home / ".gitignore").write_text(".cache\n", "utf-8")

    def commit() -> str:
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
        for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "Change"]):
            subprocess.run(["git", *command], cwd=home, check=True)
        return head(home)[:7]

    first = commit()
    warm = Warm(home, tmp_path / "warm", TODAY)
    warm.build()
    file = home / award(home, "one")
    file.write_text(f"{AWARD}\n", "utf-8")
    second = commit()
    warm.update([file])
    warm.finish()
    pages = {path: data.decode() for path, data in tree(tmp_path / "warm").items() if path.endswith(".html")}
    assert [path for path, text in pages.items() if f"commit {second}" not in text or f"commit {first}" in text] == []
    assert {"404.html", "about/index.html", "awards/one/index.html", "data/index.html"} <= pages.keys()
    site, found = build.check(home, TODAY)
    build.make(site, build.frame_of(home, site), found, tmp_path / "cold", judged=False)
    assert tree(tmp_path / "cold") == tree(tmp_path / "warm")


def test_an_office_that_begins_broken_is_shown_once_it_is_mended(tmp_path):
    home = office(tmp_path / "office")
    add("data/awards/new.yml", "title: x\n")(home)
    warm = Warm(home, tmp_path / "warm", TODAY)
    assert build.stops(warm.build())
    assert not (tmp_path / "warm").exists()
    assert warm.update(remove("data/awards/new.yml")(home)) == build.check(home, TODAY)[1]
    assert (tmp_path / "warm/index.html").is_file()


def test_what_leads_to_a_table_is_judged_again_once_the_table_can_be_read(tmp_path):
    """While it could not be read, nobody knew whether the record was in it."""
    home = small(tmp_path / "home")
    add("data/organisations/more.csv", "key;name\none;One\n")(home)
    add("data/awards/new.yml", f"{AWARD}recipient: nobody-at-all\n")(home)
    warm = Warm(home, tmp_path / "site", TODAY)
    assert [f.rule for f in warm.build() if "nobody-at-all" in f.message] == []
    path = home / "data/organisations/more.csv"
    path.write_text("key,name\none,One\n", "utf-8")
    warm.reread({path.relative_to(home).as_posix()})
    assert [f.rule for f in warm.check() if "nobody-at-all" in f.message] == ["REF-01"]


def test_what_was_worked_out_may_have_looked_two_steps_away(tmp_path):
    site, _ = build.check(office(tmp_path), TODAY)
    award = next(a for a in site.all("award") if a.get("fund") and a.get("recipient"))
    near = neighbours(site, site.get("fund", award.get("fund")))
    assert {("award", award.key), ("organisation", award.get("recipient"))} <= near
