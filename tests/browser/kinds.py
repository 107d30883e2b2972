"""Which pages of a site stand for all: one of every kind, and as many as it takes to see everything that pages are made of.

The kinds are read from the built sites, so that a new one cannot be forgotten: a page that stands alone is a kind, and so are
all pages of a folder, in each language; and every element with its classes and roles stands on a page that is chosen.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from daylight.pages import SHOWN, places
from daylight.schema import load_schemas

PLACES = frozenset(places())
MADE_OF = re.compile(r"<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>")
BADGES = re.compile(r'class="dl-state"[^<>]*>([^<]+)<')  # which may be long, in Welsh above all
NAMES = re.compile(r'\s(class|role|type|data-[a-z-]+)(?:="([^"]*)")?')
RECORDS = frozenset(schema.folder for kind, schema in load_schemas().items() if kind in SHOWN)


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """The path of every page of a built site, as browsers ask for it, and its HTML."""
    for file in sorted(site.rglob("*.html")):
        yield str(file.relative_to(site)).removesuffix("index.html"), file.read_text("utf-8")


def kind(path: str) -> str:
    """What a page is one of: the place that the frame has for it, with its language, or its folder, or itself."""
    language = "cy/" if path.startswith("cy/") else ""
    above, _, _name = path.removeprefix(language).rstrip("/").rpartition("/")
    return path if not above or path.removeprefix(language) in PLACES else f"{language}{above}/*"


def made_of(path: str, text: str) -> set[str]:
    """Every element of a page with its classes, its role and what scripts know it by, and the texts of badges at its head.

    What stands on Welsh pages is told from what stands on English ones.
    """
    language = "cy " if path.startswith("cy/") else ""
    found = {f"{language}“{badge}”" for badge in BADGES.findall(text.partition("<h2")[0])}
    for element, attributes in MADE_OF.findall(text):
        found.add(language + element)
        for name, value in NAMES.findall(attributes):
            values = value.split() if name in ("class", "role", "type") else [""]
            found.update(f"{language}{element} {name}={v}" for v in values)
    return found


def of_all(sites: dict[str, Path]) -> list[tuple[str, str]]:
    """The pages, each with the name of its site, that stand for all pages of all sites. Earlier sites are preferred."""
    of = {(name, path): made_of(path, text) for name, site in sites.items() for path, text in texts(site)}
    groups = defaultdict(list)
    for name, path in of:
        groups[kind(path)].append((name, path))
    first = list(sites)
    chosen = []
    for group in groups.values():
        here = [page for page in group if page[0] == min((name for name, _ in group), key=first.index)]
        chosen.append(max(here, key=lambda page: len(of[page])))
    missing = set().union(*of.values()) - set().union(*(of[page] for page in chosen))
    while missing:
        best = max(of, key=lambda page: len(of[page] & missing))
        chosen.append(best)
        missing -= of[best]
    return chosen


def records(site: Path) -> list[str]:
    """The page of every record of a built site, in English."""
    paths = (str(file.parent.relative_to(site)) for file in site.glob("*/*/index.html"))
    return sorted(f"{path}/" for path in paths if path.split("/")[0] in RECORDS)


def some(site: Path, count: int = 50, seed: int = 5) -> list[str]:
    """The pages of so many records, drawn at random, or of all where there are fewer; always the same."""
    of = records(site)
    return random.Random(seed).sample(of, min(count, len(of)))  # noqa: S311
