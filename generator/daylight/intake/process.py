"""One release of OCDS: what was tendered, what was agreed, and with whom, each value into a field or out for a reason."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from daylight.drafts import Draft, DraftRow
from daylight.exports.ocds.process import is_made_here
from daylight.findings import finding, words
from daylight.intake import keys
from daylight.intake.bodies import Bodies
from daylight.intake.cells import Cell
from daylight.intake.links import Links
from daylight.intake.parties import folded
from daylight.intake.place import Place
from daylight.intake.process_fields import (
    AMOUNT_WORDS,
    AN_ADDRESS,
    AWARD,
    CHANGE,
    CHOSEN,
    CONTRACT,
    METHODS,
    NO_FIELD,
    PRIVATE,
    SAME,
    SHARE,
    TENDER,
    day_of,
    moment,
)
from daylight.intake.taken import WHOLE, Problem, Taken
from daylight.new import is_key
from daylight.rules import sensitive


class Process:
    """One release. Each of its values is taken into a field, or left out for a reason."""

    def __init__(
        self, file, schemas, links: Links, bodies: Bodies, constants, taken: Taken, at: Mapping[str, tuple[int, Cell]]
    ):
        self.file, self.schemas, self.links, self.bodies, self.constants = file, schemas, links, bodies, dict(constants)
        self.taken, self.at, self.site = taken, at, links.site
        self.records: list[
            tuple[str, str, dict, dict, dict, list, dict]
        ] = []  # kind, key, fields, columns, parties, suppliers, lists

    def made(self, release: dict) -> "Process":
        """Reads the release, or the compiled release of a record."""
        prefix = ""
        if "releases" in release or "compiledRelease" in release:
            prefix, release = "compiledRelease/", release.get("compiledRelease")
            if not isinstance(release, dict):
                self.wrong(WHOLE, "no-release")
                release = {}
        self.prefix, self.tender, self.parties = prefix, f"{prefix}tender", release.get("parties") or []
        self.lead = str((release.get("buyer") or {}).get("name", ""))
        tags, ocid = set(release.get("tag") or ()), str(release.get("ocid") or "")
        awards, contracts = release.get("awards") or [], release.get("contracts") or []
        tendered = (
            bool(tags & {"tender", "tenderUpdate", "planning", "planningUpdate"})
            or not awards
            or f"{self.tender}/tenderPeriod/endDate" in self.at
        )
        for number, award in enumerate(awards):
            held = next((n for n, c in enumerate(contracts) if c.get("awardID") == award.get("id")), -1)
            self.award(number, held, award, ocid, tendered and bool(release.get("tender")))
        if tendered and release.get("tender"):
            self.opportunity(release["tender"], ocid)
        if not self.records and not self.taken.wrong:
            self.wrong(WHOLE, "no-award")
        return self

    def award(self, number: int, held: int, award: dict, ocid: str, apart: bool) -> None:
        """An award and its contract, which says what holds after all changes."""
        own, fields, columns = f"{self.prefix}awards/{number}", {"type": "contract", "direction": "out"} | self.constants, {}
        self.texts("award", own, AWARD, fields, columns)
        if held >= 0:
            self.texts("award", f"{self.prefix}contracts/{held}", CONTRACT, fields, columns)
        if not apart:
            self.texts("award", self.tender, CHOSEN, fields, columns)
            self.method(fields)
        if "title" not in fields and (title := self.at.get(f"{self.tender}/title")):
            fields["title"], columns["title"] = title[1].text, title[0]
            self.taken.into.setdefault(title[0], "award.title")
        rows = {"changes": list(self.changes(f"{self.prefix}contracts/{held}", "variation"))} if held >= 0 else {}
        rows["changes"] = [*rows.get("changes", ()), *self.changes(own, "withdrawal")]
        self.basis(fields)
        if award.get("status") in ("cancelled", "unsuccessful"):
            fields["status"] = "withdrawn"
        self.process(ocid, fields, columns)
        self.source(own, fields)
        buyer, suppliers = self.buyer(fields), self.suppliers(award, columns, fields.get("source", ""))
        key = str(award.get("id", ""))
        made = key if is_key(key) else keys.slug(key, keys.LONGEST)
        self.records.append(("award", made, fields, columns, buyer, suppliers, rows))

    def opportunity(self, tender: dict, ocid: str) -> None:
        """A tender as an opportunity, or talks with the market before one."""
        fields, columns = {"kind": "market_engagement" if tender.get("status") == "planning" else "tender"}, {}
        fields |= {name: text for name, text in self.constants.items() if name == "source"}
        self.texts("opportunity", self.tender, TENDER, fields, columns)
        closes = self.at.get(f"{self.tender}/tenderPeriod/endDate")
        if closes and (time := moment(closes[1].text)) and time.strftime("%H:%M") != "23:59":
            fields["closes_at"] = time.strftime("%H:%M")
        self.process(ocid, fields, columns)
        self.source(self.tender, fields)
        buyer = self.buyer(fields)
        key = str(tender.get("id", ""))
        made = key if is_key(key) and not key.startswith("ocds-") else keys.slug(f"{ocid}", keys.LONGEST)
        lead = buyer.get("funder") or next(
            (p for p in buyer.values() if p and folded(p.fields.get("name", "")) == folded(self.lead)), None
        )
        parties = {"buyer": lead} if lead else {}
        self.records.append(
            ("opportunity", made, {n: t for n, t in fields.items() if n != "direction"}, columns, parties, [], {})
        )

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

    def buyer(self, fields: dict) -> dict:
        """Who pays, where that is not the office itself; where the office is one of several, the others pay with it."""
        found = self.at.get(f"{self.prefix}buyer/id"), self.at.get(f"{self.prefix}buyer/name")
        identifier, name = (cell[1].text if cell else "" for cell in found)
        several = [p for p in self.parties if "buyer" in (p.get("roles") or ())]
        mine = any(self.bodies.is_office(str(p.get("id", "")), str(p.get("name", ""))) for p in several)
        if not (identifier or name) or self.bodies.is_office(identifier, name) or mine:
            others = [p for p in several if not self.bodies.is_office(str(p.get("id", "")), str(p.get("name", "")))]
            source = fields.get("source", "")
            return {
                f"with {n}": self.party(str(p.get("id", "")), str(p.get("name", "")), source) for n, p in enumerate(others)
            }
        self.bodies.others.add(name or identifier)
        fields["direction"] = self.constants.get("direction", "pass_through")
        return {"funder": self.party(identifier, name, fields.get("source", ""))}

    def suppliers(self, award: dict, columns: dict, source: str) -> list:
        found = []
        for supplier in award.get("suppliers") or ():
            identifier, name = str(supplier.get("id", "")), str(supplier.get("name", ""))
            column = next((c for path, (c, cell) in self.at.items() if path.endswith("/name") and cell.text == name), WHOLE)
            columns.setdefault("recipient", column)
            if self.bodies.is_individual(identifier, name):
                found.append(None)
            elif self.bodies.is_person(name):
                self.wrong(column, "person")
            else:
                found.append(self.party(identifier, name, source))
        return found

    def party(self, identifier: str, name: str, source: str):
        """The organisation that a release names, with what its parties say of it."""
        number = next((n for n, party in enumerate(self.parties) if party.get("id") == identifier), -1)
        named, taken = self.bodies.named(identifier, name, self.parties[number] if number >= 0 else {})
        for path, into in taken.items():
            if (found := self.at.get(f"{self.prefix}parties/{number}/{path}")) is not None:
                self.taken.into[found[0]] = f"organisation.{into}"
        answer = self.links.parties.find(named, Place(self.taken.sheet, self.taken.row + 1, {}), source)
        if answer.party is None:
            self.wrong(WHOLE, answer.why, field="supplier")
        return answer.party

    def finish(self) -> None:
        """Makes the drafts, and says of every value that went nowhere why."""
        for kind, key, fields, columns, parties, suppliers, lists in self.records:
            fields |= {name: party.key for name, party in parties.items() if party and not name.startswith("with ")}
            rows = {name: [DraftRow(row) for row in of] for name, of in lists.items() if of}
            if others := [party for name, party in parties.items() if party and name.startswith("with ")]:
                rows["co_commissioners"] = [DraftRow({"organisation": party.key}) for party in others]
            if None in suppliers:
                fields["recipient_individual"] = "yes"
            elif len(suppliers) == 1:
                fields["recipient"] = suppliers[0].key
            elif suppliers:
                rows["recipients"] = [DraftRow({"organisation": party.key}) for party in suppliers]
            names = [party.fields.get("name", "") for party in (*parties.values(), *suppliers) if party]
            if kind == "award" and sensitive.tells("\n".join([*names, *(fields.get(n, "") for n in sensitive.TEXTS)])):
                fields["geo_policy"] = "county"
            at = Place(
                self.taken.sheet, self.taken.row + 1, {name: column + 1 for name, column in columns.items() if column >= 0}
            )
            self.taken.drafts = [*self.taken.drafts, Draft(kind, key, {n: t for n, t in fields.items() if t}, rows, at)]
        for path, (column, _cell) in self.at.items():
            if column not in self.taken.into:
                self.taken.left.setdefault(column, AN_ADDRESS if PRIVATE.search(path) else NO_FIELD)
            self.taken.left.pop(column, None) if column in self.taken.into else None

    def wrong(self, column: int, name: str, fix: str = "", **facts) -> None:
        self.taken.problems.append(Problem(column, finding("IMPORT", name, self.file, self.taken.row + 1, fix, **facts)))
        self.taken.into.pop(column, None)
