"""Nothing private and no unsafe place enters the history of a repository, in whatever file, name or message."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from daylight import guard
from daylight.findings import wordings
from daylight.guard.sorts import refused
from daylight.guard.texts import FORMS
from daylight.schema import load_schemas
from tests.built import PUBLISHER, ROOT, TODAY
from tests.test_cli import daylight, put
from tests.test_private import LISTED, PRIVATE

AWARD = "title: Evening sessions\npurpose: Sessions for young people.\ntype: grant\ndirection: out\n"
NAME = "data/awards/bar-a1.yml"
SAFE = ("domestic abuse", "geo_policy: county\n")


def git(home: Path, *words: str) -> str:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", "-C", home, *words], env=os.environ | own | names, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def home(tmp_path) -> Path:
    """A repository with an office, of which one commit is made."""
    git(tmp_path, "init", "-q", "-b", "main")
    put(tmp_path, "data/publisher.yml", PUBLISHER.read_text("utf-8"))
    put(tmp_path, NAME, AWARD)
    commit(tmp_path, "Begin")
    return tmp_path


def commit(home: Path, message: str = "Change") -> str:
    git(home, "add", ".")
    git(home, "commit", "-q", "--no-verify", "--allow-empty", "-m", message)
    return git(home, "rev-parse", "HEAD").strip()


def staged(home: Path) -> list[tuple[str, int, str]]:
    git(home, "add", ".")
    return places(guard.staged(home, TODAY))


def between(home: Path, *names: str) -> list[tuple[str, int, str]]:
    return places(guard.between(home, *names, TODAY))


def places(found) -> list[tuple[str, int, str]]:
    return [(said.finding.path, said.finding.line, said.finding.rule) for said in found]


# --- records ---


def test_nothing_is_found_where_nothing_is_staged_and_in_what_is_harmless(home):
    assert staged(home) == []
    put(home, "data/awards/bar-a2.yml", AWARD + "# The amount is not printed.\nreference: 01632 960001\n")
    put(home, "content/about.md", "# About\n\nSee https://www.example.org/?to=01632960001 and call 101.\n")
    assert staged(home) == []


@pytest.mark.parametrize(("rule", "value"), LISTED)
def test_what_the_rules_find_in_a_record_is_found_and_never_repeated(home, rule, value):
    put(home, NAME, AWARD + f"description: {json.dumps(f'It says {value}, as before.')}\n")
    assert (NAME, 5, rule) in staged(home)
    for form in ("text", "json", "github"):
        assert value not in daylight("guard", "--office", home, "--today", TODAY, "--format", form, ends=1).output


HIDDEN = {
    "a comment": AWARD + "# Call 01632 960001\n",
    "a comment after a value": AWARD.replace("grant\n", "grant # 01632 960001\n"),
    "a field that there is not": AWARD + "telephone: 01632 960001\n",
    "a list that there is not": AWARD + "people:\n  - name: x\n    call: 01632 960001\n",
    "a field that is worked out": AWARD + 'recipient_name: "01632 960001"\n',
    "a date that is none": AWARD + 'award_date: "01632 960001"\n',
    "a value of a list of wrong form": AWARD + 'payments:\n  - date: "01632 960001"\n',
    "a field that there is not in a list": AWARD + "conditions:\n  - text: x\n    call: 01632 960001\n",
    "a file that cannot be read": AWARD + "a: b: c\ncall: 01632 960001\n",
    "a list of texts": AWARD + "conditions:\n  - Call 01632 960001.\n",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_no_rule_looks_at_is_found_too(home, text):
    put(home, NAME, text)
    line = text[: text.index("01632")].count("\n") + 1
    assert staged(home) == [(NAME, line, "DP-02")]


def test_every_row_of_a_table_is_looked_at_also_one_that_cannot_be_read(home):
    put(
        home,
        "data/awards/many.csv",
        "key,title,phone\nbar-a2,Call 01632 960001,\nbar-a3,x,01632 960002\nbar-a4,01632 960003\n",
    )
    assert staged(home) == [("data/awards/many.csv", line, "DP-02") for line in (2, 3, 4)]


def test_a_warning_stops_it_until_an_exception_explains_it(home):
    text = AWARD + "note: The lease was signed by Mr Roe.\n"
    put(home, NAME, text)
    assert staged(home) == [(NAME, 5, "DP-05")]
    said = daylight("guard", "--office", home, "--today", TODAY, ends=1).stdout
    assert f"{NAME}:5: DP-05: the note must name no person" in said
    why = "exceptions:\n  - rule: DP-05\n    reason: He is it.\n    approved_by_role: Chief Executive\n    date: 2026-11-01\n"
    put(home, NAME, text + why + "    expires: 2027-03-31\n")
    assert staged(home) == []


def test_an_award_for_people_in_danger_makes_the_town_of_who_receives_it_unsafe(home):
    body = "data/organisations/barchester-house.yml"
    put(home, body, "name: Barchester House\nsource: https://www.barsetshire-pcc.example/awards\ntown: Barchester\n")
    assert staged(home) == []
    commit(home)
    text = AWARD.replace("Evening sessions", SAFE[0].capitalize()) + SAFE[1] + "recipient: barchester-house\n"
    put(home, NAME, text)
    assert staged(home) == [(body, 3, "SAFE-01")]
    put(home, body, "name: Barchester House\nsource: https://www.barsetshire-pcc.example/awards\n")
    assert staged(home) == []
    commit(home)
    put(home, body, "name: Barchester House\nsource: https://www.barsetshire-pcc.example/awards\ntown: Barchester\n")
    assert staged(home) == [(body, 3, "SAFE-01")]


def test_an_area_in_a_table_of_its_own_is_looked_at_with_its_award(home):
    put(home, "data/areas/areas.csv", "key,name,kind\nbarchester,Barchester,district\n")
    put(home, NAME, AWARD.replace("Evening sessions", SAFE[0].capitalize()) + SAFE[1])
    commit(home)
    put(home, "data/awards/areas/areas.csv", "award,area\nbar-a1,barchester\n")
    assert staged(home) == [("data/awards/areas/areas.csv", 2, "SAFE-01")]


def test_what_was_there_before_is_not_said_again(home):
    put(home, NAME, AWARD + "description: Call 01632 960001.\n")
    commit(home)
    put(home, NAME, AWARD.replace("Evening", "Morning") + "# Read.\ndescription: Call 01632 960001.\n")
    assert staged(home) == []
    put(home, NAME, AWARD + "description: Call 01632 960002.\n")
    assert staged(home) == [(NAME, 5, "DP-02")]


def test_what_is_not_staged_is_not_looked_at(home):
    put(home, NAME, AWARD + "description: Call 01632 960001.\n")
    assert places(guard.staged(home, TODAY)) == []
    git(home, "add", ".")
    put(home, NAME, AWARD)
    assert places(guard.staged(home, TODAY)) == [(NAME, 5, "DP-02")]


def test_an_office_below_the_repository_is_looked_at_with_its_own_records(home):
    put(home, "examples/barset/data/publisher.yml", PUBLISHER.read_text("utf-8"))
    put(home, f"examples/barset/{NAME}", AWARD + "description: Call 01632 960001.\n")
    assert staged(home) == [(f"examples/barset/{NAME}", 5, "DP-02")]


# --- pages and other texts ---


@pytest.mark.parametrize(("rule", "value"), [(r, v) for r, v in LISTED if r in FORMS and (r != "SAFE-03" or v[0].isdigit())])
@pytest.mark.parametrize("name", ["content/about.md", "notes.txt", "imports/awards.yml", "data/notes.txt"])
def test_what_is_private_is_found_in_any_text(home, name, rule, value):
    put(home, name, f"# One\n\nIt says {value}, as before.\n")
    assert (name, 3, rule) in staged(home)


def test_a_name_or_a_number_in_two_lines_of_a_page_is_found(home):
    put(home, "content/about.md", "Ask Mr\nRoe on 01632\n960 001.\n")
    assert staged(home) == [("content/about.md", 1, "DP-05"), ("content/about.md", 2, "DP-02")]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_text_is_read_in_whatever_encoding_it_is(home, encoding):
    (home / "list.txt").write_bytes("Café\nCall 01632 960001\n".encode(encoding))
    assert staged(home) == [("list.txt", 2, "DP-02")]


def test_how_the_office_itself_is_reached_stands_on_its_contact_page_and_on_its_other_pages(home):
    put(home, "content/contact.md", "Dr Roe, Commissioner: office@barset.example, 01632 960500, 1 High Street, S1 2AB.\n")
    put(home, "content/accessibility.md", "Call (01632) 960 500.\n")
    assert staged(home) == []
    put(home, "content/accessibility.md", "Call (01632) 960 501.\n")
    put(home, NAME, AWARD + "description: Call 01632 960500.\n")
    put(home, "content/contact.md", "Account no. 12345678\n")
    assert staged(home) == [("content/accessibility.md", 1, "DP-02"), ("content/contact.md", 1, "DP-04"), (NAME, 5, "DP-02")]


def test_a_file_of_a_release_is_believed_where_the_release_lists_it_as_it_is(home):
    import hashlib

    text = "key,title\nbar-a1,Call 01632 960001\n"
    put(home, "data/releases/2026-04-01/awards.csv", text)
    put(home, "data/releases/2026-04-01/SHA256SUMS", f"{hashlib.sha256(text.encode()).hexdigest()}  awards.csv\n")
    assert staged(home) == []
    put(home, "data/releases/2026-04-01/awards.csv", text.replace("960001", "960002"))
    put(home, "data/releases/2026-04-01/more.csv", text)
    assert [path.rpartition("/")[2] for path, _, _ in staged(home)] == ["awards.csv", "more.csv"]


# --- files that are no texts, names, messages ---

NO_TEXT = {
    "name": ("content/dr-Roe-07700900123.md", b"x"),
    "workbook": ("data/awards.xlsx", b"PK\x03\x04\0"),
    "document": ("content/strategy.pdf", b"%PDF-1.7"),
    "picture": ("content/team.jpg", b"\xff\xd8\xff\xe1\0\x20Exif\0\0MM"),
    "unread": ("content/all.zip", b"PK\x03\x04\0"),
}


@pytest.mark.parametrize("why", NO_TEXT)
def test_what_cannot_be_looked_into_is_refused_and_told_what_to_do(home, why):
    name, data = NO_TEXT[why]
    put(home, name, "")
    (home / name).write_bytes(data)
    git(home, "add", ".")
    said = daylight("guard", "--office", home, "--today", TODAY, ends=1).stdout
    assert wordings()["GUARD"]["messages"][why] in said
    assert "1 thing must not enter the history." in said
    assert "Roe" not in said


def test_every_wording_about_files_is_told():
    assert NO_TEXT.keys() == wordings()["GUARD"]["messages"].keys()


@pytest.mark.parametrize(
    "name", ["x.xls", "x.ods", "x.docx", "x.odt", "x.doc", "x.eml", "x.heic", "x.mp4", "x.sqlite", "x.parquet"]
)
def test_other_files_are_refused_too(name):
    assert refused(name, b"\0\1\2")


@pytest.mark.parametrize("kept", [b"\0\0eXIf", b"http://ns.adobe.com/xap/1.0/", b"tEXtAuthor\0", b"EXIF\0\0\0\x1aII*\0"])
def test_a_picture_keeps_no_notes(kept):
    assert refused("x.png", b"\x89PNG\r\n\x1a\n" + kept) == "picture"
    assert refused("x.webp", b"RIFF\0\0\0\0WEBPVP8 " + b"tEXtSoftware") == ""


def test_a_drawing_is_looked_into_without_its_numbers(home):
    put(home, "content/crest.svg", '<svg><path d="M01632 960001 53.3811 -1.4701"/><title>Crest</title></svg>')
    assert staged(home) == []
    put(home, "content/crest.svg", "<svg><title>Drawn by Mr Roe</title></svg>")
    assert staged(home) == [("content/crest.svg", 1, "DP-05")]


MESSAGES = [
    ("Add the award\n\nMr Roe rang\n", [3]),
    ("Fix\n\n# Mr Roe\n", []),
    ("Fix\nSigned-off-by: A <a@barset.example>\n", []),
]


@pytest.mark.parametrize(("text", "lines"), MESSAGES)
def test_the_message_of_a_commit_is_looked_at_as_git_will_take_it(tmp_path, text, lines):
    put(tmp_path, "message", text)
    said = daylight("guard", "--message", tmp_path / "message", ends=1 if lines else 0).stdout
    assert [f"message:{line}: " in said for line in lines] == [True] * len(lines)


# --- commits ---


def test_every_commit_of_a_range_is_looked_at_also_where_a_later_one_took_it_away(home):
    first = commit(home)
    put(home, NAME, AWARD + "description: Call 01632 960001.\n")
    leak = commit(home, "Add what Mr Roe said")
    put(home, NAME, AWARD)
    last = commit(home)
    assert places(found := guard.between(home, first, "HEAD", TODAY)) == [(NAME, 5, "DP-02"), ("message", 1, "DP-05")]
    assert {said.commit for said in found} == {leak}
    assert between(home, leak, last) == []
    said = daylight("guard", f"{first}..{last}", "--office", home, "--today", TODAY, ends=1).stdout
    assert f"{NAME}:5 (commit {leak[:10]}): the description must hold no telephone number" in said
    assert "also when a later one deletes it" in said


def test_all_of_the_history_can_be_looked_at(home):
    put(home, NAME, AWARD + "description: Call 01632 960001.\n")
    commit(home)
    assert between(home, "0" * 40, "HEAD") == [(NAME, 5, "DP-02")]
    assert daylight("guard", "0000000..HEAD", "--office", home, "--today", TODAY, ends=1).stdout.count("DP-0") == 0


def test_of_a_merge_what_it_adds_itself_is_looked_at(home):
    first = commit(home)
    git(home, "switch", "-q", "-c", "other")
    put(home, "data/awards/bar-a2.yml", AWARD)
    commit(home)
    git(home, "switch", "-q", "main")
    put(home, "data/awards/bar-a3.yml", AWARD)
    commit(home)
    git(home, "merge", "-q", "--no-commit", "other")
    put(home, "data/awards/bar-a4.yml", AWARD + "description: Call 01632 960001.\n")
    commit(home)
    assert between(home, first, "HEAD") == [("data/awards/bar-a4.yml", 5, "DP-02")]


def test_what_a_merge_brings_from_where_it_was_already_is_not_looked_at(home):
    git(home, "switch", "-q", "-c", "other")
    put(home, "data/awards/bar-a2.yml", AWARD)
    commit(home)
    git(home, "switch", "-q", "main")
    put(home, NAME, AWARD + "description: Call 01632 960001.\n")
    commit(home)
    git(home, "switch", "-q", "other")
    git(home, "merge", "-q", "main")
    assert between(home, "main", "other") == []


def test_the_name_of_a_file_is_said_once(home):
    put(home, "content/dr-Roe-07700900123.md", "x\n")
    assert staged(home) == [("content", 1, "GUARD")]
    commit(home)
    put(home, "content/dr-Roe-07700900123.md", "y\n")
    assert staged(home) == []


def test_the_first_commit_of_a_repository_is_looked_at(tmp_path):
    git(tmp_path, "init", "-q")
    put(tmp_path, "notes.txt", "Call 01632 960001\n")
    assert staged(tmp_path) == [("notes.txt", 1, "DP-02")]


@pytest.mark.parametrize("words", [["main..nowhere"], ["x"], ["--staged", "--all"], ["--all", "main..HEAD"], ["-p..HEAD"]])
def test_what_names_no_commits_is_told_so(home, words):
    daylight("guard", "--office", home, *words, ends=2)


def test_outside_of_git_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "git" in daylight("guard", "--office", tmp_path, ends=2).stderr


# --- this repository, and the hooks ---


def test_nothing_private_is_in_this_repository():
    if not (ROOT / ".git").exists():
        pytest.skip("this copy has no history")
    assert [said.finding.text() for said in guard.everything(ROOT, TODAY)] == []


def hook(home: Path, name: str, *words: str) -> subprocess.CompletedProcess:
    """Runs a hook as git does, in the top folder of the repository."""
    return subprocess.run([ROOT / ".githooks" / name, *words], cwd=home, capture_output=True, text=True, check=False)


def test_the_hooks_stop_a_commit_and_let_it_pass_when_it_is_put_right(home):
    for name in ("generator", ".venv"):
        (home / name).symlink_to(ROOT / name)
    put(home, ".gitignore", ".venv\ngenerator\n")
    if not (home / ".venv/bin/python").exists():
        pytest.skip("there is no .venv here")
    put(home, NAME, AWARD + "description: Call 01632 960001.\n")
    git(home, "add", ".")
    stopped = hook(home, "pre-commit")
    assert (stopped.returncode, f"{NAME}:5: " in stopped.stdout) == (1, True)
    put(home, NAME, AWARD)
    git(home, "add", ".")
    passed = hook(home, "pre-commit")
    assert (passed.returncode, passed.stdout, passed.stderr) == (0, "", "")
    put(home, "message", "Mr Roe rang\n")
    assert hook(home, "commit-msg", "message").returncode == 1
    put(home, "message", "Say more\n")
    assert hook(home, "commit-msg", "message").returncode == 0


def test_without_the_program_the_hook_says_what_to_do(home, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    done = hook(home, "pre-commit")
    assert (done.returncode, "make hooks" in done.stderr) == (1, True)


def test_what_is_looked_for_in_texts_is_what_the_rules_look_for():
    assert FORMS.keys() == PRIVATE.keys() - {"SAFE-01"}
    assert load_schemas()
