"""The office's strategies: their ends and reviews, the evidence of each year, and the pots that are decided before it."""

from collections.abc import Iterator

from daylight.days import financial_year
from daylight.record import Record, Row
from daylight.rules.strategy.rule import NEVER
from daylight.site import Site
from daylight.views.due import rules
from daylight.views.due.task import Task, months_after, own_dates
from daylight.words import _

PAGE = "how-we-fund/"


def tasks(site: Site) -> Iterator[Task]:
    """What each strategy and each fund owes to come, by the rules that the office enforces."""
    strategies = site.publisher.rows("strategies")
    for row in strategies:
        yield from _end(site, row, strategies)
        yield from _review(site, row)
    yield from _evidence(site)
    for fund in site.all("fund"):
        yield from _pot(site, fund)


def _end(site: Site, row: Row, strategies: list[Row]) -> Iterator[Task]:
    """The last day of a strategy that none follows."""
    if (last := row.get("to")) and not any(other.get("to", NEVER) > last for other in strategies if other is not row):
        todo = _("The strategy ends. Decide what follows, and add it to the strategies of the publisher.")
        yield _of(site, row, last, todo, why=own_dates(), which=f"{row.get('strategy', '')}/ends")


def _review(site: Site, row: Row) -> Iterator[Task]:
    """The next review of a strategy, where it says how often, and is in force by then."""
    for rule in rules.on(site, site.publisher, "strategy-reviewed", site.today):
        since = row.get("reviewed_on") or row.get("from")
        if since and row.get("strategy") == rule.get("strategy"):
            day, which = months_after(since, int(rule.get("figure"))), f"{rule.get('strategy')}/{rule.id}"
            if day < row.get("to", NEVER):
                yield _of(site, row, day, _("Review the strategy, and write down the day."), rule=rule, which=which)


def _of(site: Site, row: Row, day: str, todo: str, **more) -> Task:
    if document := site.get("document", row.get("document")):
        return Task("strategy", day, todo, record=document, at=row, **more)
    return Task("strategy", day, todo, about=_("Commissioning strategy"), path=PAGE, at=row, **more)


def _evidence(site: Site) -> Iterator[Task]:
    """What works must be shown in this year, and no document shows it yet."""
    year = financial_year(site.today)
    last = f"{int(year[:4]) + 1}-03-31"
    for rule in rules.on(site, site.publisher, "evidence-yearly", site.today):
        documents = (d for d in site.all("document") if d.get("kind") in rule.values)
        if not any(financial_year(d.values["dated"]) == year for d in documents if "dated" in d.values):
            todo = _("Publish evidence of what works: there is none of {year} yet.", year=year)
            yield Task("strategy", last, todo, rule=rule, about=_("Evidence of what works"), path=PAGE, which=rule.id)


def _pot(site: Site, fund: Record) -> Iterator[Task]:
    """The pot of this year or the next that is not decided, where that of the year before was stated."""
    rows = {row.get("financial_year"): row for row in fund.rows("years") if "envelope" in row.values}
    if "closed_on" in fund.values:
        return
    for day in (site.today, months_after(site.today, 12)):
        year, before = financial_year(day), financial_year(months_after(day, -12))
        row, first = rows.get(year), f"{year[:4]}-04-01"
        if not (row or before in rows) or (row and ("additional" in row.values or _is_decided(site, row))):
            continue
        for rule in rules.on(site, fund, "before-year", first):
            todo = _("Decide how much the fund holds in {year}, before that year begins.", year=year)
            yield Task("strategy", f"{year[:4]}-03-31", todo, record=fund, rule=rule, which=rule.id)


def _is_decided(site: Site, row: Row) -> bool:
    decision = site.get("decision", row.get("decision"))
    return bool(decision and decision.get("taken_on"))
