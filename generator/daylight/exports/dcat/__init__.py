"""The catalogue: every data set and every file, for portals that gather open data and for whoever looks for a file.

It follows DCAT 3 and its European profile, DCAT-AP 3.0. There is one data set of everything, of which the others are parts:
one for each kind of record that there is. A release is a version of everything. Feeds and calendars are no copies of the
data, and are not listed.
"""

import json
from collections.abc import Iterator, Sequence

from daylight.describe import about
from daylight.exports import openapi
from daylight.exports.data_package import keywords
from daylight.exports.dcat import datasets, terms
from daylight.exports.dcat.files import assigned
from daylight.exports.dcat.parts import PATH, contacts, iri, issued, publisher, shared
from daylight.exports.file import File, Info
from daylight.exports.stamp import licence
from daylight.site import Site
from daylight.words import N_

TITLE = N_("DCAT")
ABOUT = N_("The catalogue of all data sets and files, for portals that gather open data.")


def outputs(site: Site, infos: Sequence[Info]) -> Iterator[File]:
    files = assigned(site, infos)
    parts = [datasets.of_kind(site, kind, of) for kind, of in files.items() if kind]
    every = [datasets.everything(site, files[""], parts), *parts, *(datasets.release(site, r) for r in site.releases)]
    graph = [_catalogue(site, every), *every, _service(site), publisher(site), *contacts(site), terms.SCHEME, *terms.THEMES]
    context = terms.CONTEXT if site.url("") else {"@base": "../"} | terms.CONTEXT
    document = {"@context": context, "@graph": graph}
    yield File(PATH, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(), len(every))


def _catalogue(site: Site, every: list[dict]) -> dict:
    return {
        **iri(site, "catalogue"),
        "@type": "dcat:Catalog",
        "title": about(site.publisher.values)["title"],
        "description": ABOUT,
        **shared(site),
        **issued(site),
        "modified": site.time,
        "foaf:homepage": terms.document(site.url("data/")),
        "dcat:themeTaxonomy": {"@id": terms.SCHEME["@id"]},
        "dcat:dataset": [{"@id": of["@id"]} for of in every],
        "dcat:service": iri(site, "files"),
    }


def _service(site: Site) -> dict:
    """The JSON files, as an interface for programs."""
    return {
        **iri(site, "files"),
        "@type": "dcat:DataService",
        "title": openapi.TITLE,
        "description": openapi.ABOUT,
        "dct:publisher": iri(site, "publisher"),
        "dct:license": {"@id": licence(site)["path"]},
        "dcat:contactPoint": [{"@id": of["@id"]} for of in contacts(site)],
        "dcat:theme": [{"@id": theme["@id"]} for theme in terms.THEMES],
        "keyword": keywords(site),
        "dcat:endpointURL": {"@id": site.url("") or "."},
        "dcat:endpointDescription": {"@id": site.url(openapi.PATH)},
        "dcat:servesDataset": iri(site, "everything"),
        **terms.standard("openapi"),
    }
