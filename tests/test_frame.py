"""Record pages are as the theme would make them, in MkDocs's frame and in Zensical's; mistakes in the prose are said."""

import re
import shutil
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from lxml import etree, html

from daylight import build, frame, framing, pages, staging
from daylight.exports import data_page
from daylight.frame import BODY, CARE, DESCRIPTION, HEAD, ORIGIN, SLUG, TITLE, FrameError
from daylight.framing import Framing
from daylight.outside import Outside
from daylight.pages import places, report_pages, site_pages
from daylight.pages.records import record_page
from daylight.pages.render import Renderer
from daylight.pages.reports import changes
from daylight.welsh import files
from daylight.words import LANGUAGES, spoken
from tests.built import PUBLISHER, ROOT, TODAY, office
from tests.test_build import tree

ADDRESS = "https://site.example/money/"
BANNER = Outside("A banner")
BOTH = replace(BANNER, languages=LANGUAGES)
HERE = "records of <today> & of now"
MARK = "daylight-mark"
ELEMENT = f'<meta name="{HEAD}">'
AWARD = (
    "title: New\ntype: grant\ndirection: out\namount: 12.34\namount_basis: exact\nrecipient_as_published: Somebody\n"
    "source: https://example.org/\n"
)
EVIL = '</title><script>alert(1)</script>"><script>alert(2)</script>'
CONFIG = "site_name: Where the money goes\nnav:\n  - Home: index.md\n  - Awards: awards/index.md\n  - About: about.md\n"


def small(folder: Path) -> Path:
    """An office with one award and one page of prose."""
    files = {"data/awards/one.yml": AWARD, "content/about.md": "# About\n\nWho we are.\n", "mkdocs.yml": CONFIG}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    shutil.copy(PUBLISHER, folder / "data/publisher.yml")
    return folder


def with_address(home: Path) -> Path:
    with (home / "mkdocs.yml").open("a", encoding="utf-8") as f:
        f.write(f"site_url: {ADDRESS}\n")
    return home


# --- the same bytes as the theme's own render ---


class Kept:
    """Stands where a frame would be, and keeps what is to be set into it."""

    def page(self, *what) -> tuple:
        return what


def plain(text: str) -> str:
    """Without what HTML escapes: the theme prints titles raw and we do not, which another test holds."""
    return re.sub("[&<>\"']", "", text)


def test_every_page_has_the_bytes_that_the_theme_gives_the_same_content(tmp_path, monkeypatch):
    """All pages of South Yorkshire in both languages, each also as a Markdown file whose content is the page's own HTML.

    The body stands in a <div> below a heading written in Markdown. Nothing is evened out before the bytes are compared; the
    marks that every page has, also those that the theme alone makes, are filled in both, and the quick exit is left only
    where it is wanted.
    """
    monkeypatch.setattr(pages.registers, "LONG", 5)  # so that there are pages of groups
    home = with_address(office(tmp_path / "office"))
    site, _ = build.check(home, TODAY)
    records = [record for of in site.records.values() for record in of.values() if record.kind != "publisher"]
    made = Framing(home, places(), BOTH, tmp_path / "ours").html()
    frames = {place: one for language in LANGUAGES for place, one in frame.frames(made, places(), HERE, language).items()}
    renderer = Renderer(dict.fromkeys(frames, Kept()))
    ours, used, heads, careful = {}, set(), {}, set()
    for language in LANGUAGES:
        with spoken(language):
            many = [*site_pages(site), *report_pages(site), changes.page(site, ()), data_page.page(site, [])]
            for page in [*many, *(record_page(site, record) for record in records)]:
                path, (title, description, body, slug, heads[path], care) = renderer.output(site, page)
                assert path not in ours
                place = frame.below(language) + (page.path if page.place is None else page.place)
                title, description, body = plain(title), plain(description), f"<div>\n{body.rstrip()}\n</div>"
                whole = f'<h1 id="content">Heading</h1>\n{body}'
                ours[path] = frames[place].page(title, description, whole, slug, heads[path], care)
                used.add(place)
                careful |= {path} if care else set()
                front = yaml.safe_dump({"title": title, "description": description}, width=10**6)
                file = home / "content" / path.replace(".html", ".md")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(f"---\n{front}---\n\n# Heading {{#content}}\n\n{body}\n", "utf-8")
    theirs = Framing(home, [], BOTH, tmp_path / "theirs").html()

    def filled(path: str) -> bytes:
        text = (theirs / path).read_text("utf-8")
        assert (text.count(ELEMENT), text.count(ORIGIN), text.count(CARE)) == (1, 1, 1)
        leave = r' id="daylight-mark-care"' if path in careful else r'<aside class="dl-exit".*?</aside>\s*'
        text = re.sub(leave, "", text, flags=re.DOTALL)
        return text.replace(ELEMENT, heads[path]).replace(ORIGIN, escape(HERE)).encode()

    assert [path for path, data in ours.items() if data != filled(path)] == []
    assert 0 < len(careful) < len(ours)
    kinds = {f"{site.schemas[record.kind].folder}/{SLUG}/" for record in records}
    assert len(kinds) > 5
    assert {"", "data/", "data/dictionary/", "awards/", f"awards/by/{SLUG}/", *kinds} <= used


