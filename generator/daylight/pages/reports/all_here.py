"""Is it all here? Statutory completeness and timeliness, paragraph by paragraph."""

from datetime import date

from babel.dates import format_date
from markupsafe import Markup

from daylight.findings import page_of
from daylight.pages.page import Cell, Page, Section, Table, report
from daylight.pages.pieces import ROOT
from daylight.site import Site
from daylight.views.completeness import Paragraph, paragraphs
from daylight.views.promptness import Month, lags, months
from daylight.words import _, locale, ngettext

PATH = "is-it-all-here/"
SHOWN = 100
MONTHLY = "3g"  # the paragraph that asks for something every month; others ask for it every quarter or year


def page(site: Site) -> Page:
    every = paragraphs(site)
    whole = [p for p in every if not (p.records or p.absent)]
    part, absent = [p for p in every if p.records], [p for p in every if p.absent]
    lead = _(
        "What the law obliges the office to publish. {all} duties: {said}.", all=len(every), said=_counts(whole, part, absent)
    )
    sections = [
        Section("", _intro(site)),
        Section(_("Every paragraph"), (), [_overview(every)], id="all"),
        _grants(months(site)),
        _decisions(site),
        *(_details(p) for p in every if p.records),
    ]
    return report(PATH, _("Is it all here?"), lead, sections)


def _counts(whole: list[Paragraph], part: list[Paragraph], absent: list[Paragraph]) -> str:
    """How many duties stand how; what is nought is not said."""
    counts = (
        (_("{count} met by what is recorded here", count=len(whole)), whole),
        (_("{count} in part", count=len(part)), part),
        (_("{count} of which nothing is recorded on this site", count=len(absent)), absent),
    )
    return ", ".join(said for said, of in counts if of)


def _intro(site: Site) -> list[str]:
    said = [
        _(
            "The figures are worked out from the records, by the rule that is named. The Specified "
            "Information Order 2011 is the law; the Transparency Code is good practice."
        )
    ]
    if site.publisher.get("demonstration"):
        said.append(_("This is a demonstration: what is missing here may be published on the office's own website."))
    return said


def _overview(every: list[Paragraph]) -> Table:
    rows: list[list[Cell]] = []
    for p in every:
        title = Markup('<a href="#duty-{}">{}</a>').format(p.code, p.title) if p.records else p.title
        rule = Markup('<a class="dl-id" href="{}{}">{}</a>').format(ROOT, page_of(p.rule), p.rule)
        rows.append([title, _state(p), _figures(p), rule])
    return Table(_("Duties: {count}", count=len(rows)), (_("Duty"), _("State"), _("What is here"), _("Rule")), rows)


def _state(p: Paragraph) -> Cell:
    """In one word how a duty stands, with the way to what is published elsewhere."""
    if p.absent:
        return Markup('<span class="dl-missing">{}</span>').format(_("Not recorded here"))
    if p.late or p.missing:
        return _("In part") if p.published else _("Missing")
    if p.partial:
        return _("Incomplete")
    links = [x for x in p.published if x.kind == "publication" and x.get("address")]
    if len(links) == 1 and len(p.published) == 1:
        return Markup('<a href="{}" rel="noopener">{}</a>').format(links[0].get("address"), _("Published elsewhere"))
    return _("Here")


def _figures(p: Paragraph) -> str:
    """How many records are published, late or missing; what is nought is not said."""
    counts = (
        (_("published"), p.published),
        (_("nothing to report"), p.nil),
        (_("without all that the law asks"), p.partial),
        (_("late"), p.late),
        (_("missing"), p.missing),
        (_("of them on a day that is not known"), p.unknown),
        (_("of them put off"), p.put_off),
    )
    return ", ".join(f"{len(of)} {name}" for name, of in counts if of) or "–"


def _grants(of: list[Month]) -> Section:
    rows = [[_month(m.month), m.grants, "–" if not m.grants else m.days] for m in of]
    heads = (_("Month"), f"#{_('Grants')}", f"#{_('Days from the end of the month until the last was published')}")
    nil = sum(not m.grants for m in of)
    texts = (
        [ngettext("{count} month between them has no grant.", "{count} months between them have no grant.", nil)]
        if of
        else [_("No grant here has a published date of award, so no month can be judged.")]
    )
    return Section(
        _("Grants month by month"), texts, [Table(_("Months with grants, paragraph 3(f)"), heads, rows)], id="months"
    )


def _decisions(site: Site) -> Section:
    found, promised = lags(site), site.publisher.get("decision_days")
    texts = (
        [
            _(
                "The office undertakes to publish a decision within {days} working days. Here all days are counted.",
                days=promised,
            )
        ]
        if promised is not None
        else [_("The law says as soon as practicable. The office is not known to have said how soon.")]
    )
    if not found:
        texts.append(_("No decision here has both the day on which it was signed and that on which it was published."))
    rows = [[decision, days] for decision, days in found[:SHOWN]]
    return Section(
        _("Decisions: days until published"),
        texts,
        [Table(_("Longest first"), (_("Decision"), f"#{_('Days')}"), rows)],
        id="lags",
    )


def _details(p: Paragraph) -> Section:
    items = p.records
    named = [_month(i) if isinstance(i, str) and p.code == MONTHLY else i for i in items[:SHOWN]]
    more = [_("and {count} more", count=len(items) - SHOWN)] if len(items) > SHOWN else []
    return Section(
        p.title, [_("Missing, late or incomplete: {count}.", count=len(items))], items=[*named, *more], id=f"duty-{p.code}"
    )


def _month(month: str) -> str:
    return format_date(date.fromisoformat(f"{month}-01"), "MMMM y", locale=locale())
