"""`daylight init` as a new office meets it: what is asked, what is written, and that its site can be published at once."""

import ast
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from lxml import html

from daylight.begin import office, program, writing_down
from daylight.begin.answers import complete
from daylight.build import build, check
from daylight.findings import ERROR
from daylight.load import load
from daylight.prose import PLACE
from daylight.read import slug
from daylight.rules.official import names
from daylight.schema import load_schemas
from tests.begun import ANSWERS, begin, broken
from tests.built import ROOT, TODAY
from tests.test_build import tree
from tests.test_cli import daylight

HOSTILE = {
    "name": 'O\'Dorset & "Co" }}{% if x %}</title><script>alert(1)</script> *Tŷ* [a](b) `c` &lt; #',
    "short_name": 'O\'Dorset & Co: "Tŷ" }}{%',
    "area_name": "Dyfed-Powys",
    "website": "https://www.office.example/a_b(c)?d=e&f=*",
    "address": "https://funding.office.example/",
    "colour": "#4B2862",
}
AWARD = """title: Evening boxing sessions
type: grant
direction: out
amount: 500.00
amount_basis: exact
recipient_as_published: Barchester Boxing Club
award_date: 2026-11-20
source: https://www.barsetshire-pcc.example/awards
"""


@pytest.fixture(scope="module")
def new(tmp_path_factory) -> Path:
    """A new office in a folder with a space in its name; nobody changes it."""
    return begin(tmp_path_factory.mktemp("new") / "our office")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """A new office whose every answer is as awkward as can be, with its site built."""
    folder = begin(tmp_path_factory.mktemp("hostile") / 'it\'s "odd" & Tŷ', HOSTILE)
    assert build(folder, folder / "site", TODAY).published
    return folder


def test_a_new_office_has_the_layout_of_every_office(new):
    there = {path.name for path in new.iterdir()}
    assert {"content", "data", "generator", "mkdocs.yml", "tests", ".github", "Makefile", "README.md"} <= there
    assert not there & {".venv", ".cache", "site", "examples", "benchmarks", "developing.mk"}


def test_nothing_stops_a_new_office_and_all_that_is_said_is_what_it_must_write(new):
    _, found = check(new, TODAY)
    assert [f.text() for f in found if f.severity == ERROR] == []
    assert {f.rule for f in found} == {"PROSE", "SIO-06"}
    places = {(f.path, f.line) for f in found if f.rule == "PROSE"}
    assert {path for path, _ in places} == {f"content/{name}.md" for name in ("about", "accessibility", "contact", "privacy")}
    for path, line in places:
        assert "[to fill in: " in (new / path).read_text("utf-8").split("\n")[line - 1]


