"""Where in a spreadsheet something was read: what findings about it name."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """A row of a sheet, counted from 1 as spreadsheets show it, and the columns of its fields by name, counted from 0."""

    sheet: str
    row: int
    columns: Mapping[str, int] = {}
