"""The words of the site, in the language of the reader: every text that is ours and not a record's goes through here.

The texts in the code, in the templates and in the schemas are British English and are the keys of the message catalogue in
locale/. `make messages` brings the catalogue up to date; a translation is a file locale/<language>/LC_MESSAGES/daylight.po.
"""

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from html import escape
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).with_name("locale")
ENGLISH, WELSH = LANGUAGES = ("en", "cy")
_spoken: str = ENGLISH
_now: NullTranslations = NullTranslations()


def speak(language: str) -> None:
    """From now on says everything in a language such as "cy"; in English where it has no catalogue, or lacks a text."""
    global _now, _spoken
    if language != _spoken:
        _now, _spoken = _catalogue(language), language


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Says everything in a language for as long as it lasts."""
    before = _spoken
    speak(language)
    try:
        yield
    finally:
        speak(before)


def in_english(make: Callable, *of):
    """What `make` says of something in English, such as a citation, which is the same in every language."""
    with spoken(ENGLISH):
        return make(*of)


def locale() -> str:
    """The name by which days and months are written in the language that is spoken now."""
    return "en_GB" if _spoken == ENGLISH else _spoken


def language() -> str:
    """The language that is spoken now."""
    return _spoken


@cache
def _catalogue(language: str) -> NullTranslations:
    """The texts of a language. Those that wait for a review (marked as fuzzy) are said too: pages say that they wait."""
    file = FOLDER / language / "LC_MESSAGES" / "daylight.po"
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as f:
        catalogue = read_po(f, locale=language)
    made = BytesIO()
    write_mo(made, catalogue, use_fuzzy=True)
    made.seek(0)
    return GNUTranslations(made)


def _(text: str, /, **values) -> str:
    """A text in the language that is spoken now, with {braces} filled in where values are given."""
    said = _now.gettext(text) if text else ""
    return said.format(**values) if values else said


def N_(text: str) -> str:
    """The text itself: marks one that is said later, through `_`."""
    return text


def html(text: str) -> str:
    """A text in the language that is spoken now, as HTML."""
    return _html(_spoken, text)


@lru_cache(maxsize=20_000)
def _html(language: str, text: str) -> str:
    return escape(_(text))


def ngettext(one: str, many: str, count: int, /, **values) -> str:
    """The text for one, or for this many; {count} stands for the number."""
    return _now.ngettext(one, many, count).format(count=count, **values)


def extract_code(file, keywords, comment_tags, options) -> Iterator[tuple[int, str, str | tuple[str, ...], list[str]]]:
    """Babel's way into the code: what stands in `_`, `N_` and `ngettext`, in f-strings too, which Babel passes over."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            said = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if said:
                yield node.lineno, node.func.id, tuple(said) if node.func.id == "ngettext" else said[0], []


def extract_schema(file, keywords, comment_tags, options) -> Iterator[tuple[int, str, str, list[str]]]:
    """Babel's way into the schemas: every title, plural, description, label and heading."""
    node = yaml.compose(file, Loader=yaml.CSafeLoader)
    yield from _texts(node)


def _texts(node) -> Iterator[tuple[int, str, str, list[str]]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value in ("title", "plural", "description", "back") or (name.value == "label" and len(node.value) == 2):
                yield value.start_mark.line + 1, "_", value.value, []
            else:
                yield from _texts(value)
