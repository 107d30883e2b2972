"""The preview opens from disk, asks nobody for anything, runs nothing, and leads nowhere that is not there."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from lxml import html

from daylight.cli.review import command
from daylight.review.disk import NOT_HERE, PUBLISHED
from tests.review.repository import CONFIG, Repository, award

EVIL = (
    "# About\n\nWho we are now. [Awards](https://elsewhere.example/) [Privacy](privacy.md)\n\n"
    '<script>document.title = "ran"</script>\n<iframe src="https://evil.example/"></iframe>\n'
    '<img src="https://evil.example/x.png" onerror="alert(1)" alt="A picture">\n'
    '<a href="javascript:alert(1)" onclick="alert(2)">Click</a>\n<p style="background:url(https://evil.example/y.png)">Hello</p>\n'
    '<object data="https://evil.example/z"></object><meta http-equiv="refresh" content="0;url=https://evil.example/">\n'
)
HOOK = 'from pathlib import Path\nPath("{}").write_text("ran")\n'


def preview(repository: Repository, folder: Path, said: str = "HEAD~1..HEAD", ends: int = 0) -> Path:
    done = CliRunner().invoke(command, [said, str(repository.office), "--preview", str(folder)])
    assert done.exit_code == ends, done.output
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The preview of a change of everything: good, wrong and hostile."""
    folder = tmp_path_factory.mktemp("preview")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        for who in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{who}_NAME", "Somebody")
            patch.setenv(f"GIT_{who}_EMAIL", "somebody@example.org")
        repository = Repository(folder / "repository")
        publisher = (repository.office / "data/publisher.yml").read_text("utf-8")
        repository.commit(
            {
                "data/publisher.yml": f"{publisher}address: https://data.example.org/money/\n",
                "data/awards/gone.yml": award(title="Gone"),
                "content/privacy.md": "# Privacy\n",
                "content/crest.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            }
        )
        repository.commit(
            {
                "data/awards/one.yml": award(amount="90.00"),
                "data/awards/new.yml": award(title="</title><script>alert(1)</script>", decision="agreed"),
                "data/awards/wrong.yml": award(title="Wrong", type="present", amount="lots", award_date="soon"),
                "data/awards/gone.yml": None,
                "content/about.md": EVIL,
                "content/hook.py": HOOK.format(folder / "hooked"),
                "mkdocs.yml": f"{CONFIG}hooks: [content/hook.py]\nmarkdown_extensions: [pymdownx.snippets]\n",
            }
        )
        preview(repository, folder / "preview", ends=1)
    return folder / "preview"


def pages(folder: Path) -> dict[str, html.HtmlElement]:
    return {file.relative_to(folder).as_posix(): html.fromstring(file.read_bytes()) for file in folder.rglob("*.html")}


def test_it_has_a_page_for_each_record_that_changed_and_for_what_follows(made):
    records = {f"site/awards/{key}/index.html" for key in ("one", "new", "wrong")}
    follows = {
        "site/index.html",
        "site/awards/index.html",
        "site/funds/safety/index.html",
        "site/organisations/club/index.html",
    }
    assert pages(made).keys() == records | follows | {
        "index.html",
        "site/about/index.html",
        "site/decisions/agreed/index.html",
    }


def test_the_start_page_leads_to_each_and_says_what_is_different(made):
    start = pages(made)["index.html"]
    links = {a.get("href"): a.getparent().text_content() for a in start.iter("a")}
    assert set(links) == pages(made).keys() - {"index.html"}
    assert links["site/awards/one/index.html"] == "Award one (Evening sessions)Changed: Amount."
    assert links["site/awards/new/index.html"].endswith("New.")
    assert links["site/about/index.html"] == "AboutChanged."
    assert "Withdraws the award gone, £100.00. Its page goes, and links to it break." in start.text_content()


def test_every_link_leads_to_a_file_or_out_in_the_open(made):
    there = {file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()}
    seen = set()
    for path, page in pages(made).items():
        for element, name, address, _ in page.iterlinks():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                assert (element.tag, name) == ("a", "href"), (path, address)
                assert parts.scheme in ("https", "tel"), (path, address)
                seen.add(element.get("title"))
            elif parts.path:
                target = os.path.normpath(Path(path).parent / unquote(parts.path))
                assert target in there, (path, address)
                seen.add(target)
    assert {PUBLISHED, "site/assets/daylight.css", "site/awards/one/index.html"} <= seen


def test_what_is_published_is_linked_there_and_what_is_new_is_not(made):
    register = pages(made)["site/awards/index.html"]
    links = {a.get("href") for a in register.iter("a") if a.get("title") == PUBLISHED}
    assert "https://data.example.org/money/data/awards.csv" in links
    new = pages(made)["site/awards/new/index.html"]
    (link,) = (a for a in new.iter("a") if a.text_content() == "This record as JSON")
    assert (link.get("href"), link.get("title")) == (None, NOT_HERE)
    (old,) = (a for a in pages(made)["site/awards/one/index.html"].iter("a") if a.text_content() == "This record as JSON")
    assert old.get("href") == "https://data.example.org/money/awards/one/index.json"


def test_it_holds_no_script_and_nothing_that_a_stranger_wants_loaded(made):
    for path, page in pages(made).items():
        assert {element.tag for element in page.iter()} & {"script", "iframe", "object", "embed", "base", "form"} <= {"form"}
        assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == [], path
        assert "evil.example" not in html.tostring(page).decode()
    assert {file.suffix for file in made.rglob("*") if file.is_file()} == {".html", ".css", ".svg"}
    assert "Who we are now." in pages(made)["site/about/index.html"].text_content()


def test_nothing_of_the_change_was_run(made):
    assert not (made.parent / "hooked").exists()


def test_a_record_that_is_wrong_is_shown_as_far_as_it_can_be(made):
    assert "Wrong" in pages(made)["site/awards/wrong/index.html"].text_content()


def test_every_page_says_that_it_is_a_preview_and_leads_back(made):
    for path, page in pages(made).items():
        if path != "index.html":
            bar = page.body[0]
            assert bar.text_content().startswith("Preview of a change. This is not published.")
            assert os.path.normpath(Path(path).parent / bar[0].get("href")) == "index.html"
        assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_it_opens_from_disk(made, browser, width):
    """With its styles, without a request to anywhere, and without anything that lies outside of the window."""
    with browser.new_page(viewport={"width": width, "height": 800}) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: asked.append(f"failed: {request.url}"))
        page.goto((made / "index.html").as_uri())
        page.get_by_role("link", name="About").click()
        assert page.evaluate("document.title") != "ran"
        page.get_by_role("link", name="All pages that change").click()
        page.get_by_role("link", name="Award one").click()
        assert page.evaluate("getComputedStyle(document.querySelector('.dl-header')).display") != "inline"
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [url for url in asked if not url.startswith(made.as_uri())] == []


