"""LG-04: the registers of the Transparency Code are published for every quarter and year."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.rules.periods import QUARTER, YEAR, left_out, measured
from daylight.site import Site

DUTIES = (("lgtc-tenders", QUARTER), ("lgtc-contracts", QUARTER), ("lgtc-grants", YEAR))


def check_site(site: Site) -> Iterator[Finding]:
    """Tenders and contracts each quarter, grants each financial year, none left out (Transparency Code 2015)."""
    labels = site.schemas["publication"].by_name["duty"].labels
    for duty, form in DUTIES:
        for period, following in left_out(site, duty, form):
            line, facts = following.line_of("period"), {"what": labels[duty], "period": period}
            yield finding("LG-04", "missing", following.path, line, severity=measured(site), **facts)
