"""SIO-06: every paragraph of the Order has its place."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.rules.periods import measured
from daylight.site import Site

# What this site publishes from the records of a kind, where there are any.
FROM_RECORDS = {"3a": "budget", "3f": "award", "4b": "award", "4c": "opportunity", "4d": "award", "5d": "decision"}


def check_site(site: Site) -> Iterator[Finding]:
    """Each paragraph has a publication, here or with the address of where it is held, or records of its own (Order 2011)."""
    labels = site.schemas["publication"].by_name["duty"].labels
    there = {p.get("duty") for p in site.records["publication"].values()}
    there |= {duty for duty, kind in FROM_RECORDS.items() if site.records[kind]}
    if left := [duty for duty in labels if duty not in there and not duty.startswith("lgtc-")]:
        facts = {"values": ", ".join(left), "count": len(left)}
        name = "one" if len(left) == 1 else "many"
        yield finding("SIO-06", name, site.publisher.path, site.publisher.line, severity=measured(site), **facts)
