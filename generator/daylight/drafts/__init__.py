"""Records that somebody proposes, from a workbook, a spreadsheet or a form, before they are files.

`propose` says of each what it would change and what is wrong with it, by the same checks that every record meets, and makes
the files; `write` writes them. Nothing is taken away that is not said to be, and what is wrong is not written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from daylight import describe, load
from daylight.findings import Finding
from daylight.schema import load_schemas
from daylight.writing.files import put

if TYPE_CHECKING:
    from daylight.drafts.present import Present

ADDED, CHANGED, SAME, HELD = "added", "changed", "same", "held"
Fields = Mapping[str, str | None]


@dataclass(frozen=True)
class DraftRow:
    """A row of a list of a record. `number` is its place in the list as it is now, from 1; None for a new row. A new row that
    says what one in the list says already is that row. `at` is the caller's: where the row came from."""

    fields: Fields
    number: int | None = None
    at: object = None


@dataclass(frozen=True)
class Draft:
    """A record as somebody proposes it, new or to be changed, in texts as they stand in YAML: "12500.00", "2024-05-01", "yes".

    A field or row that is not there stays as it is; a field that is None is taken away. `at` is the caller's.
    """

    kind: str
    key: str
    fields: Fields
    rows: Mapping[str, Sequence[DraftRow]] = field(default_factory=dict)
    at: object = None


class Step(NamedTuple):
    """One field that would change: in the record itself, or in row `number` of a `list`. '' where there was or is nothing.
    `at` is that of the row, or None."""

    list: str
    number: int
    field: str
    before: str
    after: str
    at: object = None


class Said(NamedTuple):
    """What is wrong with a draft: the finding, where it stands in the record ('' and 0 where not in a list, `field` '' where
    it is about several), and the `at` of the draft or of its row."""

    list: str
    number: int
    field: str
    at: object
    finding: Finding


@dataclass
class Result:
    """What would become of a draft. `outcome` is "added", "changed", "same" or "held", which has an error and is in no file.
    `path` is where the record stands or would stand, below the office. `steps` hold texts as they were given: what looks
    private in them is for the caller to hide."""

    draft: Draft
    outcome: str = SAME
    path: str = ""
    steps: list[Step] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


@dataclass(frozen=True)
class Proposal:
    """A result for each draft, in their order; the new bytes of each file that would change, by its path below the office; and
    what is found anew in records of which there is no draft."""

    results: list[Result]
    files: dict[str, bytes]
    elsewhere: list[Finding]


def propose(office: "Path | Present", drafts: Sequence[Draft], today: str) -> Proposal:
    """What drafts would change in an office, checked on an ISO day. Nothing is written.

    A draft with an error is held back, and so is one that refers to a record that is held back. An office that was read
    already is not read again.
    """
    from daylight.drafts.present import Present
    from daylight.drafts.proposing import propose as run

    return run(office if isinstance(office, Present) else Present(office, today), drafts, today)


def write(office: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files of a proposal, each at once: a reader sees the old one or the new one. Tables are described anew."""
    put(office, files)
    if any(name.endswith(".csv") for name in files):
        described = describe.describe(office, load_schemas(), load.files(office))
        (office / describe.PACKAGE).write_bytes(described)