def test_its_own_copy_of_the_program_checks_and_builds_it(new, tmp_path):
    environ = {**os.environ, "PYTHONPATH": str(new / "generator")}
    where = [sys.executable, "-c", "import daylight; print(daylight.__file__)"]
    assert subprocess.check_output(where, cwd=tmp_path, env=environ, text=True).startswith(str(new))
    run = [sys.executable, "-m", "daylight", "build", "--out", str(tmp_path / "site")]
    done = subprocess.run(run, cwd=new, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert broken(tmp_path / "site") == []


def test_the_site_says_that_nothing_is_published_yet_and_then_what_is(tmp_path):
    folder = begin(tmp_path / "office")
    build(folder, folder / "site", TODAY)
    home = (folder / "site/index.html").read_text("utf-8")
    assert "No awards are published yet." in home
    assert "No decisions are published yet." in home
    (folder / "data/awards/b1.yml").write_text(AWARD, "utf-8")
    assert build(folder, folder / "site", TODAY).published
    home = (folder / "site/index.html").read_text("utf-8")
    assert "No awards are published yet." not in home
    assert "Evening boxing sessions" in home
    assert broken(folder / "site") == []


def test_names_with_any_signs_come_out_to_the_letter(hostile):
    name = HOSTILE["name"]
    about = html.parse(hostile / "site/about/index.html").getroot()
    assert f"the money of the {name} goes" in " ".join(about.text_content().split())
    links = about.xpath("//article//a/@href | //main//a/@href")
    assert HOSTILE["website"] in links
    assert "b" not in links
    said = yaml.safe_load((hostile / "data/publisher.yml").read_text("utf-8"))
    assert (said["name"], said["short_name"]) == (name, HOSTILE["short_name"])
    menu = yaml.safe_load((hostile / "mkdocs.yml").read_text("utf-8"))
    assert menu["site_name"] == HOSTILE["short_name"] + ": where the money goes"


def test_no_name_becomes_a_part_of_a_page(hostile):
    for file in (hostile / "site").rglob("*.html"):
        assert "<script>alert(1)" not in file.read_text("utf-8"), file
    assert broken(hostile / "site") == []


def test_an_office_in_wales_is_published_in_welsh_too(hostile, new):
    assert (hostile / "site/cy/index.html").is_file()
    assert "W15000004" in (hostile / "data/publisher.yml").read_text("utf-8")
    assert "welsh: no" in (new / "data/publisher.yml").read_text("utf-8")


def test_a_second_start_in_the_same_place_writes_nothing(new):
    before = tree(new)
    assert "must be empty" in daylight("init", new, ends=1).stderr
    assert tree(new) == before


@pytest.mark.parametrize("what", ["file", "link", "hidden"])
def test_nothing_is_written_where_something_lies(tmp_path, what):
    place = tmp_path / "place"
    if what == "file":
        place.write_text("mine", "utf-8")
    elif what == "link":
        place.symlink_to(tmp_path / "nowhere")
    else:
        place.mkdir()
        (place / ".hidden").touch()
    before = tree(tmp_path)
    assert "must be empty" in daylight("init", place, ends=1).stderr
    assert tree(tmp_path) == before
    assert not (tmp_path / "nowhere").exists()


def test_an_office_like_another_has_its_records_and_is_one_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    other = ROOT / "examples/barsetshire"
    daylight("init", tmp_path / "practice", "--like", other, "--today", TODAY)
    there = tree(tmp_path / "practice")
    for name in ("mkdocs.yml", "data/publisher.yml", "content/about.md", "data/awards/2026-27/ba-a052.yml"):
        assert there[name] == (other / name).read_bytes()
    assert there["README.md"].startswith(b"# Barsetshire: where the money goes")
    assert b"site/" in there[".gitignore"] and program.MANIFEST in there
    assert b"ba-a052" in b"".join(data for path, data in there.items() if path.startswith(".vscode/"))
    assert "none; go to the office's folder" in daylight("init", tmp_path / "x", "--like", tmp_path, ends=2).stderr


def test_an_empty_folder_will_do(tmp_path):
    (tmp_path / "office").mkdir()
    assert (begin(tmp_path / "office") / "data/publisher.yml").is_file()


def test_what_is_wrong_with_answers_is_said_on_their_line_and_nothing_is_written(tmp_path):
    answers = tmp_path / "answers.yml"
    answers.write_text("area_name: Dorsett\nwebsite: www.dorset.example\ncolour: ffee00\nweb: x\nkey: A B\n", "utf-8")
    said = daylight("init", tmp_path / "office", "--answers", answers, ends=1).stderr
    lines = [line.partition("answers.yml:")[2] for line in said.splitlines()]
    assert [line.partition(":")[0] for line in lines if line] == ["1", "1", "2", "3", "4", "5"]
    assert "type Dorset\n" in said
    assert "type https://www.dorset.example\n" in said
    assert "the name must be given" in said
    assert "a darker one" in said
    assert not (tmp_path / "office").exists()


def test_a_person_is_asked_until_the_answer_will_do(tmp_path):
    typed = "\nPCC for Dorset\n\nDorsett\ndorset\n\n\nwww.dorset.example\nhttps://www.dorset.example\n\nffee00\n\nno\n"
    said = daylight("init", tmp_path / "office", typed=typed).output
    assert "type Dorset" in said
    assert "type https://www.dorset.example" in said
    record = yaml.safe_load((tmp_path / "office/data/publisher.yml").read_text("utf-8"))
    assert record["area_name"] == record["short_name"] == "Dorset"
    assert (record["key"], record["area_code"]) == ("dorset", "E23000039")
    assert "colour" not in record


def test_an_area_that_is_in_no_list_is_for_demonstrations_only():
    invented = {"name": "PCC for Barsetshire", "area_name": "Barsetshire", "website": "https://www.barsetshire-pcc.example"}
    _, found = complete(invented, {"area_name": 2}, "answers.yml")
    assert [(f.line, f.rule) for f in found] == [(2, "CONSTRAINT")]
    fields, found = complete({"demonstration": "It is invented."} | invented, {}, "answers.yml")
    assert (found, "area_code" in fields) == ([], False)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("City of London", "E23000034"),
        ("Metropolitan", "E23000001"),
        ("greater  manchester police", "E23000005"),
        ("Avon & Somerset", "E23000036"),
        ("dyfed powys", "W15000004"),
        ("London", ""),  # of the two forces there, nothing says which
        ("Manchester", ""),
        ("Hampshire and Isle of Wight", ""),
    ],
)
def test_an_area_is_known_by_all_words_of_its_name_and_never_guessed_from_some(said, code):
    fields, _ = complete({"name": "PCC", "area_name": said, "website": "https://www.pcc.example"}, {}, "")
    assert fields.get("area_code", "") == code


