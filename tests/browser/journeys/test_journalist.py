"""A journalist wants exactly what was filtered, sure that it adds up, to quote it, follow it and show it elsewhere."""

import json
from decimal import Decimal
from urllib.parse import urljoin

import feedparser
import pytest
from playwright.sync_api import expect
from tests.browser.journeys.lists import added, filtered, key, keys, number, pounds, shown, status, table, taken
from tests.browser.person import KEYS, KEYS_CY, KEYS_CY_PLAIN, TOUCH, TOUCH_CY, TOUCH_PLAIN, WAYS, ways
from tests.built import serve

pytestmark = pytest.mark.browser

ADDED = "Amount that is added up"


@ways()
def test_takes_two_years_without_contracts_and_gets_those_to_the_penny(meet, way):
    """The page, the file and the open data, filtered in the same way, have the same rows and the same sum."""
    person = meet(way).goes("awards/")
    filtered(person, "Year", "2024-25")
    filtered(person, "Year", "2023-24")
    filtered(person, "Kind of award", person.said("Contract"), but=True)
    rows = [
        row
        for row in table(person.folder, "awards")
        if row["award_financial_year"] in ("2024-25", "2023-24") and row["type"] != "contract"
    ]
    found = keys(shown(person))
    mine = taken(person)
    total = added(rows, "countable_amount")
    assert sorted(found) == sorted(row["key"] for row in rows) != []
    assert [key(row) for row in mine] == found
    said = status(person).first.inner_text()
    assert (number(said), pounds(said)) == (len(rows), total)
    assert added(mine, person.said(ADDED)) == total
    assert {row["key"]: row["amount"] for row in rows} == {key(row): row[person.said("Amount")] for row in mine}


@ways()
def test_sorts_and_chooses_columns_and_the_file_has_them_in_that_order(meet, way):
    person = meet(way).goes("awards/")
    person.picks(person.main.get_by_label(person.said("Sort by")), person.said("Largest amount first"))
    person.page.wait_for_url("**sort=amount-desc**")
    person.opens("Columns")
    columns = person.main.get_by_role("group", name=person.said("Columns")).last
    for name in ("Area", "Fund"):
        person.ticks(columns.get_by_role("checkbox", name=person.said(name), exact=True))
    person.page.wait_for_url("**columns=*area*")
    heads = shown(person).page.get_by_role("main").get_by_role("table").first.get_by_role("columnheader").all_inner_texts()
    assert heads == [person.said(name) for name in ("Award", "Recipient", "Amount", "Year", "Area")]
    mine = taken(person)
    assert [name for name in mine[0] if name in heads] == heads
    amounts = [Decimal(row[person.said("Amount")]) for row in mine if row[person.said("Amount")]]
    assert amounts == sorted(amounts, reverse=True)


@ways(KEYS_CY, TOUCH)
def test_takes_json_that_says_the_same_as_the_page(meet, way):
    person = meet(way).goes("awards/")
    filtered(person, "Year", "2023-24")
    person.opens("Take this list")
    name, data = person.takes(person.button("Download as JSON"))
    said = json.loads(data, parse_float=Decimal)
    assert name == "awards.json"
    assert [record["page"].rstrip("/").rpartition("/")[2] for record in said["records"]] == keys(shown(person))


@ways(KEYS, TOUCH_CY, TOUCH_PLAIN, KEYS_CY_PLAIN)
def test_takes_a_whole_year_and_everything_as_files_that_are_ready(meet, way):
    person = meet(way).goes("awards/")
    name, data = person.takes(person.link(person.said("CSV: {title}", title="2024-25")))
    rows = [row["key"] for row in table(person.folder, "awards") if row["award_financial_year"] == "2024-25"]
    lines = data.decode("utf-8-sig").splitlines()
    assert name == "awards-2024-25.csv"
    assert {line.partition(",")[0] for line in lines if line.startswith("ba-a")} == set(rows)
    name, data = person.takes(person.link("CSV"))
    assert data == (person.folder / "data/awards.csv").read_bytes()


