"""The way of the money as a picture: three columns of nodes, and streams between them as broad as their pounds.

The streams stretch with the page and the text does not: the drawing of the nodes is stretched across, and the words stand
over it at their own size. Where there is no room for words, numbers stand there, and a list below says what they are.
"""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from markupsafe import Markup

from daylight.pages.charts.layout import WIDE, Box, Stream, laid
from daylight.pages.pieces import safe
from daylight.views import money
from daylight.views.flows import NONE, ONE, SHARED, Flow

COLOURS = 6
LINE = 17  # pixels from one line of a label to the next
LETTERS = 26  # of a line of a label

PLACES = ('x="1.2%" dx="6"', 'x="50.6%" dx="6"', 'x="98.8%" dx="-6" text-anchor="end"')  # of the labels of each column

Names = Sequence[Sequence[Markup]]  # of the nodes of each column


def drawn(flow: Flow, names: Names, titles: Sequence[str], said: str) -> Markup:
    """The picture of a flow. `said` is what it shows, for those who cannot see it; `titles` are those of the columns."""
    of = laid(flow)
    streams = "".join(_stream(flow, stream) for stream in of.streams)
    nodes = "".join(_node(flow, n, m, box) for n, column in enumerate(of.boxes) for m, box in enumerate(column))
    labels = "".join(_labels(flow, of.boxes, names))
    heads = "".join(f"<li>{escape(title)}</li>" for title in titles)
    return safe(
        f'<ul class="dl-flow-heads">{heads}</ul>\n'
        f'<svg class="dl-flow" role="img" aria-label="{escape(said)}" width="100%" height="{of.height:g}">'
        f'<svg viewBox="0 0 1000 {of.height:g}" preserveAspectRatio="none" width="100%" height="{of.height:g}">'
        f"{streams}{nodes}</svg>{labels}</svg>\n{_key(flow, names, titles)}"
    )


def _kind(flow: Flow, *nodes: tuple[int, int]) -> str:
    """The class of a node or a stream: the colour of its fund, or that something of it is not known."""
    if any(flow.columns[n][m].kind in (SHARED, NONE) for n, m in nodes):
        return "dl-unknown"
    funds = [m for n, m in nodes if n == 1 and flow.columns[n][m].kind == ONE]
    return f"dl-colour-{funds[0] % COLOURS + 1}" if funds else "dl-node"


def _stream(flow: Flow, of: Stream) -> str:
    """A band that leaves and arrives level."""
    half = (of.x0 + of.x1) / 2
    below, under = of.y0 + of.height, of.y1 + of.height
    path = (
        f"M{of.x0:g} {of.y0:g}C{half:g} {of.y0:g} {half:g} {of.y1:g} {of.x1:g} {of.y1:g}"
        f"V{under:g}C{half:g} {under:g} {half:g} {below:g} {of.x0:g} {below:g}Z"
    )
    kind = _kind(flow, (of.gap, of.start), (of.gap + 1, of.end))
    return f'<path class="dl-stream {kind}" d="{path}" vector-effect="non-scaling-stroke"/>'


def _node(flow: Flow, n: int, m: int, box: Box) -> str:
    return (
        f'<rect class="{_kind(flow, (n, m))}" x="{box.x}" y="{box.y:g}" width="{WIDE}" height="{box.height:g}" '
        'vector-effect="non-scaling-stroke"/>'
    )


def _labels(flow: Flow, boxes: tuple[tuple[Box, ...], ...], names: Names) -> Iterator[str]:
    """The words at each node, and the number that stands there where words have no room."""
    for n, column in enumerate(boxes):
        for m, box in enumerate(column):
            lines = [*wrap(names[n][m].striptags(), LETTERS, max_lines=2, placeholder=" …"), money(flow.columns[n][m].total)]
            said = f'</tspan><tspan {PLACES[n]} dy="{LINE}">'.join(escape(line) for line in lines)
            english = ' lang="en-GB"' if "lang=" in names[n][m] else ""
            yield f'<text class="dl-words"{english} y="{box.y + 14:g}"><tspan {PLACES[n]}>{said}</tspan></text>'
            yield f'<text class="dl-digits" y="{box.y + 14:g}" {PLACES[n]}>{_number(flow, n, m)}</text>'


def _number(flow: Flow, n: int, m: int) -> int:
    """The number of a node: they are counted through all columns."""
    return sum(len(column) for column in flow.columns[:n]) + m + 1


def _key(flow: Flow, names: Names, titles: Sequence[str]) -> str:
    """What the numbers mean, where they stand instead of words."""
    found = []
    for n, column in enumerate(flow.columns):
        lines = "".join(
            f'<li value="{_number(flow, n, m)}">{names[n][m]} <data value="{node.total}">{money(node.total)}</data></li>'
            for m, node in enumerate(column)
        )
        found.append(f"<p>{escape(titles[n])}</p><ol>{lines}</ol>")
    return f'<div class="dl-flow-key">{"".join(found)}</div>'
