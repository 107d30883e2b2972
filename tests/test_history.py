"""When each file was last changed, as git says it; nothing where git does not know."""

import os
import subprocess
from pathlib import Path

import pytest

from daylight import build
from daylight.history import head, last_changes, last_commit
from tests.test_frame import small


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """Git without the settings of whoever runs the tests, and without a repository above."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "somebody@example.org")


def git(home: Path, *words: str, day: str = "2020-01-01", written: str = "") -> str:
    """Runs git on a day, for what was `written` on that day or another."""
    days = {"GIT_AUTHOR_DATE": f"{written or day}T12:00:00+00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00+00:00"}
    done = subprocess.run(["git", *words], cwd=home, env=os.environ | days, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(home: Path, day: str, written: str = "", **files: str) -> None:
    """Commits all that is there, and some files of awards, on a day."""
    for name, text in files.items():
        put(home, f"data/awards/{name}.yml", text)
    git(home, "add", "-A")
    git(home, "commit", "-qm", "Change", day=day, written=written)


def put(home: Path, path: str, text: str) -> None:
    (home / path).parent.mkdir(parents=True, exist_ok=True)
    (home / path).write_text(text, "utf-8")


@pytest.fixture
def home(tmp_path) -> Path:
    """An office with a history: two awards, one of them changed a year later."""
    home = tmp_path / "office"
    home.mkdir()
    git(home, "init", "-q", "-b", "main")
    put(home, "content/about.md", "# About\n")
    commit(home, "2023-05-01", one="title: One\n", two="title: Two\n")
    commit(home, "2024-06-02", two="title: The second\n")
    return home


def test_each_file_has_the_day_of_its_own_last_change(home):
    assert last_changes(home) == {"data/awards/one.yml": "2023-05-01", "data/awards/two.yml": "2024-06-02"}
    assert last_commit(home) == "2024-06-02"
    assert head(home) == git(home, "rev-parse", "main")


def test_a_change_of_the_prose_is_no_change_of_a_record(home):
    put(home, "content/about.md", "# All about\n")
    commit(home, "2025-01-01")
    assert last_commit(home) == "2025-01-01"
    assert set(last_changes(home).values()) == {"2023-05-01", "2024-06-02"}


def test_the_day_is_that_on_which_a_change_came_in_and_not_that_on_which_it_was_begun(home):
    commit(home, "2025-03-03", written="2025-01-01", one="title: Taken in late\n")
    assert last_changes(home)["data/awards/one.yml"] == last_commit(home) == "2025-03-03"


def test_a_renamed_file_has_the_day_of_its_new_name(home):
    (home / "data/awards/2023-24").mkdir()
    git(home, "mv", "data/awards/one.yml", "data/awards/2023-24/one.yml")
    commit(home, "2025-01-01")
    assert last_changes(home)["data/awards/2023-24/one.yml"] == "2025-01-01"


def test_a_file_that_was_never_committed_has_no_day(home):
    put(home, "data/awards/new.yml", "title: New\n")
    git(home, "add", "-A")
    assert "data/awards/new.yml" not in last_changes(home)


def test_what_is_not_committed_yet_does_not_count(home):
    put(home, "data/awards/one.yml", "title: Being written\n")
    assert last_changes(home)["data/awards/one.yml"] == "2023-05-01"


def test_a_change_that_was_merged_has_the_day_on_which_it_was_committed(home):
    git(home, "switch", "-qc", "branch")
    commit(home, "2025-01-01", one="title: From a branch\n")
    git(home, "switch", "-q", "main")
    commit(home, "2025-01-02", two="title: On main\n")
    git(home, "merge", "-q", "--no-edit", "branch", day="2025-02-02")
    assert last_changes(home) == {"data/awards/one.yml": "2025-01-01", "data/awards/two.yml": "2025-01-02"}
    assert last_commit(home) == "2025-02-02"


def test_an_office_may_be_a_folder_of_a_repository(home):
    put(home, "offices/small/data/funds/a.yml", "title: A\n")
    commit(home, "2025-01-01")
    assert last_changes(home / "offices/small") == {"data/funds/a.yml": "2025-01-01"}


@pytest.mark.parametrize("name", ["café", "with a space", "@2020-01-01", "ŵ", 'a "b"', "a\\b", "a\tb", "a\nb"])
def test_a_file_may_have_any_name(home, name):
    commit(home, "2025-01-01", **{name: "title: Named\n"})
    assert last_changes(home)[f"data/awards/{name}.yml"] == "2025-01-01"


def test_a_name_that_is_not_utf8_takes_no_day_from_the_others(home):
    (home / os.fsdecode(b"data/awards/caf\xe9.yml")).write_text("title: From an old archive\n", "utf-8")
    commit(home, "2025-01-01")
    assert last_changes(home)["data/awards/one.yml"] == "2023-05-01"
    assert last_changes(home)[os.fsdecode(b"data/awards/caf\xe9.yml")] == "2025-01-01"


@pytest.mark.parametrize(
    "setting",
    [
        "core.quotepath true",
        "color.ui always",
        "log.date relative",
        "log.decorate full",
        "log.follow true",
        "diff.renames copies",
    ],
)
def test_somebodys_own_settings_of_git_change_nothing(home, tmp_path, setting):
    commit(home, "2025-01-01", **{"café": "title: Named\n"})
    before = last_changes(home)
    git(home, "config", "--global", *setting.split())
    assert (tmp_path / "settings").is_file()
    assert last_changes(home) == before
    assert before["data/awards/café.yml"] == "2025-01-01"


NOTHING = ({}, "", "")


def test_outside_of_git_nothing_is_known(tmp_path):
    put(tmp_path, "data/awards/one.yml", "title: One\n")
    assert (last_changes(tmp_path), last_commit(tmp_path), head(tmp_path)) == NOTHING


def test_before_the_first_commit_nothing_is_known(tmp_path):
    put(tmp_path, "data/awards/one.yml", "title: One\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    assert (last_changes(tmp_path), last_commit(tmp_path), head(tmp_path)) == NOTHING


def test_where_git_is_not_installed_nothing_is_known(home, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (last_changes(home), last_commit(home), head(home)) == NOTHING


def test_a_history_that_is_cut_short_says_nothing_rather_than_something_wrong(home, tmp_path):
    git(tmp_path, "clone", "-q", "--depth", "1", home.as_uri(), "short")
    short = tmp_path / "short"
    assert (short / "data/awards/one.yml").is_file()
    assert last_changes(short) == {}
    assert last_commit(short) == "2024-06-02"
    git(short, "fetch", "-q", "--unshallow")
    assert last_changes(short) == last_changes(home)


def test_a_record_shows_the_day_that_it_gives_else_that_of_its_file(home):
    small(home)
    award = (home / "data/awards/one.yml").read_text("utf-8")
    commit(home, "2025-01-01", one=award, two=f"{award}modified: 2024-12-24\n")
    commit(home, "2025-02-02", two=f"{award}modified: 2024-12-24\nnote: Corrected\n")
    site, _ = build.check(home, "2025-03-03")
    assert {a.key: site.last_change(a) for a in site.all("award")} == {"one": "2025-01-01", "two": "2024-12-24"}
