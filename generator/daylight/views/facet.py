"""One way to filter a register, and how the values that a record has in it are found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten

from daylight.derived import awards_received, derived, recipients
from daylight.record import Record
from daylight.site import Site
from daylight.words import N_, _

NONE, WITHHELD = "none", "withheld"
SILENT = {NONE: N_("Not published"), WITHHELD: N_("Withheld")}
Values = Callable[[Site, Record], tuple[str, ...]]


@dataclass(frozen=True)
class Facet:
    """One way to filter a register: its name in addresses, its title, and the values that a record has.

    `labels` says what a value is called; without it a value is the key of a record of the kind `refers`, or else a text of the
    source. Values come in the order of `labels`, or the `latest` first, or the most frequent first.
    """

    name: str
    title: str
    values: Values
    labels: Mapping[str, str] | None = None
    refers: str = ""
    latest: bool = False
    fields: tuple[str, ...] = ()  # which, when they are withheld, leave it without a value

    def label(self, site: Site, value: str) -> str:
        """What a value is called in the language that is spoken."""
        if value in SILENT:
            return _(SILENT[value])
        if self.labels is not None:
            return _(self.labels[value])
        record = site.records.get(self.refers, {}).get(value)
        return site.label(record) if record else value


def field(name: str) -> Values:
    """The value of a field."""
    return lambda site, record: (record.values[name],) if record.get(name) else ()


def linked(kind: str, name: str = "") -> Values:
    """The records of a kind that a record refers to; where there is none, what the source calls them in the field `name`."""
    said = field(name)
    return lambda site, record: tuple(found.key for found in site.targets(record, kind)) or said(site, record)


def funded(site: Site, award: Record) -> tuple[str, ...]:
    """The organisations that receive an award; where none is known, the words that lists say instead."""
    keys = tuple(found.key for found in recipients(site, award))
    return keys or tuple(filter(None, [derived(site, award).get("recipient_name")]))


def band(bands: Mapping[str, str], number: Decimal | int | None) -> tuple[str, ...]:
    """The band in which a number lies, if there is one."""
    return () if number is None else (max((start for start in bands if int(start) <= number), key=int),)


def identified(site: Site, organisation: Record) -> tuple[str, ...]:
    """Whether an organisation has a number or an identifier of any sort."""
    numbered = any(organisation.get(name) for name in ("org_id", "charity_number", "company_number"))
    return ("yes" if numbered or organisation.rows("identifiers") else "no",)


def roles(site: Site, organisation: Record) -> tuple[str, ...]:
    """Whether an organisation received awards, alone or with others."""
    alone = {recipients(site, award) == [organisation] for award in awards_received(site, organisation)}
    return (*(["alone"] if True in alone else []), *(["partner"] if False in alone else [])) or ("neither",)


def closing(size: int) -> Values:
    """The year (4 characters) or the month (7) in which an opportunity closes."""
    return lambda site, opportunity: (opportunity.values["closes_on"][:size],) if opportunity.get("closes_on") else ()


def who(site: Site, opportunity: Record) -> tuple[str, ...]:
    """Who may apply, as far as it can stand in a list."""
    return (shorten(opportunity.values["eligibility"], 120, placeholder="…"),) if opportunity.get("eligibility") else ()


def decided_by(site: Site, decision: Record) -> tuple[str, ...]:
    """Whether the office itself took a decision, or another body."""
    return ("own" if decision.get("own") else "other",)
