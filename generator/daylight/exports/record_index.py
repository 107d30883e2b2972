"""The index of all records: where the page and the JSON of each one are, when it changed last, and the hash of its JSON.

The publisher has no page, and so no entry; its record is in data/publisher.json.
"""

import hashlib
import json
from collections.abc import Iterator

from daylight.derived import derived
from daylight.exports import record_json
from daylight.exports.file import File
from daylight.exports.json_tables import heading
from daylight.record import Record
from daylight.site import Site
from daylight.words import N_

TITLE = N_("Index of records")
ABOUT = N_("The address of the JSON file of every record, for programs that read some of them.")
PATH = "data/index.json"
_text = json.JSONEncoder(ensure_ascii=False).encode


def outputs(site: Site) -> Iterator[File]:
    records = [record for of in site.records.values() for record in of.values()]
    entries = [_entry(site, record, *made) for record in records for made in record_json.record_outputs(site, record)]
    data = b'%s"records": [\n%s\n]}\n' % (heading(site), ",\n".join(entries).encode())
    yield File(PATH, data, len(entries))


def _entry(site: Site, record: Record, path: str, data: bytes) -> str:
    """An entry on a line of its own, so that two indexes can be compared line by line."""
    entry = {
        "kind": record.kind,
        "key": record.key,
        "title": site.label(record),
        "page": site.url(derived(site, record)["page"]),
        "json": site.url(path),
        "changed": site.last_change(record),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    return _text({name: value for name, value in entry.items() if value})
