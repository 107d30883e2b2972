"""The rules that an office's own strategies set: code once, figures and words in its data/publisher.yml.

One file here is one check, named in the column `check`. It says with `OF` at which kinds of record it can look and with
`NEEDS` which columns a rule must fill; its `check(site, record, rule)` yields findings, in the words that findings.yml has
under its name. Where a record may say too little to be judged at all, `judges(site, record, rule)` tells so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

from daylight.days import DATED, day_of
from daylight.findings import Finding, close
from daylight.keeping import kept
from daylight.record import Record
from daylight.rules.strategy.about import applies, fits, funds_of, is_paid
from daylight.rules.strategy.paths import leads, lists
from daylight.rules.strategy.rule import WILD, Rule, rules_of
from daylight.schema import KINDS
from daylight.site import Site

OF = KINDS
CHECKS = {
    module.name.replace("_", "-"): found
    for module in iter_modules(__path__)
    if hasattr(found := import_module(f"{__name__}.{module.name}"), "check")
}

# Whether a record says enough for a check: a fund without any round cannot be said to have enough of them.
JUDGES = {name: getattr(module, "judges", None) for name, module in CHECKS.items()}
ALL_TIMES = "all"  # the day of a record of a kind that has none: all rules are asked of it, and their checks look at times


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A record meets the rules of the strategy that was in force on its date, with its figures (the office's own strategy)."""
    for rule in asked(site, record):
        yield from CHECKS[rule.check].check(site, record, rule)


@kept
def asked(site: Site, record: Record) -> list[Rule]:
    """The rules of strategies that are about a record and can be judged by what it says, whether or not it meets them."""
    if record.kind == "award" and not is_paid(record):
        return []
    index = in_force(site, site.publisher).get(record.kind)
    if index is None:
        return []
    if "procurement_commenced_on" in record.values:  # then each rule has a day of its own
        found = [rule for rule in index.rules if applies(record, rule)]
    else:
        found = [rule for rule in index.about(record) if fits(record, rule)]
    return [rule for rule in found if (judges := JUDGES[rule.check]) is None or judges(site, record, rule)]


@dataclass
class Index:
    """The rules about one kind of record, and by day and fund those that are in force."""

    rules: list[Rule]
    by_day: dict[tuple[str, frozenset[str]], list[Rule]] = field(default_factory=dict)

    def about(self, record: Record) -> list[Rule]:
        """The rules in force on the day of a record and about its funds; none where it should have a day and has none."""
        day, funds = (day_of(record) if record.kind in DATED else ALL_TIMES), frozenset(funds_of(record))
        if not day:
            return []
        if (day, funds) not in self.by_day:
            now = [r for r in self.rules if day == ALL_TIMES or r.first <= day <= r.last]
            self.by_day[day, funds] = [r for r in now if not r.fund or r.fund in funds]
        return self.by_day[day, funds]


@kept
def in_force(site: Site, publisher: Record) -> dict[str, Index]:
    """The rules that can be applied, by the kind of record that they are about."""
    return {kind: Index(rules) for kind, rules in sound(site, publisher).items()}


@kept
def sound(site: Site, publisher: Record) -> dict[str, list[Rule]]:
    """The rules that say all that their checks need, by the kind of record that they are about. RULE-01 names the others."""
    of = rules_of(site, publisher)
    return {kind: [rule for rule in rules if next(faults(site, rule), None) is None] for kind, rules in of.items()}


@kept
def unsound(site: Site, publisher: Record) -> frozenset[str]:
    """The identifiers of the rules that cannot be applied as they stand."""
    return frozenset(r.id for of in rules_of(site, publisher).values() for r in of if next(faults(site, r), None) is not None)


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
    for name, values in rule.where:
        if name not in (known := {**schema.by_name, **lists(site, schema)}):
            yield "where", "where", close(name, known), {"field": name, "kind": rule.of}
        elif labels := schema.by_name[name].labels if name in schema.by_name else {}:
            facts = {"field": name, "values": ", ".join(labels)}
            odd = sorted(values - labels.keys() - WILD)
            yield from (("where-value", "where", close(value, labels), facts | {"value": value}) for value in odd)
    for path in rule.paths:
        if not leads(site, schema, path):
            fix = close(path[0], {**schema.by_name, **lists(site, schema)}) if len(path) == len(rule.paths) == 1 else ""
            yield "fields", "fields", fix, {"field": ".".join(path), "kind": rule.of}
