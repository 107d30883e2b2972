"""The values of one OCDS release: each into a field of a record, or left out for a reason."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from daylight.exports.ocds.process import is_made_here
from daylight.findings import finding, words
from daylight.intake.bodies import Bodies
from daylight.intake.cells import Cell
from daylight.intake.links import Links
from daylight.intake.process_fields import (
    AMOUNT_WORDS,
    CHANGE,
    METHODS,
    SAME,
    SHARE,
    day_of,
)
from daylight.intake.taken import Problem, Taken


class Release:
    """One release, whose values are at paths like awards/0/value/amount, each with its column. `prefix` is what stands before
    the paths of a compiled release, `tender` the path of the tender, and `parties` the bodies that the release tells of."""

    def __init__(
        self, file, schemas, links: Links, bodies: Bodies, constants, taken: Taken, at: Mapping[str, tuple[int, Cell]]
    ):
        self.file, self.schemas, self.links, self.bodies, self.constants = file, schemas, links, bodies, dict(constants)
        self.taken, self.at, self.site = taken, at, links.site
        self.prefix, self.tender, self.parties = "", "tender", []
        self.records: list[
            tuple[str, str, dict, dict, dict, list, dict]
        ] = []  # kind, key, fields, columns, parties, suppliers, lists

    def texts(self, kind: str, start: str, names: Mapping[str, str], fields: dict, columns: dict) -> None:
        """Takes the values below a path into fields; what is said again is left out, and what holds later goes before."""
        for path, name in names.items():
            if (found := self.at.get(f"{start}/{path}")) is None:
                continue
            column, cell = found
            field = self.schemas[kind].by_name[name]
            text = (
                day_of(cell.text)
                if field.type == "date"
                else f"{Decimal(cell.text):.2f}"
                if field.unit == "GBP"
                else cell.text
            )
            if field.type == "date" and not text:
                self.wrong(column, "date-unread", field=words(name), value=cell.text)
                continue
            if name in fields and name in columns and fields[name] != text and name in ("title", "amount"):
                self.left(columns[name], "the contract says what holds after all changes")
            if fields.get(name) == text and name in columns:
                self.taken.left[column] = SAME
                continue
            if name == "amount" or field.unit == "GBP":
                self.taken.paid[column] = (len(self.records), name)
            fields[name], columns[name] = text, column
            self.taken.into[column] = f"{kind}.{name}"

    def left(self, column: int, why: str) -> None:
        self.taken.into.pop(column, None)
        self.taken.paid.pop(column, None)
        self.taken.left[column] = why

    def changes(self, start: str, kind: str) -> Iterator[dict[str, str]]:
        """The amendments of an award or contract: which field was what before, as our own files say it."""
        titles = {field.title: field.name for field in self.schemas["award"].fields}
        for number in range(len(self.at)):
            at = {name: self.at.get(f"{start}/amendments/{number}/{name}") for name in ("date", "description", "rationale")}
            if not any(at.values()):
                return
            said = {name: found[1].text if found else "" for name, found in at.items()}
            for found in filter(None, (*at.values(), self.at.get(f"{start}/amendments/{number}/id"))):
                self.taken.into[found[0]] = "award.changes"
            change = CHANGE.fullmatch(said["description"])
            row = {"kind": kind, "date": day_of(said["date"]), "reason": said["rationale"]}
            if change and change[1] in titles:
                row |= {"field": titles[change[1]], "before": change[2].strip("–"), "after": change[3].strip("–")}
            elif said["description"]:
                row["reason"] = " ".join(filter(None, (said["rationale"], said["description"])))
            yield {name: text for name, text in row.items() if text}

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
        if found and found[1] in labels:
            basis = labels[found[1]]
            rest = f"{fields['purpose'][: found.start()]}{fields['purpose'][found.end() :]}".strip()
            fields |= {"amount_as_published": found[2]} if found[2] else {}
            fields["purpose"] = rest
        if share := SHARE.search(fields.get("purpose", "")):
            fields["own_share"] = share[1].replace(",", "")
            fields["purpose"] = f"{fields['purpose'][: share.start()]}{fields['purpose'][share.end() :]}".strip()
        fields.setdefault("amount_basis", basis)

    def process(self, ocid: str, fields: dict, columns: dict) -> None:
        """The number of the contracting process, unless it was made here."""
        if (found := self.at.get(f"{self.prefix}ocid")) and not is_made_here(self.site, ocid):
            fields["ocid"] = ocid
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
        self.taken.problems.append(Problem(column, finding("IMPORT", name, self.file, self.taken.row + 1, fix, **facts)))
        self.taken.into.pop(column, None)
