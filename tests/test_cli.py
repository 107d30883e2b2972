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


def told(text: str) -> str:
    """What a command says in words, without the one line that counts what is only measured."""
    return re.sub(r"^Only measured: \d+ notes?; the page Our checks has them\.\n", "", text, count=1, flags=re.MULTILINE)


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


def test_check_ends_with_0_where_nothing_must_be_fixed(home):
    notes = json.loads(daylight("check", home, "--format", "json").output)
    assert {found["severity"] for found in notes} == {"note"}
    said = f"Nothing to fix.\nOnly measured: {len(notes)} notes; the page Our checks has them.\n"
    assert daylight("check", home, "--format", "text").output == said
    assert daylight("check", home, "--format", "github").output == ""


def test_check_says_where_and_what_and_ends_with_1(home):
    put(home, BAD, AWARD.replace("12.34", "£1,000"))
    rows = json.loads(daylight("check", home, "--format", "json", ends=1).stdout)
    (found,) = (row for row in rows if row["severity"] != "note")
    message = found.pop("message")
    assert found == {"path": BAD, "line": 4, "rule": "TYPE", "fix": "1000", "severity": "error", "field": "amount"}
    more = "What it means, with examples: make explain CODE=TYPE\n"
    assert told(daylight("check", home, ends=1).output) == f"{BAD}:4: {message}; type 1000\n\n{more}1 error.\n"
    line = f"::error file={BAD},line=4,title=TYPE::{message}; type 1000\n"
    assert daylight("check", home, "--format", "github", ends=1).output == line


def test_what_is_typed_cannot_end_a_line_for_github(home):
    put(home, BAD, AWARD.replace("type: grant", 'type: "50%\\n::error::"'))
    (line,) = daylight("check", home, "--format", "github", ends=1).stdout.splitlines()
    assert '"50%25 ::error::"' in line


def test_a_warning_is_said_and_ends_with_0(home):
    put(home, "data/funds/many.csv", "key,title,source\nf-1,Fund,https://example.org/\n")
    said = told(daylight("check", home).output)
    assert (said.startswith(f"{PACKAGE}:1: warning FILE: "), said.splitlines()[-1]) == (True, "1 warning.")
    assert daylight("describe", home).output == f"Wrote {PACKAGE}.\n"
    assert json.loads((home / PACKAGE).read_text("utf-8"))["resources"][0]["path"] == "funds/many.csv"
    assert told(daylight("check", home).output) == "Nothing to fix.\n"


