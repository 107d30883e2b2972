"""The report as one comment on a pull request, in the Markdown of GitHub."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.findings import ERROR, Finding
from daylight.review.blocks import Block, Fix, Grid, Guide, Leaks, Points, Preview, Say, Section
from daylight.review.differ import Cut
from daylight.review.escape import code, escaped, link, quoted
from daylight.review.leaks import GUIDE, STEPS
from daylight.review.line import Line
from daylight.review.names import placed
from daylight.review.report import Leak, Report
from daylight.review.sections import OPEN_IT, PREVIEW, sections

MARK = "<!-- daylight-review -->"  # by which the comment is found again
MOST = 60_000  # characters; GitHub takes 65,536
EACH = 12_000  # of one block, so that no section takes the place of all others
SHOWN = 10  # of many; the rest is folded


@dataclass(frozen=True)
class Where:
    """Where links lead: the address of the repository, such as https://github.com/owner/name, and that of the preview. Either
    may be ''; then links to files are relative, or there is none."""

    repository: str = ""
    preview: str = ""


def markdown(report: Report, where: Where = Where()) -> str:
    """The comment. Of what does not fit, first the ends of long lists go and then whole sections, and that is said."""
    write = _Writer(report, where)
    said = [(section.title, write.section(section)) for section in sections(report)]
    text, left = f"{MARK}\n", []
    for title, part in said:
        if len(text) + len(part) > MOST - 1_000:
            left.append(title)
        else:
            text += f"\n{part}"
    if left:
        text += f"\nLeft out, because a comment holds no more: {', '.join(left)}. `daylight review` shows all of it.\n"
    return f"{text}\n<sub>{write.foot()}</sub>\n"


class _Writer:
    """Writes the blocks of one report."""

    def __init__(self, report: Report, where: Where):
        self.report, self.where = report, where

    def section(self, section: Section) -> str:
        said = "\n".join(self.block(block) for block in section.blocks)
        return f"### {section.title}\n\n{said}"

    def block(self, block: Block) -> str:
        match block:
            case Say(text):
                return f"{escaped(text)}\n"
            case Preview():
                return f"{link(PREVIEW, self.where.preview)} {OPEN_IT}\n"
            case Guide():
                at = f"{self.where.repository.rstrip('/')}/blob/HEAD/{GUIDE}" if self.where.repository else GUIDE
                return f"{STEPS} {link(GUIDE, at)}.\n"
            case Points(lines):
                return self.folded([self.point(line) for line in lines])
            case Fix(findings):
                return self.folded([self.finding(f) for f in findings])
            case Leaks(leaks):
                return self.folded([self.leak(leak) for leak in leaks])
            case Grid():
                return self.grid(block)

    def folded(self, points: Sequence[str], more: str = "") -> str:
        """The first of some points, and the others folded."""
        first, rest = points[:SHOWN], list(_fitting(points[SHOWN:]))
        text = "".join(first)
        if rest:
            text += f"\n<details><summary>{len(points) - SHOWN:,} more</summary>\n\n{''.join(rest)}\n</details>\n"
        return text

    def point(self, line: Line) -> str:
        each = [f"  - {escaped(said)}\n" for said in line.each]
        text = f"- {escaped(line.text)}\n{''.join(each[:SHOWN])}"
        if rest := list(_fitting(each[SHOWN:])):
            text += f"\n  <details><summary>{len(each) - SHOWN:,} more</summary>\n\n{''.join(rest)}\n  </details>\n\n"
        return text

    def finding(self, f: Finding) -> str:
        """A finding with its place, what must be, what to type instead, and its code."""
        mark = "**Error**" if f.severity == ERROR else "**Warning**"
        fix = f" Type {code(f.fix)} instead." if f.fix else ""
        place = self.place(self.report.place(f.path), f.line)
        return f"- {mark} in {place}: {escaped(sentence(f.message))}.{fix} ({self.rule(f.rule)})\n"

    def rule(self, code: str) -> str:
        return link(escaped(code), self.report.page_of(code))

    def leak(self, leak: Leak) -> str:
        """A place at which something private stands, and the commit that added it."""
        commit = f" (commit {code(leak.commit[:10])})" if leak.commit else ""
        place = self.place(leak.path, leak.line, leak.commit)
        return f"- {place}{commit}: {escaped(sentence(leak.message))}. ({self.rule(leak.rule)})\n"

    def place(self, path: str, line: int, commit: str = "") -> str:
        """A file and a line, linked where it can be said safely: as it was in a commit, else in the newest one."""
        safe = placed(path)
        text = code(f"{safe}:{line}")
        if safe != path:
            return text
        if self.where.repository and (at := commit or self.report.head):
            return link(text, f"{self.where.repository.rstrip('/')}/blob/{at}/{quoted(path)}#L{line}")
        return link(text, f"{quoted(path)}#L{line}") if not self.where.repository else text

    def grid(self, grid: Grid) -> str:
        lines = ("---:" if n >= grid.numbers else "---" for n in range(len(grid.heads)))
        head = f"| {' | '.join(grid.heads)} |\n|{'|'.join(lines)}|\n"
        rows = [f"| {' | '.join(self.cells(grid, row))} |\n" for row in grid.rows]
        text = f"{head}{''.join(rows[: 2 * SHOWN])}\n"
        if rest := list(_fitting(rows[2 * SHOWN :])):
            text += f"<details><summary>{len(rows) - 2 * SHOWN:,} more</summary>\n\n{head}{''.join(rest)}\n</details>\n"
        return text

    def cells(self, grid: Grid, row: Sequence[str | Cut]) -> Iterator[str]:
        marks = {"Before": "del", "After": "ins"}
        for head, cell in zip(grid.heads, row, strict=True):
            if isinstance(cell, Cut) and cell.part:
                mark = marks[head]
                yield f"{escaped(cell.start)} <{mark}>{escaped(cell.part)}</{mark}> {escaped(cell.end)}".strip()
            else:
                yield escaped(str(cell))

    def foot(self) -> str:
        """How to have the same on one's own computer."""
        return f"The same in a terminal: {code(f'make review RANGE={self.report.base[:10]}..{self.report.head[:10]}')}"


def sentence(message: str) -> str:
    """A message with a large letter at its beginning."""
    return f"{message[0].upper()}{message[1:]}"


def _fitting(lines: Sequence[str]) -> Iterator[str]:
    """The first of some lines that fit into one block."""
    length = 0
    for number, line in enumerate(lines):
        length += len(line)
        if length > EACH:
            yield f"\n{len(lines) - number:,} more are left out here, because a comment holds no more.\n"
            return
        yield line
