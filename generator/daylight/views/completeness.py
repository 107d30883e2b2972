"""Is it all here? What each paragraph of the Specified Information Order asks for, and what is published, late or missing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from daylight.derived import day_of, withheld
from daylight.rules.between import is_award
from daylight.site import Record, Site
from daylight.words import _

CONTRACT = Decimal("10000.00")  # a contract "with a value exceeding" this is published whole (Order, paragraph 4(b))
RULES = {"3a": "SIO-03", "3f": "SIO-01", "3g": "SIO-02", "4b": "SIO-05", "4c": "SIO-ITT", "5d": "SIO-04"}


@dataclass
class Paragraph:
    """What is published under a paragraph, and of that what lacks something that the law asks (`partial`).

    `late` came after its time, and `missing` is owed and not here; both are records, or months and years where there is no
    record to show. `unknown` is here, but perhaps late.
    """

    code: str
    title: str
    published: list[Record] = field(default_factory=list)
    late: list[Record | str] = field(default_factory=list)
    missing: list[Record | str] = field(default_factory=list)
    partial: list[Record | str] = field(default_factory=list)
    unknown: list[Record] = field(default_factory=list)
    nil: list[str] = field(default_factory=list)
    absent: bool = False  # nothing at all is recorded on this site, so that nobody can say what is missing

    @property
    def rule(self) -> str:
        """The rule that checks it."""
        return RULES.get(self.code, "SIO-06")

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
    """Each crime and disorder reduction grant has its recipient, purpose, conditions and reasons."""
    for award in _paid(site):
        if award.get("type") == "grant" or award.get("legal_power") == "PRSRA2011-s9":
            hidden = withheld(site, award)
            left = [n for n in ("purpose", "cdr_reasons") if n not in award.values and n not in hidden]
            named = award.get("recipient") or award.rows("recipients") or award.get("recipient_as_published")
            whole = named and not left and (award.rows("conditions") or award.get("unconditional") or "conditions" in hidden)
            paragraph.published.append(award)
            paragraph.partial += [] if whole else [award]


def _spending(site: Site, paragraph: Paragraph) -> None:
    """A list for every month between the first and the last, nothing to report or not."""
    there = {p.get("period", "") for p in site.all("publication") if p.get("duty") == paragraph.code}
    days = sorted(period for period in there if len(period) == 7 and "Q" not in period)
    if not there:
        paragraph.absent = True
    paragraph.missing += [month for month in _between(days[0], days[-1]) if month not in there] if days else []


def _contracts(site: Site, paragraph: Paragraph) -> None:
    """Each contract of more than £10,000 has its copy or the ground on which it is withheld."""
    for award in _paid(site):
        if award.get("type") == "contract" and award.get("amount", 0) > CONTRACT:
            kinds = [d.get("kind") for d in site.targets(award, "document")]
            copy = award.get("contract_document") or "contract" in kinds or "contract_document" in withheld(site, award)
            (paragraph.published if copy else paragraph.missing).append(award)


def _tenders(site: Site, paragraph: Paragraph) -> None:
    """Each tender for more than £10,000 has its invitation."""
    for tender in site.all("opportunity"):
        worth = tender.get("expected_value") or tender.get("envelope") or 0
        if tender.get("kind") == "tender" and worth > CONTRACT:
            there = any(d.get("kind") == "tender" for d in site.targets(tender, "document"))
            (paragraph.published if there else paragraph.missing).append(tender)


def _small_contracts(site: Site, paragraph: Paragraph) -> None:
    """Contracts of £10,000 or less are listed: they are in the register of awards."""
    paragraph.published += [a for a in _paid(site) if a.get("type") == "contract" and 0 < a.get("amount", 0) <= CONTRACT]


def _decisions(site: Site, paragraph: Paragraph) -> None:
    """Each decision of the office is published as soon as may be."""
    for decision in site.all("decision"):
        if not decision.get("own"):
            continue
        paragraph.published.append(decision)
        if decision.get("published_on") is None:
            paragraph.unknown.append(decision)


def _timed(paragraph: Paragraph, record: Record, last: str) -> None:
    """Whether a record was published by its last day."""
    paragraph.published.append(record)
    if not (day := record.get("published_on")):
        paragraph.unknown.append(record)
    elif day > last:
        paragraph.late.append(record)


def _paid(site: Site) -> list[Record]:
    return [a for a in site.all("award") if is_award(a) and a.get("direction") == "out" and a.get("status") != "withdrawn"]


def months(site: Site) -> list[Month]:
    """The grants of each month between the first and the last month that has one, newest first; months with none too."""
    by_month: dict[str, list[Record]] = {}
    for award in _paid(site):
        if award.get("type") == "grant" and award.get("award_date"):
            by_month.setdefault(award.values["award_date"][:7], []).append(award)
    names = _between(min(by_month), max(by_month)) if by_month else []
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
    """The office's own decisions with the days from signing, or else from taking, to publishing; longest first."""
    found = []
    for decision in site.all("decision"):
        signed, published = decision.get("signed_on") or day_of(decision), decision.get("published_on")
        if decision.get("own") and signed and published:
            found.append((decision, (date.fromisoformat(published) - date.fromisoformat(signed)).days))
    return sorted(found, key=lambda of: (-of[1], of[0].key))


def _between(first: str, last: str) -> list[str]:
    """All months from the first to the last."""
    at, end, found = (int(first[:4]), int(first[5:])), (int(last[:4]), int(last[5:])), []
    while at <= end:
        found.append(f"{at[0]:04d}-{at[1]:02d}")
        at = (at[0] + at[1] // 12, at[1] % 12 + 1)
    return found


_ASKED: dict[str, Callable[[Site, Paragraph], None]] = {
    "3a": _budgets,
    "3f": _grants,
    "3g": _spending,
    "4b": _contracts,
    "4c": _tenders,
    "4d": _small_contracts,
    "5d": _decisions,
}
