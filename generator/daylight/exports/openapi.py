"""The description of the JSON files as an API: what can be asked for by which address, and which fields the answer has.

It follows OpenAPI 3.1. A link says by which field of a record another one is found.
"""

import json
from collections.abc import Iterator

from daylight.describe import about
from daylight.exports import record_index
from daylight.exports.file import File
from daylight.exports.openapi_schemas import component, components, typed
from daylight.exports.stamp import licence, stamp
from daylight.schema import Schema
from daylight.site import Site
from daylight.words import N_

TITLE = N_("OpenAPI")
ABOUT = N_("Describes the JSON files for programmers: every address, and every field with its type.")
PATH = "data/openapi.json"


def outputs(site: Site) -> Iterator[File]:
    kinds = [site.schemas[kind] for kind in site.records]
    document = {
        "openapi": "3.1.0",
        "info": _info(site),
        "servers": [{"url": site.url("") or "../"}],
        "tags": [{"name": schema.plural, "description": schema.description} for schema in kinds],
        "paths": _paths(site, kinds),
        "components": {
            "schemas": components(site, kinds),
            "responses": {"NotFound": {"description": "There is no such record."}},
        },
    }
    yield File(PATH, (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode(), len(document["paths"]))


def _info(site: Site) -> dict:
    """The version is that of the last release; before the first one it is the day."""
    said, publisher, terms = stamp(site), site.publisher, licence(site)
    contact = {"name": publisher.get("name"), "url": publisher.get("website")}
    return {
        "title": about(publisher.values)["title"],
        "description": publisher.get("attribution", ""),
        "version": said.get("version", site.time[:10]),
        "license": {"name": terms["title"], "url": terms["path"]},
        "contact": {name: text for name, text in contact.items() if text},
        **{f"x-{name}": said[name] for name in ("release", "commit", "time") if name in said},
    }


def _paths(site: Site, kinds: list[Schema]) -> dict:
    paths = {f"/{record_index.PATH}": {"get": _get("index", record_index.ABOUT, "Index")}}
    for schema in kinds:
        listed = _get(f"all-{schema.resource}", f"All records of the kind {schema.title}.", f"{component(schema)}List", schema)
        paths[f"/data/{schema.resource}.json"] = {"get": listed}
        if schema.name == "publisher":  # it has no page, and so no file of its own
            continue
        one = _get(schema.name, f"One record of the kind {schema.title}.", f"{component(schema)}File", schema)
        one["responses"]["200"] |= _links(schema)
        one["responses"]["404"] = {"$ref": "#/components/responses/NotFound"}
        key = {"name": "key", "in": "path", "required": True, "schema": typed(schema.by_name["key"])}
        paths[f"/{schema.folder}/{{key}}/index.json"] = {"parameters": [key], "get": one}
    return paths


def _get(name: str, summary: str, answer: str, schema: Schema | None = None) -> dict:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{answer}"}}}
    return {
        "operationId": name,
        "summary": summary,
        **({"tags": [schema.plural]} if schema else {}),
        "responses": {"200": {"description": "The file.", "content": content}},
    }


def _links(schema: Schema) -> dict:
    """The records to which the fields of a record lead."""
    links = {
        field.name: {"operationId": field.refers, "parameters": {"key": f"$response.body#/record/{field.name}"}}
        for field in schema.references
        if field.refers != "publisher"
    }
    return {"links": links} if links else {}
