"""What several rules of 360Giving's quality tool ask of a grant. Which of its checks we keep how stands in giving360.yml."""

from daylight.record import Record
from daylight.rules.law import owed

GRANTS = frozenset({"grant", "provisional_grant"})


def is_grant(award: Record) -> bool:
    """Whether an award is a grant of the office that was not withdrawn. A provisional one is not 360Giving data yet."""
    return award.values.get("type") in GRANTS and owed(award)
