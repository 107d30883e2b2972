"""What is there and what is not: months by kind of record, numbers that a register leaves out, and what is withheld."""

from collections import Counter
from dataclasses import dataclass

from daylight.days import day_of, financial_year, is_year
from daylight.record import Record, Row
from daylight.rules.periods import MONTH
from daylight.site import Site

KINDS = ("award", "decision", "opportunity", "publication")


@dataclass(frozen=True)
class Months:
    """How many records of a kind each month of a financial year has, from April on. None is before the first record or
    after the last, where nobody knows whether there was something; 0 is a month with nothing between others."""

    year: str
    counts: tuple[int | None, ...]


def months(site: Site, kind: str) -> list[Months]:
    """The records of a kind by month, newest year first."""
    days = sorted(day for record in site.records[kind].values() if len(day := _day(record)) >= 7 and day[:4].isdigit())
    if not days:
        return []
    counts, first, last = Counter(day[:7] for day in days), days[0][:7], days[-1][:7]
    found = []
    for year in range(_first(days[-1]), _first(days[0]) - 1, -1):
        names = [f"{year + (n > 9)}-{(n + 2) % 12 + 1:02d}" for n in range(1, 13)]
        of = tuple(counts[name] if first <= name <= last else None for name in names)
        found.append(Months(financial_year(f"{year}-04-01"), of))
    return found


def _first(day: str) -> int:
    """The calendar year in which the financial year of a day, or of a month, begins."""
    return int(financial_year(f"{day}-01"[:10])[:4])


def _day(record: Record) -> str:
    """The day or the month of a record."""
    if record.kind == "publication":
        period = record.get("period", "")
        return period if MONTH.fullmatch(period) and not is_year(period) else ""  # 2011-12 is a year, as most such are
    return "" if record.kind == "award" and not (record.get("award_date") or record.get("announced_on")) else day_of(record)


def withheld(site: Site) -> list[tuple[Record, Row]]:
    """Everything that records say is withheld, with its ground."""
    return [(r, row) for of in site.records.values() for r in of.values() if r.children for row in r.rows("withholdings")]
