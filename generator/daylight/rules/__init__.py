"""All rules, one file each: a module whose docstring says its identifier, the rule, and in `check` its authority.

A rule about records has `check(site, record)`, and `OF` names their kinds. It looks no further than `keeping` says. With
`IF` it is asked only of records in whose texts a first look found something (see texts.Looked). A rule about the whole has
`check_site(site)`. The rules that the strategies of offices set are in strategy/.
"""

from importlib import import_module
from pkgutil import iter_modules

from daylight.findings import ERROR, Finding
from daylight.keeping import kept
from daylight.record import Record
from daylight.rules.exc_01 import explained
from daylight.rules.one_each import leading
from daylight.rules.texts import NOTHING, looked
from daylight.schema import KINDS
from daylight.site import Site
from daylight.workers import split, spread

PARALLEL = 4000  # from so many records on, more than one process looks at them
MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
OF_RECORDS = [module for module in MODULES if hasattr(module, "check")]
ASKED = {kind: [module for module in OF_RECORDS if kind in module.OF and not hasattr(module, "IF")] for kind in KINDS}
ASKED_IF = {kind: [module for module in OF_RECORDS if kind in module.OF and hasattr(module, "IF")] for kind in KINDS}
OF_SITE = [module for module in MODULES if hasattr(module, "check_site")]


def check(site: Site) -> list[Finding]:
    """Everything that the rules find in a site, but for what exceptions explain."""
    records = [record for of in site.records.values() for record in of.values()]
    parts = split([record for record in records if check_record.kept_as not in record.kept], PARALLEL)
    for part, found in zip(parts, spread(lambda part: [check_record(site, r) for r in part], parts), strict=True):
        for record, said in zip(part, found, strict=True):
            record.kept[check_record.kept_as] = said
    in_records = [found for record in records for found in check_record(site, record)]
    said = {(f.path, f.line) for f in in_records if f.severity == ERROR}  # so much of a line is enough at a time
    between = (found for rule in OF_SITE for found in rule.check_site(site))
    return [*in_records, *(f for f in between if f.path.endswith(".csv") or (f.path, f.line) not in said)]


@kept
def check_record(site: Site, record: Record) -> tuple[Finding, ...]:
    """What the rules find in one record, but for what its exceptions explain."""
    asked, look = ASKED[record.kind], looked(site, record)
    if look is not NOTHING:
        asked = [*asked, *(rule for rule in ASKED_IF[record.kind] if getattr(look, rule.IF))]
    found = [found for rule in asked for found in rule.check(site, record)]
    said = explained(site, record, found)
    return tuple(leading(record, said) if found or record.doubted else said)
