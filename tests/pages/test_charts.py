"""Pictures: what they draw is what the tables and the downloads say, to the penny, and their words are words."""

import csv
import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from markupsafe import Markup
from tests.built import example, serve

from daylight.pages.charts.bars import MOST, Bar, bars, few
from daylight.pages.charts.flow import drawn
from daylight.pages.charts.layout import LEAST, ROOM, TALL, laid
from daylight.views.flows import NONE, ONE, OTHERS, Flow, Node

OFFICES = ["south-yorkshire", "barsetshire"]
POUNDS = re.compile(r"£([\d,]+\.\d\d)")


def bar(name: str, total: str, known: bool = True) -> Bar:
    return Bar(Markup(name), Decimal(total), known)  # noqa: S704


def amounts(node) -> list[Decimal]:
    """The pounds that stand in the bars of a picture, or of a page."""
    return [pounds(b.text_content()) for b in node.xpath(".//ul[contains(@class, 'dl-bars')]/li/data")]


def pounds(text: str) -> Decimal:
    return Decimal(POUNDS.search(text)[1].replace(",", ""))


@pytest.fixture(scope="module", params=OFFICES)
def built(request, tmp_path_factory) -> Path:
    return example(request.param, tmp_path_factory)


def page(built: Path, path: str) -> html.HtmlElement:
    return html.fromstring((built / path / "index.html").read_bytes())


