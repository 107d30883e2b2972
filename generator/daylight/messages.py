"""What each code means: the rule, where it comes from, what it says with an example of each, and how to put it right."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from daylight.findings import ERROR, NOTE, WARNING, wordings
from daylight.record import Record
from daylight.rules.strategy import CHECKS
from daylight.rules.strategy.rule import Rule, every_rule
from daylight.statements import is_measured, stated
from daylight.words import N_

HERE = Path(__file__).parent
_FACT = re.compile(r"\{(\w+)[^{}]*\}")


@dataclass(frozen=True)
class Example:
    """A slip, and what Daylight says of it: `wrong` are lines of the file at `path` from the line `first` on, of which `line`
    is meant. `right` is what stands there afterwards; empty where the example does not say."""

    path: str
    line: int
    first: int
    wrong: tuple[str, ...]
    says: str
    right: tuple[str, ...] = ()


@dataclass(frozen=True)
class Message:
    """One thing that a code can say, in `words` with … for what differs, and an example if there is one."""

    name: str
    words: str
    example: Example | None


@dataclass(frozen=True)
class Meaning:
    """What a code stands for. `severity` is error, warning or note; `since` is the ISO day from which on it is enforced, ''
    where it always is. `steps` say how to put right what it finds. `rows` is how an office states a rule of its own."""

    code: str
    title: str
    authority: str
    severity: str
    messages: tuple[Message, ...]
    steps: tuple[str, ...]
    since: str = ""
    rows: tuple[Rule, ...] = ()


def meanings(publisher: Record) -> dict[str, Meaning]:
    """Every code that can be found in the records of an office, the law's and the program's first, then the office's own."""
    since = publisher.get("rules_from", "")
    return {code: _of_program(code, since) for code in sorted(wordings().keys() - CHECKS.keys())} | _of_office(publisher)


def _of_program(code: str, since: str) -> Meaning:
    advice = advised().get(code, {})
    title, authority = (
        stated()[code][:2] if code in stated() else (advice.get("title", code), advice.get("authority", "Daylight"))
    )
    since = since if is_measured(code) else ""
    return Meaning(code, title, authority, wordings()[code]["severity"], _messages(code), _steps(code), since)


def _of_office(publisher: Record) -> dict[str, Meaning]:
    """The rules of an office's own strategies that are checked."""
    by_code: dict[str, list[Rule]] = {}
    for rule in every_rule(publisher):
        if rule.check in CHECKS:
            by_code.setdefault(rule.id, []).append(rule)
    found = {}
    for code, rows in by_code.items():
        first = max(rows, key=lambda rule: rule.first)  # of several strategies the latest
        checks = {rule.check: None for rule in rows}
        said = tuple(message for check in checks for message in _messages(check))
        steps = tuple(dict.fromkeys(step for check in checks for step in _steps(check)))
        title, place, since = first.get("title") or code, first.get("place") or "", first.enforced_from
        since = since if since > "0000-00-00" else ""
        found[code] = Meaning(code, title, place, first.severity, said, steps, since, tuple(rows))
    return found


def _messages(name: str) -> tuple[Message, ...]:
    of = examples().get(name, {})
    said = ((at, _FACT.sub("…", text).format()) for at, text in wordings()[name]["messages"].items())
    return tuple(Message(at, words[:1].upper() + words[1:], of.get(at)) for at, words in said)


def _steps(name: str) -> tuple[str, ...]:
    return tuple(advised().get(name, {}).get("steps", ()))


@cache
def advised() -> dict[str, dict]:
    """All of advice.yml, by code or check."""
    raw = yaml.load((HERE / "advice.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {name: of for names, of in raw.items() for name in names.split()}


@cache
def examples() -> dict[str, dict[str, Example]]:
    """All examples of messages.json, by code or check and by the name of the wording. They are made of the tests' cases."""
    raw = json.loads((HERE / "messages.json").read_text("utf-8"))
    return {
        code: {
            name: Example(**{k: tuple(v) if isinstance(v, list) else v for k, v in of.items()}) for name, of in said.items()
        }
        for code, said in raw.items()
    }


EFFECTS = {  # what a finding of each severity does
    ERROR: N_("An error: nothing is published until it is put right. No exception can explain it."),
    WARNING: N_("A warning: it is put right, or an exception explains it to the public for a time."),
    NOTE: N_("A note: it only measures, and stops nothing."),
}
EXCEPTION = """exceptions:
  - rule: {code}
    reason: Why the record is right as it is, for the public to read.
    approved_by_role: Chief Executive
    date: {date}
    expires: {expires}
"""
