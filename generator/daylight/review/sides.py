"""The two sites that a change lies between, with what is wrong in each and what each adds up to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from daylight import build
from daylight.findings import Finding
from daylight.history import Past
from daylight.load import assemble, files, is_record, read
from daylight.read import Part
from daylight.record import Record, same
from daylight.releases import FOLDER, Release, releases
from daylight.review.beside import beside
from daylight.review.commits import ADDED, Span, lay_out, lies_here, names
from daylight.review.figures import Figures, figures
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.warm.touched import touched

PUBLISHER = "data/publisher.yml"
Key = tuple[str, str]  # the kind and key of a record


@dataclass(frozen=True)
class Side:
    """An office as it was, or as it will be: its folder, its parts by path, its site, and what is wrong with it."""

    office: Path
    parts: dict[str, Part]
    site: Site
    findings: list[Finding]


@dataclass(frozen=True)
class Sides:
    """Both of them with what they add up to, and the kinds and keys of the records that do not say the same, sorted."""

    before: Side
    after: Side
    was: Figures
    now: Figures
    changed: tuple[Key, ...]

    def record(self, key: Key) -> tuple[Record | None, Record | None]:
        """A record as it was and as it will be."""
        return self.before.site.get(*key), self.after.site.get(*key)


def compared(span: Span, office: Path, work: Path, today: str, address: str = "", say: Callable = lambda text: None) -> Sides:
    """Reads both sites on an ISO day. Files of commits are written into the folder `work`.

    The second site is worked out from the first as `warm` does after a save: only what the change touches is looked at again.
    """
    schemas, past = load_schemas(), Past()
    say("Reading the records…")
    new = office if not span.head or lies_here(span) else lay_out(span, span.head, names(span, span.head), work / "after")
    there = read(new, schemas, files(new))
    old, changed, frozen = _laid_out_before(span, new, work)
    earlier = {path: part for path, part in there.items() if path not in changed}
    wanted = [f.path for f in span.inside() if f.how != ADDED and is_record(Path(f.path)) and (old / f.path).is_file()]
    earlier |= read(old, schemas, wanted)

    say("Checking the records as they were…")
    before = _side(old, *assemble(schemas, earlier, today, past, frozen, address), earlier)
    was = beside(lambda: figures(before.site))
    say("Checking the records as they will be…")
    site, found = assemble(schemas, there, today, past, releases(new), address)
    touched(before.site, site)
    site.kept = {}  # what is kept of a kind stays only where the publications of its records were kept too
    after = _side(new, site, found, there)
    return Sides(before, after, was(), figures(site), _changed(before.site, site))


def _side(folder: Path, site: Site, found: list[Finding], parts: dict[str, Part]) -> Side:
    return Side(folder, parts, site, sorted([*found, *build.findings(folder, site, parts)]))


def _laid_out_before(span: Span, new: Path, work: Path) -> tuple[Path, set[str], tuple[Release, ...]]:
    """The office as it was, but for the records that are the same; the paths that differ; and its releases."""
    changed = {file.path for file in span.inside()}
    frozen = any(path.startswith(f"{FOLDER}/") for path in changed)

    def wanted(path: str) -> bool:
        same = path.startswith("data/") and path.endswith(".yml") and path != PUBLISHER
        return path in changed or (not same and (frozen or not path.startswith(f"{FOLDER}/")))

    old = lay_out(span, span.base, [path for path in names(span, span.base) if wanted(path)], work / "before")
    return old, changed, releases(old) if frozen else releases(new)


def _changed(old: Site, new: Site) -> tuple[Key, ...]:
    """The records that do not say the same. From which file they say it does not count."""
    found = []
    for kind, of in new.records.items():
        was = old.records[kind]
        found += [(kind, key) for key in was.keys() | of.keys() if not _alike(was.get(key), of.get(key))]
    return tuple(sorted(found))


def _alike(one: Record | None, other: Record | None) -> bool:
    if one is None or other is None or one is other:
        return one is other
    if same(one, other):
        return True
    pairs = one.children.keys() == other.children.keys() and one.values == other.values
    return pairs and all([r.values for r in a] == [r.values for r in other.children[n]] for n, a in one.children.items())
