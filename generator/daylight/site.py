"""A site: everything that one publisher publishes, linked both ways."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from daylight.history import Past
from daylight.record import Record, Row
from daylight.releases import Release
from daylight.schema import Field, Schema
from daylight.words import LANGUAGES


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
    kept: dict[tuple[str, str], object] = field(default_factory=dict)  # see `keeping.kept_of`
    once: dict[str, object] = field(default_factory=dict)  # see `keeping.once_of`

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
