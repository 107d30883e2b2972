"""DQ-LOCATION: a grant says where it works, by an area that has a code."""

from collections.abc import Iterator

from daylight.derived import withheld
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.giving import is_grant
from daylight.site import Site

OF = ("award", "area")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A grant names its areas, and areas have codes; nobody's address is asked for (360Giving, data quality: usefulness)."""
    if record.kind == "area":
        if "code" not in record.values:
            yield finding("DQ-LOCATION", "code", record.path, record.line_of("name"))
    elif not record.rows("areas") and is_grant(record) and "areas" not in withheld(site, record):
        name = "list" if "area_as_published" in record.values else "missing"
        yield finding("DQ-LOCATION", name, record.path, record.line_of("area_as_published"))
