"""Subsidies that are to be entered in the national database (SUB-01)."""

from collections.abc import Iterator

from daylight.rules.between import enforced
from daylight.rules.law import lacks, owed, spent
from daylight.rules.sub_01 import EXCEEDING, PAID_FOR
from daylight.site import Site
from daylight.views.due.task import Task, months_after
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    """One for each award that is said to be a subsidy of more than £100,000.00, until its reference is there."""
    for award in site.all("award"):
        v = award.values
        if not v.get("is_subsidy") or "award_date" not in v or v.get("type") in PAID_FOR or not owed(award):
            continue
        if (spent(award) or 0) > EXCEEDING and lacks(site, award, "subsidy_reference") and enforced(site, award):
            why = _("Subsidy Control Act 2022: more than £100,000 is listed within three months")
            todo = _("Enter the subsidy in the national database, and write its reference into the record.")
            yield Task("award", months_after(v["award_date"], 3), todo, why, award, which="subsidy")
