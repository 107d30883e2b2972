"""The Data Package: one file that describes every CSV table, valid for versions 1 and 2 of the standard."""

import hashlib
import json
from collections.abc import Iterator

from daylight.describe import about, resource
from daylight.exports.csv_tables import GUARDED, tables
from daylight.schema import Schema
from daylight.site import Site, kept_of

TITLE = "Data Package"
DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
GUARD = (
    "A text that begins with one of = + - @ or ' (or with a tab or line end) has an apostrophe before it, so that a"
    " spreadsheet does not run it as a formula. Remove one leading apostrophe to have the text as recorded."
)


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    package = about(site.publisher.values) | {
        "description": f"{site.publisher.get('attribution', '')} {GUARD}".strip(),
        "resources": [_resource(site, s) for s in site.schemas.values()],
    }
    yield "data/datapackage.json", (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(site: Site, schema: Schema) -> dict:
    return {
        **resource(schema.resource, f"{schema.resource}.csv", schema),
        **sizes(site, schema.parent or schema.name)[schema.name],
        "dialect": DIALECT,
        "schema": _with_room(schema.descriptor(site.schemas)),
    }


@kept_of
def sizes(site: Site, kind: str) -> dict[str, dict]:
    """How many bytes each table of a kind has, and their hash."""
    made = tables(site, kind).items()
    return {name: {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"} for name, data in made}


def _with_room(descriptor: dict) -> dict:
    """The apostrophe before a text may make it one longer than its limit."""
    for field in descriptor["fields"]:
        rules = field.get("constraints", {})
        if "maxLength" in rules and "pattern" not in rules:
            rules["maxLength"] += len(GUARDED[0])
    return descriptor