@ways()
def test_copies_a_citation_that_leads_back(meet, way):
    person = meet(way).goes("decisions/ba-2024-010/")
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.presses("Copy")
    expect(person.main.get_by_role("status").filter(has_text=person.said("Copied"))).to_be_visible()
    text = person.page.evaluate("navigator.clipboard.readText()")
    assert "The Victims' Hub" in text
    assert "decisions/ba-2024-010/" in text
    assert "21 November 2026" in text


@ways(*WAYS, KEYS_CY_PLAIN)
def test_finds_the_feed_where_one_looks_for_it(meet, way):
    """From the foot of a register, and in the head of the page for programs; what it lists is on the site."""
    person = meet(way).goes("decisions/")
    offered = person.page.locator("link[rel=alternate][type='application/atom+xml']").first.get_attribute("href")
    person.uses(person.page.get_by_role("contentinfo").get_by_role("link", name=person.said("Feeds and calendars")))
    person.page.wait_for_url("**/data/#follow")
    links = person.main.get_by_role("link").evaluate_all("of => of.map(a => a.href)")
    assert urljoin(f"{person.home}decisions/", offered) in links
    feed = feedparser.parse((person.folder / "feeds/decisions.atom").read_bytes())
    assert not feed.bozo
    newest = feed.entries[0].link.removeprefix(person.site.url(""))
    assert (person.folder / newest / "index.html").is_file()


@ways(KEYS_CY, TOUCH)
def test_shows_a_list_on_a_site_of_their_own(meet, way, tmp_path):
    person = meet(way).goes("awards/")
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filtered(person, "Area", "Hogglestock")
    found, said = keys(shown(person)), status(person).first.inner_text()
    person.opens("Take this list")
    person.presses("Embed this list in another site")
    expect(person.main.get_by_role("status").filter(has_text=person.said("Copied"))).to_be_visible()
    article(tmp_path, person.page.evaluate("navigator.clipboard.readText()"))
    frame = elsewhere(person, tmp_path)
    expect(frame.get_by_role("status").first).to_have_text(said)
    assert keys(frame.get_by_role("row").filter(has=person.page.locator("th a"))) == found


@ways(KEYS, TOUCH_CY)
def test_shows_a_picture_on_a_site_of_their_own(meet, way, tmp_path):
    person = meet(way).goes("data/totals/")
    code = person.main.get_by_text("<iframe").first.inner_text()
    article(tmp_path, code.replace(person.site.url(""), person.address))
    frame = elsewhere(person, tmp_path)
    expect(frame.get_by_role("figure").first).to_be_visible()
    assert frame.locator("body").evaluate("e => e.ownerDocument.documentElement.scrollWidth <= innerWidth")


def article(folder, code: str) -> None:
    text = f"<!doctype html><html lang=en><title>Elsewhere</title><link rel=icon href=data:,><main>{code}</main></html>"
    (folder / "index.html").write_text(text, "utf-8")


def elsewhere(person, folder):
    """The frame of ours in a page of another site."""
    server, address = serve(folder)
    person.expected.append(f"asked elsewhere: {address}")
    person.page.goto(address)
    frame = person.page.frame_locator("iframe")
    frame.locator("body").wait_for()
    server.shutdown()
    return frame


@ways(KEYS, KEYS_CY)
@pytest.mark.parametrize("path", ["awards/?year=2024-25", "decisions/ba-2024-010/"])
def test_prints_what_is_read_and_nothing_to_press(meet, way, path):
    person = meet(way).goes(path)
    if "?" in path:
        assert shown(person).count() == 15
    person.page.emulate_media(media="print")
    chips = person.main.get_by_role("list", name=person.said("Filters chosen"))  # they say what was chosen, on paper too
    for role in ("button", "searchbox", "combobox", "checkbox", "navigation"):
        seen = [one for one in person.page.get_by_role(role).all() if one.is_visible()]
        assert len(seen) == chips.get_by_role(role).count(), [one.evaluate("e => e.outerHTML") for one in seen]
    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    if "?" in path:
        assert shown(person).count() == 15
