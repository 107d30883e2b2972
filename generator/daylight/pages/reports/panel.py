"""Panel report: what is spent in each area that the strategy reports to the police and crime panel, empty ones too."""

from markupsafe import Markup

from daylight.pages.page import Page, Section, Table, report
from daylight.pages.pieces import amount, told
from daylight.record import Record
from daylight.rules.between import is_award
from daylight.rules.strategy import sound
from daylight.rules.strategy.rule import Rule
from daylight.site import Site
from daylight.views import day
from daylight.views.groups import total
from daylight.words import _, ngettext

PATH = "reports/panel/"
FIELD = ("reporting_area",)


def page(site: Site) -> Page:
    title, rule = _("Panel report"), areas_rule(site)
    if rule is None:
        lead = _("The strategy of this office names no areas under which it reports to its police and crime panel.")
        return report(PATH, title, lead, [])
    awards = [a for a in site.all("award") if is_award(a) and a.get("direction") != "in"]
    by_area = {area: [a for a in awards if a.get("reporting_area") == area] for area in rule.values}
    other = [a for a in awards if a.get("reporting_area") not in by_area]
    count = ngettext("{count} area", "{count} areas", len(by_area))
    lead = _("Every service under the {areas} of which the strategy says that they are reported to the panel.", areas=count)
    rows = [[told(area), len(of), total(of)] for area, of in by_area.items()]
    rows += [[_("No area stated"), len(other), total(other)], [_("All"), len(awards), total(awards)]]
    heads = (_("Area"), f"#{_('Awards')}", f"#{_('Added up')}")
    texts = [Markup("<q>{}</q> ({}, {})").format(told(rule.get("words") or ""), told(rule.get("place") or ""), rule.id)]
    sections = [Section(_("In short"), texts, [Table(title, heads, rows)], id="all")]
    sections += [
        _section(told(area), of, number)
        for number, (area, of) in enumerate([*by_area.items(), (_("No area stated"), other)], 1)
    ]
    return report(PATH, title, lead, sections)


def areas_rule(site: Site) -> Rule | None:
    """The rule of the latest strategy that names the reporting areas."""
    found = [r for r in sound(site, site.publisher).get("award", ()) if r.check == "one-of" and r.paths[:1] == (FIELD,)]
    return max(found, key=lambda rule: rule.first, default=None)


def _section(area: Markup, awards: list[Record], number: int) -> Section:
    def when(award: Record) -> str | None:
        iso = award.get("award_date") or award.get("announced_on")
        return told(award.get("period_as_published", "")) or (day(iso) if iso else None)

    rows = [[a, when(a), amount(a)] for a in sorted(awards, key=lambda a: (-(a.get("amount") or 0), a.key))]
    table = Table(Markup("{}: {}").format(area, len(awards)), (_("Award"), _("When"), f"#{_('Amount')}"), rows)
    return Section(area, [] if awards else [_("No award is recorded in this area.")], [table], id=f"area-{number}")
