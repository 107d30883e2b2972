"""SIO-02: spending over £500 is published for every month."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.rules.periods import MONTH, left_out, measured
from daylight.site import Site


def check_site(site: Site) -> Iterator[Finding]:
    """Between the first and the last month of spending that is published, none is left out, nil or not (Order 2011, 3(g))."""
    for month, following in left_out(site, "3g", MONTH):
        line = following.line_of("period")
        yield finding("SIO-02", "missing", following.path, line, severity=measured(site), month=month)
