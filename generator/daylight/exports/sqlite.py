"""SQLite: every table in one file that any program can question in SQL, with its keys, references and indexes.

A table has the name that it has everywhere, with _ for -, so that nobody has to quote it. SQLite has no decimals. Each
column of pounds is therefore a number (REAL), and beside it stands a column of the same name and `_pence` with the whole
pence, by which sums are exact. Days are texts like "2024-05-01", which is how SQLite's own functions read them, yes and no
are 1 and 0, what has no value is NULL. The table `about` says this, whose data it is and of when.

The tables are not STRICT, for a SQLite older than 3.37 could not open the file. References are declared and not enforced
while the file is made: where one leads nowhere, `PRAGMA foreign_key_check` finds it, and the row is there all the same.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from daylight.exports import tables
from daylight.exports.file import File
from daylight.exports.stamp import licence, stamp
from daylight.exports.table import Table
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.views.citation import citation_of_all
from daylight.words import N_, _

TITLE = N_("SQLite")
ABOUT = N_("Everything in one database, with references between the tables, to ask questions in SQL.")
_TYPES = {"integer": "INTEGER", "number": "REAL", "date": "DATE", "boolean": "BOOLEAN"}
_STORED = {"true": 1, "false": 0}


def outputs(site: Site) -> Iterator[File]:
    every = tables.every(site)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.executescript("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF; BEGIN")
        made.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)")
        made.executemany("INSERT INTO about VALUES (?, ?)", _about(site).items())
        for table in every:
            _fill(made, table, site.schemas)
        made.execute("COMMIT")
        data = made.serialize()  # as it was made in memory, it does not name the version of the library that made it
    yield File(f"data/{site.publisher.key or 'office'}.sqlite", data, sum(table.count for table in every))


def named(schema: Schema) -> str:
    """The name of a table in SQL."""
    return schema.resource.replace("-", "_")


def _about(site: Site) -> dict[str, str]:
    said = {
        "licence_title": licence(site)["title"],
        "licence_address": licence(site)["path"],
        "attribution": site.publisher.get("attribution"),
        "citation": citation_of_all(site),
        "address": site.url(""),
        "money": _(
            "A column of pounds is a REAL number. The column beside it whose name ends in _pence holds the same money in"
            " whole pence. Add that one up and divide by 100.0, to be exact to the penny."
        ),
        "days": _("Days are texts like 2024-05-01. Yes and no are 1 and 0. What has no value is NULL."),
        "names": _("Tables have the names of the CSV files, with _ for -."),
    }
    return stamp(site) | {name: text for name, text in said.items() if text}


def _fill(made: sqlite3.Connection, table: Table, schemas: Mapping[str, Schema]) -> None:
    fields, name = table.schema.fields, named(table.schema)
    columns = [column for field in fields for column in _columns(field, schemas)]
    key = ", ".join(f'"{k}"' for k in table.schema.key)
    made.execute(f'CREATE TABLE "{name}" (\n{"".join(columns)}  PRIMARY KEY ({key})\n)')
    places = ", ".join("?" * len(columns))
    made.executemany(f'INSERT INTO "{name}" VALUES ({places})', _rows(table))  # noqa: S608
    for field in fields:
        if _is_sought(field) and field.name != table.schema.key[0]:
            made.execute(f'CREATE INDEX "{name}_{field.name}" ON "{name}" ("{field.name}")')


def _columns(field: Field, schemas: Mapping[str, Schema]) -> Iterator[str]:
    """A column, with its title as a comment; of pounds two."""
    leads = f' REFERENCES "{named(schemas[field.refers])}" ("key") DEFERRABLE INITIALLY DEFERRED' if field.refers else ""
    yield f'  "{field.name}" {_TYPES.get(field.type, "TEXT")}{leads}, -- {" ".join(field.title.split())}\n'
    if field.unit == "GBP":
        yield f'  "{field.name}_pence" INTEGER,\n'


def _is_sought(field: Field) -> bool:
    """Whether rows are looked up by a field: it leads to a record, or is a year."""
    return bool(field.refers) or field.name.endswith("financial_year")


def _rows(table: Table) -> Iterable[list[str | int | None]]:
    """The rows, with pence after pounds. SQLite turns the texts of numbers into numbers, and pence are never floats here."""
    fields = table.schema.fields
    booleans = [place for place, field in enumerate(fields) if field.type == "boolean"]
    money = [place for place, field in reversed(list(enumerate(fields))) if field.unit == "GBP"]
    for cells in table.rows():
        row: list[str | int | None] = [cell or None for cell in cells]
        for place in booleans:
            row[place] = _STORED.get(cells[place])
        for place in money:
            row.insert(place + 1, cells[place].replace(".", "") or None)
        yield row
