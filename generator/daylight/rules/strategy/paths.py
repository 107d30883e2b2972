"""Paths: how a rule names what it looks at, such as `conditions`, `outcomes.kind` or `recipient.sector`.

A path goes from a record into its lists and, by references, to other records, no further than `keeping` allows.
"""

from collections.abc import Iterator
from functools import cache

from daylight.findings import words
from daylight.record import Record, Row
from daylight.schema import Schema, load_schemas
from daylight.site import Site
from daylight.values import Value

Path = tuple[str, ...]


def held(site: Site, record: Record, path: Path) -> list[Value | Row]:
    """Everything that stands at a path: values, or the rows of a list where the path ends with one."""
    if len(path) == 1:
        value = record.values.get(path[0])
        return record.rows(path[0]) if value is None else [value]
    return list(_walk(site, site.schemas[record.kind], record, path))


def all_held(site: Site, record: Record, paths: tuple[Path, ...]) -> list[Value | Row]:
    """Everything that stands at some paths."""
    return [value for path in paths for value in held(site, record, path)]


def _walk(site: Site, schema: Schema, row: Row, path: Path) -> Iterator[Value | Row]:
    name, rest = path[0], path[1:]
    field = schema.by_name.get(name)
    if field is not None:
        value = row.values.get(name)
        if value is not None and not rest:
            yield value
        elif value is not None and field.refers and (target := site.get(field.refers, value)):
            yield from _walk(site, site.schemas[field.refers], target, rest)
    elif isinstance(row, Record) and row.children:
        child = lists(site, schema).get(name)
        for found in row.rows(name) if child else ():
            yield from _walk(site, child, found, rest) if rest else (found,)


def is_doubted(site: Site, record: Record, path: Path) -> bool:
    """Whether it is said already that what stands at the end of a path is wrong, there or in a record that it leads to, or
    that this cannot be read."""
    if len(path) == 1:
        return path[0] in record.doubted
    lost = any(link.field.name == path[0] and site.may_be(*link.target) for link in site.links_of(record))
    return lost or any(path[-1] in row.doubted for row in _ends(site, record, path[:-1]))


def _ends(site: Site, record: Record, path: Path) -> Iterator[Row]:
    """The records that a path of references leads to, and the rows of the list that it names."""
    schema = site.schemas[record.kind]
    for found in held(site, record, path):
        field = schema.by_name.get(path[0]) if len(path) == 1 else None
        target = site.get(field.refers, found) if field and field.refers else None
        if row := target or (found if isinstance(found, Row) else None):
            yield row


def lists(site: Site, schema: Schema) -> dict[str, Schema]:
    """The child tables of a kind by the names of their lists."""
    return {site.schemas[name].list: site.schemas[name] for name in schema.children}


def leads(site: Site, schema: Schema, path: Path) -> bool:
    """Whether there is anything of that name at each step of a path."""
    name, rest = path[0], path[1:]
    if field := schema.by_name.get(name):
        return not rest or bool(field.refers and leads(site, site.schemas[field.refers], rest))
    child = lists(site, schema).get(name)
    return child is not None and (not rest or leads(site, child, rest))


def named(path: Path) -> str:
    """A path as a sentence says it after "the": `recipient.sector` is "sector of the recipient"."""
    *first, last = path
    if first and first[-1] in _lists():
        return " of the ".join([f'field "{last}" in the list "{first[-1]}"', *map(words, reversed(first[:-1]))])
    return " of the ".join(words(name) for name in reversed(path))


@cache
def _lists() -> frozenset[str]:
    """The names of all lists."""
    return frozenset(schema.list for schema in load_schemas().values() if schema.parent)
