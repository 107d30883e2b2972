"""All rules, one file each. A rule is `check(site)`, yielding findings; its docstring says the rule and its authority."""

from daylight.findings import Finding
from daylight.rules import date_01, num_01, ref_01
from daylight.site import Site

RULES = (ref_01, num_01, date_01)


def check(site: Site) -> list[Finding]:
    """Everything that the rules find in a site."""
    return [found for rule in RULES for found in rule.check(site)]
