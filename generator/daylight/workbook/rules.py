"""The rules of a sheet: which cells turn red while somebody types, and what may be chosen or typed in each."""

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from daylight.schema import Field, Schema
from daylight.workbook import wrong
from daylight.workbook.layout import EXAMPLE, EXAMPLE_MARK, LEFT, MARK, Plan, needed
from daylight.workbook.lists import code_list, record_list

LONGEST_TEST, LONGEST_SAID, LONGEST_ERROR, LONGEST_TITLE = (
    255,
    255,
    225,
    32,
)  # of a validation, by "Excel specifications and limits"
_STRICT = ("date", "number", "integer", "boolean")  # where nothing else can be meant


def write(sheet: Worksheet, plan: Plan, formats: dict[str, Format]) -> None:
    """Writes the rules of all columns, from the row of the example on, which is exempt wherever sorting takes it."""
    mark = xl_rowcol_to_cell(EXAMPLE, MARK, col_abs=True)
    last = LEFT + len(plan.columns) - 1
    whole = f"${xl_col_to_name(LEFT)}{EXAMPLE + 1}:${xl_col_to_name(last)}{EXAMPLE + 1}"
    looks = {
        "type": "formula",
        "criteria": f'=LEFT({mark},{len(EXAMPLE_MARK)})="{EXAMPLE_MARK}"',
        "format": formats["example"],
        "stop_if_true": True,
    }
    sheet.conditional_format(EXAMPLE, 0, plan.last, last, looks)
    for place, column in enumerate(plan.columns, LEFT):
        cell = xl_rowcol_to_cell(EXAMPLE, place)
        for test in tests(plan, column.field, place, whole):
            rule = {"type": "formula", "criteria": f"={test.format(x=cell)}", "format": formats["wrong"]}
            sheet.conditional_format(EXAMPLE, place, plan.last, place, rule)
        sheet.data_validation(EXAMPLE, place, plan.last, place, validation(plan.schema, column.field, cell))


def tests(plan: Plan, field: Field, place: int, whole: str) -> list[str]:
    """The formulas for a column that are true where the cell `{x}` is wrong; `whole` are the cells of its row."""
    found = []
    if needed(field):
        found.append(f"AND(COUNTA({whole})>0,LEN(TRIM({{x}}))=0)")
    if form := _wrong(plan.schema, field):
        found.append(f'AND({{x}}<>"",{form})')
    if field.constraints.get("unique"):
        area = f"{xl_rowcol_to_cell(EXAMPLE, place, True, True)}:{xl_rowcol_to_cell(plan.last, place, True, True)}"
        found.append(f'AND({{x}}<>"",COUNTIF({area},{{x}})>1)')
    return found


def _wrong(schema: Schema, field: Field) -> str:
    if field.refers:
        return wrong.not_there(record_list(field.refers))
    if field.categories:
        return wrong.not_in_list(f"{code_list(schema, field)}_or_value")
    return wrong.of_form(field)


def validation(schema: Schema, field: Field, cell: str) -> dict:
    """What may be chosen or typed, what is said beside the cell, and what when it is wrong.

    Where something else can be meant, such as a record that comes later, it is a warning and can be kept.
    """
    about = f"{wrong.like(field)} {field.description}".strip()
    said = {
        "input_title": field.title[:LONGEST_TITLE],
        "input_message": about if len(about) <= LONGEST_SAID else f"{about[: LONGEST_SAID - 2].rpartition(' ')[0]} …",
        "error_title": field.title[:LONGEST_TITLE],
        "error_message": wrong.must(field)[:LONGEST_ERROR],
        "error_type": "stop" if field.type in _STRICT or field.categories else "warning",
    }
    if field.refers or field.categories:
        name = record_list(field.refers) if field.refers else code_list(schema, field)
        return {"validate": "list", "source": f"={name}", **said}
    if field.type == "boolean":
        return {"validate": "list", "source": ["Yes", "No"], **said}
    test = wrong.of_form(field)
    formula = f"=NOT({test})".format(x=cell) if test else ""
    if not formula or len(formula) > LONGEST_TEST:
        return {"validate": "any", **said}
    return {"validate": "custom", "value": formula, **said}
