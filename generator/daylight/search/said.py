"""What scripts say: every text of theirs in one file for each language, so that none of them has texts of its own.

A script says `texts[name]` with its {braces} filled in, or `counted[name]` in the form that the language has for a number.
"""

import json
from collections.abc import Iterator

from daylight.pages import SHOWN
from daylight.site import Site
from daylight.words import ENGLISH, N_, _, ngettext, spoken

TEXTS = {
    "suggestions": N_("First results"),
    "failed": N_("Search could not be loaded. Check your connection, then load the page again."),
    "nothing": N_("Nothing found for “{query}”."),
    "fewer": N_("Try fewer or shorter words. Each word must stand in the name or the text of what is found."),
    "meant": N_("Did you mean {words}?"),
    "found_for": N_("{results} for “{query}”"),
    "all_kinds": N_("Everything"),
    "kinds": N_("Kinds of results"),
    "sum_since": N_("{awards}, {total}, since {year}"),
    "added_up_since": N_("{awards}, {total} added up, since {year}"),
    "awards_since": N_("{awards}, since {year}"),
    "sum": N_("{awards}, {total}"),
    "added_up": N_("{awards}, {total} added up"),
    "page": N_("Page"),
    "pages": N_("Pages"),
}
CATEGORIES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 4}  # of numbers, as Unicode has them for Welsh


class _Any(int):
    """A number of some size that is written as the place where any number goes."""

    def __format__(self, how: str) -> str:
        return "{count}"


def counted(count: int) -> dict[str, str]:
    """The texts that hold a number, in the form for this many."""
    return {
        "awards": ngettext("{count} award", "{count} awards", count),
        "results": ngettext("{count} result", "{count} results", count),
        "all_results": ngettext("The one result", "All {count} results", count),
        "more": ngettext("Show {count} more", "Show {count} more", count),
    }


def texts(site: Site) -> dict:
    """All texts in the language that is spoken now. Of each kind of record its title for one and for many."""
    forms = {category: counted(_Any(example)) for category, example in CATEGORIES.items()}
    names = {kind: [_(site.schemas[kind].title), _(site.schemas[kind].plural)] for kind in SHOWN}
    return {
        "texts": {name: _(text) for name, text in TEXTS.items()},
        "counted": {name: {category: of[name] for category, of in forms.items()} for name in forms["other"]},
        "kinds": names | {"page": [_(TEXTS["page"]), _(TEXTS["pages"])]},
    }


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """The file of each language of the site."""
    for language in site.languages:
        with spoken(language):
            data = json.dumps(texts(site), ensure_ascii=False, indent=0).encode()
        yield f"{'' if language == ENGLISH else f'{language}/'}search/texts.json", data
