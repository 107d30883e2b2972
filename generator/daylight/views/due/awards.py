"""Awards that end, what must follow then, and the reviews before it."""

from collections.abc import Iterator

from daylight.record import Record
from daylight.rules.between import is_award
from daylight.rules.law import owed
from daylight.rules.strategy.paths import all_held
from daylight.site import Site
from daylight.views.due import rules
from daylight.views.due.task import Task, months_after, own_dates
from daylight.views.states import LIVE, WITHDRAWN, states
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    """The end and the reviews of each award that was not withdrawn, and what its strategy wants after the end."""
    for award in site.all("award"):
        v = award.values
        end = v.get("actual_end_date") or v.get("end_date", "")
        if not (end or "review_date" in v) or not is_award(award) or (state := states(award, site.today)[0]) == WITHDRAWN:
            continue
        if state == LIVE:
            yield from _of_live(site, award, end)
        if end:
            yield from _after_end(site, award, end)
            yield from _review(site, award)


def _of_live(site: Site, award: Record, end: str) -> Iterator[Task]:
    """The end of an award, and the review that its record announces, until one is recorded on that day or later."""
    v = award.values
    if end >= site.today and owed(award):
        law = _("Specified Information Order 2011, paragraph 5(d): an extension has a decision of its own")
        yield Task("award", end, _("The award ends. If it is to go on, that is decided before."), law, award, which="ends")
    done = max(v.get("last_reviewed_on", ""), v.get("strategic_review_on", ""))
    if (review := v.get("review_date", "")) > done:
        todo = _("Review the award. Then move its review date on, or write down when it was reviewed.")
        yield Task("award", review, todo, own_dates(), award, which="review")


def _after_end(site: Site, award: Record, end: str) -> Iterator[Task]:
    """What the office's strategy wants so many months after the end, such as an evaluation."""
    for rule in rules.of_record(site, award, "after-end"):
        if not all_held(site, award, rule.paths):
            todo = _("Publish what must follow when an award has ended.")
            yield Task("award", months_after(end, int(rule.get("figure"))), todo, record=award, rule=rule, which=rule.id)


def _review(site: Site, award: Record) -> Iterator[Task]:
    """The strategic review of a contract: on the day that is planned for it, else by the last that the strategy allows."""
    planned = award.get("strategic_review_on", "")
    for rule in rules.of_record(site, award, "review-window") if planned >= site.today or not planned else ():
        last = months_after(award.values["end_date"], -int(rule.values[1]))
        day = planned or max(last, award.get("start_date", ""))
        todo = _("Review what the contract achieved, and decide how it goes on.")
        yield Task("award", day, todo, record=award, rule=rule, which=rule.id)
