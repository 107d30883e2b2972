"""By what each register can be filtered: its facets, the values that a record has in each, and what a value is called.

A value is the key of a record, a category of a schema, or a text of the source; `NONE` stands where nothing is published, and
`WITHHELD` where a record says that it is not.
"""

from collections.abc import Mapping

from daylight.derived import derived
from daylight.schema import load_schemas
from daylight.views import opportunities, states
from daylight.views.facet import Facet, band, closing, decided_by, field, funded, identified, linked, roles, who
from daylight.views.groups import year_of
from daylight.words import N_

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
        Facet("recipient", N_("Recipient"), funded, refers="organisation", fields=RECIPIENT),
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
        Facet("body", N_("Who decided"), decided_by, {"own": N_("The office itself"), "other": N_("Another body")}),
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
            roles,
            {"alone": N_("Received awards alone"), "partner": N_("Received awards with others"), "neither": N_("Neither")},
        ),
        Facet("identifier", N_("Has an identifier"), identified, {"yes": N_("Yes"), "no": N_("No")}),
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
        Facet("year", N_("Year of closing"), closing(4), latest=True),
        Facet("month", N_("Month of closing"), closing(7), latest=True),
        Facet("who", N_("Who may apply"), who),
    ),
}
