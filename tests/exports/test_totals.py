"""Every totals table adds up to the penny, and says what the awards say; the page says the same as the downloads."""

import csv
import io
import re
from collections import defaultdict
from decimal import Decimal
from functools import partial

import pytest
from lxml import html
from tests.built import SUMS, TODAY, example
from tests.cases import home_of
from tests.small import small

from daylight.exports import tables
from daylight.load import load
from daylight.pages.plain import plain_table
from daylight.pages.reports import totals as page_of_totals
from daylight.schema import load_schemas

WAYS = {
    "totals-by-fund": "fund",
    "totals-by-recipient": "organisation",
    "totals-by-priority": "priority",
    "totals-by-area": "area",
    "totals-by-route": "route",
}
TABLES = ("totals-by-year", *WAYS)
FIELDS = {"fund": "fund", "organisation": "recipient", "priority": "priority"}  # of an award
LISTS = {"fund": "funds", "organisation": "recipients", "priority": "priorities", "area": "areas"}
LABELS = {"shared": "Several, in parts that are not published", "none": "None published"}
LABELS |= {"individual": "Individual recipient", "withheld": "Withheld"}
OTHERS = ["individual", "shared", "withheld", "none"]  # in this order, after those that are named
Rows = dict[str, list[dict[str, str]]]


def rows_of(site) -> Rows:
    return {t.name: list(csv.DictReader(io.StringIO(t.data.decode(), newline=""))) for t in tables.every(site)}


def site_of(name: str):
    return load(home_of(name), load_schemas(), TODAY)[0]


@pytest.fixture(scope="module", params=SUMS)
def office(request) -> tuple[str, Rows]:
    return request.param, rows_of(site_of(request.param))


@pytest.fixture
def make(tmp_path):
    return partial(small, tmp_path)


def pounds(rows: list[dict[str, str]], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in rows if row[column]), Decimal(0))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_makes_the_whole_to_the_penny(office, table):
    name, rows = office
    assert pounds(rows[table], "amount") == pounds(rows["awards"], "countable_amount") == Decimal(SUMS[name])


@pytest.mark.parametrize("table", TABLES)
def test_money_has_two_decimals_and_a_key_stands_once(office, table):
    rows = office[1][table]
    assert [row["amount"] for row in rows if not re.fullmatch(r"\d+\.\d\d", row["amount"])] == []
    assert len({row["key"] for row in rows}) == len(rows)
    assert all(row["key"] and row["title"] for row in rows)


def test_the_years_say_what_the_awards_say(office):
    rows, found = office[1], defaultdict(lambda: [0, 0, Decimal(0)])
    for award in rows["awards"]:
        kind = "applied" if award["direction"] == "applied_only" else "one" if award["award_financial_year"] else "none"
        line = found[kind, award["award_financial_year"] if kind == "one" else ""]
        line[0] += 1
        if award["countable_amount"]:
            line[1] += 1
            line[2] += Decimal(award["countable_amount"])
    said = {
        (row["kind"], row["financial_year"]): [int(row["listed"]), int(row["awards"]), Decimal(row["amount"])]
        for row in rows["totals-by-year"]
    }
    assert said == found
    assert sum(int(row["listed"]) for row in rows["totals-by-year"]) == len(rows["awards"])


@pytest.mark.parametrize("table", WAYS)
def test_the_lines_say_what_the_awards_say(office, table):
    rows, way = office[1], WAYS[table]
    said = {
        (row["kind"], row.get(way, "") or (row["title"] if row["kind"] == "named" else ""), row["financial_year"]): (
            int(row["awards"]),
            Decimal(row["amount"]),
        )
        for row in rows[table]
    }
    assert said == divided(rows, way)


def divided(rows: Rows, way: str) -> dict[tuple[str, str, str], tuple[int, Decimal]]:
    """The lines of a table by kind, key or words, and year, worked out again from the tables of awards."""
    found: dict[tuple[str, str, str], list[Decimal]] = defaultdict(list)
    listed = defaultdict(list)
    for row in rows.get(f"award-{LISTS.get(way)}", ()):
        listed[row["award"]].append(row)
    held = {(row["award"], row["applies_to"].casefold()) for row in rows["award-withholdings"]}
    for award in rows["awards"]:
        if award["countable_amount"]:
            for kind, whose, part in parts(award, way, listed[award["key"]], held):
                found[kind, whose, award["award_financial_year"]].append(part)
    return {line: (len(of), sum(of)) for line, of in found.items()}


