"""Bars: a list in which each line says a name and pounds, and draws them. The words are HTML and wrap; only the bar is SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from daylight.pages.pieces import safe
from daylight.views import money
from daylight.words import ngettext

MOST = 12  # bars of a picture
HEIGHT = 14  # pixels


@dataclass(frozen=True)
class Bar:
    """One bar: its name as HTML, its pounds, and whether it is known to whom they belong; else it is drawn as an outline."""

    name: Markup
    total: Decimal
    known: bool = True


def others(count: int) -> str:
    """What those are called that are too many for bars of their own."""
    return ngettext("Others ({count})", "Others ({count})", count)


def bars(of: Sequence[Bar], called: Callable[[int], str] = others) -> Markup:
    """A picture of some bars, the longest as long as there is room. Those that are too many are one bar together."""
    shown = few(of, called)
    most = max((bar.total for bar in shown), default=Decimal(0))
    return safe(f'<ul class="dl-bars">\n{"".join(_line(bar, most) for bar in shown)}</ul>')


def few(of: Sequence[Bar], called: Callable[[int], str] = others) -> list[Bar]:
    """At most `MOST` bars: the first of those that are known, the others together, and those of nobody that is known."""
    known, unknown = [bar for bar in of if bar.known], [bar for bar in of if not bar.known]
    if len(of) <= MOST:
        return [*known, *unknown]
    room = MOST - len(unknown) - 1
    rest = known[room:]
    return [*known[:room], Bar(escape(called(len(rest))), sum(bar.total for bar in rest)), *unknown]


def _line(bar: Bar, most: Decimal) -> str:
    share = f"{100 * bar.total / most:.2f}" if most > 0 and bar.total > 0 else "0"
    kind = "" if bar.known else ' class="dl-unknown"'
    drawn = f'<svg width="100%" height="{HEIGHT}" aria-hidden="true"><rect{kind} width="{share}%" height="{HEIGHT}"/></svg>'
    said = f'<data value="{bar.total}">{money(bar.total)}</data>'
    return f"<li><span>{bar.name}</span> {said} {drawn}</li>\n"
