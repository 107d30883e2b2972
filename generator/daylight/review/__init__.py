"""What a change does, as one report: in words, what must be fixed, before and after, and what it does to figures and pages.

It reads commits of git and runs nothing of them. All that comes from records is text of strangers: it is escaped by those who
write the report down (`markdown`, `text`, `as_json`), and what must not be said again is left out before.
"""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from daylight import guard
from daylight.changes import CHANGED, Change
from daylight.findings import Finding
from daylight.review import figures, found, pages, steps
from daylight.review.beside import beside
from daylight.review.commits import NoRange, Span, span
from daylight.review.does import does
from daylight.review.files import of_files
from daylight.review.found import guarded
from daylight.review.names import Names, placed, plain
from daylight.review.report import Due, Leak, Report, Step
from daylight.review.sides import Sides, compared

__all__ = ["NoRange", "review", "span"]


def review(
    at: Span,
    office: Path,
    today: str,
    address: str = "",
    show: Callable[[Sides, Report], None] | None = None,
    say: Callable[[str], None] = lambda text: None,
) -> Report:
    """The report on what lies between two commits of an office (`span`), on an ISO day.

    `address` is where the site is published, if that is not where the publisher says. `show` is called with both sites while
    their files are there, to make a preview of them; `say` is told what is being done.
    """
    caught = beside(lambda: guard.between(at.root, at.base, at.head, today)) if at.head else list
    with tempfile.TemporaryDirectory(prefix="daylight-review-") as work:
        both = compared(at, office, Path(work), today, address, say)
        report = replace(_report(at, both, today, caught()), previewed=bool(show))
        if show:
            show(both, report)
    return report


def _report(at: Span, both: Sides, today: str, caught: list[guard.Caught]) -> Report:
    names = Names(both, frozenset(guarded(both.before, both.changed) | guarded(both.after, both.changed)))
    changes = steps.steps(both)
    moved = steps.rekeyed(both, changes)
    was, now = both.was, both.now
    came, went = figures.deadlines(was, now)
    funds = {fund.key: names.title("fund", fund.key) for fund in both.after.site.all("fund")}
    told = found.found(both.before, both.after, {file.path for file in at.inside()})
    return Report(
        base=at.base,
        head=at.head,
        day=today,
        prefix=at.prefix,
        address=both.after.site.url(""),
        lines=[*does(names, changes, moved), *of_files(at, both)],
        leaks=_leaks(at, told, caught),
        found=told,
        steps=[_step(names, change) for change in changes if change.change == CHANGED],
        whole=figures.whole(was, now),
        totals=[of._replace(title=plain(of.title)) for of in figures.totals(was, now)],
        limits=figures.limits(was, now, funds),
        due=[_due(names, deadline) for deadline in came],
        due_no_more=[_due(names, deadline) for deadline in went],
        pages=pages.pages(at, both, names, changes),
    )


def _leaks(at: Span, told: found.Found, caught: list[guard.Caught]) -> list[Leak]:
    """Where something private stands: in any of the commits, also where a later one took it away, or in the files on disk."""
    leaks = {(c.finding.path, c.finding.rule, c.finding.message): _leak(c.finding, "", c.commit) for c in reversed(caught)}
    for f in told.private:
        leaks.setdefault((at.prefix + f.path, f.rule, f.message), _leak(f, at.prefix))
    return sorted(leaks.values())


def _leak(f: Finding, prefix: str, commit: str = "") -> Leak:
    return Leak(placed(prefix + f.path), f.line, f.rule, f.message, commit)


def _step(names: Names, change: Change) -> Step:
    before, after = names.value(change, change.before, before=True), names.value(change, change.after)
    return Step(names.short(change.kind, change.key), names.field(change), before, after)


def _due(names: Names, of: figures.Deadline) -> Due:
    return Due(of.day, plain(of.todo), names.short(of.kind, of.key) if of.kind else of.key)
