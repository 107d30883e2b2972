"""What feeds and calendars say of a record, in plain words, without what is withheld."""

import re
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from daylight.counted import countable
from daylight.derived import derived, withheld
from daylight.keeping import kept
from daylight.record import Record
from daylight.site import Site
from daylight.views import day, mark, money
from daylight.words import _

LONGEST = 600  # characters of one text of a record
_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML or RFC 5545 cannot hold


class Told(NamedTuple):
    """What is said: a title of one line, a few sentences, and under which words it can be filed."""

    title: str
    summary: str
    tags: tuple[str, ...]


def plain(text: str) -> str:
    """A text in one line, without characters that a feed or a calendar cannot hold."""
    return " ".join(_UNFIT.sub("", text).split())


@kept
def of_record(site: Site, record: Record) -> Told:
    """What is said of an award, a decision or an opportunity."""
    title, sentences = _KINDS[record.kind](site, record)
    if said := mark(site, record):
        title = f"{title} ({said})"
    return Told(plain(title), plain(" ".join(filter(None, sentences))), tags(site, record))


def tags(site: Site, record: Record) -> tuple[str, ...]:
    """The funds and the priorities of a record, by their titles."""
    of = [*site.targets(record, "fund"), *site.targets(record, "priority")]
    return tuple(dict.fromkeys(name for other in of if (name := plain(site.label(other)))))


def closing(opportunity: Record) -> str:
    """Until when one can apply, in words."""
    if closes := opportunity.get("closes_on"):
        time = opportunity.get("closes_at")
        return _("Closes at {time} on {day}.", time=time, day=day(closes)) if time else _("Closes on {day}.", day=day(closes))
    return _("Open all the time.") if opportunity.get("rolling") else _("Closing date not published.")


def _award(site: Site, award: Record) -> tuple[str, Iterator[str]]:
    amount, name = award.get("amount"), derived(site, award).get("recipient_name")
    who = _("{amount} to {recipient}", amount=money(amount), recipient=name) if amount is not None and name else name
    title = ": ".join(filter(None, (site.label(award), who or money(amount))))
    return title, _of_award(site, award, name)


def _of_award(site: Site, award: Record, recipient: str | None) -> Iterator[str]:
    gone, fund = withheld(site, award), derived(site, award).get("fund_title")
    if not recipient:
        of = {"recipient", "recipients", "recipient_as_published"} & gone.keys()
        recipient = _("a recipient that is withheld") if of else _("a recipient that is not published")
    values = {"amount": money(award.get("amount")), "recipient": recipient, "fund": fund}
    if values["amount"]:
        yield _("{amount} to {recipient}, from {fund}.", **values) if fund else _("{amount} to {recipient}.", **values)
    else:
        yield _("To {recipient}, from {fund}.", **values) if fund else _("To {recipient}.", **values)
    yield _amount(award, "amount" in gone)
    if purpose := award.get("purpose") or award.get("description"):
        yield _("What for: {text}", text=short(purpose))
    if on := award.get("award_date"):
        yield _("Awarded on {day}.", day=day(on))
    elif on := award.get("announced_on"):
        yield _("Announced on {day}.", day=day(on))


def _amount(award: Record, gone: bool) -> str:
    """What there is to say of an amount that is unknown, or not added up as it stands."""
    if award.get("amount") is not None:
        counted = countable(award)
        if counted is None:
            return _("The amount is not added up.")
        return "" if counted == award.get("amount") else _("Of the amount, {part} is added up.", part=money(counted))
    if printed := award.get("amount_as_published"):
        return _("Amount as printed, not added up: {amount}.", amount=short(printed))
    return _("Amount withheld.") if gone else _("Amount not published.")


def _decision(site: Site, decision: Record) -> tuple[str, Iterator[str]]:
    return site.label(decision), _of_decision(decision)


def _of_decision(decision: Record) -> Iterator[str]:
    if reference := decision.get("reference"):
        yield _("Decision {reference}.", reference=reference)
    yield short(decision.get("summary") or decision.get("decision_text", ""))
    if (amount := decision.get("amount")) is not None:
        yield _("Amount: {amount}.", amount=money(amount))
    who, on = decision.get("decision_maker"), decision.get("taken_on")
    if who and on:
        yield _("Decided by: {who}, on {day}.", who=who, day=day(on))
    elif on:
        yield _("Decided on {day}.", day=day(on))


def _opportunity(site: Site, opportunity: Record) -> tuple[str, Iterator[str]]:
    title = site.label(opportunity)
    if opportunity.get("cancelled_on"):
        title = _("{title} (Cancelled)", title=title)
    return title, _of_opportunity(opportunity)


def _of_opportunity(opportunity: Record) -> Iterator[str]:
    if on := opportunity.get("cancelled_on"):
        yield _("Called off on {day}.", day=day(on))
    if on := opportunity.get("opens_on"):
        yield _("Opens on {day}.", day=day(on))
    yield closing(opportunity)
    yield short(opportunity.get("description", ""))
    if (most := opportunity.get("maximum_award")) is not None:
        yield _("One can ask for {amount} at most.", amount=money(most))
    if who := opportunity.get("eligibility"):
        yield _("Who may apply: {text}", text=short(who))


_KINDS = {"award": _award, "decision": _decision, "opportunity": _opportunity}


def short(text: str) -> str:
    """A text of a record, cut between two words where it is long."""
    return text if len(text) <= LONGEST else shorten(text, LONGEST, placeholder=" …")
