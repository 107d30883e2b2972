"""ID-CODE: the code of an area belongs to the area of that name."""

from collections.abc import Iterator

from daylight.findings import NOTE, Finding, finding
from daylight.rules.official import codes, names, plain
from daylight.site import Record, Site

OF = ("publisher", "area")
FIELDS = {"publisher": ("area_name", "area_code"), "area": ("name", "code")}
FORMS = {"force-areas": ("E23", "W15"), "districts": ("E06", "E07", "E08", "E09", "W06")}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The code of a police force area or district is the one that official statistics give that name (ONS, code history)."""
    named, coded = FIELDS[record.kind]
    name, code = record.get(named, ""), record.get(coded)
    if not code:
        return
    table = "force-areas" if record.kind == "publisher" or record.get("kind") == "force_area" else "districts"
    there, right = names(table).get(code), codes(table).get(plain(name), "")
    line, facts = record.line_of(coded), {"code": code, "name": name}
    if there and plain(there) != plain(name):
        yield finding("ID-CODE", "other", record.path, line, right, other=there, **facts)
    elif not there and code.startswith(FORMS[table]):
        at_once = "" if table == "force-areas" else NOTE  # force areas have not changed since 1974, districts do
        yield finding("ID-CODE", "unlisted", record.path, line, right, severity=at_once, **facts)
    elif not there and right:
        yield finding("ID-CODE", "unlisted", record.path, line, right, **facts)
