"""The reports: pages that say how far the law and the office's strategies are kept. One file each, with `page(site)`.

That of changes is not in the list: it is made of what is published, when that is made.
"""

from collections.abc import Callable, Iterator

from daylight.pages.page import Page
from daylight.pages.reports import (
    all_here,
    annual,
    changes,
    checks,
    coverage,
    due,
    exceptions,
    how_we_fund,
    messages,
    monitoring,
    panel,
    single_tenders,
    totals,
)
from daylight.site import Site

REPORTS: dict[str, Callable[[Site], Page]] = {
    of.PATH: of.page
    for of in (
        how_we_fund,
        all_here,
        coverage,
        annual,
        panel,
        due,
        monitoring,
        single_tenders,
        exceptions,
        checks,
        totals,
    )
}
PLACES = (*REPORTS, annual.PLACE, changes.PATH, messages.PLACE)


def pages(site: Site) -> Iterator[Page]:
    """All reports of a site."""
    for make in REPORTS.values():
        yield make(site)
    yield from annual.years(site)
    yield from messages.pages(site)


def paths(site: Site) -> Iterator[str]:
    """The paths of all reports of a site."""
    yield from (*REPORTS, changes.PATH)
    yield from annual.paths(site)
