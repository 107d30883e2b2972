"""The whole pass: load, check, pages and downloads, release check, publish."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight import exports, frame, publish, release, rules
from daylight.findings import ERROR, Finding
from daylight.history import last_changes
from daylight.load import PARALLEL, load
from daylight.pages import Page, Renderer, pages, places
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.workers import split, spread


@dataclass(frozen=True)
class Built:
    """What came of a build: all findings, how many files were written, and whether the site was published."""

    findings: list[Finding]
    files: int = 0
    published: bool = False


def check(office: Path, today: str) -> tuple[Site, list[Finding]]:
    """The site of an office on an ISO day, and everything that is to be put right in its records, sorted."""
    site, found = load(office, load_schemas(), today, last_changes(office))
    return site, sorted([*found, *rules.check(site)])


def build(office: Path, out: Path, today: str) -> Built:
    """Builds the site of `office` into `out`. With an error among the findings the old site stays as it is."""
    site, found = check(office, today)
    if any(f.severity == ERROR for f in found):
        return Built(found)
    publish.recover(out)
    html = frame.build(office, places(), site.publisher.get("demonstration", ""), office / ".cache")
    stage = publish.staging(out)
    shutil.copytree(html, stage, ignore=shutil.ignore_patterns(frame.SLUG, "*.yml", "sitemap.xml.gz"))
    for prose in stage.rglob("*.html"):
        prose.write_text(frame.tidy(prose.read_text("utf-8")), "utf-8")
    paths = [path for module in exports.PACKAGE for path in publish.write(stage, module.outputs(site))]
    import frictionless  # noqa: F401 (once, before the processes part)

    judge = [lambda part=part: ([], part()) for part in release.checks(stage)]
    rest = [lambda module=module: (publish.write(stage, module.outputs(site)), []) for module in exports.OTHERS]
    parts = spread(lambda work: work(), [*judge, *rest, *page_work(site, html, stage)])
    files = publish.distinct([*paths, *(path for made, _ in parts for path in made)])
    found = [*found, *(f for _, said in parts for f in said)]
    if any(f.severity == ERROR for f in found):
        return Built(found)
    publish.swap(out)
    return Built(found, files, published=True)


Work = Callable[[], tuple[list[str], list[Finding]]]


def page_work(site: Site, html: Path, stage: Path) -> list[Work]:
    """The pages in parts that can be written side by side."""
    frames = {
        place: frame.cut(frame.tidy((html / place / "index.html").read_text("utf-8")), place or "home") for place in places()
    }
    renderer = Renderer(site, frames)

    def write(part: Sequence[Callable[[], Page]]) -> Work:
        made = (make() for make in part)
        return lambda: (publish.write(stage, ((f"{page.path}index.html", renderer.render(page)) for page in made)), [])

    return [write(part) for part in split(list(pages(site)), PARALLEL)]
