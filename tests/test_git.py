"""Git is asked in one way, and what it cannot answer is said in one line."""

import os

import pytest

from daylight.git import NoAnswer, ask, told
from tests.test_history import alone, git  # noqa: F401 (alone is used by pytest)


def test_what_git_says_is_what_it_prints(tmp_path):
    git(tmp_path, "init", "-q")
    blob = ask(tmp_path, "hash-object", "-w", "--stdin", put=b"\xff\n").decode().strip()
    assert ask(tmp_path, "cat-file", "blob", blob) == b"\xff\n"
    assert os.fsencode(told(tmp_path, "cat-file", "blob", blob)) == b"\xff\n"


def test_git_that_fails_says_why_in_one_line(tmp_path):
    with pytest.raises(NoAnswer, match=r"^fatal: not a git repository.*$"):
        ask(tmp_path, "rev-parse", "HEAD")
    assert told(tmp_path, "rev-parse", "HEAD") == ""


def test_git_may_end_with_another_number_where_that_means_none(tmp_path):
    git(tmp_path, "init", "-q")
    with pytest.raises(NoAnswer, match=r"^git could not answer$"):
        ask(tmp_path, "config", "daylight.nothing")
    assert ask(tmp_path, "config", "daylight.nothing", may_end=(0, 1)) == b""


def test_without_git_there_is_no_answer(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoAnswer, match=r"^git is not there$"):
        ask(tmp_path, "version")
    assert told(tmp_path, "version") == ""


def test_variables_are_set_and_taken_away_for_git_alone(tmp_path, monkeypatch):
    git(tmp_path, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert told(tmp_path, "rev-parse", "--git-dir") == ""
    assert told(tmp_path, "rev-parse", "--git-dir", environ={"GIT_DIR": None}) == ".git\n"
    monkeypatch.delenv("GIT_DIR")
    assert told(tmp_path, "rev-parse", "--git-dir", environ={"GIT_DIR": str(tmp_path / "elsewhere")}) == ""
    assert "GIT_DIR" not in os.environ
