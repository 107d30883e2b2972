"""The data sets of the catalogue: everything, each kind of record, and each release."""

from collections.abc import Iterable, Sequence

from daylight.days import day_of
from daylight.describe import about
from daylight.exports.data_package import keywords
from daylight.exports.dcat import terms
from daylight.exports.dcat.files import distribution, released
from daylight.exports.dcat.parts import contacts, iri, issued, shared
from daylight.exports.file import Info
from daylight.exports.stamp import stamp
from daylight.record import Record
from daylight.releases import Release
from daylight.site import Site


def everything(site: Site, files: Sequence[Info], parts: Sequence[dict]) -> dict:
    """Everything that is published, with the files that hold several kinds of record."""
    version = stamp(site).get("version")
    kinds = ", ".join(site.schemas[kind].plural.lower() for kind, of in site.records.items() if of and kind != "publisher")
    holds = f"All {kinds or 'records'}. {site.publisher.get('attribution', '')}".strip()
    return {
        **_dataset(site, "everything", about(site.publisher.values)["title"], holds),
        **_temporal(record for of in site.records.values() for record in of.values()),
        **issued(site),
        "modified": site.time,
        **({"dcat:version": version} if version else {}),
        "dct:hasPart": [{"@id": part["@id"]} for part in parts],
        **({"dcat:hasVersion": [iri(site, of.day) for of in site.releases]} if site.releases else {}),
        "dcat:distribution": [distribution(site, of) for of in files],
    }


def of_kind(site: Site, kind: str, files: Sequence[Info]) -> dict:
    """All records of a kind, with the files that hold them or one of their lists."""
    schema, records = site.schemas[kind], site.all(kind)
    changed = max((site.last_change(record) for record in records), default="")
    return {
        **_dataset(site, schema.resource, _title(site, schema.plural), schema.description),
        **_temporal(records),
        **({"changed": changed} if changed else {}),
        "dct:isPartOf": iri(site, "everything"),
        "dcat:distribution": [distribution(site, of) for of in files],
    }


def release(site: Site, of: Release) -> dict:
    """A release, as a version of everything."""
    place = site.releases.index(of)
    before = {"dcat:previousVersion": iri(site, site.releases[place - 1].day)} if place else {}
    about_it = f"What was published on {of.day}. It never changes."
    return {
        **_dataset(site, of.day, _title(site, f"release {of.version}"), about_it),
        "issued": of.day,
        "dcat:version": of.version,
        "dcat:isVersionOf": iri(site, "everything"),
        **before,
        "dcat:distribution": [released(site, of)],
    }


def _title(site: Site, what: str) -> str:
    return f"{about(site.publisher.values)['title']}: {what}"


def _dataset(site: Site, name: str, title: str, description: str) -> dict:
    return {
        **iri(site, name),
        "@type": "dcat:Dataset",
        "title": title,
        "description": description,
        "dct:identifier": iri(site, name)["@id"],
        **shared(site),
        "dcat:contactPoint": [{"@id": contact["@id"]} for contact in contacts(site)],
        "dcat:theme": [{"@id": theme["@id"]} for theme in terms.THEMES],
        "keyword": keywords(site),
        "dct:accrualPeriodicity": terms.IRREGULAR,
        "dcat:landingPage": terms.document(site.url("data/")),
    }


def _temporal(records: Iterable[Record]) -> dict:
    """From the first to the last day that one of the records is of."""
    days = sorted(filter(None, map(day_of, records)))
    return {"dct:temporal": {"@type": "dct:PeriodOfTime", "start": days[0], "end": days[-1]}} if days else {}
