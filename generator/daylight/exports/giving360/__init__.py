"""360Giving: the office's grants as its Data Standard 1.4 has them, as JSON; the spreadsheet is made in giving360_xlsx.

A file holds the grants of one funder, for an office is another funder when its name or identifier changes; grants to
individuals, who are not named, have files of their own. A funder without a grant that the standard takes has no file.
"""

from collections.abc import Iterator
from decimal import Decimal
from json import JSONEncoder

from daylight.exports.file import File
from daylight.exports.giving360.package import Package, omissions, packages
from daylight.exports.giving360.published import left_out
from daylight.site import Site
from daylight.words import N_

__all__ = ["ABOUT", "TITLE", "Package", "left_out", "note", "outputs", "packages"]

TITLE = N_("360Giving JSON")
ABOUT = N_("Grants in the form that GrantNav and other tools for grants read, one file for each funder.")
_text = JSONEncoder(ensure_ascii=False).encode


def outputs(site: Site) -> Iterator[File]:
    """Each package as JSON, with the amounts of each grant to the penny."""
    for package in packages(site):
        grants = b",\n".join(_object(grant) for grant in package.grants)
        data = b'%s,\n"grants": [\n%s\n]}\n' % (_object(package.about(site, "json")).removesuffix(b"}"), grants)
        yield File(package.path("json"), data, len(package.grants))


def note(site: Site) -> str:
    """How many grants are in no file, by the reason."""
    return " ".join(omissions(site))


def _object(values: dict) -> bytes:
    """A JSON object, each member on a line. A float could not hold every penny: digits stay digits."""
    members = (f'"{name}": {f"{v:.2f}" if isinstance(v, Decimal) else _text(v)}' for name, v in values.items())
    return ("{" + ",\n".join(members) + "}").encode()
