"""What refers to a record, for its page: the newest of it, and how much of the money of awards belongs to the record."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from daylight.days import DATED, day_of
from daylight.record import Record
from daylight.schema import Schema
from daylight.site import Site
from daylight.views.history import history, joined
from daylight.words import _

MOST = 50  # records of a group on a page, where the register can show them all
FULL = 200  # where it cannot
FACETS = {"area": "area", "fund": "fund", "priority": "priority", "organisation": "recipient"}  # of awards, by kind of record


@dataclass(frozen=True)
class Referring:
    """The records of one kind that refer to a record by fields of one title, the newest first where they have a day.

    Of awards whose money belongs to the record, `total` is what adds up, with only the share of those that belong to others
    too; `left` is how many of those have no known share. Where no money belongs to it, `total` is None. `facet` is that by
    which the register of awards can show just these, '' where there is none.
    """

    title: str
    schema: Schema
    records: list[Record]
    total: Decimal | None = None
    left: int = 0
    facet: str = ""

    @property
    def dated(self) -> bool:
        """Whether the newest stand first."""
        return self.schema.name in DATED

    @property
    def shown(self) -> list[Record]:
        """Those that the page of the record lists."""
        return self.records[: MOST if self.facet else FULL]


def incoming(site: Site, record: Record) -> list[Referring]:
    """The records that refer to this one, under the title that the referring field gives them."""
    groups: dict[tuple[str, str], dict[str, Record]] = {}
    adds = set()
    for link in site.incoming.get((record.kind, record.key), []):
        if link.source.kind == "publisher":
            continue  # it has no page; its rules and names are shown in pages of their own
        group = (link.source.kind, link.field.back)
        groups.setdefault(group, {})[link.source.key] = link.source
        if link.field.adds:
            adds.add(group)
    times = Counter(back for _kind, back in groups)
    found = []
    for (kind, back), of in groups.items():
        schema, records = site.schemas[kind], list(of.values())
        if kind in DATED:
            records.sort(key=lambda r: (day_of(r), r.key), reverse=True)
        title = _(back) if times[back] == 1 else f"{_(back)}: {_(schema.plural).lower()}"
        if (kind, back) in adds:
            every = joined(history(site, record))
            found.append(Referring(title, schema, records, every.total, every.unknown, FACETS.get(record.kind, "")))
        else:
            found.append(Referring(title, schema, records))
    return found
