"""What the words in cells mean: which text of a record is meant by what a cell shows."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from daylight import typed
from daylight.schema import Field
from daylight.workbook.cells import KEYED, Names, called, canonical

_MONEY = re.compile(r"-?£?\s*-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_SERIAL = re.compile(r"\d{5}(\.0+)?", re.ASCII)
_DAY_PART = re.compile(r"0?\.\d+|0", re.ASCII)


class Meanings:
    """What the words in cells mean: labels of values, and the names of records by their kind.

    `names` are those of the office's records; `fresh` those of rows of the workbook that have no record yet, by kind: pairs of
    the title and the key that the row will have.
    """

    def __init__(self, names: Names, fresh: Mapping[str, Iterable[tuple[str, str]]] = {}):
        self.names = {kind: dict(of) for kind, of in names.items()}
        self.by_name: dict[str, dict[str, str]] = {kind: {n: k for k, n in of.items()} for kind, of in names.items()}
        self.by_title: dict[str, dict[str, set[str]]] = {}
        for kind, of in names.items():
            for key, name in of.items():
                self._title(kind, name[: -len(key) - 3], key)
        for kind, pairs in fresh.items():
            for title, key in pairs:
                self.names.setdefault(kind, {})[key] = called(title, key)
                self.by_name.setdefault(kind, {})[called(title, key)] = key
                self._title(kind, title, key)

    def _title(self, kind: str, title: str, key: str) -> None:
        self.by_title.setdefault(kind, {}).setdefault(" ".join(title.split()).casefold(), set()).add(key)

    def titled(self, kind: str, cell: str) -> Collection[str]:
        """The keys of the records with a title."""
        return self.by_title.get(kind, {}).get(" ".join(cell.split()).casefold(), ())

    def text(self, field: Field, cell: str) -> str:
        """The text of a record for what a cell shows, canonical; what means nothing stays as it was typed."""
        if field.refers:
            return self.key(field.refers, cell)
        if field.categories:
            return _value(field, cell)
        return canonical(field, _PLAIN.get(field.type, lambda field, text: text)(field, cell))

    def key(self, kind: str, cell: str) -> str:
        """The key of the record that a cell names: by the name of the list, by the key, or by a title that only one has."""
        name = " ".join(cell.split())
        if found := self.by_name.get(kind, {}).get(name):
            return found
        if cell in self.names.get(kind, {}):
            return cell
        if len(titled := self.titled(kind, cell)) == 1:
            return next(iter(titled))
        return m[1] if (m := KEYED.fullmatch(name)) else cell


def _value(field: Field, cell: str) -> str:
    """The value whose label or name a cell shows, in whatever case."""
    by_label = {label: value for value, label in field.labels.items()}
    if cell in by_label or cell in field.labels:
        return by_label.get(cell, cell)
    folded = {text.casefold(): value for value, label in field.labels.items() for text in (value, label)}
    return folded.get(" ".join(cell.split()).casefold(), cell)


def _number(field: Field, cell: str) -> str:
    """A number without what a spreadsheet shows around it: "£12,500.00" as a CSV has it. Never rounded."""
    if field.unit != "GBP" and "£" in cell:
        return cell
    if _MONEY.fullmatch(cell):
        return cell.replace("£", "").replace(",", "").replace(" ", "")
    try:
        return f"{Decimal(cell):f}" if "e" in cell.lower() else cell
    except InvalidOperation:
        return cell


def _date(field: Field, cell: str) -> str:
    """An ISO day, of all that can only be one: also one in words, and the number by which spreadsheets count it."""
    if len(cell) == 10 and cell[4] == cell[7] == "-":
        return cell
    if _SERIAL.fullmatch(cell):
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(float(cell))).isoformat()
    return typed.day(cell) or cell


def _time(field: Field, cell: str) -> str:
    """A time like "12:00"; one that stands as a part of a day is that time."""
    if m := re.fullmatch(r"(?:1899-12-3\dT)?(\d\d:\d\d)(:00)?", cell, re.ASCII):
        return m[1]
    if _DAY_PART.fullmatch(cell):
        minutes = round(float(cell) * 24 * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return cell


def _boolean(field: Field, cell: str) -> str:
    return typed.YES_NO.get(cell.lower(), cell)


_PLAIN = {"number": _number, "integer": _number, "date": _date, "time": _time, "boolean": _boolean}
