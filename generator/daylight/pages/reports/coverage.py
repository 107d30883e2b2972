"""Coverage and gaps: months by kind of record, missing numbers of decisions with their reasons, and what is withheld."""

from collections import Counter

from babel.dates import get_month_names
from markupsafe import Markup

from daylight.pages.page import Page, Section, Table, report
from daylight.pages.pieces import ROOT, told
from daylight.record import Record
from daylight.registers import gaps
from daylight.site import Site
from daylight.views import coverage, day
from daylight.words import _, locale, ngettext

PATH = "coverage/"
MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)


def page(site: Site) -> Page:
    names = get_month_names("abbreviated", locale=locale())
    sections = [_months(site, kind, [names[n] for n in MONTHS]) for kind in coverage.KINDS]
    sections += [_gaps(site), _withheld(site)]
    lead = _(
        "What is here month by month, where numbers are missing, and what is withheld. A dash "
        "lies outside the time of our records."
    )
    return report(PATH, _("Coverage and gaps"), lead, sections)


def _months(site: Site, kind: str, names: list[str]) -> Section:
    schema, rows = site.schemas[kind], []
    for of in coverage.months(site, kind):
        rows.append([of.year, *("–" if n is None else n for n in of.counts), sum(n or 0 for n in of.counts)])
    heads = (_("Year"), *(f"#{name}" for name in names), f"#{_('All')}")
    left = len(site.records[kind]) - sum(row[-1] for row in rows)
    texts = (
        [ngettext("{count} record has no date of its own.", "{count} records have no date of their own.", left)]
        if left
        else []
    )
    if not site.records[kind]:
        texts = [_("None is published.")]
    title = _("{kind} by month", kind=_(schema.plural))
    return Section(title, texts, [Table(title, heads, rows, grid=True)], id=schema.folder)


def _gaps(site: Site) -> Section:
    """The numbers that the register of decisions leaves out."""
    found, reasons = gaps(site), site.schemas["publisher_gap"].by_name["reason"].labels
    rows = [
        [
            g.reference,
            g.year,
            _(reasons[g.row.get("reason")]) if g.row else None,
            told(g.row.get("note")) or "–" if g.row else "–",
        ]
        for g in found
    ]
    counts = Counter(_(reasons[g.row.get("reason")]) if g.row else _("not explained") for g in found)
    texts = [", ".join(f"{reason}: {count}" for reason, count in counts.items()) + "."] if found else [_no_gaps(site)]
    heads = (_("Number"), _("Year"), _("Reason"), _("Note"))
    return Section(
        _("Missing numbers of decisions"),
        texts,
        [Table(_("Missing numbers: {count}", count=len(rows)), heads, rows)],
        id="gaps",
    )


def _no_gaps(site: Site) -> str:
    if not site.publisher.get("reference_pattern"):
        return _("The decisions of this office have no numbers in one form, so that nobody can see whether one is missing.")
    return _("No number is missing between the first and the last of each year.")


def _withheld(site: Site) -> Section:
    found, grounds = coverage.withheld(site), site.schemas["award_withholding"].by_name["ground"].labels
    counts = Counter(row.get("ground") for _record, row in found)
    by_ground = Table(
        _("Withheld, by ground"),
        (_("Ground"), f"#{_('Times')}"),
        [[_(grounds.get(g, "")), n] for g, n in counts.most_common()],
    )
    rows = [
        [
            r,
            _part(site, r, row.get("applies_to") or ""),
            _(grounds.get(row.get("ground"), "")),
            told(row.get("opinion_of_role") or ""),
            told(row.get("reason") or ""),
            _day(row.get("review_on")),
        ]
        for r, row in found
    ]
    heads = (_("Record"), _("Not published"), _("Ground"), _("In the opinion of"), _("Explanation"), _("Looked at again on"))
    tables = [by_ground, Table(_("Withheld: {count}", count=len(rows)), heads, rows)]
    texts = [] if found else [_("No record says that anything is withheld.")]
    if found:
        texts = [Markup('<a href="{}data/">{}</a>').format(ROOT, _("Each withholding is also a row of the downloads."))]
    return Section(_("What is withheld"), texts, tables, id="withheld")


def _part(site: Site, record: Record, name: str) -> str:
    """What is withheld: the title of the field or list that is named, else the words that stand there."""
    schema = site.schemas[record.kind]
    titles = {site.schemas[child].list: site.schemas[child].plural for child in schema.children}
    titles |= {field.name: field.title for field in schema.fields}
    return _(titles[name]) if name in titles else told(name)


def _day(iso: str | None) -> str:
    return day(iso) if iso else "–"
