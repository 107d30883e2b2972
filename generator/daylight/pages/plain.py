"""The tables of reports, whose cells are texts, numbers, pounds and links."""

from decimal import Decimal
from html import escape

from markupsafe import Markup

from daylight.pages.page import Cell, Table
from daylight.pages.pieces import link, marks, missing, safe
from daylight.pages.tables import framed
from daylight.record import Record
from daylight.site import Site
from daylight.views import money
from daylight.words import _

LONG = 15  # characters of a year or an identifier at most


def cell(site: Site, content: Cell) -> Markup:
    """What stands in a cell of a report."""
    if content is None or content == "":
        return safe(missing(_("Not published")))
    if isinstance(content, Record):
        return safe(link(site, content)) + marks(site, content)
    if isinstance(content, Markup):
        return content
    return safe(money(content) if isinstance(content, Decimal) else escape(str(content)))


def plain_table(site: Site, of: Table) -> Markup:
    """A table of a report."""
    names = [name.removeprefix("#") for name in of.heads]
    numbers = [' class="dl-number"' if name.startswith("#") else "" for name in of.heads]
    head = "".join(f'<th scope="col"{number}>{escape(name)}</th>' for name, number in zip(names, numbers, strict=True))
    lines = []
    for contents in of.rows:
        first, *others = zip(contents, names, numbers, strict=True)
        tail = "".join(_plain_cell(site, *said) for said in others)
        lines.append(f'<tr><th scope="row"{_short(first[0])}>{cell(site, first[0])}</th>{tail}</tr>\n')
    return framed(of.caption, head, "".join(lines), " dl-grid" if of.grid else "")


def _plain_cell(site: Site, content: Cell, name: str, number: str) -> str:
    """A cell of a report."""
    return f'<td data-label="{escape(name)}"{number or _short(content)}>{cell(site, content)}</td>'


def _short(content: Cell) -> str:
    """A mark for a year or an identifier, which is not broken at its hyphen."""
    return ' class="dl-id"' if isinstance(content, str) and "-" in content and len(content) < LONG else ""
