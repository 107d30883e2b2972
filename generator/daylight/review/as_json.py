"""The report as JSON, with the same facts for other programs."""

import json
from dataclasses import asdict
from decimal import Decimal

from daylight.findings import Finding
from daylight.review.figures import Limit, Total
from daylight.review.names import placed
from daylight.review.report import Report


def as_json(report: Report) -> str:
    """All facts of a report: amounts as texts with two decimals, paths below the root of the repository."""
    said = {
        "base": report.base,
        "head": report.head,
        "day": report.day,
        "does": [{"text": line.text, "each": list(line.each)} for line in report.lines],
        "leaks": [leak._asdict() for leak in report.leaks],
        "findings": {
            "new": [_finding(report, f) for f in report.found.new],
            "before": report.found.before,
            "put_right": report.found.gone,
            "new_notes": report.found.noted,
        },
        "steps": [step._asdict() for step in report.steps],
        "all": {"before": _money(report.whole[0]), "after": _money(report.whole[1])},
        "totals": [_total(of) for of in report.totals],
        "limits": [_limit(of) for of in report.limits],
        "due": [due._asdict() for due in report.due],
        "due_no_more": [due._asdict() for due in report.due_no_more],
        "pages": [{"path": placed(page.path), "title": page.title, "why": page.why} for page in report.pages],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _finding(report: Report, f: Finding) -> dict:
    path = placed(report.place(f.path))
    return asdict(f) | {"path": path, "page": report.page_of(f.rule)}


def _total(of: Total) -> dict:
    amounts = {"before": _money(of.before), "after": _money(of.after), "difference": _money(of.difference)}
    return {"table": of.table, "title": of.title, "year": of.year} | amounts


def _limit(of: Limit) -> dict:
    amounts = {name: _money(value) for name, value in of._asdict().items() if name not in ("fund", "year")}
    return {"fund": of.fund, "year": of.year} | amounts | {"state": of.state}


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
