"""Which pages of the site look different after a change, and why."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from daylight.changes import ADDED, CHANGED, Change
from daylight.review.commits import WITHDRAWN, Span
from daylight.review.names import Names, named
from daylight.review.sides import Key, Sides
from daylight.words import WELSH

NAMED = ("index", "README")


class Page(NamedTuple):
    """A page: its path below the root of the site, what it is called, and what is different on it.

    It shows a `record`, or was written in a file, its `source`, or else is about many records. `own` says whether the change
    is about the page itself, and does not only follow from another.
    """

    path: str
    title: str
    why: str
    record: Key | None = None
    source: str = ""
    own: bool = False


def pages(span: Span, both: Sides, names: Names, changes: Iterable[Change]) -> list[Page]:
    """The pages of the records that changed, of those whose figures or lists follow from them, and the changed prose."""
    changes, schemas = list(changes), both.after.site.schemas
    found = {page.path: page for page in (*_prose(span), *_of_records(both, names, changes))}
    near = {}
    for kind, key in both.changed:
        for side, record in zip((both.before, both.after), both.record((kind, key)), strict=True):
            for link in side.site.links_of(record) if record else ():
                near[link.target] = None
    for kind, key in sorted(near):
        if kind != "publisher" and both.after.site.get(kind, key):
            path = f"{schemas[kind].folder}/{key}/"
            title = f"{names.title(kind, key) or named(key)} ({names.kind(kind)})"
            found.setdefault(path, Page(path, title, "What it lists, or adds up, is different.", (kind, key)))
    if both.changed:
        for kind in sorted({kind for kind, _ in both.changed if kind != "publisher"}, key=list(schemas).index):
            path = f"{schemas[kind].folder}/"
            found[path] = Page(path, f"All {names.kind(kind, 2)}", "The list is different.")
        found[""] = Page("", "The first page", "Its figures, or what is new, may be different.")
    return list(found.values())


def _of_records(both: Sides, names: Names, changes: list[Change]) -> Iterator[Page]:
    steps: dict[Key, list[str]] = {}
    for change in changes:
        if change.change in (ADDED, CHANGED) and change.kind != "publisher" and both.after.site.get(change.kind, change.key):
            said = "New." if change.change == ADDED else names.field(change)
            steps.setdefault((change.kind, change.key), []).append(said)
    for (kind, key), said in steps.items():
        path = f"{both.after.site.schemas[kind].folder}/{key}/"
        why = said[0] if said == ["New."] else f"Changed: {'; '.join(dict.fromkeys(said))}."
        name = names.record(kind, key)
        yield Page(path, f"{name[0].upper()}{name[1:]}", why, (kind, key), own=True)


def _prose(span: Span) -> Iterator[Page]:
    for file in span.inside():
        path = PurePosixPath(file.path)
        if file.how != WITHDRAWN and path.suffix == ".md" and path.parts[0] == "content":
            below = path.relative_to("content")
            place = below.parent if path.stem in NAMED else below.with_suffix("")
            at = "" if str(place) == "." else f"{place}/"
            title = named(path.stem.replace("-", " ").capitalize()) + (" (Welsh)" if below.parts[0] == WELSH else "")
            yield Page(at, title, "New." if file.how == ADDED else "Changed.", source=file.path, own=True)
