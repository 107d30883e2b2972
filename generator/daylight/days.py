"""Days, moments and financial years as they are counted here, and the day by which a record has its place among them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from daylight.record import Record

LONDON = ZoneInfo("Europe/London")


def moment(day: str, time: str) -> datetime:
    """The moment of an ISO day and a time like "17:00", as clocks here show it."""
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=LONDON)


def financial_year(day: str) -> str:
    """The financial year (1 April to 31 March) of an ISO day, like "2023-24"."""
    first = int(day[:4]) - (day[5:] < "04-01")
    return f"{first:04d}-{(first + 1) % 100:02d}"


def is_year(year: str) -> bool:
    """Whether a financial year is a year and the one that follows, like "2023-24"."""
    return bool(year) and year == financial_year(f"{year[:4]}-04-01")


def award_day(award: Record) -> str:
    """The ISO day on which an award was made, else announced, else the first of the year that the source names, else ''."""
    v = award.values
    if day := v.get("award_date") or v.get("announced_on"):
        return day
    return f"{v['financial_year'][:4]}-04-01" if is_year(v.get("financial_year", "")) else ""


DATED = frozenset({"award", "opportunity", "decision", "round", "document"})  # kinds of record that have a day


def day_of(record: Record) -> str:
    """The ISO day by which a record chooses the rules that it must meet, '' where it has none."""
    v = record.values
    if record.kind == "award":
        return award_day(record)
    if record.kind == "opportunity":
        return v.get("published_on") or v.get("opens_on") or v.get("closes_on", "")
    return v.get({"decision": "taken_on", "round": "met_on", "document": "dated"}.get(record.kind, ""), "")