# --- the same site in the frame of MkDocs and in that of Zensical ---


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> dict[str, Path]:
    """South Yorkshire in both frames."""
    made = {}
    for program in ("mkdocs", "zensical"):
        home = office(tmp_path_factory.mktemp(program))
        made[program] = home / "site"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(build, "Framing", partial(Framing, program=program))
            assert build.build(home, made[program], TODAY, address=ADDRESS.rstrip("/")).published
    return made


def readers(folder: Path) -> dict[str, html.HtmlElement]:
    """Every page in the frame but 404.html, by path, with whole addresses; what is for other sites to embed has no frame."""
    found = {}
    for file in sorted(folder.rglob("index.html")):
        path = file.relative_to(folder).as_posix()
        if path.removeprefix("cy/").startswith("embed/"):
            continue
        found[path] = html.fromstring(file.read_bytes())
        found[path].make_links_absolute(urljoin(ADDRESS, path.removesuffix("index.html")))
    return found


def words(found) -> list[str]:
    return [" ".join(one.text_content().split()) for one in found]


def around(page: html.HtmlElement) -> dict:
    """What a reader, a browser or a search engine notices around the article."""
    menus = [nav.xpath(".//a[@href]") for nav in page.xpath("//nav[contains(@class, 'dl-nav')]")]
    return {
        "title": page.findtext(".//title"),
        "description": page.xpath("//meta[@name='description']/@content"),
        "address": page.xpath("//link[@rel='canonical']/@href"),
        "languages": page.xpath("//link[@hreflang]/@hreflang | //link[@hreflang]/@href | //header//a[@hreflang]/@href"),
        "language": page.get("lang"),
        "menus": [list(zip(words(found), (a.get("href") for a in found), strict=True)) for found in menus],
        "here": [(a.text, a.get("aria-current")) for a in page.xpath("//nav//*[@aria-current]")],
        "banner": words(page.xpath("//aside")),
        "search": page.xpath("//form[@role='search']/@action"),
        "footer": words(page.xpath("//footer")),
        "links of the footer": [(a.text, a.get("href"), a.get("rel")) for a in page.xpath("//footer//a")],
        "switch": page.xpath("//button[@data-daylight-scheme]/@data-daylight-dark"),
        "our own style": [a for a in page.xpath("//link/@href | //script/@src") if "/assets/" in a],
    }


def article(page: html.HtmlElement) -> str:
    """The article without the empty anchor that Zensical's skip link leads to."""
    (found,) = page.xpath("//article")
    for anchor in found.xpath(".//a[@id='__skip']"):
        anchor.drop_tree()
    return (found.text + "".join(etree.tostring(e, encoding="unicode", method="html") for e in found)).strip()


