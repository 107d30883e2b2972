"""RULE-01: a rule of a strategy says what the check behind it needs."""

from collections.abc import Iterator

from daylight.findings import Finding, close, finding
from daylight.rules.strategy import CHECKS
from daylight.rules.strategy.paths import leads
from daylight.rules.strategy.rule import Rule, every_rule
from daylight.site import Record, Site

OF = ("publisher",)
HOW = ("check", "kept_by", "not_checked")


def check(site: Site, record: Record) -> Iterator[Finding]:
    """Each rule in publisher.yml belongs to a strategy, is checked or says why not, and its figures are there (design 4)."""
    strategies = {row.get("strategy") for row in record.rows("strategies")}
    for rule in every_rule(record):
        row = rule.row
        if (name := row.get("strategy")) and name not in strategies:
            facts = {"rule": rule.id, "value": name}
            yield finding("RULE-01", "strategy", row.path, row.line_of("strategy"), close(name, strategies - {None}), **facts)
        if sum(name in row.values for name in HOW) != 1:
            yield finding("RULE-01", "how", row.path, row.line_of("rule"), rule=rule.id)
        elif rule.check and rule.check not in CHECKS:
            facts = {"rule": rule.id, "value": rule.check}
            yield finding("RULE-01", "check", row.path, row.line_of("check"), close(rule.check, CHECKS), **facts)
        elif rule.check:
            yield from _figures(site, rule)


def _figures(site: Site, rule: Rule) -> Iterator[Finding]:
    """What a checked rule lacks, and the fields that it names and that do not exist."""
    row, of = rule.row, CHECKS[rule.check]
    if rule.of not in of.OF:
        facts = {"rule": rule.id, "check": rule.check, "values": ", ".join(of.OF)}
        yield finding("RULE-01", "of", row.path, row.line_of("of"), **facts)
        return
    for name in of.NEEDS:
        if name not in row.values:
            facts = {"rule": rule.id, "check": rule.check, "field": name}
            yield finding("RULE-01", "needs", row.path, row.line_of("check"), **facts)
    schema = site.schemas[rule.of]
    for name, _ in rule.where:
        if name not in schema.by_name:
            facts = {"rule": rule.id, "field": name, "kind": rule.of}
            yield finding("RULE-01", "where", row.path, row.line_of("where"), close(name, schema.by_name), **facts)
    for path in rule.paths:
        if not leads(site, schema, path):
            facts = {"rule": rule.id, "field": ".".join(path), "kind": rule.of}
            yield finding("RULE-01", "fields", row.path, row.line_of("fields"), **facts)
