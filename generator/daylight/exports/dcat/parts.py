"""What the data sets of the catalogue have in common: who publishes them, under which licence, and where to ask."""

from daylight.exports.dcat import terms
from daylight.exports.stamp import licence
from daylight.site import Site

PATH = "data/catalog.jsonld"


def iri(site: Site, name: str) -> dict:
    """The name of something in the catalogue, as an address that does not change."""
    return {"@id": site.url(f"{PATH}#{name}")}


def shared(site: Site) -> dict:
    """What is true of the catalogue and of every data set: publisher, licence, language, and the police force area."""
    of = site.publisher
    return {
        "dct:publisher": iri(site, "publisher"),
        **terms.licence(**licence(site)),
        "dct:language": terms.ENGLISH,
        **terms.area(of.get("area_name"), of.get("area_code")),
    }


def publisher(site: Site) -> dict:
    """The office."""
    of = site.publisher
    found = {**iri(site, "publisher"), "@type": "foaf:Agent", "foaf:name": of.get("name", "")}
    return found | ({"foaf:homepage": terms.document(of.get("website"))} if of.get("website") else {})


def contacts(site: Site) -> list[dict]:
    """Where to ask: the pages that the office names, else its website. Never a person."""
    office = site.publisher.get("name", "")
    rows = [(f"{office}: {row.get('what')}", row.get("address")) for row in site.publisher.rows("contacts")]
    rows = rows or [(office, site.publisher.get("website"))]
    return [
        {**iri(site, f"contact-{number}"), "@type": "vcard:Kind", "vcard:fn": name, "vcard:hasURL": {"@id": address}}
        for number, (name, address) in enumerate(rows, 1)
        if address
    ]


def issued(site: Site) -> dict:
    """Since when there are releases, if there are any; of what stood here before, nothing is known."""
    return {"issued": site.releases[0].day} if site.releases else {}
