"""How we fund: the office's strategy as a page, made from the rules and the funds."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from daylight.pages.page import Page, Section, Table
from daylight.pages.pieces import ROOT, told
from daylight.record import Record, Row
from daylight.rules.strategy.rule import ALWAYS, NEVER, Rule, every_rule
from daylight.site import Site
from daylight.views import day, money
from daylight.views.promises import Promise, of_strategies
from daylight.words import _

PATH = "how-we-fund/"


def page(site: Site) -> Page:
    topics = site.schemas["publisher_rule"].by_name["topic"].labels
    by_topic: dict[str, list[Promise]] = {topic: [] for topic in topics}
    for promise in of_strategies(site):
        by_topic.setdefault(promise.rows[0].get("topic"), []).append(promise)
    values = {
        "lead": _(
            "Who may be funded, how much, by which route, who decides and how it is checked: the "
            "office's strategy, rule by rule."
        ),
        "strategies": [(row, site.get("document", row.get("document"))) for row in site.publisher.rows("strategies")],
        "topics": [(topic, _(topics[topic]), of) for topic, of in by_topic.items() if of and topic in topics],
        "funds": funds(site),
        "kept": kept,
        "said": partial(said, site),
    }  # fmt: skip
    return Page(PATH, "how_we_fund.html", _("How we fund"), values["lead"], values)


def funds(site: Site) -> Section:
    """Every fund with its money, its limits over time, and who decides how often."""
    rules = [rule for rule in every_rule(site.publisher) if rule.check == "amount-limit" and rule.get("fund")]
    rows = []
    for fund in site.all("fund"):
        size = fund.get("envelope") if "envelope" in fund.values else told(fund.get("envelope_as_published", ""))
        lines = [*_stated(fund), *(line for rule in rules if rule.get("fund") == fund.key for line in _ruled(rule))]
        texts = (told(fund.get(name, "")) for name in ("envelope_period", "cycle", "decided_by"))
        period, cycle, decided_by = texts
        rows.append([fund, size, period, _lines(lines), cycle, decided_by])
    heads = (
        _("Fund"),
        f"#{_('Size of the pot')}",
        _("For"),
        _("Limits of one award over time"),
        _("How often"),
        _("Decided by"),
    )
    return Section(_("Funds and their limits"), tables=[Table(_("Funds: {count}", count=len(rows)), heads, rows)], id="funds")


def _stated(fund: Record) -> Iterator[Markup]:
    for row in fund.rows("limits"):
        source = row.get("source") or ""
        link = Markup(' <a href="{}" rel="noopener">{}</a>').format(source, _("source")) if source else ""
        yield Markup("{}{}{}").format(_between(row), _when(row.get("from", ""), row.get("to", "")), link)


def _ruled(rule: Rule) -> Iterator[Markup]:
    first, last = (rule.first if rule.first != ALWAYS else ""), (rule.last if rule.last != NEVER else "")
    yield Markup('{}{} (<a href="{}checks/">{}</a>)').format(_between(rule.row), _when(first, last), ROOT, rule.id)


def _between(row: Row) -> str:
    least, most = row.get("minimum"), row.get("maximum")
    if least is not None and most is not None:
        return _("{least} to {most}", least=money(least), most=money(most))
    if most is not None:
        return _("up to {most}", most=money(most))
    return _("from {least}", least=money(least)) if least is not None else told(row.get("as_published", ""))


def _when(first: str, last: str) -> str:
    if first and last:
        return _(", from {first} to {last}", first=day(first), last=day(last))
    return _(", from {first}", first=day(first)) if first else _(", until {last}", last=day(last)) if last else ""


def _lines(lines: list[Markup]) -> Markup | None:
    return Markup("<br>").join(lines) if lines else None


def kept(promise: Promise) -> str:
    """How far a rule is kept, in a sentence."""
    if promise.state != "checked":
        return told(promise.why)
    if not promise.asked:
        return _("No record is about it yet.")
    said = _("Met by {met} of {asked}", met=promise.met, asked=promise.asked)
    return said + (_(", explained in {count}", count=promise.explained) if promise.explained else "") + "."


def said(site: Site, promise: Promise) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What a rule says, newest first: a sentence, the time if that changed, and the strategy's words with their place."""
    found: dict[str, list[Rule]] = {}
    for rule in sorted(promise.rows, key=lambda rule: rule.first, reverse=True):
        found.setdefault(rule.get("title") or "", []).append(rule)
    times = {_time(rows[0]) for rows in found.values()}
    return [(title, _time(rows[0]) if len(times) > 1 else "", _quotes(rows)) for title, rows in found.items()]


def _time(rule: Rule) -> str:
    return _when(rule.first if rule.first != ALWAYS else "", rule.last if rule.last != NEVER else "").removeprefix(", ")


def _quotes(rows: list[Rule]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((rule.get("words") or "", rule.get("place") or "") for rule in rows))
