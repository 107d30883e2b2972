"""Parquet: every table as a typed file of columns, for DuckDB, pandas, R and everything else that reads Arrow.

Pounds are decimals with two places, days are dates, yes and no are true and false, what has no value is null. Who
publishes and of when the data is stands in the metadata of each file, and what a column means in that of the column.
"""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from daylight.exports import tables
from daylight.exports.file import File
from daylight.exports.stamp import stamp
from daylight.exports.table import Table
from daylight.schema import Field, Schema
from daylight.site import Site
from daylight.words import N_

TITLE = N_("Parquet")
ABOUT = N_("Every table with its types, for DuckDB, pandas and R.")
MONEY = pa.decimal128(18, 2)
WIDE = pa.decimal128(38, 2)  # for a column with an amount that no office ever had, which is for the rules to find
_TYPES = {"integer": pa.int64(), "number": pa.float64(), "date": pa.date32(), "boolean": pa.bool_()}


def outputs(site: Site) -> Iterator[File]:
    said = stamp(site)
    for table in tables.every(site):
        yield File(f"data/parquet/{table.name}.parquet", _file(arrow(table), table.schema, said), table.count)


def arrow(table: Table) -> pa.Table:
    """The rows of a table with their types, texts as they were recorded."""
    try:
        return _read(table, MONEY)
    except pa.ArrowInvalid:
        return _read(table, WIDE)


def _read(table: Table, money: pa.DataType) -> pa.Table:
    found = csv.read_csv(
        pa.py_buffer(table.data),
        csv.ReadOptions(use_threads=False, block_size=len(table.data)),  # in one piece: a row may be of any length
        csv.ParseOptions(newlines_in_values=True),
        csv.ConvertOptions(
            column_types={field.name: _type(field, money) for field in table.schema.fields},
            null_values=[""],
            strings_can_be_null=True,
            true_values=["true"],
            false_values=["false"],
        ),
    ).combine_chunks()
    for place, field in enumerate(table.schema.fields):
        if field.type == "string" and pc.any(guarded := pc.starts_with(found[place], "'")).as_py():
            text = pc.if_else(guarded, pc.utf8_slice_codeunits(found[place], 1), found[place])
            found = found.set_column(place, field.name, text)
    return found


def _type(field: Field, money: pa.DataType) -> pa.DataType:
    return money if field.unit == "GBP" else _TYPES.get(field.type, pa.string())


def _file(rows: pa.Table, schema: Schema, said: dict[str, str]) -> bytes:
    fields = [rows.schema.field(f.name).with_metadata(_meaning(f)) for f in schema.fields]
    about = said | {"title": schema.plural, "description": schema.description}
    made = pa.BufferOutputStream()
    parquet.write_table(rows.cast(pa.schema(fields, about)), made, compression="zstd", store_decimal_as_integer=True)
    return made.getvalue().to_pybytes()


def _meaning(field: Field) -> dict[str, str]:
    said = {"title": field.title, "description": field.description, "unit": field.unit}
    return {name: text for name, text in said.items() if text}
