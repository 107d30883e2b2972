"""Makes records of the rows of a table, by its mapping."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from daylight.findings import finding, words
from daylight.intake.cells import BLANK, Cell, letters
from daylight.intake.completing import SAYS_NOTHING, complete, tell
from daylight.intake.headings import OURS, YEARLY, is_private, plain, year
from daylight.intake.links import Links
from daylight.intake.mapping import NOT_TAKEN, ColumnMap
from daylight.intake.party import Named
from daylight.intake.readings import read
from daylight.intake.said import Said
from daylight.intake.tables import Table
from daylight.intake.taken import WHOLE, Problem, Taken
from daylight.schema import Field, Schema

PRIVATE_COLUMN = "it may hold what no record may, such as an address or a telephone number"
OUR_COLUMN = "it is what we wrote beside the rows to be put right"
NO_FIELD = "the mapping does not take its column"
HIDDEN_COLUMN = "its column is hidden"
NEEDED = ("title", "amount", "recipient")  # without which an award would look as if nobody had said them
_TURNED_DOWN = re.compile(
    r"declined|rejected|refused|unsuccessful|ineligible|turned down|"
    r"not (?:approved|awarded|successful|funded|supported|eligible)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{([^{}]+)\}")


class Rows:
    """Reads the rows of the tables of a file, which have all these headings."""

    def __init__(
        self,
        file: str,
        schemas: Mapping[str, Schema],
        mapping: ColumnMap,
        orders: Mapping[str, str],
        links: Links,
        headings: Collection[str],
    ):
        self.file, self.schemas, self.mapping, self.orders, self.links = file, schemas, mapping, orders, links
        self.headings = headings
        self.schema = schemas[mapping.kind]

    def row(self, table: Table, number: int) -> Said:
        """What a row of a table says."""
        said = Said(Taken(table.sheet.name, number))
        if number in table.sheet.hidden_rows and self.mapping.hidden != "take":
            self.wrong(said, WHOLE, "hidden-row")
        self.merged(table, said)
        for column, cell in enumerate(table.sheet.rows[number]):
            if cell.kind != BLANK:
                self.cell(table, said, column, cell)
        for name, text in self.mapping.constants.items():
            if name not in said.fields and not any(p.column in said.columns.values() for p in said.taken.problems):
                said.fields[name] = self.constant(table, number, self.schema.by_name.get(name), text)
        complete(self, said)
        tell(self, table, said)
        return said

    def merged(self, table: Table, said: Said) -> None:
        """Takes what a merged cell says of all its rows; an amount for several rows is no amount of one."""
        number = said.taken.row
        for first, last, column, _right in table.sheet.merged:
            if not (table.heading < first <= number <= last and last > first and column in table.headings):
                continue
            cell, name = table.cell(first, column), self.mapping.of(table.headings[column])
            field = self.schema.by_name.get(name)
            if field and field.unit == "GBP":
                self.wrong(said, column, "merged-money", of=name, first=first + 1, last=last + 1)
            elif number > first and cell.kind != BLANK:
                self.cell(table, said, column, cell)
                said.taken.into.pop(column, None)
                said.taken.left.pop(column, None)

    def cell(self, table: Table, said: Said, column: int, cell: Cell) -> None:
        heading = table.headings.get(column, "")
        name = self.mapping.of(heading) if heading else ""
        if not heading:
            self.wrong(said, column, "no-heading", letter=letters(column))
        elif heading == OURS:
            said.taken.left[column] = OUR_COLUMN
        elif column in table.sheet.hidden_columns and self.mapping.hidden != "take":
            if self.schema.name == "award" and name in NEEDED:
                self.wrong(said, column, "hidden-column", "", name, field=words(name))
            else:
                said.taken.left[column] = HIDDEN_COLUMN
        elif name in ("", NOT_TAKEN) and self.schema.name == "award" and _TURNED_DOWN.fullmatch(cell.text):
            self.wrong(said, column, "turned-down", heading=heading, value=cell.text)
        elif name in ("", NOT_TAKEN):
            said.taken.left[column] = PRIVATE_COLUMN if is_private(heading) else NO_FIELD
        else:
            self.value(said, column, heading, name, cell)

    def value(self, said: Said, column: int, heading: str, name: str, cell: Cell) -> None:
        """Reads a cell into its field."""
        own, _, other = name.partition(".")
        field = self.schemas["organisation"].by_name[other] if other else self.field(own)
        unit = self.mapping.unit(heading) if field.unit == "GBP" else 1
        reading = read(field, cell, unit, self.orders.get(heading, ""))
        if reading.how:
            said.taken.how[column] = reading.how
        if reading.nothing:
            said.taken.left[column] = SAYS_NOTHING
            return
        if reading.why:
            self.wrong(said, column, reading.why, reading.fix, own, field=words(field.name), value=cell.text)
            return
        if field.unit == "GBP":
            said.taken.money[column] = Decimal(reading.text)
        said.taken.into[column] = f"{self.mapping.kind}.{name}"
        said.columns[name] = column
        if own == YEARLY:
            said.rows.setdefault(own, []).append({"financial_year": year(heading), "amount": reading.text})
        elif own == "conditions":
            lines = (line.strip() for line in reading.text.splitlines())
            said.rows.setdefault(own, []).extend({"text": line} for line in lines if line)
        elif other:
            said.parties.setdefault(own, Named({}, [])).fields[other] = reading.text
        elif field.refers == "organisation":
            said.parties.setdefault(own, Named({}, [])).fields["name"] = reading.text
        else:
            said.fields[own] = reading.text

    def field(self, name: str) -> Field:
        of = {"conditions": ("award_condition", "text"), YEARLY: ("award_year", "amount")}.get(name, (self.schema.name, name))
        return self.schemas[of[0]].by_name[of[1]]

    def constant(self, table: Table, number: int, field: Field | None, text: str) -> str:
        """A constant, with what the row says in the place of each {Heading}, cut to what the field holds."""

        def said(match: re.Match) -> str:
            column = next((c for c, h in table.headings.items() if plain(h) == plain(match[1])), None)
            if column is not None:
                return " ".join(table.cell(number, column).text.split())
            return "" if self.mapping.of(match[1]) else match[0]  # a heading that this table has not says nothing

        whole = _PLACE.sub(said, text)
        most = field.constraints.get("maxLength") if field else None
        return whole if most is None or len(whole) <= most else f"{whole[:most].rpartition(' ')[0] or whole[: most - 1]}…"

    def wrong(self, said: Said, column: int, name: str, fix: str = "", of: str = "", **facts) -> None:
        found = finding("IMPORT", name, self.file, said.taken.row + 1, fix, of=of, **facts)
        said.taken.problems.append(Problem(column, found))
        said.taken.into.pop(column, None)
