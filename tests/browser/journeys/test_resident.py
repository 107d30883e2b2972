"""A resident wants to know who was funded where they live, what for, and how it came about."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.journeys.lists import added, filtered, key, keys, number, pounds, shown, status, table, taken
from tests.browser.person import KEYS, KEYS_CY_PLAIN, TOUCH_CY, TOUCH_PLAIN, WAYS, Person, ways
from tests.search.reading import scan

from daylight.record import Record
from daylight.search.order import numbers

pytestmark = pytest.mark.browser


@ways()
@pytest.mark.parametrize(("office", "query"), [("south-yorkshire", "Rotherham youth"), ("barsetshire", "Hogglestock youth")])
def test_types_a_place_and_a_need_and_takes_exactly_what_is_found(meet, way, office, query):
    """The number, the sum and since when stand in the first line; the register, the file and the data say the same."""
    person = meet(way, office).goes()
    found = set(scan(person.site, query))
    wanted = {k for (kind, k), n in numbers(person.site).items() if kind == "award" and n in found}
    rows = [row for row in table(person.folder, "awards") if row["key"] in wanted]
    assert wanted
    person.types(person.page.get_by_label(person.said("Search"), exact=True), query)
    expect(person.page.locator(".dl-found")).to_have_attribute("data-daylight-for", query)  # each key makes a list
    first = person.page.get_by_role("option").first
    expect(first).to_have_text(re.compile(rf"^{len(wanted)} "))
    line = first.inner_text()
    total = added(rows, "countable_amount")
    if total:
        assert pounds(line) == round(total)
        since = min(row["award_financial_year"] for row in rows)[:4]
        assert re.search(rf"\b{since}\b", line), line
    if way.keys:
        person.page.keyboard.press("ArrowDown")
        person.page.keyboard.press("Enter")
    else:
        first.tap()
    person.arrives(re.compile(r"awards/\?q="))
    assert set(keys(shown(person))) == wanted
    said = status(person).first.inner_text()
    assert number(said) == len(wanted) and (not total or pounds(said) == total)
    assert person.page.title().startswith(said)
    mine = taken(person)
    assert sorted(map(key, mine)) == sorted(wanted)
    assert added(mine, person.said("Amount that is added up")) == total


@ways()
def test_shares_what_was_found_and_the_other_sees_the_same(meet, way):
    person = meet(way).goes("awards/")
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filtered(person, "Year", "2024-25")
    filtered(person, "Area", "Silverbridge")
    person.page.wait_for_url("**area=silverbridge")
    found, said = keys(shown(person)), status(person).first.inner_text()
    assert number(said) == len(found) > 0
    person.opens("Take this list")
    person.presses("Copy a link to this list")
    expect(person.main.get_by_role("status").filter(has_text=person.said("Copied"))).to_be_visible()
    link = person.page.evaluate("navigator.clipboard.readText()")
    other = meet(way)
    other.goes(link.removeprefix(other.home))
    assert (keys(shown(other)), status(other).first.inner_text()) == (found, said)


@ways(KEYS, TOUCH_CY, KEYS_CY_PLAIN)
@pytest.mark.parametrize(
    ("kinds", "key"), [(("opportunity", "round", "decision"), "ba-a034"), (("opportunity", "decision"), "ba-a027")]
)
def test_walks_from_what_one_could_apply_for_to_what_came_of_it(meet, way, kinds, key):
    """Opportunity, round, decision, award, changes and monitoring are one line, which is walked to its last step."""
    person = meet(way)
    award = person.site.records["award"][key]
    steps = [*(person.site.get(kind, award.get(kind)) for kind in kinds), award]
    person.goes(f"opportunities/{steps[0].key}/")
    for record in steps:
        if record is not steps[0]:
            person.follows(person.called(record), re.compile(rf".*/{record.key}/$"))
        assert person.called(record) in person.title
        here = person.page.locator("[aria-current=step]")
        expect(here).to_contain_text(person.called(record), use_inner_text=True)
    line = person.main.get_by_role("list").filter(has=here)
    changed = line.get_by_role("listitem").filter(has_text=person.said("Changes"))
    assert changed.count() == 1 - bool(award.rows("changes"))
    person.uses(line.get_by_role("link").last)
    person.page.wait_for_url("**#monitoring_dates")
    expect(person.page.locator(":target")).to_be_in_viewport()


@ways(*WAYS, TOUCH_PLAIN)
def test_looks_a_word_up_where_it_stands_and_comes_back(meet, way):
    person = meet(way).goes("awards/ba-a042/")
    term = person.said("What is meant by: {term}", term=person.said("Direct award"))
    person.follows(term, "glossary/#direct-award")
    here = person.page.locator(":target")
    expect(here).to_be_in_viewport()
    assert person.said("Direct award") in here.inner_text()
    person.goes_back()
    person.arrives("awards/ba-a042/")
    expect(person.link(term)).to_be_in_viewport()


@ways(*WAYS, KEYS_CY_PLAIN)
def test_reports_an_error_and_need_not_say_where_it_is(meet, way):
    """The link takes the record along; with scripts the page of contact shows it too."""
    person = meet(way).goes("awards/ba-a017/")
    person.follows(person.said("Report an error in this record"), re.compile(r"contact/\?.*ba-a017"))
    if way.scripts:
        expect(person.main).to_contain_text("ba-a017", use_inner_text=True)


@ways(*WAYS, TOUCH_PLAIN)
def test_changes_the_language_and_stays_on_the_page(meet, way):
    """And what a record says in English is marked as that on a Welsh page, for whoever listens to it."""
    path = "decisions/ba-2024-010/"
    person = meet(way).goes(path)
    name = person.site.label(person.site.get("decision", "ba-2024-010"))
    there, other = {"en": ("Cymraeg", "cy"), "cy": ("English", "en")}[way.language]
    person.uses(person.page.get_by_role("banner").get_by_role("link", name=there, exact=True))
    person.page.wait_for_url(person.address + {"cy": "cy/", "en": ""}[other] + path)
    assert name in person.title
    assert person.page.locator("html").get_attribute("lang").startswith(other)
    assert person.page.get_by_text(name, exact=True).last.evaluate("e => e.closest('[lang]').lang").startswith("en")


@ways(*WAYS, KEYS_CY_PLAIN)
def test_looks_at_the_area_and_at_the_fund_and_priority_of_an_award_there(meet, way):
    """Their pages say the sums that the totals of the open data say."""
    person = meet(way).goes()
    award = person.site.records["award"]["ba-a052"]
    area, fund, priority = (person.site.get(kind, key) for kind, key in where(award).items())
    person.follows(person.said("In your area"), "areas/").follows(person.called(area), f"areas/{area.key}/")
    assert sums(person) == total(person, area)
    person.follows(person.called(award), f"awards/{award.key}/").follows(person.called(fund), f"funds/{fund.key}/")
    assert sums(person) == total(person, fund)
    person.goes_back()
    person.follows(person.called(priority), f"priorities/{priority.key}/")
    assert sums(person) == total(person, priority)


@ways(TOUCH_CY, TOUCH_PLAIN)
def test_finds_who_was_funded_in_rotherham(meet, way):
    person = meet(way, "south-yorkshire").goes()
    person.follows(person.said("In your area"), "areas/").follows("Rotherham", "areas/rotherham/")
    there = {row["award"] for row in table(person.folder, "award-areas") if row["area"] == "rotherham"}
    linked = person.main.get_by_role("table").get_by_role("link").evaluate_all("of => of.map(a => a.href)")
    assert there <= {link.rstrip("/").rpartition("/")[2] for link in linked}
    assert len(there) > 5


def where(award) -> dict[str, str]:
    return {"area": award.rows("areas")[0].get("area"), "fund": award.get("fund"), "priority": award.get("priority")}


def sums(person: Person):
    """The amount that stands first on a page."""
    return pounds(person.main.inner_text())


def total(person: Person, record: Record):
    """What the totals of the open data say of a record."""
    rows = table(person.folder, f"totals-by-{record.kind}")
    return added([row for row in rows if row[record.kind] == record.key and row["kind"] == "one"], "amount")
