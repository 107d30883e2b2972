"""Where each value of a YAML record stands, in lines and columns from 0, so that one can change and the rest stay."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml


class Place(NamedTuple):
    """Where a field stands: from the line of its name to before `end`. `start` and `stop` are the columns at which a value
    on the line of its name begins and ends, 0 for others; `rows` are those of a list."""

    line: int
    end: int
    start: int = 0
    stop: int = 0
    rows: tuple["Group", ...] | None = None


class Group(NamedTuple):
    """Where the fields of a record, or of a row of a list, stand, all in one column; `alone` is the plain text that stands
    for the first field of a row, and `stop` the column at which it ends where it is on one line."""

    line: int
    end: int
    column: int
    places: Mapping[str, Place]
    alone: str | None = None
    stop: int = 0


def places(text: str, lines: Sequence[str]) -> Group:
    """The places of the fields of a record. `lines` are those of the text."""
    return _Reading(text, lines).root()


class _Reading:
    """Walks the events of the parser and notes where each value begins and ends."""

    def __init__(self, text: str, lines: Sequence[str]):
        self.lines, self.events = lines, yaml.parse(text, Loader=yaml.CBaseLoader)

    def root(self) -> Group:
        for event in self.events:
            if isinstance(event, yaml.MappingStartEvent):
                return self.mapping(event)
        return Group(0, len(self.lines), 0, {})

    def mapping(self, start) -> Group:
        places, column = {}, start.start_mark.column
        for key in self.events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            places[key.value] = self.value(key)
        end = max((p.end for p in places.values()), default=start.start_mark.line + 1)
        return Group(start.start_mark.line, end, column, places)

    def value(self, key) -> Place:
        at, event = key.start_mark.line, next(self.events)
        if isinstance(event, yaml.SequenceStartEvent):
            rows = tuple(self.sequence())
            return Place(at, max([at + 1, *(r.end for r in rows)]), rows=rows)
        start, stop = event.start_mark, event.end_mark
        if start.line == stop.line == at and event.value and event.style not in ("|", ">"):
            return Place(at, at + 1, start.column, stop.column)
        return Place(at, self.content_end(at, stop))

    def sequence(self) -> Iterator[Group]:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            if isinstance(event, yaml.MappingStartEvent):
                yield self.mapping(event)
            else:
                at = event.start_mark.line
                stop = event.end_mark.column if event.end_mark.line == at else 0
                yield Group(at, self.content_end(at, event.end_mark), event.start_mark.column, {}, event.value.strip(), stop)

    def content_end(self, at: int, stop) -> int:
        """The line after the last one of a value of several lines; blank lines and comments below it are not its own."""
        end = stop.line + (1 if stop.column else 0)
        while end > at + 1 and not self.lines[end - 1].strip():
            end -= 1
        return max(end, at + 1)
