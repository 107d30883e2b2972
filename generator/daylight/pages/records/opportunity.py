"""What the page of an opportunity says beyond that of any record: what somebody who wants to apply asks."""

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup, escape

from daylight.pages.lines import glance, line
from daylight.pages.page import Table
from daylight.pages.pieces import links, text, told
from daylight.record import Record
from daylight.site import Site
from daylight.views import amended, calendars, closing, money, opportunities
from daylight.views.chain import chain
from daylight.views.rounds import Funded, funded
from daylight.words import N_, _, ngettext

SHARES = ("weight_quality", "weight_cost", "weight_social_value")
TOLD = frozenset(
    {
        *("description", "eligibility", "how_to_apply", "apply_address", "envelope", "minimum_award", "maximum_award"),
        *("expected_value", "opens_on", "closes_on", "closes_at", "rolling", "cancelled_on", "fund", "earlier"),
        *(*SHARES, "social_value_of_quality", "weights_as_published"),
    }
)


def values(site: Site, opportunity: Record) -> dict:
    """What is asked, answered at a glance; how it is judged; what was changed; and what the round before it funded."""
    state = opportunities.state(opportunity, site.today)
    return {
        "state": state,
        "closing": closing.closing(site, opportunity),
        "calendars": [c.path for c in calendars.of_record(site, opportunity)] if state in ("open", "forthcoming") else [],
        "glance": glance(_glance(site, opportunity)),
        "shares": [(title, f"{share:f}") for title, share in _shares(opportunity)],
        "judged_by": _judged_by(opportunity),
        "of_quality": _of_quality(opportunity),
        "chain": line(site, chain(site, opportunity)),
        "changes": amended.listed(site, opportunity),
        "before": (before := funded(site, opportunity)),
        "before_said": _said(before) if before else "",
        "told_fields": TOLD,
        "told_lists": frozenset({"changes"}),
    }


def _glance(site: Site, opportunity: Record) -> Iterator[tuple[str, Markup]]:
    yield N_("Who may apply"), text(site, opportunity, "eligibility")
    yield N_("How much"), Markup("<br>").join(_amounts(opportunity))
    yield N_("Fund"), links(site, site.targets(opportunity, "fund"))


def _amounts(opportunity: Record) -> Iterator[Markup]:
    """What one may ask for, and what there is in all."""
    v = opportunity.values
    least, most = v.get("minimum_award"), v.get("maximum_award")
    if least is not None and most is not None:
        yield escape(_("From {least} to {most} for one applicant.", least=money(least), most=money(most)))
    elif most is not None:
        yield escape(_("Up to {most} for one applicant.", most=money(most)))
    elif least is not None:
        yield escape(_("From {least} for one applicant.", least=money(least)))
    elif printed := v.get("maximum_as_published"):
        yield Markup("{} {}").format(_("For one applicant:"), told(printed))
    if (whole := v.get("envelope")) is not None:
        yield escape(_("{amount} in all.", amount=money(whole)))
    elif printed := v.get("envelope_as_published"):
        yield Markup("{} {}").format(_("In all:"), told(printed))
    if (value := v.get("expected_value")) is not None and value != v.get("envelope"):
        yield escape(_("The contract is expected to be worth {amount}.", amount=money(value)))


def _shares(opportunity: Record) -> Iterator[tuple[str, Decimal]]:
    """How much quality, cost and social value count, in per cent."""
    titles = (_("Quality"), _("Cost"), _("Social value"))
    yield from ((t, opportunity.values[n].normalize()) for t, n in zip(titles, SHARES, strict=True) if n in opportunity.values)


def _judged_by(opportunity: Record) -> Table | None:
    rows = [(title, _("{share}%", share=f"{share:f}")) for title, share in _shares(opportunity)]
    return Table(_("Shares of the score"), [_("What is scored"), "#" + _("Share")], rows) if rows else None


def _of_quality(opportunity: Record) -> str:
    """What social value counts where it is a part of quality."""
    part, quality = opportunity.get("social_value_of_quality"), opportunity.get("weight_quality")
    if part is None:
        return ""
    said = _("Social value is {part}% of the score for quality.", part=f"{part.normalize():f}")
    if quality is None:
        return said
    return f"{said} {_('That is {share}% of the whole.', share=f'{(part * quality / 100).normalize():f}')}"


def _said(before: Funded) -> str:
    """How many awards a round made, and what they come to."""
    if not before.count:
        return _("No award of it is recorded.")
    if not before.total:
        return ngettext("It made {count} award.", "It made {count} awards.", before.count)
    return ngettext(
        "It made {count} award. What adds up comes to {total}.",
        "It made {count} awards. What adds up comes to {total}.",
        before.count,
        total=money(before.total),
    )
