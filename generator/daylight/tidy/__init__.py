"""Puts files of records into one form, in which a change of one field is a change of one line. What they say stays."""

import re
from collections import Counter
from collections.abc import Mapping

from daylight.schema import Schema, of_file
from daylight.sources import Entry, read_csv, read_yaml
from daylight.tidy.lines import record
from daylight.tidy.tables import table

_REMARK = re.compile(r"(?:^|\s)(#.*)")


def tidied(schemas: Mapping[str, Schema], path: str, data: bytes, order: bool = False) -> bytes | None:
    """The bytes of a file at a path below an office in the one form: the same ones where it has it already.

    With `order` fields also stand in the order of their schema. None where the file cannot be read without a finding, or where
    nobody could be sure that it says the same as before.
    """
    schema, read = of_file(schemas, path), read_csv if path.endswith(".csv") else read_yaml
    entries, wrong = read(path, data)
    if not schema or wrong or not entries:
        return None
    new = table(data) if path.endswith(".csv") else record(schemas, schema, data, entries[0], order)
    return new if _said(read(path, new)[0]) == _said(entries) and _remarks(new) == _remarks(data) else None


def _said(entries: list[Entry]) -> list:
    """What entries say, on whatever lines and in whatever order of their fields."""
    return [(entry.texts, {name: _said(rows) for name, rows in entry.lists.items()}) for entry in entries]


def _remarks(data: bytes) -> Counter[str]:
    return Counter(found.strip() for line in data.decode("utf-8-sig").splitlines() for found in _REMARK.findall(line))
