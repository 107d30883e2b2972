"""One release of OCDS: what was tendered, what was agreed, and with whom, each value into a field or out for a reason."""

import re

from daylight.drafts import Draft, DraftRow
from daylight.intake import process_award, process_parties, process_tender
from daylight.intake.giving360 import why_not
from daylight.intake.place import Place
from daylight.intake.process_fields import WHY_NOT
from daylight.intake.process_parties import WITH
from daylight.intake.release import Made, Release
from daylight.intake.shapes import misshapen
from daylight.intake.taken import WHOLE
from daylight.rules import sensitive

TENDERED = frozenset({"tender", "tenderUpdate", "planning", "planningUpdate"})


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
        tags, self.only_planned = TENDERED & set(release.get("tag") or ()), release.get("tag") == ["planning"]
        tendered = bool(tags) or not (awards or release.get("contracts")) or f"{self.tender}/tenderPeriod/endDate" in self.at
        for agreed in process_award.agreements(self, awards, release.get("contracts") or []):
            self.records.append(process_award.award(self, agreed, tendered and bool(tender)))
        if tendered and tender:
            self.records.append(process_tender.opportunity(self, tender))
        if not self.records and not self.taken.wrong:
            self.wrong(WHOLE, "no-award")
        return self

    def finish(self) -> None:
        """Makes the drafts, and says of every value that went nowhere why."""
        self.taken.drafts = [self.draft(made) for made in self.records]
        for path, (column, _cell) in self.at.items():
            if column in self.taken.into:
                self.taken.left.pop(column, None)
            else:
                self.taken.left.setdefault(column, why_not(path, WHY_NOT))

    def draft(self, made: Made) -> Draft:
        """A record, led to the organisations that now have keys."""
        fields = made.fields | {name: p.key for name, p in made.payers.items() if p and not name.startswith(WITH)}
        rows = {name: [DraftRow(row) for row in of] for name, of in made.rows.items() if of}
        if others := [party for name, party in made.payers.items() if party and name.startswith(WITH)]:
            rows["co_commissioners"] = [DraftRow({"organisation": party.key}) for party in others]
        bodies = [party for party in made.suppliers if party]
        if len(bodies) < len(made.suppliers):
            fields["recipient_individual"] = "yes"
        if len(made.suppliers) == len(bodies) == 1:
            fields["recipient"] = bodies[0].key
        elif bodies:
            rows["recipients"] = [DraftRow({"organisation": party.key}) for party in bodies]
        names = [party.name for party in (*made.payers.values(), *bodies) if party]
        texts = [fields.get(name, "") for name in sensitive.TEXTS]
        if made.kind == "award" and sensitive.tells("\n".join([*names, *texts])):
            fields["geo_policy"] = "county"
        columns = {name: column + 1 for name, column in made.columns.items() if column >= 0}
        at = Place(self.taken.sheet, self.taken.row + 1, columns)
        return Draft(made.kind, made.key, {name: text for name, text in fields.items() if text}, rows, at)
