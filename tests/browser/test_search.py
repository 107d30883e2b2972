"""Search, in a real Chromium: the list below the box, the page of all results, and what is there when scripts are not."""

from urllib.parse import quote_plus

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.looks import settled
from tests.built import ROOT, TODAY, example, serve
from tests.search.reading import queries, scan, wanted
from tests.search.test_terms import TRICKY

from daylight.counted import countable
from daylight.load import load
from daylight.schema import load_schemas
from daylight.search.order import numbers
from daylight.search.terms import tokens

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def barsetshire(tmp_path_factory):
    """Where the site of Barsetshire is served, which is in two languages."""
    server, address = serve(example("barsetshire", tmp_path_factory))
    yield address
    server.shutdown()


@pytest.fixture(scope="module")
def site():
    return load(ROOT, load_schemas(), TODAY)[0]


@pytest.fixture
def page(browser):
    """A page on a desk, which fails the test where a script fails."""
    context, wrong = browser.new_context(), []
    made = context.new_page()
    made.on("pageerror", lambda error: wrong.append(str(error)))
    yield made
    context.close()
    assert wrong == []


def box(page):
    return page.locator("input[data-daylight-search]")


def options(page):
    return page.get_by_role("option")


def type_in(page, text: str):
    """Types into the box as a person does, by keyboard alone, and waits for the list."""
    for _ in range(20):
        if box(page).evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type(text)
    listed(page, text)


def listed(page, text: str):
    """Waits for the list of all that was typed: each key makes one."""
    page.wait_for_function("q => document.querySelector('.dl-found')?.dataset.daylightFor === q", arg=text)


