"""The South Yorkshire site as its readers get it: totals, links both ways, valid HTML, nothing from elsewhere."""

import csv
import json
import re
import subprocess
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from daylight.build import build
from tests.built import TODAY, site

TOTAL = Decimal("11403850.00")
BASE = "https://site.example/"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    out, said = site(tmp_path_factory.mktemp("sy"))
    assert said.published, said.findings
    return out


@pytest.fixture(scope="module")
def pages(built) -> dict[str, html.HtmlElement]:
    return {p.relative_to(built).as_posix(): html.fromstring(p.read_bytes()) for p in sorted(built.rglob("*.html"))}


def test_page_csv_and_json_add_up_to_the_same_penny(built, pages):
    with (built / "data/awards.csv").open(encoding="utf-8", newline="") as f:
        in_csv = sum(Decimal(row["countable_amount"] or 0) for row in csv.DictReader(f))
    awards = json.loads((built / "data/awards.json").read_text("utf-8"), parse_float=Decimal)["records"]
    in_json = sum(Decimal(a.get("countable_amount", 0)) for a in awards)
    said = pages["awards/index.html"].xpath("string(//*[@class='dl-total'])")
    cells = pages["awards/index.html"].xpath("//td[@data-label='Amount']")
    on_page = sum(
        Decimal(re.sub("[£,]", "", text)) for td in cells if re.fullmatch(r"£[\d,]+\.\d\d", text := td.text_content().strip())
    )
    assert in_csv == in_json == on_page == Decimal(re.sub("[£,]", "", said)) == TOTAL


def test_every_internal_link_and_anchor_leads_somewhere(built, pages):
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        here = urljoin(BASE, name.removesuffix("index.html"))
        for link in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            url = urlsplit(urljoin(here, link))
            if url.netloc != urlsplit(BASE).netloc or name == "404.html":
                continue
            target = unquote(url.path).lstrip("/")
            target = target + "index.html" if target.endswith("/") or not target else target
            if not (built / target).is_file() or (url.fragment and url.fragment not in ids.get(target, ())):
                broken.append((name, link))
    assert broken == []


def test_every_record_page_is_reached_by_a_link(built, pages):
    reached = {
        urlsplit(urljoin(urljoin(BASE, n.removesuffix("index.html")), link)).path.lstrip("/") + "index.html"
        for n, p in pages.items()
        for link in p.xpath("//a/@href")
    }
    unled = ("rounds/", "documents/index", "budget-areas/index", "embed/")  # the last are for other sites to show
    assert {n for n in pages if n not in reached and n != "404.html" and not n.removeprefix("cy/").startswith(unled)} == set()


def test_every_page_for_other_sites_is_offered_on_a_page(built, pages):
    """A register's by its script, a picture's as text to copy."""
    home = pages["index.html"].xpath("string(//link[@rel='canonical']/@href)")
    for below in ("", "cy/"):
        text = pages[f"{below}data/totals/index.html"].text_content()
        offered = {way.removeprefix(home) for way in re.findall(r'<iframe src="([^"]+)"', text)}
        offered |= {f"{below}embed/{n}/" for n in ("awards", "decisions", "organisations", "opportunities")}
        made = {n.removesuffix("index.html") for n in pages if n.startswith(f"{below}embed/")}
        assert offered == made


def test_an_award_and_its_organisation_fund_and_decision_link_both_ways(pages):
    award = pages["awards/sy-a019/index.html"]
    for other in ("organisations/safer-stronger-doncaster-partnership", "funds", "decisions"):
        (href, *_) = [h for h in award.xpath("//article//a/@href") if f"/{other}" in h and h.count("/") > 3]
        back = pages[urlsplit(urljoin(BASE + "awards/sy-a019/", href)).path.lstrip("/") + "index.html"]
        assert any("awards/sy-a019/" in h for h in back.xpath("//article//a/@href"))


def test_a_misprinted_amount_stays_as_published_and_is_not_added_up(pages):
    text = pages["awards/sy-a029/index.html"].xpath("string(//article)")
    assert "£590.574" in text
    assert "590,574" not in text.replace("£590.574", "")


def test_an_application_is_not_shown_as_an_award(pages):
    assert "This is an application, not an award" in pages["awards/sy-a050/index.html"].xpath("string(//article)")
    assert "Applications, not awards" in pages["awards/index.html"].xpath("string(//article)")


def test_every_page_says_that_it_is_a_demonstration(pages):
    said = {"en": "This is a demonstration", "cy": "Gwefan arddangos yw hon"}
    assert [n for n, p in pages.items() if said[p.get("lang")[:2]] not in p.xpath("string(//aside)")] == []


def test_no_page_asks_another_host_for_anything(pages):
    outside = [
        (n, u)
        for n, p in pages.items()
        for u in p.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src")
        if urlsplit(u).netloc
    ]
    assert outside == []


def test_built_twice_gives_the_same_bytes(built, tmp_path_factory):
    again, _ = site(tmp_path_factory.mktemp("again"))
    first = {p.relative_to(built): p.read_bytes() for p in built.rglob("*") if p.is_file()}
    second = {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()}
    assert first.keys() == second.keys()
    assert [p for p in first if first[p] != second[p]] == []


def test_an_error_leaves_the_old_site_as_it_was(tmp_path):
    out, said = site(tmp_path)
    before = (out / "index.html").read_bytes()
    (tmp_path / "data/awards/bad.yml").write_text("title: x\n", "utf-8")
    said = build(tmp_path, out, TODAY)
    assert not said.published
    assert said.findings
    assert (out / "index.html").read_bytes() == before


def test_record_text_is_never_markup(tmp_path):
    out, _ = site(tmp_path)
    evil = "</title><script>alert(1)</script>"
    record = f'title: "{evil}"\ntype: grant\ndirection: out\namount_basis: not_published\nrecipient_as_published: "{evil}"\n'
    record += "source: https://example.org/\n"
    (tmp_path / "data/awards/evil.yml").write_text(record, "utf-8")
    assert build(tmp_path, out, TODAY).published
    text = (out / "awards/evil/index.html").read_text("utf-8")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.browser
def test_every_page_is_valid_html(built, vnu):
    done = subprocess.run([*vnu, "--skip-non-html", "--errors-only", str(built)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("path", ["contact", "privacy", "cy/contact", "cy/privacy"])
def test_prose_that_asks_for_care_can_be_left_at_once(pages, path):
    exits = "//aside//a[@data-daylight-exit]/@href"
    assert pages[f"{path}/index.html"].xpath(exits) == ["https://www.gov.uk/"]
    assert pages["about/index.html"].xpath(exits) == []