def prose(home: Path = ROOT) -> set[str]:
    return {f"{way}{file.stem}/index.html" for file in (home / "content").glob("*.md") for way in ("", "cy/")}


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_every_frame_page_has_all_marks_and_is_cut_at_each(tmp_path, program):
    home = with_address(office(tmp_path))
    html = Framing(home, places(), BANNER, tmp_path / "cache", program).html()
    frames = frame.frames(html, places(), HERE)
    assert frames.keys() == set(places())
    for place, one in frames.items():
        assert [piece for piece in one.pieces[::2] if MARK in piece] == [], place
        (body,) = [piece for piece in one.pieces[1::2] if BODY in piece]
        assert body.startswith("<h1")
        (leave,) = [piece for piece in one.pieces[1::2] if CARE in piece]
        assert {TITLE, DESCRIPTION, ELEMENT} | ({SLUG} if SLUG in place else set()) == set(one.pieces[1::2]) - {body, leave}
        assert [escape(HERE) in piece for piece in one.pieces].count(True) == 1, place


def test_zensical_makes_the_same_pages_with_the_same_things_around_them(sites):
    ours, theirs = readers(sites["mkdocs"]), readers(sites["zensical"])
    assert ours.keys() == theirs.keys()
    assert {p: (around(ours[p]), around(theirs[p])) for p in ours if around(ours[p]) != around(theirs[p])} == {}


def test_what_stands_around_a_record_is_all_there(sites):
    """What the test above compares is not empty on both sides."""
    said = around(readers(sites["zensical"])["funds/sy-f001/index.html"])
    assert said["title"].endswith(" – South Yorkshire: where the money goes")
    assert said["title"].startswith("Giving Back: The Commissioner's Community (POCA) Grants Scheme")
    assert said["address"] == [f"{ADDRESS}funds/sy-f001/"]
    assert said["language"] == "en-GB"
    assert [("Decisions", f"{ADDRESS}decisions/") in menu for menu in said["menus"]] == [True, True]
    assert said["here"] == [("Funds", "true"), ("Funds", "true")]
    assert said["search"] == [f"{ADDRESS}search/"]
    assert "demonstration" in said["banner"][0]
    assert ("Open Government Licence v3.0", "license") in [link[::2] for link in said["links of the footer"]]
    assert said["switch"] == ["Use dark colours"]
    assert [way.removeprefix(f"{ADDRESS}assets/") for way in said["our own style"]] == [
        "mark.svg",
        "daylight.css",
        "daylight.js",
    ]
    assert len(said["description"]) == 1
    assert said["description"][0]


def test_zensical_has_the_same_articles_on_record_pages(sites):
    ours, theirs = readers(sites["mkdocs"]), readers(sites["zensical"])
    made = ours.keys() - prose()
    assert len(made) > 150
    assert [p for p in sorted(made) if article(ours[p]) != article(theirs[p])] == []


def test_zensical_has_the_same_articles_on_pages_of_prose(sites):
    ours, theirs = readers(sites["mkdocs"]), readers(sites["zensical"])
    assert [p for p in sorted(prose()) if article(ours[p]) != article(theirs[p])] == []


