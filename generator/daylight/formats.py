"""Findings as they are told: to a person at a terminal, to a program, and to GitHub."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from daylight.findings import ERROR, NOTE, SEVERITIES, WARNING, Finding, readable

CODES = 5  # so many are named at the end of a text


def as_text(findings: Iterable[Finding]) -> str:
    """Sorted lines with the way to what they mean and a count; "Nothing to fix." when there is no error and no warning.

    Notes, which measure and ask for nothing, are only counted; the page Our checks and `as_json` have them all.
    """
    rows = sorted(findings)
    told = [f for f in rows if f.severity != NOTE]
    counts = [(sum(f.severity == s for f in told), s) for s in SEVERITIES]
    said = ", ".join(f"{n} {s}{'' if n == 1 else 's'}" for n, s in counts if n)
    codes = list(dict.fromkeys(f.rule for f in told))
    asked = f'"{" ".join(codes[:CODES])}"' if len(codes) > 1 else "".join(codes)
    more = f"What it means, with examples: make explain CODE={asked}{' …' if len(codes) > CODES else ''}\n"
    text = "".join(f"{f.text()}\n" for f in told) + (f"\n{more}{said}.\n" if told else "Nothing to fix.\n")
    notes = sum(f.severity == NOTE for f in rows)
    return text + (
        f"Only measured: {notes} {'note' if notes == 1 else 'notes'}; the page Our checks has them.\n" if notes else ""
    )


def as_json(findings: Iterable[Finding]) -> str:
    """A JSON list of all findings, sorted, each with the fields of `Finding`."""
    rows = [asdict(f) | {"path": readable(f.path)} for f in sorted(findings)]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Iterable[Finding]) -> str:
    """GitHub workflow commands, one an error or warning, which GitHub shows on the changed line of a pull request."""
    names = {ERROR: "error", WARNING: "warning"}
    return "".join(
        f"::{names[f.severity]} file={_property(f.path)},line={f.line},title={_property(f.rule)}::{_data(f.sentence())}\n"
        for f in sorted(findings)
        if f.severity != NOTE
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(readable(text)).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "github": as_github, "json": as_json}
