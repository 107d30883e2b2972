"""The chain in which a record stands: opportunity, round, decision, award, changes, monitoring, as one line to be walked."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from daylight.derived import day_of, withheld
from daylight.rules.between import is_award, made_by
from daylight.schema import Field
from daylight.site import Record, Row, Site
from daylight.views import day, money
from daylight.views.groups import total
from daylight.words import _, ngettext

FEW = 3  # steps of one sort; more are counted, and listed further down the page
UNCALLED = frozenset({"direct", "named_in_bid"})  # ways to choose a recipient for which nobody is asked to apply


class Step(NamedTuple):
    """A step of a chain: what it is, and the record that it leads to, or the list on this page (`at`, an id), or neither.

    `said` is what else is said of it, `printed` what a source prints instead of a record, `day` an ISO day or ''. One step is
    `here`. One that is `missing` should be there, and `said` says that it is not.
    """

    name: str
    record: Record | None = None
    said: str = ""
    printed: str = ""
    day: str = ""
    at: str = ""
    here: bool = False
    missing: bool = False


def chain(site: Site, record: Record) -> list[Step]:
    """The steps of the chain of an award, a decision, an opportunity or a round, in the order in which they follow."""
    return list(_KINDS[record.kind](site, record))


def of_award(site: Site, award: Record) -> Iterator[Step]:
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


def of_decision(site: Site, decision: Record) -> Iterator[Step]:
    awards = site.sources(decision, "award")
    made = [a for a in awards if decision in made_by(site, a)]
    later = [a for a in awards if a not in made]
    if replaced := site.get("decision", decision.get("supersedes")):
        yield _to(_("Replaces"), replaced)
    yield from _several(_("Opportunity"), "", _named(site, "opportunity", decision, made)[:FEW])
    yield from _several(_("Round"), "", _named(site, "round", decision, made)[:FEW])
    yield Step(_("Decision"), decision, day=decision.get("taken_on", ""), here=True)
    yield from _several(_("Award"), "awards", made, _awards)
    yield from _several(_("Award changed"), "awards", later)
    yield from (_to(_("Replaced by"), other) for other in site.sources(decision, "decision"))


def of_opportunity(site: Site, opportunity: Record) -> Iterator[Step]:
    awards = [a for a in site.sources(opportunity, "award") if is_award(a)]
    decisions = {d.key: d for d in site.sources(opportunity, "decision")}
    decisions |= {d.key: d for award in awards for d in made_by(site, award)}
    yield from (_to(_("Earlier round"), other) for other in _flat(site, opportunity, "earlier"))
    yield Step(_("Opportunity"), opportunity, day=day_of(opportunity), here=True)
    yield from _several(_("Round"), "rounds", sorted(site.sources(opportunity, "round"), key=day_of))
    yield from _several(_("Decision"), "decisions", sorted(decisions.values(), key=day_of))
    closed = opportunity.get("closes_on", "9") < site.today and not opportunity.get("cancelled_on")
    if closed and not awards and opportunity.get("kind") != "market_engagement":
        yield Step(_("Award"), said=_("None recorded"), missing=True)
    yield from _several(_("Award"), "awards", awards, _awards)
    yield from (_to(_("Next round"), other) for other in site.sources(opportunity, "opportunity"))


def of_round(site: Site, sitting: Record) -> Iterator[Step]:
    awards = [a for a in site.sources(sitting, "award") if is_award(a)]
    yield from (_to(_("Opportunity"), other) for other in _flat(site, sitting, "opportunity"))
    yield Step(_("Round"), sitting, day=sitting.get("met_on", ""), here=True)
    yield from _several(_("Decision"), "decisions", site.sources(sitting, "decision"))
    yield from _several(_("Award"), "awards", awards, _awards)


_KINDS = {"award": of_award, "decision": of_decision, "opportunity": of_opportunity, "round": of_round}
KINDS = frozenset(_KINDS)


def _call(site: Site, award: Record) -> Iterator[Step]:
    """The opportunity, or that nobody was asked to apply, or that it is not published."""
    if found := site.get("opportunity", award.get("opportunity")):
        yield _to(_("Opportunity"), found)
    elif (way := award.get("competition")) in UNCALLED:
        labels = site.schemas["award"].by_name["competition"].labels
        yield Step(_("Opportunity"), said=_("None: {way}", way=_(labels[way]).lower()))
    elif award.get("direction") in ("out", "applied_only"):
        yield _absent(site, award, _("Opportunity"), "opportunity")


def _sitting(site: Site, award: Record) -> Iterator[Step]:
    if found := site.get("round", award.get("round")):
        yield _to(_("Round"), found)
    elif award.get("decided_by") == "panel":
        yield _absent(site, award, _("Round"), "round")


def _decided(site: Site, award: Record, found: Sequence[Record]) -> Iterator[Step]:
    printed = award.get("decision_as_published", "")
    yield from (_to(_("Decision"), decision) for decision in found)
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
            yield _to(_role(roles, row), decision)
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


def _to(name: str, record: Record) -> Step:
    return Step(name, record, day=day_of(record))


def _count(records: Sequence[Record]) -> str:
    return ngettext("{count} on this page", "{count} on this page", len(records))


def _awards(awards: Sequence[Record]) -> str:
    said = ngettext("{count} award", "{count} awards", len(awards))
    whole = total(list(awards))
    return _("{awards}, {total} added up", awards=said, total=money(whole)) if whole else said


def _several(
    name: str, at: str, records: Sequence[Record], said: Callable[[Sequence[Record]], str] = _count
) -> Iterator[Step]:
    """A step for each of a few records; of more than one that are listed on this page (`at`), one step that counts them."""
    if len(records) == 1 or not at:
        yield from (_to(name, record) for record in records)
    elif records:
        yield Step(name, said=said(records), at=at)


def _flat(site: Site, record: Record, name: str) -> list[Record]:
    """The opportunity that a field of a record leads to, if any."""
    found = site.get("opportunity", record.get(name))
    return [found] if found else []


def _named(site: Site, kind: str, decision: Record, awards: Sequence[Record]) -> list[Record]:
    """The records of a kind to which a decision refers, else those to which its awards do, each once."""
    if found := site.get(kind, decision.get(kind)):
        return [found]
    return list({r.key: r for award in awards if (r := site.get(kind, award.get(kind)))}.values())
