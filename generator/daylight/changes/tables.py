"""The tables of a publication as anybody can read them: a Data Package and its CSV files."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Tabled:
    """One table of a publication: its name and title, its columns as the package describes them, its key, and its CSV."""

    name: str
    title: str
    fields: dict[str, dict]
    key: tuple[str, ...]
    data: bytes

    @cached_property
    def rows(self) -> dict[Cells, Cells]:
        """The cells of each row as recorded, in the order of the columns, by the cells of its key."""
        columns = list(self.fields)
        texts = [place for place, of in enumerate(self.fields.values()) if of.get("type") == "string"]
        keys, found = [columns.index(name) for name in self.key], {}
        lines = csv.reader(io.StringIO(self.data.decode(), newline=""))
        next(lines, None)
        for cells in lines:
            for place in texts:
                if cells[place].startswith("'"):  # the guard against formulas, see exports/csv_tables.py
                    cells[place] = cells[place][1:]
            found[tuple(cells[place] for place in keys)] = tuple(cells)
        return found

    def cell(self, cells: Cells, column: str) -> str:
        """The cell of a row in a column, '' where there is no such column."""
        return cells[self.places[column]] if column in self.places else ""

    @cached_property
    def places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.fields)}


def tables(package: bytes, read: Callable[[str], bytes]) -> dict[str, Tabled]:
    """The tables that a Data Package describes, by name. `read` gives the bytes of a file by its path beside the package."""
    found = {}
    for of in json.loads(package)["resources"]:
        schema = of["schema"]
        fields = {field["name"]: field for field in schema["fields"]}
        key = schema.get("primaryKey", ())
        found[of["name"]] = Tabled(
            of["name"], of.get("title", of["name"]), fields, (key,) if isinstance(key, str) else tuple(key), read(of["path"])
        )
    return found
