"""Judges the finished Data Package before it is published, with the standard's own validator."""

import json
from collections.abc import Callable
from pathlib import Path

from daylight.findings import Finding, finding

PACKAGE = "data/datapackage.json"


def check(folder: Path) -> list[Finding]:
    """What is wrong with the Data Package of a built site in `folder`. Paths are relative to the folder."""
    return [found for part in checks(folder) for found in part()]


def checks(folder: Path) -> list[Callable[[], list[Finding]]]:
    """The same in parts that can run side by side: a part a table, the largest first. A table's part also follows its keys."""
    path = folder / PACKAGE
    if not path.is_file():
        return [lambda: [finding("RELEASE", "missing", PACKAGE, 1, place=PACKAGE)]]
    try:
        tables = {r["name"]: r["path"] for r in json.loads(path.read_bytes())["resources"]}
    except (ValueError, KeyError, TypeError) as e:
        return [lambda problem=str(e): [finding("RELEASE", "package", PACKAGE, 1, problem=problem)]]

    def size(name: str) -> int:
        table = path.parent / tables[name]
        return table.stat().st_size if table.is_file() else 0

    return [lambda name=name: _table(path, name) for name in sorted(tables, key=lambda n: (-size(n), n))]


def _table(path: Path, name: str) -> list[Finding]:
    from frictionless import Package  # takes a second to import
    from frictionless.exception import FrictionlessException

    try:
        report = Package(str(path)).get_resource(name).validate()
    except (ValueError, FrictionlessException) as e:
        return [finding("RELEASE", "package", PACKAGE, 1, problem=str(e))]
    found = [finding("RELEASE", "package", PACKAGE, 1, problem=e.message) for e in report.errors]
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", None) or 1
            found.append(finding("RELEASE", "table", f"data/{task.place}", line, problem=error.message))
    return found
