"""Registers that filter, in a real Chromium: what they show adds up, can be shared, and can be taken away."""

import csv
import io
import json
import random
from decimal import Decimal
from urllib.parse import parse_qsl, urlencode

import pytest
from tests.browser.looks import settled
from tests.browser.registers import PLAIN, drawn, home, office, page, plain, pounds, rows, said, shown, taken

from daylight.counted import countable
from daylight.days import award_day
from daylight.derived import recipients

__all__ = ["home", "office", "page"]
pytestmark = pytest.mark.browser


def test_what_is_shown_adds_up_for_many_choices(page, home, office):
    """Rows, number, total, both downloads, and the count at each value are what a plain computation says."""
    dice, some = random.Random(5), 0  # noqa: S311
    for _ in range(36):
        query = drawn(office, dice)
        expected = plain(office, query)
        found = shown(page, home, urlencode(query))
        assert set(found) == expected and len(found) == len(expected), query
        counted = [a for key in expected if (a := countable(office.records["award"][key])) is not None]
        assert said(page).startswith(f"{len(expected)} award")
        assert pounds(said(page)) == sum(counted, Decimal("0.00"))
        lines = list(csv.DictReader(io.StringIO(taken(page, "csv").removeprefix("\ufeff"), newline="")))
        assert [line["Page"].rstrip("/").rpartition("/")[2] for line in lines] == found
        column = "Amount that is added up"
        assert sum((Decimal(line[column]) for line in lines if line[column]), Decimal("0.00")) == sum(counted, Decimal(0))
        records = json.loads(taken(page, "json"), parse_float=Decimal)["records"]
        assert [r["page"] for r in records] == [line["Page"] for line in lines]
        some += bool(expected)
        counts = page.locator(".dl-facet [type=checkbox][value]").evaluate_all(
            "of => of.map(box => [box.name, box.value, box.closest('label').querySelector('small').textContent])"
        )
        name, value, count = dice.choice([c for c in counts if c[0] in PLAIN])
        others = [(n, v) for n, v in query if n.removeprefix("not-") != name]
        assert int(count) == len(plain(office, [*others, (name, value)])), (query, name, value)
    assert some > 15  # most choices find something


def test_a_click_says_the_new_list_and_puts_it_into_the_address_and_the_title(page, home, office):
    page.goto(f"{home}awards/")
    before = said(page)
    page.locator("[name=year][value='2024-25']").check()
    page.locator("[data-daylight-list]:visible").wait_for()
    assert said(page) != before and page.title().startswith(said(page))
    page.wait_for_url("**/awards/?year=2024-25")
    page.locator("[name=year][value='2023-24']").check()
    page.wait_for_url("**/awards/?year=2024-25&year=2023-24")
    assert set(rows(page)) == plain(office, [("year", "2024-25"), ("year", "2023-24")])
    page.locator('[data-but="year"]').check()
    page.wait_for_url("**/awards/?not-year=2024-25&not-year=2023-24")
    assert set(rows(page)) == plain(office, [("not-year", "2024-25"), ("not-year", "2023-24")])


def test_an_address_that_is_shared_shows_the_same_and_is_said_again(page, home):
    query = "q=advice&fund=core-victims-fund&not-kind=contract&from=1000&to=100000&sort=amount-desc&columns=recipient,amount"
    first = shown(page, home, query)
    assert parse_qsl(page.url.partition("?")[2]) == parse_qsl(query)
    assert (
        page.locator("[name=q]").first.input_value() == "advice"
        or page.locator(".dl-panel [name=q]").input_value() == "advice"
    )
    assert page.locator(".dl-panel [value=core-victims-fund]").is_checked()
    assert page.locator(".dl-chips li").count() == 5
    page.reload()
    page.locator("[data-daylight-list]:visible").wait_for()
    assert rows(page) == first


def test_back_leads_to_the_list_as_it_was(page, home):
    before = shown(page, home, "year=2024-25&sort=name")
    page.locator("[data-daylight-list] tbody th a").first.click()
    page.wait_for_url("**/awards/ba-*/")
    page.go_back()
    page.locator("[data-daylight-list]:visible").wait_for()
    assert page.url.endswith("?year=2024-25&sort=name")
    assert rows(page) == before
    page.goto(home)
    page.goto(f"{home}awards/")
    page.locator("[name=year][value='2024-25']").check()
    page.wait_for_url("**?year=2024-25")
    page.go_back()
    assert page.url == home  # a filter is not a page of its own


def test_what_is_asked_for_again_leaves_the_list_as_it_is(page, home):
    """Enter in the box of words asks for what is there already: the rows beyond the first fifty and the focus stay."""
    asked = shown(page, home, "sort=name")
    assert len(asked) > 50
    last = page.locator("[data-daylight-list] tbody th a").last
    last.focus()
    for _ in range(2):
        page.locator("form.dl-panel").first.evaluate("form => form.requestSubmit()")
        settled(page)
        assert page.locator("[data-daylight-list] tbody tr").count() == len(asked)
        assert last.evaluate("link => link === document.activeElement")
    page.locator("[name=sort]").select_option("amount-desc")
    page.wait_for_url("**sort=amount-desc")
    assert sorted(rows(page)) == sorted(asked)


