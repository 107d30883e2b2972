"""The whole pass: load, check, and where nothing is wrong make and publish."""

from collections.abc import Callable, Mapping
from pathlib import Path

from daylight import describe, prose, rules
from daylight.findings import Finding, close, finding
from daylight.framing import Framing
from daylight.history import past
from daylight.load import assemble, files, read
from daylight.making import Built, make, silent, stops
from daylight.making.framed import places
from daylight.outside import of_office, outside
from daylight.read import Part
from daylight.releases import releases
from daylight.schema import load_schemas
from daylight.site import Site


def check(office: Path, today: str, address: str = "") -> tuple[Site, list[Finding]]:
    """The site of an office on an ISO day, and everything that is to be put right in its records, sorted."""
    schemas = load_schemas()
    parts = read(office, schemas, files(office))
    site, found = assemble(schemas, parts, today, past(office), releases(office), address)
    return site, sorted([*found, *findings(office, site, parts)])


def findings(office: Path, site: Site, parts: Mapping[str, Part]) -> list[Finding]:
    """What is wrong between the records of a linked site, with the description of the files that it was read from, and what
    its pages of prose have still to say.

    While the publisher or the headings of a table must be put right, nobody is asked for a description of them. While there
    is no publisher that can be read, no rule is asked: most would find what the publisher says missing everywhere.
    """
    said = [f for part in parts.values() for f in part.findings]
    heads = any(f.path == "data/publisher.yml" or (f.line == 1 and ".csv" in f.path) for f in said)
    if not site.records["publisher"]:
        return list(prose.check(office))
    described = [] if heads else describe.check(office, site.schemas, parts)
    return [*described, *_crest(office, site), *prose.check(office), *rules.check(site)]


def _crest(office: Path, site: Site) -> list[Finding]:
    """Whether the picture that the publisher names as its crest is there."""
    publisher, folder = site.publisher, office / "content"
    if not (name := publisher.get("crest")) or (folder / name).is_file():
        return []
    there = close(name, (path.name for path in folder.glob("*.*")))
    line = publisher.line_of("crest")
    return [finding("FILE", "missing", publisher.path, line, there, of="crest", place=f"content/{name}")]


def build(office: Path, out: Path, today: str, say: Callable[[str], None] = silent, address: str = "") -> Built:
    """Builds the site of `office` into `out`. With an error among the findings the old site stays as it is.

    `say` is told what is being done. `address` is where the site is published, if that is not where the publisher says.
    """
    say("Reading and checking the records…")
    making = Framing(office, places(), of_office(office, address), office / ".cache")
    try:
        site, found = check(office, today, address)
        return Built(found) if stops(found) else make(site, making.html(), found, out, say=say)
    finally:
        making.stop()


def frame_of(office: Path, site: Site) -> Path:
    """The folder with the frame and the prose of an office."""
    return Framing(office, places(), outside(site.publisher.values, site.address), office / ".cache").html()
