"""The names of fields, keys, files and folders: what they look like, and what a name with a slip was surely meant to be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from daylight.findings import close
from daylight.schema import Field, Schema

LONGEST = 80  # as the schemas say of every key
_EXAMPLES = {"date": "2024-05-01", "integer": "12", "number": "12.5", "time": "12:00", "boolean": "yes"}
_ENDINGS = {
    **dict.fromkeys(("", "yml", "yaml", "yml.txt", "yaml.txt", "txt"), ".yml"),
    **dict.fromkeys(("csv", "csv.txt"), ".csv"),
}


def meant(schema: Schema, name: str, schemas: Mapping[str, Schema]) -> str:
    """The field or list that a name surely stands for, as it is called here or on the pages; '' where nobody can say."""
    lists = [schemas[child].list for child in schema.children]
    names = [*(f.name for f in schema.fields if not f.derived), *lists]
    plain = re.sub(r"\W+", "_", name.strip().lower())
    if plain in names:
        return plain
    titled = [f.name for f in schema.fields if not f.derived and re.sub(r"\W+", "_", f.title.lower()) == plain]
    if len(titled) == 1:
        return titled[0]
    near = close(plain, names) or close(plain, [name for name in names if name.endswith("s") == plain.endswith("s")])
    return near or _headed(schema.name).get(plain.replace("_", " "), "")


@cache
def _headed(kind: str) -> dict[str, str]:
    """What offices call the fields of a kind of record in their spreadsheets, where it is surely that field."""
    known = yaml.load((Path(__file__).parents[1] / "headings.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    fields = {field: names for field, names in known.get(kind, {}).items() if field.isidentifier()}
    said = Counter(name for names in fields.values() for name in names)
    return {name: field for field, names in fields.items() for name in names if said[name] == 1}


def slug(text: str, most: int = LONGEST) -> str:
    """A name as a key: in small letters, digits and hyphens, cut after a whole word; '' where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("’", "").replace("'", ""))
    found = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    if len(found) <= most:
        return found
    return found[: most + 1].rpartition("-")[0] or found[:most]


def file_name(name: str) -> str:
    """The name that a file of records surely was to have; '' where nobody can say."""
    stem, _, ending = name.partition(".")
    return slug(stem) + _ENDINGS[ending.lower()] if slug(stem) and ending.lower() in _ENDINGS else ""


def folder(name: str, schemas: Iterable[Schema]) -> str:
    """The folder of records that one by another name surely was to be; '' where nobody can say."""
    folders = {schema.name.replace("_", "-"): schema.folder for schema in schemas}
    asked = slug(name).replace("organiza", "organisa")
    return folders.get(asked) or close(asked, folders.values())


def kind(names: Iterable[str], here: Schema, schemas: Mapping[str, Schema]) -> Schema | None:
    """The other kind of which a record surely is: it alone has fields of all these names, and two or more are none `here`."""
    there = [name for name in names if name != "key"]
    if sum(not _has(here, name, schemas) for name in there) < 2:
        return None
    folders = (s for s in schemas.values() if s.folder and s.name != "publisher" and s is not here)
    others = [s for s in folders if all(_has(s, name, schemas) for name in there)]
    return others[0] if len(others) == 1 else None


def _has(schema: Schema, name: str, schemas: Mapping[str, Schema]) -> bool:
    return name in schema.by_name or any(schemas[child].list == name for child in schema.children)


def example(field: Field) -> str:
    """What a value of the field looks like; '' for a text of which the schema gives no example."""
    if field.example or field.categories:
        return field.example or field.categories[0]["value"]
    if field.format == "uri":
        return "https://www.example.org/page"
    return "12500.00" if field.unit == "GBP" else _EXAMPLES.get(field.type, "")