def test_orders(page, home, office):
    of = office.records["award"]
    newest = shown(page, home, "from=0")
    days = [award_day(of[key]) for key in newest]
    assert days == sorted(days, reverse=True)
    found = shown(page, home, "from=0&sort=amount-desc")
    amounts = [of[key].get("amount") for key in found]
    assert amounts == sorted(amounts, reverse=True)
    assert [of[key].get("amount") for key in shown(page, home, "from=0&sort=amount")] == sorted(amounts)
    names = [of[key].get("title").casefold() for key in shown(page, home, "sort=name")]
    assert names == sorted(names)
    found = shown(page, home, "sort=amount")
    assert [of[key].get("amount") is None for key in found] == sorted(of[key].get("amount") is None for key in found)
    days = [award_day(of[key]) for key in shown(page, home, "sort=date")]
    assert days == sorted(days, key=lambda day: (not day, day))  # what has none comes last


def test_amounts_from_and_to(page, home, office):
    found = set(shown(page, home, "from=%C2%A35,000&to=64500"))
    between = {r.key for r in office.all("award") if (a := r.get("amount")) is not None and 5000 <= a <= 64500}
    assert found == between != set()
    assert page.locator(".dl-chips").inner_text().count("£") == 2


def test_the_csv_is_what_excel_and_python_read(page, home, office):
    found = shown(page, home, "sort=amount-desc&columns=recipient,amount,date,fund")
    text = taken(page, "csv")
    assert text.startswith("\ufeff") and text.count("\r\n") == text.count("\n")
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert list(lines[0]) == [
        *(
            "Award",
            "Recipient",
            "Amount",
            "Amount that is added up",
            "Amount as published",
            "Date of the award",
            "Fund",
            "Page",
        )
    ]
    for key, line in zip(found, lines, strict=True):
        award = office.records["award"][key]
        assert line["Award"] == award.get("title")
        assert line["Amount"] == ("" if award.get("amount") is None else f"{award.get('amount'):.2f}")
        assert line["Date of the award"] == (award.get("award_date") or award.get("announced_on") or "")
        assert line["Page"] == f"{home}awards/{key}/"


def test_texts_that_a_spreadsheet_would_run_are_guarded_and_never_become_markup(page, home):
    def spoil(route):
        answer = route.fetch()
        data = answer.json()
        data["titles"] = ['=cmd|"x"!A1', "<img src=x onerror=alert(1)>", "@a,b", *data["titles"][3:]]
        route.fulfill(response=answer, json=data)

    page.route("**/search/awards.json", spoil)
    page.on("dialog", lambda dialog: page.wrong.append("a dialog"))
    shown(page, home, "sort=name")
    assert page.locator("[data-daylight-list] img").count() == 0
    lines = list(csv.reader(io.StringIO(taken(page, "csv").removeprefix("\ufeff"), newline="")))
    assert [line[0] for line in lines[1:4]] == ['\'=cmd|"x"!A1', "<img src=x onerror=alert(1)>", "'@a,b"]
    assert json.loads(taken(page, "json"))["records"][0]["title"] == '=cmd|"x"!A1'


def test_columns_can_be_chosen_and_put_away(page, home):
    page.goto(f"{home}awards/")
    page.locator("summary", has_text="Columns").click()
    page.locator("[name=columns][value=area]").check()
    page.locator("[name=columns][value=fund]").uncheck()
    page.wait_for_url("**columns=recipient,amount,year,area")
    heads = page.locator("[data-daylight-list] thead th").all_inner_texts()
    assert heads == ["Award", "Recipient", "Amount", "Year", "Area"]


def test_a_long_facet_can_be_searched_and_shows_more(page, home, office):
    page.goto(f"{home}awards/")
    page.locator("[data-facet=recipient] > summary").click()
    page.locator("#find-recipient").fill("barchester")
    boxes = page.locator("[data-facet=recipient] ul li:visible")
    boxes.first.wait_for()
    page.wait_for_function("document.querySelectorAll('[data-facet=recipient] ul li').length < 10")
    assert all("barchester" in text.casefold() for text in boxes.all_inner_texts())
    value = boxes.first.locator("input").get_attribute("value")
    boxes.first.locator("input").check()
    page.wait_for_url(f"**?recipient={value}")
    assert set(rows(page)) == plain(office, [("recipient", value)])
    page.locator("#find-recipient").fill("")
    page.locator("[data-facet=recipient] [data-all]").click()
    page.wait_for_function("document.querySelectorAll('[data-facet=recipient] ul li').length > 10")
    assert page.locator(f"[name=recipient][value='{value}']").is_checked()


def test_chips_take_filters_away_and_keep_the_focus(page, home):
    shown(page, home, "year=2024-25&not-kind=contract&q=youth&from=10")
    assert "not Contract" in page.locator(".dl-chips").inner_text()
    page.locator(".dl-chips button", has_text="Contract").click()
    page.wait_for_function("document.querySelectorAll('.dl-chips li').length === 3")
    page.wait_for_url(lambda url: "kind" not in url)
    assert page.evaluate("document.activeElement.matches('.dl-chips button')")
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_url("**/awards/")
    assert page.locator(".dl-chips").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"


def test_words_are_those_of_the_search(page, home, office):
    found = shown(page, home, "q=boxing")
    assert found
    texts = {r.key: " ".join(map(str, r.values.values())).casefold() for r in office.all("award")}
    assert all(
        "boxing" in texts[key]
        or any("boxing" in office.label(o).casefold() for o in recipients(office, office.records["award"][key]))
        for key in found
    )
    page.locator(".dl-panel [name=q]").fill("zzzz")
    page.locator("[data-daylight-list]", has_text="Nothing matches").wait_for()
    assert said(page).startswith("0 awards")
