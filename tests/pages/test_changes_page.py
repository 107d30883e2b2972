"""The page of changes: what changed in each release and since, by links and words, and nothing that must not be said again."""

import pytest
from lxml import html
from tests.built import example
from tests.released import CORRECTED, FIRST, HELD, SECOND, TODAY, copied, put, released, site, two
from tests.test_frame import AWARD, small

from daylight.build import build
from daylight.changes import ADDED, CHANGED, COLUMN, LIMITS, TABLE, VALUES, WITHDRAWN, Change
from daylight.exports import since
from daylight.pages import addresses
from daylight.pages.reports import change_lines, changes
from daylight.record import Record
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.views import amended, changed

FILES = ("README.txt", "manifest.json", "changes.csv")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = two(tmp_path_factory.mktemp("changes") / "office")
    assert build(home, home / "site", TODAY).published
    return home


@pytest.fixture(scope="module")
def page(home) -> html.HtmlElement:
    return html.parse(home / "site/data/changes/index.html").getroot()


def rows(page: html.HtmlElement, caption: str) -> list[list[str]]:
    (found,) = [table for table in page.xpath("//table") if table.xpath("string(caption)").startswith(caption)]
    return [[cell.text_content() for cell in row] for row in found.xpath("tbody/tr")]


def told(of: Site) -> dict[str, str]:
    """The cells of each line of a site's page in one text, by the release that it is of; '' for none yet."""
    parts = changed.parts(of, since.unreleased(of), changes.SHOWN)
    return {part.release.day if part.release else "": _text(of, part) for part in parts}


def _text(of: Site, part: changed.Part) -> str:
    lines = [row for table in change_lines.tables(of, "", part) for row in table.rows]
    return "\n".join(" | ".join(_cell(of, cell) for cell in row) for row in lines)


def _cell(of: Site, cell) -> str:
    return (
        of.label(cell)
        if isinstance(cell, Record)
        else str(cell).replace('<span class="dl-missing">Not repeated</span>', "Not repeated")
    )


def test_each_release_has_its_changes_newest_first_and_what_is_in_none_stands_above(page):
    titles = [title.text_content() for title in page.xpath("//h2")]
    assert titles == [
        "Not yet in a release",
        "Release 1.1.0 of 1 November 2026",
        "Release 1.0.0 of 1 October 2026",
        "Withdrawn records",
        "Corrections and amendments that records tell",
    ]
    said = page.text_content()
    assert said.index("0 added, 1 changed, 0 withdrawn") < said.index("1 added, 2 changed, 1 withdrawn")
    assert "Everything that was published on that day." in said
    assert rows(page, "Changes since release 1.1.0") == [["Newer", "Changed (award)", "Title", "New", "Newer", "–"]]


def test_a_change_says_the_field_by_its_title_and_values_as_people_read_them(page):
    lines = rows(page, "Changes in release 1.1.0 of 1 November 2026")
    why = "The point stood in the wrong place."
    assert ["New", "Changed (award)", "Amount", "£12.34", "£1,234.00", why] in lines
    assert ["New", "Added (award)", "–", "–", "–", "–"] in lines
    assert ["gone", "Withdrawn (award)", "–", "–", "–", "–"] in lines
    (row,) = [line for line in lines if line[2] == "Changes, row 1"]
    values = "Date: 12 October 2026; Kind: Correction; Field: Amount; Before: £12.34; After: £1,234.00"
    assert row[4] == f"{values}; Reason: {why}"


def test_records_and_files_are_links(page, home):
    links = {a.get("href"): a.text_content() for a in page.xpath("//article//a")}
    assert links["../../awards/corrected/"] == "New"
    assert links["../../awards/gone/"] == "gone"
    files = {f"../../data/releases/{day}/{name}" for day in (FIRST, SECOND) for name in FILES}
    assert files | {"../../data/changes.json", "../../feeds/changes.atom", "../../feeds/corrections.atom"} <= set(links)
    missing = [href for href in links if "://" not in href and not (home / "site/data/changes" / href.split("#")[0]).exists()]
    assert missing == []


def test_the_page_is_found_and_every_page_of_a_withdrawn_record_too(page, home):
    data = html.parse(home / "site/data/index.html").getroot()
    assert data.xpath("string(//dt[.='What has changed']/../dd/a/@href)").endswith("data/changes/")
    assert "data/changes/" in dict(addresses(site(home)))
    assert rows(page, "Withdrawn records") == [
        ["gone", "Award", "release 1.0.0 of 1 October 2026", "release 1.1.0 of 1 November 2026"]
    ]


