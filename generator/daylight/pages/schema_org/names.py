"""What JSON-LD calls the office, its area, the pages, and the records that others lead to.

Whole addresses where it is known where the site is published, else those that work from the page they stand on.
"""

from daylight import describe
from daylight.derived import identity
from daylight.keeping import kept, kept_of, once_of
from daylight.pages.schema_org.types import OFFICE, type_of
from daylight.record import Record
from daylight.site import Site

DEPTH = 2  # how many folders below the site's root the page of a record lies


def known(found: dict) -> dict:
    """Without what is not known."""
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def root(site: Site, depth: int) -> str:
    """The address of the home page, from a page so many folders below it."""
    return site.url("") or "../" * depth or "./"


@once_of
def _root(site: Site) -> str:
    return root(site, DEPTH)


def page(site: Site, record: Record) -> str:
    """The address of the page of a record, from that of another."""
    return f"{_root(site)}{site.schemas[record.kind].folder}/{record.key}/"


def refs(site: Site, records: list[Record]) -> list[dict]:
    """What other records are called where a thing leads to them: their type, name and address."""
    return [found for record in records if (found := _ref(site, record))]


def ref(site: Site, record: Record | None) -> dict | None:
    return (_ref(site, record) or None) if record else None


@kept
def _ref(site: Site, record: Record) -> dict:
    type_ = type_of(record)
    return {"@type": type_, "@id": f"{page(site, record)}#{record.kind}", "name": site.label(record)} if type_ else {}


def office(site: Site, depth: int = DEPTH) -> dict:
    """The office by its present name."""
    return {"@type": OFFICE, "@id": f"{root(site, depth)}#publisher", "name": str(site.publisher.get("name", ""))}


def office_on(site: Site, day: str | None) -> dict:
    """The office by the name that it had on an ISO day; the present one where nothing says another."""
    name = identity(site, day) if day else None
    return _office(site) if not name or name == identity(site, site.today) else {"@type": OFFICE, "name": name}


@once_of
def _office(site: Site) -> dict:
    return office(site)


def publisher(site: Site, depth: int) -> dict:
    """The office and everything that is said of it."""
    of, now = site.publisher, office(site, depth)
    also = identity(site, site.today)
    row = next((row for row in of.rows("identities") if row.get("name") == also and row.get("org_id")), None)
    also = also if also != now["name"] else None
    said = {"alternateName": also, "url": of.get("website"), "identifier": row.get("org_id") if row else None}
    return known(now | said | {"areaServed": force_area(site)})


@once_of
def force_area(site: Site) -> dict | None:
    """The police force area with its ONS code: the only place that is said of a service, for its own could be a refuge."""
    v = site.publisher.values
    found = {"@type": "AdministrativeArea", "name": v.get("area_name"), "identifier": code(v.get("area_code"))}
    return known(found) if v.get("area_name") else None


def code(of_area: str | None) -> dict | None:
    """The ONS code of an area."""
    return {"@type": "PropertyValue", "propertyID": "ONS", "value": of_area} if of_area else None


@once_of
def licence(site: Site) -> str:
    """The address of the licence."""
    return describe.licence(site.publisher.values)["path"]


@kept_of
def days(site: Site, kind: str) -> list[str]:
    """The first and the last ISO day on which awards or decisions are known to have been made, if there are such."""
    of = ("award_date", "announced_on") if kind == "award" else ("taken_on",)
    found = [day for r in site.records[kind].values() if (day := next((r.values[n] for n in of if n in r.values), ""))]
    return [min(found), max(found)] if found else []
