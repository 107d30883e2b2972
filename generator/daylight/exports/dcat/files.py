"""The files of the catalogue: to which data set each belongs, and what is said of it."""

from collections.abc import Sequence
from importlib import import_module

from daylight.exports import tables
from daylight.exports.dcat import terms
from daylight.exports.dcat.parts import iri
from daylight.exports.file import Info
from daylight.exports.stamp import licence
from daylight.releases import FOLDER, PACKAGE, Release
from daylight.site import Site

AWARDS = ("giving360", "giving360_xlsx", "ocds")  # formats that hold awards alone


def assigned(site: Site, infos: Sequence[Info]) -> dict[str, list[Info]]:
    """The files by the kind of record that they hold, and below "" those that hold several, or a kind that has no record."""
    found: dict[str, list[Info]] = {"": []}
    found |= {kind: [] for kind, of in site.records.items() if of and kind != "publisher"}
    for of in infos:
        if of.path.startswith("data/") and not of.path.startswith(f"{FOLDER}/"):
            kind = _kind(site, of)
            found[kind if kind in found else ""].append(of)
    return found


def distribution(site: Site, of: Info) -> dict:
    """A file: what it holds, its address, its type, its size and its hash."""
    title, about = _title(site, of)
    return {
        **_file(site, of.path, of.path.removeprefix("data/"), of.sha256),
        "title": title,
        "description": about,
        "modified": site.time,
        "bytes": str(of.bytes),
        **terms.standard(of.format),
    }


def _title(site: Site, of: Info) -> tuple[str, str]:
    """What a file is called, and what it is about, as its table and the module that makes it say."""
    form = import_module(f"daylight.exports.{of.format}") if of.format else None
    kind, about = (form.TITLE, form.ABOUT) if form else (of.path, of.path)
    schema = next((table.schema for table in tables.every(site) if table.name == _name(of)), None)
    if not schema:
        return f"{kind}: {_name(of)}", about
    kind = f"{kind} for Excel" if of.path.startswith("data/excel/") else kind
    return f"{schema.plural} ({kind})", f"{schema.description} {about}"


def released(site: Site, release: Release) -> dict:
    """The description of a release, which leads to each of its tables."""
    sizes = {of["path"]: of["bytes"] for of in release.manifest.get("files", ())}
    return {
        **_file(site, f"{release.path}{PACKAGE}", f"{release.day}/{PACKAGE}", release.sums().get(PACKAGE, "")),
        "title": f"Data Package of release {release.version}",
        "description": "Describes every table of the release, each with its address and its hash.",
        "issued": release.day,
        **({"bytes": str(sizes[PACKAGE])} if PACKAGE in sizes else {}),
        **terms.standard("data_package"),
    }


def _file(site: Site, path: str, name: str, sha256: str) -> dict:
    address = {"@id": site.url(path)}
    return {
        **iri(site, name),
        "@type": "dcat:Distribution",
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dct:license": {"@id": licence(site)["path"]},
        **terms.types(path),
        **(terms.checksum(sha256) if sha256 else {}),
    }


def _name(of: Info) -> str:
    return of.path.rpartition("/")[2].partition(".")[0]


def _kind(site: Site, of: Info) -> str:
    if of.format in AWARDS:
        return "award"
    return next((schema.parent or schema.name for schema in site.schemas.values() if schema.resource == _name(of)), "")
