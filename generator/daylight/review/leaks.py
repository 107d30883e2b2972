"""What the report says first of all where something private stands in a change."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.review.blocks import Guide, Leaks, Points, Say, Section
from daylight.review.line import Line
from daylight.review.names import placed
from daylight.review.report import Report

LEAKED = (
    "Something that must not be public stands in this change. Whoever can see this pull request can read it.",
    "Do not merge it, and write nowhere what it is. This report does not repeat it either.",
    "Tell those in your office who decide on data protection. If a refuge could be found by it, telephone its provider first.",
    "To delete it in another commit is not enough: it stays in the history.",
)
MAY_LEAK = "A file in this change may tell something that must not be public. Whoever can see this pull request can open it."
STEPS = "All steps are in"
GUIDE = "docs/leak.md"
HERE = "It is here:"
FILES = "GUARD"  # the rule about files into which nobody can look


def leaks(report: Report) -> Iterator[Section]:
    """The section, where there is something private."""
    if report.leaks:
        first, *rest = LEAKED
        if all(leak.rule == FILES for leak in report.leaks):
            first = MAY_LEAK
        points = Points([Line(text) for text in rest])
        yield Section("Stop: do this first", (Say(first), points, Guide(), Say(HERE), Leaks(report.leaks)))


def not_above(report: Report) -> list[Finding]:
    """The findings that this section does not name."""
    above = {(leak.path, leak.rule, leak.message) for leak in report.leaks}
    return [f for f in report.found.new if (placed(report.place(f.path)), f.rule, f.message) not in above]
