"""The known gaps of the data: cells without a value, numbers and months without a record, and what a duty asks for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from daylight.derived import derived, withheld
from daylight.keeping import kept_of, once_of
from daylight.record import Record, Row
from daylight.registers import gaps
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.views import coverage, expected
from daylight.views.completeness import paragraphs


@dataclass(frozen=True)
class Known:
    """A gap of a kind in a table: a column, a number, a month, or something that a duty asks for, named by `item`.

    Of a column's `empty` cells, in some the law or the strategy `expected` a value, for some the source's own words stand in
    another column (`as_published`), and some are `withheld`; None where that is no question. `explanation` is the office's.
    """

    kind: str
    table: str
    item: str
    title: str
    rows: int | None = None
    empty: int | None = None
    expected: int | None = None
    as_published: int | None = None
    withheld: int | None = None
    law: str = ""
    explanation: str = ""


@once_of
def known_gaps(site: Site) -> list[Known]:
    """All known gaps: the columns in the order of the tables, then the numbers, the months, and the duties."""
    columns = chain.from_iterable(_columns(site, kind) for kind in site.records)
    return [*columns, *_numbers(site), *_months(site), *_duties(site)]


@kept_of
def _columns(site: Site, kind: str) -> list[Known]:
    """The columns of the table of a kind, and of the tables of its lists, in which a cell is empty."""
    schema, records = site.schemas[kind], site.records[kind].values()
    filled = Counter(chain.from_iterable(r.values.keys() | derived(site, r).keys() for r in records))
    found = list(_empty(schema, len(records), filled, _why(site, schema, records)))
    lists: dict[str, list[Row]] = {}
    for record in records:
        for name, rows in record.children.items():
            lists.setdefault(name, []).extend(rows)
    for child in (site.schemas[name] for name in schema.children):
        rows = lists.get(child.list, [])
        own = {child.parent: len(rows), "number": len(rows)}  # which every row has
        found += _empty(child, len(rows), Counter(chain.from_iterable(row.values for row in rows)) | Counter(own), {})
    return found


def _empty(schema: Schema, rows: int, filled: Counter, why: dict[str, Counter]) -> Iterator[Known]:
    for field in schema.fields:
        if empty := rows - filled[field.name]:
            of = why.get(field.name, Counter())
            asked = of["expected"] if field.expected is not None else None
            said = of["as_published"] if f"{field.name}_as_published" in schema.by_name else None
            law = field.law if field.expected is not None else ""
            yield Known("column", schema.resource, field.name, field.title, rows, empty, asked, said, of["withheld"], law)


def _why(site: Site, schema: Schema, records: Iterable[Record]) -> dict[str, Counter]:
    """Of the empty cells of each column: in how many a value is expected, said in the words of the source, or withheld."""
    found: dict[str, Counter] = {field.name: Counter() for field in schema.fields}
    asked = [field for field in schema.fields if field.expected is not None]
    printed = [(f.name, words) for f in schema.fields if (words := f"{f.name}_as_published") in schema.by_name]
    for record in records:
        hidden = withheld(site, record) if record.children else {}
        said = [name for name, words in printed if words in record.values]
        if said or hidden:
            empty = found.keys() - record.values.keys() - derived(site, record).keys()
            for why, names in (("as_published", said), ("withheld", hidden)):
                for name in empty.intersection(names):
                    found[name][why] += 1
        for field in _asked(record, asked):
            found[field.name]["expected"] += field.name not in hidden
    return found


def _asked(record: Record, fields: list[Field]) -> Iterator[Field]:
    """The fields without a value of which the page of the record says "not published", or that they are withheld."""
    lists = {name for name, rows in record.children.items() if rows}
    yield from (field for field in fields if field.name not in record.values and expected(record, field, lists))


def _numbers(site: Site) -> Iterator[Known]:
    """The numbers that the register of decisions leaves out, with the office's explanation where it gives one."""
    reasons, table = site.schemas["publisher_gap"].by_name["reason"].labels, site.schemas["decision"].resource
    for gap in gaps(site):
        said = (reasons.get(gap.row.get("reason"), ""), gap.row.get("note", "")) if gap.row else ()
        yield Known("number", table, gap.reference, gap.year, explanation=": ".join(text for text in said if text))


def _months(site: Site) -> Iterator[Known]:
    """The months without a record of a kind, between others that have one."""
    for kind in coverage.KINDS:
        for of in reversed(coverage.months(site, kind)):
            for place, count in enumerate(of.counts):
                if count == 0:
                    year, month = int(of.year[:4]) + (place > 8), (place + 3) % 12 + 1
                    yield Known("month", site.schemas[kind].resource, f"{year}-{month:02d}", of.year)


def _duties(site: Site) -> Iterator[Known]:
    """The duties of which nothing is recorded on the site, and what else they ask for and is not here, one by one."""
    table = site.schemas["publication"].resource
    for duty in paragraphs(site):
        if duty.absent:
            yield Known("duty", table, duty.code, duty.title)
            continue
        for of in duty.missing:
            where = (site.schemas[of.kind].resource, of.key, site.label(of)) if isinstance(of, Record) else (table, of, of)
            yield Known("owed", where[0], f"{duty.code}/{where[1]}", f"{duty.title}: {where[2]}")
