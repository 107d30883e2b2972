"""Finding things: files from which a reader's browser finds records by words, and shows and counts registers.

    search/index.json      what there is: the first number of each kind, and the letters of the files of words
    search/terms/ro.json   which words lead to what, see index.py
    search/docs/3.json     what a list says of 64 things, see docs.py
    search/sums.json       what is added up of each award
    search/awards.json     all that the register of awards shows, see columns.py; also of other kinds
    search/texts.json      what scripts say, see said.py; cy/search/texts.json in Welsh

Numbers differ from build to build: index.json also holds a version, which scripts add to the addresses of all other files.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from daylight.search import columns, docs, index, pages, said
from daylight.search.order import SHOWN, count, first, order
from daylight.search.pages import PATH
from daylight.search.results import page
from daylight.search.terms import divided, terms
from daylight.site import Site

__all__ = ["PATH", "outputs", "page"]


def outputs(site: Site, html: Path, made: Iterable[tuple[str, bytes]] = ()) -> Iterator[tuple[str, bytes]]:
    """All files for scripts. `html` is the folder that MkDocs wrote, `made` are paths and bytes of reports."""
    found, digest = pages.pages(site, html, made), hashlib.sha256()
    names = []
    for path, data in _files(site, found, names):
        digest.update(path.encode() + b"\0" + data)
        yield path, data
    yield "search/index.json", _index(site, len(found), names, digest.hexdigest()[:12])


def _files(site: Site, found: list[pages.Found], names: list[str]) -> Iterator[tuple[str, bytes]]:
    """All files but index.json; adds to `names` the letters of the files of words."""
    records = [record for kind in SHOWN for record in order(site, kind)]
    words = [terms(site, record) for record in records]
    words += [divided(f"{of.title} {of.welsh}", of.text) for of in found]
    for letters, text in index.files(index.gathered(words)):
        names.append(letters)
        yield f"search/terms/{letters}.json", text.encode()
    rows = [docs.row(site, record) for record in records]
    rows += [docs.short([of.title, of.path, None, "", "", of.welsh]) for of in found]
    for number, text in enumerate(docs.chunks(rows)):
        yield f"search/docs/{number}.json", text.encode()
    yield "search/sums.json", docs.sums(site).encode()
    yield from columns.outputs(site)
    yield from said.outputs(site)


def _index(site: Site, others: int, names: list[str], version: str) -> bytes:
    kinds = [[kind, f"{site.schemas[kind].folder}/", start, len(site.records[kind])] for kind, start in first(site).items()]
    kinds.append(["page", "", count(site), others])
    there = {"version": version, "chunk": docs.CHUNK, "kinds": kinds, "terms": ",".join(names)}
    return json.dumps(there, ensure_ascii=False).encode()