def test_who_types_rotherham_sees_results_and_what_they_add_up_to_and_goes_there_by_keyboard_alone(page, address, site):
    page.goto(address)
    type_in(page, "Rotherham")
    assert options(page).count() <= 10
    found = [
        site.get(kind, key)
        for (kind, key), n in numbers(site).items()
        if kind == "award" and n in set(scan(site, "Rotherham"))
    ]
    total = sum(countable(award) or 0 for award in found)
    assert f"{len(found)} awards, £{total:,.0f}" in options(page).first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{box(page).get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    assert "Rotherham" in chosen.locator("mark").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/rotherham/")


def test_the_line_of_sums_leads_to_the_register_with_the_same_words(page, address):
    page.goto(address)
    type_in(page, "Rotherham youth")
    assert options(page).first.get_attribute("href") == f"{address}awards/?q=Rotherham+youth"


def test_enter_without_a_choice_leads_to_all_results(page, address):
    page.goto(address)
    type_in(page, "Rotherham")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Rotherham")
    page.locator(".dl-results li").first.wait_for()
    said = page.locator("main [role=status]").inner_text()
    assert said.endswith("results for “Rotherham”")
    assert page.title().startswith(said)
    assert page.get_by_text("Search needs scripts").is_hidden()
    assert box(page).input_value() == "Rotherham"


def test_escape_and_leaving_close_the_list_and_keep_what_was_typed(page, address):
    page.goto(address)
    type_in(page, "Rotherham")
    page.keyboard.press("Escape")
    assert page.locator(".dl-found").is_hidden()
    assert (box(page).input_value(), box(page).get_attribute("aria-expanded")) == ("Rotherham", "false")
    page.keyboard.press("ArrowDown")
    page.locator(".dl-found").wait_for()
    page.keyboard.press("Tab")
    assert page.locator(".dl-found").is_hidden()


def test_results_are_what_a_plain_look_through_all_records_finds(page, address, site):
    paths = {n: f"{site.schemas[kind].folder}/{key}/" for (kind, key), n in numbers(site).items()}
    asked = [*[q for q in queries(site, 60) if wanted(q)][:30], "Rotherham youth", "DOMESTIC abuse", "17/007", "wales"]
    page.goto(address)
    found = page.evaluate(
        """async ({address, asked}) => {
            const { describe, find } = await import(`${address}assets/search.js`)
            const all = await Promise.all(asked.map(async query => describe((await find(query)).ids)))
            return all.map(rows => rows.filter(row => row.kind !== "page").map(row => row.path))
        }""",
        {"address": address, "asked": asked},
    )
    for query, mine in zip(asked, found, strict=True):
        assert mine == [paths[n] for n in scan(site, query)], query


def test_the_browser_cuts_every_text_as_we_do(page, address):
    texts = [
        *TRICKY,
        *(chr(code) * 4 + "s" for code in range(0x20, 0x2FF)),
        *(f"a{chr(code)}b" for code in range(0x2000, 0x2210)),
    ]
    page.goto(address + "assets/search-words.js")
    made = page.evaluate(
        """async texts => {
            const of = await import(location.href)
            return texts.map(text => [of.tokens(text), of.wanted(text)])
        }""",
        texts,
    )
    assert [pair for pair in zip(texts, made, strict=True) if pair[1] != [tokens(pair[0]), wanted(pair[0])]] == []


def test_a_kind_can_be_found_alone_as_registers_do(page, address, site):
    page.goto(address)
    found = page.evaluate(
        "async address => (await import(`${address}assets/search.js`)).find('rotherham', { kind: 'organisation' })", address
    )
    mine = {n for (kind, _), n in numbers(site).items() if kind == "organisation"}
    assert found["ids"] == [n for n in scan(site, "rotherham") if n in mine]
    assert (found["words"], found["first"]) == (["rotherham"], min(mine))


def test_results_can_be_narrowed_to_a_kind_and_come_some_at_a_time(page, barsetshire):
    page.goto(f"{barsetshire}search/?q=barsetshire")
    page.locator(".dl-results li").first.wait_for()
    assert page.locator(".dl-results li").count() == 20
    page.get_by_role("button", name="Show").click()
    page.locator(".dl-results li").nth(20).wait_for()
    assert page.evaluate("document.activeElement === document.querySelectorAll('.dl-results a')[20]")
    page.get_by_role("link", name="Awards (").click()
    page.locator("a[aria-current=page]", has_text="Awards").wait_for()
    assert {line.split(" · ")[0] for line in page.locator(".dl-results .dl-about").all_inner_texts()} == {"Award"}


def test_a_word_with_a_wrong_letter_is_put_right(page, address):
    page.goto(f"{address}search/?q=rotherhan+council")
    page.get_by_role("link", name="rotherham council").click()
    page.locator(".dl-results").get_by_role("link", name="Rotherham Council").wait_for()


def test_in_welsh_search_speaks_welsh_and_stays_there(page, barsetshire):
    page.goto(f"{barsetshire}cy/search/?q=barchester")
    page.locator(".dl-results li").first.wait_for()
    links = page.locator(".dl-results a").evaluate_all("all => all.map(a => a.href)")
    assert all(link.startswith(f"{barsetshire}cy/") for link in links)
    assert page.locator(".dl-results span[lang=en], .dl-results span:not([lang])").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_by_touch_on_a_small_screen(browser, address, scheme):
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    box(page).tap()
    page.keyboard.type("Rotherham")
    listed(page, "Rotherham")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert all(option.bounding_box()["height"] >= 24 for option in options(page).all())
    assert violations(page) == []
    options(page).nth(1).tap()
    page.wait_for_url("**/areas/rotherham/")
    page.goto(f"{address}search/?q=rotherham")
    page.locator(".dl-results li").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    context.close()


def test_nothing_is_fetched_before_it_is_used(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    settled(page)
    assert not any("search" in url for url in asked)
    type_in(page, "r")
    assert any("/search/terms/r.json?v=" in url for url in asked)


def test_without_scripts_the_page_leads_to_everything_in_other_ways(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    box(page).fill("Rotherham")
    box(page).press("Enter")
    page.wait_for_url("**/search/?q=Rotherham")
    assert page.get_by_text("Search needs scripts").is_visible()
    page.get_by_role("main").get_by_role("link", name="Areas", exact=True).click()
    page.get_by_role("link", name="Rotherham", exact=True).click()
    page.wait_for_url("**/areas/rotherham/")
    context.close()


@pytest.mark.parametrize(
    "broken", ["**/assets/search.js", "**/assets/search-index.js", "**/search/index.json", "**/search/terms/*"]
)
def test_where_a_part_fails_the_form_still_works_and_the_page_says_so(browser, address, broken):
    context = browser.new_context()
    page = context.new_page()
    page.route(broken, lambda route: route.abort())
    page.goto(address)
    box(page).click()
    page.keyboard.type("Rotherham")
    page.locator("header [data-daylight-failed]").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Rotherham")
    said = "Search could not be loaded" if "assets" not in broken else "Search needs scripts"
    page.get_by_role("main").get_by_text(said).wait_for()
    assert page.get_by_role("main").get_by_role("link", name="Areas", exact=True).is_visible()
    context.close()


def test_after_a_failure_the_next_key_tries_again(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/terms/*", lambda route: route.abort())
    page.goto(address)
    box(page).click()
    page.keyboard.type("Rother")
    page.locator("header [data-daylight-failed]").wait_for()
    page.unroute_all(behavior="wait")
    settled(page)  # what was under way has failed too, so that the next key shares none of it
    page.keyboard.type("ham")
    options(page).nth(1).wait_for()
    assert page.locator("header [data-daylight-failed]").is_hidden()
    context.close()


def test_what_people_type_is_text_and_never_markup(page, address):
    page.goto(address + "search/?q=" + quote_plus("<img src=x onerror=document.title='bad'>"))
    page.get_by_role("main").get_by_text("Nothing found").wait_for()
    assert page.title() != "bad"
    assert page.locator("main img").count() == 0


def violations(page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {node['html'][:200]}" for v in found for node in v["nodes"]]
