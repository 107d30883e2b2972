"""Barsetshire in examples/ is invented and complete: every field, list and chosen value can be seen working."""

import pytest

from daylight.build import check
from daylight.schema import load_schemas
from tests.built import TODAY
from tests.cases import home_of


@pytest.fixture(scope="module")
def checked():
    return check(home_of("barsetshire"), TODAY)


@pytest.fixture(scope="module")
def rows(checked):
    """Every record and every row of Barsetshire by the name of its schema."""
    site, _ = checked
    found = {name: [] for name in site.schemas}
    for kind, of in site.records.items():
        for record in of.values():
            found[kind].append(record)
            for child in site.schemas[kind].children:
                found[child] += record.rows(site.schemas[child].list)
    return found


def test_barsetshire_has_exceptions_of_every_kind(rows):
    assert [name for name in rows if name.endswith("_exception") and not rows[name]] == []


def test_barsetshire_uses_every_field(rows):
    unused = [
        f"{schema.name}.{field.name}"
        for schema in load_schemas().values()
        for field in schema.fields
        if not field.derived and not any(field.name in row.values for row in rows[schema.name])
    ]
    assert unused == []


def test_barsetshire_has_every_direction_basis_and_status_of_an_award(rows):
    schema = load_schemas()["award"]
    unused = [
        (name, value)
        for name in ("direction", "amount_basis", "status", "type")
        for value in schema.by_name[name].labels
        if not any(award.get(name) == value for award in rows["award"])
    ]
    assert unused == []


def test_barsetshire_is_written_in_both_spellings(rows):
    for spelling in (".yml", ".csv"):
        assert {n for n, of in rows.items() if any(r.path.endswith(spelling) for r in of)} > {"award", "award_change"}
