"""What a section of the report is made of, before it is written down in one form or another."""

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.findings import Finding
from daylight.review.differ import Cut
from daylight.review.line import Line
from daylight.review.report import Leak


@dataclass(frozen=True)
class Say:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list, in which a point may have points of its own."""

    lines: Sequence[Line]


@dataclass(frozen=True)
class Fix:
    """What is to be put right."""

    findings: Sequence[Finding]


@dataclass(frozen=True)
class Leaks:
    """Where something private stands."""

    leaks: Sequence[Leak]


@dataclass(frozen=True)
class Guide:
    """Says where all steps are that must follow when something private got in."""


@dataclass(frozen=True)
class Grid:
    """A table. Of the columns from `numbers` on the cells are figures."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str | Cut, ...]]
    numbers: int = 99


@dataclass(frozen=True)
class Preview:
    """Says that there is a preview, with a link to it where its address is known."""


Block = Say | Preview | Guide | Points | Fix | Leaks | Grid


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Block, ...]
