"""What the report says, section by section, in words and tables of plain text; how it looks is for those who write it down."""

from collections.abc import Iterator
from decimal import Decimal

from daylight.findings import ERROR, WARNING
from daylight.review.blocks import Block, Fix, Grid, Points, Preview, Say, Section
from daylight.review.differ import Cut, differing
from daylight.review.figures import Limit, Total
from daylight.review.leaks import leaks, not_above
from daylight.review.line import Line
from daylight.review.names import CANNOT, NOTHING, UNSAID
from daylight.review.report import Due, Report, Step
from daylight.views import day, money

BY_YEAR = "totals_by_year"
NOTHING_TO_FIX = "Nothing to fix."
PREVIEW = "A preview shows these pages as they would be."
OPEN_IT = "Unpack it, and open its index.html."
NO_PREVIEW = "To see them, add --preview and the name of a new folder to the command below."
OWN_CHOICE = "A hosted preview is the office's choice, since a preview is a publication."
FOLLOWING = 15  # pages that only follow from a change, named
WHY_UNSAID = "“Not repeated” stands where something was taken away, or where it could lead to a person or a place."


def sections(report: Report) -> list[Section]:
    """All sections that have something to say, in the order in which they are read."""
    made = [*leaks(report), _does(report), _fix(report), *_steps(report), _figures(report), *_due(report), *_pages(report)]
    return [section for section in made if section.blocks]


def _does(report: Report) -> Section:
    lines = report.lines or [Line("Changes nothing that is published.")]
    return Section("What this change does", (Points(lines),))


def _fix(report: Report) -> Section:
    of = report.found
    counts = [(sum(f.severity == s for f in of.new), s) for s in (ERROR, WARNING)]
    said = " and ".join(_count(n, s) for n, s in counts if n)
    left = not_above(report)
    above = f", {len(of.new) - len(left):,} of them named above" if len(left) < len(of.new) else ""
    blocks: list[Block] = [Say(f"{said} to put right{above}:")] if of.new else [Say(NOTHING_TO_FIX)]
    if of.new and not left:
        blocks = [Say(f"{said} to put right, named above.")]
    blocks += [Fix(left)] if left else []
    rest = []
    if of.gone:
        rest.append(f"This change puts right {_count(of.gone, 'earlier finding')}.")
    if of.before:
        rest.append(f"{_count(of.before, 'finding')} {'was' if of.before == 1 else 'were'} there before, not of this change.")
    if of.noted:
        rest.append(f"Only measured: {_count(of.noted, 'new note')}.")
    blocks += [Say(" ".join(rest))] if rest else []
    return Section("What must be fixed", tuple(blocks))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _steps(report: Report) -> Iterator[Section]:
    if report.steps:
        rows = [(s.record, s.field, *_differing(s)) for s in report.steps]
        unsaid = any(UNSAID in (s.before, s.after) for s in report.steps)
        grid = Grid(("Record", "Field", "Before", "After"), rows)
        yield Section("Before and after", (grid, Say(WHY_UNSAID)) if unsaid else (grid,))


def _differing(step: Step) -> tuple[str | Cut, str | Cut]:
    """Both values, cut to what differs where they are texts of the record."""
    if {step.before, step.after} & {UNSAID, NOTHING, CANNOT}:
        return step.before, step.after
    return differing(step.before, step.after)


def _figures(report: Report) -> Section:
    blocks: list[Block] = []
    if report.totals:
        years = [of._replace(title=of.title if of.year else "No year known") for of in report.totals if of.table == BY_YEAR]
        every = Total(BY_YEAR, "All years", "", *report.whole)
        rows = [_total(of) for of in (*years, every, *(of for of in report.totals if of.table != BY_YEAR))]
        blocks.append(Grid(("Total", "Before", "After", "Difference"), rows, 1))
    else:
        blocks.append(Say(f"The totals stay as they are: {money(report.whole[1])}."))
    if known := [of for of in report.limits if of.size is not None or of.size_before is not None]:
        heads = ("Fund", "There is", "Awarded before", "Awarded after", "Used", "Left")
        blocks.append(Grid(heads, [_limit(of) for of in known], 1))
    return Section("Totals and limits", tuple(blocks))


def _total(of: Total) -> tuple[str, ...]:
    by_year = of.table == BY_YEAR
    title = of.year if by_year and of.year else of.title if by_year else f"{of.title}, {of.year or 'no year known'}"
    return title, money(of.before), money(of.after), signed(of.difference)


def signed(amount: Decimal) -> str:
    """A difference with its sign: +£1,200.00."""
    return f"{'+' if amount > 0 else ''}{money(amount)}"


def _limit(of: Limit) -> tuple[str, ...]:
    """Of one fund and year what there is, how much of it is used, and what is left."""
    year = {"": ", all years", "unknown": ", no year known"}.get(of.year, f", {of.year}")
    size = "not published" if of.size is None else money(of.size)
    if of.size != of.size_before:
        size += f" (before: {'not published' if of.size_before is None else money(of.size_before)})"
    used = f"{of.after * 100 / of.size:.0f}%" if of.size else ""
    left = "" if of.size is None else money(of.size - of.after)
    if of.state:
        left = f"{money(of.after - of.size)} too much" if of.state == "over" else f"{left}, nearly all used"
    return f"{of.fund}{year}", size, money(of.before), money(of.after), used, left


def _due(report: Report) -> Iterator[Section]:
    late, soon = ([d for d in report.due if (d.day < report.day) is is_late] for is_late in (True, False))
    gone = list(report.due_no_more)
    lines = [Line(f"Overdue since {day(d.day)}{_moved(d, gone)}: {_what(d)}") for d in late]
    lines += [Line(f"By {day(d.day)}{_moved(d, gone)}: {_what(d)}") for d in soon]
    lines += [Line(f"No longer by {day(d.day)}: {_what(d)}") for d in gone]
    if lines:
        yield Section("Deadlines", (Points(lines),))


def _moved(due: Due, gone: list[Due]) -> str:
    """The day by which the same was due before; that is then no longer among what is gone."""
    was = next((other for other in gone if other[1:] == due[1:]), None)
    if was:
        gone.remove(was)
    return f" (before: {day(was.day)})" if was else ""


def _what(due: Due) -> str:
    return f"{due.about}. {due.todo}"


def _pages(report: Report) -> Iterator[Section]:
    own = [Line(f"{page.title}: {page.why}") for page in report.pages if page.own]
    others = [page.title for page in report.pages if not page.own]
    if others:
        rest = f" and {len(others) - FOLLOWING:,} more" if len(others) > FOLLOWING else ""
        own.append(Line(f"Also different, because they list these or add them up: {', '.join(others[:FOLLOWING])}{rest}."))
    if own:
        after = (Preview(), Say(OWN_CHOICE)) if report.previewed else (Say(NO_PREVIEW),)
        yield Section("Pages that change", (Points(own), *after))
