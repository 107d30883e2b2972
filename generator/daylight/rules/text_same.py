"""TEXT-SAME: the reasons of grants are each grant's own."""

from collections import Counter
from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.site import Site

LEAST, SHARE = 10, 80  # grants and per cent


def check_site(site: Site) -> Iterator[Finding]:
    """No one text is why more than 80 per cent of grants reduce crime and disorder (Order 2011, 3(f): reasons of each grant).

    SIO-3G-SAME says it of the reasons for good value.
    """
    counts = Counter(a.values["cdr_reasons"] for a in site.records["award"].values() if "cdr_reasons" in a.values)
    count, total = max(counts.values(), default=0), counts.total()
    if total >= LEAST and count * 100 > total * SHARE:
        at = site.publisher
        yield finding("TEXT-SAME", "same", at.path, at.line, count=count, total=total)
