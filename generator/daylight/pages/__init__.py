"""All pages that are made from records: which there are, and what each shows.

Every page is a function of the site; the templates do no arithmetic. `SINGLE` holds the pages that stand alone, by path;
each kind of record also has a register, and a page for each record.
"""

from collections.abc import Iterator

from daylight.frame import SLUG
from daylight.pages import glossary, home, registers, reports, withdrawn
from daylight.pages.page import Page
from daylight.schema import KINDS, load_schemas
from daylight.site import Site
from daylight.views import shares
from daylight.words import _

SHOWN = tuple(kind for kind in KINDS if kind != "publisher")


def site_pages(site: Site) -> Iterator[Page]:
    """The pages that stand alone, and the registers, but for those that divide money."""
    for make in SINGLE.values():
        yield make(site)
    for kind in SHOWN:
        if kind not in shares.KINDS:
            yield from registers.pages(site, site.schemas[kind])
    yield from withdrawn.pages(site)


def report_pages(site: Site) -> Iterator[Page]:
    """The reports, and the registers that divide money: they look at every award, and so take longer."""
    yield from reports.pages(site)
    for kind in shares.KINDS:
        yield from registers.pages(site, site.schemas[kind])


def is_report(path: str) -> bool:
    """Whether a page is among `report_pages`, or lies below one."""
    return path.startswith((*reports.REPORTS, *(load_schemas()[kind].folder + "/" for kind in shares.KINDS)))


def addresses(site: Site) -> Iterator[tuple[str, str]]:
    """The path of every page, and the ISO day of its last change where it is about one record, else ''."""
    yield from ((path, "") for path in (*SINGLE, DATA, *reports.paths(site)))
    for kind in SHOWN:
        schema, records = site.schemas[kind], site.all(kind)
        yield from ((path, "") for path in registers.paths(site, schema))
        yield from ((f"{schema.folder}/{record.key}/", site.last_change(record)) for record in records)


def dictionary(site: Site) -> Page:
    """What every column of every table means."""
    values = {"tables": list(site.schemas.values())}
    return Page("data/dictionary/", "dictionary.html", _("Data dictionary"), _("What every column means."), values)


SINGLE = {"": home.page, "data/dictionary/": dictionary, glossary.PATH: glossary.page}
DATA = "data/"  # the page of downloads, made when they are there: exports/data_page.py


def places() -> list[str]:
    """The empty pages that the frame needs: one for each kind of page, and each depth at which it lies."""
    folders = [load_schemas()[kind].folder for kind in SHOWN]
    of_kinds = [path for f in folders for path in (*registers.places(f), f"{f}/{SLUG}/")]
    return [*SINGLE, DATA, *reports.PLACES, *of_kinds]
