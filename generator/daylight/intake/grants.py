"""Makes awards of 360Giving grants: the fields of the standard as our own, our own exports as what they were made of."""

import re
from collections.abc import Mapping
from decimal import Decimal

from daylight.findings import words
from daylight.intake import grants_links as to
from daylight.intake.bodies import PAGE, Bodies
from daylight.intake.cells import BLANK, Cell
from daylight.intake.giving360 import ITEMS, PLAIN, why_not
from daylight.intake.grants_lists import conditions, payments
from daylight.intake.grants_parties import funder, individual, receivers
from daylight.intake.links import Links
from daylight.intake.process_fields import day_of
from daylight.intake.readings import Reading, read
from daylight.intake.rows import SAYS_NOTHING
from daylight.intake.said import Said
from daylight.intake.shared import Shared
from daylight.intake.taken import Taken
from daylight.new import is_key
from daylight.schema import Schema

MADE_ANEW = "it is made anew whenever the site is published"
SAME = "it says what another column of its row says"


class Grants:
    """Reads the rows of 360Giving data into an office. `shared` is to what several grants lead."""

    def __init__(self, file: str, schemas: Mapping[str, Schema], links: Links, constants: Mapping[str, str]):
        self.file, self.schemas, self.links, self.constants = file, schemas, links, constants
        self.site, self.award, self.bodies = links.site, schemas["award"], Bodies(links)
        self.shared = Shared(links, constants)

    def row(
        self, sheet: str, number: int, paths: Mapping[int, str], cells: list[Cell], orders: Mapping[int, str] | None = None
    ) -> Said:
        """What a grant says; of each of its cells, into which field it goes or why it is left out. `orders` says of columns
        of days whether the day or the month comes first."""
        said = Said(Taken(sheet, number))
        at: dict[str, tuple[int, Cell]] = {}
        for column, path in paths.items():
            if column < len(cells) and cells[column].kind != BLANK:
                self.once(said, at, path, column, cells[column])
        said.fields = {"type": "grant", "direction": "out"} | dict(self.constants)
        for path, (column, cell) in at.items():
            member, _, below = path.partition("/")
            if path in PLAIN:
                self.plain(said, path, column, cell, (orders or {}).get(column, ""))
            elif (below and member in PLAIN) or path in ITEMS:
                self.wrong(said, column, "shape", value=member, form="one value" if below else "a list of objects")
        self.identity(said, at)
        funder(self, said, at)
        receivers(self, said, at)
        individual(self, said, at)
        self.links_of(said, at)
        self.rest(said, at)
        for column, cell in enumerate(cells):
            if cell.kind != BLANK and column not in paths:
                self.wrong(said, column, "no-heading", letter=str(column + 1))
        return said

    def once(self, said: Said, at: dict[str, tuple[int, Cell]], path: str, column: int, cell: Cell) -> None:
        """Takes one cell for each field, and refuses two that differ."""
        if at.setdefault(path, (column, cell))[1] != cell:
            self.wrong(said, column, "two-columns", value=path)
        elif at[path][0] != column:
            said.taken.left[column] = SAME

    def plain(self, said: Said, path: str, column: int, cell: Cell, first: str) -> None:
        """A field of the award that stands in one cell."""
        name = PLAIN[path]
        field = self.award.by_name[name]
        if field.type == "date" and re.fullmatch(r"\d{4}(-\d\d)?", cell.text) and name != "award_date":
            said.fields["period_as_published"] = " to ".join(filter(None, (said.fields.get("period_as_published"), cell.text)))
            said.taken.into[column] = "award.period_as_published"
            return
        moment = day_of(cell.text) if field.type == "date" and "T" in cell.text else ""
        reading = Reading(moment) if moment else read(field, cell, 1, first)
        if reading.nothing:
            said.taken.left[column] = SAYS_NOTHING
        elif reading.why:
            why = "day-order" if reading.why == "date-order" else reading.why
            self.wrong(said, column, why, reading.fix, field=words(name), value=cell.text, of=name)
        elif name == "purpose" and reading.text == said.fields.get("title"):
            said.taken.left[column] = SAME
        else:
            if field.unit == "GBP":
                said.taken.money[column] = Decimal(reading.text)
            self.put(said, name, column, reading.text)

    def put(self, said: Said, name: str, column: int, text: str) -> None:
        said.fields[name] = text
        said.columns[name] = column
        said.taken.into[column] = f"award.{name}"

    def identity(self, said: Said, at: Mapping) -> None:
        """The identifier; of a grant of this office without one of its own, the key that it was made of."""
        said.fields.setdefault("amount_basis", "exact" if "amount" in said.fields else "not_published")
        if "id" not in at:
            return
        column, cell = at["id"]
        own = f"{self.bodies.own}-"
        rest = cell.text.removeprefix(own)
        if rest != cell.text and is_key(rest):
            self.put(said, "key", column, rest)
        else:
            self.put(said, "identifier" if cell.text.startswith(own) else "reference", column, cell.text)

    def links_of(self, said: Said, at: Mapping) -> None:
        """What it leads to, as records of the office where it is the office's, else as far as it fits; and what it lists."""
        ours = "funder" not in said.parties
        for taker in (to.programmes, to.places, to.priorities, to.documents):
            taker(self, said, at, ours)
        conditions(self, said, at)
        payments(self, said, at)

    def rest(self, said: Said, at: Mapping) -> None:
        """Where the facts are published, and why what is left is left."""
        for path in ("dataSource", "url"):
            if path in at and "source" not in self.constants:
                column, cell = at[path]
                here = self.site.publisher.get("address", "") or "here"
                if said.fields.get("source") in (None, cell.text) and PAGE.fullmatch(cell.text) and here not in cell.text:
                    self.put(said, "source", column, cell.text)
        duration = at.get("plannedDates/0/duration")
        if duration and "period_as_published" not in said.fields:
            months = f"{duration[1].text} month{'' if duration[1].text == '1' else 's'}"
            self.put(said, "period_as_published", duration[0], months)
        ends = said.taken.into.keys() | said.taken.left.keys() | {problem.column for problem in said.taken.problems}
        for path, (column, _cell) in at.items():
            if column not in ends:
                said.taken.left[column] = MADE_ANEW if path in ("url", "dataSource") else why_not(path)

    def wrong(self, said: Said, column: int, name: str, fix: str = "", of: str = "", **facts) -> None:
        said.taken.mend(self.file, column, name, fix, of, **facts)
