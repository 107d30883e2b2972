"""Changes cells of a CSV table and leaves every other row as it is, byte for byte."""

import csv
import io
from collections.abc import Iterable, Mapping

Changed = Mapping[str, str | None]


def edited(data: bytes, changes: Mapping[int, Changed], owner: str = "") -> bytes:
    """The table with other cells in the rows that begin on some lines, from 1; None empties a cell.

    The table must be one that `sources` reads without an error. A column that is not there yet comes last, in every row. A row
    of which nothing is left but the `owner`, the column that says whose row it is, goes.
    """
    table = _Table(data)
    table.widen(name for cells in changes.values() for name, text in cells.items() if text)
    for line, cells in changes.items():
        table.change(line, cells, owner)
    return table.data()


def appended(data: bytes, rows: Iterable[Mapping[str, str]]) -> bytes:
    """The table with more rows at its end; a new one where there is none."""
    rows = list(rows)
    table = _Table(data or ",".join(dict.fromkeys(name for cells in rows for name in cells)).encode() + b"\n")
    table.widen(name for cells in rows for name, text in cells.items() if text)
    for cells in rows:
        table.add(cells)
    return table.data()


class _Table:
    """The rows of a table as they were written, by the line on which each begins."""

    def __init__(self, data: bytes):
        self.mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        text = data.removeprefix(self.mark).decode()
        self.end = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r" if "\r" in text else "\n"
        lines = list(io.StringIO(text, newline=""))
        reader = csv.reader(iter(lines), strict=True)
        self.rows: dict[int, list[str]] = {}
        self.written: dict[int, str] = {}
        start = 1
        for cells in reader:
            self.rows[start], self.written[start] = cells, "".join(lines[start - 1 : reader.line_num])
            start = reader.line_num + 1
        self.next = start
        self.names = [cell.strip() for cell in self.rows.get(1, [])]

    def widen(self, names: Iterable[str]) -> None:
        """Adds the columns that are missing to every row that has cells."""
        new = [name for name in dict.fromkeys(names) if name not in self.names]
        self.names += new
        for line, cells in self.rows.items() if new else ():
            if cells and (line == 1 or any(cell.strip() for cell in cells)):
                self.put(line, cells + (new if line == 1 else [""] * len(new)))

    def change(self, line: int, changes: Changed, owner: str) -> None:
        cells = [*self.rows[line]]
        for name, text in changes.items():
            if name in self.names:
                cells[self.names.index(name)] = text or ""
        if owner and not any(cell.strip() for name, cell in zip(self.names, cells, strict=False) if name != owner):
            del self.rows[line], self.written[line]
        else:
            self.put(line, cells)

    def add(self, cells: Mapping[str, str]) -> None:
        if self.written and not self.written[max(self.written)].endswith(("\n", "\r")):
            self.written[max(self.written)] += self.end
        self.written[self.next] = self.end
        self.put(self.next, [cells.get(name, "") for name in self.names])
        self.next += 1

    def put(self, line: int, cells: list[str]) -> None:
        """Writes a row anew, with quotation marks around all its cells where they were so before."""
        before = self.written[line]
        body = before.rstrip("\r\n")
        end = before[len(body) :]
        quoted = body.count('"') >= 2 * len(self.rows.get(line, cells)) and body.startswith('"')
        made = io.StringIO(newline="")
        csv.writer(made, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n").writerow(cells)
        self.rows[line], self.written[line] = cells, made.getvalue().removesuffix("\r\n") + end

    def data(self) -> bytes:
        return self.mark + "".join(self.written.values()).encode()
