"""The whole pass: load, check, pages and downloads, release check, publish."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight import describe, exports, frame, framing, release, rules
from daylight.findings import ERROR, Finding
from daylight.framing import Framing
from daylight.history import last_changes
from daylight.load import PARALLEL, assemble, files, read
from daylight.pages import addresses, places
from daylight.pages.render import Renderer
from daylight.publish import Stage
from daylight.read import read_file
from daylight.schema import load_schemas
from daylight.site import Record, Site
from daylight.workers import split, spread

Outputs = Iterator[tuple[str, bytes]]
Work = Callable[[], tuple[list[str], list[Finding]]]  # writes some outputs; returns their paths and what is wrong


@dataclass(frozen=True)
class Built:
    """What came of a build: all findings, how many files were written, and whether the site was published."""

    findings: list[Finding]
    files: int = 0
    published: bool = False


def check(office: Path, today: str) -> tuple[Site, list[Finding]]:
    """The site of an office on an ISO day, and everything that is to be put right in its records, sorted."""
    schemas = load_schemas()
    parts = read(office, schemas, files(office))
    site, found = assemble(schemas, parts, today, last_changes(office))
    return site, sorted([*found, *findings(office, site, parts)])


def findings(office: Path, site: Site, parts: Iterable[str]) -> list[Finding]:
    """What is wrong between the records of a linked site, and with the description of the files that it was read from."""
    return [*describe.check(office, site.schemas, parts), *rules.check(site)]


def stops(findings: Sequence[Finding]) -> bool:
    """Whether nothing may be published."""
    return any(f.severity == ERROR for f in findings)


def silent(text: str) -> None:
    """Says nothing of what is being done."""


def build(office: Path, out: Path, today: str, say: Callable[[str], None] = silent) -> Built:
    """Builds the site of `office` into `out`. With an error among the findings the old site stays as it is.

    `say` is told what is being done.
    """
    say("Reading and checking the records…")
    making = Framing(office, places(), banner(office), office / ".cache")
    try:
        site, found = check(office, today)
        return Built(found) if stops(found) else make(site, making.html(), found, out, say=say)
    finally:
        making.stop()


def banner(office: Path) -> str:
    """What every page of an office says above all, '' where that is nothing."""
    name = "data/publisher.yml"
    records = read_file(office, load_schemas(), name).records if (office / name).is_file() else []
    return records[0].get("demonstration", "") if records else ""


def make(
    site: Site, html: Path, found: list[Finding], out: Path, judged: bool = True, say: Callable[[str], None] = silent
) -> Built:
    """Makes and publishes a site whose records are right, in the frame in the folder `html`.

    Its data is `judged` by the release check before.
    """
    stage = Stage(out)
    stage.recover()
    say(f"Making {sum(len(of) for of in site.records.values()):,} pages…")
    renderer = Renderer(frame.frames(html, places()))
    paths = write_records(site, renderer, stage)
    say("Making the tables, and checking them…")
    for module in exports.PACKAGE:
        paths += stage.write(module.outputs(site), always=judged)
    paths += stage.write(frame.prose(html, places()))

    def whole() -> tuple[list[str], list[Finding]]:  # one piece of work: it touches every record, and so all of the memory
        makers = [*site_outputs(site, renderer, html), lambda: renderer.report_outputs(site)]
        return [path for made in makers for path in stage.write(made())], []

    done = spread(lambda work: work(), [whole, *(judges(stage) if judged else [])])
    found = [*found, *(f for _, said in done for f in said)]
    if stops(found):
        return Built(found)
    say("Moving the site in…")
    return Built(found, stage.publish([*paths, *(path for made, _ in done for path in made)]), published=True)


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


def frame_of(office: Path, site: Site) -> Path:
    """The folder with the frame and the prose of an office."""
    return framing.build(office, places(), site.publisher.get("demonstration", ""), office / ".cache")


def site_outputs(site: Site, renderer: Renderer, html: Path) -> list[Callable[[], Outputs]]:
    """Makers of what is about many records, but for the package that is judged and the reports."""
    made = [m for m in exports.WHOLE if m not in exports.PACKAGE]
    return [
        lambda: renderer.outputs(site),
        lambda: frame.sitemap(html, addresses(site)),
        *(lambda m=m: m.outputs(site) for m in made),
    ]


def record_outputs(site: Site, renderer: Renderer, record: Record) -> Outputs:
    """The page and the files of one record."""
    yield from renderer.record_outputs(site, record)
    for module in exports.EACH:
        yield from module.record_outputs(site, record)


def judges(stage: Stage) -> list[Work]:
    """The release check in parts that can run beside the writing."""
    import frictionless  # noqa: F401 (takes a second: once, before the processes part)

    return [lambda part=part: ([], part()) for part in release.checks(stage.folder)]
