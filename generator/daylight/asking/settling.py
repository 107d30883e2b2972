"""Has the answers checked like every record, asks again about what is wrong, and makes the files."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from daylight.asking import Asking
from daylight.drafts import HELD, Draft, Proposal, Result, Said, propose
from daylight.findings import ERROR, NOTE, Finding
from daylight.writing import record

ROUNDS = 3  # times that somebody is asked again


@dataclass(frozen=True)
class Settled:
    """The bytes of each file to write, by its path below the office; where the record itself is; what is found in it yet."""

    files: Mapping[str, bytes]
    path: str
    found: list[Finding] = field(default_factory=list)


def settle(office: Path, asking: Asking, draft: Draft, today: str) -> Settled:
    """Checks a record and those made for it. What is wrong after several times is written too: no answer is lost."""
    drafts, left = [*asking.drafts, draft], set()
    for again in range(ROUNDS + 1):
        proposal = propose(office, drafts, today)
        wrong = [_askable(asking, number, result, left) for number, result in enumerate(proposal.results)]
        if again == ROUNDS or not any(wrong):
            break
        drafts = [_asked_again(asking, *of, left) for of in enumerate(zip(drafts, wrong, strict=True))]
    files = dict(proposal.files)
    for result in proposal.results:
        if result.outcome == HELD and not (office / result.path).exists():
            rows = {name: [row.fields for row in rows] for name, rows in result.draft.rows.items()}
            files[result.path] = record(asking.site.schemas, result.draft.kind, result.draft.fields, rows).encode()
    return Settled(files, proposal.results[-1].path, _found(proposal))


def _askable(asking: Asking, number: int, result: Result, left: set[tuple[int, str]]) -> dict[str, Said]:
    """What is wrong with fields of a record, but for those that were left out when they were asked for again."""
    schema = asking.site.schemas[result.draft.kind]
    errors = (said for said in result.said if said.finding.severity == ERROR and not said.list)
    asked = {said.field: said for said in errors if said.field in schema.by_name and said.field != "key"}
    return {field: said for field, said in asked.items() if (number, field) not in left}


def _asked_again(asking: Asking, number: int, of: tuple[Draft, Mapping[str, Said]], left: set[tuple[int, str]]) -> Draft:
    draft, wrong = of
    schema, fields = asking.site.schemas[draft.kind], dict(draft.fields)
    for name, said in wrong.items():
        asking.talk.say(f"\nThis must be put right in {draft.key}: {said.finding.sentence()}.")
        fields.pop(name, None)
        asking.field(schema, schema.by_name[name], fields)
        if name not in fields:
            left.add((number, name))
    return replace(draft, fields=fields)


def _found(proposal: Proposal) -> list[Finding]:
    """What is found in the new records and because of them, errors and warnings, each once."""
    said = {replace(said.finding, path=result.path) for result in proposal.results for said in result.said}
    return sorted(found for found in said | set(proposal.elsewhere) if found.severity != NOTE)
