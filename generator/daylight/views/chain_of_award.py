"""The chain of an award: what stands before it and what comes of it, and what of that should be there and is not."""

from collections.abc import Iterator, Sequence

from daylight.days import day_of
from daylight.derived import withheld
from daylight.record import Record, Row
from daylight.rules.between import is_award, made_by
from daylight.schema import Field
from daylight.site import Site
from daylight.views import day, money
from daylight.views.steps import Step, to
from daylight.words import _, ngettext

FEW = 3  # changes that stand one by one; more are counted, and listed further down the page
UNCALLED = frozenset({"direct", "named_in_bid"})  # ways to choose a recipient for which nobody is asked to apply


def of_award(site: Site, award: Record) -> Iterator[Step]:
    """From the opportunity in which it was applied for to the monitoring of what it pays for."""
    if not is_award(award):
        yield from _call(site, award)
        yield Step(_("Application"), award, here=True, day=day_of(award))
        return
    yield from _call(site, award)
    yield from _sitting(site, award)
    made = made_by(site, award)
    yield from _decided(site, award, made)
    own = award.get("award_date") or award.get("announced_on", "")
    yield Step(_("Award"), award, money(award.get("amount")), day=own, here=True)
    yield from _changed(site, award, made)
    yield from _watched(site, award)


def _call(site: Site, award: Record) -> Iterator[Step]:
    """The opportunity, or that nobody was asked to apply, or that it is not published."""
    if found := site.get("opportunity", award.get("opportunity")):
        yield to(_("Opportunity"), found)
    elif (way := award.get("competition")) in UNCALLED:
        labels = site.schemas["award"].by_name["competition"].labels
        yield Step(_("Opportunity"), said=_("None: {way}", way=_(labels[way]).lower()))
    elif award.get("direction") in ("out", "applied_only"):
        yield _absent(site, award, _("Opportunity"), "opportunity")


def _sitting(site: Site, award: Record) -> Iterator[Step]:
    if found := site.get("round", award.get("round")):
        yield to(_("Round"), found)
    elif award.get("decided_by") == "panel":
        yield _absent(site, award, _("Round"), "round")


def _decided(site: Site, award: Record, found: Sequence[Record]) -> Iterator[Step]:
    printed = award.get("decision_as_published", "")
    yield from (to(_("Decision"), decision) for decision in found)
    if not found and printed:
        yield Step(_("Decision"), printed=printed)
    elif not found and award.get("direction") == "out":
        yield _absent(site, award, _("Decision"), "decision")


def _changed(site: Site, award: Record, made: Sequence[Record]) -> Iterator[Step]:
    """Each change with the decision that made it, and each later decision whose change is not listed."""
    if not (award.rows("changes") or award.rows("decisions")):
        yield Step(_("Changes"), said=_("None recorded"), missing=True)
        return
    rows = sorted(award.rows("changes"), key=lambda row: row.get("date", ""))
    told = {row.get("decision") for row in rows} | {decision.key for decision in made}
    kinds, roles = site.schemas["award_change"].by_name["kind"].labels, site.schemas["award_decision"].by_name["role"]
    others = [r for r in award.rows("decisions") if r.get("decision") not in told and r.get("role", "award") != "award"]
    if len(rows) > FEW:
        last = day(rows[-1].get("date"))
        said = ngettext("{count} change, the last on {day}", "{count} changes, the last on {day}", len(rows), day=last)
        yield Step(_("Changes"), said=said, at="changes")
        rows = []
    for row in rows:
        yield Step(_(kinds[row.get("kind")]), site.get("decision", row.get("decision")), day=row.get("date", ""), at="changes")
    for row in others:
        if decision := site.get("decision", row.get("decision")):
            yield to(_role(roles, row), decision)
    if not award.rows("changes") and not others:
        yield Step(_("Changes"), said=_("None recorded"), missing=True)


def _role(field: Field, row: Row) -> str:
    return _(field.labels[row.get("role")])


def _watched(site: Site, award: Record) -> Iterator[Step]:
    """The next monitoring date that is known, else the last one, else that none is."""
    rows = sorted(award.rows("monitoring_dates"), key=lambda row: row.get("due_on", ""))
    labels, report = site.schemas["award_monitoring"].by_name["kind"].labels, award.get("final_report_on")
    coming = [row for row in rows if row.get("due_on", "") >= site.today and not row.get("received")]
    if report and not coming:
        yield Step(_("Monitoring"), said=_("Final report received"), day=report, at="monitoring_dates" if rows else "")
    elif rows:
        row = coming[0] if coming else rows[-1]
        kind = _(labels[row.get("kind")])
        said = _("{kind} due", kind=kind) if coming else kind
        if row.get("received"):
            said = _("{kind} received", kind=kind)
        yield Step(_("Monitoring"), said=said, day=row.get("due_on", ""), at="monitoring_dates")
    elif award.get("direction") == "out":
        yield Step(_("Monitoring"), said=_("No dates published"), missing=True)


def _absent(site: Site, award: Record, name: str, field: str) -> Step:
    """A step that should be there and is not."""
    hidden = award.rows("withholdings") and field in withheld(site, award)
    return Step(name, said=_("Withheld") if hidden else _("Not published"), missing=True)