def test_an_office_has_no_article_before_the_one_that_pages_give_it():
    fields, _ = complete({"name": "The Mayor of Barsetshire", "area_name": "Dorset", "website": "https://m.example"}, {}, "")
    assert fields["name"] == "Mayor of Barsetshire"


def within(code: str) -> list[str]:
    """The codes of the districts of a police force area."""
    lines = (Path(office.FOLDER) / "districts.csv").read_text("utf-8").splitlines()
    return [line.partition(",")[0] for line in lines if line.endswith(f",{code}")]


@pytest.mark.parametrize("code", names("force-areas"))
def test_every_police_force_area_can_begin(tmp_path, code):
    fields, found = complete({"name": "PCC", "area_name": code, "website": "https://www.pcc.example"}, {}, "")
    assert found == []
    assert fields["area_name"] == names("force-areas")[code]
    for path, data in office.files(fields, TODAY).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    site, wrong = load(tmp_path, load_schemas(), TODAY)
    assert wrong == []
    whole = slug(fields["area_name"])
    assert {area.get("code"): area.get("part_of") for area in site.all("area")} == {code: None} | dict.fromkeys(
        within(code), whole
    )


def test_what_an_office_can_say_later_is_right_as_it_stands(tmp_path):
    folder = begin(tmp_path / "office")
    file = folder / "data/publisher.yml"
    head, mark, later = file.read_text("utf-8").partition("# contacts:")
    lines = [line[2:] for line in (mark + later).splitlines() if not line.removeprefix("# ")[:1].isupper()]
    file.write_text(head + "\n".join(lines) + "\n", "utf-8")
    site, found = check(folder, TODAY)
    assert [f.text() for f in found if f.severity == ERROR] == []
    assert len(site.publisher.rows("rules")) == 3
    assert site.publisher.get("decision_days") == 10