def test_what_records_tell_of_changes_is_listed_with_its_reason(page):
    ((day, record, said),) = rows(page, "Corrections and amendments")
    assert (day, record) == ("12 October 2026", "New")
    assert said == "Amount: £1,234.00 (before: £12.34). Changed on 12 October 2026. The point stood in the wrong place."


def test_what_records_tell_stands_newest_first(home, tmp_path):
    there = copied(home, tmp_path / "office")
    for key, day in (("come", "2026-10-11"), ("one", "2026-10-13")):
        put(there, key, AWARD + CORRECTED.replace("2026-10-12", day))
    assert [item.updated for item in changed.told(site(there))] == ["2026-10-13", "2026-10-12", "2026-10-11"]


def test_what_is_not_repeated_stays_unsaid(home):
    line = next(line for line in told(site(home))[SECOND].splitlines() if "Recipient as published" in line)
    assert "Not repeated" in line
    assert "Somebody" not in line


def test_what_is_withheld_later_is_not_said_of_an_earlier_release_either(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "one", AWARD.replace("recipient_as_published: Somebody", "recipient_as_published: Another"))
    put(there, "come", AWARD.replace("title: New", "title: Rose Cottage"))
    assert released(there, TODAY).folder
    assert "Another" in told(site(there))[TODAY]
    assert "Rose Cottage" in told(site(there))[TODAY]
    put(there, "one", AWARD.replace("recipient_as_published: Somebody\n", "") + HELD)
    put(there, "come", AWARD.replace("title: New", "title: A refuge\ngeo_policy: county"))
    for day in ("", "2026-11-30"):
        if day:
            assert released(there, day).folder
        said = told(site(there))
        assert "Another" not in "".join(said.values())
        assert "Rose Cottage" not in "".join(said.values())
        assert "Somebody" not in said[TODAY]


def test_what_stood_in_a_record_that_is_gone_is_not_said_and_one_that_may_not_be_named_is_not(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "rose-cottage", AWARD.replace("title: New", "title: A refuge\ngeo_policy: county"))
    put(there, "corrected", AWARD.replace("12.34", "99.00") + CORRECTED)
    assert released(there, TODAY).folder
    for key in ("rose-cottage", "corrected"):
        (there / f"data/awards/{key}.yml").unlink()
    assert released(there, "2026-11-30").folder
    said = told(site(there))
    everything = "".join(said.values())
    assert "rose-cottage" not in everything
    assert "refuge" not in everything
    assert "£99.00" not in everything
    assert "The point" not in everything
    assert "Not named" in said[TODAY]
    assert "Not named" in said["2026-11-30"]
    assert "awards/corrected/" in said["2026-11-30"]


def of_one(of: Site, **about) -> str:
    """What is said of one change of an award, from its field on."""
    change = Change("award", change=CHANGED, page="awards/x/", **about)
    return _text(of, next(changed.parts(of, [change], 1))).partition("Changed (award) | ")[2]


def test_what_a_record_withholds_is_not_said_even_where_its_change_says_it(home):
    of, name = site(home), "recipient_as_published"
    assert of_one(of, key="held", field=name, before="Haven", after="Ark").endswith("Not repeated | Not repeated | –")
    assert of_one(of, key="one", field=name, before="Haven", after="Ark").endswith(" | Haven | Ark | –")


def test_of_a_record_that_withholds_something_no_text_that_stood_there_is_said(home):
    of = site(home)
    assert of_one(of, key="held", field="title", before="Rose", after="New") == "Title | Not repeated | New | –"
    assert of_one(of, key="held", field="title", before="Rose", after="Oak") == "Title | Not repeated | Not repeated | –"
    held = {"applies_to": "recipient_as_published", "reason": "Rose"}
    assert "Rose" not in of_one(of, key="held", list="withholdings", row=1, after=held)
    assert "Not published: Recipient as published" in of_one(of, key="held", list="withholdings", row=1, after=held)
    assert of_one(of, key="one", field="title", before="Rose", after="New") == "Title | Rose | New | –"
    assert of_one(of, key="held", field="amount", before="1.00", after="2.00") == "Amount | £1.00 | £2.00 | –"
    assert of_one(of, key="held", list="conditions", row=1, before={"condition": "x"}).endswith("row 1 | Not repeated | – | –")


def test_a_reason_that_a_record_no_longer_gives_is_not_said(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "corrected", AWARD.replace("12.34", "1234.00"))
    assert "Amount | £12.34 | £1,234.00 | –" in told(site(there))[SECOND]
    assert "The point" not in "".join(told(site(there)).values())