def test_zensical_has_the_same_words_on_pages_of_prose(sites):
    ours, theirs = readers(sites["mkdocs"]), readers(sites["zensical"])
    assert prose()
    assert [p for p in sorted(prose()) if words(ours[p].xpath("//article")) != words(theirs[p].xpath("//article"))] == []


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_the_sitemap_names_every_page(sites, program):
    found = etree.parse(sites[program] / "sitemap.xml").getroot()
    locs = [url[0].text for url in found]
    listed = [path for path, page in readers(sites[program]).items() if not page.xpath("//meta[@name='robots']")]
    assert locs == sorted(f"{ADDRESS}{path.removesuffix('index.html')}" for path in listed)


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_no_mark_is_published(sites, program):
    assert [path for path, data in tree(sites[program]).items() if MARK.encode() in data] == []


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_no_mark_is_left_in_a_page(sites, program):
    assert [p for p, data in tree(sites[program]).items() if p.endswith(".html") and MARK.encode() in data] == []


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_every_page_says_its_own_address(sites, program):
    """Also where the address was given without the slash at its end, and where the page was set into an empty one."""
    said = {path: page.xpath("//link[@rel='canonical']/@href") for path, page in readers(sites[program]).items()}
    assert said == {path: [f"{ADDRESS}{path.removesuffix('index.html')}"] for path in said}
    assert len(said) > 200


@pytest.mark.parametrize("program", ["mkdocs", "zensical"])
def test_what_is_shown_where_nothing_is_found_works_from_wherever_that_is(sites, program):
    """The server shows 404.html at any address below that of the site, which is no root here."""
    page = html.fromstring((sites[program] / "404.html").read_bytes())
    page.make_links_absolute(f"{ADDRESS}awards/gone/by/far/")
    ways = {a.split("#")[0] for a in page.xpath("//@href | //@src") if a.startswith(urljoin(ADDRESS, "/"))}
    ours = [a.removeprefix(ADDRESS) for a in ways - {f"{ADDRESS}awards/gone/by/far/"}]
    assert [a for a in ours if not (sites[program] / a.partition("?")[0]).exists()] == []
    assert {"data/", "awards/", "assets/daylight.css"} <= set(ours)
    assert page.xpath("//link[@rel='canonical']") == []
    (said,) = words(page.xpath("//footer//*[@class='dl-origin']"))
    assert said.endswith("records of 21 November 2026 · All data")


# --- marks, and text that would be markup ---

WHOLE = (
    f'<title>{TITLE}</title><meta content="{DESCRIPTION}">{ELEMENT}<a href="{SLUG}/"></a>'
    f'<aside class="x" id="{CARE}">Leave</aside>\n<h1 id="content">{BODY}<a>¶</a></h1><p>{ORIGIN}</p>'
)


def test_a_page_is_set_in_at_its_marks_and_the_heading_goes_with_its_mark():
    page = frame.cut(WHOLE, "awards/", "a < b").page("A & B", 'say "so"', "<h1>Body</h1>", "one", "<link>")
    assert page == (
        b'<title>A &amp; B</title><meta content="say &quot;so&quot;"><link><a href="one/"></a><h1>Body</h1><p>a &lt; b</p>'
    )


def test_a_page_that_puts_nothing_into_its_head_has_no_mark_there():
    assert b'"><a href="one/">' in frame.cut(WHOLE, "awards/").page("A", "B", "C", "one")


def test_the_quick_exit_stands_only_where_care_is_asked_for():
    whole = frame.cut(WHOLE, "awards/")
    assert b'<aside class="x">Leave</aside>' in whole.page("A", "B", "C", care=True)
    assert b"aside" not in whole.page("A", "B", "C")
    assert "aside" not in frame.whole(WHOLE, "now")


@pytest.mark.parametrize("mark", [TITLE, DESCRIPTION, HEAD, BODY, CARE, ORIGIN])
def test_a_missing_mark_is_named_with_its_page(mark):
    with pytest.raises(FrameError, match=f"awards/.*{mark}"):
        frame.cut(WHOLE.replace(mark, ""), "awards/")


@pytest.mark.parametrize("lost", [f"<h2>{BODY}</h2>", f"<h1><span>{BODY}</span></h1>"])
def test_a_body_mark_that_is_not_the_heading_is_refused(lost):
    with pytest.raises(FrameError, match=BODY):
        frame.cut(re.sub("<h1.*</h1>", lost, WHOLE), "awards/")


