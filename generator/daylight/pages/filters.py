"""The filters of a register as they stand in its page: the first values of each facet, and how many records have each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from daylight import views
from daylight.days import award_day
from daylight.derived import derived
from daylight.pages import pieces
from daylight.schema import Schema
from daylight.site import Site
from daylight.views.counts import counted
from daylight.views.facet import Facet
from daylight.views.facets import FACETS
from daylight.views.groups import total
from daylight.words import N_, _, ngettext

TOP = 10  # values of a facet that stand in the page; the others can be asked for
COUNTED = {  # how many records, said for a `Number`
    "award": lambda n: ngettext("{count} award", "{count} awards", n),
    "decision": lambda n: ngettext("{count} decision", "{count} decisions", n),
    "organisation": lambda n: ngettext("{count} organisation", "{count} organisations", n),
    "opportunity": lambda n: ngettext("{count} opportunity", "{count} opportunities", n),
}
COLUMNS = {  # the columns beside facets by kind, with what they are called
    "award": {"date": N_("Date of the award"), "amount": N_("Amount")},
    "decision": {"reference": N_("Reference"), "date": N_("Taken on")},
    "organisation": {"awards_received": N_("Awards received"), "amount": N_("Amount received")},
    "opportunity": {"date": N_("Closes on"), "amount": N_("At most")},
}
CHOSEN = {  # the columns that are shown unless others are chosen, in their order
    "award": ("recipient", "amount", "fund", "year"),
    "decision": ("reference", "date", "kind", "outcome"),
    "organisation": ("kind", "town", "awards_received", "amount"),
    "opportunity": ("kind", "date", "amount"),
}
SORTS = {  # the orders in which a register can stand; the first is that in which it stands unless another is chosen
    "award": {
        "": N_("Newest first"),
        "date": N_("Oldest first"),
        "amount-desc": N_("Largest amount first"),
        "amount": N_("Smallest amount first"),
        "name": N_("Name, A to Z"),
    },
    "decision": {"": N_("Newest first"), "date": N_("Oldest first"), "name": N_("Name, A to Z")},
    "organisation": {
        "": N_("Name, A to Z"),
        "amount-desc": N_("Largest amount first"),
        "awards_received-desc": N_("Most awards first"),
    },
    "opportunity": {
        "": N_("Open first"),
        "date-desc": N_("Latest closing date first"),
        "date": N_("Earliest closing date first"),
        "amount-desc": N_("Largest amount first"),
        "name": N_("Name, A to Z"),
    },
}


class Number(int):
    """A number that is said with commas: 10,000."""

    def __format__(self, spec: str) -> str:
        return f"{int(self):,}"


@dataclass(frozen=True)
class Shown:
    """A facet in the page: the value, name and count of each of the most frequent values, and how many others there are."""

    name: str
    title: str
    top: Sequence[tuple[str, str | Markup, int]]
    rest: int


@dataclass(frozen=True)
class Panel:
    """The filters of a register, what it says of all its records, its orders, and its columns with whether they are shown."""

    facets: Sequence[Shown]
    said: str
    sorts: Sequence[tuple[str, str]]
    columns: Sequence[tuple[str, str, bool]]
    amount: bool


def panel(site: Site, schema: Schema) -> Panel:
    """The panel of the register of a kind that has facets."""
    kind = schema.name
    titles = {f.name: f.title for f in FACETS[kind] if f.name not in ("band", "awards")} | COLUMNS[kind]
    order = [*CHOSEN[kind], *(name for name in titles if name not in CHOSEN[kind])]
    return Panel(
        [_shown(site, kind, facet) for facet in FACETS[kind]],
        said(site, kind),
        [(value, _(text)) for value, text in SORTS[kind].items()],
        [(name, _(titles[name]), name in CHOSEN[kind]) for name in order],
        "amount" in COLUMNS[kind],
    )


def _shown(site: Site, kind: str, facet: Facet) -> Shown:
    counts = counted(site)[kind][facet.name]
    top = [(value, called(site, facet, value), counts[value]) for value in list(counts)[:TOP]]
    return Shown(facet.name, _(facet.title), top, len(counts) - len(top))


def called(site: Site, facet: Facet, value: str) -> str | Markup:
    """What a value is called, marked where it is in another language than the page."""
    if record := site.records.get(facet.refers, {}).get(value):
        return pieces.label(site, record)
    said = facet.label(site, value)
    return pieces.told(said) if facet.labels is None and value == said else said


def said(site: Site, kind: str) -> str:
    """How many records a register holds, what of it adds up, and since when."""
    records = site.all(kind)
    text = COUNTED[kind](Number(len(records)))
    if kind == "award":
        text = _("{said}, {total} added up", said=text, total=views.money(total(records)))
        if days := [day for award in records if (day := award_day(award))]:
            text = _("{said}, since {year}", said=text, year=min(days)[:4])
    if kind == "organisation":
        amounts = [a for r in records if (a := derived(site, r).get("amount_received")) is not None]
        text = _("{said}, {total} added up", said=text, total=views.money(sum(amounts, Decimal("0.00"))))
    return text
