"""The Data Package: one file that describes every CSV table, valid for versions 1 and 2 of the standard.

A property of the one version that the other does not know stands beside its twin: `profile` and `$schema`, `enum` and
`categories`. What version 1 asks for where version 2 would leave it out is given: a foreign key into the same table names
the table "".
"""

import hashlib
import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from daylight.describe import PROFILES, about, resource
from daylight.exports import tables
from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.exports.table import GUARDED, Table
from daylight.schema import Schema
from daylight.site import Site
from daylight.words import N_

TITLE = N_("Data Package")
ABOUT = N_("Describes every CSV table for Frictionless and other programs that check data.")
PATH = "data/datapackage.json"
KEYWORDS = ("policing", "crime", "grants", "contracts", "commissioning", "public spending", "transparency")
DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
GUARD = (
    "A text that begins with one of = + - @ or ' (or with a tab or line end) has an apostrophe before it, so that a"
    " spreadsheet does not run it as a formula. Remove one leading apostrophe to have the text as recorded."
)


def outputs(site: Site) -> Iterator[File]:
    every = tables.every(site)
    package = {**about(site.publisher.values), **_published(site), "resources": [_resource(site, table) for table in every]}
    yield File(PATH, (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode(), len(every))


def keywords(site: Site) -> list[str]:
    """The words under which a catalogue should file the data: what it is about, and where."""
    return [*KEYWORDS, *(name for name in (site.publisher.get("area_name"),) if name)]


def described(site: Site) -> str:
    """How to name the source of the data, and how to read its CSV tables."""
    return f"{site.publisher.get('attribution', '')} {GUARD}".strip()


def _published(site: Site) -> dict:
    """What a package says of itself once it is published. Its version is that of the last release, if there is one."""
    said = {name: text for name, text in stamp(site).items() if name not in ("publisher", "licence")}
    if site.url(""):
        said |= {"id": site.url(PATH), "homepage": site.url("data/")}
    if sources := _sources(site):
        said["sources"] = sources
    return said | {"created": site.time, "description": described(site), "keywords": keywords(site)}


def _sources(site: Site) -> list[dict[str, str]]:
    """The websites from which the records were taken. Each record names its own page."""
    addresses = (record.get("source", "") for of in site.records.values() for record in of.values())
    parts = [urlsplit(address) for address in addresses if address]
    found = {part.netloc.lower(): f"{part.scheme}://{part.netloc.lower()}/" for part in sorted(parts)}
    return [{"title": name, "path": found[name]} for name in sorted(found)]


def _resource(site: Site, table: Table) -> dict:
    return {
        **resource(table.name, f"{table.name}.csv", table.schema),
        "bytes": len(table.data),
        "hash": f"sha256:{hashlib.sha256(table.data).hexdigest()}",
        "dialect": DIALECT,
        "schema": _schema(site, table.schema),
    }


def _schema(site: Site, schema: Schema) -> dict:
    """The Table Schema of a table as published: the apostrophe before a text may make it one longer than its limit."""
    descriptor = schema.descriptor(site.schemas)
    for field in descriptor["fields"]:
        rules = field.get("constraints", {})
        if "maxLength" in rules and "pattern" not in rules:
            rules["maxLength"] += len(GUARDED[0])
        if labels := schema.by_name[field["name"]].labels:
            field["categories"] = [{"value": value, "label": label} for value, label in labels.items()]
    return {"$schema": f"{PROFILES}/tableschema.json", **descriptor}
