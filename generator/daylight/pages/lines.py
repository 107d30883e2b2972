"""Pieces of HTML of which the pages of records begin: the answers at a glance, the line of steps, and the parts of a notice.

They stand on pages by the ten thousand, and so are made here and not in templates.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from daylight.pages.pieces import label, link, marked, missing, safe, what
from daylight.pages.tables import child_table, fields
from daylight.record import Row
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.values import Value
from daylight.views import day
from daylight.views.steps import Step
from daylight.words import N_, _, html


class Part(NamedTuple):
    """A part of a notice: its field, its heading, and what it says; else why it says nothing, the law that asks for it,
    and the place (`at`, an id) where more is said."""

    name: str
    title: str
    said: str | None
    why: str = ""
    law: str = ""
    at: str = ""


def facts(site: Site, groups: Iterable[tuple[str, Sequence[tuple[Field, Value | None]]]]) -> Markup:
    """The facts of a record under their headings."""
    return safe("".join(f"<h2>{html(heading)}</h2>\n{fields(site, rows)}\n" for heading, rows in groups))


def lists(site: Site, children: Iterable[tuple[Schema, Sequence[Row]]]) -> Markup:
    """The child tables of a record under their headings."""
    heads = ((f'<h2 id="{of.list}">{html(of.plural)}{what(of.plural)}</h2>\n', of, rows) for of, rows in children)
    return safe("".join(f"{head}{child_table(site, of, rows)}\n" for head, of, rows in heads))


def glance(rows: Iterable[tuple[str, str]]) -> Markup:
    """Questions and answers: a text of ours, and HTML. A question without an answer is left out."""
    lines = (f"<div><dt>{html(title)}{what(title)}</dt><dd>{said}</dd></div>\n" for title, said in rows if said)
    return safe(f'<dl class="dl-fields dl-glance">\n{"".join(lines)}</dl>')


def line(site: Site, steps: Sequence[Step]) -> Markup:
    """The steps of a chain; nothing where there is but one."""
    if len(steps) < 2:
        return safe("")
    return safe(
        f'<h2 id="chain">{html(N_("Step by step"))}</h2>\n'
        f'<ol class="dl-chain">\n{"".join(_step(site, step) for step in steps)}</ol>'
    )


def _step(site: Site, step: Step) -> str:
    """A step: its name, the record or the list to which it leads, what is said of it, and its day."""
    said = [f'<span class="dl-step">{escape(step.name)}</span>']
    if step.here:
        said.append(f"<strong>{label(site, step.record)}</strong>")
    elif step.record:
        said.append(link(site, step.record))
    elif step.at:
        said.append(f'<a href="#{step.at}">{escape(step.said or _("What changed"))}</a>')
    elif step.printed:
        said.append(marked(step.printed))
    if step.said and (step.here or step.record or not step.at):
        said.append(missing(step.said) if step.missing else f"<span>{escape(step.said)}</span>")
    if step.day:
        said.append(f'<time datetime="{step.day}">{day(step.day)}</time>')
    return f"<li{' aria-current=step' if step.here else ''}>{' '.join(said)}</li>\n"


def parts(of: Iterable[Part]) -> Markup:
    """The parts of a notice, each under its heading."""
    return safe("".join(map(_part, of)))


def _part(part: Part) -> str:
    head = f'<h2 id="{part.name}">{html(part.title)}{what(part.title)}</h2>\n'
    if part.said is not None:
        return f'{head}<p class="dl-prose">{part.said}</p>\n'
    if part.at:
        return f'{head}<p>{missing(part.why)} <a href="#{part.at}">{html(N_("Why it is withheld"))}</a></p>\n'
    law = f" <small>{html(N_('Asked for by'))} {marked(part.law)}</small>" if part.law else ""
    return f"{head}<p>{missing(part.why)}{law}</p>\n"
