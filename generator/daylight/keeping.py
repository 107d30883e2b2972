"""What is worked out from records, kept until it may have changed: with a record, a kind, or the site as it is now.

Each of the four says how far the work may look; `neighbours` is the other side of that, for whoever drops what changed.
"""

from collections.abc import Callable
from functools import wraps

from daylight.record import Record
from daylight.site import Site
from daylight.words import ENGLISH, language


def kept(make: Callable) -> Callable:
    """Makes `make(site, record)` work once for a record, until the record or a neighbour of it changes.

    It may look at the record, at those that it refers to, at those that refer to it or to an organisation that it refers to,
    and at what those refer to: no further. What it takes from the publisher may change at any time: then all is made again.
    Made for the publisher, it may look at everything.
    """
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def once(site: Site, record: Record):
        if name not in record.kept:
            record.kept[name] = make(site, record)
        return record.kept[name]

    once.kept_as = name
    return once


def kept_words(make: Callable) -> Callable:
    """As `kept`, for what is made of words: once for a record in each language."""
    plain = kept(make)

    @wraps(make)
    def once(site: Site, record: Record):
        if language() == ENGLISH:
            return plain(site, record)
        name = f"{plain.kept_as}@{language()}"
        if name not in record.kept:
            record.kept[name] = make(site, record)
        return record.kept[name]

    return once


def kept_of(make: Callable) -> Callable:
    """Makes `make(site, kind)` work once for all records of a kind, until what one of them publishes changes.

    It may look at what the records of the kind and the publisher publish (`exports.TEXTS`), and at nothing else.
    """

    @wraps(make)
    def once(site: Site, kind: str):
        name = (f"{make.__module__}.{make.__name__}", kind)
        if name not in site.kept:
            site.kept[name] = make(site, kind)
        return site.kept[name]

    return once


def once_of(make: Callable) -> Callable:
    """Makes `make(site)` work once for a site as it is now. It may look at everything, and nothing of it outlives a change."""
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def once(site: Site):
        if name not in site.once:
            site.once[name] = make(site)
        return site.once[name]

    return once


def neighbours(site: Site, record: Record) -> set[tuple[str, str]]:
    """The kinds and keys of all records whose kept work may have looked at this one."""
    near = {(record.kind, record.key)} | _referred(site, record)
    for target in list(near):
        if target[0] == "organisation":
            near |= {(link.source.kind, link.source.key) for link in site.incoming.get(target, ())}
    for link in site.incoming.get((record.kind, record.key), ()):
        near.add((link.source.kind, link.source.key))
        near |= _referred(site, link.source)
    return near


def _referred(site: Site, record: Record) -> set[tuple[str, str]]:
    return {link.target for link in site.links_of(record)}
