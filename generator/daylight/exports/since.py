"""The changes since the last release, and those that each release has kept: what all lists of changes are made from."""

import json
from collections.abc import Iterable, Mapping, Sequence

from daylight.changes import Change
from daylight.changes.compare import compare
from daylight.changes.reasons import reasoned
from daylight.changes.repeated import repeated
from daylight.changes.tables import Tabled
from daylight.changes.tables import tables as read_tables
from daylight.exports import data_package, tables
from daylight.exports.table import Table, table
from daylight.keeping import once_of
from daylight.releases import PACKAGE
from daylight.schema import summary
from daylight.site import Site


@once_of
def unreleased(site: Site) -> tuple[Change, ...]:
    """What changed since the last release, as it may be published; nothing where there is none."""
    if not site.releases:
        return ()
    last = site.releases[-1]
    old, new = read_tables(last.read(PACKAGE), last.read), present(site)
    found = reasoned(compare(old, new, site.schemas), site.schemas)
    return tuple(repeated(found, old, new, site.schemas))


def present(site: Site) -> dict[str, Tabled]:
    """The tables as they are published now."""
    (package,) = data_package.outputs(site)
    files = {table.path: table.data for table in tables.every(site)}
    return read_tables(package.data, lambda name: files[f"data/{name}"])


def entry(change: Change) -> dict:
    """A change as JSON has it: what does not apply is left out."""
    return {name: value for name, value in change._asdict().items() if value not in ("", None, False)}


def listed(of: Iterable[tuple[str, str, Sequence[Change]]]) -> Table:
    """The table of the changes of some releases, each with its day and version."""
    return table(
        summary("changes"),
        (_row(day, version, number, c) for day, version, found in of for number, c in enumerate(found, 1)),
    )


def _row(day: str, version: str, number: int, change: Change) -> dict[str, str]:
    values = {"release": day, "version": version, "number": number} | entry(change)
    return {name: _text(value) for name, value in values.items() if value != ""}


def _text(value: str | int | Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping) else str(value)
