"""The files for machines: tables, JSON and the description of both.

Each module has a `TITLE` and `outputs(site)`, which yields paths below the root of the site and their bytes. The same
site always gives the same bytes.
"""

from daylight.exports import csv_tables, data_package, json_tables, record_json

EXPORTS = (csv_tables, json_tables, record_json, data_package)
