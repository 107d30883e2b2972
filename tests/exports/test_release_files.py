"""Each build publishes the releases as they were committed, and the newest once more as the latest."""

import pytest
from tests.released import FIRST, SECOND, copied, site, two
from tests.test_build import tree
from tests.test_frame import small

from daylight.exports import data_page, release_files
from daylight.exports.file import info


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return two(tmp_path_factory.mktemp("files") / "office")


def made(home) -> dict[str, bytes]:
    files = list(release_files.outputs(site(home)))
    found = {file.path: file.data for file in files}
    assert len(found) == len(files)
    return found


def committed(home, day: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / f"data/releases/{day}").iterdir()}


def test_a_release_is_published_byte_for_byte_and_the_newest_as_the_latest(home):
    wanted = {f"data/releases/{day}/{name}": data for day in (FIRST, SECOND) for name, data in committed(home, day).items()}
    wanted |= {f"data/releases/latest/{name}": data for name, data in committed(home, SECOND).items()}
    assert made(home) == wanted


def test_the_rows_of_a_file_are_said_as_the_release_says_them(home):
    rows = {file.path: file.rows for file in release_files.outputs(site(home))}
    assert rows[f"data/releases/{SECOND}/awards.csv"] == 4
    assert rows["data/releases/latest/awards.csv"] == 4
    assert rows[f"data/releases/{SECOND}/README.txt"] is None


def test_what_a_release_does_not_name_is_not_published(home, tmp_path):
    there = copied(home, tmp_path / "office")
    (there / f"data/releases/{SECOND}/notes.txt").write_text("Not for the public.")
    (there / f"data/releases/{SECOND}/.hidden").write_text("Not for the public.")
    assert made(there) == made(home)


def test_the_data_page_leads_to_each_release_and_not_to_every_file_of_it(home):
    infos = [info(file, "release_files") for file in release_files.outputs(site(home))]
    shelves = data_page.page(site(home), infos).values["shelves"]
    (links,) = (of.links for shelf in shelves for of in shelf.formats if of.title == release_files.TITLE)
    assert [link.path for link in links] == [f"data/releases/{name}/README.txt" for name in (FIRST, SECOND, "latest")]


def test_without_a_release_there_is_no_file_and_no_latest(tmp_path):
    home = small(tmp_path / "office")
    assert made(home) == {}
    assert [name for name in tree(home) if "releases" in name] == []