def parts(award, way, listed, held):
    amount = Decimal(award["countable_amount"])
    stated = [row for row in listed if row.get("amount")]
    if stated and (given := pounds(stated, "amount")) <= amount:
        for key in {row[way] for row in stated}:
            yield "one", key, pounds([row for row in stated if row[way] == key], "amount")
        if given < amount:
            yield "none" if len(stated) == len(listed) else "shared", "", amount - given
        return
    keys = {row[way] for row in listed} | {award.get(FIELDS.get(way), "")} - {""}
    keys.discard("")
    if keys:
        yield ("one", keys.pop(), amount) if len(keys) == 1 else ("shared", "", amount)
    elif way == "route" and award["route"]:
        yield "named", award["route"], amount
    elif way == "organisation" and any((award["key"], said) in held for said in ("recipient", "recipients")):
        yield "withheld", "", amount
    elif way == "organisation" and award["recipient_individual"] == "true":
        yield "individual", "", amount
    elif way == "organisation" and award["recipient_as_published"]:
        yield "named", award["recipient_as_published"], amount
    else:
        yield "none", "", amount


@pytest.mark.parametrize("table", WAYS)
def test_a_line_is_called_what_the_record_is_called(office, table):
    rows, way = office[1], WAYS[table]
    names = {"fund": "funds", "organisation": "organisations", "priority": "priorities", "area": "areas"}
    titles = {row["key"]: row.get("title") or row["name"] for row in rows.get(names.get(way), ())}
    for row in rows[table]:
        assert row["title"] == (titles[row[way]] if row["kind"] == "one" else LABELS.get(row["kind"], row["title"]))
        assert (row["kind"] == "one") == (row.get(way) in titles)


@pytest.mark.parametrize("table", WAYS)
def test_the_lines_stand_in_order(office, table):
    rows, way = office[1][table], WAYS[table]
    place = ["one", "named", *OTHERS]
    by = [(place.index(r["kind"]), r[way], r["title"], not r["financial_year"], r["financial_year"]) for r in rows]
    assert by == sorted(by)


def test_the_same_records_make_the_same_bytes():
    one, two = (tables.every(site_of("barsetshire")) for _ in range(2))
    assert [table.data for table in one] == [table.data for table in two]
    assert {table.name for table in one} > set(TABLES)


def lines(site, table: str) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in rows_of(site)[table]]


def test_private_people_are_together_in_one_line_and_are_never_named(make):
    year = {"award_date": "2024-05-01"}
    site = make(
        awards=[
            {"recipient_individual": "yes"} | year,
            {"recipient_individual": "yes", "recipient_as_published": "A youth worker"} | year,
        ]
    )
    assert lines(site, "totals-by-recipient") == [
        ("_individual/2024-25", "individual", "", "Individual recipient", "2024-25", "2", "200.00")
    ]


def test_what_is_withheld_is_in_a_line_of_its_own(make):
    held = {"applies_to": "Recipient", "ground": "safeguarding", "opinion_of_role": "x", "date": "2024-01-01", "reason": "x"}
    site = make(awards=[{"withholdings": [held]}, {}])
    assert [line[:4] for line in lines(site, "totals-by-recipient")] == [
        ("_withheld/unknown", "withheld", "", "Withheld"),
        ("_none/unknown", "none", "", "None published"),
    ]


def test_a_recipient_without_a_record_has_a_line_by_the_name_that_is_published(make):
    site = make(awards=[{"recipient_as_published": "red"}, {"recipient": "red"}], organisations={"red": {"name": "Red"}})
    assert [line[:4] for line in lines(site, "totals-by-recipient")] == [
        ("red/unknown", "one", "red", "Red"),
        ("_named/red/unknown", "named", "", "red"),
    ]


