"""All CSV tables in one archive, with the two files that describe them."""

import io
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from daylight.exports import csv_tables, csvw, data_package
from daylight.exports.file import File
from daylight.site import Site

TITLE = "All CSV tables in one archive"
ABOUT = "To take everything at once, and to keep it."
EXCEL = "data/excel/"


def outputs(site: Site) -> Iterator[File]:
    key, made = site.publisher.key or "office", io.BytesIO()
    with ZipFile(made, "w") as archive:
        for module in (csv_tables, data_package, csvw):
            for file in module.outputs(site):
                if not file.path.startswith(EXCEL):
                    entry = ZipInfo(f"{key}/{file.path.removeprefix('data/')}")  # of 1980: the time of a file says nothing
                    archive.writestr(entry, file.data, ZIP_DEFLATED)
    yield File(f"data/{key}-csv.zip", made.getvalue())