@pytest.fixture
def nobody(monkeypatch, tmp_path):
    """A machine on which git does not know who commits."""
    for name in ("AUTHOR", "COMMITTER"):
        for what in ("NAME", "EMAIL"):
            monkeypatch.delenv(f"GIT_{name}_{what}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\nuseConfigOnly = true\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("git", "why"), [(True, "git does not know who you are"), (False, "git is not installed")])
def test_without_git_or_a_name_for_it_it_says_how_to_begin_the_history(nobody, monkeypatch, git, why):
    answers = nobody / "answers.yml"
    answers.write_text(yaml.safe_dump(ANSWERS), "utf-8")
    with monkeypatch.context() as there:
        if not git:
            there.setattr(writing_down.shutil, "which", lambda name: None)
        said = daylight("init", nobody / "our office", "--answers", answers).stdout
    assert why in said
    typed = "".join(line for line in said.splitlines(True) if line.startswith("  git ") or line.startswith("  cd "))
    subprocess.run(["bash", "-ec", typed], cwd=nobody, check=True, capture_output=True)
    asked = ["git", "-C", str(nobody / "our office"), "log", "--format=%an %s %D"]
    assert subprocess.check_output(asked, text=True) == "Your Name Begin HEAD -> main\n"


def test_with_a_name_for_git_the_history_has_begun(nobody):
    (nobody / "gitconfig").write_text("[user]\nname = A\nemail = a@b.example\n", "utf-8")
    folder = begin(nobody / "office")
    assert writing_down.commit(folder, "Begin") == ""
    git = ["git", "-C", str(folder)]
    assert subprocess.check_output([*git, "status", "--porcelain"]) == b""
    assert subprocess.check_output([*git, "log", "--format=%s"], text=True) == "Begin\n"
    assert subprocess.check_output([*git, "branch", "--show-current"], text=True) == "main\n"


def test_a_hook_of_another_repository_leads_git_nowhere(nobody, monkeypatch):
    (nobody / "gitconfig").write_text("[user]\nname = A\nemail = a@b.example\n", "utf-8")
    monkeypatch.setenv("GIT_DIR", str(nobody / "other"))
    assert writing_down.commit(begin(nobody / "office"), "Begin") == ""
    assert (nobody / "office/.git").is_dir()
    assert not (nobody / "other").exists()


def test_the_files_of_the_program_are_named_with_their_sums(new):
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", program.MANIFEST], cwd=new, capture_output=True)
    assert done.returncode == 0, done.stdout
    _, recorded = program.recorded(new)
    made = (".cache/", "site/", "data/", "content/")
    there = {path for path in tree(new) if not path.startswith(made) and "__pycache__" not in path}
    theirs = {"README.md", "LICENSE.md", "mkdocs.yml", ".gitignore", ".gitattributes", program.MANIFEST}
    made = {path for path in there if path.startswith((".github/ISSUE_TEMPLATE/", ".vscode/", ".zed/"))}
    assert there - recorded.keys() - theirs == made
    assert {".vscode/settings.json", ".github/ISSUE_TEMPLATE/award.yml"} <= made


def of_workflows(folder: Path) -> set[str]:
    """The targets that the workflows of a repository make."""
    texts = [file.read_text("utf-8") for file in (folder / ".github/workflows").iterdir()]
    return {found for text in texts for found in re.findall(r"^\s*(?:- )?(?:run: )?make ([.\w/-]+)", text, re.M)}


def test_make_has_what_it_needs_in_a_new_office(new):
    for target in of_workflows(new) | {"check", "site", "serve", "new", "release", "test", "help"}:
        done = subprocess.run(["make", "--dry-run", target], cwd=new, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert "-m pytest" not in subprocess.check_output(["make", "--dry-run", "test"], cwd=new, text=True)


def test_the_menu_of_a_new_office_has_every_page_of_those_that_there_are(new):
    homes = [program.ROOT, *sorted((program.ROOT / "examples").iterdir())]
    wanted = {page for home in homes for page in pages_of(yaml.safe_load((home / "mkdocs.yml").read_text("utf-8"))["nav"])}
    assert wanted == set(pages_of(yaml.safe_load((new / "mkdocs.yml").read_text("utf-8"))["nav"]))


def pages_of(nav: list) -> list[str]:
    """The pages that a menu leads to."""
    found = []
    for item in nav:
        of = next(iter(item.values())) if isinstance(item, dict) else item
        found += [of] if isinstance(of, str) else pages_of(of)
    return found


def test_each_page_in_welsh_has_the_places_and_headings_of_the_english():
    for english in sorted((office.OFFICE / "content").glob("*.md")):
        texts = [english.read_text("utf-8"), (english.parent / "cy" / english.name).read_text("utf-8")]
        assert len({len(re.findall("^#+ ", text, re.M)) for text in texts}) == 1, english.name
        assert len({len(PLACE.findall(text)) for text in texts}) == 1, english.name
        assert len({tuple(re.findall(r"\]\(([^)]*)\)", text)) for text in texts}) == 1, english.name


def test_make_installs_every_package_that_the_program_imports(new):
    listed = set(re.findall(r"^([\w.-]+)==", (new / "requirements.txt").read_text("utf-8"), re.M))
    packages, missing = packages_distributions(), {}
    for file in (new / "generator/daylight").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [of.name for of in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", None) or ""]
            for name in {name.partition(".")[0] for name in names} & packages.keys() - {"daylight"}:
                if not {of.lower().replace("_", "-") for of in packages[name]} & listed:
                    missing.setdefault(name, file.name)
    assert missing == {}, "add them to pyproject.toml, and run make lock"
