"""Turns the issue of a filled form into the files of records and a reply. It reads the office and writes nothing."""

from dataclasses import dataclass, field
from pathlib import Path

from daylight.drafts import Proposal, propose
from daylight.findings import ERROR, NOTE
from daylight.forms import answers, reply
from daylight.forms.asked import CORRECTION, Question, confirmation, questions
from daylight.forms.correcting import corrected
from daylight.forms.drafting import Drafted, drafted
from daylight.forms.issue import Issue
from daylight.forms.reply import Wording
from daylight.forms.shown import title_of
from daylight.forms.unsafe import PRIVATE, own, unsafe
from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site

TWICE = "this heading must stand once in the form; take out the line that begins with ### in your answer"
GONE = "this heading must stand in the form; write it above its answer again, in a line that begins with ###"
TICK = "the box must be ticked, after you have made sure that what it says is so"


@dataclass(frozen=True)
class Turned:
    """The reply to a form, the new bytes of the files that it changes, by their paths below the office, and whether something
    must be put right first.

    There are files only where nothing must be put right, something changes, and the issue may become a pull request.
    """

    reply: str
    files: dict[str, bytes] = field(default_factory=dict)
    wrong: bool = False


def turned(office: Path, issue: Issue, today: str) -> Turned | None:
    """What becomes of an issue on an ISO day; None for one that was not made with a form."""
    form = answers.form_of(issue.body)
    if not form:
        return None
    site, _ = load(office, load_schemas(), today)
    asked = questions(site, form)
    said = answers.read(issue.body, form, asked)
    if places := unsafe(site, asked, said, issue.title, own(office)):
        return Turned(reply.of_unsafe(places), wrong=True)
    wrong = [*((label, TWICE) for label in said.twice), *((label, GONE) for label in said.gone)]
    made = _made(site, form, asked, said.texts, issue) if not wrong else Drafted()
    wrong += [] if said.ticked else [(confirmation(form), TICK)]
    proposal = propose(office, made.drafts, today) if made.drafts else Proposal([], {}, [])
    if places := _private(site, proposal):
        return Turned(reply.of_unsafe(places), wrong=True)
    if there := _there(site, form, made):
        return Turned(reply.of(Wording(site, there=there)), wrong=True)
    source = said.texts.get("source", "") if form == CORRECTION else ""
    wrong += made.wrong
    told = Wording(
        site, proposal.results, wrong, made.understood, made.doubts, proposal.elsewhere, source=source, agreed=issue.agreed
    )
    stops = bool(wrong) or _errors(proposal)
    return Turned(reply.of(told), {} if stops or not issue.agreed else proposal.files, stops)


def _made(site: Site, form: str, asked: tuple[Question, ...], texts: dict[str, str], issue: Issue) -> Drafted:
    """The drafts of a form."""
    if form == CORRECTION:
        return corrected(site, texts)
    return drafted(site, form, asked, texts, issue.day, issue.number)


def _there(site: Site, form: str, made: Drafted) -> str:
    """The key of the record that was made of this form before and is published; '' where there is none."""
    if form == CORRECTION or not made.drafts:
        return ""
    key = made.drafts[-1].key
    return key if key in site.records[form] else ""


def _errors(proposal: Proposal) -> bool:
    """Whether an error is found in a draft, or because of one."""
    found = [*(said.finding for result in proposal.results for said in result.said), *proposal.elsewhere]
    return any(f.severity == ERROR for f in found)


def _private(site: Site, proposal: Proposal) -> list[str]:
    """The questions in whose answers a rule finds what must not be public. What it misses there is no such thing."""
    found = set()
    for result in proposal.results:
        kind, given = result.draft.kind, result.draft.fields
        texts = site.schemas[kind].texts
        for said in result.said:
            typed = bool(said.list) or (said.field in given and said.field in texts)
            if typed and said.finding.rule.startswith(PRIVATE) and said.finding.severity != NOTE:
                found.add(title_of(site, kind, said.list, said.field))
    return sorted(found)
