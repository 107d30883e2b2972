"""The files for machines: one module a format, all made from the same records.

A module has a `TITLE` and what it is `ABOUT` in a sentence, which the data page says, and one of these:
`outputs(site)` yields files of the whole site, `record_outputs(site, record)` paths and bytes of files that each record
has of its own, and `outputs(site, infos)` files that describe all others. With `note(site)` it says what of these records
it cannot hold. The same site always gives the same bytes.
"""

from daylight.exports import (
    atom,
    calendars,
    changes,
    changes_feed,
    csv_tables,
    csv_zip,
    csvw,
    data_package,
    dcat,
    giving360,
    giving360_xlsx,
    json_feed,
    json_lines,
    json_tables,
    manifest,
    ocds,
    openapi,
    parquet,
    record_index,
    record_json,
    release_files,
    sqlite,
    tables,
    xlsx,
    years,
)

JUDGED = (csv_tables, data_package)  # by the release check, before anything is published
SOON = (json_tables,)  # made with the pages
# Made beside the pages; while records are edited, when nobody is typing.
OF_RECORDS = (
    json_lines,
    giving360,
    giving360_xlsx,
    ocds,
    record_index,
    atom,
    json_feed,
    calendars,
)
OF_TABLES = (
    xlsx,
    sqlite,
    parquet,
    csv_zip,
    years,
    csvw,
    openapi,
    changes,
    changes_feed,
    release_files,
)
LAST = (dcat, manifest)  # describe the others
EACH = (record_json, atom, json_feed, calendars)
WHOLE = (*JUDGED, *SOON, *OF_RECORDS, *OF_TABLES)
# Whose files go into a release and stay there for ever, see exports/release.py.
RELEASED = (data_package, csv_tables, csvw, giving360, ocds, xlsx)
TEXTS = (tables.written, json_tables.written)  # what whole tables are put together from, kept with each record
