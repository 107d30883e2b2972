"""A CSV table with quotation marks only where they must be, and one kind of line ends."""

import csv
import io

MARK = b"\xef\xbb\xbf"  # by which Excel knows a table for UTF-8


def table(data: bytes) -> bytes:
    """The table in the one form. Its own kind of line ends stays, and so does the mark at its beginning."""
    text = data.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    rows = ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True))
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator=end).writerows(row for row in rows if any(row))
    return (MARK if data.startswith(MARK) else b"") + made.getvalue().encode()
