"""Tables of reports: what stands in a cell, and that the text of a record stays text."""

from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup
from tests.small import policy, small

from daylight.pages import reports
from daylight.pages.page import Table
from daylight.pages.pieces import amount
from daylight.pages.plain import cell, plain_table
from daylight.pages.render import Renderer

EVIL = '</td><script>alert("1")</script>&amp;'
TODAY = "2026-11-21"


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "Not published"),
        ("", "Not published"),
        (0, "0"),
        (12345, "12345"),
        (Decimal("1234.5"), "£1,234.50"),
        (Decimal("-0.01"), "-£0.01"),
        (Decimal("0.00"), "£0.00"),
        ("–", "–"),
        ("a < b & c", "a < b & c"),
        (Markup("<b>bold</b>"), "bold"),
    ],
)
def test_a_cell_says_what_stands_in_it(content, said):
    element = html.fragment_fromstring(f"<p>{cell(None, content)}</p>")
    assert element.text_content() == said
    assert bool(element.xpath("span[@class='dl-missing']")) == (content in (None, ""))


def test_a_cell_with_a_record_is_a_link_with_what_must_be_known_of_it(make):
    site = make(awards=[{"title": "A & <b>", "status": "withdrawn"}])
    element = html.fragment_fromstring(f"<p>{cell(site, site.get('award', 'a0'))}</p>")
    assert element.text_content() == "A & <b> Withdrawn"
    assert [a.get("href").partition("awards/")[2] for a in element.xpath("a")] == ["a0/"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_text_comes_out_of_a_cell_as_it_went_in(text):
    element = html.fragment_fromstring(f"<p>{cell(None, text)}</p>")
    assert element.text_content() == text
    assert not element.xpath("*")


def test_a_table_has_its_caption_its_headings_and_a_label_for_each_cell():
    of = Table(
        "Money <of> it", ("Year", "#Added <up>", "Remark"), [["2023-24", Decimal("1.00"), None], ["2024-25", 2, "Fine"]]
    )
    element = html.fromstring(plain_table(None, of))
    assert element.xpath("string(//caption)") == element.get("aria-label") == "Money <of> it"
    assert [(h.text, h.get("class")) for h in element.xpath("//thead//th")] == [
        ("Year", None),
        ("Added <up>", "dl-number"),
        ("Remark", None),
    ]
    rows = element.xpath("//tbody/tr")
    assert [[c.text_content() for c in row] for row in rows] == [
        ["2023-24", "£1.00", "Not published"],
        ["2024-25", "2", "Fine"],
    ]
    assert [(c.tag, c.get("data-label"), c.get("class")) for c in rows[0]] == [
        ("th", None, "dl-id"),
        ("td", "Added <up>", "dl-number"),
        ("td", "Remark", None),
    ]
    assert not element.xpath("//table[contains(@class, 'dl-grid')]")


def test_a_grid_is_marked_as_one():
    assert html.fromstring(plain_table(None, Table("It", ("A",), [["1"]], grid=True))).xpath(
        "//table[contains(@class, 'dl-grid')]"
    )


@pytest.mark.parametrize("content", ["2023-24", "£60,000 a year, until it is empty", "£9,800.00 (not added up)", 5])
def test_words_in_a_column_of_numbers_end_where_the_numbers_do(content):
    found = html.fromstring(plain_table(None, Table("It", ("A", "#B"), [["a", content]])))
    assert found.xpath("//td")[0].get("class") == "dl-number"
    assert found.xpath("//tbody//th")[0].get("class") is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": "1234.50"}, "£1,234.50"),
        ({"amount": "100.00", "own_share": "25.00"}, "£100.00 (£25.00 added up)"),
        ({"amount": "100.00", "own_share": "100.00"}, "£100.00"),
        ({"amount": "100.00", "status": "withdrawn"}, "£100.00 (not added up)"),
        ({"amount": None, "amount_basis": "ambiguous", "amount_as_published": "£30.000"}, "£30.000 (not added up)"),
        ({"amount": None, "amount_basis": "not_published"}, None),
    ],
)
def test_an_amount_says_whether_it_is_added_up(make, fields, said):
    assert amount(make(awards=[fields]).get("award", "a0")) == said


def test_the_text_of_a_record_is_text_in_every_report(make):
    row = {"reason": EVIL, "approved_by_role": EVIL, "date": "2024-01-01", "expires": "2027-03-31", "rule": "GI-01"}
    held = {"applies_to": EVIL, "ground": "safeguarding", "opinion_of_role": EVIL, "date": "2024-01-01", "reason": EVIL}
    texts = {"title": EVIL, "words": EVIL, "place": EVIL}
    given = {"rule": "GI-01", "check": "given", "fields": "terms_document"} | texts
    areas = {"rule": "AR-01", "check": "one-of", "fields": "reporting_area", "values": EVIL.replace(";", "")} | texts
    limit = {"rule": "LI-01", "check": "amount-limit", "fund": "safety", "maximum": "1.00"} | texts
    why = {"rule": "NO-01", "not_checked": EVIL} | texts
    bought = {"type": "contract", "competition": "direct", "single_tender_evidence": EVIL, "route": EVIL}
    more = {"award_date": "2024-05-01", "title": EVIL, "theme": EVIL, "scheme": EVIL, "amount": "20000.00"}
    due = {"monitoring_dates": [{"due_on": "2026-12-01", "kind": "return"}], "period_as_published": EVIL}
    site = make(
        policy(
            *({"topic": "publication"} | rule for rule in (given, areas, limit, why)),
            reference_pattern=r"(?P<year>\d{4})-<b>(?P<number>\d+)",
        ),
        awards=[bought | more | due | {"withholdings": [held]}, more | {"exceptions": [row]}],
        funds={"safety": {"title": EVIL, "decided_by": EVIL, "cycle": EVIL, "envelope_as_published": EVIL}},
        decisions=[{"title": EVIL, "reference": f"2024-<b>{n}", "taken_on": "2024-05-01"} for n in (1, 3)],
        publications=[{"title": EVIL, "duty": "3g", "period": "2024-05"}],
    )
    bodies = dict(_rendered(site))
    assert set(reports.REPORTS) < set(bodies)
    for path, body in bodies.items():
        assert "<script>alert" not in body, path
        assert "<b>" not in body, path
        assert "&amp;lt;" not in body, path
    for path in (*reports.REPORTS, "reports/annual/2024-25/"):
        assert "&lt;/td&gt;&lt;script&gt;" in bodies[path], path


def _rendered(site):
    """The body of each report by its path."""

    class Bare:
        def page(self, title, description, body, slug, head="", care=False):
            return body

    class Every(dict):
        def __missing__(self, place):
            return Bare()

    renderer = Renderer(Every())
    for page in reports.pages(site):
        yield page.path, renderer.output(site, page)[1]
