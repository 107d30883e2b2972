"""The files for machines: tables, JSON and the description of both.

Each module has a `TITLE` and `outputs(site)`, which yields paths below the root of the site and their bytes. The same
site always gives the same bytes.
"""

from daylight.exports import csv_tables, data_package, json_tables, record_json

PACKAGE = (csv_tables, data_package)  # judged before anything is published
OTHERS = (record_json, json_tables)
EXPORTS = (*PACKAGE, *OTHERS)
