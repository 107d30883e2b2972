"""Finds in records that enter the history what the rules about private things and safe places find, and what no rule sees."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from daylight.derived import recipients
from daylight.findings import Finding
from daylight.guard.commits import Tree
from daylight.guard.texts import caught, told
from daylight.load import assemble, is_record
from daylight.read import read_data
from daylight.record import Record
from daylight.rules import OF_RECORDS
from daylight.rules.exc_01 import explained
from daylight.schema import Schema, load_schemas, of_file
from daylight.site import Site
from daylight.sources import Entry, read_csv, read_yaml
from daylight.values import parse

RULES = [module for module in OF_RECORDS if re.match(r"(DP|SAFE)-", module.__doc__)]
MANY = 300  # changed files, from which on all records are read rather than those near the changed ones
POLICY = ("data/publisher.yml", "data/areas/")  # what rules about places ask of the office itself
COMMENT = re.compile(r"(?:^|\s)#.*")


def near(tree: Tree, home: str, changed: Mapping[str, bytes]) -> dict[str, bytes]:
    """The other records of an office that decide what the changed ones may tell, by their paths below the office `home`.

    Those are what names a changed record, and the bodies that an award goes to.
    """
    there = [path.removeprefix(home) for path in tree.blobs if path.startswith(f"{home}data/")]
    there = [path for path in there if is_record(Path(path)) and path not in changed]
    if len(changed) < MANY:
        keys = {key for path, data in changed.items() for key in _keys(path, data)}
        naming = {path.removeprefix(home) for path in tree.naming(keys, f"{home}data")}
        naming.update(path for path in there if Path(path).stem in keys)
        said = b"\n".join([*changed.values(), *tree.read(home + path for path in naming).values()]).decode("utf-8", "replace")
        words = set(re.findall(r"[a-z0-9-]+", said))
        bodies = (p for p in there if p.startswith("data/organisations/") and (p.endswith(".csv") or Path(p).stem in words))
        wanted = naming.union(bodies)
        there = [path for path in there if path in wanted or path.startswith(POLICY)]
    return {path.removeprefix(home): data for path, data in tree.read(home + path for path in there).items()}


def _keys(path: str, data: bytes) -> Iterator[str]:
    """The keys of the records that a file is of."""
    if path.endswith(".csv"):
        yield from (next(iter(entry.texts.values())) for entry in read_csv(path, data)[0] if entry.texts)
    else:
        yield Path(path).stem


def look(changed: Mapping[str, bytes], near: Mapping[str, bytes], today: str) -> list[Finding]:
    """What is found in changed files of records, by paths below their office, which lie among others.

    A body that receives a changed award is looked at as well: the award can make its town unsafe.
    """
    schemas = load_schemas()
    parts = {path: read_data(schemas, path, data) for path, data in {**near, **changed}.items()}
    site, _ = assemble(schemas, parts, today)
    records = [record for of in site.records.values() for record in of.values()]
    ours = [record for record in records if record.path in changed or any(r.path in changed for r in _rows(record))]
    bodies = {body.key: body for record in ours if record.kind == "award" for body in recipients(site, record)}
    looked = {(record.kind, record.key): record for record in (*ours, *bodies.values())}
    found = [said for record in looked.values() for said in _ruled(site, record)]
    known = {(said.path, said.line, said.rule) for said in found}
    left = (said for path, data in changed.items() for said in unseen(schemas, path, data))
    return [*found, *(said for said in left if (said.path, said.line, said.rule) not in known)]


def _rows(record: Record) -> Iterator:
    return (row for rows in record.children.values() for row in rows)


def _ruled(site: Site, record: Record) -> Iterator[Finding]:
    found = [said for rule in RULES if record.kind in rule.OF for said in rule.check(site, record)]
    return (said for said in explained(site, record, found) if re.match(r"(DP|SAFE)-", said.rule))


def unseen(schemas: Mapping[str, Schema], path: str, data: bytes) -> Iterator[Finding]:
    """What is private where no rule looks: in comments, in fields that there are not, in values of a wrong form."""
    read: Callable = read_csv if path.endswith(".csv") else read_yaml
    entries, wrong = read(path, data)
    text = data.decode("utf-8", "replace")
    if not entries or any(said.rule == "FILE" for said in wrong):
        apart = re.sub('[,;\t"]', " ; ", text) if path.endswith(".csv") else text
        yield from told(path, caught(apart, refuge=True), "file")
        return
    lines = text.split("\n") if path.endswith(".yml") else []
    comments = (COMMENT.search(line) for line in lines)
    for line, comment in enumerate(comments, 1):
        if comment:
            yield from told(path, caught(comment[0], refuge=True), "comment", line)
    schema = of_file(schemas, path)
    for entry in entries:
        yield from _left(schemas, schema, path, entry)


def _left(schemas: Mapping[str, Schema], schema: Schema | None, path: str, entry: Entry) -> Iterator[Finding]:
    """What is private in the values of an entry that are none of its schema."""
    for name, text in entry.texts.items():
        field = schema.by_name.get(name) if schema and name else None
        if not name and schema:  # a plain text stands for the first field of a list
            field = next(f for f in schema.fields if not f.derived and f.name != schema.parent)
        if field is None or field.derived or parse(field, text, path, 1)[1]:
            yield from told(path, caught(f"{name}: {text}", refuge=True), "line", entry.lines.get(name, entry.line))
    children = {schemas[child].list: schemas[child] for child in schema.children} if schema else {}
    for name, entries in entry.lists.items():
        for row in entries:
            yield from _left(schemas, children.get(name), path, row)
