"""What is read from a workbook: drafts of records, what must be put right before they can be, and what was passed over."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from daylight.drafts import Draft
from daylight.findings import Finding, finding, words
from daylight.intake.place import Place
from daylight.workbook.meanings import Meanings


class Remark(NamedTuple):
    """What must be put right in a row, or with '' for the `field` about the whole of it. Row 0 is the sheet itself."""

    place: Place
    field: str
    finding: Finding


class Skip(NamedTuple):
    """A row or a column that was not read, and why, as a sentence. Nothing is lost by it."""

    place: Place
    why: str


class Taken(NamedTuple):
    """Every row with something in it is in a draft, a remark or a skip. A record of which a row has a remark is in no draft,
    and its kind and key are among those `held` back. `meanings` are what the words in the cells mean."""

    drafts: list[Draft]
    remarks: list[Remark]
    skips: list[Skip]
    held: Collection[tuple[str, str]] = ()
    meanings: Meanings | None = None


def remark(place: Place, name: str, field: str = "", fix: str = "", **facts) -> Remark:
    """A remark in the words that findings.yml has under WORKBOOK; `field` is named in it as sentences name fields."""
    said: Mapping = {"field": words(field)} | facts if field else facts
    return Remark(place, field, finding("WORKBOOK", name, place.sheet, place.row, fix, of=field, **said))
