"""The awards and the decisions of each financial year as CSV, with the columns of the whole tables, in the order of the keys.

Applications, and what has no year, are files of their own.
"""

from collections.abc import Iterator

from daylight.exports import tables
from daylight.exports.file import File
from daylight.exports.table import joined
from daylight.site import Site
from daylight.views import groups

TITLE = "CSV by year"
ABOUT = "The awards or the decisions of one financial year, with the same columns as the whole table."


def outputs(site: Site) -> Iterator[File]:
    for kind in groups.FILED:
        for group in groups.by_year(site, kind):
            records = sorted(group.records, key=lambda record: record.key)
            table = joined(site.schemas[kind], [tables.written(site, record)[0][1] for record in records])
            yield File(groups.file_of(site, kind, group), table.data, table.count)
