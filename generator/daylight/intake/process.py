"""One release of OCDS: what was tendered, what was agreed, and with whom, each value into a field or out for a reason."""

from daylight.drafts import Draft, DraftRow
from daylight.intake import process_parties
from daylight.intake.parties import folded
from daylight.intake.place import Place
from daylight.intake.process_fields import (
    AN_ADDRESS,
    AWARD,
    CHOSEN,
    CONTRACT,
    NO_FIELD,
    PRIVATE,
    TENDER,
    moment,
)
from daylight.intake.release import Release
from daylight.intake.taken import WHOLE
from daylight.new import is_key
from daylight.read import slug
from daylight.rules import sensitive


class Process(Release):
    """One release. Each of its values is taken into a field, or left out for a reason."""

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
        buyer, suppliers = (
            process_parties.buyer(self, fields),
            process_parties.suppliers(self, award, columns, fields.get("source", "")),
        )
        key = str(award.get("id", ""))
        made = key if is_key(key) else slug(key)
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
        buyer = process_parties.buyer(self, fields)
        key = str(tender.get("id", ""))
        made = key if is_key(key) and not key.startswith("ocds-") else slug(ocid)
        lead = buyer.get("funder") or next(
            (p for p in buyer.values() if p and folded(p.fields.get("name", "")) == folded(self.lead)), None
        )
        of = {"buyer": lead} if lead else {}
        self.records.append(("opportunity", made, {n: t for n, t in fields.items() if n != "direction"}, columns, of, [], {}))

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
