"""The whole pass: load, check, pages and downloads, release check, publish."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight import exports, frame, publish, release, rules
from daylight.findings import ERROR, Finding
from daylight.history import last_changes
from daylight.load import load
from daylight.pages import Renderer, pages, places
from daylight.schema import load_schemas
from daylight.site import Site


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
    files = publish.write(stage, outputs(site, html))
    found = [*found, *release.check(stage)]
    if any(f.severity == ERROR for f in found):
        return Built(found)
    publish.swap(out)
    return Built(found, files, published=True)


def outputs(site: Site, html: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that is made from records: pages first, then downloads."""
    frames = {
        place: frame.cut(frame.tidy((html / place / "index.html").read_text("utf-8")), place or "home") for place in places()
    }
    renderer = Renderer(site, frames)
    for page in pages(site):
        yield f"{page.path}index.html", renderer.render(page)
    for module in exports.EXPORTS:
        yield from module.outputs(site)
