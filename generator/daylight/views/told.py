"""What a feed says of a record and of each change to it, in plain words, without what is withheld."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from textwrap import shorten
from typing import NamedTuple

from daylight.derived import derived, withheld
from daylight.schema import Field
from daylight.site import Record, Row, Site, countable, kept
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


@kept
def of_changes(site: Site, record: Record) -> tuple[Told, ...]:
    """What is said of each change that a record lists."""
    kinds = site.schemas[f"{record.kind}_change"].by_name
    labels = kinds["kind"].labels if "kind" in kinds else {}
    found = []
    for row in record.rows("changes") if record.children else ():
        kind = _(labels[row.get("kind")]) if row.get("kind") in labels else _("Change")
        said = " ".join(filter(None, _change(site, record, row)))
        found.append(Told(plain(f"{kind}: {site.label(record)}"), plain(said), tags(site, record)))
    return tuple(found)


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
        yield _("What for: {text}", text=_short(purpose))
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
        return _("Amount as printed, not added up: {amount}.", amount=_short(printed))
    return _("Amount withheld.") if gone else _("Amount not published.")


def _decision(site: Site, decision: Record) -> tuple[str, Iterator[str]]:
    return site.label(decision), _of_decision(decision)


def _of_decision(decision: Record) -> Iterator[str]:
    if reference := decision.get("reference"):
        yield _("Decision {reference}.", reference=reference)
    yield _short(decision.get("summary") or decision.get("decision_text", ""))
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
    yield _short(opportunity.get("description", ""))
    if (most := opportunity.get("maximum_award")) is not None:
        yield _("One can ask for {amount} at most.", amount=money(most))
    if who := opportunity.get("eligibility"):
        yield _("Who may apply: {text}", text=_short(who))


_KINDS = {"award": _award, "decision": _decision, "opportunity": _opportunity}


def _change(site: Site, record: Record, row: Row) -> Iterator[str]:
    """What changed, and why. What a record withholds is not told by its changes either."""
    name, title, field = _named(site, record, row.get("field", ""))
    before, after = (_value(field, row.get(when, "")) for when in ("before", "after"))
    values = {"field": title, "before": before, "after": after}
    if name and (name in withheld(site, record) or not (before or after)):
        yield _("{field}: changed.", **values)
    elif before and after:
        yield _("{field}: {after} (before: {before}).", **values)
    elif before or after:
        yield _("{field}: {after}.", **values) if after else _("{field}: nothing (before: {before}).", **values)
    if (amount := row.get("amount")) is not None:
        yield _("Returned: {amount}.", amount=money(amount))
    if on := row.get("date"):
        yield _("Changed on {day}.", day=day(on))
    yield _short(row.get("reason", ""))


def _named(site: Site, record: Record, said: str) -> tuple[str, str, Field | None]:
    """The field or list that a change names or calls by its title: its name, its title, and the field if it is one."""
    schema = site.schemas[record.kind]
    titles = {f.name: f.title for f in schema.fields} | {c.list: c.plural for n in schema.children if (c := site.schemas[n])}
    for name, title in titles.items():
        if said.casefold() in (name, title.casefold()):
            return name, _(title), schema.by_name.get(name)
    return said, said, None


def _value(field: Field | None, text: str) -> str:
    """A value as a change has it, which is a text, as people read it; as it stands where it is no value of the field."""
    try:
        if field and text and field.unit == "GBP":
            return money(Decimal(text))
        if field and text and field.type == "date":
            return day(text)
    except (InvalidOperation, ValueError):
        return text
    return _(field.labels[text]) if field and text in field.labels else _short(text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else shorten(text, LONGEST, placeholder=" …")
