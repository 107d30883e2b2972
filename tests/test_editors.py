"""What editors are given takes every record that is right, as a reader of YAML 1.2 sees it, and underlines what is wrong."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from daylight import editors
from daylight.schema import KINDS, load_schemas, of_file
from tests.built import ROOT
from tests.cases import OFFICE, home_of
from tests.test_cases import OFFICES
from tests.test_cli import daylight, put

SCHEMAS = load_schemas()
MADE = {Path(path).name: json.loads(data) for path, data in editors.files(ROOT).items() if path != editors.ZED}
REGISTRY = Registry().with_resource("keys.json", DRAFT7.create_resource(MADE["keys.json"]))
RECORDS = [(home_of(name), path) for name in OFFICES for path in sorted(home_of(name).glob("data/**/*.yml"))]


class Core(yaml.SafeLoader):
    """Reads YAML by the core schema of YAML 1.2, as the language server of editors does: 2024-05-01 and yes are texts."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


for tag, form, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 8 if node.value.startswith("0o") else 10))


def wrong(kind: str, text: str) -> list[str]:
    """What an editor underlines in a record of a kind."""
    validator = Draft7Validator(MADE[f"{kind}.json"], registry=REGISTRY)
    return [said.message for said in validator.iter_errors(yaml.load(text, Loader=Core))]  # noqa: S506


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_schema_that_is_one(kind):
    Draft7Validator.check_schema(MADE[f"{kind}.json"])


def test_every_record_of_every_office_is_taken():
    taken = {}
    for home, path in RECORDS:
        kind = of_file(SCHEMAS, path.relative_to(home).as_posix()).name
        if said := wrong(kind, path.read_text("utf-8")):
            taken[path.as_posix()] = said
    assert taken == {}
    assert len(RECORDS) > 600


RIGHT = "title: 2024\ntype: grant\ndirection: out\namount_basis: exact\n"
TAKEN = [
    "award_date: 2024-05-01",
    "amount: 12500.00",
    'amount: "12500.00"',
    "amount: 12500",
    "in_year: yes",
    "in_year: no",
    "in_year: true",
    "purpose: yes",
    "scheme: 0123",
    "recipient: not-there-yet",
    "conditions:\n  - The money is spent.",
    "conditions:\n  - text: The money is spent.\n    subject: outcomes",
    "conditions:\n  - text: 2024",
    "payments:\n  - date: 2024-05-01\n    amount: 5.00",
    "purpose: |\n  One.\n  Two.",
    "source: https://www.barsetshire-pcc.example/awards",
]


@pytest.mark.parametrize("line", TAKEN)
def test_what_the_program_takes_is_not_underlined(line):
    assert wrong("award", f"{RIGHT}{line}\n") == []


UNDERLINED = {
    "a field that there is not": "colour: red",
    "a field that is worked out": "recipient_name: Barchester Boxing Club",
    "a value that there is not": "status: Complete",
    "a date in another form": "award_date: 01/05/2024",
    "a day that no month has": "award_date: 2024-05-32",
    "an amount with signs": 'amount: "£1,000"',
    "an amount below nothing": "amount: -5",
    "a yes in capitals": "in_year: YES",
    "a list where a text stands": "purpose:\n  - One\n  - Two",
    "a group where a text stands": "purpose:\n  one: two",
    "a text where a list stands": "payments: 5",
    "a field that a row does not have": "conditions:\n  - text: x\n    day: 2024-05-01",
    "a row without what it must have": "conditions:\n  - subject: outcomes",
    "a text that is too long": f"title_welsh: {'x' * 141}",
    "an address that is none": "source: www.barsetshire-pcc.example",
    "a text of another form": "giving360_id: abc",
    "a text in a list where a row stands": "payments:\n  - 2024-05-01",
}


@pytest.mark.parametrize("what", UNDERLINED)
def test_what_is_wrong_is_underlined(what):
    assert len(wrong("award", f"{RIGHT}{UNDERLINED[what]}\n")) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_given_and_every_field_with_a_list_of_values_is_watched(kind):
    schema = SCHEMAS[kind]
    must = {f"'{f.name}' is a required property" for f in schema.required if f.name != "key" or kind == "publisher"}
    assert set(wrong(kind, "{}")) == must
    for field in schema.fields:
        if field.derived:
            assert field.name not in MADE[f"{kind}.json"]["properties"]
        elif field.categories:
            (said,) = [said for said in wrong(kind, f"{field.name}: not_a_value") if "not_a_value" in said]
            assert said


def test_an_editor_explains_each_field_and_each_value():
    amount = MADE["award.json"]["properties"]["amount"]
    assert amount["title"] == "Amount"
    assert "Like: 12500.00. Asked for by: Local Government Transparency Code 2015" in amount["description"]
    status = MADE["award.json"]["properties"]["type"]
    assert len(status["enum"]) == len(status["markdownEnumDescriptions"])
    assert "grant" in status["enum"]


