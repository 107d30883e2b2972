"""The files for machines: tables, JSON and the description of both.

Each module has a `TITLE` and `outputs(site)`, or `record_outputs(site, record)` where each record has files of its own. Both
yield paths below the root of the site and their bytes. The same site always gives the same bytes.
"""

from daylight.exports import csv_tables, data_package, json_tables, record_json

PACKAGE = (csv_tables, data_package)  # judged before anything is published
WHOLE = (*PACKAGE, json_tables)
EACH = (record_json,)
EXPORTS = (*WHOLE, *EACH)
TEXTS = (csv_tables.written, json_tables.written)  # what whole tables are put together from, kept with each record
