"""What the page of a fund says of its money and its rules."""

from markupsafe import Markup

from daylight.pages.page import Cell, Table
from daylight.pages.pieces import told
from daylight.record import Record
from daylight.rules.strategy.rule import every_rule
from daylight.site import Site
from daylight.views import day, money
from daylight.views.pots import Pot, pots
from daylight.words import _


def pots_table(site: Site, fund: Record) -> Table | None:
    """What there was, what was awarded and what is left, year by year; None where nothing is known of it."""
    found = pots(site, fund)
    names = (f"#{_('Pot')}", f"#{_('Awards added up')}", f"#{_('Awarded')}", f"#{_('Spent')}", f"#{_('Left')}")
    rows = [_row(pot) for pot in found]
    return Table(_("The money of this fund"), (_("Year"), *names, _("Remark")), rows) if rows else None


def _row(pot: Pot) -> list[Cell]:
    years = {"": _("In all"), "unknown": _("Year not published")}
    return [years.get(pot.year, pot.year), pot.size, pot.awards, pot.awarded, pot.spent, pot.left, _remark(pot)]


def _remark(pot: Pot) -> str:
    """More awarded than there was is explained in public, or it is said that it is not."""
    if pot.left is None or pot.left >= 0:
        return "–"
    over = money(-pot.left)
    if not pot.explained:
        return _("{over} more than there was; not explained", over=over)
    until = day(pot.explained.get("expires")) if pot.explained.get("expires") else "–"
    reason = pot.explained.get("reason")
    return _("{over} more than there was: {reason} (exception until {until})", over=over, reason=reason, until=until)


def rules(site: Site, fund: Record) -> list[str]:
    """The rules of the strategies that are about this fund, each in a sentence with its identifier."""
    found = {r.id: r.get("title") or "" for r in every_rule(site.publisher) if r.get("fund") == fund.key}
    return [Markup("{} ({})").format(told(title), id) for id, title in found.items()]
