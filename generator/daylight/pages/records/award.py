"""What the page of an award says beyond that of any record: what a resident wants to know, before everything else."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from daylight import derived
from daylight.pages.lines import glance, line
from daylight.pages.pieces import links, safe, told, what
from daylight.record import Record
from daylight.site import Site
from daylight.views import amended, day
from daylight.views.chain import chain
from daylight.views.states import ENDED, LIVE, VARIED, WITHDRAWN, states
from daylight.words import N_, _, ngettext

LISTS = frozenset({"changes", "areas", "priorities"})  # that this page shows in a way of its own
PLAIN = frozenset({"awarded", "active", "complete", "varied", "withdrawn"})  # statuses that the answer to "When" says too
TOLD = frozenset(  # fields that stand above the facts
    {
        *("purpose", "amount", "recipient", "award_date", "announced_on", "start_date", "end_date", "actual_end_date"),
        *("opportunity", "round", "decision", "decision_as_published", "fund", "priority"),
        *("route", "competition", "quotes_received", "decided_by"),
    }
)


def values(site: Site, award: Record) -> dict:
    """To whom it goes, on what basis its amount is known, the answers at a glance, and how it came about."""
    names = derived.derived(site, award).get("recipient_name", "")
    labels = site.schemas["award"].by_name["amount_basis"].labels
    basis = "" if award.get("amount") is None else _(labels[award.get("amount_basis")])
    area, plain = _area(site, award)
    if award.get("status") in PLAIN:
        plain |= {"status"}
    if award.get("financial_year") == derived.derived(site, award).get("award_financial_year"):
        plain |= {"financial_year"}
    return {
        "to": derived.recipients(site, award),
        "to_name": names,
        "hidden": bool(award.rows("withholdings")) and "recipient" in derived.withheld(site, award),
        "basis": basis,
        "glance": glance([*_glance(site, award), (N_("Area"), area)]),
        "chain": line(site, chain(site, award)),
        "changes": amended.listed(site, award) if award.children else [],
        "told_fields": TOLD | plain,
        "told_lists": LISTS if _accepts(award) else LISTS | {"decisions"},
    }


def _glance(site: Site, award: Record) -> Iterator[tuple[str, Markup]]:
    """When, how, from which fund and for what: the question in English, and HTML or nothing."""
    if award.get("direction") != "applied_only":
        yield N_("When"), escape(" ".join(when(site, award)))
    yield N_("How it was chosen"), safe("<br>".join(_chosen(site, award)))
    yield N_("Fund"), links(site, site.targets(award, "fund"))
    yield N_("Priority"), links(site, site.targets(award, "priority"))


def when(site: Site, award: Record) -> Iterator[str]:
    """When it was made, and whether it is live, in sentences."""
    if made := award.get("award_date"):
        yield _("Awarded on {day}.", day=day(made))
    elif made := award.get("announced_on"):
        yield _("Announced on {day}.", day=day(made))
    elif year := derived.derived(site, award).get("award_financial_year"):
        yield _("In the financial year {year}.", year=year)
    state, *more = states(award, site.today)
    yield _standing(site, award, state)
    if VARIED in more:
        yield _("It was changed since it was made.")


def _standing(site: Site, award: Record, state: str) -> str:
    """Whether an award is live, and from when until when, in a sentence."""
    first = award.get("actual_start_date") or award.get("start_date", "")
    last = award.get("actual_end_date") or award.get("end_date", "")
    period = {"first": day(first) if first else "", "last": day(last) if last else ""}
    if state == WITHDRAWN:
        on = max((r.get("date", "") for r in award.rows("changes") if r.get("kind") == "withdrawal"), default="")
        return _("Withdrawn on {day}.", day=day(on)) if on else _("Withdrawn.")
    if state == ENDED:
        return _ended(period, last, site.today)
    if state == LIVE and first > site.today:
        return _("Starts on {first} and ends on {last}.", **period) if last else _("Starts on {first}.", **period)
    if state == LIVE and first:
        return _("Live: from {first} until {last}.", **period) if last else _("Live since {first}.", **period)
    if state == LIVE:
        return _("Live until {last}.", **period) if last else _("Live; when it ends is not published.")
    return _("Whether it is still live is not published.")


def _ended(period: dict[str, str], last: str, today: str) -> str:
    if not last or last > today:  # ended before its time, on a day that is not known
        return _("Ended; on which day is not published.")
    return _("Ended: from {first} until {last}.", **period) if period["first"] else _("Ended on {last}.", **period)


def _chosen(site: Site, award: Record) -> Iterator[Markup]:
    """The route in the office's own words, how much competition there was, who chose, and how many applied."""
    by_name = site.schemas["award"].by_name
    if route := award.get("route"):
        yield told(route)
    if (said := by_name["competition"].labels.get(award.get("competition"))) and said != route:
        yield escape(_(said)) + what(said)
    if said := by_name["decided_by"].labels.get(award.get("decided_by")):
        yield escape(_("Chosen by: {body}", body=_(said)))
    if (quotes := award.get("quotes_received")) is not None:
        yield escape(ngettext("{count} quote or tender", "{count} quotes or tenders", quotes))
    if (sitting := site.get("round", award.get("round"))) and (applied := sitting.get("applications")) is not None:
        said = ngettext("{count} application in its round", "{count} applications in its round", applied)
        if (funded := sitting.get("awarded")) is not None:
            said = _("{applied}, of which {count} funded", applied=said, count=funded)
        yield escape(said)


def _area(site: Site, award: Record) -> tuple[Markup, frozenset[str]]:
    """The areas that it serves, as links or as the source has it, and the names of the fields that are thereby said."""
    areas, printed = site.targets(award, "area"), award.get("area_as_published", "")
    if not areas:
        return told(printed), frozenset({"area_as_published"})
    same = any(printed == site.label(area) for area in areas)
    return links(site, areas), frozenset({"area_as_published"} if same else ())


def _accepts(award: Record) -> bool:
    """Whether a decision is listed that the chain does not name, because it only accepted money."""
    return any(row.get("role") == "acceptance" for row in award.rows("decisions"))
