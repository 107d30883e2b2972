"""What of all findings a change brings, what was there before, and what it puts right."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from daylight.findings import NOTE, SEVERITIES, Finding
from daylight.review.names import named
from daylight.review.sides import Key, Side

PRIVATE = ("DP-", "SAFE-", "WITH-", "GUARD")  # rules about what must not be published


class Found(NamedTuple):
    """The findings that a change brings, errors first; how many there were before and still are; how many it puts right.

    Notes, which only measure, are counted apart: `noted` are new.
    """

    new: tuple[Finding, ...] = ()
    before: int = 0
    gone: int = 0
    noted: int = 0

    @property
    def private(self) -> list[Finding]:
        return private(self.new)


def private(findings: Iterable[Finding]) -> list[Finding]:
    """Those by which something must not be published."""
    return [f for f in findings if f.rule.startswith(PRIVATE)]


def found(before: Side, after: Side, differ: Container[str]) -> Found:
    """Compares what was found in two sites, of which the files in `differ` are not the same.

    A finding is the same on another line, or in the file to which its record moved.

    Where the same rule says something else of the same record, that is new, and nothing was put right.
    """
    was, now = (Counter(f for f in side.findings if f.path not in differ) for side in (before, after))
    old, new = (
        _told([*rest.elements(), *(f for f in side.findings if f.path in differ)], located(side))
        for side, rest in ((before, was - now), (after, now - was))
    )
    fresh, went = [*_without(new, old)], [*_without(old, new)]
    told = sorted((t.finding for t in fresh if t.asks), key=lambda f: (SEVERITIES.index(f.severity), f))
    again = Counter((t.place, t.finding.rule) for t in fresh)
    gone = Counter((t.place, t.finding.rule) for t in went if t.asks) - again
    there = sum(f.severity != NOTE for f in after.findings) - len(told)
    return Found(tuple(told), there, gone.total(), len(fresh) - len(told))


class _Told(NamedTuple):
    """A finding, and in which record or file it stands."""

    finding: Finding
    place: Key | str

    @property
    def words(self) -> tuple:
        return self.place, self.finding.rule, self.finding.message, self.finding.severity

    @property
    def asks(self) -> bool:
        return self.finding.severity != NOTE


def _told(findings: Iterable[Finding], place: Callable[[Finding], Key | str]) -> list[_Told]:
    return [_Told(f, place(f)) for f in sorted(findings)]


def _without(these: Iterable[_Told], others: Iterable[_Told]) -> Iterator[_Told]:
    """Those to which none of the others says the same."""
    there = Counter(told.words for told in others)
    for told in these:
        if there[told.words]:
            there[told.words] -= 1
        else:
            yield told


def guarded(side: Side, changed: Iterable[Key]) -> set[Key]:
    """The records in which something private was found, and those of the `changed` ones whose key looks private."""
    at = located(side)
    within = {key for f in private(side.findings) if isinstance(key := at(f), tuple)}
    return within | {key for key in changed if named(key[1]) != key[1]}


def located(side: Side) -> Callable[[Finding], Key | str]:
    """Tells of a finding in which record it stands, by kind and key; where in none, in which file."""
    starts: Mapping[str, list[tuple[int, Key]]] = defaultdict(list)
    for path in {f.path for f in side.findings if f.path in side.parts}:
        part = side.parts[path]
        starts[path] += [(record.line, (record.kind, record.key)) for record in part.records]
        starts[path] += [(row.line, (kind, key)) for kind, key, _, row in part.loose]
        starts[path].sort()

    def at(f: Finding) -> Key | str:
        of = starts.get(f.path, [])
        place = bisect_right(of, f.line, key=lambda start: start[0]) - 1
        return of[max(place, 0)][1] if of else f.path

    return at