def test_a_theme_that_loses_a_mark_stops_the_build_and_the_old_site_stays(tmp_path, monkeypatch):
    home, out = small(tmp_path), tmp_path / "site"
    assert build.build(home, out, TODAY).published
    before = tree(out)
    theme = shutil.copytree(staging.THEME, tmp_path / "theme")
    base = theme / "base.html"
    base.write_text(re.sub('<meta name="description".*?">', "", base.read_text("utf-8")), "utf-8")
    monkeypatch.setattr(staging, "THEME", theme)
    with pytest.raises(FrameError, match=DESCRIPTION):
        build.build(home, out, TODAY)
    assert tree(out) == before


def test_a_title_and_a_purpose_that_look_like_markup_come_out_as_text(tmp_path):
    home = small(tmp_path)
    evil = EVIL.replace('"', '\\"')
    text = AWARD.replace("New", f'"{evil}"') + f'purpose: "{evil}"\n'
    (home / "data/awards/one.yml").write_text(text, "utf-8")
    assert build.build(home, tmp_path / "site", TODAY).published
    page = html.fromstring((tmp_path / "site/awards/one/index.html").read_bytes())
    assert page.findtext(".//title").startswith(f"{EVIL} (award one) – ")
    assert EVIL in page.xpath("string(//h1)")
    assert page.xpath("//meta[@name='description']/@content") == [EVIL]
    assert page.xpath("//script[not(@type)][contains(., 'alert')]") == []


# --- mistakes in the prose or the menu ---


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> Path:
    """A small office with its site."""
    home = small(tmp_path_factory.mktemp("shown"))
    assert build.build(home, home / "site", TODAY).published
    return home


def breaks(name: str, old: str, new: str, *said: str):
    """A mistake in a file, and words of the message that it must give."""
    return pytest.param(name, old, new, said, id=new.strip()[:30] or f"{name} empty")


MENU = CONFIG[CONFIG.index("nav:") :]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        breaks("mkdocs.yml", CONFIG, "nav: [a\n", "mkdocs.yml", "line 1"),
        breaks("mkdocs.yml", CONFIG, "- a\n", "mkdocs.yml", "site_name"),
        breaks("mkdocs.yml", CONFIG, "", "mkdocs.yml", "site_name"),
        breaks("mkdocs.yml", CONFIG, MENU, "site_name"),
        breaks("mkdocs.yml", MENU, "nav: 5\n", "nav", "list"),
        breaks("mkdocs.yml", MENU, "plugins: [nope]\n", "nope"),
        breaks("mkdocs.yml", MENU, "site_url: nonsense\n", "site_url", "http://"),
        breaks("mkdocs.yml", MENU, "x: !!python/name:os.system\n", "mkdocs.yml"),
        breaks("mkdocs.yml", MENU, "extra: 5\n", "extra"),
        breaks("mkdocs.yml", "about.md", "gone.md", "gone.md"),
        breaks("content/about.md", "Who we are.", "See [this](nowhere.md).", "about.md", "nowhere.md"),
        breaks("content/about.md", "Who we are.", "See [this](#nowhere).", "about.md", "nowhere"),
    ],
)
def test_a_mistake_is_said_and_the_old_site_stays(shown, tmp_path, name, old, new, said):
    home = shutil.copytree(shown, tmp_path / "office")
    before = tree(home / "site")
    file = home / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    for _ in "twice":
        with pytest.raises(FrameError) as caught:
            build.build(home, home / "site", TODAY)
        assert [word for word in said if word not in str(caught.value)] == []
        assert "Traceback" not in str(caught.value)
    assert tree(home / "site") == before
    file.write_text(text, "utf-8")
    assert build.build(home, home / "site", TODAY).published
    assert tree(home / "site") == before


def test_an_extra_without_anything_in_it_is_no_mistake(shown, tmp_path):
    home = shutil.copytree(shown, tmp_path / "office")
    (home / "mkdocs.yml").write_text(f"{CONFIG}extra:\n", "utf-8")
    assert build.build(home, home / "site", TODAY).published


