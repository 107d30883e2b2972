"""The way of the money: from where a fund has it, through the fund, to what it was for. What is not known stays in sight."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from daylight.counted import countable
from daylight.keeping import once_of
from daylight.parts import parts, rest_is_shared
from daylight.record import Record
from daylight.site import Site
from daylight.views.shares import NOTHING

ENDS = ("priority", "theme", "area")  # what the money can be followed to, the best first
ONE, OTHERS, SHARED, NONE = "one", "others", "shared", "none"  # what a node is; others are those that have least
MOST = 6  # nodes of one column that have a name


@dataclass(frozen=True)
class Node:
    """One place in a column. `key` is that of a record, or the words of the source; '' where `kind` is not ONE.

    `count` is how many it stands for. What is SHARED belongs to several in unknown parts, what is NONE to nothing known.
    """

    kind: str
    key: str
    total: Decimal
    count: int = 1


@dataclass(frozen=True)
class Flow:
    """Three columns of nodes (sources of money, funds, ends), the largest first; and what goes between neighbours.

    `streams` holds, for the first gap and the second, the pounds between a node and one of the next column, by their numbers.
    Each column, and each gap, makes the whole to the penny. `end` says which of ENDS the third column is.
    """

    end: str
    columns: tuple[list[Node], list[Node], list[Node]]
    streams: tuple[dict[tuple[int, int], Decimal], dict[tuple[int, int], Decimal]]


Place = tuple[str, str]  # the kind and the key of a node
Way = tuple[Place, Place, Place]


def flow(site: Site) -> Flow | None:
    """The way of all money that is added up, to the first end that is known for half of it; None where there is none."""
    every = _ways(site)
    whole = sum(every[ENDS[0]].values())
    if not whole:
        return None
    known = {end: sum(total for way, total in every[end].items() if way[2][0] == ONE) for end in ENDS}
    end = next((end for end in ENDS if known[end] * 2 >= whole), max(ENDS, key=known.get))
    ways = every[end]
    columns = tuple(_column(ways, n) for n in range(3))
    places = [_places(ways, n, column) for n, column in enumerate(columns)]
    streams = tuple(_streams(ways, n, places) for n in range(2))
    return Flow(end, columns, streams)


def _column(ways: Counter[Way], n: int) -> list[Node]:
    """The nodes of a column: those with a name that have most, all others together, and what is not known."""
    totals: Counter = Counter()
    for way, total in ways.items():
        totals[way[n]] += total
    named = sorted((p for p in totals if p[0] == ONE), key=lambda place: (-totals[place], place))
    shown = named if len(named) <= MOST + 1 else named[:MOST]
    found = [Node(*place, totals[place]) for place in shown]
    if rest := named[len(shown) :]:
        found.append(Node(OTHERS, "", sum(totals[place] for place in rest), len(rest)))
    return found + [Node(kind, "", totals[kind, ""]) for kind in (SHARED, NONE) if totals[kind, ""]]


def _places(ways: Counter[Way], n: int, column: list[Node]) -> dict[Place, int]:
    """The number of the node of each place of a column."""
    numbers = {(node.kind, node.key): number for number, node in enumerate(column)}
    return {way[n]: numbers.get(way[n], numbers.get((OTHERS, ""))) for way in ways}


def _streams(ways: Counter[Way], n: int, places: list[dict[Place, int]]) -> dict[tuple[int, int], Decimal]:
    found: Counter = Counter()
    for way, total in ways.items():
        found[places[n][way[n]], places[n + 1][way[n + 1]]] += total
    return {at: found[at] for at in sorted(found)}


@once_of
def _ways(site: Site) -> dict[str, Counter[Way]]:
    """The pounds of each way, by end."""
    found: dict[str, Counter[Way]] = {end: Counter() for end in ENDS}
    for award in site.records["award"].values():
        if amount := countable(award):
            funds = [(_source(site, award, place), place, part) for place, part in _funds(site, award, amount)]
            for end, ways in found.items():
                place = _end(site, award, end)
                for source, fund, part in funds:
                    ways[source, fund, place] += part
    return found


def _funds(site: Site, award: Record, amount: Decimal) -> Iterator[tuple[Place, Decimal]]:
    """The funds that an award is paid from, and how much comes from each."""
    known = parts(site, award, "fund")
    if not known:
        yield ((NONE if known is not None else SHARED), ""), amount
        return
    yield from (((ONE, key), part) for key, part in known.items() if part)
    if left := amount - sum(known.values(), NOTHING):
        yield ((SHARED if rest_is_shared(site, award, "fund") else NONE), ""), left


def _end(site: Site, award: Record, end: str) -> Place:
    """What an award was for. No record says which part of it served which of several priorities or areas."""
    if end == "theme":
        return (ONE, award.values[end]) if end in award.values else (NONE, "")
    known = [record.key for record in site.targets(award, end)]
    return (SHARED, "") if len(known) > 1 else (ONE, known[0]) if known else (NONE, "")


def _source(site: Site, award: Record, fund: Place) -> Place:
    """Where the money of a fund comes from: as the award says of it, else as the fund does."""
    said = {row.get("source_of_money") for row in award.rows("funds") if row.get("fund") == fund[1]} - {None}
    record = site.get("fund", fund[1])
    words = said.pop() if len(said) == 1 else record.get("source_of_money") if record else None
    return (ONE, words) if words else (NONE, "")
