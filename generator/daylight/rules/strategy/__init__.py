"""The rules that an office's own strategies set: code once, figures and words in its data/publisher.yml.

One file here is one check, named in the column `check`. It says with `OF` at which kinds of record it can look and with
`NEEDS` which columns a rule must fill; its `check(site, record, rule)` yields findings, in the words that findings.yml has
under its name.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from daylight.findings import Finding
from daylight.rules.strategy.rule import Rule, applies, rules_of
from daylight.schema import KINDS
from daylight.site import Record, Site

OF = KINDS
CHECKS = {
    module.name.replace("_", "-"): found
    for module in iter_modules(__path__)
    if hasattr(found := import_module(f"{__name__}.{module.name}"), "check")
}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """A record meets the rules of the strategy that was in force on its date, with its figures (the office's own strategy)."""
    for rule in rules_of(site, site.publisher).get(record.kind, ()):
        if rule.check in CHECKS and applies(site, record, rule):
            yield from CHECKS[rule.check].check(site, record, rule)


def asked(site: Site, record: Record) -> list[Rule]:
    """The rules of strategies that a record must meet, whether or not it does."""
    rules = rules_of(site, site.publisher).get(record.kind, ())
    return [rule for rule in rules if rule.check in CHECKS and applies(site, record, rule)]
