"""JSON Lines: one record a line, for programs that read a large file piece by piece.

Each line is the record as its JSON file has it, with its lists inside. A line is a record and nothing else: who publishes,
and of when the file is, stands in the JSON file of the same name.
"""

from collections.abc import Iterator

from daylight.exports.file import File
from daylight.exports.json_tables import written
from daylight.keeping import kept_of
from daylight.site import Site
from daylight.words import N_

TITLE = N_("JSON Lines")
ABOUT = N_("One record a line, for programs that read a large file piece by piece.")


def outputs(site: Site) -> Iterator[File]:
    for kind, records in site.records.items():
        yield File(f"data/{site.schemas[kind].resource}.jsonl", lines(site, kind), len(records))


@kept_of
def lines(site: Site, kind: str) -> bytes:
    """All records of a kind, each on a line of its own."""
    return b"".join(_flat(written(site, record)) for record in site.records[kind].values())


def _flat(data: bytes) -> bytes:
    """A record on one line. A line end in a text is written \\n in JSON: those that stand here are layout between fields."""
    return data.replace(b"\n  ", b"").replace(b"\n", b" ") + b"\n"
