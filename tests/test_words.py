"""Every text of the site stands in the message catalogue, and a translation of it reaches the pages."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from daylight import build, words
from daylight.frame import Frame
from daylight.pages import pieces, render
from daylight.pages.render import Renderer
from tests.built import TODAY, office

PACKAGE = Path(words.__file__).parent
NAMES_IN = re.compile(r"\{\w+\}")
NAMES = {"CSV", "JSON", "UTC"}  # the same in every language


def texts() -> set:
    """What stands in the code, the templates and the schemas."""
    with (PACKAGE / "locale/babel.cfg").open() as f:
        methods, options = parse_mapping_cfg(f)
    found = extract_from_dir(PACKAGE, methods, options, {"_": None, "N_": None, "ngettext": (1, 2)})
    return {message for _, _, message, _, _ in found}


def test_the_catalogue_is_up_to_date():
    with (PACKAGE / "locale/daylight.pot").open("rb") as f:
        kept = {m.id if isinstance(m.id, str) else tuple(m.id) for m in read_po(f) if m.id}
    assert kept == texts(), "make messages brings it up to date"


def test_no_template_says_anything_past_the_catalogue():
    for file in (PACKAGE / "templates").rglob("*.html"):
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", "|", file.read_text("utf-8"), flags=re.DOTALL)
        said = {piece.strip(" \n.,:()") for piece in text.replace("&rsaquo;", "|").split("|")}
        assert {piece for piece in said if re.search("[A-Za-z]", piece)} <= NAMES, file.name


KNOWN = (words._catalogue, words._html, pieces._what, render.templates)  # what keeps words that it said once


def in_signs(tmp_path, monkeypatch):
    """While it is asked for, Welsh has every text in «these»."""
    catalogue = Catalog(locale="cy")
    for message in texts():
        one = isinstance(message, str)
        plurals = catalogue.num_plurals
        catalogue.add(message, f"«{message}»" if one else [f"«{message[1]}»"] * plurals)
    folder = tmp_path / "locale/cy/LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "daylight.po").open("wb") as f:
        write_po(f, catalogue)
    monkeypatch.setattr(words, "FOLDER", tmp_path / "locale")
    for known in KNOWN:
        known.cache_clear()
    yield
    for known in KNOWN:
        known.cache_clear()


@pytest.fixture
def welsh(tmp_path, monkeypatch):
    yield from in_signs(tmp_path, monkeypatch)


def test_a_translation_reaches_every_page(tmp_path, welsh):
    site, _ = build.check(office(tmp_path / "office"), TODAY)
    site.publisher.values["welsh"] = True
    renderer = Renderer(defaultdict(lambda: Frame(("", "daylight-mark-body", ""))))
    pages = {**dict(renderer.outputs(site)), **dict(renderer.record_outputs(site, site.get("award", "sy-a019")))}
    award = pages["cy/awards/sy-a019/index.html"].decode()
    for text in ("«Award»", "«Where this comes from»", "«Kind of award»", "«This record as JSON»", "«Last changed»"):
        assert text in award
    assert "«Where the money goes»" in pages["cy/index.html"].decode()
    assert "«" not in pages["awards/sy-a019/index.html"].decode()


def test_every_text_is_in_welsh_with_the_same_placeholders():
    with (PACKAGE / "locale/cy/LC_MESSAGES/daylight.po").open("rb") as f:
        welsh = {m.id if isinstance(m.id, str) else tuple(m.id): m.string for m in read_po(f, locale="cy") if m.id}
    assert welsh.keys() == texts(), "make messages brings it up to date; then give the Welsh of what is new"
    wrong = []
    for text, said in welsh.items():
        one, many = (text, text) if isinstance(text, str) else text
        for form in (said,) if isinstance(said, str) else said:
            if not form or not set(NAMES_IN.findall(form)) <= set(NAMES_IN.findall(many)) >= set(NAMES_IN.findall(one)):
                wrong.append((text, form))
    assert wrong == []
