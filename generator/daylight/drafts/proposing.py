"""Makes a proposal of drafts: what each changes, what is wrong with it, and the files of those that are right."""

from collections.abc import Mapping, Sequence

from daylight.days import financial_year, is_year
from daylight.drafts import ADDED, CHANGED, HELD, Draft, Proposal, Result, Said
from daylight.drafts.judging import Judging, Known
from daylight.drafts.making import Files
from daylight.drafts.merging import NOTHING, Merged, merge
from daylight.drafts.present import Present
from daylight.findings import ERROR, Finding, finding
from daylight.values import parse

Found = dict[str, list[Finding]]  # by the path of the file


def propose(present: Present, drafts: Sequence[Draft], today: str) -> Proposal:
    """See `daylight.drafts.propose`."""
    return _Proposing(present, drafts, today).proposal()


class _Proposing:
    def __init__(self, present: Present, drafts: Sequence[Draft], today: str):
        self.present = present
        self.judging = Judging(self.present, today)
        self.results = [Result(draft) for draft in drafts]
        self.merged: dict[Known, Merged] = {}
        self.of: dict[Known, Result] = {}
        for result in self.results:
            self.take(result)

    def take(self, result: Result) -> None:
        """Works out what a draft would change; one whose record or file cannot be its own is held back."""
        draft, known = result.draft, (result.draft.kind, result.draft.key)
        record = self.present.record(*known)
        if record and known not in self.of and not _says(draft):
            result.path, self.of[known] = record.path, result
            return
        there = self.present.there(record) if record else NOTHING
        merged = merge(self.present.schemas, draft, there)
        result.path = record.path if record else self.new_path(draft, merged)
        result.steps = list(merged.steps(there))
        result.outcome = (CHANGED if record else ADDED) if result.steps or not record else result.outcome
        if known in self.of:
            facts = {"field": "key", "value": draft.key, "other": "an earlier row"}
            self.hold(result, finding("CONSTRAINT", "unique", result.path, 1, of="key", **facts))
        elif not record and (taken := self.present.taken.get(result.path.casefold())):
            self.hold(result, finding("DRAFT", "unread", result.path, 1, of="key", place=taken))
        else:
            self.of[known], self.merged[known] = result, merged

    def new_path(self, draft: Draft, merged: Merged) -> str:
        schema = self.present.schemas[draft.kind]
        if draft.kind != "award":
            return f"data/{schema.folder}/{draft.key}.yml"
        return f"data/{schema.folder}/{_year(schema, merged) or 'undated'}/{draft.key}.yml"

    def hold(self, result: Result, why: Finding) -> None:
        result.outcome = HELD
        result.said.append(Said("", 0, why.field, result.draft.at, why))

    def proposal(self) -> Proposal:
        drafted = {known: self.merged[known] for known, result in self.of.items() if result.steps or result.outcome == ADDED}
        if not drafted:
            return Proposal(self.results, {}, [])
        before = self.found({})
        old = {known: _told(before, record.path) for known in drafted if (record := self.present.record(*known))}
        found = self.found(drafted)
        while held := self.held(drafted, found, old):
            drafted = {known: merged for known, merged in drafted.items() if known not in held}
            found = self.found(drafted)
        for known, merged in drafted.items():
            self.say(known, merged, found)
        files = Files(self.present)
        for known, merged in drafted.items():
            files.put(self.of[known].path, known, merged)
        own = {self.judging.path(known) for known in drafted} | {self.of[known].path for known in drafted}
        others = (set(of) - set(before.get(path, ())) for path, of in found.items() if path not in own)
        return Proposal(self.results, files.made(), sorted(set().union(*others)))

    def found(self, drafted: Mapping[Known, Merged]) -> Found:
        """What is found in the office with some drafts, by the path of the file."""
        found: Found = {}
        for one in self.judging.found(drafted):
            found.setdefault(one.path, []).append(one)
        return found

    def held(self, drafted: Mapping[Known, Merged], found: Found, old: Mapping[Known, set]) -> set[Known]:
        """The drafts with an error that their records did not have before, each told so."""
        wrong = set()
        for known, merged in drafted.items():
            own = found.get(self.judging.path(known), ())
            if any(f.severity == ERROR and _same(f) not in old.get(known, ()) for f in own):
                self.say(known, merged, found)
                self.of[known].outcome = HELD
                wrong.add(known)
        return wrong

    def say(self, known: Known, merged: Merged, found: Found) -> None:
        path, result = self.judging.path(known), self.of[known]
        result.said += self.judging.said(known, merged, result.draft.at, sorted(found.get(path, ())))


def _says(draft: Draft) -> bool:
    """Whether a draft says anything that could differ from the record that is there."""
    return bool(draft.fields) or any(row.fields for rows in draft.rows.values() for row in rows)


def _told(found: Found, path: str) -> set:
    return {_same(f) for f in found.get(path, ())}


def _same(found: Finding) -> tuple[str, str]:
    return found.rule, found.message


def _year(schema, merged: Merged) -> str:
    """The financial year of an award, '' where it has none."""
    for name in ("award_date", "announced_on"):
        if day := parse(schema.by_name[name], merged.fields.get(name, ""), "", 1)[0]:
            return financial_year(day)
    year = merged.fields.get("financial_year", "")
    return year if len(year) == 7 and year[:4].isdigit() and is_year(year) else ""
