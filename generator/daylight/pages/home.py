"""The home page: what this is, how much there is, the ways in, what is open and new, two pictures, and how to follow."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from daylight import views
from daylight.days import award_day
from daylight.derived import derived
from daylight.pages import head, pieces, tables
from daylight.pages.charts import money
from daylight.pages.charts.figure import figure
from daylight.pages.page import Page
from daylight.pages.reports.totals import years_table
from daylight.record import Record
from daylight.site import Site
from daylight.views import day, opportunities
from daylight.views.closing import closing
from daylight.views.following import feeds_of
from daylight.views.front import front, newest
from daylight.words import _, ngettext

AREAS = 8  # areas that are named; where there are more, their list is the way
OPEN = 5


def page(site: Site) -> Page:
    name = views.worded(site.publisher, "name")
    description = _("Who receives public money from the {name}, how much, and what for.", name=name)
    calls = opportunities.open_now(site)
    values = {
        "lead": description,
        "figures": figures(site),
        "areas": areas if len(areas := site.all("area")) <= AREAS else [],
        "open": [(call, closing(site, call), _most(call)) for call in calls[:OPEN]],
        "more": calls[OPEN:],
        "there": {kind: bool(of) for kind, of in site.records.items()},
        "awards": [(award, _of_award(site, award)) for award in newest(site)],
        "decisions": [(decision, _of_decision(decision)) for decision in views.latest_decisions(site)],
        "pictures": pictures(site),
        "feeds": [feed for feed in feeds_of(site) if not feed.path.endswith(".json")],
        "until": site.time[:10],
    }
    return Page("", "home.html", _("Where the money goes"), description, values, head=head.of_home(site))


def figures(site: Site) -> list[tuple[str, str, str]]:
    """The large figures: each with what it is and what it means."""
    of = front(site)
    counted = ngettext("{count} of them can be added up", "{count} of them can be added up", of.counted)
    if of.applied:
        applied = ngettext("{count} was only applied for", "{count} were only applied for", of.applied)
        counted = f"{counted}; {applied}"
    found = [
        (_("Awards"), f"{of.awards:,}", counted),
        (_("Added up"), views.money(of.total), _("what the office agreed to pay, where the amount is known")),
        (_("Organisations"), f"{of.organisations:,}", _("received an award, and have a page each")),
    ]
    latest = _("the newest entry is of {day}", day=day(of.latest)) if of.latest else _("no entry has a date")
    return [*found, (_("Since"), of.since, latest)] if of.since else found


def pictures(site: Site) -> list[Markup]:
    """The awards by year, and the way of the money."""
    made = (money.by_year(site, years_table(site)), money.way_of_money(site))
    return [figure(site, of) for of in made if of]


def _most(call: Record) -> str:
    most = call.get("maximum_award")
    return "" if most is None else _("{amount} at most", amount=views.money(most))


def _of_award(site: Site, award: Record) -> Markup:
    to = derived(site, award).get("recipient_name")
    said = (_("Amount"), pieces.amount(award), "amount"), (_("Recipient"), pieces.told(to) if to else None, "recipient_name")
    facts = [fact or Markup("{}: {}").format(title, tables.listed(site, award, name)) for title, fact, name in said]
    return _row([*facts, escape(day(award_day(award)))])


def _of_decision(decision: Record) -> Markup:
    return _row([escape(decision.get("reference", "")), escape(day(decision.values["taken_on"]))])


def _row(said: Sequence[Markup]) -> Markup:
    """Some facts in a row."""
    return Markup(" · ").join(filter(None, said))
