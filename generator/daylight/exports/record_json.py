"""JSON of each record, beside its page. It has the same shape as a record in the tables."""

from collections.abc import Iterator

from daylight.derived import derived
from daylight.exports.json_tables import as_bytes, heading, shape
from daylight.site import Site

TITLE = "JSON of each record"


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    for kind in site.records:
        for record in site.all(kind):
            if page := derived(site, record).get("page"):
                yield f"{page}index.json", as_bytes(heading(site) | {"record": shape(site, record)})
