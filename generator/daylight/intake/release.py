"""The values of one OCDS release: each into a field of a record, or left out for a reason."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from daylight.exports.ocds.process import is_made_here
from daylight.findings import words
from daylight.intake.bodies import Bodies
from daylight.intake.cells import Cell
from daylight.intake.party import Party
from daylight.intake.process_fields import AMOUNT_WORDS, METHODS, SAME, SHARE, day_of
from daylight.intake.readings import read
from daylight.intake.shared import Shared
from daylight.intake.taken import Taken
from daylight.rules.num_01 import ENDS

AFTER = "the contract says what holds after all changes"


class Made(NamedTuple):
    """A record that a release makes: its fields and the column of each, who pays, who supplies, and its lists."""

    kind: str
    key: str
    fields: dict[str, str]
    columns: dict[str, int]
    payers: dict[str, Party | None]
    suppliers: list[Party | None]
    rows: dict[str, list[dict[str, str]]]


class Release:
    """One release, whose values are at paths like awards/0/value/amount, each with its column. `prefix` is what stands before
    the paths of a compiled release, `tender` the path of the tender, `parties` the bodies that the release tells of, `payer`
    who pays, with its path, `ours` whether this program made it, and `only_planned` whether it tells of no more than talks."""

    def __init__(self, file, schemas, bodies: Bodies, shared: Shared, taken: Taken, at: Mapping[str, tuple[int, Cell]]):
        self.file, self.schemas, self.bodies, self.shared, self.taken, self.at = file, schemas, bodies, shared, taken, at
        self.links, self.site, self.constants = shared.links, shared.site, dict(shared.constants)
        self.prefix, self.tender, self.ocid, self.ours = "", "tender", "", False
        self.only_planned = False
        self.parties: list[dict] = []
        self.payer: tuple[dict, str] = {}, ""
        self.records: list[Made] = []

    def texts(self, kind: str, start: str, names: Mapping[str, str], fields: dict, columns: dict) -> None:
        """Takes the values below a path into fields; what is said again is left out, and what holds later goes before."""
        for path, name in names.items():
            if (found := self.at.get(f"{start}/{path}")) is None or (text := self.text(kind, name, *found)) is None:
                continue
            column = found[0]
            if name in columns and fields[name] != text and name in ("title", "amount"):
                self.left(columns[name], AFTER)
            if name in columns and fields.get(name) == text:
                self.taken.left[column] = SAME
                continue
            if self.schemas[kind].by_name[name].unit == "GBP":
                self.taken.paid[column] = (len(self.records), name)
            fields[name], columns[name] = text, column
            self.taken.into[column] = f"{kind}.{name}"

    def text(self, kind: str, name: str, column: int, cell: Cell) -> str | None:
        """What a value says in a field; None, and what must be put right, where it says nothing that the field holds."""
        field = self.schemas[kind].by_name[name]
        if field.type == "date":
            if not (day := day_of(cell.text)):
                self.wrong(column, "date-unread", field=words(name), value=cell.text)
            return day or None
        if field.unit != "GBP" and not field.categories:
            return cell.text
        reading = read(field, cell)
        if reading.why:
            self.wrong(column, reading.why, reading.fix, field=words(name), value=cell.text)
        return reading.text or None

    def left(self, column: int, why: str) -> None:
        self.taken.into.pop(column, None)
        self.taken.paid.pop(column, None)
        self.taken.left[column] = why

    def method(self, fields: dict) -> None:
        found = self.at.get(f"{self.tender}/procurementMethod")
        if found and found[1].text in METHODS:
            fields["competition"] = METHODS[found[1].text]
            self.taken.into[found[0]] = "award.competition"

    def basis(self, fields: dict) -> None:
        """How exact the amount is; our own files say it in the words of the description."""
        labels = {label: value for value, label in self.schemas["award"].by_name["amount_basis"].labels.items()}
        basis = "exact" if "amount" in fields else "not_published"
        found = AMOUNT_WORDS.search(fields.get("purpose", ""))
        if found and labels.get(found[1]) in ENDS:  # which OCDS has no place for, so that the words stay
            fields |= {"amount_as_published": found[2]} if found[2] else {}
        elif found and found[1] in labels:
            basis = labels[found[1]]
            rest = f"{fields['purpose'][: found.start()]}{fields['purpose'][found.end() :]}".strip()
            fields |= {"amount_as_published": found[2]} if found[2] else {}
            fields["purpose"] = rest
        if share := SHARE.search(fields.get("purpose", "")):
            fields["own_share"] = share[1].replace(",", "")
            fields["purpose"] = f"{fields['purpose'][: share.start()]}{fields['purpose'][share.end() :]}".strip()
        fields.setdefault("amount_basis", basis)

    def process(self, fields: dict, columns: dict) -> None:
        """The number of the contracting process, unless it was made here."""
        if (found := self.at.get(f"{self.prefix}ocid")) and not is_made_here(self.site, self.ocid):
            fields["ocid"] = self.ocid
            columns["ocid"] = found[0]
            self.taken.into[found[0]] = "award.ocid"

    def source(self, start: str, fields: dict) -> None:
        """The address of the first document, which is the notice, where nobody names another."""
        if "source" in fields:
            return
        places = (start, self.tender, f"{self.prefix}planning", rf"{self.prefix}awards/\d+")
        for place in places:
            for path, (column, cell) in self.at.items():
                if re.fullmatch(rf"{place}/documents/\d+/url", path) and re.fullmatch(r"https?://\S+", cell.text):
                    fields["source"] = cell.text
                    self.taken.into[column] = "award.source"
                    return

    def wrong(self, column: int, name: str, fix: str = "", **facts) -> None:
        self.taken.mend(self.file, column, name, fix, **facts)
