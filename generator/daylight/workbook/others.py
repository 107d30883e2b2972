"""What stands on a sheet beside the fields of today: columns of an older version, and what somebody added for themselves."""

from collections.abc import Iterator, Mapping, Sequence

from daylight.intake.cells import BLANK
from daylight.intake.headings import OURS
from daylight.intake.place import Place
from daylight.workbook.cells import KEYED
from daylight.workbook.known import Known, at, heading, is_ours
from daylight.workbook.layout import EXAMPLE_MARK, fingerprint
from daylight.workbook.made import unmarked
from daylight.workbook.taken import Remark, Skip, remark

Labels = Mapping[tuple[str, str], Sequence[Mapping[str, str]]]  # of the values of a field then, by schema and field


def outdated(known: Known, labels: Labels) -> Iterator[Remark | Skip]:
    """Columns of fields that went or mean something else: refused where a person wrote something into them."""
    for word, columns in (("gone", known.gone), ("meaning", known.changed)):
        for field, column in columns.items():
            where = place(known, known.row, {field: column})
            title = heading(known, column) or field
            below = range(known.row + 1, len(known.sheet.rows))
            if any(_is_written(known, labels, number, field, column) for number in below):
                yield remark(where, word, kind=known.schema.plural.lower(), title=title)
            else:
                yield Skip(where, f"The column “{title}” is of an older version; nobody changed anything in it.")


def _is_written(known: Known, labels: Labels, number: int, field: str, column: int) -> bool:
    """Whether a cell says something that it did not say when the workbook was made."""
    row = known.sheet.rows[number]
    mark, cell = at(row, known.mark).text, at(row, column)
    if is_ours(known, number) or mark.startswith(EXAMPLE_MARK):
        return False
    sign = unmarked(mark)[1].get(field) if mark else None
    said = _forms(labels.get((known.schema.name, field), ()), cell.text)
    return cell.kind != BLANK if sign is None else sign not in map(fingerprint, said)


def _forms(labels: Sequence[Mapping[str, str]], text: str) -> Iterator[str]:
    """All texts that a cell of a column can have been made from of which nobody knows any more what its values mean."""
    yield from (text, text.lower(), f"{text}.00", f"{text}0")
    yield from (of["value"] for of in labels if of["label"] == text)
    if named := KEYED.fullmatch(text):
        yield named[1]


def own(known: Known) -> Iterator[Skip]:
    """The columns that somebody added, and notes beside the example."""
    for column in known.own:
        cells = [at(row, column) for number, row in enumerate(known.sheet.rows) if not is_ours(known, number)]
        title = heading(known, column) or f"number {column + 1}"
        if (count := sum(cell.kind != BLANK for cell in cells)) and title != OURS:
            why = f"The column “{title}” is your own, and was not read ({count} cell{'' if count == 1 else 's'})."
            yield Skip(place(known, known.row + 1, {"": column}), why)
    for number, row in enumerate(known.sheet.rows):
        if not is_ours(known, number) and (text := at(row, known.flag).text) and text != "Example":
            why = "The first column is not read. What you wrote there stays in your file only."
            yield Skip(place(known, number, {"": known.flag}), why)


def place(known: Known, row: int, columns: Mapping[str, int]) -> Place:
    """A place on a sheet; here rows and columns count from 0, in a `Place` from 1."""
    return Place(known.sheet.name, row + 1, {field: column + 1 for field, column in columns.items()})
