"""A picture with its caption and its table."""

from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from daylight.pages.page import Table
from daylight.pages.pieces import safe
from daylight.pages.plain import plain_table
from daylight.site import Site
from daylight.words import _


@dataclass(frozen=True)
class Figure:
    """A picture: its title ('' where a heading above it says it), what it shows in a sentence, the drawing as HTML,
    and the table of the same figures."""

    id: str
    title: str
    said: str
    drawing: Markup
    table: Table


def figure(site: Site, of: Figure, folded: bool = True) -> Markup:
    """A picture as HTML; its table stands below it, `folded` or not. On paper it is never folded."""
    table = plain_table(site, of.table)
    if folded:
        table = f"<details><summary>{escape(_('Show these figures as a table'))}</summary>\n{table}\n</details>"
    title = f"<strong>{escape(of.title)}</strong> " if of.title else ""
    return safe(
        f'<figure class="dl-figure" id="{escape(of.id)}">\n<figcaption>{title}'
        f"{escape(of.said)}</figcaption>\n{of.drawing}\n{table}\n</figure>"
    )
