"""The report as a terminal shows it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from daylight.findings import shown
from daylight.review.blocks import Block, Fix, Grid, Guide, Leaks, Points, Preview, Say
from daylight.review.leaks import GUIDE, STEPS
from daylight.review.names import placed
from daylight.review.report import Report
from daylight.review.sections import OPEN_IT, PREVIEW, sections

WIDEST = 40  # characters of a cell


def text(report: Report) -> str:
    """Every section with all that belongs to it."""
    parts = []
    for section in sections(report):
        blocks = ["\n".join(_block(report, block)) for block in section.blocks]
        parts.append("\n\n".join([section.title, *blocks]))
    return "\n\n".join(parts) + "\n"


def _block(report: Report, block: Block) -> Iterator[str]:
    match block:
        case Say(said):
            yield said
        case Preview():
            yield f"{PREVIEW} {OPEN_IT}"
        case Guide():
            yield f"{STEPS} {GUIDE}."
        case Points(lines):
            for line in lines:
                yield f"- {_line(line.text)}"
                yield from (f"  - {_line(each)}" for each in line.each)
        case Fix(findings):
            for f in findings:
                yield f"{placed(report.place(f.path))}:{f.line}: {f.severity} {f.rule}: {f.sentence()}"
        case Leaks(leaks):
            yield from (f"{leak.path}:{leak.line}: {leak.rule}: {leak.message}" for leak in leaks)
        case Grid():
            yield from _grid(block.heads, [[_line(str(cell)) for cell in row] for row in block.rows], block.numbers)


def _line(said: str) -> str:
    return shown(said, None)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: int) -> Iterator[str]:
    """Columns beside each other; a cell that is wider than its column goes on below, for nothing is cut here."""
    widths = [min(WIDEST, max(len(row[n]) for row in (heads, *rows))) for n in range(len(heads))]
    for row in (heads, *rows):
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            sides = (
                part.rjust(w) if n >= numbers else part.ljust(w) for n, (part, w) in enumerate(zip(line, widths, strict=True))
            )
            yield "  ".join(sides).rstrip()
