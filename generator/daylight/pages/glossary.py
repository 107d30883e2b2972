"""The glossary: words of the field in plain English, the law where one stands, and where on other pages each is explained."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from daylight.pages.page import Page
from daylight.site import Site
from daylight.words import _

FILE = Path(__file__).parents[1] / "glossary.yml"
PATH = "glossary/"


@dataclass(frozen=True)
class Term:
    """A term: its id on the page, what it is called, what it means, the law or source, that one's address, and the titles of
    fields, lists and values beside which a link to it stands."""

    id: str
    title: str
    description: str
    law: str = ""
    address: str = ""
    at: tuple[str, ...] = ()


@cache
def terms() -> dict[str, Term]:
    """All terms by id, in the order of the file, which is that of the English alphabet."""
    rows = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {row["id"]: Term(**row | {"at": tuple(row.get("at", ()))}) for row in rows}


@cache
def by_place() -> dict[str, Term]:
    """The term that explains each title of a field, a list or a value, and each title of a term, in small letters."""
    return {said.casefold(): term for term in terms().values() for said in (term.title, *term.at)}


def page(site: Site) -> Page:
    """All terms by the alphabet of the language that is spoken."""
    listed = sorted(terms().values(), key=lambda term: _(term.title).casefold())
    lead = _("Words that decisions, awards and opportunities use, in plain English.")
    return Page(PATH, "glossary.html", _("Glossary"), lead, {"terms": listed, "lead": lead})
