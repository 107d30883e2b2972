"""`make rules`: writes generator/daylight/messages.json, an example of each message, from tests/wrong and tests/cases."""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from daylight.findings import Finding, wordings
from daylight.private import hidden
from daylight.rules.strategy import CHECKS
from tests import wrong
from tests.cases import CASES, OFFICE, findings, home_of, read, rule_of

FILE = Path(__file__).parents[2] / "generator/daylight/messages.json"
BESIDE = 1  # so many lines are shown before and after the one that is meant
MOST = 12  # so many lines are shown of a slip
LONGEST = 160  # characters of a line
_RULE = re.compile(r" \([A-Z]{2,5}-\d{2}: “.*”\)")  # the words of a strategy, after what its check says


def main() -> str:
    found: dict[str, dict[str, dict]] = {}
    for finding, example in (*_of_slips(), *_of_cases()):
        for rule, name in _wordings(finding):
            found.setdefault(rule, {}).setdefault(name, example)
    ordered = {rule: {name: of[name] for name in sorted(of)} for rule, of in sorted(found.items())}
    return json.dumps(ordered, ensure_ascii=False, indent=1) + "\n"


def _wordings(finding: Finding) -> Iterator[tuple[str, str]]:
    """The rule or check, and the name, of the wording that a finding has: of several the one that says most itself."""
    rules = [finding.rule] if finding.rule in wordings() else [*CHECKS]
    message = _RULE.sub("", finding.message)
    for rule in rules:
        fit = [name for name, text in wordings()[rule]["messages"].items() if _form(text).fullmatch(message)]
        if fit:
            yield rule, max(fit, key=lambda name: len(_form(wordings()[rule]["messages"][name]).pattern))


def _form(wording: str) -> re.Pattern:
    parts = Formatter().parse(wording)
    return re.compile("".join(re.escape(text) + (".*" if name is not None else "") for text, name, *_ in parts))


def _of_slips() -> Iterator[tuple[Finding, dict]]:
    for path in wrong.SLIPS:
        slip = wrong.read(path)
        with tempfile.TemporaryDirectory() as folder:
            said = wrong.found(slip, Path(folder) / "office")
        text = slip.get("files", {}).get(slip["path"])
        if example := _example(said[0], text, slip.get("wrong", "")):
            if "right" in slip and not slip["wrong"].strip():
                example["right"] = [_shown(line) for line in slip["right"].strip("\n").split("\n")]
            elif "right" in slip and slip["wrong"] in "\n".join([*example["wrong"], ""]):
                right = (wrong.OFFICE / slip["path"]).read_text("utf-8")
                last = example["first"] + len(example["wrong"]) - 1 + slip["right"].count("\n") - slip["wrong"].count("\n")
                example["right"] = [_shown(line) for line in right.split("\n")[example["first"] - 1 : last]]
            yield said[0], example


def _of_cases() -> Iterator[tuple[Finding, dict]]:
    for path in CASES:
        case = read(path)
        if not case["finds"]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            said = findings(case, Path(folder) / "office", rule_of(path))
        for finding in said:
            there = case["files"].get(finding.path)
            if there is None and finding.path not in case["files"]:
                file = (home_of(case["office"]) if "office" in case else OFFICE) / finding.path
                there = file.read_text("utf-8") if file.is_file() else None
            if example := _example(finding, there):
                yield finding, example


def _example(finding: Finding, text: str | bytes | None, part: str = "") -> dict | None:
    """The lines of a file about which a finding is, without anything private; None where it has no lines to show."""
    if not isinstance(text, str):
        return None
    lines = [_shown(line) for line in text.rstrip("\n").split("\n")]
    first, last = max(finding.line - BESIDE, 1), finding.line + BESIDE
    if part.strip("\n"):
        begins = text.count("\n", 0, text.index(part)) + 1
        span = min(begins, finding.line), max(begins + part.strip("\n").count("\n"), finding.line)
        first, last = span if span[1] - span[0] < MOST else (first, last)
    says = _RULE.sub("", finding.sentence())
    return {"path": finding.path, "line": finding.line, "first": first, "wrong": lines[first - 1 : last], "says": says}


def _shown(line: str) -> str:
    line = "".join(c if c.isprintable() else " " for c in hidden(line))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


if __name__ == "__main__":
    FILE.write_text(main(), "utf-8")
