"""The whole pass: load, check, and where nothing is wrong make and publish."""

from collections.abc import Callable, Iterable
from pathlib import Path

from daylight import describe, framing, rules
from daylight.findings import Finding
from daylight.framing import Framing
from daylight.history import past
from daylight.load import assemble, files, read
from daylight.making import Built, make, silent, stops
from daylight.pages import places
from daylight.read import read_file
from daylight.releases import releases
from daylight.schema import load_schemas
from daylight.site import Site


def check(office: Path, today: str, address: str = "") -> tuple[Site, list[Finding]]:
    """The site of an office on an ISO day, and everything that is to be put right in its records, sorted."""
    schemas = load_schemas()
    parts = read(office, schemas, files(office))
    site, found = assemble(schemas, parts, today, past(office), releases(office), address)
    return site, sorted([*found, *findings(office, site, parts)])


def findings(office: Path, site: Site, parts: Iterable[str]) -> list[Finding]:
    """What is wrong between the records of a linked site, and with the description of the files that it was read from."""
    return [*describe.check(office, site.schemas, parts), *rules.check(site)]


def build(office: Path, out: Path, today: str, say: Callable[[str], None] = silent, address: str = "") -> Built:
    """Builds the site of `office` into `out`. With an error among the findings the old site stays as it is.

    `say` is told what is being done. `address` is where the site is published, if that is not where the publisher says.
    """
    say("Reading and checking the records…")
    banner, home = of_publisher(office, address)
    making = Framing(office, places(), banner, office / ".cache", home)
    try:
        site, found = check(office, today, address)
        return Built(found) if stops(found) else make(site, making.html(), found, out, say=say)
    finally:
        making.stop()


def of_publisher(office: Path, address: str = "") -> tuple[str, str]:
    """What every page of an office says above all, and where its site is published; '' where that is nothing."""
    name = "data/publisher.yml"
    records = read_file(office, load_schemas(), name).records if (office / name).is_file() else []
    values = records[0].values if records else {}
    return values.get("demonstration", ""), address or values.get("address", "")


def frame_of(office: Path, site: Site) -> Path:
    """The folder with the frame and the prose of an office."""
    return framing.build(office, places(), site.publisher.get("demonstration", ""), office / ".cache", site.url(""))
