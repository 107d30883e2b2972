"""ID-CODE: the code of an area belongs to the area of that name."""

from collections.abc import Iterator

from daylight.findings import NOTE, Finding, finding
from daylight.record import Record
from daylight.rules.official import codes, names, plain
from daylight.site import Site

OF = ("publisher", "area")
FIELDS = {"publisher": ("area_name", "area_code"), "area": ("name", "code")}
FORMS = {"force-areas": ("E23", "W15"), "districts": ("E06", "E07", "E08", "E09", "W06")}


def check(site: Site, record: Record) -> Iterator[Finding]:
    """The code of a police force area or district is the one that official statistics give that name (ONS, code history).

    Districts change: one with a code that is newer or older than the list is only noted, and so is a name that is in no list.
    """
    named, coded = FIELDS[record.kind]
    name, code = record.get(named, ""), record.get(coded)
    if not code:
        return
    table = "force-areas" if record.kind == "publisher" or record.get("kind") == "force_area" else "districts"
    there, right = names(table).get(code), codes(table).get(plain(name), "")
    line, facts = record.line_of(coded), {"code": code, "name": name}
    if there and plain(there) != plain(name):
        yield finding("ID-CODE", "other", record.path, line, right, of=coded, other=there, **facts)
    elif not there and (right or code.startswith(FORMS[table])):
        sure = right and (table == "force-areas" or code.startswith(FORMS["force-areas"]))
        fix, severity = (right, "") if sure else ("", NOTE)
        yield finding("ID-CODE", "unlisted", record.path, line, fix, severity, coded, **facts)
