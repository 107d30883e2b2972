"""What the page of a decision says beyond that of any record: what the Order of 2011 wants of it, in the order of a notice."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from markupsafe import Markup, escape

from daylight.derived import withheld
from daylight.pages.lines import Part, glance, line, parts
from daylight.pages.pieces import link, marked, told
from daylight.record import Record
from daylight.rules.between import SURE, is_award, made_by
from daylight.site import Site
from daylight.views import day, expected, money
from daylight.views.chain import chain
from daylight.words import N_, _, ngettext

BEFORE = ("decision_text", "background", "reasons")  # of the options considered
AFTER = ("consultation", "financial_implications", "legal_implications", "equality", "risk", "interests")
WANTED = ("legal_implications", "equality")  # of a decision of the office itself; and, of money, what it costs
TOLD = frozenset(
    {
        *(*BEFORE, *AFTER, "summary", "reference", "outcome", "status_as_published", "withdrawn_on", "amount"),
        *("decision_maker", "body", "body_as_published", "delegated_under", "part_two"),
        *("deferred_until", "deferral_reason"),
        *("taken_on", "signed_on", "published_on", "effective_on", "opportunity", "round", "supersedes"),
    }
)


def values(site: Site, decision: Record) -> dict:
    """The answers at a glance, the parts of the notice, what is not published, and whether its sums agree."""
    return {
        "glance": glance(_glance(site, decision)),
        "chain": line(site, chain(site, decision)),
        "before": parts(_parts(site, decision, BEFORE)),
        "after": parts(_parts(site, decision, AFTER)),
        "unsaid": _unsaid(site, decision),
        "withheld": [(_title(site, row.get("applies_to", "")), row) for row in decision.rows("withholdings")],
        "grounds": site.schemas["decision_withholding"].by_name["ground"].labels,
        "sums": " ".join(sums(site, decision)),
        "told_fields": TOLD,
        "told_always": frozenset((*BEFORE, *AFTER)),
        "told_lists": frozenset({"options", "withholdings"}),
    }


def _glance(site: Site, decision: Record) -> Iterator[tuple[str, str]]:
    v, by_name = decision.values, site.schemas["decision"].by_name
    yield N_("Reference"), marked(v.get("reference", ""))
    yield N_("Status"), _status(site, decision)
    body = site.get("organisation", v.get("body"))
    said = (marked(v.get("decision_maker", "")), link(site, body) if body else marked(v.get("body_as_published", "")))
    yield N_("Decided by"), ", ".join(filter(None, said))
    yield by_name["delegated_under"].title, marked(v.get("delegated_under", ""))
    yield N_("When"), escape(" ".join(_days(decision)))
    yield N_("Amount"), escape(money(v.get("amount")))


def _status(site: Site, decision: Record) -> Markup:
    v, labels = decision.values, site.schemas["decision"].by_name["outcome"].labels
    said = [escape(_(labels[v["outcome"]]))] if v.get("outcome") in labels else []
    if (printed := v.get("status_as_published")) and printed.casefold() not in {str(s).casefold() for s in said}:
        said.append(told(printed))
    if on := v.get("withdrawn_on"):
        said.append(escape(_("withdrawn on {day}", day=day(on))))
    return Markup("; ").join(said)


def _days(decision: Record) -> Iterator[str]:
    texts = {
        "taken_on": _("Taken on {day}."),
        "signed_on": _("Signed on {day}."),
        "published_on": _("Published on {day}."),
        "effective_on": _("In force from {day}."),
    }
    yield from (said.format(day=day(decision.values[name])) for name, said in texts.items() if name in decision.values)


def _parts(site: Site, decision: Record, names: tuple[str, ...]) -> Iterator[Part]:
    """The parts that it has, that it withholds, and that the law or the strategy wants and are missing."""
    by_name, hidden = site.schemas["decision"].by_name, _hidden(site, decision)
    for name in names:
        field = by_name[name]
        if name in decision.values:
            yield Part(name, field.title, marked(decision.values[name]))
        elif name in hidden:
            yield Part(name, field.title, None, _("Withheld"), at="withholdings")
        elif field.expected is not None and expected(decision, field, set()):
            yield Part(name, field.title, None, _("Not published"), field.law)


def _hidden(site: Site, decision: Record) -> Collection[str]:
    return withheld(site, decision) if decision.rows("withholdings") else ()


def _unsaid(site: Site, decision: Record) -> list[str]:
    """What a good notice of the office itself has besides, and this one lacks."""
    if not decision.get("own"):
        return []
    names = (*(("financial_implications",) if decision.get("involves_money") else ()), *WANTED)
    by_name, hidden = site.schemas["decision"].by_name, _hidden(site, decision)
    found = [_(by_name[name].title) for name in names if name not in decision.values and name not in hidden]
    return found if decision.rows("options") else [_("Options considered"), *found]


def _title(site: Site, called: str) -> Markup:
    """What is withheld, by the title of its field; else in the words of the record."""
    field = site.schemas["decision"].by_name.get(called)
    return escape(_(field.title)) if field else told(called)


def sums(site: Site, decision: Record) -> Iterator[str]:
    """Whether the awards that a decision made come to the amount that it states, in sentences; nothing where it made none."""
    made = [a for a in site.sources(decision, "award") if is_award(a) and decision in made_by(site, a)]
    sure = [a for a in made if a.get("amount_basis") in SURE and "amount" in a.values and "not_counted" not in a.values]
    alone = [a for a in sure if made_by(site, a) == [decision]]
    if not made:
        return
    if alone:
        yield from _compared(decision.get("amount"), sum((a.values["amount"] for a in alone), Decimal(0)), len(alone))
    if left := len(made) - len(alone):
        yield ngettext(
            "{count} award is left out, because its amount is not exact or belongs to another record or decision too.",
            "{count} awards are left out, because their amounts are not exact or belong to other records or decisions too.",
            left,
        )


def _compared(stated: Decimal | None, found: Decimal, count: int) -> Iterator[str]:
    yield ngettext(
        "{count} award made by it comes to {sum}.", "{count} awards made by it come to {sum}.", count, sum=money(found)
    )
    if stated is None:
        yield _("The decision states no amount.")
    elif stated == found:
        yield _("That is the amount that the decision states.")
    elif stated > found:
        yield _("The decision states {amount}: {left} more.", amount=money(stated), left=money(stated - found))
    else:
        yield _("The decision states {amount}: {left} less.", amount=money(stated), left=money(found - stated))
