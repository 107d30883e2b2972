"""Each schema is a valid Table Schema, and Daylight judges every value as the standard's own validator does.

The cases are made from the schemas: for each constraint of each field a value at its limit and one beyond it.
"""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest
from jsonschema.validators import validator_for

from daylight.build import check
from daylight.derived import as_text
from daylight.describe import describe
from daylight.load import files, load
from daylight.schema import KINDS, Field, Schema, load_schemas
from daylight.values import parse
from tests.cases import OFFICE

STANDARDS = Path(__file__).resolve().parents[2] / "shared/standards/datapackage"
SCHEMAS = load_schemas()
FIELDS = [(schema, field) for schema in SCHEMAS.values() for field in schema.fields]
TYPED = [(schema, field) for schema, field in FIELDS if not field.derived]
PLANTED = {"required", "unique", "pattern", "minimum", "maximum", "maxLength"}
TODAY = "2026-11-21"

GOOD = {
    "date": ["2024-02-29", "2023-12-31", "2000-02-29"],
    "time": ["00:00", "12:00", "23:59"],
    "boolean": ["yes", "no", "true", "false"],
    "integer": ["0", "12", "007"],
    "number": ["0", "0.01", "12.5", "100"],
    "uri": ["https://example.org/", "http://example.org/a?b=c&d=%20#e"],
    "string": ["=SUM(A1), \"quoted\" & 'so' <b>", "Cyngor yn Gymraeg: ŵ ☕", "no"],
}
BAD = {
    "date": ["2023-02-29", "2024-13-01", "2024-04-31", "01/05/2024", "1st May 2024", "20240501", "soon"],
    "time": ["24:00", "12:60", "noon", "12.00"],
    "boolean": ["maybe", "2", "yes please"],
    "integer": ["12.0", "1e3", "1,000", "many"],
    "number": ["1,000", "£5", "5 000", "1.2.3", "many"],
    "uri": ["not an address", "www.example.org", "example.org/a"],
    "string": [],
}
# What the standard also reads as a value and a person must not type: published data holds one spelling of each value only.
STRICTER = {
    "date": ["2024-5-1"],
    "time": ["9:00", "9:5"],
    "boolean": ["1", "0", "TRUE"],
    "integer": ["+5", "1_000", "١٢"],
    "number": ["1e3", "+5", ".5", "5.", "1_000", "١٢", "NaN", "INF"],
    "uri": ["ftp://example.org/", "mailto:somebody", "javascript:alert(1)", "https://example.org/a b", "http://"],
    "string": ["hidden\u200bspace", "\u202ebackwards", "bell\x07"],
}


def key(pair: tuple[Schema, Field]) -> str:
    return f"{pair[0].name}.{pair[1].name}"


def kind_of(field: Field) -> str:
    return "uri" if field.format == "uri" else field.type


def lengthened(field: Field, length: int) -> str:
    """A text of the form of the field that is so long."""
    start = field.example or ("https://example.org/" if field.format == "uri" else "a")
    return start[:length] + start[-1] * (length - len(start))


def good(field: Field) -> Iterator[str]:
    """Texts that are values of a field, those at its limits among them."""
    rules = field.constraints
    if field.categories:
        yield from field.labels
    elif "pattern" in rules:
        yield field.example
    else:
        low, high = rules.get("minimum", "-inf"), rules.get("maximum", "inf")
        numeric = field.type in ("number", "integer")
        fits = (t for t in GOOD[kind_of(field)] if not numeric or Decimal(low) <= Decimal(t) <= Decimal(high))
        yield from (t[: rules.get("maxLength")] for t in fits)
        if numeric and "minimum" not in rules:
            yield "-1"
    yield from (str(rules[rule]) for rule in ("minimum", "maximum") if rule in rules)
    if "maxLength" in rules:
        yield lengthened(field, rules["maxLength"])


def bad(field: Field) -> Iterator[str]:
    """Texts that are no values of a field, those just beyond its limits among them."""
    rules = field.constraints
    yield from BAD[kind_of(field)]
    step = Decimal(1) if field.type == "integer" else Decimal("0.01")
    if "minimum" in rules:
        yield str(rules["minimum"] - step)
    if "maximum" in rules:
        yield str(rules["maximum"] + step)
    if "maxLength" in rules:
        yield lengthened(field, rules["maxLength"] + 1)
    if "pattern" in rules:
        yield from (f"{field.example}!", f"-{field.example}", f"{field.example} {field.example}", field.example[:-1] + "é")
    if field.categories:
        yield from (
            "no_such_value",
            next(iter(field.labels)).swapcase(),
            *(v for v in field.labels.values() if v not in field.labels),
        )


