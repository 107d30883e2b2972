"""one-of: a field must hold one of the values that the strategy allows."""

from collections.abc import Iterator

from daylight.findings import Finding, close
from daylight.record import Record
from daylight.rules.strategy.about import as_typed
from daylight.rules.strategy.paths import held, is_doubted, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award", "decision", "opportunity", "fund", "round", "organisation", "document", "publisher")
NEEDS = ("fields", "values")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """Everything that stands in the fields is one of the values, and there is something."""
    values, of = ("one of " if len(rule.values) > 1 else "") + ", ".join(rule.values), rule.paths[0]
    found = [(path, as_typed(value)) for path in rule.paths for value in held(site, record, path)]
    if not found and not any(is_doubted(site, record, path) for path in rule.paths):
        yield rule.say(record, "missing", of[0], field=named(of), values=values)
    for path, value in found:
        if value not in rule.values:
            fix = close(value, rule.values) if len(path) == 1 else ""
            yield rule.say(record, "other", path[0], fix, field=named(path), values=values, value=value)
