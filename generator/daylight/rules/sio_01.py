"""SIO-01: the crime and disorder reduction grants of each month are published."""

from collections.abc import Iterator

from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.rules.law import paragraph
from daylight.rules.periods import measured
from daylight.site import Site


def check_site(site: Site) -> Iterator[Finding]:
    """Grants under section 9 are published after their month, all of them or as a list of the month (Order 2011, Part 2)."""
    months: dict[str, list[Record]] = {}
    for award in site.records["award"].values():
        if "award_date" in award.values and paragraph(award) == "3f":
            months.setdefault(award.values["award_date"][:7], []).append(award)
    if not months:
        return
    lists = {p.get("period", "") for p in site.records["publication"].values() if p.get("duty") == "3f"}
    for month, awards in months.items():
        if month >= site.today[:7] or month in lists or "" in lists:
            continue
        if left := [award for award in awards if "published_on" not in award.values]:
            at, severity = left[0], measured(site) or asks(site, left[0])
            facts = {"month": month, "count": len(left), "all": len(awards)}
            yield finding("SIO-01", "missing", at.path, at.line_of("award_date"), severity=severity, **facts)
