"""The Data Package is accepted by both versions of its standard and by its own program, and says what the tables are."""

import json
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest
from jsonschema import Draft7Validator, FormatChecker
from tests.built import TODAY, example
from tests.cases import home_of
from tests.test_cases import OFFICES

from daylight.exports import data_package
from daylight.exports.tables import every
from daylight.load import load
from daylight.releases import Release
from daylight.schema import load_schemas

STANDARDS = Path(__file__).resolve().parents[3] / "shared/standards/datapackage"
needs_standards = pytest.mark.skipif(not STANDARDS.is_dir(), reason="the official schemas are not here")


@pytest.fixture(scope="module")
def barsetshire():
    return load(home_of("barsetshire"), load_schemas(), TODAY)[0]


def package(site) -> dict:
    (file,) = data_package.outputs(site)
    return json.loads(file.data)


@pytest.mark.parametrize("name", OFFICES)
def test_the_standard_s_own_program_finds_no_error_and_no_warning(tmp_path_factory, name):
    report = frictionless.validate(str(example(name, tmp_path_factory) / "data/datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert (report.stats["errors"], report.stats["warnings"], report.warnings) == (0, 0, [])
    assert not [task.warnings for task in report.tasks if task.warnings]


@needs_standards
@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("name", OFFICES)
def test_both_versions_of_the_standard_accept_it(tmp_path_factory, name, version):
    said = json.loads((example(name, tmp_path_factory) / "data/datapackage.json").read_bytes())
    schema = json.loads((STANDARDS / version / "datapackage.json").read_bytes())
    errors = Draft7Validator(schema, format_checker=FormatChecker()).iter_errors(said)
    assert [(list(error.absolute_path), error.message) for error in errors] == []


def test_it_says_whose_it_is_when_it_is_of_and_where_it_is(barsetshire):
    said = package(barsetshire)
    assert said["id"] == "https://barsetshire.daylight.example/data/datapackage.json"
    assert said["homepage"] == "https://barsetshire.daylight.example/data/"
    assert said["created"] == said["time"] == f"{TODAY}T00:00:00Z"
    assert said["contributors"][0]["title"] == barsetshire.publisher.get("name")
    assert said["licenses"][0]["name"] == "OGL-UK-3.0"
    assert {"title": "framley-parish-council.example", "path": "https://framley-parish-council.example/"} in said["sources"]
    assert "Barsetshire" in said["keywords"]


def test_its_version_is_that_of_the_last_release_and_before_the_first_it_has_none(barsetshire):
    assert not {"version", "release"} & package(barsetshire).keys()
    first = Release("2026-10-01", Path("nowhere"), {"version": "1.2.0"})
    said = package(replace(barsetshire, releases=(first,), incoming={}, once={}))
    assert (said["version"], said["release"]) == ("1.2.0", "2026-10-01")


def test_where_nobody_says_where_the_site_is_published_nothing_claims_an_address(barsetshire):
    there = replace(barsetshire, incoming={}, once={})
    office = there.publisher
    values = {name: value for name, value in office.values.items() if name != "address"}
    there.records = there.records | {"publisher": {office.key: replace(office, values=values, kept={})}}
    said = package(there)
    assert "id" not in said
    assert said["homepage"] == office.get("website")


def test_every_code_has_its_words_and_every_table_its_keys(barsetshire):
    tables = {table["name"]: table["schema"] for table in package(barsetshire)["resources"]}
    fields = {field["name"]: field for field in tables["awards"]["fields"]}
    assert {"value": "grant", "label": "Grant"} in fields["type"]["categories"]
    assert fields["type"]["constraints"]["enum"] == [code["value"] for code in fields["type"]["categories"]]
    for table in every(barsetshire):
        assert tables[table.name]["primaryKey"] == list(table.schema.key)
    to = {(key["fields"][0], key["reference"]["resource"]) for key in tables["awards"]["foreignKeys"]}
    assert {("recipient", "organisations"), ("fund", "funds"), ("decision", "decisions"), ("parent", "")} <= to
