"""What is the same on every page of a site, as the record of its publisher says."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from daylight.read import read_file
from daylight.schema import load_schemas
from daylight.words import LANGUAGES


@dataclass(frozen=True)
class Outside:
    """The text above every page, where the site is published, its languages, and its look; '' where nothing is said of it.

    `colour` is like 12324d, and `crest` the name of a picture in content/. The last two are said in Welsh instead.
    """

    banner: str = ""
    address: str = ""
    languages: tuple[str, ...] = LANGUAGES[:1]
    colour: str = ""
    crest: str = ""
    banner_welsh: str = ""
    name_welsh: str = ""

    @property
    def hex(self) -> str:
        """The colour as style sheets write it, or ''."""
        return f"#{self.colour.lstrip('#')}" if self.colour else ""


def outside(values: Mapping, address: str = "") -> Outside:
    """What the fields of a publisher say. `address` is where the site is published, if that is not where they say."""
    return Outside(
        banner=values.get("demonstration", ""),
        address=address or values.get("address", ""),
        languages=LANGUAGES if values.get("welsh") else LANGUAGES[:1],
        colour=values.get("colour", ""),
        crest=values.get("crest", ""),
        banner_welsh=values.get("demonstration_welsh", ""),
        name_welsh=values.get("short_name_welsh", ""),
    )


def of_office(office: Path, address: str = "") -> Outside:
    """The same from the file of the publisher, before anything else of an office is read."""
    name = "data/publisher.yml"
    records = read_file(office, load_schemas(), name).records if (office / name).is_file() else []
    return outside(records[0].values if records else {}, address)
