"""EXC-01: an exception explains one warning, openly and for a time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from daylight.findings import ERROR, NOTE, WARNING, Finding, close, finding, wordings
from daylight.keeping import kept
from daylight.record import Record, Row
from daylight.rules.strategy import unsound
from daylight.rules.strategy.rule import NEVER
from daylight.site import Site


def explained(site: Site, record: Record, found: Iterable[Finding]) -> Iterator[Finding]:
    """What was found without what exceptions explain, and what is wrong with those (Daylight: comply or explain).

    An error has no exception. One that explains nothing is a warning itself; of one that expired, what it explained says so.
    """
    rows = record.rows("exceptions") if record.children else ()
    if not rows:
        yield from found
        return
    found, valid, over = list(found), set(), {}
    unsure = (
        site.unread
        or any(f.severity == ERROR for f in found)
        or any(r.doubted for r in chain([record], *record.children.values()))
    )
    for row in rows:
        rule = row.get("rule")
        if said := _wrong(site, row, found, unsure):
            yield said
            valid.add(said.fix)  # what it was surely meant to explain is said when it is put right
        elif rule and row.get("expires", NEVER) < row.get("date", ""):
            valid.add(rule)  # DATE-01 says it
        elif rule and row.get("expires", site.today) < site.today:
            over[rule] = row.get("expires")
        elif rule:
            valid.add(rule)
    for f in found:
        if f.severity == ERROR or f.rule not in valid:
            yield _expired(f, over[f.rule]) if f.rule in over and f.severity != ERROR else f


def _expired(found: Finding, day: str) -> Finding:
    said = finding("EXC-01", "expired", found.path, found.line, rule=found.rule, day=day)
    return replace(found, message=f"{found.message}; {said.message}")


@kept
def severities(site: Site, publisher: Record) -> dict[str, str]:
    """The severity of every rule by its identifier: the law's, and those of the office's own strategies."""
    found = {rule: words["severity"] for rule, words in wordings().items() if "severity" in words}
    return found | {row.get("rule"): row.get("severity", WARNING) for row in publisher.rows("rules") if "check" in row.values}


def _meant(rule: str, rules: Iterable[str], found: set[str]) -> str:
    """The rule that an exception surely names: by its spelling, or as the only one of the record that asks for one.

    Another digit is another rule, and no slip.
    """
    near = close(rule.upper(), rules)
    if re.sub(r"\D", "", near) == re.sub(r"\D", "", rule):
        return near
    return next(iter(found)) if len(found) == 1 else ""


def _wrong(site: Site, row: Row, found: list[Finding], unsure: bool) -> Finding | None:
    """What is wrong with an exception. While it is `unsure` what else will be found, none is called needless."""
    rule, rules = row.get("rule"), severities(site, site.publisher)
    line, facts = row.line_of("rule"), {"rule": rule}
    if not rule:
        return None
    if rule not in rules:
        asking = {f.rule for f in found if f.severity != NOTE}
        return finding("EXC-01", "unknown", row.path, line, _meant(rule, rules, asking), of="rule", **facts)
    if rules[rule] == ERROR:
        return finding("EXC-01", "error", row.path, line, **facts)
    if any(f.rule == rule for f in found) or unsure or rule in unsound(site, site.publisher):
        return None
    return finding("EXC-01", "needless", row.path, line, severity=WARNING, **facts)
