"""JSON of each record, beside its page. It has the same shape as a record in the tables."""

from collections.abc import Iterator

from daylight.derived import derived
from daylight.exports.json_tables import heading, written
from daylight.record import Record
from daylight.site import Site

TITLE = "JSON of a record"
ABOUT = "Beside the page of each record, as index.json."


def record_outputs(site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
    """The publisher has no page, and so no file of its own."""
    if page := derived(site, record).get("page"):
        yield f"{page}index.json", b'%s"record":\n%s}\n' % (heading(site), written(site, record))
