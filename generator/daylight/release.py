"""Judges the finished Data Package before it is published, with the standard's own validator."""

from pathlib import Path

from daylight.findings import Finding, finding

PACKAGE = "data/datapackage.json"


def check(folder: Path) -> list[Finding]:
    """What is wrong with the Data Package of a built site in `folder`. Paths are relative to the folder."""
    from frictionless import Package  # takes a second to import
    from frictionless.exception import FrictionlessException

    path = folder / PACKAGE
    if not path.is_file():
        return [finding("RELEASE", "missing", PACKAGE, 1, place=PACKAGE)]
    try:
        report = Package(str(path)).validate()
    except (ValueError, FrictionlessException) as e:
        return [finding("RELEASE", "package", PACKAGE, 1, problem=str(e))]
    found = [finding("RELEASE", "package", PACKAGE, 1, problem=e.message) for e in report.errors]
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", None) or 1
            found.append(finding("RELEASE", "table", f"data/{task.place}", line, problem=error.message))
    return found
