"""Says what is wrong with the form of a YAML file, at the line where the slip is and not where the parser saw it."""

import re
from collections.abc import Container

import yaml

from daylight.findings import Finding, finding
from daylight.slips import Slip, slip
from daylight.sources.entry import Unreadable

_PROBLEMS = {  # part of what libyaml says of a file, and our wording of it
    "mapping values are not allowed": "yaml-colon",
    "found a tab": "yaml-tab",
    "cannot start any token": "yaml-sign",
    "while scanning a quoted scalar": "yaml-quote",
    "did not find expected key": "yaml-key",
    "did not find expected alphabetic or numeric": "anchor",
    "did not find expected <document start>": "yaml-indent",
    "could not find expected ':'": "yaml-name",
    "while parsing a flow": "yaml-bracket",
    "did not find expected '-' indicator": "yaml-align",
}
_ODD = frozenset({*_PROBLEMS.values(), "not-yaml", "anchor", "tag", "group"})  # behind which may be another slip
_BEGINS = ("yaml-quote", "yaml-name", "yaml-bracket")  # what libyaml sees only after the line on which it began
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what YAML forbids
_BREAK = re.compile("[\x85\u2028\u2029]")  # what ends a line for YAML, and neither for an editor nor for GitHub


def visible(text: str, path: str, findings: list[Finding]) -> str:
    """The text with a space for each character that only seems to end a line, which is said once a line."""
    if found := _CONTROL.search(text):
        raise Unreadable(text.count("\n", 0, found.start()) + 1, "unseen", number=str(ord(found[0])))
    if text.isascii() or not _BREAK.search(text):
        return text
    for line, said in enumerate(text.split("\n"), 1):
        if found := _BREAK.search(said):
            findings.append(finding("FILE", "unseen", path, line, number=ord(found[0])))
    return _BREAK.sub(" ", text)


def stopped(path: str, text: str, e: yaml.YAMLError, names: Container[str] = ()) -> Finding:
    """Why the parser stopped, at the line where that began."""
    context, problem = getattr(e, "context", None) or "", str(getattr(e, "problem", None) or getattr(e, "reason", "unknown"))
    name = next((name for part, name in _PROBLEMS.items() if part in f"{context} {problem}"), "not-yaml")
    mark = (name in _BEGINS and e.context_mark) or getattr(e, "problem_mark", None)
    line = mark.line if mark else 0
    if name == "yaml-sign" and "\t" in "".join(text.splitlines()[line : line + 1]):
        name = "yaml-tab"
    return at_slip(path, text, line + 1, name, {"problem": problem}, names)


def at_slip(path: str, text: str, line: int, name: str, facts: dict, names: Container[str] = ()) -> Finding:
    """What is wrong at a line, or at the one where the slip that led to it is."""
    found = slip(text, line, name, names) if name in _ODD else Slip(line, name)
    if found.name == "yaml-align" and not found.under:
        found = found._replace(name="not-yaml")
    return finding("FILE", found.name, path, found.line, found.fix, under=found.under, **facts)