def test_what_several_recipients_have_is_theirs_as_far_as_that_is_published(make):
    rows = [{"organisation": "red", "amount": "60.00"}, {"organisation": "blue"}]
    site = make(
        awards=[{"recipients": rows, "recipient_as_published": "Red and Blue"}],
        organisations={"red": {"name": "Red"}, "blue": {"name": "Blue"}},
    )
    assert [line[1:4] + line[-1:] for line in lines(site, "totals-by-recipient")] == [
        ("one", "red", "Red", "60.00"),
        ("shared", "", LABELS["shared"], "40.00"),
    ]


def test_without_an_award_there_is_no_line(make):
    rows = rows_of(make(awards=[]))
    assert [rows[name] for name in TABLES] == [[]] * len(TABLES)


# the page


def said(built, caption: str) -> list[list[str]]:
    """The rows of a table of the page; pounds without their sign."""
    page = html.fromstring((built / "data/totals/index.html").read_bytes())
    (found,) = [table for table in page.xpath("//table") if table.xpath("string(caption)") == caption]
    return [[re.sub("^£|,(?=[0-9]{3})", "", cell.text_content()) for cell in row] for row in found.xpath("tbody/tr")]


@pytest.fixture(scope="module", params=SUMS)
def built(request, tmp_path_factory):
    return example(request.param, tmp_path_factory)


def download(built, table: str) -> list[dict[str, str]]:
    with (built / f"data/{table}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def test_the_page_says_the_same_of_years_as_the_download(built):
    rows = sorted(download(built, "totals-by-year"), key=lambda row: row["financial_year"], reverse=True)
    expected = [[row["title"], row["listed"], row["awards"], row["amount"]] for row in rows]
    whole = [str(sum(int(row[n]) for row in rows)) for n in ("listed", "awards")]
    assert said(built, "Totals by year") == [*expected, ["All", *whole, str(pounds(rows, "amount"))]]


@pytest.mark.parametrize("table", WAYS)
def test_the_page_says_the_same_as_the_download(built, table):
    rows, sums = download(built, table), {}
    for row in rows:
        of = sums.setdefault((row["kind"], row[WAYS[table]], row["title"]), [0, Decimal(0)])
        of[0] += int(row["awards"])
        of[1] += Decimal(row["amount"])
    named = sorted((of for of in sums.items() if of[0][0] not in OTHERS), key=lambda of: -of[1][1])
    others = [of for of in sums.items() if of[0][0] in OTHERS]
    expected = [[title, str(count), f"{amount:.2f}"] for (_kind, _key, title), (count, amount) in [*named, *others]]
    counted = [row for row in download(built, "awards") if row["countable_amount"]]
    whole = ["All", str(len(counted)), str(pounds(counted, "countable_amount"))]
    assert said(built, f"Totals by {table.removeprefix('totals-by-')}") == [*expected, whole]


def test_the_page_links_to_every_download(built):
    page = html.fromstring((built / "data/totals/index.html").read_bytes())
    links = [a.get("href") for a in page.xpath("//main//a") if a.get("href", "").endswith(".csv")]
    assert links == [f"../../data/{table}.csv" for table in TABLES]
    assert all((built / "data/totals" / link).resolve().is_file() for link in links)


def test_a_long_table_ends_with_a_line_for_the_rest(make):
    shown, names = page_of_totals.SHOWN, [f"c{n:03d}" for n in range(page_of_totals.SHOWN + 3)]
    awards = [{"recipient": name, "amount": f"{1000 - n}.25"} for n, name in enumerate(names)]
    site = make(awards=awards, organisations={name: {"name": name} for name in names})
    table = page_of_totals.divided_table(site, "totals_by_recipient", "organisation")
    (section,) = [s for s in page_of_totals.page(site).values["sections"] if s.id == "totals-by-recipient"]
    assert plain_table(site, table) in section.figures[0]
    assert [row[0].key for row in table.rows[:shown]] == names[:shown]
    rest = sum(Decimal(award["amount"]) for award in awards[shown:])
    assert table.rows[shown] == ["3 more, in the download", 3, rest]
    assert table.rows[shown + 1 :] == [["All", len(names), sum(Decimal(award["amount"]) for award in awards)]]
