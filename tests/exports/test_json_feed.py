"""JSON Feed: what version 1.1 asks for, and the same entries as Atom."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree
from tests.built import example
from tests.exports.rfc4287 import MOMENT, NS
from tests.typed import OFFICES, record, site_of, site_with

from daylight.exports import json_feed

FEED = {  # of jsonfeed.org/version/1.1: the members that may stand at the top and in an item, and their types
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "authors": list,
    "language": str,
    "items": list,
}
ITEM = {
    "id": str,
    "url": str,
    "title": str,
    "content_text": str,
    "date_published": str,
    "date_modified": str,
    "tags": list,
}
AUTHOR = {"name": str, "url": str, "avatar": str}


@pytest.fixture(scope="module", params=OFFICES)
def office(request, tmp_path_factory):
    """The address of an office's site, and its folder."""
    return site_of(request.param).url(""), example(request.param, tmp_path_factory)


def paths(folder: Path) -> list[Path]:
    found = sorted([*folder.glob("feeds/*.json"), *folder.glob("*/*/feed.json")])
    assert len(found) >= 4
    return found


def faults(feed: dict, address: str) -> Iterator[str]:
    """What is wrong with a feed that is published at an address."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "version"
    yield from _members(feed, FEED, ("version", "title", "items", "authors", "home_page_url"))
    if feed.get("feed_url") != address:
        yield "feed_url"
    for author in feed["authors"]:
        yield from _members(author, AUTHOR, ("name",))
    for item in feed["items"]:
        yield from _members(item, ITEM, ("id", "url", "title", "content_text", "date_modified"))
        yield from (
            f"{m} is no moment" for m in (item.get("date_published"), item.get("date_modified")) if m and not _moment(m)
        )
        yield from (f"tag {tag}" for tag in item.get("tags", ()) if not isinstance(tag, str) or not tag)
    ids = [item.get("id") for item in feed["items"]]
    if len(set(ids)) != len(ids):
        yield "an id stands twice"
    moments = [item.get("date_modified", "") for item in feed["items"]]
    if moments != sorted(moments, reverse=True):
        yield "order"


def _members(of: dict, known: dict, wanted: tuple[str, ...]) -> Iterator[str]:
    """Members of other names begin with an underscore; none is null or empty but a list of items."""
    yield from (f"{name} is missing" for name in wanted if name not in of)
    for name, value in of.items():
        if name.startswith("_"):
            if not isinstance(value, dict):
                yield f"{name} is no object"
        elif not isinstance(value, known.get(name, ())) or not (value or name == "items"):
            yield f"{name} is {value!r}"
        elif name.endswith("url") and not (urlsplit(value).scheme in ("http", "https") and urlsplit(value).hostname):
            yield f"{name} is {value}"


def _moment(text: str) -> bool:
    return bool(MOMENT.fullmatch(text))


def test_every_feed_has_what_the_format_asks_for(office):
    address, folder = office
    for path in paths(folder):
        place = path.relative_to(folder).as_posix()
        assert list(faults(json.loads(path.read_bytes()), address + place)) == [], place


def test_the_check_finds_what_is_wrong():
    site = site_with(record("publisher", "bar", name="Office", address="https://money.example/"), _award())
    (data,) = [file.data for file in json_feed.outputs(site) if file.path == "feeds/awards.json"]
    address = "https://money.example/feeds/awards.json"
    assert list(faults(json.loads(data), address)) == []
    assert list(faults(json.loads(data), f"{address}x")) == ["feed_url"]
    for old, new in (
        (b'"title"', b'"name"'),
        (b'version/1.1"', b'version/1"'),
        (b"T00:00:00Z", b" 00:00"),
        (b'"Office"', b"null"),
        (b'"id"', b'"guid"'),
    ):
        assert old in data
        assert list(faults(json.loads(data.replace(old, new)), address))


def _award():
    return record("award", "a1", title="Boxing", type="grant", direction="out", award_date="2024-07-01")


def test_it_has_the_same_entries_as_atom(office):
    _address, folder = office
    for path in paths(folder):
        feed, atom = json.loads(path.read_bytes()), etree.parse(path.with_suffix(".atom")).getroot()
        assert feed["title"] == atom.findtext("a:title", None, NS)
        assert feed["description"] == atom.findtext("a:subtitle", None, NS)
        said = [
            (
                entry.findtext("a:id", None, NS),
                entry.findtext("a:title", None, NS),
                entry.findtext("a:summary", None, NS),
                entry.find("a:link", NS).get("href"),
                (entry.findtext("a:published", "", NS)).replace("+00:00", "Z"),
                entry.findtext("a:updated", None, NS).replace("+00:00", "Z"),
                [category.get("term") for category in entry.iterfind("a:category", NS)],
            )
            for entry in atom.iterfind("a:entry", NS)
        ]
        assert said == [
            (
                i["id"],
                i["title"],
                i["content_text"],
                i["url"],
                i.get("date_published", ""),
                i["date_modified"],
                i.get("tags", []),
            )
            for i in feed["items"]
        ]


def test_each_format_has_the_same_feeds(office):
    _address, folder = office
    atom = {path.relative_to(folder).with_suffix("") for path in folder.rglob("*.atom")}
    assert {path.relative_to(folder).with_suffix("") for path in paths(folder)} == atom


def test_it_says_of_which_release_and_commit_it_is(office):
    _address, folder = office
    for path in paths(folder):
        said = json.loads(path.read_bytes())["_daylight"]
        assert {"publisher", "licence", "time"} <= said.keys()


def test_without_an_address_there_are_no_addresses():
    site = site_with(record("publisher", "bar", name="Office"), _award())
    for file in json_feed.outputs(site):
        feed = json.loads(file.data)
        assert not re.search(rb'"(feed_|home_page_)?url"', file.data)
        assert all(item["id"].startswith("urn:uuid:") for item in feed["items"])
        assert file.rows == len(feed["items"])


def test_the_same_bytes_twice():
    assert list(json_feed.outputs(site_of("barsetshire"))) == list(json_feed.outputs(site_of("barsetshire")))
