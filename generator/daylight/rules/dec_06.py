"""DEC-06: the numbers of decisions leave none out without saying why."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.registers import gaps
from daylight.rules.periods import measured
from daylight.site import Site


def check_site(site: Site) -> Iterator[Finding]:
    """A number between two of a year has a decision, or stands under `gaps` with the reason (Order 2011, paragraph 5(d))."""
    office = site.publisher
    for gap in gaps(site):
        if gap.row is None:
            line, facts = office.line_of("gaps"), {"reference": gap.reference, "year": gap.year}
            yield finding("DEC-06", "missing", office.path, line, severity=measured(site), **facts)
    if rows := office.rows("gaps"):
        there = {d.get("reference", "").strip() for d in site.records["decision"].values() if d.get("own")}
        for row in rows:
            if (reference := row.get("reference", "").strip()) in there:
                yield finding("DEC-06", "there", row.path, row.line_of("reference"), reference=reference)
