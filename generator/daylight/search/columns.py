"""The columns of the registers: what a browser needs to filter, count, sort, show and download one, in one file each.

A file holds names once and numbers that stand for them. Of each row, in the order of `order`, there is its key and its title
(the number of a text in `titles`, which stand in the order of the alphabet). `day` is how many days it lies before the row
above, the first before `from`, null where none is published; of `vague` rows only the year is known. `amount` is in pence, -1
where none is published (then `said` may hold the words of the source), and `counted` what of it is added up: -1 nothing, -2
all, else pence. Of each facet there are its `values`, their `names` where these are not said by the interface, and `of`: for
each row the number of its value, or counted from their end that of several values in `sets`. `marks` are the rows that need a
word beside their name, with its number in the list of the interface. `welsh` are titles and names that are given in Welsh.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from daylight.counted import countable
from daylight.days import award_day
from daylight.derived import derived
from daylight.record import Record
from daylight.search import embeds, labels
from daylight.search.order import order
from daylight.search.packing import days, fronted, packed, part, pence
from daylight.site import Site
from daylight.views.counts import counted, values
from daylight.views.facet import SILENT, Facet
from daylight.views.facets import FACETS
from daylight.words import ENGLISH, spoken

Amount = Callable[[Site, Record], Decimal | None]


@dataclass(frozen=True)
class Shape:
    """What the rows of a register have beside facets: a day, an amount, what of it counts, and fields of text or number."""

    day: Callable[[Record], str] = lambda record: ""
    amount: Amount | None = None
    counted: Amount = lambda site, record: None
    texts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def _received(site: Site, organisation: Record) -> Decimal | None:
    return derived(site, organisation).get("amount_received")


SHAPES = {
    "award": Shape(award_day, lambda site, award: award.get("amount"), lambda site, award: countable(award)),
    "decision": Shape(lambda decision: decision.get("taken_on", ""), texts=("reference",)),
    "organisation": Shape(amount=_received, counted=_received, numbers=("awards_received",)),
    "opportunity": Shape(lambda opportunity: opportunity.get("closes_on", ""), lambda site, o: o.get("maximum_award")),
}


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """The file of each register, and in each language that of the words for all of them and the pages for other sites."""
    for kind in FACETS:
        yield f"search/{site.schemas[kind].folder}.json", packed(columns(site, kind))
    for language in site.languages:
        with spoken(language):
            made = packed(labels.labels(site))
        yield f"{'' if language == ENGLISH else language + '/'}search/registers.json", made
    yield from embeds.outputs(site)


def columns(site: Site, kind: str) -> dict:
    """The columns of a register."""
    records, shape = order(site, kind), SHAPES[kind]
    texts = [site.label(record) for record in records]
    titles = sorted(set(texts), key=lambda text: (text.casefold(), text))
    places = {text: place for place, text in enumerate(titles)}
    made = {
        "keys": fronted([record.key for record in records]),
        "titles": titles,
        "title": [places[text] for text in texts],
        **days([shape.day(record) for record in records]),
        "marks": {n: place for n, r in enumerate(records) if (place := labels.place(site, r)) is not None},
    }
    made |= {name: fronted([record.get(name, "") for record in records]) for name in shape.texts}
    made |= {name: [derived(site, record).get(name, 0) for record in records] for name in shape.numbers}
    if kind == "award":
        made["vague"] = [n for n, r in enumerate(records) if not (r.get("award_date") or r.get("announced_on"))]
    if shape.amount:
        amounts = [shape.amount(site, record) for record in records]
        made["amount"] = [pence(amount) for amount in amounts]
        made["counted"] = [part(a, shape.counted(site, r)) for a, r in zip(amounts, records, strict=True)]
        made["said"] = {n: s for n, r in enumerate(records) if amounts[n] is None and (s := r.get("amount_as_published"))}
    made["facets"] = {facet.name: numbered(site, kind, facet) for facet in FACETS[kind]}
    return made | ({"welsh": welsh(site, kind, records)} if len(site.languages) > 1 else {})


def welsh(site: Site, kind: str, records: Sequence[Record]) -> dict:
    """The titles of rows that are given in Welsh by their numbers, and the names of values by facet and value."""
    made = {"title": {n: said for n, record in enumerate(records) if (said := in_welsh(site, record))}}
    for facet in FACETS[kind]:
        if of := site.records.get(facet.refers):
            made[facet.name] = {
                key: said for key in counted(site)[kind][facet.name] if key in of and (said := in_welsh(site, of[key]))
            }
    return made


def in_welsh(site: Site, record: Record) -> str:
    """What a record is called in Welsh, where it says so."""
    return record.get(f"{site.schemas[record.kind].label}_welsh", "")


def numbered(site: Site, kind: str, facet: Facet) -> dict:
    """The column of a facet."""
    there = list(counted(site)[kind][facet.name])
    places, sets = {value: place for place, value in enumerate(there)}, {}
    of = []
    for record in order(site, kind):
        numbers = tuple(places[value] for value in values(site, record)[facet.name])
        of.append(numbers[0] if len(numbers) == 1 else len(there) + sets.setdefault(numbers, len(sets)))
    made = {"values": there, "of": of} | ({"sets": list(sets)} if sets else {})
    if facet.refers:
        made["names"] = ["" if value in SILENT else facet.label(site, value) for value in there]
    return made
