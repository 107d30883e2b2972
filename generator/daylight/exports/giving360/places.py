"""Where a grant works: areas with their official codes, and for people in danger the whole force area only."""

from daylight.record import Record
from daylight.rules.sensitive import sensitive
from daylight.site import Site

TYPES = {  # of the geoCodeType code list, by the entity with which a code of the Office for National Statistics begins
    **{"E05": "WD", "W05": "WD", "E06": "UA", "W06": "UA", "E07": "NMD", "E08": "MD", "E09": "LONB", "E10": "CTY"},
    **{"E12": "RGN/GOR", "E22": "CSP", "E23": "PFA", "W15": "PFA"},
}


def places(site: Site, award: Record) -> list[dict[str, str]]:
    """The areas of an award, each with its name and code, else the name of the area that it serves; none where it has none.

    An award for people whom a place puts in danger, or one that asks for it, tells no more than the whole force area
    (Order 2011, article 2(2)(b)), whatever stands in its record.
    """
    areas = site.targets(award, "area")
    if sensitive(site, award) or award.get("geo_policy") == "county":
        wide = [_place(area) if area.get("kind") == "force_area" else _force_area(site.publisher) for area in areas]
        return [place for number, place in enumerate(wide) if place not in wide[:number]]
    if areas:
        return [_place(area) for area in areas]
    return [{"name": award.values["area_as_published"]}] if "area_as_published" in award.values else []


def _place(area: Record) -> dict[str, str]:
    return _coded(area.get("name", ""), area.get("code", ""))


def _force_area(publisher: Record) -> dict[str, str]:
    return _coded(publisher.get("area_name", ""), publisher.get("area_code", ""))


def _coded(name: str, code: str) -> dict[str, str]:
    found = {"name": name, "countryCode": "GB" if code else "", "geoCode": code, "geoCodeType": TYPES.get(code[:3], "")}
    return {field: text for field, text in found.items() if text}
