"""A site: everything that one publisher publishes, linked both ways."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import wraps
from typing import NamedTuple

from daylight.history import Past
from daylight.releases import Release
from daylight.schema import Field, Schema
from daylight.values import Value
from daylight.words import ENGLISH, LANGUAGES, language


@dataclass(eq=False, slots=True)
class Row:
    """One row of a child table, such as a yearly amount. Missing values are absent."""

    path: str
    line: int
    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def get(self, name: str, default=None):
        return self.values.get(name, default)

    def line_of(self, name: str) -> int:
        """The line on which a field stands, or the first line of the record where it is missing."""
        return self.lines.get(name, self.line)


@dataclass(eq=False, slots=True)
class Record(Row):
    """One record of a kind, with the rows of its child tables by the name of the list. A record with mistakes still exists.

    `kept` holds what was worked out from it and its neighbours (see `kept` below); it is emptied when one of them changes.
    """

    kind: str = ""
    key: str = ""
    children: dict[str, list[Row]] = field(default_factory=dict)
    kept: dict = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        return self.children.get(name, [])


class Link(NamedTuple):
    """A reference from a record to another one: by which field, and in which row of a child table if any."""

    source: Record
    field: Field
    row: Row
    target: tuple[str, str]  # the kind and key of the record that it leads to, if there is one


@dataclass(eq=False)
class Site:
    """All records of one publisher by kind and key, `today` as an ISO day, and the references that lead to each record.

    `past` is what git knows of them, and `releases` what was frozen of them before, oldest first. `address` is where the site
    is published, if that is not where the publisher says. `unread` names the kinds and keys of records that are there and
    could not be read (see `read.Part`).
    """

    schemas: dict[str, Schema]
    records: dict[str, dict[str, Record]]
    today: str
    past: Past = field(default_factory=Past)
    releases: tuple[Release, ...] = ()
    address: str = ""
    unread: frozenset[tuple[str, str]] = frozenset()
    incoming: dict[tuple[str, str], list[Link]] = field(default_factory=dict)
    kept: dict[tuple[str, str], object] = field(default_factory=dict)  # see `kept_of`
    once: dict[str, object] = field(default_factory=dict)  # see `once_of`

    def __post_init__(self) -> None:
        for of in self.records.values():
            for record in of.values():
                for link in self.links_of(record):
                    self.incoming.setdefault(link.target, []).append(link)

    @property
    def publisher(self) -> Record:
        for record in self.records["publisher"].values():
            return record
        return Record("data/publisher.yml", 1, kind="publisher")

    def all(self, kind: str) -> list[Record]:
        """All records of a kind, sorted by key."""
        return list(self.records[kind].values())

    def get(self, kind: str, key: str | None) -> Record | None:
        return self.records[kind].get(key) if key else None

    def may_be(self, kind: str, key: str) -> bool:
        """Whether there may be a record that could not be read under a kind and key."""
        return bool(self.unread) and not self.unread.isdisjoint({(kind, key), (kind, ""), ("", key)})

    def label(self, record: Record) -> str:
        """What a record is called in a link."""
        return str(record.get(self.schemas[record.kind].label) or record.key)

    def links_of(self, record: Record) -> tuple[Link, ...]:
        """The references that a record and its child rows make, whether or not they lead anywhere."""
        if "links" not in record.kept:
            record.kept["links"] = tuple(self._links(record))
        return record.kept["links"]

    def _links(self, record: Record) -> Iterator[Link]:
        schema = self.schemas[record.kind]
        for f in schema.references:
            if f.name in record.values:
                yield Link(record, f, record, (f.refers, record.values[f.name]))
        for name in schema.children if record.children else ():
            child = self.schemas[name]
            for row in record.rows(child.list):
                for f in child.references:
                    if f.name != child.parent and f.name in row.values:
                        yield Link(record, f, row, (f.refers, row.values[f.name]))

    def targets(self, record: Record, kind: str, *names: str) -> list[Record]:
        """The records of a kind that fields called one of `names` lead to, each once, in the order in which they stand."""
        found = {
            link.target[1]: None
            for link in self.links_of(record)
            if link.field.refers == kind and (not names or link.field.name in names)
        }
        return [self.records[kind][key] for key in found if key in self.records[kind]]

    def sources(self, record: Record, kind: str) -> list[Record]:
        """The records of a kind that refer to this one, each once, sorted by key."""
        found = {
            link.source.key: link.source
            for link in self.incoming.get((record.kind, record.key), [])
            if link.source.kind == kind
        }
        return [found[key] for key in sorted(found)]

    def url(self, path: str) -> str:
        """The whole address of a path below the site's root; the path alone where nobody says where the site is published."""
        home = self.address or self.publisher.get("address", "")
        return f"{home.rstrip('/')}/{path}" if home else path

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the site is published: English, and Welsh where the publisher says so."""
        return LANGUAGES if self.publisher.get("welsh") else LANGUAGES[:1]

    @property
    def time(self) -> str:
        """The moment in UTC of the commit that the records are of, like "2026-11-21T13:27:33Z"; else the start of `today`."""
        return self.past.time or f"{self.today}T00:00:00Z"

    def last_change(self, record: Record) -> str:
        """The day of the last change: as the record says, else as the history of its file says, else ''."""
        return record.get("modified") or self.past.changed.get(record.path, "")


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


def same(one: Record, other: Record | None) -> bool:
    """Whether two records say the same, from the same file, on whatever line."""
    if other is None or one.path != other.path or one.values != other.values or one.children.keys() != other.children.keys():
        return False
    pairs = ((one.children[name], other.children[name]) for name in one.children)
    return all([r.values for r in a] == [r.values for r in b] for a, b in pairs)


COUNTED = frozenset({"exact", "rounded", "net_of_vat"})


def countable(award: Record) -> Decimal | None:
    """The amount of an award where it may be added up, else None.

    Only money paid by the office counts (its own share, where others pay too), only where its amount is exact, rounded or
    net of VAT, and only where no other record holds the same money. A withdrawn award counts for nothing.
    """
    v = award.values
    if v.get("direction") != "out" or v.get("amount_basis") not in COUNTED or v.get("not_counted"):
        return None
    return None if v.get("status") == "withdrawn" else v.get("own_share", v.get("amount"))
