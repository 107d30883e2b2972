"""Every rule that records must meet: the law's and those of the office's own strategies, and what was found."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from daylight import rules
from daylight.days import day_of
from daylight.findings import SEVERITIES, Finding, wordings
from daylight.keeping import once_of
from daylight.record import Record, Row
from daylight.rules.strategy import asked, sound
from daylight.rules.strategy.rule import Rule, every_rule
from daylight.site import Site
from daylight.statements import stated


@dataclass(frozen=True)
class Missed:
    """One thing that a rule found, and the record in which it was found; None where it is about many."""

    record: Record | None
    finding: Finding


@dataclass(frozen=True)
class Promise:
    """A rule and how far it is kept.

    `asked` counts the records that it is about and `explained` those that say in public why they do not meet it. `missed` is
    what was found: errors, warnings or, where the rule is not enforced, notes. `state` is checked, kept (by the program) or
    unchecked; then `why` says how or why. `rows` is how the office states it, where it is a rule of its own strategy.
    """

    id: str
    title: str
    authority: str
    severity: str
    state: str
    why: str
    asked: int
    explained: int
    missed: tuple[Missed, ...] = ()
    rows: tuple[Rule, ...] = ()

    @property
    def not_met(self) -> int:
        """How many records do not meet it and do not say why."""
        return len({(m.record.kind, m.record.key) if m.record else m.finding for m in self.missed})

    @property
    def met(self) -> int:
        return max(self.asked - self.not_met - self.explained, 0)

    def counts(self) -> dict[str, int]:
        """How many errors, warnings and notes there are."""
        return {severity: sum(m.finding.severity == severity for m in self.missed) for severity in SEVERITIES}


@once_of
def of_law(site: Site) -> list[Promise]:
    """The rules of the law, of standards and of the program, in the order of their identifiers."""
    missed, explained, found = _missed(site), _explained(site), []
    for id, (title, authority, module) in stated().items():
        asked = sum(len(site.records[kind]) for kind in getattr(module, "OF", ()))
        severity = wordings()[id]["severity"]
        found.append(Promise(id, title, authority, severity, "checked", "", asked, explained[id], tuple(missed.get(id, ()))))
    return sorted(found, key=lambda promise: _natural(promise.id))


@once_of
def of_strategies(site: Site) -> list[Promise]:
    """The rules of the office's own strategies, one for each identifier, in the order of publisher.yml."""
    missed, explained, times, by_id = _missed(site), _explained(site), _asked(site), {}
    for rule in every_rule(site.publisher):
        by_id.setdefault(rule.id, []).append(rule)
    found = []
    for id, rows in by_id.items():
        first = max(rows, key=lambda rule: rule.first)  # of several strategies the latest
        state = "checked" if any(r.check for r in rows) else "kept" if first.get("kept_by") else "unchecked"
        why = first.get("kept_by") or first.get("not_checked") or ""
        title, place = first.get("title") or "", first.get("place") or ""
        said = tuple(missed.get(id, ()))
        found.append(Promise(id, title, place, first.severity, state, why, times[id], explained[id], said, tuple(rows)))
    return found


@once_of
def _missed(site: Site) -> dict[str, list[Missed]]:
    """What the rules find in a site that may be published, by rule."""
    found: dict[str, list[Missed]] = {}
    for of in site.records.values():
        for record in of.values():
            for finding in rules.check_record(site, record):
                found.setdefault(finding.rule, []).append(Missed(record, finding))
    for rule in rules.OF_SITE:
        for finding in rule.check_site(site):
            found.setdefault(finding.rule, []).append(Missed(None, finding))
    return found


def _explained(site: Site) -> Counter:
    """How many records explain each rule by an exception that is in force."""
    now = [(record, row) for record, row in exceptions(site) if row.get("expires", site.today) >= site.today]
    return Counter(rule for _kind, _key, rule in {(record.kind, record.key, row.get("rule")) for record, row in now})


def exceptions(site: Site) -> Iterator[tuple[Record, Row]]:
    """Every exception with the record that it belongs to."""
    for of in site.records.values():
        for record in of.values():
            yield from ((record, row) for row in (record.rows("exceptions") if record.children else ()))


def _asked(site: Site) -> Counter:
    """How many records each rule of a strategy is about."""
    found: Counter = Counter()
    for kind in sound(site, site.publisher):
        for record in site.records[kind].values():
            found.update({rule.id for rule in asked(site, record)})
    return found


def undated(site: Site, kind: str) -> int:
    """How many records of a kind have no date, so that no strategy can be chosen for them."""
    return sum(not day_of(record) for record in site.records[kind].values())


def _natural(id: str) -> tuple:
    return tuple(int(part) if part.isdigit() else part for part in re.split(r"(\d+)", id))
