"""One release of OCDS: what was tendered, what was agreed, and with whom, each value into a field or out for a reason."""

import re
from collections.abc import Iterator

from daylight.drafts import Draft, DraftRow
from daylight.intake import keys, process_parties, release_lists
from daylight.intake.parties import folded
from daylight.intake.place import Place
from daylight.intake.process_fields import (
    ALONE,
    AN_ADDRESS,
    AWARD,
    CHOSEN,
    CONTRACT,
    NO_FIELD,
    PRIVATE,
    TENDER,
    moment,
)
from daylight.intake.release import Made, Release
from daylight.intake.shapes import misshapen
from daylight.intake.taken import WHOLE
from daylight.new import is_key
from daylight.read import slug
from daylight.rules import sensitive

NO_AWARD = -1
PENDING = "it is only proposed, and no award yet"
BY_CONTRACTS = "its contracts say how much each of them comes to"


class Process(Release):
    """One release. Each of its values is taken into a field, or left out for a reason."""

    def made(self, release: dict) -> "Process":
        """Reads the release, or the compiled release of a record."""
        if "releases" in release or "compiledRelease" in release:
            self.prefix, release = "compiledRelease/", release.get("compiledRelease")
            if not isinstance(release, dict):
                self.wrong(WHOLE, "no-release")
                return self
        if shapes := list(misshapen(release)):
            for path, form in shapes:
                self.wrong(WHOLE, "shape", value=path, form=form)
            return self
        self.tender, self.parties = f"{self.prefix}tender", release.get("parties") or []
        self.payer, self.ocid = process_parties.payer(release), str(release.get("ocid") or "")
        self.ours = re.fullmatch(rf"{re.escape(self.ocid)}/[0-9a-f]{{16}}", str(release.get("id"))) is not None
        tender, awards = release.get("tender"), release.get("awards") or []
        tags = {"tender", "tenderUpdate", "planning", "planningUpdate"} & set(release.get("tag") or ())
        tendered = bool(tags) or not (awards or release.get("contracts")) or f"{self.tender}/tenderPeriod/endDate" in self.at
        for number, held, whole in self.agreed(awards, release.get("contracts") or []):
            self.award(number, held, whole, tendered and bool(tender))
        if tendered and tender:
            self.opportunity(tender)
        if not self.records and not self.taken.wrong:
            self.wrong(WHOLE, "no-award")
        return self

    def agreed(self, awards: list[dict], contracts: list[dict]) -> Iterator[tuple[int, int, dict]]:
        """Each agreement: the number of its award and of its contract, -1 where it has none, and the one that names it. An
        award with several contracts is as many agreements; one that is only proposed, and has no contract, is none."""
        for number, award in enumerate(awards):
            of = [n for n, contract in enumerate(contracts) if contract.get("awardID") == award.get("id")]
            start = f"{self.prefix}awards/{number}/"
            if award.get("status") == "pending" and not of:
                self.taken.left |= {c: PENDING for path, (c, _) in self.at.items() if path.startswith(start)}
                continue
            if len(of) > 1 and (value := self.at.get(f"{start}value/amount")):
                self.taken.left[value[0]] = BY_CONTRACTS
            yield from ((number, n, award | {"id": contracts[n].get("id")}) for n in of if len(of) > 1)
            yield from ((number, n, award) for n in of or [NO_AWARD] if len(of) <= 1)
        known = [award.get("id") for award in awards]
        yield from ((NO_AWARD, n, contract) for n, contract in enumerate(contracts) if contract.get("awardID") not in known)

    def award(self, number: int, held: int, whole: dict, apart: bool) -> None:
        """An award and its contract, which says what holds after all changes."""
        own, contract = f"{self.prefix}awards/{number}", f"{self.prefix}contracts/{held}"
        fields, columns = {"type": "contract", "direction": "out"} | self.constants, {}
        value = self.at.get(f"{own}/value/amount", (WHOLE,))[0]
        skipped = {"value/amount"} if self.taken.left.get(value) == BY_CONTRACTS else set()
        self.texts("award", own, {path: name for path, name in AWARD.items() if path not in skipped}, fields, columns)
        self.texts("award", contract, ALONE if number == NO_AWARD else CONTRACT, fields, columns)
        if not apart:
            self.texts("award", self.tender, CHOSEN, fields, columns)
            self.method(fields)
        if "title" not in fields and (title := self.at.get(f"{self.tender}/title")):
            fields["title"], columns["title"] = title[1].text, title[0]
            self.taken.into.setdefault(title[0], "award.title")
        changes = [*release_lists.changes(self, contract, "variation"), *release_lists.changes(self, own, "withdrawal")]
        rows = {"changes": changes, "payments": list(release_lists.payments(self, contract))}
        self.basis(fields)
        if whole.get("status") in ("cancelled", "unsuccessful"):
            fields["status"] = "withdrawn"
        self.process(fields, columns)
        self.source(own, fields)
        payers = process_parties.buyers(self, fields)
        start = f"awards/{number}" if number != NO_AWARD else ""
        suppliers = process_parties.suppliers(self, whole, start, columns, fields.get("source", ""))
        key = self.key(str(whole.get("id") or ""))
        if any((made.kind, made.key) == ("award", key) for made in self.records):
            self.wrong(WHOLE, "award-twice", value=str(whole.get("id") or ""))
        self.records.append(Made("award", key, fields, columns, payers, suppliers, rows))

    def key(self, identifier: str) -> str:
        """The key of an award: its id in a file of our own; elsewhere ids are counted anew in each process, so that the number
        of the process goes before, unless it is in the id."""
        there = self.site.get("award", identifier)
        if is_key(identifier) and (self.ours or (there and there.get("ocid") == self.ocid)):
            return identifier
        return keys.short(identifier if slug(self.ocid) in slug(identifier, 10**6) else f"{self.ocid}-{identifier}")

    def opportunity(self, tender: dict) -> None:
        """A tender as an opportunity, or talks with the market before one."""
        fields, columns = {"kind": "market_engagement" if tender.get("status") == "planning" else "tender"}, {}
        fields |= {name: text for name, text in self.constants.items() if name == "source"}
        self.texts("opportunity", self.tender, TENDER, fields, columns)
        closes = self.at.get(f"{self.tender}/tenderPeriod/endDate")
        if closes and (time := moment(closes[1].text)) and time.strftime("%H:%M") != "23:59":
            fields["closes_at"] = time.strftime("%H:%M")
        self.process(fields, columns)
        self.source(self.tender, fields)
        payers = process_parties.buyers(self, fields)
        name = folded(str(self.payer[0].get("name", "")))
        named = (party for party in payers.values() if party and folded(party.fields.get("name", "")) == name)
        lead = payers.get("funder") or next(named, None)
        key = str(tender.get("id", ""))
        made = key if self.ours and is_key(key) and not key.startswith("ocds-") else keys.short(self.ocid or key)
        fields.pop("direction", None)
        self.records.append(Made("opportunity", made, fields, columns, {"buyer": lead} if lead else {}, [], {}))

    def finish(self) -> None:
        """Makes the drafts, and says of every value that went nowhere why."""
        self.taken.drafts = [self.draft(made) for made in self.records]
        for path, (column, _cell) in self.at.items():
            if column in self.taken.into:
                self.taken.left.pop(column, None)
            else:
                self.taken.left.setdefault(column, AN_ADDRESS if PRIVATE.search(path) else NO_FIELD)

    def draft(self, made: Made) -> Draft:
        """A record, led to the organisations that now have keys."""
        fields = made.fields | {name: p.key for name, p in made.payers.items() if p and not name.startswith("with ")}
        rows = {name: [DraftRow(row) for row in of] for name, of in made.rows.items() if of}
        if others := [party for name, party in made.payers.items() if party and name.startswith("with ")]:
            rows["co_commissioners"] = [DraftRow({"organisation": party.key}) for party in others]
        bodies = [party for party in made.suppliers if party]
        if len(bodies) < len(made.suppliers):
            fields["recipient_individual"] = "yes"
        if len(made.suppliers) == len(bodies) == 1:
            fields["recipient"] = bodies[0].key
        elif bodies:
            rows["recipients"] = [DraftRow({"organisation": party.key}) for party in bodies]
        names = [party.fields.get("name", "") for party in (*made.payers.values(), *bodies) if party]
        texts = [fields.get(name, "") for name in sensitive.TEXTS]
        if made.kind == "award" and sensitive.tells("\n".join([*names, *texts])):
            fields["geo_policy"] = "county"
        columns = {name: column + 1 for name, column in made.columns.items() if column >= 0}
        at = Place(self.taken.sheet, self.taken.row + 1, columns)
        return Draft(made.kind, made.key, {name: text for name, text in fields.items() if text}, rows, at)