def rows(built: Path, name: str) -> list[dict[str, str]]:
    with (built / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def test_a_bar_is_as_long_as_its_part_of_the_largest():
    drawing = html.fromstring(bars([bar("a", "200.00"), bar("b", "50.00"), bar("c", "0.00")]))
    assert drawing.xpath("//rect/@width") == ["100.00%", "25.00%", "0%"]
    assert amounts(html.fromstring(f"<div>{bars([bar('a', '1234.50')])}</div>")) == [Decimal("1234.50")]


def test_what_is_not_known_is_drawn_in_another_way_and_not_only_in_another_colour():
    drawing = html.fromstring(bars([bar("a", "1.00"), bar("b", "1.00", known=False)]))
    assert drawing.xpath("//rect/@class") == ["dl-unknown"]


@pytest.mark.parametrize("count", [1, MOST, MOST + 1, 40])
@pytest.mark.parametrize("unknown", [0, 2])
def test_many_bars_are_few_and_no_penny_is_lost(count, unknown):
    of = [bar(str(n), f"{count - n}.01") for n in range(count)] + [bar("?", "7.00", known=False)] * unknown
    found = few(of, str)
    assert len(found) <= MOST
    assert sum(b.total for b in found) == sum(b.total for b in of)
    assert [b.known for b in found].count(False) == unknown


FLOW = Flow(
    "theme",
    (
        [Node(ONE, "Grant", Decimal("90.00")), Node(ONE, "Levy", Decimal("6.00")), Node(NONE, "", Decimal("4.00"))],
        [Node(ONE, "one", Decimal("90.00")), Node(NONE, "", Decimal("10.00"))],
        [Node(ONE, "Youth", Decimal("99.99")), Node(OTHERS, "", Decimal("0.01"), 2)],
    ),
    (
        {(0, 0): Decimal("90.00"), (1, 1): Decimal("6.00"), (2, 1): Decimal("4.00")},
        {(0, 0): Decimal("89.99"), (0, 1): Decimal("0.01"), (1, 0): Decimal("10.00")},
    ),
)


def test_a_flow_is_laid_out_so_that_nothing_overlaps_and_the_least_is_seen():
    of = laid(FLOW)
    for column in of.boxes:
        assert all(below.y >= max(box.height, ROOM) + box.y for box, below in pairwise(column))
        assert of.height >= column[-1].y + column[-1].height
    assert of.boxes[0][0].height == TALL * 0.9
    assert of.boxes[2][1].height == LEAST
    assert len(of.streams) == 6
    assert {stream.height >= LEAST for stream in of.streams} == {True}


def test_the_words_of_a_flow_are_text_of_their_own_size_and_record_text_stays_text():
    evil = Markup.escape("</text><script>alert(1)</script> & more")
    names = [[evil, Markup("–"), Markup("–")], [evil, Markup("–")], [evil, Markup("–")]]
    made = html.fromstring(f"<div>{drawn(FLOW, names, ('From', 'Fund', 'For'), 'What it shows')}</div>")
    assert made.xpath("//script") == []
    assert made.xpath("//svg[@role='img']/@aria-label") == ["What it shows"]
    assert not made.xpath("//svg[@viewbox]//text")  # what is stretched holds no words
    assert "alert(1)" in made.xpath("string(//ol)")


def test_the_bars_by_year_are_the_totals_of_the_download(built):
    said = sorted(Decimal(row["amount"]) for row in rows(built, "totals-by-year") if Decimal(row["amount"]))
    for path in ("", "cy", "data/totals", "embed/awards-by-year", "cy/embed/awards-by-year"):
        found = page(built, path).get_element_by_id("awards-by-year")
        assert sorted(amounts(found)) == said, path
        assert pounds(found.xpath("string(figcaption)")) == sum(said)
        assert pounds(found.xpath("string(.//tbody/tr[last()])")) == sum(said)


@pytest.mark.parametrize("way", ["fund", "priority", "area", "organisation", "route"])
def test_the_bars_of_the_totals_make_the_whole(built, way):
    name = "recipient" if way == "organisation" else way
    whole = sum(Decimal(row["amount"]) for row in rows(built, f"totals-by-{name}"))
    found = page(built, "data/totals").get_element_by_id(f"awards-by-{way}")
    assert 0 < len(amounts(found)) <= MOST
    assert sum(amounts(found)) == pounds(found.xpath("string(.//tbody/tr[last()])")) == whole


def test_the_way_of_the_money_makes_the_whole_in_each_column_and_its_table(built):
    whole = sum(Decimal(row["amount"]) for row in rows(built, "totals-by-year"))
    for path in ("", "cy", "data/totals", "embed/way-of-the-money"):
        found = page(built, path).get_element_by_id("way-of-the-money")
        for column in found.xpath(".//ol"):
            assert sum(pounds(b.text_content()) for b in column.xpath("li/data")) == whole
        assert sum(pounds(tr.xpath("string(td[last()])")) for tr in found.xpath(".//tbody/tr")) == 2 * whole


def test_the_bars_of_an_annual_report_are_its_tables(built):
    for folder in (built / "reports/annual").glob("*-*"):
        for found in page(built, f"reports/annual/{folder.name}").xpath("//figure"):
            said = [pounds(row.xpath("string(td[last()])")) for row in found.xpath(".//tbody/tr")]
            assert (sum(amounts(found)), sum(said)) == (said[-1], 2 * said[-1])


def test_a_page_has_no_two_places_of_one_name(built):
    for path in ("", "data/totals", "areas"):
        ids = page(built, path).xpath("//@id")
        assert len(ids) == len(set(ids)), path


@pytest.mark.browser
def test_pictures_can_be_read_on_a_narrow_screen_on_paper_and_with_forced_colours(built, browser):
    server, address = serve(built)
    with browser.new_page(viewport={"width": 320, "height": 900}) as seen:
        seen.goto(address)
        sizes = "nodes => nodes.filter(n => n.checkVisibility()).map(n => parseFloat(getComputedStyle(n).fontSize))"
        assert min(seen.eval_on_selector_all(".dl-figure :is(text, tspan, span, data, li, a, summary)", sizes)) >= 12
        table = seen.locator("#awards-by-year table")
        assert not table.is_visible()
        seen.emulate_media(media="print")
        assert table.is_visible()
        seen.emulate_media(media="screen", forced_colors="active")
        fill = "node => getComputedStyle(node).fill"
        assert seen.locator(".dl-bars rect").first.evaluate(fill) != seen.locator("body").evaluate(
            "node => getComputedStyle(node).backgroundColor"
        )
    server.shutdown()