def test_check_looks_at_the_folder_in_which_one_is_and_writes_nothing(home, monkeypatch):
    monkeypatch.chdir(home)
    before = tree(home)
    assert (told(daylight("check").output), tree(home)) == ("Nothing to fix.\n", before)


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


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 20])
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_day_of_the_environment_that_is_none_is_refused(home, monkeypatch, command, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert f'SOURCE_DATE_EPOCH must be a number of seconds since 1970, like 1714651200, not "{epoch}"' in (
        daylight(command, home, ends=2).stderr
    )
    daylight("check", home, "--today", TODAY)


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
    assert told(first[1].output) == f"Nothing to fix.\nPublished {len(site)} files.\n"
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
    said = told(daylight("build", shown, ends=1).stdout)
    assert f"{BAD}:1: " in said
    assert re.search(r"\d errors(, \d warnings?)?\.\nNothing was published\.\n$", said)
    assert tree(shown / "site") == before


def test_with_a_mistake_in_the_prose_nothing_is_published_and_the_old_site_stays(shown):
    before = tree(shown / "site")
    (shown / "mkdocs.yml").unlink()
    said = daylight("build", shown, ends=1)
    assert "mkdocs.yml" in said.stderr
    assert said.stderr.endswith("\nNothing was published.\n")
    assert (said.stdout, tree(shown / "site")) == ("", before)


@pytest.mark.parametrize(
    "name", ["awards/one.md", "awards/more/picture.png", "data/x.csv", "awards.md", "index.md", "README.md", "index.html"]
)
def test_a_page_of_prose_in_the_place_of_a_record_is_said(shown, name):
    before = tree(shown / "site")
    put(shown, f"content/{name}", "# One\n")
    said = daylight("build", shown, ends=1).stderr
    assert said.startswith(f"content/{name} must lie elsewhere in content/, for the ")
    assert (said.count("\n"), tree(shown / "site")) == (2, before)


def test_a_page_of_prose_may_lie_anywhere_else(shown):
    for name in ("index/index.md", "about/awards.md", "award.md", "awards/.DS_Store"):
        put(shown, f"content/{name}", "# One\n")
    daylight("build", shown)
    assert {"index/index.html", "about/awards/index.html", "award/index.html"} <= tree(shown / "site").keys()


def test_a_page_of_prose_whose_name_is_not_utf8_is_said(shown):
    (shown / "content" / os.fsdecode(b"caf\xe9.md")).write_text("# One\n", "utf-8")
    assert daylight("build", shown, ends=1).stderr.startswith("content/caf?.md must have a name of which ")


REFUSED = ["", "..", "data", "data/awards/site", "content", "content/site", "mine", ".next", "mine/notes.txt/site"]


@pytest.mark.parametrize("where", REFUSED)
def test_where_anything_else_could_be_lost_no_site_is_put(shown, where):
    put(shown, "mine/notes.txt", "mine")
    put(shown, "mine/index.html", "mine")
    (shown / ".next").symlink_to(shown / "data")
    before = tree(shown.parent)
    said = daylight("build", shown, "--out", shown / where, ends=2).stderr
    assert "--out: the folder of the site must " in said.replace("'", "")
    assert tree(shown.parent) == before


def test_what_is_cleared_beside_the_site_is_not_the_office(shown):
    home = shown.rename(shown.with_name("money.next"))
    daylight("build", home, "--out", home.with_name("money"), ends=2)
    assert (home / "data/awards/one.yml").is_file()


def test_a_folder_that_holds_nothing_or_only_what_is_hidden_takes_the_site(shown):
    (shown / "empty").mkdir()
    put(shown, "checkout/.git/HEAD", "mine")
    for name in ("empty", "checkout", "checkout"):
        daylight("build", shown, "--out", shown / name, "--today", TODAY)
    assert tree(shown / "checkout") == tree(shown / "empty") | {".git/HEAD": b"mine"}


def test_a_site_that_was_stopped_while_it_was_moved_in_is_finished(shown):
    (shown / "site/index.html").unlink()
    put(shown, "site.ready", json.dumps(list(tree(shown / "site"))))
    daylight("build", shown, "--today", TODAY)
    assert (shown / "site/index.html").is_file()


# --- what no person may see ---


# The commands that need no records of an office; and what the others are asked for before them.
WITHOUT = {"explain", "guard", "init", "upgrade", "verify"}
WORDS = {"new": ("fund", "f-1"), "import": (__file__,), "form": (__file__,), "review": ("main..",)}


@pytest.mark.parametrize("name", sorted(main.commands.keys() - WITHOUT))
def test_what_is_no_office_is_told_so_and_nothing_is_written(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = daylight(name, *WORDS.get(name, ()), ends=2).stderr
    assert "an office has its records in a folder data, and the folder you are in has none" in said
    assert list(tmp_path.iterdir()) == []


def test_a_folder_below_the_one_at_home_is_found(home, monkeypatch):
    monkeypatch.setenv("HOME", str(home.parent))
    assert daylight("check", f"~/{home.name}").output == daylight("check", home).output
    assert "directory '~office' does not exist" in daylight("check", "~office", ends=2).stderr


def test_a_folder_data_without_a_publisher_is_told_so(tmp_path):
    (tmp_path / "data").mkdir()
    for command in ("check", "build"):
        assert "data/publisher.yml" in daylight(command, tmp_path, ends=1).output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("due", "--today", "01/04/2026"), '--today: a day must be like 2024-05-01, not "01/04/2026"'),
        (("build", "--address", "data.example.org"), 'must be like https://data.example.org/, not "data.example.org"'),
        (("import", "grants 2022.xlsx"), "FILE: file 'grants 2022.xlsx' does not exist."),
        (("check", "nowhere"), "OFFICE: directory 'nowhere' does not exist."),
        (
            ("workbook", ".", "grant"),
            "KIND: it must be one of award, decision, organisation, opportunity, fund, priority, area, budget_area, round, ",
        ),
        (("verify", "nowhere"), 'or an address like https://data.example.org/, not "nowhere"'),
        (
            ("new", "award", "A 1"),
            'KEY: a key is made of at most 80 small letters, digits and hyphens, like sy-2023-041; "A 1" is not',
        ),
    ],
)
def test_what_was_typed_wrongly_is_said_as_it_must_be(words, said, home, monkeypatch):
    monkeypatch.chdir(home)
    came = daylight(*words, ends=2).stderr
    assert said in came
    assert "nvalid" not in came


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("editors",), ".vscode"),
        (("forms",), ".github"),
        (("build",), ".cache"),
        (("workbook", "--out", "x/w.xlsx"), "x"),
    ],
)
def test_what_the_computer_refuses_is_said_with_its_own_words(words, place, home, monkeypatch):
    monkeypatch.chdir(home)
    (home / place).write_text("a file where a folder must be", "utf-8")
    said = daylight(*words, ends=1).stderr
    assert re.fullmatch(rf"Error: {re.escape(place)}\S* must be one that you may read and write, .* says: [^\n]+\.\n", said)


