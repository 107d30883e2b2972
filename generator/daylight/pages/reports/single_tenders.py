"""Single tenders: what was awarded without competition, and on what ground."""

from daylight.pages.page import Page, Section, Table, report
from daylight.pages.pieces import amount, told
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.site import Site
from daylight.views.groups import total, year_of
from daylight.words import _

PATH = "single-tenders/"
BOUGHT = ("contract", "invoice", "co_commissioning")  # kinds of award that one can compete for as a provider


def page(site: Site) -> Page:
    paid = [a for a in site.all("award") if is_award(a) and a.get("direction") != "in"]
    single = [
        a for a in paid if a.get("single_tender_ground") or (a.get("competition") == "direct" and a.get("type") in BOUGHT)
    ]
    named = [a for a in paid if (a.get("competition") == "named_in_bid" or a.get("bid_reference")) and a not in single]
    unknown = [a for a in paid if a.get("type") in BOUGHT and not a.get("competition") and a not in (*single, *named)]
    lead = _(
        "What was bought with only one provider asked, with the ground. No competition is not "
        "wrong in itself, but it must be seen."
    )
    sections = [
        _section(site, "single", _("One provider asked"), single, _("No contract is known to have been awarded in this way.")),
        _section(
            site,
            "named",
            _("Named in a funding bid"),
            named,
            _("No award is known whose recipient was named in a bid to another funder."),
        ),
        _section(site, "unknown", _("Bought, and the competition is not published"), unknown, _("There is none.")),
    ]
    return report(PATH, _("Single tenders"), lead, sections)


def _section(site: Site, id: str, title: str, awards: list[Record], nothing: str) -> Section:
    grounds = site.schemas["award"].by_name["single_tender_ground"].labels
    rows = []
    for award in sorted(awards, key=lambda a: (year_of(site, a), a.key), reverse=True):
        ground = _(grounds.get(award.get("single_tender_ground", ""), "")) or told(award.get("route", ""))
        evidence = told(award.get("single_tender_evidence") or award.get("bid_reference", ""))
        rows.append([award, year_of(site, award), amount(award), ground, evidence])
    heads = (_("Award"), _("Year"), f"#{_('Amount')}", _("Ground or route"), _("Evidence"))
    caption = _("{title}: {count}, {total} added up", title=title, count=len(rows), total=f"£{total(awards):,.2f}")
    return Section(title, [] if rows else [nothing], [Table(caption, heads, rows)], id=id)
