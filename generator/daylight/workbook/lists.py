"""The hidden sheet of lists: what may be chosen in a cell, each list with a defined name.

A list of records grows as their sheet is filled: what is added there can be chosen at once.
"""

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from daylight.schema import Field, Schema
from daylight.workbook.cells import Names
from daylight.workbook.layout import EXAMPLE, EXAMPLE_MARK, MARK, Plan

NAME = "Lists"


def code_list(schema: Schema, field: Field) -> str:
    """The defined name of the labels of a field's values."""
    return f"list_{schema.name}_{field.name}"


def record_list(kind: str) -> str:
    """The defined name of the records of a kind."""
    return f"records_{kind}"


class _Sheet(Worksheet):
    """A sheet whose formulas use no function that came after Excel 2007: in each, XlsxWriter would look for 35 of them."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


def write(book: Workbook, plans: Sequence[Plan], names: Names, there: Mapping[str, Sequence[str]]) -> None:
    """Writes all lists that the sheets of the plans need, each in a column: above it how long it is.

    `names` are those of all records of the office, `there` those on the sheets, in the order of the rows.
    """
    sheet, column = book.add_worksheet(NAME, _Sheet), 0
    sheet.hide()
    for plan in plans:
        for field in (c.field for c in plan.columns if c.field.categories):
            _codes(book, sheet, column, code_list(plan.schema, field), field)
            column += 1
    by_kind = {plan.schema.name: plan for plan in plans}
    for kind in dict.fromkeys(c.field.refers for plan in plans for c in plan.columns if c.field.refers):
        now = there.get(kind, ())
        on_sheet = set(now)
        known = [name for name in names[kind].values() if name not in on_sheet]
        _records(book, sheet, column, record_list(kind), known, by_kind.get(kind), now)
        column += 1


def _codes(book: Workbook, sheet: Worksheet, column: int, name: str, field: Field) -> None:
    """The labels, and below them the values themselves, which are no choice and not wrong either."""
    labels, values = list(field.labels.values()), list(field.labels)
    for row, text in enumerate((*labels, *values), 1):
        sheet.write_string(row, column, text)
    for end, count in (("", len(labels)), ("_or_value", 2 * len(labels))):
        book.define_name(f"{name}{end}", f"={NAME}!{_area(column, 1, count)}")


def _records(
    book: Workbook, sheet: Worksheet, column: int, name: str, known: Sequence[str], plan: Plan | None, now: Sequence[str]
) -> None:
    """The records that are `known` and on no sheet, then what stands on the sheet of the plan: `now`, and what comes."""
    for row, text in enumerate(known, 1):
        sheet.write_string(row, column, text)
    count = len(known) + len(now)
    for number in range(plan.rows + 1 if plan else 0):
        text = now[number] if number < len(now) else ""
        sheet.write_formula(len(known) + 1 + number, column, _formula(plan, (number + 1) % (plan.rows + 1)), None, text)
    area = _area(column, 1, max(1, len(known) + (plan.rows + 1 if plan else 0)))
    sheet.write_formula(0, column, f'=MAX(1,SUMPRODUCT(MAX(({area}<>"")*(ROW({area})-1))))', None, max(1, count))
    top, long = (f"{NAME}!{xl_rowcol_to_cell(row, column, True, True)}" for row in (1, 0))
    book.define_name(name, f"={top}:INDEX({NAME}!{area},{long})")


def _formula(plan: Plan, number: int) -> str:
    """What the record in a row of a sheet is called; '' for the example, and where there is none.

    Row 0 is that of the example, into which sorting brings a record: it ends the list.
    """
    title, key, mark = (
        f"INDEX('{plan.name}'!{_area(place, EXAMPLE, plan.last)},{number + 1})"
        for place in (plan.place(plan.schema.label or "key"), plan.place("key"), MARK)
    )
    name = f'IF({title}="",{key},{title})'
    nothing = f'OR(LEFT({mark},{len(EXAMPLE_MARK)})="{EXAMPLE_MARK}",AND({title}="",{key}=""))'
    return f'=IFERROR(IF({nothing},"",{name}&IF({key}="",""," ["&{key}&"]")),"")'  # a row that was deleted is an error


def _area(column: int, first: int, last: int) -> str:
    letter = xl_col_to_name(column)
    return f"${letter}${first + 1}:${letter}${last + 1}"
