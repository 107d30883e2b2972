"""The reply to a filled form, in plain English: what will be published, what must be put right and what to type instead."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daylight.drafts import ADDED, SAME, Result, Said, Step
from daylight.findings import ERROR, WARNING, Finding
from daylight.forms.drafting import Understood
from daylight.forms.issue import ACCEPTED
from daylight.forms.markdown import cell, code, plain, table
from daylight.forms.shown import shown, title_of
from daylight.site import Site

MARK = "<!-- daylight-form -->\n"  # by which the one reply to a form is found again
EDIT = "Choose *Edit* in the menu of this issue, put it right and save; this reply then follows."
_NAME = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
MOST = 60_000  # characters; GitHub takes 65,536

_UNSAFE = """**This form holds something that must not be public. Nothing of it was taken over.**

It stands in: {places}. It is not repeated here.

1. **Edit this issue now** and take it out. Choose *Edit* in the menu of the issue.
2. **Then take it out of the history**, which still shows it to everybody. Choose *edited* above the text, open each older
   version, and choose *Delete revision from history* under *Options*. What stood in the title cannot be taken out in this way.
3. **If it could harm somebody, delete the issue.** An owner of the repository does that with *Delete issue*, at the foot of
   the column on the right. GitHub has also sent the text by e-mail to everybody who watches this repository.
4. Tell the person in the office who answers for data protection. The guide's page *Something private got in* has the rest.

What was caught looks like a name with its title, an address, a postcode, a telephone number or an e-mail address. It may also
be a number of one person, a date of birth, or words that may tell where a refuge is. If it is none of these, say it in other
words.
"""


@dataclass(frozen=True)
class Wording:
    """What a reply tells: what each draft would change, what must be put right by the heading of its question, what was
    understood, what to think over, and what other records would get.

    `source` is where a correction is published. `agreed` says whether a pull request is made, and `there` is the key of the
    record that was made of the form before, and is published.
    """

    site: Site
    results: Sequence[Result] = ()
    wrong: Sequence[tuple[str, str]] = ()
    understood: Sequence[Understood] = ()
    doubts: Sequence[str] = ()
    elsewhere: Sequence[Finding] = ()
    source: str = ""
    agreed: bool = True
    there: str = ""


def of_unsafe(places: Iterable[str]) -> str:
    """The reply to a form that holds something private: where, and what to do, but not what."""
    return MARK + _UNSAFE.format(places=", ".join(f"**{plain(place)}**" for place in places))


def of(told: Wording) -> str:
    """The reply to any other form."""
    errors = [*(f"- **{plain(label)}**: {plain(said)}" for label, said in told.wrong), *_found(told, ERROR)]
    worth = [*_found(told, WARNING), *(f"- {plain(doubt)}" for doubt in told.doubts)]
    parts = [_opening(told, len(errors)), "\n".join(errors)]
    parts += ["### To think over\n\n" + "\n".join(worth)] if worth else []
    parts += [_understood(told.understood)] if told.understood else []
    parts += [_changes(told, bool(errors))] if any(r.steps for r in told.results) else []
    text = MARK + "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"
    return text if len(text) <= MOST else text[:MOST].rpartition("\n")[0] + "\n"


def _opening(told: Wording, errors: int) -> str:
    """The first words: where the form stands."""
    if told.there:
        return f"**There is already a record {code(told.there)} of this form.** To change it, use the form *Correct a record*."
    if errors:
        count = "One thing must" if errors == 1 else f"{errors} things must"
        return f"**{count} be put right before this can be published.** {EDIT}"
    if all(result.outcome == SAME for result in told.results):
        return "**Nothing to change.** The record says this already."
    if not told.agreed:
        return (
            "**Nothing to fix.** Before a pull request is made of it, somebody of the office must agree: "
            f"a member of this repository adds the label {code(ACCEPTED)}. After an edit it must be added again."
        )
    return "**Nothing to fix.** A pull request proposes it. It is published when somebody of the office merges that."


def _found(told: Wording, severity: str) -> list[str]:
    """What is found in the drafts and because of them, of one severity, a line each."""
    own = [(_heading(told, r, said), said.finding, r.draft.kind) for r in told.results for said in r.said]
    rows = [*own, *((f.path, f, "") for f in told.elsewhere)]
    once = {label for label, _ in told.wrong}  # what is said of these already
    said = (
        f"- **{plain(at)}**: {_sentence(told, f, kind)}" for at, f, kind in rows if f.severity == severity and at not in once
    )
    return list(dict.fromkeys(said))


def _heading(told: Wording, result: Result, said: Said) -> str:
    """The question that a finding is about; the kind of record where it is about several."""
    schema = told.site.schemas[result.draft.kind]
    name = title_of(told.site, schema.name, said.list, said.field) if said.list or said.field else schema.title
    return f"{name}, {said.number}" if said.list and said.number else name


def _sentence(told: Wording, found: Finding, kind: str) -> str:
    """What must be, with the heading of a question in the place of the name of a field."""
    names = told.site.schemas[kind].by_name if kind else {}
    said = _NAME.sub(lambda name: f"“{names[name[0]].title}”" if name[0] in names else name[0], found.message)
    sentence = plain(said[:1].upper() + said[1:])
    return f"{sentence}; type {code(found.fix)}" if found.fix else f"{sentence}."


def _understood(rows: Sequence[Understood]) -> str:
    cells = [(cell(row.label), cell(row.typed), cell(row.value)) for row in rows]
    return "### Taken to mean\n\n" + table(("Question", "You typed", "It is recorded as"), cells)


def _changes(told: Wording, wrong: bool) -> str:
    """A table of before and after for each record that would change."""
    parts = ["### What it would say" if wrong else "### What will be published"]
    for result in told.results:
        if result.steps:
            schema = told.site.schemas[result.draft.kind]
            new = " (new)" if result.outcome == ADDED or result.draft.key not in told.site.records[schema.name] else ""
            rows = [_step(told, result, step) for step in result.steps]
            parts.append(f"{schema.title} {code(result.draft.key)}{new}\n\n" + table(("Field", "Now", "Then"), rows))
    if told.source:
        parts.append(f"Published at: {plain(told.source)}")
    return "\n\n".join(part.rstrip("\n") for part in parts)


def _step(told: Wording, result: Result, step: Step) -> tuple[str, str, str]:
    kind = result.draft.kind
    title = title_of(told.site, kind, step.list, step.field)
    place = f"{title}, {step.number}" if step.list else title
    bodies = (r.draft for r in told.results if r.draft.kind == "organisation")
    new = {body.key: body.fields.get("name") or "" for body in bodies}
    before, after = (shown(told.site, kind, step.list, step.field, text, new) for text in (step.before, step.after))
    return cell(place), cell(before), cell(after)
