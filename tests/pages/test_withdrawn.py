"""Where a record stood that a release had, a page says that it was withdrawn, and when."""

from dataclasses import replace

import pytest
from lxml import html
from tests.released import FIRST, HELD, SECOND, TODAY, copied, put, released, site, two
from tests.test_frame import AWARD

from daylight.build import build
from daylight.changes import WITHDRAWN, of_release
from daylight.pages import addresses, withdrawn
from daylight.views.withdrawn import withdrawn as gone


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = two(tmp_path_factory.mktemp("withdrawn") / "office")
    assert build(home, home / "site", TODAY).published
    return home


def test_a_page_at_the_old_address_says_between_which_releases_it_went_and_nothing_else(home):
    page = html.parse(home / "site/awards/gone/index.html").getroot()
    assert page.xpath("string(//h1)") == "Withdrawn (award)"
    lead = "What stood here was in release 1.0.0 of 1 October 2026, and is no longer in release 1.1.0 of 1 November 2026."
    assert page.xpath("string(//p[@class='dl-lead'])") == lead
    assert page.xpath("//p/a[contains(@href, 'data/')]/@href")[0] == "../../data/changes/"
    assert "Somebody" not in page.text_content()
    assert not (home / "site/awards/gone/index.json").exists()


def test_nothing_leads_to_it(home):
    assert "awards/gone/" not in dict(addresses(site(home)))
    assert b"gone" not in (home / "site/awards/index.html").read_bytes()


def test_a_record_that_came_back_has_its_page_again(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "gone", AWARD)
    assert gone(site(there)) == []
    assert released(there, TODAY).folder
    (there / "data/awards/gone.yml").unlink()
    assert released(there, "2026-11-30").folder
    assert [(of.path, of.last.day, of.first.day) for of in gone(site(there))] == [("awards/gone/", TODAY, "2026-11-30")]


def test_what_went_and_may_not_be_named_has_no_page(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "rose-cottage", AWARD.replace("recipient_as_published: Somebody\n", "") + HELD)
    assert released(there, TODAY).folder
    (there / "data/awards/rose-cottage.yml").unlink()
    assert released(there, "2026-11-30").folder
    assert [of.path for of in gone(site(there))] == ["awards/gone/"]


def test_what_came_back_and_then_went_unnamed_has_no_page(home, tmp_path):
    there = copied(home, tmp_path / "office")
    put(there, "gone", AWARD.replace("recipient_as_published: Somebody\n", "") + HELD)
    assert released(there, TODAY).folder
    (there / "data/awards/gone.yml").unlink()
    assert released(there, "2026-11-30").folder
    assert gone(site(there)) == []


def test_a_page_stands_only_where_records_of_its_kind_stand(home, monkeypatch):
    of = site(home)
    (change,) = [change for change in of_release(of.releases[1]) if change.change == WITHDRAWN]
    for wrong in (change._replace(page="../../etc/"), change._replace(kind="table"), change._replace(page="")):
        monkeypatch.setattr("daylight.views.withdrawn.of_release", lambda _release, wrong=wrong: [wrong])
        assert gone(replace(of, incoming={}, once={})) == []


def test_without_releases_nothing_is_withdrawn(home):
    assert list(withdrawn.pages(replace(site(home), releases=(), incoming={}, once={}))) == []
    assert [release.day for release in site(home).releases] == [FIRST, SECOND]
