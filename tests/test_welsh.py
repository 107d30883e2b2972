"""On a Welsh page every text is Welsh, or is a record's and says that it is English."""

import re
from html.parser import HTMLParser

import pytest

from daylight import build
from daylight.frame import Frame
from daylight.pages.render import Renderer
from tests.built import TODAY, office
from tests.cases import home_of
from tests.test_words import in_signs

SHORTENED = 40  # letters of a label that is cut in a picture
TWO_WORDS = re.compile(r"[A-Za-z]{3,}[,;]? [A-Za-z]{3,}")  # one alone may be a name
HEARD = ("aria-label", "title", "data-label", "alt", "placeholder")
WORDS = {"code", "script", "style"}  # elements whose text is not in a language


class Texts(HTMLParser):
    """The texts of a page that are not marked as English, with what is heard: labels and titles."""

    def __init__(self):
        super().__init__()
        self.open, self.found, self.lines = [], [], False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in ("br", "img", "input", "meta", "link", "wbr", "hr", "col", "use", "rect", "line", "path", "circle"):
            self.open.append((tag, "en-GB" in (attrs.get("lang") or "") or tag in WORDS))
        if not self.english():
            self.found += [
                attrs[name] for name in ("aria-label", "title", "data-label", "alt", "placeholder") if attrs.get(name)
            ]

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.english():
            return
        if any(tag == "text" for tag, _ in self.open) and self.open[-1][0] == "tspan" and self.lines:
            self.found[-1] += f" {data}"  # the lines of a label in a picture are one text
        else:
            self.found.append(data)
        self.lines = any(tag == "text" for tag, _ in self.open)

    def english(self) -> bool:
        return any(marked for _, marked in self.open)


def english_in(body: str, welsh: set[str]) -> list[str]:
    """What stands on a page in English without saying so, if all interface texts stand in «these», and `welsh` is Welsh."""
    reader = Texts()
    reader.feed(body)
    return [said.strip() for said in reader.found if TWO_WORDS.search(_outside(said, welsh))]


def _outside(text: str, welsh: set[str]) -> str:
    while (less := re.sub("«[^«»]*»", "|", text)) != text:
        text = less
    for said in sorted(welsh, key=len, reverse=True) if TWO_WORDS.search(text) else ():
        text = text.replace(said, "|").replace(said[:SHORTENED], "|")
    return text


@pytest.fixture
def every_text(tmp_path, monkeypatch):
    yield from in_signs(tmp_path, monkeypatch)


class Bare(dict):
    """An empty frame for every place."""

    def __missing__(self, place):
        return Frame(("", "daylight-mark-body", ""))


@pytest.mark.parametrize("name", ["south-yorkshire", "barsetshire"])
def test_what_is_english_on_a_welsh_page_says_so(tmp_path, name, every_text):
    home = office(tmp_path / "office", home_of(name))
    site, _ = build.check(home, TODAY)
    site.publisher.values["welsh"] = True
    renderer, faults = Renderer(Bare()), {}
    records = [record for of in site.records.values() for record in of.values()]
    welsh = {said for r in records for name, said in r.values.items() if name.endswith("_welsh")}
    outputs = [*renderer.outputs(site), *renderer.report_outputs(site)]
    outputs += [output for record in records for output in renderer.record_outputs(site, record)]
    for path, data in outputs:
        if path.startswith("cy/"):
            for said in english_in(data.decode(), welsh):
                faults.setdefault(said, path)
    assert faults == {}
