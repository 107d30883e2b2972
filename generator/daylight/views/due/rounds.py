"""Panels: when they sit, what is owed afterwards, and how often they must sit still in a quarter or a year."""

from collections.abc import Iterator
from datetime import date, timedelta

from daylight.days import financial_year
from daylight.record import Record
from daylight.rules.between import enforced
from daylight.rules.strategy.every_quarter import QUARTERS
from daylight.rules.strategy.rule import Rule
from daylight.site import Site
from daylight.views.due import rules
from daylight.views.due.task import Task, own_dates
from daylight.words import _, ngettext


def tasks(site: Site) -> Iterator[Task]:
    """What each round owes, and each fund that is not closed."""
    for record in site.all("round"):
        if "met_on" in record.values:
            yield from _of_round(site, record)
    for fund in site.all("fund"):
        if "closed_on" not in fund.values:
            yield from _of_fund(site, fund)


def _of_round(site: Site, round: Record) -> Iterator[Task]:
    """The sitting until it is known what it awarded (NIL-01), and the decision that must follow it."""
    met = round.values["met_on"]
    if "awarded" not in round.values and not site.sources(round, "award") and enforced(site, round):
        todo = _("The panel sits. Afterwards write down how many applications it funded, also where that is none.")
        yield Task("round", met, todo, own_dates(), round)
    if not site.sources(round, "decision"):
        for rule in rules.of_record(site, round, "round-decided"):
            day = (date.fromisoformat(met) + timedelta(days=int(rule.get("figure") or 0))).isoformat()
            todo = _("Publish the decision that follows from this panel, also where it funds nobody.")
            yield Task("round", day, todo, record=round, rule=rule, which=rule.id)


def _of_fund(site: Site, fund: Record) -> Iterator[Task]:
    """The sittings that are still owed in this financial year, or in this quarter of it, and are not in the diary."""
    days = sorted(day for r in site.sources(fund, "round") if (day := r.get("met_on")))
    year = int(financial_year(site.today)[:4])
    if not days or financial_year(days[-1]) < financial_year(f"{year - 1}-04-01"):
        return
    for rule in rules.on(site, fund, "rounds", site.today):
        yield from _owed(fund, rule, days, f"{year}-04-01", f"{year + 1}-03-31", int(rule.get("figure")))
    for rule in rules.on(site, fund, "every-quarter", site.today):
        for first, last in (
            (f"{year + (first < '04')}-{first}", f"{year + (first < '04')}-{last}") for first, last in QUARTERS
        ):
            if first <= site.today <= last and rule.first <= first and last <= rule.last:
                yield from _owed(fund, rule, days, first, last, 1)


def _owed(fund: Record, rule: Rule, days: list[str], first: str, last: str, figure: int) -> Iterator[Task]:
    left = figure - sum(max(first, rule.first) <= day <= min(last, rule.last) for day in days)
    if left > 0:
        todo = ngettext(
            "Let the panel sit {count} more time by then, and add the round.",
            "Let the panel sit {count} more times by then, and add the rounds.",
            left,
        )
        yield Task("round", last, todo, record=fund, rule=rule, which=rule.id)
