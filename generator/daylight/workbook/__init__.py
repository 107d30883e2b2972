"""The workbook: an office's records as an Excel file made from the schemas, and that file read back as drafts.

`write` makes it; `is_workbook` knows it again, also saved as .ods or a sheet of it as .csv; `drafts` reads what was typed.
"""

from collections.abc import Collection, Sequence

from daylight.drafts.present import Present
from daylight.intake.cells import Sheet
from daylight.schema import load_schemas
from daylight.workbook.known import headings, is_made, know
from daylight.workbook.taken import Remark, Skip, Taken

__all__ = ["Remark", "Skip", "Taken", "drafts", "headings", "is_workbook", "write"]


def write(present: Present, kinds: Collection[str] = (), empty: bool = False) -> bytes:
    """The workbook of an office with its records of some kinds, or of all; with `empty`, without their rows.

    The same records always give the same bytes.
    """
    from daylight.workbook.records import Records
    from daylight.workbook.writing import write as run

    return run(Records(present), kinds, empty)


def is_workbook(sheets: Sequence[Sheet]) -> bool:
    """Whether a spreadsheet is a workbook that `write` made, or a sheet of it."""
    return any(is_made(sheet) or know(sheet, load_schemas()) for sheet in sheets)


def drafts(present: Present, sheets: Sequence[Sheet]) -> Taken:
    """What a workbook says, beside the records as they are now: each row is in a draft, a remark or a stated skip.

    A draft holds only what a person changed since the workbook was made; a row that nobody touched is a draft without
    fields. What was changed here and in the records is a remark that shows both. A workbook of another version, or one in
    which a sheet has lost its hidden row, has remarks and no drafts.
    """
    from daylight.workbook.drafting import drafts as run
    from daylight.workbook.records import Records

    return run(Records(present), sheets)