def test_an_office_without_content_is_told_so(shown, tmp_path):
    home = shutil.copytree(shown, tmp_path / "office")
    shutil.rmtree(home / "content")
    with pytest.raises(FrameError, match="content"):
        build.build(home, home / "site", TODAY)


def test_an_office_without_mkdocs_yml_is_told_so(shown, tmp_path):
    home = shutil.copytree(shown, tmp_path / "office")
    (home / "mkdocs.yml").unlink()
    with pytest.raises(FrameError, match=r"mkdocs\.yml"):
        build.build(home, home / "site", TODAY)


# --- the frame is made again only when it must be ---


@pytest.fixture
def runs(monkeypatch) -> list:
    """Grows by one whenever another program is run."""
    made, run = [], framing.subprocess.Popen

    def counted(command, **more):
        made.append(command)
        return run(command, **more)

    monkeypatch.setattr(framing.subprocess, "Popen", counted)
    return made


def framed(home: Path, outside: Outside = BANNER) -> Path:
    return Framing(home, places(), outside, home / ".cache").html()


def test_what_has_not_changed_is_not_made_again(tmp_path, runs):
    home = small(tmp_path)
    first = framed(home)
    (home / "data/awards/one.yml").write_text(AWARD.replace("New", "Newer"), "utf-8")
    (home / "content/about.md").touch()
    assert framed(home) == first
    assert len(runs) == 1


