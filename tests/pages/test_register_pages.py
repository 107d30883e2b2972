"""The pages of registers and the first page: how long ones are divided, and what they say where something is missing."""

import re
from html import unescape

import pytest
from tests.pages.test_records import Bare
from tests.typed import site_of

from daylight.pages import addresses, home, registers
from daylight.pages.render import Renderer
from daylight.site import Site
from daylight.views import groups

AWARDS = {"awards/by/2024-25/", "awards/by/2024-25-2/", "awards/by/2024-25-3/", "awards/by/kind-grant/"}


@pytest.fixture
def site(monkeypatch) -> Site:
    """An office whose registers are long."""
    monkeypatch.setattr(registers, "LONG", 7)
    return site_of("barsetshire")


@pytest.mark.parametrize("kind", ["award", "decision", "organisation", "publication"])
def test_every_record_of_a_long_register_stands_on_one_page_of_its_group(site, kind):
    schema = site.schemas[kind]
    pages = list(registers.pages(site, schema))[1:]
    of = [page.values["part"].records for page in pages if "kind-" not in page.path]
    assert sorted(r.key for records in of for r in records) == sorted(site.records[kind])
    assert max(map(len, of)) <= 7
    assert [page.path for page in pages] == list(registers.paths(site, schema))[1:]


def test_pages_lead_to_the_next_one_and_say_where_they_are(site):
    pages = {page.path: page for page in registers.pages(site, site.schemas["award"])}
    assert set(pages) >= AWARDS
    second = pages["awards/by/2024-25-2/"]
    assert second.values["paths"] == ["awards/by/2024-25/", "awards/by/2024-25-2/", "awards/by/2024-25-3/"]
    assert (second.values["part"].first, second.values["part"].last) == (8, 14)
    assert second.title == "Awards: 2024-25, page 2 of 3"


def test_every_page_is_in_the_list_of_addresses(site):
    listed = {path for path, _ in addresses(site)}
    assert {
        page.path
        for schema in site.schemas.values()
        if schema.name in site.records and schema.name != "publisher"
        for page in registers.pages(site, schema)
    } <= listed


def test_a_short_register_is_one_page():
    site = site_of("barsetshire")
    assert len(list(registers.pages(site, site.schemas["award"]))) == 1


def test_all_awards_stand_under_their_kind():
    site = site_of("barsetshire")
    found = groups.by_kind(site, "award")
    assert sum(len(group.records) for group in found) == len(site.records["award"])
    assert found[0].id == "kind-grant"


def test_parts_hold_everything_once():
    group = groups.Group("x", "X", list(range(10)))
    parts = groups.parted(group, 4)
    assert [(part.number, part.first, part.last, part.records) for part in parts] == [
        (1, 1, 4, [0, 1, 2, 3]),
        (2, 5, 8, [4, 5, 6, 7]),
        (3, 9, 10, [8, 9]),
    ]


@pytest.mark.parametrize(("office", "said"), [("south-yorkshire", True), ("barsetshire", False)])
def test_where_nothing_is_open_the_opportunities_say_so_first(office, said):
    site = site_of(office)
    page = next(registers.pages(site, site.schemas["opportunity"]))
    _path, html = Renderer(Bare()).output(site, page)
    assert ("No opportunity is known to be open today." in html.decode().partition("<h2")[0]) == said


def test_the_first_page_says_what_of_a_new_award_is_missing():
    _path, html = Renderer(Bare()).output(site_of("south-yorkshire"), home.page(site_of("south-yorkshire")))
    said = " ".join(re.sub("<[^>]*>", " ", html.decode()).split())
    assert "Referral and support service for victims of crime £6,989,592.00 · Recipient: Not published · 23" in said
    _path, html = Renderer(Bare()).output(site_of("barsetshire"), home.page(site_of("barsetshire")))
    said = " ".join(re.sub("<[^>]*>", " ", html.decode()).split())
    assert "Counselling for those who saw it happen Amount: Withheld · Hiram's Trust · 7 September 2026" in unescape(said)
