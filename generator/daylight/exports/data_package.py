"""The Data Package: one file that describes every CSV table, valid for versions 1 and 2 of the standard."""

import hashlib
import json
from collections.abc import Iterator

from daylight.describe import about, resource
from daylight.exports import tables
from daylight.exports.file import File
from daylight.exports.table import GUARDED, Table
from daylight.site import Site

TITLE = "Data Package"
ABOUT = "Describes every CSV table for Frictionless and other programs that check data."
DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
GUARD = (
    "A text that begins with one of = + - @ or ' (or with a tab or line end) has an apostrophe before it, so that a"
    " spreadsheet does not run it as a formula. Remove one leading apostrophe to have the text as recorded."
)


def outputs(site: Site) -> Iterator[File]:
    every = tables.every(site)
    package = about(site.publisher.values) | {
        "description": f"{site.publisher.get('attribution', '')} {GUARD}".strip(),
        "resources": [_resource(site, table) for table in every],
    }
    yield File("data/datapackage.json", (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode(), len(every))


def _resource(site: Site, table: Table) -> dict:
    return {
        **resource(table.name, f"{table.name}.csv", table.schema),
        "bytes": len(table.data),
        "hash": f"sha256:{hashlib.sha256(table.data).hexdigest()}",
        "dialect": DIALECT,
        "schema": _with_room(table.schema.descriptor(site.schemas)),
    }


def _with_room(descriptor: dict) -> dict:
    """The apostrophe before a text may make it one longer than its limit."""
    for field in descriptor["fields"]:
        rules = field.get("constraints", {})
        if "maxLength" in rules and "pattern" not in rules:
            rules["maxLength"] += len(GUARDED[0])
    return descriptor
