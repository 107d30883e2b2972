"""What a record has of the money of awards, year by year: alone, as its published share, or with others in unknown parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from daylight.counted import countable
from daylight.keeping import kept
from daylight.parts import parts
from daylight.record import Record
from daylight.site import Site
from daylight.views.shares import NOTHING, year_of


@dataclass(frozen=True)
class Year:
    """The awards of a financial year ('' where it is not known) that name a record by a field that adds up.

    `listed` are all of them. Of those that are added up, the money of `alone` is all the record's own, of `shared` a
    published part is, and of `unknown` nobody knows which part; no pound of these is in `total`.
    """

    year: str
    listed: int = 0
    alone: int = 0
    alone_total: Decimal = NOTHING
    shared: int = 0
    shared_total: Decimal = NOTHING
    unknown: int = 0

    @property
    def counted(self) -> int:
        """How many awards have a part in `total`."""
        return self.alone + self.shared

    @property
    def total(self) -> Decimal:
        return self.alone_total + self.shared_total


@kept
def history(site: Site, record: Record) -> tuple[Year, ...]:
    """The years of a record, newest first; what has no known year comes last."""
    years: dict[str, list[Year]] = {}
    for award in named_by(site, record):
        year = year_of(award)
        years.setdefault(year, []).append(_of(site, record, award, year))
    return tuple(joined(years[year], year) for year in sorted(years, key=lambda y: (bool(y), y), reverse=True))


def joined(years: Iterable[Year], name: str = "") -> Year:
    """Some years together."""
    of = list(years)
    if len(of) == 1:
        return of[0]
    return Year(
        name,
        sum(y.listed for y in of),
        sum(y.alone for y in of),
        sum((y.alone_total for y in of), NOTHING),
        sum(y.shared for y in of),
        sum((y.shared_total for y in of), NOTHING),
        sum(y.unknown for y in of),
    )


def named_by(site: Site, record: Record) -> Iterator[Record]:
    """The awards that name a record by a field that adds up, each once."""
    found = {
        link.source.key: link.source
        for link in site.incoming.get((record.kind, record.key), ())
        if link.field.adds and link.source.kind == "award"
    }
    yield from found.values()


def _of(site: Site, record: Record, award: Record, year: str) -> Year:
    amount = countable(award)
    if amount is None:
        return Year(year, 1)
    known = parts(site, award, record.kind)
    if known is None or record.key not in known:  # beside the published shares of others, it has one that nobody knows
        return Year(year, 1, unknown=1)
    if len(known) == 1 and known[record.key] == amount:
        return Year(year, 1, alone=1, alone_total=amount)
    return Year(year, 1, shared=1, shared_total=known[record.key])
