"""The two sites that a change lies between, with what is wrong in each and what each adds up to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from daylight import build
from daylight.findings import Finding
from daylight.history import Past
from daylight.load import assemble, files, is_record, read
from daylight.read import Part
from daylight.releases import FOLDER, Release, releases
from daylight.review.commits import ADDED, Span, lay_out, names
from daylight.review.figures import Figures, figures
from daylight.schema import load_schemas
from daylight.site import Record, Site, same
from daylight.warm import touched

PUBLISHER = "data/publisher.yml"
Key = tuple[str, str]  # the kind and key of a record


@dataclass(frozen=True)
class Side:
    """An office as it was, or as it will be: its folder, its parts by path, its site, what is wrong with it, its figures."""

    office: Path
    parts: dict[str, Part]
    site: Site
    findings: list[Finding]
    figures: Figures = field(default_factory=Figures)


@dataclass(frozen=True)
class Sides:
    """Both of them, and the kinds and keys of the records that do not say the same in both, sorted."""

    before: Side
    after: Side
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
    new = lay_out(span, span.head, names(span, span.head), work / "after") if span.head else office
    there = read(new, schemas, files(new))
    old, changed, frozen = _laid_out_before(span, new, work)
    earlier = {path: part for path, part in there.items() if path not in changed}
    wanted = [f.path for f in span.inside() if f.how != ADDED and is_record(Path(f.path)) and (old / f.path).is_file()]
    earlier |= read(old, schemas, wanted)

    def side(folder: Path, parts: dict[str, Part], released: tuple[Release, ...], was: Site | None = None) -> Side:
        site, found = assemble(schemas, parts, today, past, released, address)
        if was:
            touched(was, site)
            site.kept = {}  # what is kept of a kind stays only where the publications of its records were kept too
        found = sorted([*found, *build.findings(folder, site, parts)])
        return Side(folder, parts, site, found, figures(site))

    say("Checking the records as they were…")
    before = side(old, earlier, frozen)
    say("Checking the records as they will be…")
    after = side(new, there, releases(new), before.site)
    return Sides(before, after, _changed(before.site, after.site))


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
