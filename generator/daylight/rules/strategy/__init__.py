"""The rules that an office's own strategies set: code once, figures and words in its data/publisher.yml.

One file here is one check, named in the column `check`. It says with `OF` at which kinds of record it can look and with
`NEEDS` which columns a rule must fill; its `check(site, record, rule)` yields findings, in the words that findings.yml has
under its name. Where a record may say too little to be judged at all, `judges(site, record, rule)` tells so.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from daylight.findings import Finding, close
from daylight.rules.strategy.paths import leads, lists
from daylight.rules.strategy.rule import Rule, applies, rules_of
from daylight.schema import KINDS
from daylight.site import Record, Site, kept

OF = KINDS
CHECKS = {
    module.name.replace("_", "-"): found
    for module in iter_modules(__path__)
    if hasattr(found := import_module(f"{__name__}.{module.name}"), "check")
}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A record meets the rules of the strategy that was in force on its date, with its figures (the office's own strategy)."""
    for rule in asked(site, record):
        yield from CHECKS[rule.check].check(site, record, rule)


def asked(site: Site, record: Record) -> list[Rule]:
    """The rules of strategies that are about a record and can be judged by what it says, whether or not it meets them."""
    rules = sound(site, site.publisher).get(record.kind, ())
    return [rule for rule in rules if applies(site, record, rule) and _judges(site, record, rule)]


def _judges(site: Site, record: Record, rule: Rule) -> bool:
    """Whether a record says enough for a check: a fund without any round cannot be said to have enough of them."""
    judges = getattr(CHECKS[rule.check], "judges", None)
    return judges is None or judges(site, record, rule)


@kept
def sound(site: Site, publisher: Record) -> dict[str, list[Rule]]:
    """The rules that say all that their checks need, by the kind of record that they are about. RULE-01 names the others."""
    of = rules_of(site, publisher)
    return {kind: [rule for rule in rules if next(faults(site, rule), None) is None] for kind, rules in of.items()}


def faults(site: Site, rule: Rule) -> Iterator[tuple[str, str, str, dict]]:
    """Why a rule cannot be applied: the wording under RULE-01, the column, what to type instead, and facts for the words."""
    if rule.check not in CHECKS:
        yield "check", "check", close(rule.check, CHECKS), {"value": rule.check}
        return
    of = CHECKS[rule.check]
    if rule.of not in of.OF:
        yield "of", "of", "", {"check": rule.check, "values": ", ".join(of.OF)}
        return
    missing = [name for name in of.NEEDS if name not in rule.row.values]
    yield from (("needs", "check", "", {"check": rule.check, "field": name}) for name in missing)
    if not missing and hasattr(of, "fits") and not of.fits(rule):
        yield "values", "values", "", {"check": rule.check, "like": of.LIKE}
    schema = site.schemas[rule.of]
    for name, _ in rule.where:
        if name not in (known := {**schema.by_name, **lists(site, schema)}):
            yield "where", "where", close(name, known), {"field": name, "kind": rule.of}
    for path in rule.paths:
        if not leads(site, schema, path):
            yield "fields", "fields", "", {"field": ".".join(path), "kind": rule.of}