def standard(field: Field, text: str):
    """What the standard's validator makes of a cell by the published description: the value, and what is wrong."""
    return frictionless.Field.from_descriptor(field.descriptor()).read_cell(text)


def ours(field: Field, text: str):
    return parse(field, text, "data/x.yml", 7)


def test_every_kind_and_child_table_has_a_schema():
    assert [s.name for s in SCHEMAS.values() if not s.parent] == list(KINDS)
    assert {child for s in SCHEMAS.values() for child in s.children} == {s.name for s in SCHEMAS.values() if s.parent}
    for schema in SCHEMAS.values():
        assert all(SCHEMAS[child].parent == schema.name for child in schema.children)


def test_every_constraint_is_one_that_is_planted_here():
    used = {rule for _, field in FIELDS for rule in field.constraints}
    assert used <= PLANTED
    assert {field.type for _, field in FIELDS} <= GOOD.keys()
    assert {field.format for _, field in FIELDS} <= {"default", "uri", "%H:%M"}


@pytest.mark.parametrize("pair", FIELDS, ids=key)
def test_a_field_refers_to_a_kind_and_shows_an_example_of_its_form(pair):
    _, field = pair
    assert not field.refers or field.refers in KINDS
    assert field.title
    assert field.description.endswith(".")
    assert field.example or "pattern" not in field.constraints
    if field.example:
        assert ours(field, field.example)[1] is None


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_descriptor_is_a_table_schema(name):
    for descriptor in (SCHEMAS[name].descriptor(), SCHEMAS[name].descriptor(SCHEMAS)):
        schema = frictionless.Schema.from_descriptor(json.loads(json.dumps(descriptor)))
        assert list(schema.metadata_validate(schema.to_descriptor())) == []
        assert schema.field_names == list(SCHEMAS[name].by_name)
        assert set(schema.primary_key) <= set(schema.field_names)
        assert all(k["reference"]["resource"] in {"", *(s.resource for s in SCHEMAS.values())} for k in schema.foreign_keys)


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_descriptor_is_valid_by_the_official_profile(name, version):
    path = STANDARDS / version / "tableschema.json"
    if not path.is_file():
        pytest.skip(f"the standard's own profile is not at {path}")
    profile = json.loads(path.read_text("utf-8"))
    descriptor = json.loads(json.dumps(SCHEMAS[name].descriptor(SCHEMAS)))
    assert [e.message for e in validator_for(profile)(profile).iter_errors(descriptor)] == []


@pytest.mark.parametrize("pair", TYPED, ids=key)
def test_values_at_the_limits_are_read_by_both(pair):
    _, field = pair
    for text in dict.fromkeys(good(field)):
        value, wrong = ours(field, text)
        assert wrong is None, text
        read, notes = standard(field, as_text(field, value))
        assert notes is None, text
        assert same(field, read, value), text


@pytest.mark.parametrize("pair", TYPED, ids=key)
def test_planted_faults_are_found_by_both(pair):
    _, field = pair
    for text in dict.fromkeys(bad(field)):
        value, wrong = ours(field, text)
        assert value is None, text
        assert (wrong.path, wrong.line) == ("data/x.yml", 7)
        assert wrong.rule in ("TYPE", "CONSTRAINT"), text
        assert standard(field, text)[1], text


@pytest.mark.parametrize("pair", TYPED, ids=key)
def test_only_one_spelling_of_a_value_is_taken(pair):
    _, field = pair
    for text in () if field.categories else STRICTER[kind_of(field)]:
        assert ours(field, text)[1].rule == "TYPE"


def same(field: Field, read, value) -> bool:
    """Whether the standard's value is ours: its days and times are objects and ours are texts."""
    if field.type in ("date", "time"):
        return read.isoformat()[: len(value)] == value
    return read == value


# --- whole tables: what `load` says of each row, and what the validator says of the described table ---


