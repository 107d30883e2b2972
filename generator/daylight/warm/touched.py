"""What a change of records touches: the pages that may look different, and the work that was kept and is no longer true."""

from collections.abc import Iterable

from daylight import exports, rules
from daylight.keeping import neighbours
from daylight.record import Record, same
from daylight.site import Site

_text = exports.TEXTS[-1]  # which holds all that is published of a record
Key = tuple[str, str]  # the kind and key of a record


def touched(old: Site, new: Site) -> set[Key]:
    """The records whose pages may differ between two sites. What was worked out from what has changed is dropped."""
    changed = {at for at in _keys(old) | _keys(new) if not _alike(_find(old, at), _find(new, at))}
    near = _near(old, changed) | _near(new, changed)
    found = near | _next_rounds(old, near) | _next_rounds(new, near) | _led_to(new, near)
    altered = _drop(old, new, near)
    if any(kind == "publisher" for kind, _ in changed):
        for record in _all(new):
            record.kept.clear()
        return _keys(new) | found
    if old.unread != new.unread:  # what leads to a file that could not be read was not judged
        for record in _all(new):
            record.kept.pop(rules.check_record.kept_as, None)
    if old.past is not new.past or old.releases != new.releases:
        return _keys(new) | found
    new.kept = {(name, kind): value for (name, kind), value in old.kept.items() if kind not in altered}
    return found


def _all(site: Site) -> Iterable[Record]:
    return (record for of in site.records.values() for record in of.values())


def _keys(site: Site) -> set[Key]:
    return {(kind, key) for kind, of in site.records.items() for key in of}


def _find(site: Site, at: Key) -> Record | None:
    return site.records[at[0]].get(at[1])


def _near(site: Site, changed: set[Key]) -> set[Key]:
    """The records of a site whose kept work may have looked at one of those that changed."""
    return {near for at in changed if (record := _find(site, at)) for near in neighbours(site, record)}


def _led_to(site: Site, near: set[Key]) -> set[Key]:
    """What some records lead to, and the districts of an area: their pages say what the larger area has."""
    found = set()
    for kind, key in near:
        if record := site.get(kind, key):
            found |= {link.target for link in site.links_of(record)}
            found |= {(kind, inside.key) for inside in site.sources(record, "area")} if kind == "area" else set()
    return found


def _drop(old: Site, new: Site, near: set[Key]) -> set[str]:
    """Drops what is kept of some records, and returns the kinds of those that publish something else than before."""
    before = {at: record.kept.get(_text.kept_as) for at in near if (record := old.get(*at))}
    for kind, key in near:
        if record := new.get(kind, key):
            record.kept.clear()
    new.publisher.kept.clear()  # its rules count records of a whole kind
    now = {at: _text(new, record) for at in near if (record := new.get(*at))}
    return {at[0] for at in near if now.get(at) != before.get(at)}


def _next_rounds(site: Site, near: Iterable[Key]) -> set[Key]:
    """The opportunities whose pages may tell what one of those nearby funded: they name it, or are of the same fund."""
    rounds = [record for kind, key in near if kind == "opportunity" and (record := site.get(kind, key))]
    targets = {(r.kind, r.key) for r in rounds} | {("fund", r.values["fund"]) for r in rounds if "fund" in r.values}
    links = (link for target in targets for link in site.incoming.get(target, ()))
    return {(link.source.kind, link.source.key) for link in links if link.source.kind == "opportunity"}


def _alike(old: Record | None, new: Record | None) -> bool:
    """Whether a record is as it was; then what was worked out from it stays, but for findings, which name lines."""
    if old is new:
        return True
    if not old or not new or not same(old, new):
        return False
    kept = {name: value for name, value in old.kept.items() if not name.startswith(rules.__name__)}
    new.kept = kept | new.kept  # whose links are of its own rows, on their own lines
    return True
