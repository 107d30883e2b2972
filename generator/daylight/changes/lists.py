"""What changed in the lists of records: rows that came, rows that went, and cells of rows that stayed.

A row has no key but its place, and one that is put first moves all others. Rows are therefore matched by what they say.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from daylight.changes import CHANGED, Change
from daylight.changes.tables import Cells, Tabled
from daylight.schema import Schema

Row = dict[str, str]
Tables = Mapping[str, Tabled]


def compare(schema: Schema, schemas: Mapping[str, Schema], old: Tables, new: Tables) -> Iterator[Change]:
    """The changes in the lists of those records of a kind that there were before and still are."""
    records, before = new[schema.resource], old.get(schema.resource)
    for child in (schemas[name] for name in schema.children) if before else ():
        table, was = new.get(child.resource), old.get(child.resource)
        if table is None or (was and (was.data == table.data or was.key != table.key)):
            continue
        own = (child.parent, "number")
        columns = [name for name in table.fields if name not in own]
        earlier, later = _by_record(was, columns) if was else {}, _by_record(table, columns)
        for key in sorted(earlier.keys() | later.keys()):
            if (key,) in before.rows and (cells := records.rows.get((key,))):
                about = Change(
                    schema.name,
                    key,
                    records.cell(cells, schema.label) or key,
                    CHANGED,
                    list=child.list,
                    page=records.cell(cells, "page"),
                )
                yield from _rows(about, columns, earlier.get(key, []), later.get(key, []))


def _by_record(table: Tabled, columns: list[str]) -> dict[str, list[Cells]]:
    """The rows of each record by its key, in the order of the table, which is that of their numbers."""
    found: dict[str, list[Cells]] = {}
    for (key, _), cells in table.rows.items():
        found.setdefault(key, []).append(tuple(table.cell(cells, name) for name in columns))
    return found


def _rows(about: Change, columns: list[str], old: list[Cells], new: list[Cells]) -> Iterator[Change]:
    """The changes of one list. Rows that went bear their old place, all others their new one."""
    if old == new:
        return
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pairs = min(end - start, last - first)
        for was, now in zip(range(start, start + pairs), range(first, first + pairs), strict=True):
            for place, name in enumerate(columns):
                if old[was][place] != new[now][place]:
                    yield about._replace(
                        row=now + 1, field=name, before=old[was][place] or None, after=new[now][place] or None
                    )
        for gone in range(start + pairs, end):
            yield about._replace(row=gone + 1, before=_row(columns, old[gone]))
        for come in range(first + pairs, last):
            yield about._replace(row=come + 1, after=_row(columns, new[come]))


def _row(columns: list[str], cells: Cells) -> Row:
    return {name: cell for name, cell in zip(columns, cells, strict=True) if cell}