def test_the_file_that_the_computer_refuses_is_called_by_its_own_name(home, monkeypatch):
    def refuse(path, data):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.chdir(home)
    assert daylight("describe", ends=1).stderr.startswith("Error: data/datapackage.json must be one ")


def test_what_a_terminal_cannot_show_is_a_question_mark(home):
    put(home, BAD, LATER.replace("2024-05-02", "2 Mai\u202f2024 →"))
    done = CliRunner(charset="ascii").invoke(main, ["check", str(home)])
    assert (done.exit_code, done.exception.__class__) == (1, SystemExit)
    assert "data/awards/bad.yml:8: the award date must be a date" in done.output


@pytest.mark.parametrize("command", ["check", "describe"])
def test_a_large_table_that_begins_with_an_open_quotation_mark_is_said(home, command):
    put(home, PACKAGE, "{}")
    put(home, "data/awards/many.csv", '"key,title\n' + "sy-1,Sessions\n" * 20_000)
    said = daylight(command, home, ends=int(command == "check")).output
    assert ("data/awards/many.csv:1: " in said) == (command == "check")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_file_name_that_is_not_utf8_is_said(home, form):
    (home / os.fsdecode(b"data/awards/caf\xe9.yml")).write_text(AWARD, "utf-8")
    assert "data/awards/caf?.yml" in daylight("check", home, "--format", form, ends=1).output


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("name", [b"caf\xe9.csv", b"two\nlines.csv", b"caf\xe9/one.csv", "a\u2028b.csv".encode()])
def test_a_name_that_cannot_be_printed_is_said_once_and_its_table_is_not_described(home, form, name):
    path = home / "data/funds" / os.fsdecode(name)
    path.parent.mkdir(parents=True)
    path.write_text("key,title,source\nf-1,Fund,https://example.org/\n", "utf-8")
    daylight("describe", home)
    said = daylight("check", home, "--format", form, ends=1).output
    assert said.count("the name of this file must be ") == said.count("data/funds/") == 1
    assert json.loads((home / PACKAGE).read_text("utf-8"))["resources"] == []


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
        assert max(len(sentence.split()) for sentence in re.split(r"[.?]\s", text)) <= 25
    for word in (param.human_readable_name for param in command.params if isinstance(param, click.Argument)):
        assert word.strip("[].") in command.help + main.help


def test_an_option_of_several_commands_means_the_same_in_all():
    def of(name: str) -> set[tuple]:
        options = [param for command in main.commands.values() for param in command.params if param.opts == [name]]
        return {(param.help, param.default, param.metavar) for param in options}

    assert len(of("--format")) == len(of("--office")) == len(of("--address")) == 1
    assert {metavar for _, _, metavar in of("--today")} == {"DAY"}
    assert all("like 2024-05-01" in help and "Without it, " in help for help, _, _ in of("--today"))


def test_help_names_every_command():
    assert re.findall(r"^  (\w+)  ", daylight("--help").output.partition("Commands:")[2], re.MULTILINE) == sorted(
        main.commands
    )


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
    assert (told(done.stdout), shown.decode()) == ("Nothing to fix.\n", f"{said}|")
