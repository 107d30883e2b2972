"""What people see of a register, and what they take from it."""

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Locator, expect
from tests.browser.person import Person

BOM = "\ufeff"
NONE = Decimal("0.00")
SAID = re.compile(r"^[\d,]+ \w")


def status(person: Person) -> Locator:
    """The line that says what is shown, and that assistive technology reads out when it changes."""
    return person.main.get_by_role("status").filter(has_text=re.compile(r"\d"))


def number(text: str) -> int:
    return int(re.match(r"[\d,]+", text)[0].replace(",", ""))


def pounds(text: str) -> Decimal:
    """The first amount of a text."""
    return Decimal(re.search(r"£([\d,]+(?:\.\d\d)?)", text)[1].replace(",", ""))


def filtered(person: Person, facet: str, value: str, but: bool = False) -> None:
    """Ticks a value of a facet; or, to leave out what has it, the box below all values too."""
    person.opens("Filter this list")
    person.opens(facet)
    group = person.main.get_by_role("group", name=person.said(facet), exact=True).last
    boxes = [group.get_by_role("checkbox", name=re.compile(rf"^{re.escape(value)}\s+\d"))]
    for box in boxes + ([group.get_by_role("checkbox", name=person.said("All but these"))] if but else []):
        before = person.page.url
        person.ticks(box)
        person.page.wait_for_url(lambda url, before=before: url != before)


def shown(person: Person) -> Locator:
    """The rows of the list that has been filtered: it is called as the status says, "3 awards, £107,620.00 added up"."""
    table = person.main.get_by_role("table").first
    expect(table).to_have_accessible_name(SAID)
    return table.locator("tbody").get_by_role("row")


def keys(rows: Locator) -> list[str]:
    links = rows.locator("th a").evaluate_all("of => of.map(a => a.href)")
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def taken(person: Person) -> list[dict[str, str]]:
    """The CSV of what is shown, as a spreadsheet reads it: it says that it is UTF-8, and names what it is."""
    person.opens("Take this list")
    name, data = person.takes(person.button("Download as CSV"))
    text = data.decode("utf-8")
    assert name.endswith(".csv") and text.startswith(BOM), name
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """A table of the open data, as everybody downloads it."""
    with (folder / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def key(row: dict[str, str]) -> str:
    """The key of the record of a row that was taken: its page ends in it."""
    return next(reversed(row.values())).rstrip("/").rpartition("/")[2]


def added(rows: list[dict[str, str]], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in rows if row[column]), NONE)
