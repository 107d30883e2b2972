"""Where the nodes and the streams of a flow lie: numbers only, in pixels downwards and in thousandths of the width across."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from daylight.views.flows import Flow

TALL = 260  # pixels of all money together
LEAST = 1.0  # pixels of the smallest node or stream
ROOM = 56  # pixels that the label of a node needs
GAP = 8
ACROSS = (0, 494, 988)  # where the columns begin
WIDE = 12


class Box(NamedTuple):
    """A node: where it begins and how large it is."""

    x: float
    y: float
    height: float


class Stream(NamedTuple):
    """A stream: the numbers of its gap and of the nodes that it joins, where it begins and ends, and how broad it is."""

    gap: int
    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    height: float


class Laid(NamedTuple):
    """A flow on paper: its height, its nodes column by column, and its streams, the broadest first."""

    height: float
    boxes: tuple[tuple[Box, ...], ...]
    streams: tuple[Stream, ...]


def laid(flow: Flow) -> Laid:
    """Where everything lies. Each column begins at the top."""
    whole = sum(node.total for node in flow.columns[0])
    boxes = tuple(_column([n.total for n in column], whole, x) for column, x in zip(flow.columns, ACROSS, strict=True))
    streams = [stream for gap in (0, 1) for stream in _streams(flow, gap, boxes, whole)]
    height = max(max(box.height, ROOM) + box.y for column in boxes for box in column)
    return Laid(round(height, 1), boxes, tuple(sorted(streams, key=lambda s: (-s.height, s))))


def _size(amount: Decimal, whole: Decimal) -> float:
    return max(LEAST, float(amount / whole) * TALL)


def _column(totals: Sequence[Decimal], whole: Decimal, x: float) -> tuple[Box, ...]:
    """Boxes one below the other, each with room for its label."""
    found, y = [], 0.0
    for total in totals:
        height = _size(total, whole)
        found.append(Box(x, round(y, 1), round(height, 1)))
        y += max(height, ROOM) + GAP
    return tuple(found)


def _streams(flow: Flow, gap: int, boxes: tuple[tuple[Box, ...], ...], whole: Decimal) -> list[Stream]:
    """The streams of a gap: they leave a node, and reach one, in the order of the nodes at their other end."""
    left, right = [box.y for box in boxes[gap]], [box.y for box in boxes[gap + 1]]
    found = []
    for (start, end), amount in flow.streams[gap].items():
        height = _size(amount, whole)
        x0, x1 = ACROSS[gap] + WIDE, ACROSS[gap + 1]
        found.append(Stream(gap, start, end, x0, round(left[start], 1), x1, round(right[end], 1), round(height, 1)))
        left[start], right[end] = left[start] + height, right[end] + height
    return found
