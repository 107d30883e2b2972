"""Which awards are published as 360Giving data, and why others are not.

The standard is for grants that are agreed: "grants that are not yet fully committed" are "not suitable for inclusion" (its
publisher guidance on the award date), and those that did not go ahead are removed. Hence a provisional grant is left out
until it is a grant. A required field is never filled with a guess: no month or year stands for the day of the award, and no
rounded amount for the exact one.
"""

from typing import NamedTuple

from daylight.counted import countable
from daylight.derived import recipients
from daylight.exports.giving360.organisations import Funder, funder_on
from daylight.keeping import once_of
from daylight.record import Record
from daylight.rules.between import made_by
from daylight.rules.giving import GRANTS
from daylight.site import Site
from daylight.words import N_, _

PROVISIONAL = N_("It is provisional, and the money not agreed yet.")
WITHDRAWN = N_("It was withdrawn.")
OTHER_FUNDER = N_("Another body than the office gave it.")
NOT_COUNTED = N_("Its money is not added up; its record says why.")
NO_AMOUNT = N_("Its amount is not published.")
NOT_EXACT = N_("Its amount is not exact.")
ZERO = N_("Its amount is nothing.")
NO_RECIPIENT = N_("It names no organisation that received it.")
NO_DESCRIPTION = N_("It says no more than its title.")
NO_DATE = N_("The day on which it was decided is not published.")
FUTURE = N_("The day on which it was decided has not come yet.")
NO_FUNDER = N_("What the office was called on that day is not recorded.")


class Grant(NamedTuple):
    """An award that is published as 360Giving data: the day on which it was decided, who the office was that day, and the
    organisations that receive it; none where a private person does."""

    award: Record
    day: str
    funder: Funder
    recipients: tuple[Record, ...]


def left_out(site: Site) -> list[tuple[Record, str]]:
    """The grants that the office paid out, as its records say, and that 360Giving cannot have, each with the first reason.

    With `published` they are all awards of a kind of grant that went out.
    """
    return [(award, _(reason)) for award, reason in _sorted(site)[1]]


def published(site: Site) -> list[Grant]:
    """The grants that are published as 360Giving data, by key."""
    return _sorted(site)[0]


@once_of
def _sorted(site: Site) -> tuple[list[Grant], list[tuple[Record, str]]]:
    taken, left = [], []
    for award in site.all("award"):
        if award.get("type") in GRANTS and award.get("direction") == "out":
            found = _grant(site, award)
            if isinstance(found, Grant):
                taken.append(found)
            else:
                left.append((award, found))
    return taken, left


def _grant(site: Site, award: Record) -> Grant | str:
    """The grant that an award is, or the first reason why it is left out."""
    if reason := _money(award):
        return reason
    organisations = tuple(recipients(site, award))
    individual = _to_individual(award, organisations)
    if not (individual or organisations):
        return NO_RECIPIENT
    if not (individual or description(award)):
        return NO_DESCRIPTION
    if not (day := decided_on(site, award)):
        return NO_DATE
    if day > site.today:
        return FUTURE
    funder = funder_on(site, day)
    return Grant(award, day, funder, () if individual else organisations) if funder else NO_FUNDER


def _money(award: Record) -> str:
    """Why the money of an award is not that of a grant of the office, '' where it is."""
    v = award.values
    reasons = (
        (v["type"] == "provisional_grant", PROVISIONAL),
        (v.get("status") == "withdrawn", WITHDRAWN),
        ("funder" in v, OTHER_FUNDER),
        ("not_counted" in v, NOT_COUNTED),
        (v.get("amount_basis") == "not_published", NO_AMOUNT),
        (v.get("amount_basis") != "exact", NOT_EXACT),
        (countable(award) is None, NO_AMOUNT),
        (not countable(award), ZERO),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _to_individual(award: Record, organisations: tuple[Record, ...]) -> bool:
    """Whether a private person received it, or somebody who trades under their own name."""
    return award.get("recipient_individual", False) or any(o.get("legal_form") == "individual" for o in organisations)


def description(award: Record) -> str:
    """What an award says of itself beside its title, '' if nothing."""
    title = award.get("title", "").casefold()
    texts = (award.get(name, "") for name in ("purpose", "description", "needs"))
    return next((text for text in texts if text and text.casefold() != title), "")


def decided_on(site: Site, award: Record) -> str:
    """The ISO day of the award: its own, else that of the one decision that made it; '' where neither is published.

    "When the decision to award this grant was made" (360Giving, Award Date). The day of an announcement is another one.
    """
    if day := award.get("award_date"):
        return day
    days = {decision.get("taken_on", "") for decision in made_by(site, award)}
    return days.pop() if len(days) == 1 else ""
