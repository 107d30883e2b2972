"""Judges the finished Data Package before it is published, with the standard's own validator."""

import csv
import gc
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from daylight.findings import Finding, finding

PACKAGE = "data/datapackage.json"


def check(folder: Path) -> list[Finding]:
    """What is wrong with the Data Package of a built site in `folder`. Paths are relative to the folder."""
    return [found for part in checks(folder) for found in part()]


def checks(folder: Path) -> list[Callable[[], list[Finding]]]:
    """The same in parts that can run side by side: one for each table, the largest first, and one for the description."""
    path = folder / PACKAGE
    if not path.is_file():
        return [lambda: [finding("RELEASE", "missing", PACKAGE, 1, place=PACKAGE)]]
    try:
        package = json.loads(path.read_bytes())
        tables = {r["name"]: path.parent / r["path"] for r in package["resources"]}
    except (ValueError, KeyError, TypeError) as e:
        return [lambda problem=str(e): [finding("RELEASE", "package", PACKAGE, 1, problem=problem)]]

    def size(name: str) -> int:
        return tables[name].stat().st_size if tables[name].is_file() else 0

    names = sorted(tables, key=lambda n: (-size(n), n))
    keys = cache(lambda name, fields: _keys(tables[name], name, fields) if name in tables else None)
    return [*(lambda name=name: _table(path, package, name, keys) for name in names), lambda: _description(path)]


def _description(path: Path) -> list[Finding]:
    """What is wrong with what the package says of itself and its tables."""
    from frictionless import Package  # takes a second to import

    errors = Package.validate_descriptor(str(path)).flatten(["message"])
    return [finding("RELEASE", "package", PACKAGE, 1, problem=message) for (message,) in errors]


def _table(path: Path, package: dict, name: str, keys: Callable[[str, tuple[str, ...]], dict | None]) -> list[Finding]:
    """What is wrong with one table: its bytes, its cells, its own keys, and those that it has of other tables.

    The validator would read each of those whole, and again for each table; here it is handed their keys alone.
    """
    from frictionless import Package
    from frictionless.exception import FrictionlessException

    resource = next(r for r in package["resources"] if r["name"] == name)
    if len(keys(name, ())["data"]) == 1:  # no rows, and so no keys to follow
        resource = resource | {"schema": {k: v for k, v in resource.get("schema", {}).items() if k != "foreignKeys"}}
    foreign = [key["reference"] for key in resource.get("schema", {}).get("foreignKeys", ())]
    wanted = {of["resource"]: tuple(of["fields"]) for of in foreign if of["resource"] not in ("", name)}
    targets = [found for of, fields in wanted.items() if (found := keys(of, fields))]
    gc.enable()  # the validator makes rings of objects, which only a collection frees
    try:
        few = Package.from_descriptor(package | {"resources": [resource, *targets]}, basepath=str(path.parent))
        report = few.get_resource(name).validate()
    except (ValueError, FrictionlessException) as e:
        return [finding("RELEASE", "package", PACKAGE, 1, problem=str(e))]
    found = [finding("RELEASE", "package", PACKAGE, 1, problem=e.message) for e in report.errors]
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", None) or 1
            found.append(finding("RELEASE", "table", f"data/{task.place}", line, problem=error.message))
    return found


def _keys(table: Path, name: str, fields: tuple[str, ...]) -> dict:
    """A resource with some columns of a table, and nothing else of it; no rows where the table cannot be read."""
    try:
        with table.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            header = next(rows)
            places = [header.index(field) for field in fields]
            cells = [[row[place] for place in places] for row in rows]
    except (OSError, ValueError, StopIteration, IndexError, csv.Error):
        cells = []
    return {
        "name": name,
        "data": [list(fields), *cells],
        "schema": {"fields": [{"name": f, "type": "string"} for f in fields]},
    }
