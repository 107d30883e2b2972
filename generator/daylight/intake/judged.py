"""Proposes the drafts of all rows, and brings back to each row and cell what is wrong with them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from daylight.drafts import HELD, Draft, Proposal, Result, propose
from daylight.findings import ERROR
from daylight.intake.place import Place
from daylight.intake.taken import RECORD, WHOLE, Problem, Taken
from daylight.schema import Schema

Known = tuple[str, str]


def judge(office: Path, schemas: Mapping[str, Schema], rows: Sequence[Taken], shared: Sequence[Draft], today: str) -> Proposal:
    """What the drafts of all rows that are right would change. Rows with a draft that is held back get its problems, and are
    held as a whole; of the `shared` records, which several rows lead to, only those are proposed that a row needs."""
    common = {(draft.kind, draft.key): draft for draft in shared}
    while True:
        live = [taken for taken in rows if taken.outcome == RECORD]
        used = _used(schemas, live, common)
        drafts = [common[known] for known in common if known in used]
        proposal = propose(office, [*drafts, *(draft for taken in live for draft in taken.drafts)], today)
        held = _hold(schemas, live, proposal.results, common)
        if not held or (all(len(t.drafts) == 1 for t in held) and not _spare(schemas, rows, common, used)):
            _warn(rows, proposal.results)
            return proposal


def _used(schemas: Mapping[str, Schema], live: Sequence[Taken], common: Mapping[Known, Draft]) -> set[Known]:
    """The shared records to which live rows lead, and those to which these lead."""
    found: set[Known] = set()
    ways = [draft for taken in live for draft in taken.drafts]
    while ways:
        new = {known for draft in ways for known in leads(schemas, draft) if known in common} - found
        found |= new
        ways = [common[known] for known in new]
    return found


def _spare(schemas: Mapping[str, Schema], rows: Sequence[Taken], common: Mapping[Known, Draft], used: set[Known]) -> bool:
    return _used(schemas, [taken for taken in rows if taken.outcome == RECORD], common) != used


def leads(schemas: Mapping[str, Schema], draft: Draft) -> set[Known]:
    """The records to which a draft refers, by kind and key."""
    schema = schemas[draft.kind]
    children = {schemas[child].list: schemas[child] for child in schema.children}
    found = {(f.refers, key) for f in schema.references if (key := draft.fields.get(f.name))}
    for name, of in draft.rows.items():
        found |= {(f.refers, key) for f in children[name].references for row in of if (key := row.fields.get(f.name))}
    return found


def _hold(schemas, live: Sequence[Taken], results: Sequence[Result], common: Mapping[Known, Draft]) -> list[Taken]:
    """Gives the problems of held drafts to their rows, and those of a shared draft to every row that leads to it."""
    lost = {
        (r.draft.kind, r.draft.key): r
        for r in results
        if r.outcome == HELD and common.get((r.draft.kind, r.draft.key)) is r.draft
    }
    of = {id(result.draft): result for result in results}
    held = []
    for taken in live:
        problems: list[Problem] = []
        for draft in taken.drafts:
            if of[id(draft)].outcome == HELD:
                problems += _problems(of[id(draft)])
            for known in _needed(schemas, draft, common) & lost.keys():
                wrong = (said for said in lost[known].said if said.finding.severity == ERROR)
                problems += [Problem(_column(draft.at, known, said.field), said.finding) for said in wrong]
        if problems:
            missing = any(p.finding.rule != "REF-01" for p in problems)
            taken.problems += dict.fromkeys(p for p in problems if not (missing and p.finding.rule == "REF-01"))
            held.append(taken)
    return held


def _needed(schemas, draft: Draft, common: Mapping[Known, Draft]) -> set[Known]:
    found = leads(schemas, draft)
    return found | {far for known in found if known in common for far in leads(schemas, common[known])}


def _column(at: object, known: Known, field: str) -> int:
    """The column of a row that says a field of a record of a kind, else the one that names the record."""
    names = {"organisation": (f"recipient.{field}", "recipient", "name")}.get(known[0], (known[0],))
    columns = at.columns if isinstance(at, Place) else {}
    return next((columns[name] - 1 for name in names if name in columns), WHOLE)


def _problems(result: Result) -> list[Problem]:
    found = []
    for said in result.said:
        columns = said.at.columns if isinstance(said.at, Place) else {}
        column = columns.get(said.field, columns.get(said.list, WHOLE + 1)) - 1
        found.append(Problem(column, said.finding))
    return [problem for problem in found if problem.finding.severity == ERROR]


def _warn(rows: Sequence[Taken], results: Sequence[Result]) -> None:
    """Notes the warnings of the records that would be written."""
    of = {id(result.draft): result for result in results}
    for taken in rows:
        for draft in taken.drafts if taken.outcome == RECORD else ():
            for said in of[id(draft)].said:
                columns = said.at.columns if isinstance(said.at, Place) else {}
                taken.problems.append(Problem(columns.get(said.field, WHOLE + 1) - 1, said.finding))
