"""What a page is before it becomes HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from daylight.record import Record

Cell = str | int | Decimal | Record | Markup | None  # text, a count, pounds, a link to a record, HTML; None is "not published"


@dataclass(frozen=True)
class Page:
    """A page to be made: its path below the site root, its plain-text title and description, and what its template gets.

    `place` is the empty page of the frame that it is set into, where that is not its own path. `head` is HTML of its own for
    its head. One that is to be read with `care` has a way to leave it at once.
    """

    path: str
    template: str
    title: str
    description: str
    values: dict
    place: str | None = None
    head: str = ""
    care: bool = False


@dataclass(frozen=True)
class Table:
    """A table of a report: its caption, the headings, and rows of cells. A heading that begins with # is of numbers.

    A `grid` of many small numbers stays a table on a narrow screen, and is moved sideways there.
    """

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    grid: bool = False


@dataclass(frozen=True)
class Section:
    """A part of a report: a heading, paragraphs, pictures, tables. `id` is its place on the page, `items` a list of cells."""

    title: str
    texts: Sequence[str | Markup] = ()
    tables: Sequence[Table] = ()
    items: Sequence[Cell] = ()
    id: str = ""
    figures: Sequence[Markup] = ()


def report(
    path: str,
    title: str,
    lead: str,
    sections: Sequence[Section],
    place: str | None = None,
    crumbs: Sequence[tuple[str, str]] = (),
) -> Page:
    """A page of sections. `crumbs` are the paths and titles of the pages above it."""
    return Page(path, "report.html", title, lead[:200], {"lead": lead, "sections": sections, "crumbs": crumbs}, place)