def rows(schema: Schema) -> list[tuple[dict[str, str], bool]]:
    """Rows of a table of a schema with one thing to try in each, and whether it is a fault. The first row is right."""
    made = [({}, False)]
    for field in schema.fields:
        if field.derived or field.name in ("key", schema.parent):
            continue
        made += [({field.name: text}, False) for text in dict.fromkeys(good(field))]
        made += [({field.name: text}, True) for text in dict.fromkeys(bad(field))]
        if field.constraints.get("required"):
            made.append(({field.name: ""}, True))
    if not schema.parent:
        made += [({"key": "-"}, True), ({"key": "Ä"}, True), ({"key": "a" * 81}, True), ({"key": "a" * 80}, False)]
    return [({**least(schema, str(n)), **row}, fault) for n, (row, fault) in enumerate(made, 1)]


def least(schema: Schema, number: str) -> dict[str, str]:
    """The fields that must be given, and nothing more."""
    out = {f.name: next(good(f)) for f in schema.required}
    unique = {f.name: f"{f.example}-{number}" for f in schema.fields if f.constraints.get("unique") and not f.derived}
    return out | (unique if not schema.parent else {schema.parent: "the-parent"})


def write(path: Path, table: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, list(dict.fromkeys(name for row in table for name in row)), restval="")
        out.writeheader()
        out.writerows(table)


def verdicts(office: Path, table: Path) -> tuple[set[int], set[int]]:
    """The rows of a table in which Daylight, and in which the validator, finds something; the header is row 1."""
    _, found = load(office, SCHEMAS, TODAY)
    path = table.relative_to(office).as_posix()
    package = office / "data/datapackage.json"
    package.write_bytes(describe(office, SCHEMAS, files(office)))
    report = frictionless.validate(str(package))
    assert not report.errors, report.errors
    task = next(t for t in report.tasks if t.place == table.relative_to(package.parent).as_posix())
    return {f.line for f in found if f.path == path}, {e.row_number for e in task.errors}


@pytest.mark.parametrize("name", [n for n, s in SCHEMAS.items() if "publisher" not in (n, s.parent)])
def test_a_table_with_a_fault_in_many_rows_is_judged_alike(tmp_path, name):
    schema = SCHEMAS[name]
    made = rows(schema)
    if schema.parent:
        parent = SCHEMAS[schema.parent]
        write(tmp_path / "data" / parent.folder / "one.csv", [least(parent, "1") | {"key": "the-parent"}])
        table = tmp_path / "data" / parent.folder / schema.list / "table.csv"
    else:
        table = tmp_path / "data" / schema.folder / "table.csv"
    write(table, [row for row, _ in made])
    planted = {n for n, (_, fault) in enumerate(made, 2) if fault}
    by_daylight, by_standard = verdicts(tmp_path, table)
    assert [made[n - 2][0] for n in sorted(by_daylight ^ planted)] == []
    assert [made[n - 2][0] for n in sorted(by_standard ^ planted)] == []


UNIQUE = [pytest.param(s, f, id=key((s, f))) for s, f in TYPED if f.constraints.get("unique") and s.name != "publisher"]


@pytest.mark.parametrize(("schema", "field"), UNIQUE)
def test_a_value_that_is_used_twice_is_found_by_both(tmp_path, schema, field):
    first, second = least(schema, "1"), least(schema, "2")
    table = tmp_path / "data" / schema.folder / "table.csv"
    write(table, [first, second])
    assert verdicts(tmp_path, table) == (set(), set())
    shutil.copy(OFFICE / "data/publisher.yml", tmp_path / "data")  # without which no rule is asked
    said = set(check(tmp_path, TODAY)[1])
    write(table, [first, second | {field.name: first[field.name]}])
    assert verdicts(tmp_path, table)[1] == {3}
    assert {f.line for f in set(check(tmp_path, TODAY)[1]) - said if f.path.endswith("table.csv")} == {3}


@pytest.mark.parametrize("name", [n for n, s in SCHEMAS.items() if not s.parent and n != "publisher"])
def test_a_missing_key_is_found_by_both(tmp_path, name):
    schema = SCHEMAS[name]
    table = tmp_path / "data" / schema.folder / "table.csv"
    write(table, [least(schema, "1"), least(schema, "2") | {"key": ""}])
    assert verdicts(tmp_path, table) == ({3}, {3})


def test_lengthened_texts_have_the_form_of_their_field():
    for _, field in TYPED:
        if {"pattern", "maxLength"} <= field.constraints.keys():
            assert re.fullmatch(field.constraints["pattern"], lengthened(field, field.constraints["maxLength"]))