def test_another_preview_takes_the_place_of_the_first(repository, tmp_path):
    repository.commit({"data/awards/two.yml": award()})
    folder = preview(repository, tmp_path / "preview")
    repository.commit({"data/awards/three.yml": award()})
    preview(repository, folder)
    assert (folder / "site/awards/three/index.html").is_file()
    assert not (folder / "site/awards/two").exists()


@pytest.mark.parametrize("name", ["index.html", "notes.txt", ".git/config"])
def test_a_folder_that_holds_something_else_is_refused(repository, tmp_path, name):
    other = tmp_path / "mine" / name
    other.parent.mkdir(parents=True)
    other.write_text("mine\n", "utf-8")
    repository.commit()
    done = CliRunner().invoke(command, ["HEAD~1..HEAD", str(repository.office), "--preview", str(tmp_path / "mine")])
    assert (done.exit_code, other.read_text("utf-8")) == (2, "mine\n")
    assert "must be empty or hold an earlier one" in " ".join(done.output.split())


def test_prose_that_cannot_be_built_is_said(repository, tmp_path):
    repository.commit({"content/about.md": "# About\n\n[Nowhere](nowhere.md)\n"})
    start = (preview(repository, tmp_path / "preview") / "index.html").read_text("utf-8")
    assert "There is no preview." in start
    assert "nowhere.md" in start


def test_a_preview_of_the_files_on_disk_leaves_no_trace_in_the_office(repository, tmp_path):
    repository.put({"data/awards/two.yml": award()})
    preview(repository, tmp_path / "preview", "main..")
    assert repository.git("status", "--porcelain") == "?? data/awards/two.yml"
    assert (tmp_path / "preview/site/awards/two/index.html").is_file()


def test_the_same_change_gives_the_same_bytes(repository, tmp_path):
    repository.commit({"data/awards/two.yml": award()})
    one, other = (preview(repository, tmp_path / name) for name in ("one", "other"))
    files = [{f.relative_to(of).as_posix(): f.read_bytes() for f in of.rglob("*") if f.is_file()} for of in (one, other)]
    assert files[0] == files[1]
