"""The files of a new office that are its own from then on: its first records, its pages and its menu."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import jinja2

from daylight import writing
from daylight.read import read_file, slug
from daylight.rules.official import FOLDER
from daylight.schema import KINDS, Schema, load_schemas

OFFICE = Path(__file__).with_name("office")  # its files as templates; content/cy/ is for those who publish in Welsh
COPIED = ("content", "data")
LICENCE = "OGL-UK-3.0"
ATTRIBUTION = "Contains public sector information of the {name}, licensed under the Open Government Licence v3.0."
LONGEST = 300  # of an attribution
DISTRICTS = {
    "source": "https://geoportal.statistics.gov.uk/",
    "source_kind": "Official statistics",
    "source_note": "Lookup of local authority districts to police force areas, April 2024",
}
HIDDEN = ("gitignore", "gitattributes")  # their names begin with a dot, which would hide the templates and make git obey them
_MARKDOWN = re.compile(r"&(?=#?\w+;)|[<>\\`*_{}\[\]#|~]")


def files(fields: Mapping[str, str], today: str) -> dict[str, bytes]:
    """The bytes of each file by its path. `fields` are what `answers` made, and `today` an ISO day."""
    schemas = load_schemas()
    made = {"data/publisher.yml": publisher(schemas, fields, today)}
    made |= {f"data/{schemas[kind].folder}/.gitkeep": "" for kind in KINDS if kind != "publisher"}
    for key, area in areas(fields):
        made[f"data/areas/{key}.yml"] = writing.record(schemas, "area", area)
        made.pop("data/areas/.gitkeep", None)
    made |= pages(fields)
    return {path: text.encode() for path, text in made.items()}


def copied(office: Path) -> dict[str, bytes]:
    """The bytes of each file of a new office with the records, the pages and the menu of another, by its path."""
    named = {"name": "", "short_name": ""}
    for record in read_file(office, load_schemas(), "data/publisher.yml").records:
        named |= {name: str(record.values[name]) for name in (*named, "demonstration") if record.values.get(name)}
    made = {path: text.encode() for path, text in pages(named) if not path.startswith("content/")}
    there = (path for folder in COPIED for path in (office / folder).rglob("*") if path.is_file() and not path.is_symlink())
    return made | {path.relative_to(office).as_posix(): path.read_bytes() for path in (office / "mkdocs.yml", *there)}


def publisher(schemas: Mapping[str, Schema], fields: Mapping[str, str], today: str) -> str:
    """data/publisher.yml with the answers, and with what an office can say later as lines that are not read."""
    said = {"licence": LICENCE, "attribution": ATTRIBUTION.format(name=fields["name"])[:LONGEST], "rules_from": today}
    record = writing.record(schemas, "publisher", {**said, **fields})
    return f"key: {fields['key']}\n{record}{(OFFICE / 'later.yml').read_text('utf-8')}"


def areas(fields: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The key and the fields of the police force area and of each of its districts, as official statistics name them.

    None where the area is in no list, for nobody knows its districts.
    """
    if not (code := fields.get("area_code")):
        return
    whole = slug(fields["area_name"])
    yield whole, {"name": fields["area_name"], "code": code, "kind": "force_area", **DISTRICTS}
    with (FOLDER / "districts.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["force_area"] == code:
                same = slug(row["name"]) == whole
                name = f"{row['name']} (council area)" if same else row["name"]
                yield slug(name), {"name": name, "code": row["code"], "kind": "district", "part_of": whole, **DISTRICTS}


def pages(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The path and the text of each page, and of each other file that is made for the office from a template."""
    setting = jinja2.Environment(keep_trailing_newline=True, trim_blocks=True, autoescape=False)  # noqa: S701 (not HTML)
    setting.filters |= {"quoted": lambda text: json.dumps(text, ensure_ascii=False)}
    for file in sorted(path for path in OFFICE.rglob("*") if path.is_file() and path.name != "later.yml"):
        path = file.relative_to(OFFICE)
        if path.parts[:2] == ("content", "cy") and fields.get("welsh") != "yes":
            continue
        plain = path.suffix != ".md"
        values = {name: text if plain else markdown(text) for name, text in fields.items()}
        name = f".{path.name}" if path.name in HIDDEN else path.as_posix()
        yield name, setting.from_string(file.read_text("utf-8")).render(values)


def markdown(text: str) -> str:
    """A text as Markdown that says it to the letter, whatever signs are in it."""
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", text)
