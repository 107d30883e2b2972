"""Keeps a site up to date while its records are edited: after a change only what it touches is made again.

The result is the same bytes as a whole build. What was worked out from records is kept with them (`keeping`) and dropped
where a neighbour changed; a page is made again where something that it shows was dropped.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from daylight import exports, frame, history, search
from daylight.build import findings, frame_of
from daylight.findings import Finding
from daylight.load import assemble, files, is_record, read
from daylight.making import make, stops
from daylight.making.framed import origins, prose, renderer_of
from daylight.making.works import closing, downloads, record_outputs, site_pages
from daylight.pages import registers
from daylight.pages.render import Renderer
from daylight.publish import Stage
from daylight.read import Part
from daylight.record import Record, same
from daylight.releases import releases
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.warm.touched import Key, touched


def nothing() -> None:
    """Nothing is to be done."""


@dataclass
class Shown:
    """What the site on disk was made from: the site, the folder of its frame, the paths that are about many records, and
    the pages among them, which the search looks at."""

    site: Site
    html: Path
    renderer: Renderer
    paths: frozenset[str]
    pages: list[tuple[str, bytes]]


class Warm:
    """The site of `office` on an ISO day, published in `out`."""

    def __init__(self, office: Path, out: Path, today: str):
        self.office, self.stage, self.today = office, Stage(out), today
        self.schemas = load_schemas()
        self.parts: dict[str, Part] = {}
        self.site: Site | None = None
        self.shown: Shown | None = None
        self.touched: set[Key] = set()  # records whose pages are not on disk as they should be
        self.head = self.past = None
        self.behind = False  # whether downloads are older than what is shown
        self.downloads: frozenset[str] = frozenset()  # the paths that `finish` wrote last

    def build(self) -> list[Finding]:
        """Reads and makes everything, and returns what is to be put right."""
        self.parts, self.site, self.shown = read(self.office, self.schemas, files(self.office)), None, None
        found = self.check()
        if not stops(found):
            html = frame_of(self.office, self.site)
            make(self.site, html, found, self.stage.out, judged=False)
            self.show(html, self.site.records["publisher"].values())
            self.finish()
        return found

    def update(self, paths: Iterable[Path], seen: Callable[[], None] = nothing) -> list[Finding]:
        """Makes what a change of some files touches, and returns everything that is to be put right.

        `seen` is called when all is there but the reports, which look at every record and take longer. What takes longest is
        left to `finish`.
        """
        if not self.shown:
            return self.build()
        names = {path.relative_to(self.office).as_posix() for path in paths if path.is_relative_to(self.office)}
        self.reread(names)
        before = self.site.publisher
        found = self.check()
        if stops(found):
            return found
        html = self.shown.html
        if not same(before, self.site.publisher) or any(not n.startswith("data/") for n in names):
            html = frame_of(self.office, self.site)
        self.show(html, [r for kind, key in self.touched if (r := self.site.get(kind, key))], seen)
        return found

    def reread(self, names: set[str]) -> None:
        """Brings the parts up to date. A folder that came or went may hold anything: then all names are looked at."""
        known = {n for n in names if n in self.parts or (self.office / n).is_file()}
        if known != names:
            there = set(files(self.office))
            known |= there ^ self.parts.keys()
        for name in known:
            self.parts.pop(name, None)
        wanted = sorted(n for n in known if is_record(Path(n)) and (self.office / n).is_file())
        self.parts |= read(self.office, self.schemas, wanted)

    def check(self) -> list[Finding]:
        """Links all parts, drops what was worked out from what has changed, and returns all findings, sorted."""
        if (head := history.head(self.office)) != self.head or self.past is None:
            self.head, self.past = head, history.past(self.office)
        old = self.site
        self.site, found = assemble(self.schemas, self.parts, self.today, self.past, releases(self.office))
        if old:
            self.touched |= touched(old, self.site)
        return sorted([*found, *findings(self.office, self.site, self.parts)])

    def show(self, html: Path, records: Iterable[Record], seen: Callable[[], None] = nothing) -> None:
        """Publishes the pages of some records and everything that is about many."""
        old, site = self.shown, self.site
        kept = old and (old.html, origins(old.site)) == (html, origins(site))
        renderer = old.renderer if kept else renderer_of(site, html)
        if old and (renderer.frames != old.renderer.frames or registers.long_kinds(site) != registers.long_kinds(old.site)):
            records = [r for of in site.records.values() for r in of.values()]
        stage, gone = self.stage, set()
        for kind, key in self.touched if old else ():
            for way in map(frame.below, old.site.languages):
                gone |= set(stage.lying(f"{way}{site.schemas[kind].folder}/{key}/"))
        for record in records:
            gone -= set(stage.write(record_outputs(site, renderer, record)))
        made = {path for module in exports.SOON for path in downloads(site, stage, module).paths}
        pages = [*site_pages(site, renderer, html)]
        made |= set(stage.write([*pages, *prose(site, html)]))
        paths = frozenset(made)
        stage.move()
        seen()
        pages += renderer.report_outputs(site)
        paths |= set(stage.write(pages))
        stage.move()
        stage.delete((gone | (old.paths if old else frozenset())) - paths)
        self.shown, self.touched, self.behind = Shown(site, html, renderer, paths, pages), set(), True

    def finish(self) -> None:
        """Makes all downloads of what is shown, and what describes them."""
        of, stage = self.shown, self.stage
        done = [downloads(of.site, stage, module) for module in exports.WHOLE]
        done.append(closing(of.site, of.renderer, stage, [said for made in done for said in made.infos]))
        paths = frozenset(path for made in done for path in made.paths)
        paths |= set(stage.write(search.outputs(of.site, of.html, of.pages)))
        stage.move()
        stage.delete(self.downloads - paths)
        self.downloads, self.behind = paths, False
