"""SIO-3G-SAME: the reasons for good value are each award's own."""

from collections import Counter
from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.site import Site

LEAST, SHARE = 5, 80  # awards and per cent


def check_site(site: Site) -> Iterator[Finding]:
    """No one paragraph serves more than 80 per cent of all awards; that is lawful, but says little (Order 2011, 3(g))."""
    counts = Counter(a.values["vfm_reasons"] for a in site.records["award"].values() if "vfm_reasons" in a.values)
    count, total = max(counts.values(), default=0), counts.total()
    if total >= LEAST and count * 100 > total * SHARE:
        at = site.publisher
        yield finding("SIO-3G-SAME", "same", at.path, at.line, count=count, total=total)
