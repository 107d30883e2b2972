"""The pieces of work of which a build is made: each writes some paths, and says what came of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight import exports, frame, judge, pages, search
from daylight.exports import data_page, since
from daylight.exports.file import Info, info
from daylight.findings import Finding
from daylight.load import PARALLEL
from daylight.pages.render import Renderer
from daylight.pages.reports import changes
from daylight.publish import Stage
from daylight.record import Record
from daylight.site import Site
from daylight.workers import split, spread

Outputs = Iterator[tuple[str, bytes]]


@dataclass(frozen=True)
class Done:
    """What came of a piece of work: the paths that it wrote, what is said of those that are downloads, and what is wrong."""

    paths: Sequence[str] = ()
    infos: Sequence[Info] = ()
    findings: Sequence[Finding] = ()


Work = Callable[[], Done]


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


def whole(site: Site, renderer: Renderer, stage: Stage, html: Path) -> Done:
    """Writes what is made of many records. One piece of work: it touches every record, and so all of the memory."""
    done = [downloads(site, stage, module) for module in (*exports.SOON, *exports.OF_RECORDS)]
    made = [*site_pages(site, renderer, html), *renderer.report_outputs(site)]
    paths = [*stage.write(made), *stage.write(search.outputs(site, html, made))]
    return Done([*paths, *(path for of in done for path in of.paths)], infos_of(done))


def infos_of(done: Iterable[Done]) -> list[Info]:
    """What is said of all downloads that some works wrote."""
    return [said for of in done for said in of.infos]


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
