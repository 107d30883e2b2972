"""Makes a site whose records are right: pages, downloads and the release check, on all cores, and then moves it in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight import exports, frame, judge, pages, search
from daylight.exports import data_page, since
from daylight.exports.file import Info, info
from daylight.findings import ERROR, Finding
from daylight.load import PARALLEL
from daylight.pages.render import Renderer
from daylight.pages.reports import changes
from daylight.publish import Stage
from daylight.record import Record
from daylight.site import Site
from daylight.views.citation import origin
from daylight.words import spoken
from daylight.workers import split, spread

Outputs = Iterator[tuple[str, bytes]]


@dataclass(frozen=True)
class Built:
    """What came of a build: all findings, how many files were written, and whether the site was published."""

    findings: list[Finding]
    files: int = 0
    published: bool = False


@dataclass(frozen=True)
class Done:
    """What came of a piece of work: the paths that it wrote, what is said of those that are downloads, and what is wrong."""

    paths: Sequence[str] = ()
    infos: Sequence[Info] = ()
    findings: Sequence[Finding] = ()


Work = Callable[[], Done]


def stops(findings: Sequence[Finding]) -> bool:
    """Whether nothing may be published."""
    return any(f.severity == ERROR for f in findings)


def silent(text: str) -> None:
    """Says nothing of what is being done."""


def make(
    site: Site, html: Path, found: list[Finding], out: Path, judged: bool = True, say: Callable[[str], None] = silent
) -> Built:
    """Makes and publishes a site whose records are right, in the frame in the folder `html`.

    Its data is `judged` by the release check before.
    """
    stage = Stage(out)
    stage.recover()
    say(f"Making {sum(len(of) for of in site.records.values()):,} pages…")
    renderer = renderer_of(site, html)
    paths = write_records(site, renderer, stage)
    say("Making the downloads, and checking them…")
    done = [downloads(site, stage, module, always=judged) for module in exports.JUDGED]
    paths += stage.write(prose(site, html))

    since.unreleased(site)  # kept with the site: several of the works below ask for it
    first, *rest = [lambda module=module: downloads(site, stage, module) for module in exports.OF_TABLES]
    works = [first, lambda: whole(site, renderer, stage, html), *rest, *(judges(stage) if judged else [])]
    done += spread(lambda work: work(), works)
    found = [*found, *(f for of in done for f in of.findings)]
    if stops(found):
        return Built(found)
    done += [closing(site, renderer, stage, _infos(done))]
    say("Moving the site in…")
    return Built(found, stage.publish([*paths, *(path for of in done for path in of.paths)]), published=True)


def places() -> list[str]:
    """The empty pages that the frame needs."""
    return [*pages.places(), search.PATH]


def origins(site: Site) -> dict[str, str]:
    """Where everything comes from, in each language of the site."""
    said = {}
    for language in site.languages:
        with spoken(language):
            said[language] = origin(site)
    return said


def renderer_of(site: Site, html: Path) -> Renderer:
    """What sets pages into the frames in the folder `html`, in each language of the site."""
    said = origins(site).items()
    return Renderer({at: of for language, text in said for at, of in frame.frames(html, places(), text, language).items()})


def prose(site: Site, html: Path) -> Outputs:
    """The office's own pages, and the files of the theme."""
    english, *others = origins(site).items()
    yield from frame.prose(html, places(), english[1], dict(others))


def whole(site: Site, renderer: Renderer, stage: Stage, html: Path) -> Done:
    """Writes what is made of many records. One piece of work: it touches every record, and so all of the memory."""
    done = [downloads(site, stage, module) for module in (*exports.SOON, *exports.OF_RECORDS)]
    made = [*site_pages(site, renderer, html), *renderer.report_outputs(site)]
    paths = [*stage.write(made), *stage.write(search.outputs(site, html, made))]
    return Done([*paths, *(path for of in done for path in of.paths)], _infos(done))


def _infos(done: Iterable[Done]) -> list[Info]:
    return [said for of in done for said in of.infos]


def write_records(site: Site, renderer: Renderer, stage: Stage) -> list[str]:
    """Writes the page and the files of each record, keeps what the tables are put together from, and returns the paths."""

    def write(part: Sequence[Record]) -> tuple[list[str], list[tuple]]:
        paths = stage.write(output for record in part for output in record_outputs(site, renderer, record))
        for record in part:
            for make in exports.TEXTS:
                make(site, record)
        return paths, [tuple(record.kept.pop(make.kept_as) for make in exports.TEXTS) for record in part]

    parts = split([record for of in site.records.values() for record in of.values()], PARALLEL, each_core=2)
    paths = []
    for part, (made, texts) in zip(parts, spread(write, parts, each=1), strict=True):
        paths += made
        for record, of in zip(part, texts, strict=True):
            record.kept |= {make.kept_as: text for make, text in zip(exports.TEXTS, of, strict=True)}
    return paths


def site_pages(site: Site, renderer: Renderer, html: Path) -> Outputs:
    """The pages about many records, but for the reports and the data page, and the list of all pages."""
    yield from renderer.outputs(site)
    yield from renderer.each(site, lambda of: [search.page(of)])
    yield from frame.sitemap(html, pages.addresses(site), site.languages)


def record_outputs(site: Site, renderer: Renderer, record: Record) -> Outputs:
    """The page and the files of one record."""
    yield from renderer.record_outputs(site, record)
    for module in exports.EACH:
        yield from module.record_outputs(site, record)


def downloads(site: Site, stage: Stage, module, *infos: Sequence[Info], always: bool = False) -> Done:
    """Writes the files of one format."""
    made, name = [], module.__name__.rpartition(".")[2]

    def each() -> Outputs:
        for file in module.outputs(site, *infos):
            made.append(info(file, name))
            yield file.path, file.data

    return Done(stage.write(each(), always), made)


def closing(site: Site, renderer: Renderer, stage: Stage, infos: Sequence[Info]) -> Done:
    """Writes what describes the downloads: catalogue, manifest, the page of what changed in them, and the data page."""
    infos, done = sorted(infos), []
    for module in exports.LAST:
        done.append(downloads(site, stage, module, infos))
        infos = sorted([*infos, *done[-1].infos])
    makers = (lambda of: changes.page(of, since.unreleased(of)), lambda of: data_page.page(of, infos))
    paths = stage.write(renderer.each(site, lambda of: [make(of) for make in makers]))
    return Done([*paths, *(path for of in done for path in of.paths)], infos)


def judges(stage: Stage) -> list[Work]:
    """The release check in parts that can run beside the writing."""
    import frictionless  # noqa: F401 (takes a second: once, before the processes part)

    return [lambda part=part: Done(findings=part()) for part in judge.checks(stage.folder)]
