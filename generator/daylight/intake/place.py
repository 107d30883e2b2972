"""Where in a spreadsheet something was read: what findings about it name."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """A row of a sheet, and the columns of its fields by name; both count from 1. Row 0 is the whole sheet."""

    sheet: str
    row: int
    columns: Mapping[str, int] = {}
