"""Every number on the reports of Barsetshire, worked out again from the downloads beside them."""

import csv
import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import format_date
from lxml import html
from tests.built import TODAY, example
from tests.small import small

from daylight.pages.reports import annual

KINDS = {"fund": "Fund", "priority": "Priority", "budget_area": "Budget area"}
FOLDERS = {"fund": "funds", "priority": "priorities", "budget_area": "budget-areas"}
SEVERAL, NONE, ALL = "Several, in parts that are not published", "None published", "All"
YEARS = ("2022-23", "2023-24", "2024-25", "2025-26", "2026-27")
POWER = "PRSRA2011-s9"


class Reports:
    """The downloads and the pages of a built site, each read once."""

    def __init__(self, built: Path):
        self.built, self.read, self.parsed = built, {}, {}

    def rows(self, name: str) -> list[dict[str, str]]:
        if name not in self.read:
            with (self.built / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as f:
                self.read[name] = list(csv.DictReader(f))
        return self.read[name]

    def page(self, path: str) -> html.HtmlElement:
        if path not in self.parsed:
            self.parsed[path] = html.fromstring((self.built / path / "index.html").read_bytes())
        return self.parsed[path]

    def table(self, path: str, caption: str) -> list[list[str]]:
        """The rows of the table whose caption begins so; a cell that is a link to a record is the key of the record."""
        (found,) = [t for t in self.page(path).xpath("//table") if t.xpath("string(caption)").startswith(caption)] or [None]
        return [] if found is None else [[_said(c) for c in row] for row in found.xpath("tbody/tr")]

    def lead(self, path: str) -> str:
        return self.page(path).xpath("string(//*[@class='dl-lead'])")

    @property
    def paid(self) -> list[dict[str, str]]:
        """The awards that the office agreed to pay."""
        return [a for a in self.rows("awards") if agreed(a) and a["direction"] != "in"]


def _said(cell: html.HtmlElement) -> str:
    links = [a.get("href") for a in cell.xpath(".//a") if a.get("href").startswith("..")]
    keys = [href.rstrip("/").rpartition("/")[2] for href in links if not href.endswith("checks/")]
    return ", ".join(keys) if keys else cell.text_content()


def agreed(award: dict[str, str]) -> bool:
    return award["direction"] != "applied_only" and award["type"] != "application"


def counted(award: dict[str, str]) -> Decimal | None:
    """What of an award is added up."""
    if award["direction"] != "out" or award["amount_basis"] not in ("exact", "rounded", "net_of_vat"):
        return None
    if award["not_counted"] or award["status"] == "withdrawn":
        return None
    return Decimal(award["own_share"] or award["amount"])


def added(awards: list[dict[str, str]]) -> str:
    return pounds(sum((c for a in awards if (c := counted(a)) is not None), Decimal(0)))


def pounds(amount: Decimal) -> str:
    return f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


def year_of_day(day: str) -> str:
    first = int(day[:4]) - (day[5:] < "04-01")
    return f"{first}-{(first + 1) % 100:02d}"


def year_of(award: dict[str, str]) -> str:
    day = award["award_date"] or award["announced_on"]
    return year_of_day(day) if day else award["financial_year"]


def in_words(iso: str) -> str:
    return f"{int(iso[8:])} {date.fromisoformat(iso):%B %Y}" if iso else "–"


def said_amount(award: dict[str, str]) -> str:
    """An amount as lists say it."""
    if not award["amount"]:
        return f"{award['amount_as_published']} (not added up)" if award["amount_as_published"] else "Not published"
    said, part = pounds(Decimal(award["amount"])), counted(award)
    if part is None:
        return f"{said} (not added up)"
    return said if part == Decimal(award["amount"]) else f"{said} ({pounds(part)} added up)"


def largest_first(awards: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(awards, key=lambda a: (-Decimal(a["amount"] or 0), a["key"]))


@pytest.fixture(scope="module")
def of(tmp_path_factory) -> Reports:
    return Reports(example("barsetshire", tmp_path_factory))


def divided(of: Reports, kind: str, awards: list[dict[str, str]]) -> dict[str, tuple[int, Decimal]]:
    """How many awards each record has, and what of their money; also the lines of several, of none and of all."""
    found: dict[str, list[Decimal]] = {}
    lists = {"fund": "award-funds", "priority": "award-priorities"}
    rows = of.rows(lists[kind]) if kind in lists else []
    for award in awards:
        if (amount := counted(award)) is None:
            continue
        mine = [row for row in rows if row["award"] == award["key"]]
        parts = [(row[kind], Decimal(row["amount"])) for row in mine if row.get("amount")]
        keys = {row[kind] for row in mine} | ({award[kind]} if award[kind] else set())
        if not parts:
            parts = [(SEVERAL if len(keys) > 1 else next(iter(keys), NONE), amount)]
        if left := amount - sum(part for _key, part in parts):
            parts.append((NONE, left))
        for key, part in [*parts, (ALL, amount)]:
            found.setdefault(key, []).append(part)
    return {key: (len(parts), sum(parts)) for key, parts in found.items()}


def as_cells(lines: dict[str, tuple[int, Decimal]]) -> dict[str, tuple[str, str]]:
    return {key: (str(count), pounds(total)) for key, (count, total) in lines.items()}


def shown(of: Reports, path: str, kind: str) -> dict[str, tuple[str, str]]:
    """The lines of a table that divides money, without those of nothing."""
    lines = of.table(path, f"Money by {KINDS[kind].lower()}")
    assert [Decimal(total[1:].replace(",", "")) for *_, total in lines[:-1]]
    return {key: (count, total) for key, count, total in lines if count != "0"}


def test_the_list_of_years_has_each_year_with_its_totals(of):
    rows = []
    for year in reversed(YEARS):
        awards = [a for a in of.paid if year_of(a) == year]
        rows.append([year, str(len(awards)), added(awards), str(len(decided(of, year)))])
    assert of.table("reports/annual", "Annual reports: 5") == rows


def decided(of: Reports, year: str) -> list[dict[str, str]]:
    return [d for d in of.rows("decisions") if d["own"] == "true" and d["taken_on"] and year_of_day(d["taken_on"]) == year]


@pytest.mark.parametrize("year", YEARS)
def test_the_report_of_a_year_counts_its_awards_and_decisions(of, year):
    path, awards = f"reports/annual/{year}", [a for a in of.paid if year_of(a) == year]
    assert of.lead(path) == f"{len(awards)} awards, of which {added(awards)} adds up, and {len(decided(of, year))} decisions."
    hidden = {row["award"] for row in of.rows("award-withholdings") if row["applies_to"] == "recipient"}
    to = {a["key"]: a["recipient_name"] or ("Withheld" if a["key"] in hidden else "Not published") for a in awards}
    listed = [[a["key"], to[a["key"]], said_amount(a)] for a in largest_first(awards)]
    assert [[*row[:2], row[3]] for row in of.table(path, f"Awards of {year}")] == listed
    decisions = [[d["key"], d["reference"] or "–"] for d in decided(of, year)]
    assert of.table(path, f"{len(decisions)} decisions") == decisions
    received = [[a["key"], said_amount(a)] for a in of.rows("awards") if a["direction"] == "in" and year_of(a) == year]
    assert of.table(path, "Received") == received


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_money_of_a_year_is_divided_to_the_penny(of, kind, year):
    lines = divided(of, kind, [a for a in of.paid if year_of(a) == year])
    assert shown(of, f"reports/annual/{year}", kind) == as_cells(lines)
    assert sum(total for key, (_count, total) in lines.items() if key != ALL) == lines[ALL][1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_register_divides_the_money_of_all_years(of, kind):
    assert shown(of, FOLDERS[kind], kind) == as_cells(divided(of, kind, of.rows("awards")))
    keys = {row["key"] for row in of.rows(FOLDERS[kind])}
    assert {line[0] for line in of.table(FOLDERS[kind], "Money by")} - {SEVERAL, NONE, ALL} == keys


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("field", "title"), [("type", "kind of award"), ("theme", "theme"), ("reporting_area", "reporting area")]
)
def test_a_year_is_told_by_kind_theme_and_area(of, field, title, year):
    awards = [a for a in of.paid if year_of(a) == year]
    named = Counter(a[field] for a in awards)
    rows = of.table(f"reports/annual/{year}", f"By {title}")
    assert [int(count) for _name, count, _total in rows] == sorted(named.values(), reverse=True)
    totals = [(str(count), added([a for a in awards if a[field] == value])) for value, count in named.items()]
    assert sorted((count, total) for _name, count, total in rows) == sorted(totals)
    if field != "type":  # its values are shown by their labels
        assert {name for name, *_ in rows} == {value or "Not published" for value in named}


def test_the_panel_sees_every_area_of_the_strategy_empty_ones_too(of):
    rules = of.rows("publisher-rules")
    (rule,) = [r for r in rules if r["check"] == "one-of" and r["fields"] == "reporting_area"]
    areas = [area.strip() for area in rule["values"].split(";")]
    by_area = {area: [a for a in of.paid if a["reporting_area"] == area] for area in areas}
    by_area["No area stated"] = [a for a in of.paid if a["reporting_area"] not in areas]
    rows = [[area, str(len(awards)), added(awards)] for area, awards in by_area.items()]
    assert of.table("reports/panel", "Panel report") == [*rows, ["All", str(len(of.paid)), added(of.paid)]]
    assert f"under the {len(areas)} areas" in of.lead("reports/panel")
    assert any(not awards for area, awards in by_area.items() if area in areas)
    for area, awards in by_area.items():
        listed = [[a["key"], said_amount(a)] for a in largest_first(awards)]
        assert [[row[0], row[2]] for row in of.table("reports/panel", f"{area}: ")] == listed
        assert bool(awards) == bool(of.table("reports/panel", f"{area}: {len(awards)}"))
    assert len(of.page("reports/panel").xpath("//h2")) == 1 + len(by_area)


def test_what_was_bought_without_competition_is_listed_with_its_ground(of):
    bought = ("contract", "invoice", "co_commissioning")
    single, named, unknown = [], [], []
    for a in of.paid:
        if a["single_tender_ground"] or (a["competition"] == "direct" and a["type"] in bought):
            single.append(a)
        elif a["competition"] == "named_in_bid" or a["bid_reference"]:
            named.append(a)
        elif a["type"] in bought and not a["competition"]:
            unknown.append(a)
    titles = ("One provider asked", "Named in a funding bid", "Bought, and the competition is not published")
    assert single
    assert named
    for title, awards in zip(titles, (single, named, unknown), strict=True):
        newest = sorted(awards, key=lambda a: (year_of(a), a["key"]), reverse=True)
        rows = of.table("single-tenders", f"{title}: {len(awards)}, {added(awards)} added up")
        assert [row[:3] for row in rows] == [[a["key"], year_of(a), said_amount(a)] for a in newest]
        evidence = [a["single_tender_evidence"] or a["bid_reference"] or "Not published" for a in newest]
        assert [row[4] for row in rows] == evidence


def all_of(of: Reports, ending: str) -> list[dict[str, str]]:
    """The rows of every download whose name ends so, each with the `key` of its record."""
    names = sorted(path.stem for path in (of.built / "data").glob(f"*-{ending}.csv"))
    return [row | {"key": next(iter(row.values()))} for name in names for row in of.rows(name)]


def days(exception: dict[str, str]) -> tuple[str, str]:
    return in_words(exception["date"]), in_words(exception["expires"])


def test_every_exception_of_the_downloads_is_on_the_page_and_no_other(of):
    rows = all_of(of, "exceptions")
    for title, there in (("Exceptions in force", True), ("Expired exceptions", False)):
        cells = [
            [r["key"], r["rule"], r["reason"], r["approved_by_role"], r["approving_decision"] or "–", *days(r)]
            for r in rows
            if (r["expires"] >= TODAY) == there
        ]
        assert sorted(of.table("exceptions", title)) == sorted(cells)
    assert len(rows) > 5


def test_everything_that_is_withheld_is_counted(of):
    rows = all_of(of, "withholdings")
    listed = [[r["key"], r["opinion_of_role"], r["reason"], in_words(r["review_on"])] for r in rows]
    shown = [[row[0], *row[3:]] for row in of.table("coverage", f"Withheld: {len(rows)}")]
    assert sorted(shown) == sorted(listed)
    grounds = of.table("coverage", "Withheld, by ground")
    assert [int(times) for _ground, times in grounds] == sorted(Counter(r["ground"] for r in rows).values(), reverse=True)


def month_of(kind: str, row: dict[str, str]) -> str:
    """The month under which the report of coverage counts a record, '' for none."""
    if kind == "publications":
        period = row["period"]
        is_year = int(period[:4]) % 100 + 1 == int(period[5:]) if period[5:].isdigit() else True
        return "" if is_year else period
    names = {"awards": ("award_date", "announced_on"), "decisions": ("taken_on",)}
    days = (row[name] for name in names.get(kind, ("published_on", "opens_on", "closes_on")))
    return next((day[:7] for day in days if day), "")


@pytest.mark.parametrize("kind", ["awards", "decisions", "opportunities", "publications"])
def test_records_are_counted_by_month(of, kind):
    months = Counter(month for row in of.rows(kind) if (month := month_of(kind, row)))
    rows = of.table("coverage", f"{kind.capitalize()} by month")
    assert [row[0] for row in rows] == sorted({year_of_day(f"{month}-01") for month in months}, reverse=True)
    for year, *cells, whole in rows:
        names = [f"{int(year[:4]) + (n < 4)}-{n:02d}" for n in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)]
        assert cells == [str(months[name]) if min(months) <= name <= max(months) else "–" for name in names]
        assert int(whole) == sum(months[name] for name in names)
    left, said = len(of.rows(kind)) - months.total(), " ".join(of.page("coverage").xpath("//p/text()"))
    assert left == 0 or re.search(rf"\b{left} records? ha(s|ve) no date", said)


def test_the_numbers_that_are_missing_are_those_that_no_decision_has(of):
    by_year: dict[str, set[int]] = {}
    for decision in of.rows("decisions"):
        if decision["own"] == "true" and (said := re.fullmatch(r"(\d{3})/(\d{4})", decision["reference"])):
            by_year.setdefault(said[2], set()).add(int(said[1]))
    gaps = [f"{n:03d}/{y}" for y, there in sorted(by_year.items()) for n in range(min(there), max(there)) if n not in there]
    rows = of.table("coverage", f"Missing numbers: {len(gaps)}")
    assert [row[0] for row in rows] == gaps
    notes = {row["reference"]: row["note"] or "–" for row in of.rows("publisher-gaps")}
    assert [row[3] for row in rows] == [notes.get(gap, "–") for gap in gaps]


def test_what_is_due_is_stated_or_follows_from_how_often(of):
    due = []
    for award in of.rows("awards"):
        rows = [r for r in of.rows("award-monitoring-dates") if r["award"] == award["key"]]
        if not agreed(award) or award["status"] == "withdrawn":
            continue
        due += [(r["due_on"], award["key"], "Stated", r["received"]) for r in rows]
        start, end = award["start_date"], award["actual_end_date"] or award["end_date"]
        for kind, months in (("return", award["monitoring_months"]), ("meeting", award["meeting_months"])):
            if months and start and end and kind not in {r["kind"] for r in rows}:
                due += [(day, award["key"], "From how often it is due", "") for day in every(start, end, int(months))]
    parts = {
        "Due from today on": [d for d in due if d[0] >= TODAY],
        "Not received": [d for d in due if d[0] < TODAY and d[3] == "false"],
        "Past, and not known to have been received": [d for d in due if d[0] < TODAY and not d[3]],
        "Received": [d for d in due if d[0] < TODAY and d[3] == "true"],
    }
    for title, of_part in parts.items():
        rows = of.table("monitoring", f"{title}: {len(of_part)}")
        listed = sorted((in_words(day), key, how) for day, key, how, _received in of_part)
        assert sorted((row[0], row[1], row[3]) for row in rows) == listed
    assert all(parts.values())


def every(start: str, end: str, months: int) -> list[str]:
    """The days every so many months after a start until the end, else the end; all starts here are early in a month."""
    year, month, found = int(start[:4]), int(start[5:7]), []
    assert int(start[8:]) <= 28
    while True:
        month += months
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        day = f"{year}-{month:02d}{start[7:]}"
        if day > end:
            return found or [end]
        found.append(day)


def grants(of: Reports) -> list[dict[str, str]]:
    """The crime and disorder reduction grants of the office."""
    own = [a for a in of.paid if a["direction"] == "out" and not a["funder"] and a["status"] != "withdrawn"]
    return [a for a in own if (a["legal_power"] or (POWER if a["type"] == "grant" else "")) == POWER]


def test_every_duty_says_how_much_of_it_is_here(of):
    kinds = {d["key"]: d["kind"] for d in of.rows("documents")}
    own = [a for a in of.paid if a["direction"] == "out" and not a["funder"] and a["status"] != "withdrawn"]
    contracts = [a for a in own if "contract" in (a["type"], a["legal_power"])]
    large = [a for a in contracts if Decimal(a["amount"] or a["amount_minimum"] or 0) > 10000]
    invited = {r["opportunity"] for r in of.rows("opportunity-documents") if kinds[r["document"]] == "tender"}
    tenders = [o for o in of.rows("opportunities") if o["kind"] == "tender" and Decimal(o["expected_value"] or 0) > 10000]
    tenders = [o for o in tenders if not o["buyer"] and o["lead_commissioner"] != "false" and o["opens_on"] <= TODAY]
    assert {o["key"] for o in tenders} <= invited
    here = Counter(p["duty"] for p in of.rows("publications") if p["nil"] != "true")
    here.update({"3a": len(of.rows("budgets")), "3f": len(grants(of)), "4b": len(large), "4c": len(tenders)})
    here["4d"] += len([a for a in contracts if 0 < Decimal(a["amount"] or 0) <= 10000])
    here["5d"] += len([d for d in of.rows("decisions") if d["own"] == "true"])
    nil = Counter(p["duty"] for p in of.rows("publications") if p["nil"] == "true")
    counts = {code: ((here[code], "published"), (nil[code], "nothing to report")) for code in {*here, *nil}}
    said = {code: ", ".join(f"{n} {what}" for n, what in of_code if n) for code, of_code in counts.items()}
    unknown = [d for d in of.rows("decisions") if d["own"] == "true" and not d["published_on"]]
    assert [d["deferred_until"] > TODAY for d in unknown] == [True]
    said["5d"] += ", 1 of them put off"
    rows = of.table("is-it-all-here", "Duties")
    assert sorted(row[2] for row in rows) == sorted(said.values())
    for code, text in said.items():
        if re.fullmatch(r"[1-5][a-h]", code):
            (row,) = [row for row in rows if f"paragraph {code[0]}({code[1]})" in row[0]]
            assert row[2] == text, code
    rules = {row[0] for name in ("Rules of the law", "Rules of the office") for row in of.table("checks", name)}
    assert {row[3].upper() for row in rows} <= rules  # each leads to the page of its rule
    assert of.lead("is-it-all-here").endswith(f" {len(rows)} duties: {len(rows)} met by what is recorded here.")


def test_the_grants_of_each_month_and_the_days_until_they_were_published(of):
    by_month: dict[str, list[str]] = {}
    for grant in grants(of):
        by_month.setdefault(grant["award_date"][:7], []).append(grant["published_on"])
    day, rows = date.fromisoformat(f"{min(by_month)}-01"), []
    while f"{day:%Y-%m}" <= max(by_month):
        following = (day + timedelta(days=31)).replace(day=1)
        published = by_month.get(f"{day:%Y-%m}", [])
        days = (date.fromisoformat(max(published)) - following).days + 1 if published else 0
        rows.append([format_date(day, "MMMM y", locale="en_GB"), str(len(published)), str(max(days, 0)) if published else "–"])
        day = following
    assert of.table("is-it-all-here", "Months with grants") == rows[::-1]
    nil = sum(row[1] == "0" for row in rows)
    assert f"{nil} months between them have no grant." in of.page("is-it-all-here").text_content()


def test_the_days_until_each_decision_was_published(of):
    lags = []
    for d in of.rows("decisions"):
        if d["own"] == "true" and d["published_on"] and (d["signed_on"] or d["taken_on"]):
            since = max(d["signed_on"] or d["taken_on"], d.get("deferred_until", ""))
            lags.append([d["key"], str((date.fromisoformat(d["published_on"]) - date.fromisoformat(since)).days)])
    assert of.table("is-it-all-here", "Longest first") == sorted(lags, key=lambda lag: (-int(lag[1]), lag[0]))


def test_a_fund_s_page_says_what_there_was_what_was_given_and_what_is_left(of):
    explained = {r["fund"]: r["reason"] for r in of.rows("fund-exceptions")}
    over = 0
    for fund in of.rows("funds"):
        rows = of.table(f"funds/{fund['key']}", "The money of this fund")
        if fund["kind"] == "umbrella":
            assert rows == []
            continue
        stated = {r["financial_year"]: r for r in of.rows("fund-years") if r["fund"] == fund["key"]}
        by_year = {year: divided(of, "fund", [a for a in of.paid if year_of(a) == year]) for year in YEARS}
        given = {year: lines.get(fund["key"], (0, Decimal(0))) for year, lines in by_year.items()}
        years = [year for year in YEARS if year in stated or given[year][0]]
        assert [row[0] for row in rows] == years
        for year, pot, awards, awarded, spent, left, remark in rows:
            row, (count, total) = stated.get(year), given[year]
            size = Decimal(row["envelope"]) + Decimal(row["additional"] or 0) if row else None
            assert (awards, awarded) == (str(count), pounds(total))
            assert spent == (pounds(Decimal(row["spent"])) if row and row["spent"] else "Not published")
            assert (pot, left) == ((pounds(size), pounds(size - total)) if row else ("Not published", "Not published"))
            more = row and total > size
            said = f"{pounds(total - size)} more than there was: {explained[fund['key']]}" if more else "–"
            assert remark.startswith(said)
            over += remark != "–"
    assert over


def test_the_checks_count_rules_exceptions_and_awards_without_a_date(of):
    own, law = of.table("checks", "Rules of the office's own strategies"), of.table("checks", "Rules of the law")
    assert [row[0] for row in own] == list(dict.fromkeys(r["rule"] for r in of.rows("publisher-rules")))
    assert of.lead("checks").startswith(f"{len(own) + len(law)} rules. ")
    now = {(r["key"], r["rule"]) for r in all_of(of, "exceptions") if r["expires"] >= TODAY}
    explained = Counter(rule for _key, rule in now)
    assert {row[0]: int(row[6]) for row in (*own, *law) if row[6] not in ("–", "0")} == explained
    undated = len([a for a in of.rows("awards") if not year_of(a)])
    assert re.search(rf"\b{undated} awards? ha(s|ve) neither a date nor a year", of.page("checks").text_content())
    found = [int(n) for n in re.findall(r"(\d+) (?:error|warning|note)", of.lead("checks"))]
    assert sum(found) >= sum(int(row[5]) for row in (*own, *law) if row[5] != "–")
    for row in (*own, *law):
        details = of.page("checks").xpath(f"//h2[@id='{row[0]}']")
        assert [h.text for h in details] == ([f"{row[0]}: {row[5]}"] if row[5] not in ("–", "0") else [])


def test_how_we_fund_says_of_each_rule_what_the_checks_say(of):
    kept = {p.xpath("string(a)"): p.xpath("string()") for p in of.page("how-we-fund").xpath("//p[@class='dl-kept']")}
    rows = of.table("checks", "Rules of the office's own strategies")
    assert set(kept) == {row[0] for row in rows}
    for id, *_, state, asked, not_met, explained in rows:
        if state != "Checked":
            assert " Met by " not in kept[id]
        elif asked == "0":
            assert kept[id].endswith("No record is about it yet.")
        else:
            met = int(asked) - int(not_met) - int(explained)
            more = f", explained in {explained}" if explained != "0" else ""
            assert kept[id].endswith(f" Met by {met} of {asked}{more}.")


def test_how_we_fund_has_every_rule_in_the_words_of_the_strategy_and_every_fund(of):
    text = of.page("how-we-fund").text_content()
    assert [r["rule"] for r in of.rows("publisher-rules") if r["title"] not in text or r["words"] not in text] == []
    assert all(in_words(strategy["from"]) in text for strategy in of.rows("publisher-strategies"))
    funds = of.rows("funds")
    rows = of.table("how-we-fund", f"Funds: {len(funds)}")
    sizes = [pounds(Decimal(f["envelope"])) if f["envelope"] else f["envelope_as_published"] or "Not published" for f in funds]
    assert [row[:2] for row in rows] == [[f["key"], size] for f, size in zip(funds, sizes, strict=True)]


def test_the_pages_of_records_and_the_checks_agree_on_how_many_rules_are_asked(of):
    asked = {row[0]: row[4] for row in of.table("checks", "Rules of the office's own strategies")}
    about = {r["rule"]: r["of"] or "award" for r in of.rows("publisher-rules")}
    assert about.keys() == asked.keys()
    for kind, folder in (("award", "awards"), ("fund", "funds"), ("opportunity", "opportunities"), ("round", "rounds")):
        pages = [of.page(f"{folder}/{row['key']}").text_content() for row in of.rows(folder)]
        said = [re.search(r"(\d+) rules? of the strategy (?:is|are) about this record", page) for page in pages]
        whole = sum(int(asked[id]) for id, of_kind in about.items() if of_kind == kind and asked[id] != "–")
        assert sum(int(found[1]) for found in said if found) == whole > 0, kind


def test_a_long_list_of_a_year_is_cut_and_leads_to_all_of_it_in_the_register(tmp_path, monkeypatch):
    awards = [{"award_date": "2024-05-01", "amount": f"{n}00.00"} for n in range(1, 5)]
    site = small(tmp_path, awards=awards)
    listed = {}
    for most in (4, 3):
        monkeypatch.setattr(annual, "MOST", most)
        (page,) = annual.years(site)
        listed[most] = next(section for section in page.values["sections"] if section.id == "awards")
    assert listed[4].title == "Every award" and not listed[4].texts
    assert listed[3].title == "Awards"
    assert [row[0].key for row in listed[3].tables[0].rows] == ["a3", "a2", "a1"]
    assert listed[3].tables[0].caption == "The first 3"
    assert re.search(r'4 awards\. <a href="[^"]*awards/\?year=2024-25">', listed[3].texts[0])
