"""The chain in which a record stands: opportunity, round, decision, award, changes, monitoring, as one line to be walked."""

from collections.abc import Callable, Iterator, Sequence

from daylight.days import day_of
from daylight.record import Record
from daylight.rules.between import is_award, made_by
from daylight.site import Site
from daylight.views import money
from daylight.views.chain_of_award import of_award
from daylight.views.groups import total
from daylight.views.steps import Step, to
from daylight.words import _, ngettext

FEW = 3  # steps of one sort; more are counted, and listed further down the page


def chain(site: Site, record: Record) -> list[Step]:
    """The steps of the chain of an award, a decision, an opportunity or a round, in the order in which they follow."""
    return list(_KINDS[record.kind](site, record))


def _of_decision(site: Site, decision: Record) -> Iterator[Step]:
    awards = site.sources(decision, "award")
    made = [a for a in awards if decision in made_by(site, a)]
    later = [a for a in awards if a not in made]
    if replaced := site.get("decision", decision.get("supersedes")):
        yield to(_("Replaces"), replaced)
    yield from _several(_("Opportunity"), "", _named(site, "opportunity", decision, made)[:FEW])
    yield from _several(_("Round"), "", _named(site, "round", decision, made)[:FEW])
    yield Step(_("Decision"), decision, day=decision.get("taken_on", ""), here=True)
    yield from _several(_("Award"), "awards", made, _awards)
    yield from _several(_("Award changed"), "awards", later)
    yield from (to(_("Replaced by"), other) for other in site.sources(decision, "decision"))


def _of_opportunity(site: Site, opportunity: Record) -> Iterator[Step]:
    awards = [a for a in site.sources(opportunity, "award") if is_award(a)]
    decisions = {d.key: d for d in site.sources(opportunity, "decision")}
    decisions |= {d.key: d for award in awards for d in made_by(site, award)}
    yield from (to(_("Earlier round"), other) for other in _flat(site, opportunity, "earlier"))
    yield Step(_("Opportunity"), opportunity, day=day_of(opportunity), here=True)
    yield from _several(_("Round"), "rounds", sorted(site.sources(opportunity, "round"), key=day_of))
    yield from _several(_("Decision"), "decisions", sorted(decisions.values(), key=day_of))
    closed = opportunity.get("closes_on", "9") < site.today and not opportunity.get("cancelled_on")
    if closed and not awards and opportunity.get("kind") != "market_engagement":
        yield Step(_("Award"), said=_("None recorded"), missing=True)
    yield from _several(_("Award"), "awards", awards, _awards)
    yield from (to(_("Next round"), other) for other in site.sources(opportunity, "opportunity"))


def _of_round(site: Site, sitting: Record) -> Iterator[Step]:
    awards = [a for a in site.sources(sitting, "award") if is_award(a)]
    yield from (to(_("Opportunity"), other) for other in _flat(site, sitting, "opportunity"))
    yield Step(_("Round"), sitting, day=sitting.get("met_on", ""), here=True)
    yield from _several(_("Decision"), "decisions", site.sources(sitting, "decision"))
    yield from _several(_("Award"), "awards", awards, _awards)


_KINDS = {"award": of_award, "decision": _of_decision, "opportunity": _of_opportunity, "round": _of_round}


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
        yield from (to(name, record) for record in records)
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
