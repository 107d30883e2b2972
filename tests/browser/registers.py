"""What tests of the registers that filter share: Barsetshire, and what it should show, worked out in another way."""

import random
from decimal import Decimal

import pytest
from tests.built import example, serve
from tests.typed import site_of

from daylight.derived import derived, recipients


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Where the site of Barsetshire is served."""
    server, address = serve(example("barsetshire", tmp_path_factory))
    yield address
    server.shutdown()


@pytest.fixture(scope="module")
def office():
    return site_of("barsetshire")


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    context.close()
    assert page.wrong == []


def rows(page) -> list[str]:
    """The keys of the records that the list shows, after all have been asked for."""
    while page.locator("[data-more]:visible").count():
        page.locator("[data-more]").click()
    links = page.locator("[data-daylight-list] tbody th a").evaluate_all("of => of.map(a => a.getAttribute('href'))")
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def said(page) -> str:
    return page.locator(
        "[data-daylight-register] > .dl-list > [role=status], [data-daylight-embed] > [role=status]"
    ).inner_text()


def shown(page, home, query: str, folder: str = "awards") -> list[str]:
    """The keys that a register shows at an address."""
    page.goto(f"{home}{folder}/?{query}")
    page.locator("[data-daylight-list]:visible").wait_for()
    return rows(page)


def keys(record, name: str, rows: str, field: str) -> set[str]:
    """What a record refers to by a field of its own or of a list."""
    return {v for v in (record.get(name), *(row.get(field) for row in record.rows(rows))) if v}


PLAIN = {  # the values of an award, said once more and in another way
    "year": lambda s, r: {derived(s, r).get("award_financial_year")},
    "fund": lambda s, r: keys(r, "fund", "funds", "fund") or {r.get("scheme")},
    "priority": lambda s, r: keys(r, "priority", "priorities", "priority"),
    "kind": lambda s, r: {r.get("type")},
    "direction": lambda s, r: {r.get("direction")},
    "theme": lambda s, r: {r.get("theme")},
    "route": lambda s, r: {r.get("route")},
    "recipient": lambda s, r: {o.key for o in recipients(s, r)} or {derived(s, r).get("recipient_name")},
    "area": lambda s, r: keys(r, "area", "areas", "area") or {r.get("area_as_published")},
}


def plain(site, query: list[tuple[str, str]]) -> set[str]:
    """The keys of the awards that an address asks for."""
    wanted, unwanted = {}, {}
    for name, value in query:
        of = unwanted if name.startswith("not-") else wanted
        of.setdefault(name.removeprefix("not-"), set()).add(value)
    found = set()
    for award in site.all("award"):
        has = {name: {v or "none" for v in make(site, award) or {None}} for name, make in PLAIN.items()}
        if all(has[n] & v for n, v in wanted.items()) and not any(has[n] & v for n, v in unwanted.items()):
            found.add(award.key)
    return found


def pounds(text: str) -> Decimal:
    return Decimal(text.partition("£")[2].partition(" ")[0].replace(",", ""))


def drawn(site, dice: random.Random) -> list[tuple[str, str]]:
    """Some values of some facets, wanted or unwanted."""
    query = []
    for name in dice.sample(list(PLAIN), dice.randint(1, 3)):
        there = sorted({v or "none" for award in site.all("award") for v in PLAIN[name](site, award) or {None}})
        way = dice.choice(["", "", "not-"])
        query += [(way + name, value) for value in dice.sample(there, min(len(there), dice.randint(1, 3)))]
    return query


def taken(page, what: str) -> str:
    """What a download holds."""
    if not page.locator(f"[data-take={what}]").is_visible():
        page.locator("summary", has_text="Take this list").click()
    with page.expect_download() as download:
        page.locator(f"[data-take={what}]").click()
    return download.value.path().read_bytes().decode()
