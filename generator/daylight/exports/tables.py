"""Every table of a site: one for each kind of record and each list in a record, the totals, and the keys to them all."""

from daylight.derived import published, published_row
from daylight.exports import keys, totals
from daylight.exports.table import Table, guarded, joined, line
from daylight.keeping import kept, kept_of, once_of
from daylight.record import Record
from daylight.site import Site


@once_of
def every(site: Site) -> tuple[Table, ...]:
    """All tables in the order in which they are published: that of `schema.KINDS`. The same ones stand in every format."""
    records = (table for kind in site.records for table in of_kind(site, kind).values())
    return (*records, *totals.tables(site), *keys.tables(site))


@kept_of
def of_kind(site: Site, kind: str) -> dict[str, Table]:
    """The table of a kind of record and those of its lists, by the names of their schemas."""
    names = (kind, *site.schemas[kind].children)
    lines = {name: [] for name in names}
    for record in site.records[kind].values():
        for name, data in written(site, record):
            lines[name].append(data)
    return {name: joined(site.schemas[name], of) for name, of in lines.items()}


@kept
def written(site: Site, record: Record) -> list[tuple[str, bytes]]:
    """The lines of a record, each with the name of the schema in whose table it stands: its own, and its lists'."""
    schema = site.schemas[record.kind]
    lines = [(schema.name, line(guarded(schema, published(site, record))))]
    for name in schema.children if record.children else ():
        child = site.schemas[name]
        rows = (published_row(child, record, number, row) for number, row in enumerate(record.rows(child.list), 1))
        lines += [(name, line(guarded(child, row))) for row in rows]
    return lines
