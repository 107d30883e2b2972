"""A page for each code of a check, below Our checks: what it asks for, each message with an example, and how to put it right.

They are for staff, who come from a code, and not by a search: they stand in no list of pages.
"""

from collections.abc import Iterator
from textwrap import shorten

from markupsafe import Markup

from daylight.findings import WARNING, page_of
from daylight.frame import SLUG
from daylight.keeping import once_of
from daylight.messages import EFFECTS, EXCEPTION, Meaning, meanings
from daylight.pages.page import Page
from daylight.pages.reports.checks import PATH as CHECKS
from daylight.site import Site
from daylight.views import day
from daylight.views.citation import site_title
from daylight.words import _

PLACE = f"{CHECKS}{SLUG}/"
LONGEST = 140  # characters of a title with the name of the site
UNLISTED = Markup('<meta name="robots" content="noindex">')
every = once_of(lambda site: meanings(site.publisher))


def pages(site: Site) -> Iterator[Page]:
    """The page of each code that can be found in this office."""
    for meaning in every(site).values():
        yield _page(site, meaning)


def _page(site: Site, of: Meaning) -> Page:
    room = LONGEST - len(f" – {site_title(site)}")
    title = shorten(f"{of.code}: {of.title.rstrip('.')}", room, placeholder="…")
    values = {
        "meaning": of,
        "words": dict.fromkeys(filter(None, (rule.get("words") for rule in of.rows))),
        "effect": _(EFFECTS[of.severity]),
        "since": _since(of),
        "exception": _exception(site, of) if of.severity == WARNING else "",
        "crumbs": [(CHECKS, _("Our checks"))],
        "checks": CHECKS,
    }
    return Page(page_of(of.code), "message.html", title, of.title[:200], values, PLACE, UNLISTED)


def _since(of: Meaning) -> str:
    return _("It is enforced from {day}. Older records are measured.", day=day(of.since)) if of.since else ""


def _exception(site: Site, of: Meaning) -> str:
    year = int(site.today[:4])
    return EXCEPTION.format(code=of.code, date=site.today, expires=f"{year + 1}-03-31")
