"""RULE-01: a rule of a strategy says what the check behind it needs."""

import re
from collections.abc import Iterator

from daylight.findings import Finding, close, finding
from daylight.record import Record
from daylight.rules.strategy import faults
from daylight.rules.strategy.rule import every_rule
from daylight.site import Site

OF = ("publisher",)
PARTS = {"number", "year"}  # which a pattern of references has
HOW = ("check", "kept_by", "not_checked")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Each rule in publisher.yml belongs to a strategy, is checked or says why not, and has its figures (Daylight)."""
    if _pattern(record):
        yield finding("RULE-01", "pattern", record.path, record.line_of("reference_pattern"), of="reference_pattern")
    strategies = {row.get("strategy") for row in record.rows("strategies")}
    unsure = None in strategies or ("strategies" in record.lines and not strategies)  # one may be meant that has a slip
    for rule in every_rule(record):
        row = rule.row
        if (name := row.get("strategy")) and name not in strategies and not unsure:
            facts = {"rule": rule.id, "value": name}
            fix = close(name, strategies - {None})
            yield finding("RULE-01", "strategy", row.path, row.line_of("strategy"), fix, of="strategy", **facts)
        if sum(name in row.values for name in HOW) != 1:
            yield finding("RULE-01", "how", row.path, row.line_of("rule"), rule=rule.id)
        elif rule.check:
            for name, field, fix, facts in faults(site, rule):
                if name == "needs" and facts["field"] in row.lines:
                    continue  # it is given, with a slip
                yield finding("RULE-01", name, row.path, row.line_of(field), fix, of=field, rule=rule.id, **facts)


def _pattern(publisher: Record) -> bool:
    """Whether the pattern of references is none, or does not tell the number and the year of a reference."""
    try:
        found = re.compile(publisher.get("reference_pattern", "(?P<number>)(?P<year>)"))
    except re.error:
        return True
    return not found.groupindex.keys() >= PARTS
