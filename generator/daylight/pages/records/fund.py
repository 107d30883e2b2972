"""What the page of a fund says beyond that of any record."""

from daylight.pages.page import Table
from daylight.pages.records import years
from daylight.pages.reports import funds
from daylight.record import Record
from daylight.site import Site
from daylight.views import opportunities
from daylight.views.recipients import recipients
from daylight.views.shares import Part
from daylight.words import _, ngettext

MOST = 12  # recipients that are named


def values(site: Site, fund: Record) -> dict:
    """What it has and gave in each year, who had it, what can be applied for now, and its rules."""
    calls = [o for o in site.sources(fund, "opportunity") if opportunities.state(o, site.today) == "open"]
    found = years.values(site, fund, _("From this fund alone"), _("Its part, with other funds"))
    found |= {"pots": funds.pots_table(site, fund), "rules": funds.rules(site, fund)}
    found |= {"bare": ""} if (inside := parts_table(site, fund)) else {}
    return found | {"inside": inside, "open": calls, "recipients": recipients_table(site, fund)}


def parts_table(site: Site, fund: Record) -> Table | None:
    """The money of a fund itself and of each fund that is a part of it; None where it has no parts."""
    inside = [of for of in site.sources(fund, "fund") if of.get("parent") == fund.key]
    lines = [(_("From the fund itself"), fund), *((part, part) for part in inside)]
    return years.together(site, _("Money of its parts"), lines) if inside else None


def recipients_table(site: Site, fund: Record) -> Table | None:
    """Those who had most of it, the others, and what went to several or to nobody known; None where it gave nothing."""
    of = recipients(site, fund)

    def row(name, part: Part) -> list:
        return [name, part.awards, part.total, f"{of.share(part)}%"]

    if not of.whole.total:
        return None
    named = list(of.known.items())
    shown = named if len(named) <= MOST + 1 else named[:MOST]
    rows = [row(site.get("organisation", key) or key, part) for key, part in shown]
    if rest := named[len(shown) :]:
        words = ngettext("{count} other organisation", "{count} other organisations", len(rest))
        rows.append(row(words, Part(sum(p.awards for _k, p in rest), sum(p.total for _k, p in rest))))
    if of.rest.awards:
        rows.append(row(_("Several in parts not published, people, or not published"), of.rest))
    rows.append(row(_("All"), of.whole))
    heads = (_("Recipient"), f"#{_('Awards added up')}", f"#{_('Added up')}", f"#{_('Share')}")
    return Table(_("Who received it"), heads, rows)
