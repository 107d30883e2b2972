"""Nothing that we publish tells how to reach a person or where one is: every byte of every built site is looked at.

The patterns are wider than those of the rules, and not made of them: what a rule lets through is found here.
"""

import html
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import material
import pyarrow
import pytest
from click.testing import CliRunner
from pyarrow import parquet

from daylight.build import build
from daylight.cli import main
from daylight.publish import SITE
from daylight.schema import load_schemas
from tests.built import TODAY, example, office
from tests.test_cases import OFFICES

FORMS = {
    "e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.[\w-]+"),
    "telephone number": re.compile(r"(?<![\w./=-])(?!\d{6}-20\d\d\b)(?:\+44|0)(?:[\s().-]{0,2}\d){9,10}(?!\w|[.-]\d)"),
    "postcode": re.compile(r"(?<![\w/-])[A-Za-z]{1,2}\d[A-Za-z\d]?\s{0,2}\d[A-Za-z]{2}(?![\w-])"),
    "place": re.compile(r"///\w+\.\w+\.\w+|\b(?:49|5\d|60)\.\d{4,}\W{1,3}-?\d\.\d{4,}"),
}
PUBLISHED = ("+44 1632 960999",)  # what an office says of itself; none does now
THEME = Path(material.__file__).parent / "templates"
_DRAWN = re.compile(r'<path\b[^>]*>|\bviewBox="[^"]*"|\bheight="[\d.]+"')  # pictures are long rows of numbers
PLANTED = {
    "e-mail address": "j.roe@example.org",
    "telephone number": "01632 960001",
    "postcode": "S1 2AB",
    "place": "///a.bb.ccc",
}
NEVER = re.compile(
    r"(^|_)(address|postcode|post_code|zip|lat|lon|lng|latitude|longitude|easting|northing|coordinates|uprn|what3words|w3w|grid|"
    r"phone|telephone|mobile|fax|email|e_mail|mail|street|house|birth|dob|surname|forename|bank|sort_code|iban|account_number)(_|$)"
)


def plain(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def packed(file: Path) -> str:
    """Every file in an archive; a workbook is one."""
    with ZipFile(file) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist())


def database(file: Path) -> str:
    with closing(sqlite3.connect(file)) as opened:
        return "\n".join(opened.iterdump())


def columns(file: Path) -> str:
    table = parquet.read_table(file)
    return f"{table.schema.to_string(truncate_metadata=False)}\n{table.to_pylist()}"


def calendar(file: Path) -> str:
    """Without the identifiers of events, which RFC 5545 makes look like e-mail addresses."""
    return re.sub(r"^UID:.*(?:\n .*)*", "", plain(file).replace("\r\n", "\n"), flags=re.MULTILINE)


READ = {".ics": calendar, ".xlsx": packed, ".zip": packed, ".sqlite": database, ".parquet": columns}


def leaks(site: Path) -> list[tuple[str, str]]:
    """What kind of private thing stands in which file of a site. What the theme brings unchanged is not the office's."""
    found = []
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if (theirs := THEME / name).is_file() and theirs.read_bytes() == file.read_bytes():
            continue
        text = html.unescape(_DRAWN.sub("", READ.get(file.suffix, plain)(file)))
        for own in PUBLISHED:
            text = text.replace(own, "")
        found += [(form, name) for form, pattern in FORMS.items() if pattern.search(text)]
    return found


@pytest.mark.parametrize("name", OFFICES)
def test_no_byte_of_a_site_tells_how_to_reach_a_person_or_where_one_is(tmp_path_factory, name):
    assert leaks(example(name, tmp_path_factory)) == []


@pytest.mark.parametrize("suffix", [".html", ".json", ".csv", ".xml", ".js", ""])
@pytest.mark.parametrize("form", PLANTED)
def test_the_sweep_would_find_one_in_any_file(tmp_path, form, suffix):
    (tmp_path / "a").mkdir()
    (tmp_path / f"a/x{suffix}").write_text(f"<p>Ask 999 or 101, or {html.escape(PLANTED[form])}.</p>", "utf-8")
    assert leaks(tmp_path) == [(form, f"a/x{suffix}")]


@pytest.mark.parametrize("form", PLANTED)
def test_the_sweep_would_find_one_in_what_is_packed(tmp_path, form):
    with ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr("a.xml", f"<t>{PLANTED[form]}</t>", ZIP_DEFLATED)
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as database:
        database.execute("create table a (b)")
        database.execute("insert into a values (?)", [f"At {PLANTED[form]}."])
        database.commit()
    parquet.write_table(pyarrow.table({"a": [f"At {PLANTED[form]}."]}), tmp_path / "x.parquet")
    assert leaks(tmp_path) == [(form, "x.parquet"), (form, "x.sqlite"), (form, "x.xlsx")]


def test_the_sweep_finds_one_that_was_built(tmp_path):
    home = office(tmp_path / "office")
    with (home / "content/about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\nWrite to {PLANTED['e-mail address']}.\n")
    assert build(home, tmp_path / "site", TODAY).published
    assert ("e-mail address", "about/index.html") in leaks(tmp_path / "site")


@pytest.mark.parametrize("form", PLANTED)
def test_one_in_a_record_stops_the_publication_and_the_old_site_stays(tmp_path, form):
    home, old = office(tmp_path / "office"), dict.fromkeys(SITE, "the old site")
    for name, text in old.items():
        (home / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "site" / name).write_text(text, "utf-8")
    (home / "data/priorities/planted.yml").write_text(
        f"title: X\ndescription: At {PLANTED[form]}\nsource_note: None.\n", "utf-8"
    )
    done = CliRunner().invoke(main, ["build", str(home), "--today", TODAY])
    assert done.exit_code == 1
    assert "data/priorities/planted.yml:2: " in done.output
    assert "Nothing was published." in done.output
    assert PLANTED[form] not in done.output
    files = [path for path in (home / "site").rglob("*") if path.is_file()]
    assert {path.relative_to(home / "site").as_posix(): path.read_text("utf-8") for path in files} == old


def test_no_field_is_for_what_may_not_be_published():
    """The address of a web page is none of it (SAFE-02)."""
    named = [
        f"{schema.name}.{field.name}"
        for schema in load_schemas().values()
        for field in schema.fields
        if field.format != "uri" and (NEVER.search(field.name) or NEVER.search(field.title.lower().replace(" ", "_")))
    ]
    assert named == []
    assert NEVER.search("recipient_postcode")
