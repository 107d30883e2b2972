"""Makes the pages that a change touches into a folder that opens from disk, with a start page that lists them.

Records in which something private was found are on no page, and prose in which it was found is not shown either.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from daylight.frame import FrameError
from daylight.load import assemble
from daylight.making import stops
from daylight.making.framed import prose, renderer_of
from daylight.read import Part
from daylight.review.disk import from_disk
from daylight.review.found import guarded
from daylight.review.names import placed, plain
from daylight.review.pages import Page
from daylight.review.rendered import Files, framed, rendered
from daylight.review.report import Report
from daylight.review.sides import Key, Sides
from daylight.review.start import GENERATOR, start
from daylight.site import Site

SITE = "site"  # the folder of the pages below that of the preview
TAKEN = (".css", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")  # what pages show
MISSING = "It could not be made."
UNSAFE = "It holds something that must not be shown."


class Made(NamedTuple):
    """The pages of the preview with the reason for each that is missing ('' for none), and why there is none at all."""

    pages: list[tuple[Page, str]]
    why_none: str = ""


def refusal(folder: Path) -> str:
    """Why a preview may not be written into a folder, because something else could be lost there; '' if it may."""
    if folder.is_file() or any(above.is_file() for above in folder.parents):
        return f"the preview must be a folder, and {folder} is a file or below one"
    first = folder / "index.html"
    if (
        not folder.is_dir()
        or not any(folder.iterdir())
        or (first.is_file() and GENERATOR in first.read_text("utf-8", "replace"))
    ):
        return ""
    return f"the folder of the preview must be empty or hold an earlier one, and {folder} holds something else"


def preview(both: Sides, report: Report, folder: Path, say: Callable[[str], None]) -> None:
    """Writes the preview of a change into a folder, in the place of what was there."""
    say("Making the preview…")
    files: Files = {}
    made = Made([], "The record of the office itself holds something private. Put that right first.")
    if not any(kind == "publisher" for kind, _ in guarded(both.after, both.changed)):
        made = _made(both, report, files)
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in {**files, "index.html": start(report, made.pages, made.why_none, SITE)}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _made(both: Sides, report: Report, files: Files) -> Made:
    site, unsafe = _safe(both)
    with tempfile.TemporaryDirectory(prefix="daylight-preview-") as work:
        try:
            html = framed(both.after.office, site, Path(work))
        except FrameError as e:
            why = plain(str(e).replace(work, ""))
            return Made([], f"The pages of the office in content/ cannot be shown: {why}")
        own, found = dict(prose(site, html)), {}
        leaked = {leak.path.removeprefix(report.prefix) for leak in report.leaks}
        safe = [page for page in report.pages if page.record not in unsafe and _is_safe(page.source, leaked)]
        why_not = {page.path: UNSAFE for page in report.pages if page not in safe}
        of_records = [page for page in safe if not page.source]
        why_not |= rendered(site, renderer_of(site, html), of_records, stops(both.after.findings), found)
    shown = {f"{page.path}index.html" for page in safe if page.source}
    found |= {path: data for path, data in own.items() if path in shown or path.endswith(TAKEN)}
    new = {path for path in found if path.endswith(".html")} - _were(both, report)
    files |= {f"{SITE}/{path}": _on_disk(path, data, found, site, new) for path, data in found.items()}
    return Made([(p, "" if f"{p.path}index.html" in found else why_not.get(p.path, MISSING)) for p in report.pages])


def _is_safe(source: str, leaked: set[str]) -> bool:
    """Whether a page of prose may be shown."""
    return source not in leaked and placed(source) == source


def _on_disk(path: str, data: bytes, there: Files, site: Site, new: set[str]) -> bytes:
    if not path.endswith(".html"):
        return data

    def published(target: str) -> str:
        at = site.url(target)
        is_new = any(target.startswith(f"{page.removesuffix('index.html')}") for page in new if page != "index.html")
        return at if "://" in at and not is_new else ""

    return from_disk(path, data.decode(), there, published).encode()


def _were(both: Sides, report: Report) -> set[str]:
    """The files of pages that there were before."""
    were = {page.path for page in report.pages if not page.record or both.before.site.get(*page.record)}
    return {f"{path}index.html" for path in were}


def _safe(both: Sides) -> tuple[Site, set[Key]]:
    """The site without the records in which something private was found, and these."""
    after, unsafe = both.after, guarded(both.after, both.changed)
    if not unsafe:
        return after.site, unsafe
    parts = {path: _without(part, unsafe) for path, part in after.parts.items()}
    for of in after.site.records.values():
        for record in of.values():
            record.kept.clear()
    of = after.site
    return assemble(of.schemas, parts, of.today, of.past, of.releases, of.address)[0], unsafe


def _without(part: Part, unsafe: set[Key]) -> Part:
    records = [record for record in part.records if (record.kind, record.key) not in unsafe]
    return Part(records, [row for row in part.loose if row[:2] not in unsafe], part.findings)
