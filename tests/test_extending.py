"""What CONTRIBUTING.md promises to developers, tried: a field is one file, a rule, a format or a page two."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.built import ROOT, TODAY
from tests.cases import write

AWARD = "title: Sessions\ntype: grant\ndirection: out\namount_basis: not_published\nsource: https://example.org/\n"
FIELD = """fields:
  - name: mascot
    title: Mascot
    type: string
    description: The animal on the leaflet.
    group: what
    constraints: {maxLength: 20}
"""
RULE = '''"""FUN-01: no mascot is a wolf."""

from daylight.findings import finding

OF = ("award",)


def check(site, record):
    """Wolves frighten people (an invented law)."""
    if "wolf" in record.get("title", ""):
        yield finding("FUN-01", "wolf", record.path, record.line_of("title"), title=record.get("title"))
'''
WORDING = "FUN-01:\n  severity: warning\n  messages:\n    wolf: 'a title must have no wolf, and \"{title}\" has one'\n"
FORMAT = '''"""TSV: titles, one a line."""

from daylight.exports.file import File

TITLE = "Titles"
ABOUT = "For those who read titles only."


def outputs(site):
    yield File("data/titles.tsv", "".join(f"{a.key}\\t{site.label(a)}\\n" for a in site.all("award")).encode())
'''
PAGE = """
def zoo(site: Site) -> Page:
    return Page("zoo/", "zoo.html", "Zoo", "All animals.", {"count": len(site.all("award"))})


SINGLE = {"zoo/": zoo, """


@pytest.fixture
def program(tmp_path):
    """A copy of the program, and how to run it on an office with one award."""
    package = shutil.copytree(ROOT / "generator/daylight", tmp_path / "generator/daylight")

    def run(award: str = AWARD) -> str:
        home = write({"files": {"data/awards/one.yml": award}}, tmp_path / "office")
        shutil.copytree(ROOT / "content", home / "content")
        (home / "mkdocs.yml").write_text("site_name: Barsetshire\n", "utf-8")
        environ = {**os.environ, "PYTHONPATH": str(tmp_path / "generator")}
        command = [sys.executable, "-m", "daylight", "build", str(home), "--today", TODAY]
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=False).stdout

    return package, run, tmp_path / "office/site"


def edit(file, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_field_is_one_file(program):
    package, run, site = program
    edit(package / "schemas/award.yml", "fields:\n", FIELD)
    assert "Published" in run(AWARD + "mascot: Otter\n")
    for path in ("awards/one/index.html", "awards/one/index.json", "data/awards.csv", "data/awards.json"):
        assert "Otter" in (site / path).read_text("utf-8")
    for path in ("data/dictionary/index.html", "data/datapackage.json"):
        assert "The animal on the leaflet." in (site / path).read_text("utf-8")


def test_a_new_field_is_checked(program):
    package, run, _ = program
    edit(package / "schemas/award.yml", "fields:\n", FIELD)
    said = run(AWARD + "mascot: A badger of considerable length\n")
    assert "data/awards/one.yml:6: the mascot must be at most 20 characters long; it has 31" in said


def test_a_rule_is_two_files(program):
    package, run, _ = program
    (package / "rules/fun_01.py").write_text(RULE, "utf-8")
    edit(package / "findings.yml", "REF-01:\n", f"{WORDING}REF-01:\n")
    assert 'data/awards/one.yml:1: warning FUN-01: a title must have no wolf, and "A wolf" has one' in run(
        AWARD.replace("Sessions", "A wolf")
    )


def test_a_format_is_two_files(program):
    package, run, site = program
    (package / "exports/titles.py").write_text(FORMAT, "utf-8")
    listed = package / "exports/__init__.py"
    listed.write_text(
        re.sub(
            r"^OF_RECORDS = \(",
            "from daylight.exports import titles\nOF_RECORDS = (titles, ",
            listed.read_text("utf-8"),
            flags=re.M,
        )
    )
    assert "Published" in run()
    assert (site / "data/titles.tsv").read_text("utf-8") == "one\tSessions\n"


def test_a_page_is_two_files(program):
    package, run, site = program
    (package / "templates/zoo.html").write_text("<h1 id='content'>Zoo</h1><p>{{ count }} animals</p>", "utf-8")
    edit(package / "pages/__init__.py", "SINGLE = {", PAGE)
    assert "Published" in run()
    page = (site / "zoo/index.html").read_text("utf-8")
    assert "1 animals" in page
    assert 'href="../assets/daylight.css"' in page
