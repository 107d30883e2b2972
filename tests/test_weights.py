"""No page of an office of this repository is heavy, and what is said to weigh is what a browser fetches."""

from urllib.parse import unquote, urlsplit

import pytest
from benchmarks.weights import LIMIT, REGISTER_LIMIT, page, pages

from tests.built import example, serve
from tests.test_offices import TOTALS

OFFICES = (*TOTALS, "barsetshire")
TRIED = ("", "awards/", "awards/*/", "decisions/*/", "organisations/*/", "opportunities/*/", "funds/*/", "data/", "search/")
FILES = {
    "a/index.html": """<!doctype html><link rel="stylesheet" href="../one.css"><link rel="canonical" href="https://example.org/a/">
        <link rel=icon href=../icon.svg><script type="module" src='../first.js'></script>
        <img src="../one.png" srcset="../one.png 1x, ../two.png 2x" alt=""><a href="../far.html">Far</a>
        <svg><use href="#here"/></svg><style>p { background: url(../three.png) }</style>""",
    "one.css": "@import 'two.css'; p { background: url(data:image/png;base64,AAAA) }",
    "two.css": "@font-face { src: url('some.woff2') }",
    "first.js": 'import { x } from "./second.js"\nimport {\n  y,\n} from "./third.js"\nimport("./late.js")\nexport let z = ""',
    "second.js": 'import "./first.js"\nexport * from "./fourth.js"\nexport function a() {\n  return "no"\n}',
    "third.js": "", "fourth.js": "", "icon.svg": "<svg/>", "one.png": "1", "two.png": "22", "three.png": "333",
    "some.woff2": "font", "late.js": "", "far.html": "",
}  # fmt: skip


@pytest.fixture(params=OFFICES)
def office(request, tmp_path_factory):
    return example(request.param, tmp_path_factory)


def test_no_page_is_heavy_with_all_that_it_loads_by_itself(office):
    worst = pages(office)[0]
    assert worst.weight <= LIMIT, worst.said()


def test_the_data_of_a_register_is_small_and_no_page_loads_it_by_itself(office):
    loaded = {path for one in pages(office) for path, _ in one.parts}
    for name in ("awards", "decisions", "organisations", "opportunities"):
        assert page(office, f"search/{name}.json").parts[0][1] <= REGISTER_LIMIT
    assert not {path for path in loaded if path.startswith("search/") and not path.endswith(".html")}


def test_everything_counts_that_a_page_names_and_what_that_names_in_its_turn(tmp_path):
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    found = dict(page(tmp_path, "a/index.html").parts)
    assert set(found) == set(FILES) - {"late.js", "far.html"}
    assert found["three.png"] == 3


def test_what_cannot_be_weighed_is_too_heavy(tmp_path):
    (tmp_path / "index.html").write_text('<script src="https://example.org/x.js"></script><img src="gone.png">')
    assert [size for _, size in page(tmp_path, "index.html").parts][1:] == [LIMIT, LIMIT]


@pytest.mark.browser
@pytest.mark.parametrize("name", ["barsetshire", "south-yorkshire"])
def test_a_browser_fetches_what_is_weighed_and_nothing_more(name, browser, tmp_path_factory):
    site = example(name, tmp_path_factory)
    server, address = serve(site)
    for place in TRIED:
        file = next(site.glob(f"{place}index.html")).relative_to(site).as_posix()
        asked: set[str] = set()
        with browser.new_page() as tab:
            tab.on("request", lambda request, asked=asked: asked.add(request.url))
            tab.goto(address + file.removesuffix("index.html"), wait_until="networkidle")
        fetched = {unquote(urlsplit(url).path).lstrip("/") for url in asked if url.startswith(address)}
        weighed = {path.removesuffix("index.html") for path, _ in page(site, file).parts}
        assert asked and all(url.startswith(address) for url in asked)
        assert fetched <= weighed and weighed - fetched <= {"assets/mark.svg"}, place
    server.shutdown()
