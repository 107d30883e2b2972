"""JSON as a sheet: each object a row, each value a cell below the path that leads to it, so that none is overlooked."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from daylight.intake.cells import BLANK, NOTHING, NUMBER, TEXT, Cell, Sheet, cell, trimmed

PACKAGE = "package"  # what the sheet of a file's own facts is called
LONGEST = 40  # digits of a number; one with more is no amount of anything, and is left as it is written


class Flat(NamedTuple):
    """The rows of a JSON file: a sheet called as their list is, with the paths in its first row, and one with all else."""

    rows: Sheet
    rest: Sheet


def flat(name: str, rows: Sequence[dict], rest: dict) -> Flat:
    """The objects of the list `name`, and what stands beside it."""
    leaves = [_by_path(row) for row in rows]
    columns = {path: place for place, path in enumerate(dict.fromkeys(path for of in leaves for path in of))}
    grid = [[Cell(path, TEXT) for path in columns]]
    for of in leaves:
        cells = [NOTHING] * len(columns)
        for path, one in of.items():
            cells[columns[path]] = one
        grid.append(trimmed(cells))
    about = [[Cell(path, TEXT), one] for path, one in leaves_of(rest) if one.kind != BLANK]
    return Flat(Sheet(name, grid), Sheet(PACKAGE, about))


def _by_path(row: dict) -> dict[str, Cell]:
    """The values of an object by their paths; of two at one path, since a name may hold a slash, both."""
    found: dict[str, Cell] = {}
    for path, cell_ in leaves_of(row):
        number = 2
        while path in found:
            path, number = f"{path.removesuffix(f' ({number - 1})')} ({number})", number + 1
        found[path] = cell_
    return found


def leaves_of(value, path: str = "") -> Iterator[tuple[str, Cell]]:
    """Each value with the path to it, like `recipientOrganization/0/name`. Texts of one list stand in one cell, with
    semicolons between, as in the spreadsheets of 360Giving."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves_of(inner, f"{path}/{name}" if path else name)
    elif isinstance(value, list):
        if value and all(isinstance(inner, str) for inner in value):
            yield path, cell(";".join(value))
        else:
            for number, inner in enumerate(value):
                yield from leaves_of(inner, f"{path}/{number}")
    else:
        yield path, _cell(value)


def _cell(value) -> Cell:
    if isinstance(value, Decimal):
        return Cell(f"{value:f}" if abs(value.adjusted()) < LONGEST else str(value), NUMBER)
    return cell(value)


def items(at: Mapping[str, tuple[int, Cell]], start: str) -> Iterator[dict[str, tuple[int, Cell]]]:
    """The items of the list at a path, in their order, each by the paths below it. Cells stand with their columns."""
    found: dict[int, dict[str, tuple[int, Cell]]] = {}
    for path, there in at.items():
        number, _, inner = path.removeprefix(f"{start}/").partition("/")
        if path.startswith(f"{start}/") and number.isdigit():
            found.setdefault(int(number), {})[inner] = there
    return (found[number] for number in sorted(found))
