"""What editors need to explain, complete and check YAML records while somebody types: JSON Schemas and settings."""

import json
from collections.abc import Mapping
from pathlib import Path

from daylight.editors.fields import KEYS
from daylight.editors.kinds import DRAFT, of_kind
from daylight.load import files as of_records
from daylight.load import read
from daylight.record import Record
from daylight.schema import KINDS, Schema, load_schemas

FOLDER = ".vscode/schemas"
SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
ZED = ".zed/settings.json"
MOST = 3000  # keys of one kind: more make an editor slow, and nobody reads so long a list
EDITING = {
    "yaml.schemaStore.enable": False,  # which would take a file called publisher.yml for something else
    "yaml.format.enable": False,
    "files.encoding": "utf8",
    "files.insertFinalNewline": True,
    "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.formatOnSave": False},
}


def files(office: Path) -> dict[str, bytes]:
    """The files for editors by their paths below an office: a schema for each kind, the office's own keys, and the settings.

    Settings that are there stay as they are, but for those of ours. They are left out where they cannot be read.
    """
    schemas = load_schemas()
    made = {f"{FOLDER}/{kind}.json": of_kind(schemas, kind) for kind in KINDS}
    made[f"{FOLDER}/{KEYS}"] = keys(office, schemas)
    wanted = {SETTINGS: settings(schemas), EXTENSIONS: {"recommendations": ["redhat.vscode-yaml"]}, ZED: zed(schemas)}
    for path, ours in wanted.items():
        if (theirs := _there(office / path)) is not None:
            made[path] = _merged(theirs, ours)
    return {path: (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode() for path, said in made.items()}


def settings(schemas: Mapping[str, Schema]) -> dict:
    """The settings of VS Code: which files have which schema, and how a file is saved."""
    return {"yaml.schemas": {f"{FOLDER}/{kind}.json": [place] for kind, place in _places(schemas).items()}} | EDITING


def zed(schemas: Mapping[str, Schema]) -> dict:
    """The same for Zed, which would write each record anew when it is saved (zed.dev/docs/languages/yaml)."""
    named = {f"./{FOLDER}/{kind}.json": [place] for kind, place in _places(schemas).items()}
    yaml = {"schemaStore": {"enable": False}, "format": {"enable": False}, "schemas": named}
    saving = {"YAML": {"tab_size": 2, "format_on_save": "off"}}
    return {"languages": saving, "lsp": {"yaml-language-server": {"settings": {"yaml": yaml}}}}


def _places(schemas: Mapping[str, Schema]) -> dict[str, str]:
    """The files of each kind."""
    return {kind: f"data/{schemas[kind].folder}{'' if kind == 'publisher' else '/**/*.yml'}" for kind in KINDS}


def keys(office: Path, schemas: Mapping[str, Schema]) -> dict:
    """The keys of the office's own records, which an editor proposes. Others are taken too: a record may be added later."""
    parts = read(office, schemas, of_records(office)).values()
    there: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS if kind != "publisher"}
    for record in (record for part in parts for record in part.records):
        there.get(record.kind, {}).setdefault(record.key, record)
    about = {
        "$schema": DRAFT,
        "title": "Keys",
        "description": "The keys of this office's records, written by daylight editors.",
    }
    return about | {"definitions": {kind: _keys(schemas[kind], of) for kind, of in there.items()}}


def _keys(schema: Schema, of: Mapping[str, Record]) -> dict:
    free = {"type": ["string", "integer"]}
    if not 0 < len(of) <= MOST:
        return free
    named = ({"label": key, "description": str(of[key].get(schema.label) or key), "body": key} for key in sorted(of))
    return free | {"defaultSnippets": list(named)}


def _there(path: Path) -> dict | None:
    """What a file of settings says; None where it is not plain JSON, because somebody wrote remarks into it."""
    if not path.is_file():
        return {}
    try:
        said = json.loads(path.read_text("utf-8"))
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _merged(theirs: Mapping, ours: Mapping) -> dict:
    """Settings with ours put in: of a group or a list that is there, what others put into it stays."""
    out = dict(theirs)
    for name, value in ours.items():
        there = theirs.get(name)
        if isinstance(value, dict) and isinstance(there, dict):
            out[name] = _merged(there, value)
        elif isinstance(value, list) and isinstance(there, list):
            out[name] = [*there, *(one for one in value if one not in there)]
        else:
            out[name] = value
    return out
