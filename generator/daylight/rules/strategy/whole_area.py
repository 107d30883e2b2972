"""whole-area: an award that serves a part of the force area only must say why."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.paths import all_held, named
from daylight.rules.strategy.rule import Rule
from daylight.site import Site

OF = ("award",)
NEEDS = ("fields", "figure")


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """The areas of an award hold the whole force area, or as many districts as it has (the figure), or a field says why not.

    Where no area is recorded, nothing is known and nothing is said.
    """
    areas = site.targets(record, "area")
    if any(link.field.refers == "area" and site.may_be(*link.target) for link in site.links_of(record)):
        return  # one cannot be read
    if not areas or len(areas) >= rule.get("figure") or any(area.get("kind") == "force_area" for area in areas):
        return
    if not all_held(site, record, rule.paths):
        names = ", ".join(site.label(area) for area in areas)
        yield rule.say(record, "part", "areas", field=named(rule.paths[0]), names=names)
