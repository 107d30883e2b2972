"""Is it all here? What each paragraph of the Specified Information Order asks for, and what is published, late or missing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from daylight.days import day_of
from daylight.record import Record
from daylight.rules import sio_05, sio_3f, sio_itt
from daylight.rules.law import owed
from daylight.rules.periods import MONTH, QUARTER, YEAR, after, left_out
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


@dataclass(frozen=True)
class Month:
    """The grants of a month: how many, and the days from its end until the last of them was published, None if unknown."""

    month: str
    grants: int
    days: int | None


def paragraphs(site: Site) -> list[Paragraph]:
    """Every paragraph of the Order and of the Transparency Code, in their order."""
    found = []
    for code, title in site.schemas["publication"].by_name["duty"].labels.items():
        paragraph = Paragraph(code, _(title))
        paragraph.published += [p for p in site.all("publication") if p.get("duty") == code and not p.get("nil")]
        paragraph.nil += [p.get("period", "") for p in site.all("publication") if p.get("duty") == code and p.get("nil")]
        _ASKED.get(code, _linked)(site, paragraph)
        paragraph.absent = paragraph.absent or not (paragraph.published or paragraph.missing or paragraph.nil)
        found.append(paragraph)
    return found


def _linked(site: Site, paragraph: Paragraph) -> None:
    """A paragraph that has no records of its own here: something must be linked."""
    if not paragraph.published and not paragraph.nil:
        paragraph.absent = True


def _budgets(site: Site, paragraph: Paragraph) -> None:
    """Each budget is published before its year begins (Order, Part 2)."""
    for budget in site.all("budget"):
        _timed(paragraph, budget, f"{budget.get('financial_year', '')[:4]}-03-31")
    if not site.records["budget"] and not paragraph.published:
        paragraph.absent = True


def _grants(site: Site, paragraph: Paragraph) -> None:
    """Each crime and disorder reduction grant has its recipient, purpose, conditions and reasons (SIO-3F)."""
    for award in _grants_of(site):
        paragraph.published.append(award)
        paragraph.partial += [award] if sio_3f.left(site, award) else []


def _grants_of(site: Site) -> list[Record]:
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


def months(site: Site) -> list[Month]:
    """The grants of each month between the first and the last month that has one, newest first; months with none too."""
    by_month: dict[str, list[Record]] = {}
    for award in _grants_of(site):
        if award.get("award_date"):
            by_month.setdefault(award.values["award_date"][:7], []).append(award)
    names = [min(by_month)] if by_month else []
    while names and names[-1] < max(by_month):
        names.append(after(names[-1]))
    return [Month(name, len(by_month.get(name, ())), _days(name, by_month.get(name, []))) for name in reversed(names)]


def _days(month: str, awards: list[Record]) -> int | None:
    """The days from the end of a month until the last of its awards was published, 0 where that was before."""
    published = [a.get("published_on") for a in awards]
    if not awards or None in published:
        return None
    year, number = int(month[:4]), int(month[5:])
    following = date(year + number // 12, number % 12 + 1, 1)
    return max((date.fromisoformat(max(published)) - following).days + 1, 0)


def lags(site: Site) -> list[tuple[Record, int]]:
    """The office's own decisions with the days from signing to publishing, longest first.

    Where it was not signed they are counted from the day on which it was taken, where publication was put off from then on;
    but not where something was published before that.
    """
    found = []
    for decision in site.all("decision"):
        signed, published = decision.get("signed_on") or day_of(decision), decision.get("published_on")
        if decision.get("own") and signed and published:
            until = decision.get("deferred_until", signed)
            begins = until if signed < until <= published else signed
            found.append((decision, (date.fromisoformat(published) - date.fromisoformat(begins)).days))
    return sorted(found, key=lambda of: (-of[1], of[0].key))


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
