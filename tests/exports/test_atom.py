"""Atom: complete by RFC 4287, read by others as it was meant, and it says what the downloads say."""

import csv
import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import etree
from tests.built import TODAY, example
from tests.exports.rfc4287 import NS, faults
from tests.typed import OFFICES, record, site_of, site_with

from daylight.exports import atom
from daylight.views.feeds import SUBJECTS
from daylight.views.following import ATOM, feeds_of

ADDRESS = "https://money.barsetshire.example/"
HOSTILE = "]]> <script>alert('1')</script> &amp; & \"x\"\x01\x0b\x1f\x7f\ufffe \u2028é😀"
HEARD = "]]> <script>alert('1')</script> &amp; & \"x\" é😀"  # what is left of it
PUBLISHER = {"name": "Office", "short_name": "Barsetshire", "website": "https://office.example/", "licence": "OGL-UK-3.0"}


@pytest.fixture(scope="module", params=OFFICES)
def office(request, tmp_path_factory):
    """The address of an office's site, and its folder."""
    return site_of(request.param).url(""), example(request.param, tmp_path_factory)


def feeds(office) -> dict[str, bytes]:
    """Every feed of a site by its address."""
    address, folder = office
    found = {address + path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.atom"))}
    assert len(found) >= len(SUBJECTS)
    return found


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"data/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entries(data: bytes) -> list[dict]:
    """What another program reads: the identifier, title, text, address and moments of each entry."""
    read = feedparser.parse(data)
    assert not read.bozo, read.bozo_exception
    return [{name: entry.get(name) for name in ("id", "title", "summary", "link")} for entry in read.entries]


def small(**values) -> tuple:
    """A site of a fund with one award, of which values are given, and the award."""
    fund, club = record("fund", "chest", title=HOSTILE), record("organisation", "club", name="Club")
    known = {"title": "Boxing", "type": "grant", "direction": "out", "amount_basis": "exact", "amount": Decimal("12300.00")}
    known |= {"fund": "chest", "recipient": "club", "award_date": "2024-07-01"}
    award = record("award", "a1", **known | values)
    return site_with(record("publisher", "bar", **PUBLISHER, address=ADDRESS), fund, club, award), award


def test_every_feed_is_complete(office):
    wrong = {address: found for address, data in feeds(office).items() if (found := faults(data, address))}
    assert wrong == {}


def test_the_check_finds_what_is_missing():
    site, _award = small()
    (data,) = [file.data for file in atom.outputs(site) if file.path == "feeds/awards.atom"]
    address = f"{ADDRESS}feeds/awards.atom"
    assert faults(data, address) == []
    for name in (b"<updated>.*?</updated>", b"<id>.*?</id>", b"<title>.*?</title>", b"<author>.*?</author>"):
        assert faults(re.sub(name, b"", data, count=1), address)
        assert name == b"<author>.*?</author>" or faults(data.replace(re.findall(name, data)[-1], b""), address)
    for old, new in ((b"T00:00:00", b" 00:00:00"), (b'rel="self"', b'rel="via"'), (b'type="text"', b'type="html"')):
        assert old in data
        assert faults(data.replace(old, new), address)


def test_another_program_reads_the_same(office):
    for data in feeds(office).values():
        names, said = ("id", "title", "summary"), etree.fromstring(data).iterfind("a:entry", NS)
        texts = [[entry.findtext(f"a:{name}", None, NS) for name in names] for entry in said]
        assert [[entry[name] for name in names] for entry in entries(data)] == texts


def test_its_own_addresses_lead_to_files(office):
    address, folder = office
    for feed, data in feeds(office).items():
        for link in etree.fromstring(data).iterfind(".//a:link", NS):
            if link.get("rel") != "license":
                path = link.get("href").removeprefix(address)
                assert (folder / path / "index.html" if path.endswith("/") else folder / path).is_file(), (feed, path)


def test_it_says_every_award_of_the_downloads(office):
    """Each that is no application and of which a day is known, with its amount, its recipient and its fund."""
    address, folder = office
    said = {entry["link"]: entry["summary"] for entry in entries((folder / "feeds/awards.atom").read_bytes())}
    dated = [
        row
        for row in rows(folder, "awards")
        if row["direction"] != "applied_only" and row["type"] != "application"
        if row["published_on"] or row["award_date"] or row["announced_on"] or row["modified"]
    ]
    assert said.keys() == {address + row["page"] for row in dated}
    for row in dated:
        text = said[address + row["page"]]
        assert not row["amount"] or f"£{Decimal(row['amount']):,.2f}" in text
        assert row["recipient_name"] in text
        assert row["fund_title"] in text
        assert row["amount"] == row["countable_amount"] != "" or "added up" in text or "Amount" in text


@pytest.mark.parametrize(("subject", "days"), [("decisions", ("published_on", "taken_on")), ("opportunities", ("opens_on",))])
def test_it_says_every_record_of_which_a_day_is_known(office, subject, days):
    address, folder = office
    said = {entry["link"] for entry in entries((folder / f"feeds/{subject}.atom").read_bytes())}
    known = ("published_on", "modified", *days)
    assert said == {address + row["page"] for row in rows(folder, subject) if any(row[day] for day in known)}


def test_it_says_every_change(office):
    address, folder = office
    said = [entry["link"] for entry in entries((folder / "feeds/corrections.atom").read_bytes())]
    changed = [f"{address}awards/{row['award']}/" for row in rows(folder, "award-changes")]
    changed += [f"{address}opportunities/{row['opportunity']}/" for row in rows(folder, "opportunity-changes") if row["date"]]
    assert sorted(said) == sorted(changed)


def test_a_page_can_link_each_feed_and_no_other(office, request):
    _address, folder = office
    site = site_of(request.node.callspec.params["office"])
    named = [*feeds_of(site), *(feed for of in site.records.values() for r in of.values() for feed in feeds_of(site, r))]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.atom")}
    assert {feed.path for feed in named if feed.type == ATOM} == there
    assert all((folder / feed.path).is_file() for feed in named)


def test_hostile_text_is_text():
    site, _award = small(title=HOSTILE, purpose=HOSTILE)
    for data in [file.data for file in atom.outputs(site)] + [
        d for _, d in atom.record_outputs(site, site.get("fund", "chest"))
    ]:
        etree.fromstring(data)
        read = feedparser.parse(data)
        assert not read.bozo
        for entry in read.entries:
            assert entry.title == f"{HEARD}: £12,300.00 to Club"
            assert entry.summary_detail.type == "text/plain"
            assert f"from {HEARD}." in entry.summary
            assert f"What for: {HEARD}" in entry.summary
            assert [tag.term for tag in entry.tags] == [HEARD]


def test_no_feed_without_anything_to_say():
    site, award = small()
    assert [path for path, _ in atom.record_outputs(site, site.get("fund", "chest"))] == ["funds/chest/feed.atom"]
    assert [path for path, _ in atom.record_outputs(site, site.get("organisation", "club"))] == [
        "organisations/club/feed.atom"
    ]
    undated, same_award = small()
    same_award.values.pop("award_date")
    assert list(atom.record_outputs(undated, undated.get("fund", "chest"))) == []
    assert list(atom.record_outputs(site, award)) == []


def test_a_feed_that_is_empty_today_is_there_and_of_the_moment_of_the_records():
    site, _award = small()
    (data,) = [file.data for file in atom.outputs(site) if file.path == "feeds/decisions.atom"]
    assert faults(data, f"{ADDRESS}feeds/decisions.atom") == []
    assert etree.fromstring(data).findtext("a:updated", None, NS) == f"{TODAY}T00:00:00+00:00"


def test_without_an_address_links_lead_from_the_place_of_the_feed():
    site, _award = small()
    site.publisher.values.pop("address")
    for path, data in atom.record_outputs(site, site.get("fund", "chest")):
        root = etree.fromstring(data)
        links = {urljoin(f"https://somewhere.example/x/{path}", link.get("href")) for link in root.iterfind(".//a:link", NS)}
        assert {urlsplit(link).path for link in links if "somewhere" in link} == {
            "/x/funds/chest/",
            "/x/funds/chest/feed.atom",
            "/x/awards/a1/",
        }
        assert all(name.text.startswith("urn:uuid:") for name in root.iterfind(".//a:id", NS))


def test_who_published_it_under_which_licence_and_of_when(office):
    for data in feeds(office).values():
        root = etree.fromstring(data)
        assert root.findtext("a:rights", "", NS).startswith("Open Government Licence")
        assert "ecords of 21 November 2026" in root.findtext("a:subtitle", "", NS)
        assert root.find("a:generator", NS).text == "Daylight"


def test_the_same_bytes_twice():
    def made():
        site = site_of("barsetshire")
        records = (record for of in site.records.values() for record in of.values())
        return [*atom.outputs(site), *(output for record in records for output in atom.record_outputs(site, record))]

    assert made() == made()
