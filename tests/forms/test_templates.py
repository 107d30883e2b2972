"""The issue forms are what the schemas and the office's records make of them, and what GitHub takes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.built import ROOT, TODAY
from tests.forms.filled import body, office, site_of

from daylight.forms.answers import form_of, read
from daylight.forms.asked import CORRECTION, KINDS, MOST_OPTIONS, questions
from daylight.forms.templates import FOLDER, TICK, templates
from daylight.load import load
from daylight.schema import load_schemas
from daylight.writing.files import put

OFFICES = [ROOT, *sorted(ROOT.glob("examples/*"))]
FORMS = (*KINDS, CORRECTION)


@pytest.fixture(scope="module", params=OFFICES, ids=lambda home: home.name)
def site(request):
    return load(request.param, load_schemas(), TODAY)[0]


def form(site, name: str) -> dict:
    return yaml.safe_load(templates(site)[f"{FOLDER}/{name}.yml"])


def elements(site, name: str) -> dict[str, dict]:
    return {e["id"]: e for e in form(site, name)["body"] if "id" in e}


def test_the_forms_of_this_repository_are_up_to_date():
    made = templates(load(ROOT, load_schemas(), TODAY)[0])
    there = {f"{FOLDER}/{path.name}": path.read_bytes() for path in (ROOT / FOLDER).iterdir()}
    assert made.keys() == there.keys()
    stale = [name for name in made if made[name] != there[name]]
    assert stale == [], "run: .venv/bin/python -m daylight forms"


def test_they_are_made_alike_every_time_and_every_day(tmp_path):
    homes = [office(tmp_path / name) for name in "ab"]
    made = [templates(load(home, load_schemas(), day)[0]) for home, day in zip(homes, (TODAY, "2030-01-01"), strict=True)]
    assert made[0] == made[1]


def test_github_takes_them(site, tmp_path):
    put(tmp_path, templates(site))
    for schema, names in {"forms": FORMS, "config": ("config",)}.items():
        files = [tmp_path / FOLDER / f"{name}.yml" for name in names]
        ask = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-issue-{schema}", *files]
        done = subprocess.run(ask, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", FORMS)
def test_they_keep_what_github_says_of_forms_and_no_schema_tells(site, name):
    asked = form(site, name)["body"]
    labels = [e["attributes"]["label"] for e in asked if "label" in e["attributes"]]
    assert len({re.sub(r"\W+", "-", label.lower()) for label in labels}) == len(labels), "labels are too similar"
    for element in asked:
        options = element["attributes"].get("options", []) if element["type"] == "dropdown" else []
        assert len({o.strip() for o in options}) == len(options)
        assert len(options) <= max(MOST_OPTIONS, 20)
        assert all(isinstance(o, str) and o.strip() and o.lower() != "none" for o in options)
    assert re.fullmatch(r"[\w-]+", "".join(e.get("id", "x") for e in asked))


@pytest.mark.parametrize("name", FORMS)
def test_what_stands_in_the_list_of_forms_is_neither_too_short_nor_too_long(site, name):
    said = form(site, name)
    assert all(3 <= len(said[of]) <= 200 for of in ("name", "description"))
    assert len({form(site, other)["name"] for other in FORMS}) == len(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_begins_with_what_must_never_be_written_and_ends_with_a_box(site, name):
    first, *_, last = form(site, name)["body"]
    for word in ("public at once", "refuge", "name", "postcode", "telephone", "e-mail", "bank"):
        assert word in first["attributes"]["value"]
    assert last["attributes"]["options"] == [{"label": TICK, "required": True}]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_must_be_there_is_asked_for_with_what_it_means(site, kind):
    schema, asked = site.schemas[kind], elements(site, kind)
    for field in schema.required:
        if field.name != "key":
            assert asked[field.name]["validations"] == {"required": True}
    for name, element in asked.items():
        if name in schema.by_name:
            told = element["attributes"]
            assert told["label"] == schema.by_name[name].title
            assert told["description"].split(".")[0] == schema.by_name[name].description.split(".")[0]
            assert element["type"] == "dropdown" or told.get("placeholder") or not schema.by_name[name].example
    assert len(asked) <= 28


@pytest.mark.parametrize("name", FORMS)
def test_what_a_form_asks_is_found_again_in_the_issue(site, name):
    given = {q.id: next(iter(q.options), f"An answer to {q.id}") for q in questions(site, name)}
    text = body(site, name, given)
    assert form_of(text) == name
    said = read(text, name, questions(site, name))
    assert (said.texts, said.twice, said.gone, said.ticked, said.beside) == (given, (), (), True, "")


def test_an_offices_own_funds_priorities_and_rules_are_in_its_forms(tmp_path):
    ours = elements(load(ROOT / "examples/barsetshire", load_schemas(), TODAY)[0], "award")
    assert "Community Chest (community-chest)" in ours["fund"]["attributes"]["options"]
    assert len(ours["priority"]["attributes"]["options"]) == 4
    assert "needs" in ours  # BA-03 refuses an award without
    assert "needs" not in elements(site_of(office(tmp_path)), "award")


def test_of_too_many_funds_one_types_the_name_and_of_none_there_is_no_question(tmp_path):
    many = {f"data/funds/f{n}.yml": f"title: Fund {n}\nsource: https://example.org/\n" for n in range(MOST_OPTIONS)}
    home = office(tmp_path, **many)
    assert elements(site_of(home), "award")["fund"]["type"] == "input"
    assert elements(site_of(home), "award")["priority"]["type"] == "dropdown"
    for file in (home / "data/priorities").iterdir():
        file.unlink()
    assert "priority" not in elements(site_of(home), "award")


def test_what_is_personal_has_another_way(site):
    (link,) = yaml.safe_load(templates(site)[f"{FOLDER}/config.yml"])["contact_links"]
    assert link["url"].startswith("http")
    assert "Do not write it here" in link["about"]


def test_the_link_on_a_page_fills_in_the_form_of_a_correction(tmp_path):
    """What pages/records puts into the address are names of questions."""
    from daylight.pages.records import report

    home = office(tmp_path)
    text = (home / "data/publisher.yml").read_text("utf-8")
    contact = "contacts:\n  - what: Corrections\n    address: https://github.com/x/y/issues/new?template=correction.yml\n"
    (home / "data/publisher.yml").write_text(text + contact, "utf-8")
    site = site_of(home)
    address = report(site, site.get("award", "ba-a001"))
    filled = set(re.findall(r"[?&](\w+)=", address)) - {"template", "title"}
    assert filled == {"record", "page"} <= set(elements(site, CORRECTION))
    assert Path(FOLDER, "correction.yml").name in address
