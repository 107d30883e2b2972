"""The small objects of OCDS: moments, periods and values, and objects without what is not known."""

from decimal import Decimal

from daylight import days

FIRST, LAST = "00:00:00", "23:59:59"


def moment(day: str, time: str = FIRST) -> str:
    """An ISO day at a time of day of the United Kingdom, such as "2024-05-01T00:00:00+01:00"."""
    return days.moment(day, time).isoformat()


def period(first: str | None, last: str | None) -> dict[str, str]:
    """The time from the beginning of one ISO day to the end of another, or what of it is known."""
    return without_nothing({"startDate": moment(first) if first else "", "endDate": moment(last, LAST) if last else ""})


def value(amount: Decimal | None) -> dict:
    """An amount in pounds; {} where there is none."""
    return {"amount": amount, "currency": "GBP"} if amount is not None else {}


def without_nothing(values: dict) -> dict:
    """An object without what is not known: OCDS asks to leave it out, where null or "" would say that it is nothing."""
    return {name: found for name, found in values.items() if found not in (None, "", [], {})}
