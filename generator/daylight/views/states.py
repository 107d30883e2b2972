"""Where an award stands on a day: live, ended, withdrawn or not known, and whether it was varied since it was made."""

from daylight.record import Record
from daylight.words import N_

LIVE, ENDED, VARIED, WITHDRAWN, UNKNOWN = STATES = ("live", "ended", "varied", "withdrawn", "unknown")
TITLES = {
    LIVE: N_("Live"),
    ENDED: N_("Ended"),
    VARIED: N_("Varied"),
    WITHDRAWN: N_("Withdrawn"),
    UNKNOWN: N_("Not known"),
}
_OVER = frozenset({"complete", "decommissioned", "clawed_back"})
_RUNNING = frozenset({"awarded", "active", "varied"})
_VARYING = frozenset({"variation", "extension"})


def states(award: Record, today: str) -> tuple[str, ...]:
    """The states of an award on the morning of an ISO day: one of live, ended, withdrawn and unknown, and perhaps varied.

    Dates come before what the record calls its status, for nobody changes a status on the day on which an award ends. An award
    whose first day is still to come is live.
    """
    changes = [row for row in award.rows("changes") if row.get("date", "") <= today]
    status, kinds = award.get("status"), {row.get("kind") for row in changes}
    if status == "withdrawn" or "withdrawal" in kinds:
        return (WITHDRAWN,)
    last = award.get("actual_end_date") or award.get("end_date")
    state = LIVE if last or status in _RUNNING else UNKNOWN
    if status in _OVER or (last and last < today):
        state = ENDED
    return (state, VARIED) if status == "varied" or kinds & _VARYING else (state,)
