"""The budget of each year, which the law wants to be published before the year begins (SIO-03)."""

from collections.abc import Iterator

from daylight.days import financial_year, is_year
from daylight.site import Site
from daylight.views.due.publications import PAGE
from daylight.views.due.task import Task, months_after
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    """The budgets of this year and the next that are not published, where there is a budget of that year or an earlier one."""
    budgets = {b.values["financial_year"]: b for b in site.all("budget") if is_year(b.get("financial_year", ""))}
    for year in (financial_year(site.today), financial_year(months_after(site.today, 12))):
        budget = budgets.get(year)
        if not any(there <= year for there in budgets) or (budget and "published_on" in budget.values):
            continue
        why = _("Specified Information Order 2011, paragraph 3(a) to (d): before the year begins")
        todo = _("Publish the budget of {year}.", year=year)
        yield Task(
            "budget", f"{year[:4]}-03-31", todo, why, budget, about=_("Budget"), path="" if budget else PAGE, which=year
        )