CHANGES = {
    "a page": lambda home: (home / "content/about.md").write_text("# About\n\nWho else.\n", "utf-8"),
    "a new page": lambda home: (home / "content/more.md").write_text("# More\n", "utf-8"),
    "a page gone": lambda home: (home / "content/about.md").unlink(),
    "the menu": lambda home: (home / "mkdocs.yml").write_text(CONFIG.replace("About:", "Us:"), "utf-8"),
    "the name": lambda home: (home / "mkdocs.yml").write_text(CONFIG.replace("Where", "Here"), "utf-8"),
    "a page renamed": lambda home: (home / "content/about.md").rename(home / "content/us.md"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_made_again_and_the_old_one_goes(tmp_path, runs, change):
    home = small(tmp_path)
    (home / "mkdocs.yml").write_text(CONFIG.replace("  - About: about.md\n", ""), "utf-8")
    first = framed(home)
    change(home)
    second = framed(home)
    assert second != first
    assert len(runs) == 2
    assert not first.exists()
    anew = small(tmp_path / "anew")
    shutil.rmtree(anew / "content")
    shutil.copytree(home / "content", anew / "content")
    shutil.copy(home / "mkdocs.yml", anew)
    assert tree(second) == tree(framed(anew))


def test_a_page_that_moved_to_another_folder_is_made_again(tmp_path):
    home = small(tmp_path)
    (home / "mkdocs.yml").write_text("site_name: Where the money goes\n", "utf-8")
    assert (framed(home) / "about/index.html").is_file()
    (home / "content/help").mkdir()
    (home / "content/about.md").rename(home / "content/help/about.md")
    assert (framed(home) / "help/about/index.html").is_file()


# --- in Welsh too ---


@pytest.fixture(scope="module")
def welsh(tmp_path_factory) -> Path:
    """The frame of an office in two languages, of whose pages one is written in Welsh."""
    home = small(tmp_path_factory.mktemp("welsh"))
    (home / "content/help.md").write_text("---\ndescription: Help.\n---\n# Help\n\nSee [us](about.md).\n", "utf-8")
    (home / "content/cy").mkdir()
    (home / "content/cy/about.md").write_text("# Amdanom ni\n\nPwy ydym ni.\n", "utf-8")
    (home / "mkdocs.yml").write_text(f"site_url: {ADDRESS}\n{CONFIG}", "utf-8")
    return framed(home, replace(BOTH, colour="123456", banner_welsh="Baner"))


def read(welsh: Path, path: str) -> html.HtmlElement:
    page = html.fromstring((welsh / path / "index.html").read_bytes())
    page.make_links_absolute(urljoin(ADDRESS, path))
    return page


def test_every_place_has_a_frame_in_welsh(welsh):
    frames = frame.frames(welsh, places(), "yma", "cy")
    assert list(frames) == [f"cy/{place}" for place in places()]
    page = frames[f"cy/awards/{SLUG}/"].page("T", "D", "<h1>B</h1>", "one").decode()
    assert '<html lang="cy"' in page
    assert f'<link rel="canonical" href="{ADDRESS}cy/awards/one/">' in page
    assert MARK not in page


@pytest.mark.parametrize(("path", "language", "other"), [("awards/", "en-GB", "cy/awards/"), ("cy/awards/", "cy", "awards/")])
def test_each_language_leads_to_the_other_and_search_engines_know_both(welsh, path, language, other):
    page = read(welsh, path)
    assert page.get("lang") == language
    assert page.xpath("//header//a[@hreflang]/@href") == [f"{ADDRESS}{other}"]
    ways = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
    english = f"{ADDRESS}awards/"
    assert ways == {"en-GB": english, "cy": f"{ADDRESS}cy/awards/", "x-default": english}


def test_a_welsh_page_stays_in_welsh_and_says_that_it_waits_for_a_review(welsh):
    page = read(welsh, "cy/awards/")
    ways = [a for a in page.xpath("//nav//a/@href | //footer//a/@href | //form/@action") if a.startswith(ADDRESS)]
    assert [way for way in ways if not way.startswith(f"{ADDRESS}cy/")] == []
    assert words(page.xpath("//aside"))[0] == "Baner"
    assert len(page.xpath("//aside[@class='dl-draft']")) == 1
    assert page.xpath("//nav//*[@aria-current]/@aria-current") == ["page", "page"]


def test_prose_is_in_welsh_where_it_is_written_and_else_in_english_and_marked_so(welsh):
    ours, theirs = read(welsh, "cy/about/"), read(welsh, "cy/help/")
    assert words(ours.xpath("//h1")) == ["Amdanom ni¶"] or words(ours.xpath("//h1")) == ["Amdanom ni"]
    assert ours.xpath("//article//*[@lang]") == []
    assert words(theirs.xpath("//article/div[@lang='en-GB']/h1")) == ["Help"]
    assert theirs.xpath("//article//a[text()='us']/@href") == [f"{ADDRESS}cy/about/"]
    assert theirs.xpath("//meta[@name='description']/@content") == ["Help."]
    assert len(theirs.xpath("//article/p[@class='dl-note']")) == 1


def test_the_foot_leads_only_to_pages_that_the_office_has(tmp_path, welsh):
    """An office without a contact page has no way to report an error there either."""
    made = {f"{ADDRESS}{below}{place}" for below in ("", "cy/") for place in places()}
    for path in ("awards/", "cy/awards/"):
        page = read(welsh, path)
        ways = [way.partition("#")[0] for way in page.xpath("//footer//a/@href") if way.startswith(ADDRESS)]
        own = {way for way in ways if way not in made}
        assert own == {f"{ADDRESS}{path.removesuffix('awards/')}about/"}
        assert page.xpath("//footer//a[@data-daylight-report]") == []
    home = small(tmp_path)
    (home / "content/contact").mkdir()
    (home / "content/contact/index.md").write_text("# Contact\n", "utf-8")
    page = read(framed(home), "awards/")
    assert page.xpath("//footer//a[@data-daylight-report]/@href") == [f"{ADDRESS}contact/"]


def test_a_page_in_english_alone_offers_no_other_language(tmp_path):
    page = read(framed(small(tmp_path)), "awards/")
    assert page.xpath("//*[@hreflang]") == []


def test_prose_says_in_each_language_where_it_comes_from(welsh):
    pages = {
        path: data.decode() for path, data in frame.prose(welsh, places(), "here", {"cy": "yma"}) if path.endswith(".html")
    }
    assert pages.keys() == {"404.html", *(f"{way}{name}/index.html" for way in ("", "cy/") for name in ("about", "help"))}
    assert {path for path, text in pages.items() if '"dl-origin">yma' in text} == {"cy/about/index.html", "cy/help/index.html"}
    assert [path for path, text in pages.items() if MARK in text] == []


def test_the_sitemap_has_every_page_in_every_language(welsh):
    ((_, data),) = frame.sitemap(welsh, [("awards/one/", "2026-01-02")], LANGUAGES)
    for path in ("awards/one/", "cy/awards/one/"):
        assert f"<loc>{ADDRESS}{path}</loc><lastmod>2026-01-02</lastmod>" in data.decode()


def test_welsh_prose_is_not_published_before_the_office_says_so(tmp_path):
    home = small(tmp_path)
    (home / "content/cy").mkdir()
    (home / "content/cy/about.md").write_text("# Amdanom ni\n\n[Dyfarniadau](awards/index.md)\n", "utf-8")
    assert not (framed(home) / "cy").exists()


def test_a_page_of_welsh_prose_where_a_page_is_made_is_refused(tmp_path):
    home = small(tmp_path)
    (home / "content/cy/awards").mkdir(parents=True)
    (home / "content/cy/awards/mine.md").write_text("# Mine\n", "utf-8")
    with pytest.raises(FrameError, match=r"content/cy/awards/mine\.md must lie elsewhere"):
        framed(home, BOTH)


# --- the look ---


def test_the_colour_of_the_office_is_on_every_page_and_in_its_styles(welsh):
    assert "--dl-office:#123456" in (welsh / "assets/daylight.css").read_text("utf-8")
    assert read(welsh, "awards/").xpath("//meta[@name='theme-color']/@content") == ["#123456"]


def test_without_a_colour_the_one_of_the_styles_holds_in_light_and_in_dark(tmp_path):
    assert "--dl-office:" not in (framed(small(tmp_path)) / "assets/daylight.css").read_text("utf-8")


def test_a_crest_stands_in_the_header_and_must_be_there(tmp_path):
    home = small(tmp_path)
    crest = Outside(crest="crest.svg")
    with pytest.raises(FrameError, match=r"content/crest.svg is not there"):
        framed(home, crest)
    (home / "content/crest.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    page = read(framed(home, crest), "awards/")
    ways = page.xpath("//header//img/@src | //link[@rel='icon']/@href")
    assert ways == [f"{ADDRESS}crest.svg"] * 2


def test_nothing_of_the_theme_is_published_that_no_page_asks_for(welsh):
    paths = {path for path, _ in frame.prose(welsh, places(), "here", {"cy": "yma"})}
    assert {path for path in paths if path.startswith("assets/")} == {
        "assets/daylight.css",
        *(f"assets/{file.relative_to(staging.ASSETS).as_posix()}" for file in files(staging.ASSETS) if file.suffix != ".css"),
    }


# --- made again when it must be, and only then ---


def test_another_banner_is_shown(tmp_path):
    home = small(tmp_path)
    assert "A <b>banner" not in (framed(home) / "about/index.html").read_text("utf-8")
    assert "A &lt;b&gt;banner" in (framed(home, Outside("A <b>banner")) / "about/index.html").read_text("utf-8")


def test_a_frame_that_was_stopped_half_way_is_made_again(tmp_path, monkeypatch):
    home = small(tmp_path)

    def stopped(command, cwd, **more):
        (Path(cwd) / "html").mkdir()
        (Path(cwd) / "html/index.html").write_text("half", "utf-8")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(framing.subprocess, "Popen", stopped)
        with pytest.raises(KeyboardInterrupt):
            framed(home)
    assert frame.frames(framed(home), places(), HERE).keys() == set(places())
