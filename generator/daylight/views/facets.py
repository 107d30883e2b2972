"""By what each register can be filtered: its facets, the values that a record has in each, and what a value is called.

A value is the key of a record, a category of a schema, or a text of the source; `NONE` stands where nothing is published, and
`WITHHELD` where a record says that it is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten

from daylight.derived import awards_received, derived, recipients
from daylight.schema import load_schemas
from daylight.site import Record, Site
from daylight.views import opportunities, states
from daylight.views.groups import year_of
from daylight.words import N_, _

NONE, WITHHELD = "none", "withheld"
SILENT = {NONE: N_("Not published"), WITHHELD: N_("Withheld")}
Values = Callable[[Site, Record], tuple[str, ...]]
BANDS = {  # by the pounds at which they begin
    "0": N_("Under £1,000"),
    "1000": N_("£1,000 to under £5,000"),
    "5000": N_("£5,000 to under £10,000"),
    "10000": N_("£10,000 to under £50,000"),
    "50000": N_("£50,000 to under £100,000"),
    "100000": N_("£100,000 to under £500,000"),
    "500000": N_("£500,000 or more"),
}
COUNTS = {  # by the number of awards at which they begin
    "0": N_("None"),
    "1": N_("1"),
    "2": N_("2 to 5"),
    "6": N_("6 to 20"),
    "21": N_("More than 20"),
}


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


def _recipients(site: Site, award: Record) -> tuple[str, ...]:
    """The organisations that receive an award; where none is known, the words that lists say instead."""
    keys = tuple(found.key for found in recipients(site, award))
    return keys or tuple(filter(None, [derived(site, award).get("recipient_name")]))


def band(bands: Mapping[str, str], number: Decimal | int | None) -> tuple[str, ...]:
    """The band in which a number lies, if there is one."""
    return () if number is None else (max((start for start in bands if int(start) <= number), key=int),)


def _identified(site: Site, organisation: Record) -> tuple[str, ...]:
    numbered = any(organisation.get(name) for name in ("org_id", "charity_number", "company_number"))
    return ("yes" if numbered or organisation.rows("identifiers") else "no",)


def _roles(site: Site, organisation: Record) -> tuple[str, ...]:
    """Whether an organisation received awards, alone or with others."""
    alone = {recipients(site, award) == [organisation] for award in awards_received(site, organisation)}
    return (*(["alone"] if True in alone else []), *(["partner"] if False in alone else [])) or ("neither",)


def _closing(size: int) -> Values:
    return lambda site, opportunity: (opportunity.values["closes_on"][:size],) if opportunity.get("closes_on") else ()


def _who(site: Site, opportunity: Record) -> tuple[str, ...]:
    """Who may apply, as far as it can stand in a list."""
    return (shorten(opportunity.values["eligibility"], 120, placeholder="…"),) if opportunity.get("eligibility") else ()


def _own(site: Site, decision: Record) -> tuple[str, ...]:
    return ("own" if decision.get("own") else "other",)


_STATES = {
    "open": N_("Open"),
    "forthcoming": N_("Opens later"),
    "closed": N_("Closed"),
    "unknown": N_("Closing date not published"),
    "cancelled": N_("Cancelled"),
}
RECIPIENT = ("recipient", "recipients", "recipient_name", "recipient_as_published")
AREA = ("area", "areas", "area_as_published")
AMOUNT = ("amount", "amount_as_published")
_schemas = load_schemas()


def _labels(kind: str, name: str) -> Mapping[str, str]:
    return _schemas[kind].by_name[name].labels


def _category(kind: str, name: str, called: str = "") -> Facet:
    """A facet of a field that has categories."""
    return Facet(called or name, _schemas[kind].by_name[name].title, field(name), _labels(kind, name))


FACETS: dict[str, tuple[Facet, ...]] = {
    "award": (
        Facet("year", N_("Year"), lambda s, r: (y,) if (y := year_of(s, r)) else (), latest=True),
        Facet("fund", N_("Fund"), linked("fund", "scheme"), refers="fund"),
        Facet("priority", N_("Priority"), linked("priority"), refers="priority"),
        _category("award", "type", "kind"),
        Facet("status", N_("Live or ended"), lambda s, r: states.states(r, s.today), states.TITLES),
        Facet("band", N_("Amount"), lambda s, r: band(BANDS, r.get("amount")), BANDS, fields=AMOUNT),
        Facet("recipient", N_("Recipient"), _recipients, refers="organisation", fields=RECIPIENT),
        Facet("area", N_("Area"), linked("area", "area_as_published"), refers="area", fields=AREA),
        Facet("theme", N_("Theme"), field("theme")),
        Facet("route", N_("Route"), field("route")),
        _category("award", "direction"),
    ),
    "decision": (
        Facet("year", N_("Year"), lambda s, r: (y,) if (y := year_of(s, r)) else (), latest=True),
        _category("decision", "type", "kind"),
        _category("decision", "outcome"),
        Facet("priority", N_("Priority"), linked("priority"), refers="priority"),
        Facet("body", N_("Who decided"), _own, {"own": N_("The office itself"), "other": N_("Another body")}),
    ),
    "organisation": (
        Facet("kind", N_("Kind of organisation"), field("kind")),
        _category("organisation", "sector"),
        _category("organisation", "legal_form", "form"),
        Facet("town", N_("Town"), field("town")),
        Facet("awards", N_("Awards received"), lambda s, r: band(COUNTS, derived(s, r)["awards_received"]), COUNTS),
        Facet(
            "role",
            N_("Part in awards"),
            _roles,
            {"alone": N_("Received awards alone"), "partner": N_("Received awards with others"), "neither": N_("Neither")},
        ),
        Facet("identifier", N_("Has an identifier"), _identified, {"yes": N_("Yes"), "no": N_("No")}),
    ),
    "opportunity": (
        Facet(
            "state",
            N_("Open or closed"),
            lambda s, r: (opportunities.state(r, s.today),),
            _STATES,
        ),
        _category("opportunity", "kind"),
        Facet("fund", N_("Fund"), linked("fund"), refers="fund"),
        Facet("year", N_("Year of closing"), _closing(4), latest=True),
        Facet("month", N_("Month of closing"), _closing(7), latest=True),
        Facet("who", N_("Who may apply"), _who),
    ),
}
