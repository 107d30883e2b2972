"""What refers to a record, for its page, and how much of the money of awards belongs to it."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from daylight.parts import parts
from daylight.schema import Schema
from daylight.site import Record, Site, countable
from daylight.words import _


@dataclass(frozen=True)
class Referring:
    """The records of one kind that refer to a record by fields of one title.

    Of awards whose money belongs to the record, `total` is what adds up, with only the share of those that belong to others
    too; `left` is how many of those have no known share. Where no money belongs to it, `total` is None.
    """

    title: str
    schema: Schema
    records: list[Record]
    total: Decimal | None = None
    left: int = 0


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
        title = _(back) if times[back] == 1 else f"{_(back)}: {_(schema.plural).lower()}"
        found.append(Referring(title, schema, records, *(_belongs(site, record, records) if (kind, back) in adds else ())))
    return found


def _belongs(site: Site, record: Record, awards: list[Record]) -> tuple[Decimal, int]:
    """What of the money of some awards belongs to a record, and how many awards it shares in an unknown way."""
    whole, left = Decimal("0.00"), 0
    for award in awards:
        if countable(award) is not None:
            known = parts(site, award, record.kind)
            whole += known.get(record.key, 0) if known is not None else 0
            left += known is None
    return whole, left
