"""The command `daylight` as those who type it see it: what it says, what it writes, and the number with which it ends."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from daylight import __version__
from daylight.cli import main
from daylight.describe import PACKAGE
from tests.built import ROOT, TODAY
from tests.test_build import tree
from tests.test_frame import AWARD, small

BAD = "data/awards/bad.yml"
LATER = AWARD + "award_date: 2024-05-02\n"
SAID = "data/awards/one.yml:8: "


def daylight(*words, ends: int | None = 0, typed: str = "") -> Result:
    """Runs the command. Whatever a person does may not end in an exception."""
    done = CliRunner().invoke(main, [str(word) for word in words], input=typed, prog_name="daylight", terminal_width=80)
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    assert ends in (None, done.exit_code), done.output
    return done


def put(home: Path, name: str, text: str) -> None:
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    (home / name).write_text(text, "utf-8")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An office with one award, outside of git."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return small(tmp_path / "office")


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> tuple[Path, Result]:
    """A small office with its site, and what building it said."""
    home = small(tmp_path_factory.mktemp("first"))
    return home, daylight("build", home, "--today", TODAY)


@pytest.fixture
def shown(first, tmp_path) -> Path:
    """An office with its site, to change."""
    return shutil.copytree(first[0], tmp_path / "shown")


# --- check ---


@pytest.mark.parametrize(("form", "said"), [("text", "Nothing to fix.\n"), ("json", "[]\n"), ("github", "")])
def test_check_ends_with_0_where_nothing_must_be_fixed(home, form, said):
    assert daylight("check", home, "--format", form).output == said


def test_check_says_where_and_what_and_ends_with_1(home):
    put(home, BAD, AWARD.replace("12.34", "£1,000"))
    (found,) = json.loads(daylight("check", home, "--format", "json", ends=1).stdout)
    message = found.pop("message")
    assert found == {"path": BAD, "line": 4, "rule": "TYPE", "fix": "1000", "severity": "error"}
    assert daylight("check", home, ends=1).output == f"{BAD}:4: {message}; type 1000\n\n1 error.\n"
    line = f"::error file={BAD},line=4,title=TYPE::{message}; type 1000\n"
    assert daylight("check", home, "--format", "github", ends=1).output == line


def test_what_is_typed_cannot_end_a_line_for_github(home):
    put(home, BAD, AWARD.replace("type: grant", 'type: "50%\\n::error::"'))
    (line,) = daylight("check", home, "--format", "github", ends=1).stdout.splitlines()
    assert '"50%25 ::error::"' in line


def test_a_warning_is_said_and_ends_with_0(home):
    put(home, "data/funds/many.csv", "key,title,source\nf-1,Fund,https://example.org/\n")
    said = daylight("check", home).output
    assert (said.startswith(f"{PACKAGE}:1: warning: "), said.splitlines()[-1]) == (True, "1 warning.")
    assert daylight("describe", home).output == f"Wrote {PACKAGE}.\n"
    assert json.loads((home / PACKAGE).read_text("utf-8"))["resources"][0]["path"] == "funds/many.csv"
    assert daylight("check", home).output == "Nothing to fix.\n"


def test_check_looks_at_the_folder_in_which_one_is_and_writes_nothing(home, monkeypatch):
    monkeypatch.chdir(home)
    before = tree(home)
    assert (daylight("check").output, tree(home)) == ("Nothing to fix.\n", before)


def test_today_is_the_day_that_is_given(home):
    put(home, "data/awards/one.yml", LATER)
    assert SAID in daylight("check", home, "--today", "2024-05-01", ends=1).stdout
    daylight("check", home, "--today", "2024-05-02")


def test_today_is_else_the_day_of_the_environment_or_of_the_last_commit(home, monkeypatch):
    put(home, "data/awards/one.yml", LATER)
    daylight("check", home)
    me = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    for words in (["init", "-q"], ["add", "-A"], [*me, "commit", "-qm", "Change"]):
        subprocess.run(["git", *words], cwd=home, env=os.environ | {"GIT_COMMITTER_DATE": "2024-05-01T12:00:00Z"}, check=True)
    assert SAID in daylight("check", home, ends=1).stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714651200")  # 2 May 2024
    daylight("check", home)


@pytest.mark.parametrize("day", ["2024-13-01", "2024-02-30", "01/05/2024", "today", ""])
@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_day_that_is_none_is_refused(home, command, day):
    assert "--today" in daylight(command, home, "--today", day, ends=2).stderr


@pytest.mark.parametrize("command", ["check", "build", "serve", "describe", "new award sy-1 --office"])
def test_a_folder_that_is_not_there_is_refused(home, command):
    for path in (home / "nowhere", home / "mkdocs.yml"):
        assert path.name in daylight(*command.split(), path, ends=2).stderr


# --- build ---


def test_build_writes_the_site_and_says_so(first):
    site = tree(first[0] / "site")
    assert first[1].output == f"Nothing to fix.\nPublished {len(site)} files.\n"
    assert "awards/one/index.html" in site


def test_the_site_goes_where_it_is_told_to(shown, tmp_path):
    before = tree(shown / "site")
    shutil.rmtree(shown / "site")
    daylight("build", shown, "--out", tmp_path / "else/where", "--today", TODAY)
    assert tree(tmp_path / "else/where") == before
    assert not (shown / "site").exists()


def test_with_an_error_nothing_is_published_and_the_old_site_stays(shown):
    before = tree(shown / "site")
    put(shown, BAD, "title: x\n")
    said = daylight("build", shown, ends=1).stdout
    assert f"{BAD}:1: " in said
    assert said.endswith(" errors.\nNothing was published.\n")
    assert tree(shown / "site") == before


def test_with_a_mistake_in_the_prose_nothing_is_published_and_the_old_site_stays(shown):
    before = tree(shown / "site")
    (shown / "mkdocs.yml").unlink()
    said = daylight("build", shown, ends=1)
    assert "mkdocs.yml" in said.stderr
    assert said.stderr.endswith("\nNothing was published.\n")
    assert (said.stdout, tree(shown / "site")) == ("", before)


@pytest.mark.xfail(strict=True, reason="a page of prose where a record has its page ends in TwoMakers")
def test_a_page_of_prose_in_the_place_of_a_record_is_said(shown):
    put(shown, "content/awards/one.md", "# One\n")
    assert "awards/one" in daylight("build", shown, ends=1).output


@pytest.mark.xfail(strict=True, reason="all of data/, content/ and mkdocs.yml are deleted without a question")
def test_the_office_itself_is_no_place_for_its_site(shown):
    daylight("build", shown, "--out", shown, ends=None)
    assert (shown / "data/awards/one.yml").is_file()


# --- what no person may see ---


def test_what_was_never_an_office_is_told_so(tmp_path):
    for command in ("check", "build"):
        assert "data/publisher.yml" in daylight(command, tmp_path, ends=1).output


@pytest.mark.xfail(strict=True, reason="FileNotFoundError: the description is written where there is no data/")
def test_what_was_never_an_office_has_nothing_to_describe(tmp_path):
    assert "data" in daylight("describe", tmp_path, ends=None).output


@pytest.mark.xfail(strict=True, reason="_csv.Error: describe reads the first row again, without looking out for mistakes")
@pytest.mark.parametrize("command", ["check", "describe"])
def test_a_large_table_that_begins_with_an_open_quotation_mark_is_said(home, command):
    put(home, PACKAGE, "{}")
    put(home, "data/awards/many.csv", '"key,title\n' + "sy-1,Sessions\n" * 20_000)
    daylight(command, home, ends=None)


@pytest.mark.xfail(strict=True, reason="UnicodeEncodeError: the name is printed as it is")
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_file_name_that_is_not_utf8_is_said(home, form):
    (home / os.fsdecode(b"data/awards/caf\xe9.yml")).write_text(AWARD, "utf-8")
    assert "data/awards/caf" in daylight("check", home, "--format", form, ends=1).output


# --- help, and what is shown meanwhile ---


def test_the_version_is_that_of_the_program():
    assert daylight("--version").output == f"daylight, version {__version__}\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_says_what_it_does_and_what_each_option_means(name):
    said, command = daylight(name, "--help").output, main.commands[name]
    assert said == daylight(name, "-h").output
    assert max(map(len, said.splitlines())) <= 80
    options = {param.name: param.help or "" for param in command.params if isinstance(param, click.Option)}
    for text in (command.help, *options.values()):
        assert re.match(r"[A-Z].*\.$", text.split("\n\n")[0], re.DOTALL), options
    for word in (param.human_readable_name for param in command.params if isinstance(param, click.Argument)):
        assert word in command.help + main.help


def test_help_names_every_command():
    assert re.findall(r"^  (\w+)  ", daylight("--help").output.partition("Commands:")[2], re.MULTILINE) == sorted(
        main.commands
    )


@pytest.mark.xfail(strict=True, reason="three of five sentences are cut off; each needs a short_help")
def test_help_cuts_no_sentence_off():
    assert "..." not in daylight("--help").output.partition("Commands:")[2]


@pytest.mark.parametrize(
    ("channel", "said"), [(pty.openpty, "\r\033[KReading and checking the records…\r\033[K"), (os.pipe, "")]
)
def test_what_is_being_done_is_shown_on_a_terminal_and_in_no_log(home, channel, said):
    command = [sys.executable, "-m", "daylight", "check", str(home)]
    screen, err = channel()
    environ = os.environ | {"PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, stderr=err, check=True, text=True)
    os.write(err, b"|")
    shown = b""
    while not shown.endswith(b"|"):
        shown += os.read(screen, 10_000)
    for end in (screen, err):
        os.close(end)
    assert (done.stdout, shown.decode()) == ("Nothing to fix.\n", f"{said}|")
