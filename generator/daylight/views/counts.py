"""The values that each record has in the facets of its register, and how many records have each."""

from collections import Counter

from daylight.derived import withheld
from daylight.keeping import kept, once_of
from daylight.record import Record
from daylight.site import Site
from daylight.views.facet import NONE, SILENT, WITHHELD, Facet
from daylight.views.facets import FACETS


@kept
def values(site: Site, record: Record) -> dict[str, tuple[str, ...]]:
    """The values of a record in each facet of its register; `WITHHELD` or `NONE` where it has none."""
    hidden = withheld(site, record) if record.children and record.rows("withholdings") else {}
    found = {}
    for facet in FACETS[record.kind]:
        silent = WITHHELD if hidden and any(name in hidden for name in facet.fields) else NONE
        found[facet.name] = facet.values(site, record) or (silent,)
    return found


@once_of
def counted(site: Site) -> dict[str, dict[str, dict[str, int]]]:
    """How many records of each kind have each value of each facet, in the order in which the values are shown."""
    found = {}
    for kind, facets in FACETS.items():
        having = [values(site, record) for record in site.records[kind].values()]
        found[kind] = {facet.name: _sorted(site, facet, _counts([of[facet.name] for of in having])) for facet in facets}
    return found


def _counts(having: list[tuple[str, ...]]) -> Counter[str]:
    """How often each value occurs; those that have the same ones are counted together."""
    counts: Counter[str] = Counter()
    for some, number in Counter(having).items():
        for value in some:
            counts[value] += number
    return counts


def _sorted(site: Site, facet: Facet, counts: Counter[str]) -> dict[str, int]:
    if facet.labels is not None:
        places = {value: place for place, value in enumerate([*facet.labels, *reversed(SILENT)])}
        return {value: counts[value] for value in sorted(counts, key=places.__getitem__)}
    if facet.latest:
        return {value: counts[value] for value in sorted(counts, key=lambda v: (v not in SILENT, v), reverse=True)}
    names = {value: facet.label(site, value).casefold() for value in counts}
    return {value: counts[value] for value in sorted(counts, key=lambda v: (v in SILENT, -counts[v], names[v], v))}
