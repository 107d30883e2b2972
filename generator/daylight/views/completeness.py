"""Is it all here? What each paragraph of the Specified Information Order asks for, and what is published, late or missing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from daylight.record import Record
from daylight.rules import sio_05, sio_3f, sio_itt
from daylight.rules.law import owed
from daylight.rules.periods import MONTH, QUARTER, YEAR, left_out
from daylight.site import Site
from daylight.words import _

POWER = "PRSRA2011-s9"  # under which crime and disorder reduction grants are made
RULES = {"3a": "SIO-03", "3f": "SIO-01", "3g": "SIO-02", "4b": "SIO-05", "4c": "SIO-ITT", "5d": "SIO-04"}


@dataclass
class Paragraph:
    """What is published under a paragraph, and of that what lacks something that the law asks (`partial`).

    `late` came after its time, and `missing` is owed and not here; both are records, or months and years where there is no
    record to show. `unknown` is here, but perhaps late; of what is `put_off` only that it will be published is here.
    """

    code: str
    title: str
    published: list[Record] = field(default_factory=list)
    late: list[Record | str] = field(default_factory=list)
    missing: list[Record | str] = field(default_factory=list)
    partial: list[Record | str] = field(default_factory=list)
    unknown: list[Record] = field(default_factory=list)
    put_off: list[Record] = field(default_factory=list)
    nil: list[str] = field(default_factory=list)
    absent: bool = False  # nothing at all is recorded on this site, so that nobody can say what is missing

    @property
    def rule(self) -> str:
        """The rule that checks it."""
        return RULES.get(self.code, "LG-04" if self.code.startswith("lgtc") else "SIO-06")

    @property
    def records(self) -> list[Record | str]:
        """What is missing or late and can be shown one by one."""
        return [] if self.absent else [*self.missing, *self.late, *self.partial]


def paragraphs(site: Site) -> list[Paragraph]:
    """Every paragraph of the Order and of the Transparency Code, in their order."""
    found = []
    for code, title in site.schemas["publication"].by_name["duty"].labels.items():
        paragraph = Paragraph(code, _(title))
        paragraph.published += [p for p in site.all("publication") if p.get("duty") == code and not p.get("nil")]
        paragraph.nil += [p.get("period", "") for p in site.all("publication") if p.get("duty") == code and p.get("nil")]
        if find := _ASKED.get(code):  # of the others nothing is recorded here, so that something must be linked
            find(site, paragraph)
        paragraph.absent = paragraph.absent or not (paragraph.published or paragraph.missing or paragraph.nil)
        found.append(paragraph)
    return found


def _budgets(site: Site, paragraph: Paragraph) -> None:
    """Each budget is published before its year begins (Order, Part 2)."""
    for budget in site.all("budget"):
        _timed(paragraph, budget, f"{budget.get('financial_year', '')[:4]}-03-31")
    if not site.records["budget"] and not paragraph.published:
        paragraph.absent = True


def _grants(site: Site, paragraph: Paragraph) -> None:
    """Each crime and disorder reduction grant has its recipient, purpose, conditions and reasons (SIO-3F)."""
    for award in section_nine(site):
        paragraph.published.append(award)
        paragraph.partial += [award] if sio_3f.left(site, award) else []


def section_nine(site: Site) -> list[Record]:
    """The grants of the office under section 9, and those whose power is not published."""
    paid = [award for award in site.all("award") if owed(award)]
    return [a for a in paid if (a.get("legal_power") or (a.get("type") == "grant" and POWER)) == POWER]


def _spending(site: Site, paragraph: Paragraph) -> None:
    """A list for every month between the first and the last, nothing to report or not (SIO-02)."""
    paragraph.missing += [month for month, _following in left_out(site, paragraph.code, MONTH)]


def _contracts(site: Site, paragraph: Paragraph) -> None:
    """Each contract of more than £10,000 has its copy or the ground on which it is withheld (SIO-05)."""
    for award in site.all("award"):
        if sio_05.asked(award) is not None:
            (paragraph.published if sio_05.has_copy(site, award) else paragraph.missing).append(award)


def _tenders(site: Site, paragraph: Paragraph) -> None:
    """Each tender for more than £10,000 has its invitation (SIO-ITT)."""
    for tender in site.all("opportunity"):
        if sio_itt.is_asked(site, tender):
            (paragraph.published if sio_itt.has_invitation(site, tender) else paragraph.missing).append(tender)


def _small_contracts(site: Site, paragraph: Paragraph) -> None:
    """Contracts of £10,000 or less are listed: they are in the register of awards."""
    small = (a for a in site.all("award") if sio_05.is_contract(a))
    paragraph.published += [a for a in small if 0 < a.get("amount", 0) <= sio_05.EXCEEDING]


def _quarters(site: Site, paragraph: Paragraph) -> None:
    """A list for every quarter, or of grants for every year (LG-04)."""
    form = YEAR if paragraph.code == "lgtc-grants" else QUARTER
    paragraph.missing += [period for period, _following in left_out(site, paragraph.code, form)]


def _decisions(site: Site, paragraph: Paragraph) -> None:
    """Each decision of the office is published as soon as may be."""
    for decision in site.all("decision"):
        if not decision.get("own"):
            continue
        paragraph.published.append(decision)
        if decision.get("deferred_until", "") > site.today:
            paragraph.put_off.append(decision)
        elif decision.get("published_on") is None:
            paragraph.unknown.append(decision)


def _timed(paragraph: Paragraph, record: Record, last: str) -> None:
    """Whether a record was published by its last day."""
    paragraph.published.append(record)
    if not (day := record.get("published_on")):
        paragraph.unknown.append(record)
    elif day > last:
        paragraph.late.append(record)


_ASKED: dict[str, Callable[[Site, Paragraph], None]] = {
    "3a": _budgets,
    "3f": _grants,
    "3g": _spending,
    "4b": _contracts,
    "4c": _tenders,
    "4d": _small_contracts,
    "5d": _decisions,
    "lgtc-grants": _quarters,
    "lgtc-tenders": _quarters,
    "lgtc-contracts": _quarters,
}
