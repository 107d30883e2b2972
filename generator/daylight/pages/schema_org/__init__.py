"""What a page says for search engines and other programs: JSON-LD in the words of schema.org, from what is published only.

A page of a record names the thing that the record is about (`things`) with the type of schema.org that is true of it, if there
is one, and the page itself with the pages above it. The home page and the page of downloads describe all data as a Dataset.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from daylight import describe
from daylight.keeping import kept_of
from daylight.pages.schema_org import names
from daylight.pages.schema_org.things import things
from daylight.record import Record
from daylight.site import Site
from daylight.views import citation
from daylight.words import _

CONTEXT = "https://schema.org"
LABEL = "daylight-label"
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class Download(NamedTuple):
    """A file of data: its path below the root of the site, its media type, its size in words, and its hash (SHA-256)."""

    path: str
    media_type: str
    size: str
    sha256: str


def of_record(site: Site, record: Record) -> str:
    """The HTML of what the page of a record says."""
    found = things(site, record)
    page = {"@type": "WebPage", "@id": names.page(site, record), "name": site.label(record)}
    page |= {"isBasedOn": record.get("source"), "dateModified": site.last_change(record)}
    if found:
        page["mainEntity"] = {"@type": found[0]["@type"], "@id": found[0]["@id"]}
    said = _encode([*found, names.known(page)])
    return _script(said.removesuffix("}]") + _end(site, record.kind).replace(LABEL, _encode(site.label(record))))


@kept_of
def _end(site: Site, kind: str) -> str:
    """What all pages of a kind of record say alike at their end, as JSON, for it stands on pages by the ten thousand: their
    licence and publisher, and the pages above them, the last of which is the page itself, called LABEL here."""
    root, schema = names.root(site, names.DEPTH), site.schemas[kind]
    above = ((_("Home"), root), (_(schema.plural), f"{root}{schema.folder}/"))
    items = [(name, {"@type": "WebPage", "@id": to}) for name, to in above]
    steps = [{"@type": "ListItem", "position": n, "name": name, "item": item} for n, (name, item) in enumerate(items, 1)]
    steps.append({"@type": "ListItem", "position": len(steps) + 1, "name": LABEL})
    found = {"isPartOf": {"@type": "WebSite", "@id": f"{root}#site"}, "license": names.licence(site)}
    found |= {"publisher": names.office(site), "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": steps}}
    return f",{_encode(found)[1:]}]".replace(_encode(LABEL), LABEL)


def of_home(site: Site) -> str:
    """The HTML of what the home page says: the site, and the data, which the page of downloads describes further."""
    root = names.root(site, 0)
    data = dataset(site, 0)
    name = citation.site_title(site)
    about = {"@type": "Dataset", "@id": data["@id"]}
    web = {"@type": "WebSite", "@id": f"{root}#site", "name": name, "url": root, "publisher": names.office(site, 0)}
    return _script(_encode([web | {"about": about}, data]))


def of_data(site: Site, downloads: Iterable[Download]) -> str:
    """The HTML of what the page of downloads says: all data, and the files that hold all of it."""
    root, data = names.root(site, 1), dataset(site, 1)
    files = [
        {
            "@type": "DataDownload",
            "name": file.path.rpartition("/")[2],
            "contentUrl": f"{root}{file.path}",
            "encodingFormat": file.media_type,
            "contentSize": file.size,
            "sha256": file.sha256,
        }
        for file in downloads
    ]
    return _script(_encode([data | {"distribution": files} if files else data]))


def dataset(site: Site, depth: int) -> dict:
    """All data of a site, for a page so many folders below its root."""
    publisher, root, office = site.publisher, names.root(site, depth), names.publisher(site, depth)
    about = _("Awards, decisions, opportunities and funds of the {name}.", name=publisher.get("name", ""))
    days = [day for kind in ("award", "decision") for day in names.days(site, kind)]
    return names.known(
        {
            "@type": "Dataset",
            "@id": f"{root}data/#dataset",
            "name": describe.about(publisher.values)["title"],
            "description": " ".join([about, publisher.get("demonstration", "")]).strip(),
            "url": f"{root}data/",
            "identifier": f"{root}data/",
            "isAccessibleForFree": True,
            "license": names.licence(site),
            "creator": office,
            "publisher": names.office(site, depth),
            "creditText": publisher.get("attribution"),
            "citation": citation.citation_of_all(site),
            "version": site.releases[-1].version if site.releases else "",
            "dateModified": site.time,
            "temporalCoverage": f"{min(days)}/{max(days)}" if days else "",
            "spatialCoverage": names.force_area(site),
        }
    )


def _script(graph: str) -> str:
    """JSON-LD as an element for the head of a page. No text in it can end the element, or begin another."""
    said = graph.replace("<", r"\u003c")
    return f'<script type="application/ld+json">{{"@context":"{CONTEXT}","@graph":{said}}}</script>'
