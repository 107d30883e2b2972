"""The description of the JSON files is valid, and every file of every office is as it says."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from tests.built import TODAY, example
from tests.cases import home_of
from tests.test_cases import OFFICES

from daylight.exports import openapi
from daylight.load import load
from daylight.schema import load_schemas


@pytest.fixture(scope="module", params=OFFICES)
def folder(request, tmp_path_factory) -> Path:
    """The built site of an office."""
    return example(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def barsetshire(tmp_path_factory) -> Path:
    return example("barsetshire", tmp_path_factory)


def description(folder: Path) -> dict:
    return json.loads((folder / "data/openapi.json").read_bytes())


def closed(schema):
    """A schema that forbids every property that it does not name, so that none can be forgotten in it."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: closed(part) for name, part in schema.items()}
    return found | ({"additionalProperties": False} if found.get("type") == "object" and "properties" in found else {})


def judges(said: dict) -> dict[str, Draft202012Validator]:
    """For each path of a description what judges the answer, strictly."""
    components = closed(said["components"])
    found = {}
    for path, item in said["paths"].items():
        answer = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        schema = answer | {"components": components}
        found[path] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return found


def files(folder: Path, path: str) -> list[Path]:
    """The files of a site that a path of its description stands for."""
    return sorted(folder.glob(path.strip("/").replace("{key}", "*")))


def test_the_description_is_valid(folder):
    validate(description(folder))


def test_every_file_is_as_it_is_described_and_every_file_of_a_record_is_described(folder):
    read = set()
    for path, judge in judges(description(folder)).items():
        for file in files(folder, path):
            errors = judge.iter_errors(json.loads(file.read_bytes()))
            assert [(list(error.absolute_path), error.message) for error in errors] == [], file
            read.add(file)
    assert read >= set(folder.glob("*/*/index.json"))
    assert len(read) > 60


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "gift"),
        ("award_date", "26/06/2023"),
        ("amount", "4800.00"),
        ("amount", -1),
        ("recipient_individual", "no"),
        ("source", "no address"),
        ("key", "Not A Key"),
        ("title", None),
        ("unheard_of", "x"),
        ("conditions", []),
        ("conditions", [{"text": 1}]),
    ],
)
def test_a_file_that_is_otherwise_is_refused(barsetshire, name, value):
    judge = judges(description(barsetshire))["/awards/{key}/index.json"]
    file = json.loads((barsetshire / "awards/ba-a004/index.json").read_bytes())
    assert judge.is_valid(file)
    file["record"][name] = value
    if value is None:
        del file["record"][name]
    assert not judge.is_valid(file)


def test_money_is_accepted_by_programs_that_read_it_as_binary_fractions(barsetshire):
    """19.99 is no multiple of 0.01 to them."""
    judge = judges(description(barsetshire))["/awards/{key}/index.json"]
    file = json.loads((barsetshire / "awards/ba-a004/index.json").read_bytes())
    for pence in range(1, 3000):
        file["record"]["amount"] = pence / 100
        assert judge.is_valid(file)


def test_a_link_leads_from_a_record_to_another_one(barsetshire):
    said = description(barsetshire)
    by_name = {item["get"]["operationId"]: path for path, item in said["paths"].items()}
    followed = set()
    for path, item in said["paths"].items():
        for name, link in item["get"]["responses"]["200"].get("links", {}).items():
            assert link["parameters"] == {"key": f"$response.body#/record/{name}"}
            for file in files(barsetshire, path):
                if key := json.loads(file.read_bytes())["record"].get(name):
                    assert (barsetshire / by_name[link["operationId"]].strip("/").replace("{key}", key)).is_file()
                    followed.add((path, name))
    assert ("/awards/{key}/index.json", "recipient") in followed
    assert len(followed) > 15


def test_codes_have_their_words_and_money_its_format(barsetshire):
    fields = description(barsetshire)["components"]["schemas"]["Award"]["properties"]
    assert fields["amount"]["format"] == "decimal"
    words = dict(zip(fields["type"]["enum"], fields["type"]["x-enum-descriptions"], strict=True))
    assert words["co_commissioning"] == load_schemas()["award"].by_name["type"].labels["co_commissioning"]


def test_it_says_where_the_files_are_also_where_nobody_says_where_the_site_is(barsetshire):
    assert description(barsetshire)["servers"] == [{"url": "https://barsetshire.daylight.example/"}]
    site = load(home_of("barsetshire"), load_schemas(), TODAY)[0]
    del site.publisher.values["address"]
    (file,) = openapi.outputs(site)
    assert json.loads(file.data)["servers"] == [{"url": "../"}]
    assert not re.search(rb"barsetshire\.daylight\.example", file.data)
