"""Describes the CSV tables of an office's own data/ folder as a Data Package, so that other programs can check them."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from daylight.findings import WARNING, Finding, finding
from daylight.schema import BOOLEANS, Schema, of_file
from daylight.sources import read_yaml

LICENCES = {
    "OGL-UK-3.0": {
        "name": "OGL-UK-3.0",
        "title": "Open Government Licence v3.0",
        "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    },
}
PACKAGE = "data/datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"


def describe(office: Path, schemas: Mapping[str, Schema], files: Iterable[str]) -> bytes:
    """data/datapackage.json of an office: each CSV table among its `files`, with the columns that it has."""
    folder = office / "data"
    file = folder / "publisher.yml"
    entries = read_yaml("data/publisher.yml", file.read_bytes())[0] if file.is_file() else []
    texts = entries[0].texts if entries else {}
    paths = [office / path for path in sorted(files) if path.endswith(".csv") and path.isprintable()]
    resources = [r for path in paths if (r := _table(folder, path, schemas))]
    package = about(texts) | {"description": texts.get("attribution", ""), "resources": resources}
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def check(office: Path, schemas: Mapping[str, Schema], files: Iterable[str]) -> list[Finding]:
    """A warning where the description is not that of the tables as they are. Without tables none is needed."""
    tables = [path for path in files if path.endswith(".csv")]
    path = office / PACKAGE
    if not tables or (path.is_file() and path.read_bytes() == describe(office, schemas, tables)):
        return []
    return [finding("FILE", "description", PACKAGE, 1, severity=WARNING)]


def about(publisher: Mapping) -> dict:
    """What a package says of itself: whose data it is, and under which licence."""
    name = publisher.get("name", "")
    contributor = {"title": name, "path": publisher.get("website", ""), "role": "publisher", "roles": ["publisher"]}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "profile": "data-package",
        "name": publisher.get("key", "office"),
        "title": f"Policing and crime funding: {publisher.get('short_name', name)}",
        "homepage": publisher.get("website", ""),
        "licenses": [licence(publisher)],
        "contributors": [{k: v for k, v in contributor.items() if v}],
    }


def licence(publisher: Mapping) -> dict[str, str]:
    """The licence of a publisher's data: its `name`, `title` and `path`, which is its address."""
    return LICENCES.get(publisher.get("licence", ""), LICENCES["OGL-UK-3.0"])


def resource(name: str, path: str, schema: Schema) -> dict:
    """What a package says of every table."""
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "profile": "tabular-data-resource",
        "name": name,
        "type": "table",
        "title": schema.plural,
        "description": schema.description,
        "path": path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }


def _table(folder: Path, path: Path, schemas: Mapping[str, Schema]) -> dict | None:
    """The resource of one table; None where no record can stand in its place, or it has no header."""
    relative = path.relative_to(folder)
    header = _header(path)
    schema = of_file(schemas, f"data/{relative.as_posix()}")
    if not schema or not header:
        return None
    table = {"fields": [_field(schema, name) for name in header], "missingValues": [""]}
    if not schema.parent and "key" in header:
        table["primaryKey"] = ["key"]
    name = re.sub(r"[^a-z0-9]+", "-", relative.with_suffix("").as_posix().lower()).strip("-")
    return resource(name, relative.as_posix(), schema) | {"schema": table}


def _header(path: Path) -> list[str]:
    """The names in the first row of a table; none where that cannot be read."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    try:
        return [cell.strip() for cell in next(csv.reader(io.StringIO(text, newline="")), [])]
    except csv.Error:
        return []


def _field(schema: Schema, name: str) -> dict:
    if name not in schema.by_name:
        return {"name": name, "type": "string"}
    out = schema.by_name[name].descriptor()
    if out["type"] == "boolean":
        out["trueValues"] = [text for text, value in BOOLEANS.items() if value]
        out["falseValues"] = [text for text, value in BOOLEANS.items() if not value]
    return out