def test_what_a_release_left_out_is_said_to_be_left_out(home):
    of = site(home)
    assert of_one(of, key="one", field="title", after="New", not_repeated=True) == "Title | Not repeated | New | –"
    assert of_one(of, key="one", field="title", after="New") == "Title | – | New | –"


def test_a_reference_to_a_record_that_is_gone_is_not_said(home):
    of = site(home)
    change = Change(
        "award", "one", "New", CHANGED, field="fund", before="rose-cottage", after="rose-cottage-2", page="awards/one/"
    )
    _new, *_rest = changed.parts(of, [change], 1)
    assert _text(of, _new).endswith("Fund | Not repeated | Not repeated | –")


def test_of_many_changes_the_first_are_shown_and_the_rest_counted(home, monkeypatch):
    monkeypatch.setattr(changes, "SHOWN", 2)
    monkeypatch.setattr(changes, "LATEST", 1)
    of = site(home)
    new = [Change("award", "one", "New", CHANGED, field="title", after=str(n), page="awards/one/") for n in range(5)]
    sections = {section.id: section for section in changes.page(of, new).values["sections"]}
    assert len(sections["new"].tables[0].rows) == 2
    assert "3 more changes are in the download" in sections["new"].texts[1]
    assert "data/changes.csv" in sections["new"].texts[1]
    texts = " ".join(map(str, sections[f"release-{SECOND}"].texts))
    assert f"data/releases/{SECOND}/changes.csv" in texts
    assert " more change" in texts
    assert f"release-{FIRST}" not in sections
    ((name, *counts, files),) = sections["earlier"].tables[0].rows
    assert (name, counts) == ("release 1.0.0 of 1 October 2026", [0, 0, 0])
    assert f"data/releases/{FIRST}/README.txt" in files


def test_tables_are_told_by_their_titles(home):
    of = site(home)
    about = ("organisations", "Organisations")
    shape = [
        Change(VALUES, *about, CHANGED, field="awards_received", reason="Worked out anew in 1 row."),
        Change(COLUMN, *about, ADDED, field="name_welsh"),
        Change(COLUMN, *about, ADDED, field="town"),
        Change(LIMITS, *about, CHANGED, field="sector", before="a, b", after="a"),
        Change(TABLE, "rounds", "Rounds", WITHDRAWN),
    ]
    records, tables = change_lines.tables(of, "", next(changed.parts(of, shape, 9)))
    assert records.rows == []
    assert tables.rows == [
        ["Organisations", "Changed (worked out from others)", "Awards received: Worked out anew in 1 row."],
        ["Organisations", "Added (column)", "Name in Welsh; Town"],
        ["Organisations", "Changed (limits of a column)", "Sector: a, b → a"],
        ["Rounds", "Withdrawn (table)", "–"],
    ]


def test_nothing_changed_and_no_release_are_said_plainly(home, tmp_path):
    of = site(home)
    assert [s.texts for s in changes.page(of, ()).values["sections"] if s.id == "new"] == [
        ["Nothing has changed since release 1.1.0 of 1 November 2026."]
    ]
    none = site(small(tmp_path / "office"))
    titles = {section.title: section.texts for section in changes.page(none, ()).values["sections"]}
    assert titles["Not yet in a release"] == ["There is no release yet. From the first one on, every change is listed here."]
    assert titles["Corrections and amendments that records tell"] == ["No award and no opportunity lists a change."]


def test_text_of_records_is_never_markup(home, tmp_path):
    evil = "</td><script>alert(1)</script>"
    there = copied(home, tmp_path / "office")
    put(there, "one", AWARD.replace("title: New", f'title: "{evil}"').replace("Somebody", f'"{evil}"'))
    assert build(there, there / "site", TODAY).published
    said = (there / "site/data/changes/index.html").read_text()
    assert "<script>alert" not in said
    assert "&lt;script&gt;alert" in said


def test_barsetshire_tells_the_changes_that_its_downloads_have(tmp_path_factory):
    built = example("barsetshire", tmp_path_factory)
    page = html.parse(built / "data/changes/index.html").getroot()
    assert page.xpath("string(//h1)") == "Changes"
    assert len(rows(page, "Corrections and amendments")) >= 10


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        ("decision", "own", "true", "Yes"),
        ("decision", "own", "no", "No"),
        ("decision", "own", "perhaps", "perhaps"),
        ("award", "amount", "1234.5", "£1,234.50"),
        ("award", "amount", "about £5", "about £5"),
        ("award", "award_date", "2024-05-01", "1 May 2024"),
        ("award", "type", "contract", "Contract"),
    ],
)
def test_a_value_is_said_as_pages_say_it(kind, name, text, said):
    assert amended.said(load_schemas()[kind].by_name[name], text) == said
