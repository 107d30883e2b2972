"""Why the tables of a file cannot be taken as they stand, and what to do with them first."""

from collections.abc import Sequence

from daylight.findings import Finding, finding
from daylight.intake.cells import Sheet, letters
from daylight.intake.source import Source
from daylight.intake.tables import Table


def misplaced(read: Source, shown: Sequence[Sheet], tables: Sequence[Table]) -> list[Finding]:
    """Why no table can be taken as it stands: there is none, its headings stand in a column, or several stand side by side."""
    turned = [sheet for sheet in shown if read.found[sheet.name].turned]
    if turned and all(table.sheet in turned for table in tables):
        return [finding("IMPORT", "turned", read.name, 1, sheet=turned[0].name)]
    if not tables:
        hidden = next((sheet.name for sheet in read.sheets if read.found[sheet.name].tables), "")
        return [finding("IMPORT", "hidden-sheet" if hidden else "no-table", read.name, 1, sheet=hidden)]
    several = [(table.sheet.name, [letters(column) for column in begin]) for table in tables if (begin := _beside(table))]
    return [finding("IMPORT", "beside", read.name, 1, sheet=name, columns=" and ".join(begin)) for name, begin in several]


def _beside(table: Table) -> list[int]:
    """The columns in which tables side by side begin, where the headings are those of several; else nothing."""
    own = {column: text.partition(" [column ")[0] for column, text in table.headings.items()}
    first = next(iter(own.values()))
    begin = [column for column, text in own.items() if text == first]
    parts = [{text for c, text in own.items() if a <= c < b} for a, b in zip(begin, [*begin[1:], 10**6], strict=True)]
    return begin if len(begin) > 1 and len(set.intersection(*parts)) > 1 else []
