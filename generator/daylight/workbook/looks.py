"""How the workbook looks: one colour for what must be filled in, one for what is wrong, grey for what is only an example."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

INK, QUIET, PAPER, LINE = "#12324d", "#5b6770", "#f3f5f7", "#c9d1d8"
REQUIRED, WRONG, WRONG_INK = "#fff0c2", "#f9d5d3", "#9c1c13"
KIND_TAB, LIST_TAB = INK, "#9fb2c1"
MONEY, DAY, TEXT = "£#,##0.00##", "yyyy-mm-dd", "@"  # more than two decimals are shown, so that they are seen
_TOP = {"valign": "top", "font_size": 10}
_CELL = _TOP | {"text_wrap": True, "bottom": 1, "bottom_color": "#e6eaee"}
_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", "font_size": 10, "border": 1, "border_color": LINE}
_LEGEND = {"border": 1, "border_color": LINE, "align": "center", "valign": "vcenter"}
_LINK = {"font_size": 11, "font_color": "#1d5a96", "underline": 1, "valign": "top"}
_SAID = {"font_size": 11, "text_wrap": True, "valign": "top"}
_COUNT = {"font_size": 11, "num_format": "#,##0;-#,##0;–", "align": "left", "valign": "top"}
_KIND = {"top": 1, "top_color": LINE, "bold": True}  # begins a group on the cover
FORMATS = {
    "title": {"bold": True, "font_size": 16, "font_color": INK, "valign": "vcenter"},
    "quiet": {"font_size": 10, "font_color": QUIET, "valign": "vcenter"},
    "band": {"bold": True, "font_size": 10, "font_color": "#ffffff", "bg_color": INK, "valign": "vcenter"},
    "head": _HEAD | {"bg_color": PAPER, "font_color": INK},
    "head required": _HEAD | {"bg_color": REQUIRED, "font_color": INK},
    "said of kind": _SAID | _KIND | {"bold": False},
    "said of list": _SAID | {"font_color": QUIET},
    "strong": {"font_size": 11, "bold": True, "text_wrap": True, "valign": "top"},
    "link": _LINK,
    "link of kind": _LINK | _KIND,
    "link of list": _LINK | {"indent": 2},
    "number of step": {"font_size": 11, "bold": True, "font_color": QUIET, "align": "center", "valign": "top"},
    "beside": {"font_size": 11, "valign": "top", "indent": 1},
    "count of kind": _COUNT | _KIND,
    "count of list": _COUNT | {"font_color": QUIET},
    "flag": _CELL | {"font_color": QUIET, "italic": True},
    "text": _CELL | {"num_format": TEXT},
    "GBP": _CELL | {"num_format": MONEY, "text_wrap": False, "align": "right", "indent": 1},
    "number": _CELL | {"num_format": "General"},
    "date": _CELL | {"num_format": DAY, "align": "left"},
    "legend required": _LEGEND | {"bg_color": REQUIRED, "bold": True, "font_color": INK},
    "legend wrong": _LEGEND | {"bg_color": WRONG, "font_color": WRONG_INK, "bold": True, "border_color": WRONG_INK},
    "legend example": _LEGEND | {"bg_color": PAPER, "italic": True, "font_color": QUIET},
}
CONDITIONS = {  # what a rule changes in a cell: border and weight as well as colour, for those who do not see red
    "wrong": {"bg_color": WRONG, "font_color": WRONG_INK, "bold": True, "border": 1, "border_color": WRONG_INK},
    "example": {"italic": True, "font_color": QUIET, "bg_color": PAPER},
}


def formats(book: Workbook) -> dict[str, Format]:
    return {name: book.add_format(of) for name, of in (FORMATS | CONDITIONS).items()}
