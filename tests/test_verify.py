"""`daylight verify` says of a site, in a folder or at its address, what is not as it was published, and why it cannot say."""

import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from daylight.build import build
from daylight.verify import verify
from tests.built import Server, serve
from tests.released import FIRST, SECOND, TODAY, two
from tests.test_cli import daylight


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    home = two(tmp_path_factory.mktemp("verify") / "office")
    assert build(home, home / "site", TODAY).published
    return home / "site"


@pytest.fixture
def site(built, tmp_path) -> Path:
    """A copy of the site, to spoil."""
    return shutil.copytree(built, tmp_path / "site")


@pytest.fixture(scope="module")
def address(built):
    server, url = serve(built)
    yield url
    server.shutdown()


def spoil(site: Path, name: str) -> None:
    """Changes one byte and no size."""
    data = bytearray((site / name).read_bytes())
    data[-2] ^= 1
    (site / name).write_bytes(data)


def wrong(site: Path) -> dict[str, str]:
    return dict(verify(str(site)).wrong)


# --- all is as it was published ---


def test_a_site_in_a_folder_and_at_its_address_is_as_it_was_published(built, address):
    said = daylight("verify", built).output
    count = int(said.split()[0])
    assert said == (
        f"{count} files, all as the manifest says. The site was published with the records of 21 November 2026,"
        " release 1.1.0 of 1 November 2026.\n"
    )
    for place in (address, address.rstrip("/"), f"{address}index.html"):
        assert daylight("verify", place).output == said


def test_every_download_and_every_file_of_every_release_is_looked_at(built):
    there = {p.relative_to(built).as_posix() for p in (built / "data").rglob("*") if p.is_file()}
    files = {path for path in there if not path.endswith(("index.html", "data/manifest.json", "data/SHA256SUMS"))}
    files |= {of["path"] for of in json.loads((built / "data/manifest.json").read_bytes())["files"]}
    assert verify(str(built)).files == len(files)


# --- something is not ---


@pytest.mark.parametrize(
    "name",
    [
        "data/awards.csv",
        "data/changes.json",
        f"data/releases/{FIRST}/awards.csv",
        f"data/releases/{SECOND}/manifest.json",
        "data/releases/latest/datapackage.json",
    ],
)
def test_each_file_that_was_altered_or_is_missing_is_named(site, name):
    spoil(site, name)
    assert wrong(site) == {name: "is not what was published"}
    with (site / name).open("ab") as file:
        file.write(b"more")
    assert list(wrong(site)) == [name]
    (site / name).unlink()
    assert wrong(site) == {name: "is missing"}


def test_the_command_names_each_and_counts_them_and_ends_with_1(site):
    spoil(site, "data/awards.csv")
    (site / "data/decisions.csv").unlink()
    lines = daylight("verify", site, ends=1).output.splitlines()
    assert lines[:2] == ["data/awards.csv: is not what was published", "data/decisions.csv: is missing"]
    assert lines[3].startswith(f"2 of {verify(str(site)).files} files are not as the manifest says. ")


def test_a_size_says_more_than_a_hash(site):
    (site / "data/awards.csv").write_bytes(b"12345")
    assert wrong(site)["data/awards.csv"].startswith("has 5 bytes and not ")


def test_a_release_that_was_put_in_the_place_of_another_is_found(site):
    folder = site / f"data/releases/{FIRST}"
    shutil.rmtree(folder)
    shutil.copytree(site / f"data/releases/{SECOND}", folder)
    assert f"data/releases/{FIRST}/SHA256SUMS" in wrong(site)


def edited(site: Path, **changes) -> None:
    path = site / "data/manifest.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | changes))


def test_a_manifest_that_was_altered_is_found_by_the_sums_beside_it(site):
    edited(site, version="9.9.9")
    assert wrong(site) == {"data/manifest.json": "is not the one of which data/SHA256SUMS has the sum"}


def test_sums_that_say_something_else_than_the_manifest_are_found(site):
    sums = (site / "data/SHA256SUMS").read_text().splitlines(keepends=True)
    (site / "data/SHA256SUMS").write_text("".join(line for line in sums if not line.endswith("  awards.csv\n")))
    assert wrong(site) == {"data/SHA256SUMS": "does not say the same as the manifest"}
    (site / "data/SHA256SUMS").unlink()
    assert wrong(site) == {"data/SHA256SUMS": "is missing"}


def test_a_release_whose_sum_the_manifest_has_otherwise_is_found(site):
    releases = json.loads((site / "data/manifest.json").read_bytes())["releases"]
    edited(site, releases=[releases[0] | {"sha256": "0" * 64}, releases[1]])
    assert wrong(site)[f"data/releases/{SECOND}/SHA256SUMS"] == "is not the release that is named"
    edited(site, releases=[releases[0] | {"path": "data/releases/2020-01-01/"}])
    assert wrong(site)["data/releases/2020-01-01/SHA256SUMS"] == "is not the release that is named"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<footer>commit 1234567</footer>", False),
        ("<footer>records of today · commit abcdef0</footer>", True),
        ("<footer>commit <code>abcdef0</code></footer>", True),
        ("<p>They commit themselves.</p>", False),
    ],
)
def test_pages_of_another_commit_than_the_data_are_found(site, page, found):
    edited(site, commit="1234567890123456789012345678901234567890")
    (site / "index.html").write_text(page)
    said = wrong(site).get("index.html", "")
    assert said.startswith("says that it is of commit abcdef0, and the manifest of 1234567") == found


# --- nothing can be said ---


def test_a_folder_or_an_address_without_a_manifest_is_said(tmp_path, address):
    for place in (str(tmp_path), f"{address}awards/"):
        said = daylight("verify", place, ends=1).output
        assert said == f"There is no data/manifest.json at {place}, so nothing can be checked. Is this the root of a site?\n"


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"files": 1, "releases": []}', '{"files": [{}], "releases": []}'])
def test_a_manifest_that_is_none_is_said(site, text):
    (site / "data/manifest.json").write_text(text)
    assert "is no manifest" in daylight("verify", site, ends=1).output


def test_an_address_at_which_nobody_answers_is_said():
    server, url = serve(Path())
    server.shutdown()
    server.server_close()
    assert daylight("verify", url, ends=1).output.startswith(f"{url} cannot be read: ")


@pytest.mark.parametrize("place", ["nowhere", "ftp://example.org/", "file:///etc", ""])
def test_what_is_no_folder_and_no_address_is_wrong_usage(place):
    assert "URL-OR-FOLDER" in daylight("verify", place, ends=2).stderr


def test_a_server_that_refuses_is_not_taken_for_a_missing_file(site):
    class Busy(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_error(503)

        def log_message(self, *args):
            pass

    server = Server(("127.0.0.1", 0), Busy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    said = daylight("verify", f"http://127.0.0.1:{server.server_port}/", ends=1).output
    server.shutdown()
    assert "cannot be read: the server answers 503" in said


def test_a_manifest_cannot_lead_out_of_the_site(site):
    (site.parent / "secret").write_text("x")
    files = json.loads((site / "data/manifest.json").read_bytes())["files"]
    edited(site, files=[*files, {"path": "../secret", "bytes": 1, "sha256": "0"}])
    assert wrong(site)["../secret"] == "cannot be read: it is outside of the site"
