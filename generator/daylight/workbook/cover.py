"""The first sheet of the workbook: what it is, how it is used, what the colours mean, and what is on which sheet."""

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from daylight.site import Site
from daylight.workbook.layout import Plan

NAME = "Start here"
STEPS = (
    ("Choose a sheet.", "The list below leads to each. Most people need Awards, Organisations and Decisions."),
    ("Write one row for each record.", "Columns with * must be filled in. The grey row is an example, and is never read."),
    ("Choose from the lists.", "Add a new organisation on its own sheet first. Then you can choose it everywhere."),
    ("Look for red cells.", "A red cell is wrong or still missing. Rest on a heading to read what the column means."),
    ("Save the file, and run:", "make import FILE={file}"),
    ("Read what it says.", "It says what became of each row, and which cells must be put right."),
)
LEGEND = (
    ("legend required", "Heading *", "This column must be filled in."),
    ("legend wrong", "12500.005", "This cell is wrong, or still missing."),
    ("legend example", "Example", "An example about Barchester, which is invented. It is never read."),
)
MORE = (
    "A + above the headings opens columns that your records have not used yet.",
    "A row that is deleted here stays in the records. Import says so, and how a record can go.",
    "Leave the key of a new record empty: import makes one. Never change the key of a record.",
    "You may sort whole rows, hide and move columns, and add your own. A column that is sorted alone is refused.",
    "Leave the hidden row and the hidden column where they are: by them import knows what you changed.",
)
WIDTHS = (5, 34, 12, 100)
LONG = 105  # characters of a description that need a second line


def write(
    sheet: Worksheet, site: Site, plans: Sequence[Plan], counts: Mapping[str, int], about: str, formats: dict[str, Format]
) -> None:
    """Writes the cover. `counts` are the rows of each sheet by the name of its schema; `about` says which version this is."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 34)
    publisher = site.publisher
    office = publisher.get("short_name") or publisher.get("name") or "your office"
    sheet.write_string(0, 1, f"Records of {office}", formats["title"])
    sheet.write_string(1, 1, f"{publisher.get('name', '')}. {about}".lstrip(". "), formats["quiet"])
    row = _steps(sheet, 3, f"{publisher.key or 'office'}-workbook.xlsx", formats)
    row = _legend(sheet, row + 1, formats)
    row = _directory(sheet, row + 1, plans, counts, formats)
    for line, text in enumerate(MORE, row + 2):
        sheet.write_string(line, 1, text, formats["quiet"])
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _steps(sheet: Worksheet, row: int, file: str, formats: dict[str, Format]) -> int:
    """How it is used; gives back the next free row."""
    for number, (what, more) in enumerate(STEPS, 1):
        sheet.set_row(row, 20)
        sheet.write_number(row, 0, number, formats["number of step"])
        sheet.write_string(row, 1, what, formats["strong"])
        sheet.write_string(row, 2, more.format(file=file), formats["beside"])
        row += 1
    return row


def _legend(sheet: Worksheet, row: int, formats: dict[str, Format]) -> int:
    for looks, text, meaning in LEGEND:
        sheet.set_row(row, 20)
        sheet.write_string(row, 1, text, formats[looks])
        sheet.write_string(row, 2, meaning, formats["beside"])
        row += 1
    return row


def _directory(
    sheet: Worksheet, top: int, plans: Sequence[Plan], counts: Mapping[str, int], formats: dict[str, Format]
) -> int:
    """A line for each sheet, which leads there; the lists of a kind stand below it."""
    for place, text in enumerate(("Sheet", "Rows now", "What is on it"), 1):
        sheet.write_string(top, place, text, formats["band"])
    row = top
    for row, plan in enumerate(plans, top + 1):
        of = "of list" if plan.schema.parent else "of kind"
        sheet.set_row(row, 32 if len(plan.schema.description) > LONG else 18)
        sheet.write_url(row, 1, f"internal:'{plan.name}'!A1", formats[f"link {of}"], plan.name)
        sheet.write_number(row, 2, counts[plan.schema.name], formats[f"count {of}"])
        sheet.write_string(row, 3, plan.schema.description, formats[f"said {of}"])
    return row
