"""The cover of the workbook: whose data this is, how it may be used and cited, and what is on which sheet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from daylight.describe import about
from daylight.exports.stamp import licence, stamp
from daylight.exports.table import Table
from daylight.site import Site
from daylight.views.citation import citation_of_all
from daylight.words import _

NAME = "cover"
WIDTHS = (34, 60, 12, 100)


class Part(NamedTuple):
    """What does not fit: the sheet, the cell and the length of its text, or '' and the rows; and the file that has all."""

    sheet: str
    cell: str
    length: int
    path: str


def write(
    book: Workbook, sheet: Worksheet, site: Site, tables: Sequence[Table], names: Mapping[str, str], parts: Sequence[Part]
) -> None:
    """Writes the cover. `names` are those of the sheets, by that of the table; a table without rows has no sheet."""
    strong, large = book.add_format({"bold": True, "bottom": 1}), book.add_format({"bold": True, "font_size": 16})
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, about(site.publisher.values)["title"], large)
    said = facts(site)
    for line, (name, text, address) in enumerate(said, 2):
        sheet.write_string(line, 0, name)
        _link(sheet, line, 1, text, address)
    top = len(said) + 3
    for place, text in enumerate((_("Sheet"), _("What is on it"), _("Rows"), _("About"))):
        sheet.write_string(top, place, text, strong)
    for line, table in enumerate(tables, top + 1):
        name = names.get(table.name, "")
        _link(sheet, line, 0, name or _("{name} (no rows)", name=table.name), f"internal:'{name}'!A1" if name else "")
        sheet.write_string(line, 1, _called(site, table))
        sheet.write_number(line, 2, table.count)
        sheet.write_string(line, 3, _(table.schema.description))
    if parts:
        _not_whole(sheet, top + len(tables) + 2, parts, strong)


def put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Writes a text as it is. One that begins with <r> XlsxWriter would take for its own markup, if it were not in parts."""
    if text.startswith("<r>") and len(text) > len("<r>"):
        sheet.write_rich_string(row, column, text[0], text[1], text[2:])
    else:
        sheet.write_string(row, column, text)


def facts(site: Site) -> list[tuple[str, str, str]]:
    """What the cover says, as a name, a text and the address of a link or ''. What is not known is left out."""
    said, law, home = stamp(site), licence(site), site.url("")
    lines = (
        (_("Publisher"), said.get("publisher"), ""),
        (_("Website"), site.publisher.get("website"), site.publisher.get("website", "")),
        (_("About this site"), site.publisher.get("demonstration"), ""),
        (_("Licence"), law["title"], law["path"]),
        (_("How to cite"), citation_of_all(site), ""),
        (_("Attribution"), site.publisher.get("attribution"), ""),
        (_("Published at"), home, home),
        (_("Release"), said.get("release"), ""),
        (_("Version"), said.get("version"), ""),
        (_("Commit"), said.get("commit"), ""),
        (_("Time"), said["time"], ""),
        (_("Columns"), _("The note on each heading says what the column means; the sheet dictionary says it for all."), ""),
        (_("Empty cells"), _("No value is published. An empty cell is not nought."), ""),
    )
    return [line for line in lines if line[1]]


def _called(site: Site, table: Table) -> str:
    schema = table.schema
    return f"{_(site.schemas[schema.parent].title)}: {_(schema.plural).lower()}" if schema.parent else _(schema.plural)


def _link(sheet: Worksheet, line: int, place: int, text: str, address: str) -> None:
    if address:
        sheet.write_url(line, place, address, string=text)
    else:
        put(sheet, line, place, text)


def _not_whole(sheet: Worksheet, top: int, parts: Sequence[Part], strong) -> None:
    """Each text that was too long for its cell, and each table that has more rows than a sheet can have."""
    for place, text in enumerate((_("Not whole in this workbook"), _("Cell"), _("Length"), _("Whole in"))):
        sheet.write_string(top, place, text, strong)
    for line, part in enumerate(parts, top + 1):
        put(sheet, line, 0, part.sheet)
        _link(sheet, line, 1, part.cell or _("all rows"), f"internal:'{part.sheet}'!{part.cell or 'A1'}")
        sheet.write_number(line, 2, part.length)
        sheet.write_string(line, 3, part.path)