def test_the_keys_of_the_office_are_proposed_with_the_names_of_the_records(tmp_path):
    shutil.copytree(OFFICE, tmp_path, dirs_exist_ok=True)
    put(tmp_path, "data/organisations/barchester-boxing-club.yml", "name: Barchester Boxing Club\n")
    put(tmp_path, "data/funds/many.csv", "key,title\nb,Second\na,First\n")
    assert proposed(editors.keys(tmp_path, SCHEMAS), "organisation")["barchester-boxing-club"] == "Barchester Boxing Club"
    assert {"a": "First", "b": "Second"}.items() <= proposed(editors.keys(tmp_path, SCHEMAS), "fund").items()


def proposed(keys: dict, kind: str) -> dict[str, str]:
    """The names of the records of a kind that an editor proposes, by key."""
    return {one["body"]: one["description"] for one in keys["definitions"][kind].get("defaultSnippets", ())}


def test_so_many_keys_that_nobody_reads_them_are_not_proposed(tmp_path, monkeypatch):
    monkeypatch.setattr(editors, "MOST", 1)
    (tmp_path / "data/funds").mkdir(parents=True)
    for key in "ab":
        put(tmp_path, f"data/funds/{key}.yml", "title: A fund\n")
        assert bool(proposed(editors.keys(tmp_path, SCHEMAS), "fund")) == (key == "a")


# --- what is written ---


def test_what_lies_here_is_what_is_made():
    """But for the keys: a record that was just added may be missing, and none that is gone may be there."""
    made = editors.files(ROOT)
    there = {path: (ROOT / path).read_bytes() for path in made}
    keys = f"{editors.FOLDER}/keys.json"
    assert {p: d for p, d in there.items() if p != keys} == {p: d for p, d in made.items() if p != keys}, "run make editors"
    for kind in MADE["keys.json"]["definitions"]:
        assert proposed(json.loads(there[keys]), kind).keys() <= proposed(MADE["keys.json"], kind).keys()


def test_every_record_of_every_office_has_its_schema_in_the_settings():
    patterns = {pattern: Path(name).stem for name, those in MADE["settings.json"]["yaml.schemas"].items() for pattern in those}
    for home, path in RECORDS:
        below = path.relative_to(home).as_posix()
        kinds = {kind for pattern, kind in patterns.items() if re.fullmatch(pattern.replace("/**/*", "/(.+/)?[^/]+"), below)}
        assert kinds == {of_file(SCHEMAS, below).name}


def test_the_settings_of_others_stay(tmp_path):
    shutil.copytree(OFFICE, tmp_path, dirs_exist_ok=True)
    theirs = {"editor.fontSize": 14, "yaml.schemas": {"x.json": ["x.yml"]}, "files.encoding": "cp1252"}
    put(tmp_path, editors.SETTINGS, json.dumps(theirs))
    put(tmp_path, editors.EXTENSIONS, json.dumps({"recommendations": ["a.b"]}))
    assert "18 files written." in daylight("editors", tmp_path).stdout
    said = json.loads((tmp_path / editors.SETTINGS).read_text("utf-8"))
    assert (said["editor.fontSize"], said["yaml.schemas"]["x.json"], said["files.encoding"]) == (14, ["x.yml"], "utf8")
    assert ".vscode/schemas/award.json" in said["yaml.schemas"]
    assert json.loads((tmp_path / editors.EXTENSIONS).read_text("utf-8"))["recommendations"] == ["a.b", "redhat.vscode-yaml"]
    assert "All of it is there already." in daylight("editors", tmp_path).stdout


def test_zed_has_the_same_schemas_and_writes_no_record_anew(tmp_path):
    shutil.copytree(OFFICE, tmp_path, dirs_exist_ok=True)
    put(tmp_path, editors.ZED, json.dumps({"lsp": {"yaml-language-server": {"binary": {"path": "x"}}}}))
    daylight("editors", tmp_path)
    said = json.loads((tmp_path / editors.ZED).read_text("utf-8"))
    server = said["lsp"]["yaml-language-server"]
    assert server["binary"] == {"path": "x"}
    assert said["languages"]["YAML"]["format_on_save"] == "off"
    theirs = {name.removeprefix("./"): places for name, places in server["settings"]["yaml"]["schemas"].items()}
    assert theirs == MADE["settings.json"]["yaml.schemas"]
    assert all((tmp_path / name).is_file() for name in theirs)


def test_settings_with_remarks_are_left_as_they_are_and_it_is_said(tmp_path):
    shutil.copytree(OFFICE, tmp_path, dirs_exist_ok=True)
    put(tmp_path, editors.SETTINGS, "// mine\n{}\n")
    assert f"{editors.SETTINGS} has remarks in it and was left as it is." in daylight("editors", tmp_path).stdout
    assert (tmp_path / editors.SETTINGS).read_text("utf-8") == "// mine\n{}\n"
