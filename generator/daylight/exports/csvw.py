"""CSV on the Web: one file that says of every CSV table what its columns mean and which types they have.

It stands where the standard tells readers to look for it, beside the tables (Model for Tabular Data and Metadata on the
Web, section 5.3), and says what the Data Package says in the words of that standard (Metadata Vocabulary for Tabular
Data). That vocabulary has no code lists: a column of codes has its codes as the form of its text. Nor may a foreign key
be empty in it: only a column that is never empty has one. The others say by `valueUrl` which record they lead to.
"""

import json
import re
from collections.abc import Iterator

from daylight.describe import about
from daylight.exports import tables
from daylight.exports.data_package import GUARD, keywords
from daylight.exports.file import File
from daylight.exports.stamp import licence, stamp
from daylight.exports.table import GUARDED, Table
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.words import N_

TITLE = N_("CSV on the Web")
ABOUT = N_("Describes every CSV table for programs that read CSV as the World Wide Web Consortium says.")
PATH = "data/csv-metadata.json"  # the name under which a reader of data/awards.csv looks for it
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
DIALECT = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\r\n"],
    "header": True,
    "trim": False,
}
TYPES = {"string": "string", "number": "decimal", "integer": "integer", "date": "date", "boolean": "boolean", "time": "time"}
FORMS = {"boolean": "true|false", "time": "HH:mm"}  # of the types that have one; times are as %H:%M in the schema
LIMITS = ("minimum", "maximum", "minLength", "maxLength")


def outputs(site: Site) -> Iterator[File]:
    every = tables.every(site)
    group = _about(site) | {"dialect": DIALECT, "tables": [_table(site, table) for table in every]}
    yield File(PATH, (json.dumps(group, ensure_ascii=False, indent=2) + "\n").encode(), len(every))


def _about(site: Site) -> dict:
    of = site.publisher.values
    publisher = {"schema:name": of.get("name"), "schema:url": {"@id": of["website"]} if "website" in of else None}
    stamped = {name: text for name, text in stamp(site).items() if name not in ("publisher", "licence")}
    return {
        "@context": CONTEXT,
        "lang": "en",
        "dc:title": about(of)["title"],
        "dc:description": of.get("attribution", ""),
        "dc:publisher": {name: value for name, value in publisher.items() if value},
        "dc:license": {"@id": licence(site)["path"]},
        "dc:modified": {"@value": site.time, "@type": "xsd:dateTime"},
        "dcat:keyword": keywords(site),
        "rdfs:comment": GUARD,
        "schema:additionalProperty": [{"schema:name": name, "schema:value": text} for name, text in stamped.items()],
    }


def _table(site: Site, table: Table) -> dict:
    schema = table.schema
    descriptor = schema.descriptor(site.schemas)
    said = {"columns": [_column(site, field, schema) for field in schema.fields], "primaryKey": descriptor["primaryKey"]}
    if keys := [_foreign_key(key, schema) for key in descriptor.get("foreignKeys", ()) if _full(key["fields"], schema)]:
        said["foreignKeys"] = keys
    if schema.label in schema.by_name:
        said["rowTitles"] = [schema.label]
    if "page" in schema.by_name:
        said["aboutUrl"] = "../{+page}"
    return {
        "url": f"{table.name}.csv",
        "dc:title": schema.plural,
        "dc:description": schema.description,
        "tableSchema": said,
    }


def _full(names: list[str], schema: Schema) -> bool:
    """Whether no row lacks a value in one of these columns."""
    return all(name in schema.key or schema.by_name[name].constraints.get("required") for name in names)


def _column(site: Site, field: Field, schema: Schema) -> dict:
    said = {"name": field.name, "titles": [field.name, field.title], "dc:description": field.description}
    if field.unit:
        said["schema:unitText"] = field.unit
    if _full([field.name], schema):
        said["required"] = True
    if field.refers and field.refers != "publisher":  # which has no page
        said["valueUrl"] = f"../{site.schemas[field.refers].folder}/{{{field.name}}}/"
    return said | {"datatype": _datatype(field)}


def _datatype(field: Field) -> str | dict:
    rules = field.constraints
    said: dict = {"base": "anyURI" if field.format == "uri" else TYPES[field.type]}
    if form := "|".join(map(re.escape, field.labels)) or rules.get("pattern"):
        said["format"] = f"^(?:{form})$"
    elif field.type in FORMS:
        said["format"] = FORMS[field.type]
    said |= {name: rules[name] for name in LIMITS if name in rules}
    if "maxLength" in rules and "pattern" not in rules:
        said["maxLength"] += len(GUARDED[0])  # the apostrophe before a text may make it one longer than its limit
    return said if len(said) > 1 else said["base"]


def _foreign_key(key: dict, schema: Schema) -> dict:
    of = key["reference"]
    table = of["resource"] or schema.resource
    return {
        "columnReference": key["fields"],
        "reference": {"resource": f"{table}.csv", "columnReference": of["fields"]},
    }
