"""DEC-07: the financial year in the words of a decision fits its day."""

import re
from collections.abc import Iterator

from daylight.days import financial_year, is_year
from daylight.findings import Finding, finding
from daylight.record import Record
from daylight.rules.between import asks
from daylight.site import Site

OF = ("decision",)
TEXTS = ("title", "summary", "decision_text", "financial_implications")
GIVING = frozenset({"award_round", "award", "extension", "in_year", "procurement"})  # others look back, such as an outturn
_YEAR = re.compile(r"(?<![\d/–-])(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d/–-])")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Money is not given only for years that were over, by the years named and those of the fund (Order 2011, 5(d))."""
    v = record.values
    if not (day := v.get("taken_on")) or not _gives(site, record):
        return
    now = financial_year(day)
    named = [(name, year) for name in TEXTS if name in v for year in _years(v[name])]
    if not named or any(year >= now for _, year in named):
        return
    fund = site.get("fund", v.get("fund"))
    if fund and any(row.get("financial_year") == year for row in fund.rows("years") for _, year in named):
        return
    name, year = named[-1]
    facts = {"year": year, "now": now, "day": day}
    yield finding("DEC-07", "earlier", record.path, record.line_of(name), severity=asks(site, record), **facts)


def _gives(site: Site, decision: Record) -> bool:
    """Whether a decision gives money: by its kind, or where it names none, by its awards."""
    if kind := decision.values.get("type"):
        return kind in GIVING
    return any(link.source.kind == "award" for link in site.incoming.get(("decision", decision.key), ()))


def _years(text: str) -> Iterator[str]:
    """The financial years that a text names, like 2021-22, 2021/22 or 2021/2022."""
    for first, second in _YEAR.findall(text):
        if is_year(year := f"{first}-{second}"):
            yield year
