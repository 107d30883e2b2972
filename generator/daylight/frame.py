"""The frame: header, menu and footer of every page, as MkDocs and Material render them.

MkDocs builds the prose in content/ and one empty page for each kind of page, with marks in it. Cutting those pages at the
marks once makes a record page cost microseconds. Nothing is taken from MkDocs but the HTML it wrote.
"""

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from daylight.findings import readable

THEME = Path(__file__).with_name("theme")
ASSETS = Path(__file__).with_name("assets")
TITLE, DESCRIPTION, SLUG, BODY = (
    "daylight-mark-title",
    "daylight-mark-description",
    "daylight-mark-slug",
    "daylight-mark-body",
)
_CUT = re.compile(f"({TITLE}|{DESCRIPTION}|{SLUG}|<h1[^>]*>{BODY}.*?</h1>)", re.DOTALL)  # the last with its own link

_LOC = re.compile("<loc>(.*?)</loc>")
_URLSET = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
LISTS = ("sitemap.xml", "sitemap.xml.gz", "search.json", "search/search_index.json")


class FrameError(Exception):
    """MkDocs could not build the prose, or a mark is missing. The text says why, for the person who wrote the page."""


@dataclass(frozen=True)
class Frame:
    """One rendered page cut at its marks: pieces of HTML, and between them the names of what goes there."""

    pieces: tuple[str, ...]

    @cached_property
    def data(self) -> tuple[bytes, ...]:
        return tuple(piece.encode() for piece in self.pieces)

    def page(self, title: str, description: str, body: str, slug: str = "") -> bytes:
        """A whole page. `title` and `description` are plain text and escaped here; `body` is HTML."""
        fill = {TITLE: html.escape(title), DESCRIPTION: html.escape(description), SLUG: html.escape(slug)}
        parts = list(self.data)
        parts[1::2] = [fill.get(mark, body).encode() for mark in self.pieces[1::2]]
        return b"".join(parts)


def cut(text: str, where: str) -> Frame:
    """Cuts a rendered page at its marks. A FrameError names the mark that is missing."""
    pieces = _CUT.split(text)
    found = {BODY if BODY in piece else piece for piece in pieces[1::2]}
    for mark in (TITLE, DESCRIPTION, BODY):
        if mark not in found:
            raise FrameError(f"the frame page {where} has lost its mark {mark}")
    return Frame(tuple(pieces))


class Framing:
    """The making of the prose, and of an empty page for each of `places`, by MkDocs beside whatever else is done.

    The folder of HTML is kept under a name made of everything it was made from, so that it is made again only when that
    changes. What is wrong is a FrameError of `html`, not of the beginning.
    """

    def __init__(self, office: Path, places: Sequence[str], banner: str, cache: Path, program: str = "mkdocs"):
        self.wrong: FrameError | None = None
        self.running: subprocess.Popen | None = None
        try:
            text = _settings(office, banner)
            _check_places(office / "content", places)
            self.home = cache / f"frame-{_digest(office, f'{program}{text}{sorted(places)}{sys.version}')}"
            if not (self.home / "done").exists():
                for old in cache.glob("frame-*"):
                    shutil.rmtree(old, ignore_errors=True)
                _stage(self.home, office, places, text)
                self.running = _start(self.home, program)
        except FrameError as e:
            self.wrong = e

    def html(self) -> Path:
        """Waits until it is made, and returns the folder of HTML."""
        if self.wrong:
            raise self.wrong
        if self.running:
            running, self.running = self.running, None
            said, _ = running.communicate()
            if running.returncode:
                said = "".join(line for line in said.splitlines(True) if not line.startswith("INFO"))
                raise FrameError(f"the pages in content/ cannot be built:\n{said}".strip())
            (self.home / "done").touch()
        return self.home / "html"

    def stop(self) -> None:
        """Gives it up, because nothing will be published."""
        if self.running:
            self.running.kill()
            self.running.communicate()
            self.running = None


def build(office: Path, places: Sequence[str], banner: str, cache: Path, program: str = "mkdocs") -> Path:
    """Makes the prose and the empty pages, and returns the folder of HTML."""
    return Framing(office, places, banner, cache, program).html()


def _settings(office: Path, banner: str) -> str:
    """What MkDocs is told: the office's own mkdocs.yml, within what every site sets."""
    if not (office / "content").is_dir():
        raise FrameError("there must be a folder content with the pages of the office, such as content/about.md")
    config = _config(office / "mkdocs.yml")
    base = yaml.safe_load((THEME / "base.yml").read_text("utf-8"))
    theme = base["theme"] | {"custom_dir": "theme"}
    extra = base["extra"] | _extra(config) | {"banner": banner}
    config = base | {k: v for k, v in config.items() if k not in ("theme", "docs_dir", "site_dir")}
    return yaml.safe_dump(config | {"theme": theme, "extra": extra, "site_dir": "html"}, sort_keys=False, allow_unicode=True)


def _check_places(content: Path, places: Sequence[str]) -> None:
    """A FrameError where a file of the office has its place among the pages that are made, or a name that cannot be read."""
    folders = {place.partition("/")[0] for place in places}
    for file in _files(content):
        path = made = file.relative_to(content)
        name = readable(f"content/{path.as_posix()}")
        if not path.as_posix().isprintable():
            raise FrameError(f"{name} must have a name of which every character can be seen")
        if path.suffix in MARKDOWN:
            made = path.parent / ("" if path.stem in ("index", "README") else path.stem) / "index.html"
        first = made.parts[0] if len(made.parts) > 1 else ""
        if first in folders and (first or made.name == "index.html") and "/." not in f"/{path.as_posix()}":
            what = f"the pages in {first}/ are" if first else "the first page is"
            raise FrameError(f"{name} must lie elsewhere in content/, for {what} made from the records")


def _digest(office: Path, settings: str) -> str:
    digest = hashlib.sha256(settings.encode())
    for folder in (office / "content", THEME, ASSETS):
        for path in _files(folder):
            digest.update(os.fsencode(path.relative_to(folder).as_posix()) + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _config(file: Path) -> dict:
    try:
        config = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as e:
        raise FrameError(f"{file.name} cannot be read: {e}") from None
    if not isinstance(config, dict):
        raise FrameError(f'{file.name} must be made of lines like "site_name: Where the money goes"')
    return config


def _extra(config: dict) -> dict:
    extra = config.get("extra") or {}
    if not isinstance(extra, dict):
        raise FrameError('extra in mkdocs.yml must be lines like "name: value", or be left out')
    return extra


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


def _stage(home: Path, office: Path, places: Sequence[str], config: str) -> None:
    shutil.copytree(office / "content", home / "content")
    shutil.copytree(THEME, home / "theme")
    shutil.copytree(ASSETS, home / "content" / "assets", dirs_exist_ok=True)
    (home / "mkdocs.yml").write_text(config, "utf-8")
    for place in places:
        page = home / "content" / f"{place}index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        front = f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nhide: [navigation, toc]\n---\n"
        page.write_text(f"{front}\n# {BODY} {{#content}}\n", "utf-8")


def _start(home: Path, program: str) -> subprocess.Popen:
    start = [sys.executable, "-m", program] if program == "mkdocs" else [str(Path(sys.executable).with_name(program))]
    environ = {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.Popen(
        [*start, "build", "-f", "mkdocs.yml"],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environ},
    )


def frames(html: Path, places: Sequence[str]) -> dict[str, Frame]:
    """The frame of each place from a folder that `build` returned."""
    return {place: cut(tidy((html / place / "index.html").read_text("utf-8")), place or "home") for place in places}


def prose(html: Path, places: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """What MkDocs made of the office's own pages, and the files of the theme: paths below the site's root, and bytes.

    The lists of pages, which name the empty ones, are left out.
    """
    empty = {f"{place}index.html" for place in places}
    for file in _files(html):
        path = file.relative_to(html).as_posix()
        if path in empty or path in LISTS or file.suffix == ".yml" or SLUG in path:
            continue
        yield path, tidy(file.read_text("utf-8")).encode() if file.suffix == ".html" else file.read_bytes()


def sitemap(home: Path, pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """sitemap.xml for a site whose address mkdocs.yml gives, else nothing.

    It names the office's own pages and `pages`: their paths below the site's root, and the ISO day of their last change or "".
    """
    found = [loc for loc in _LOC.findall((home / "sitemap.xml").read_text("utf-8")) if SLUG not in loc]
    if found:
        root = min(found, key=len)
        changed = dict.fromkeys(found, "") | {f"{root}{html.escape(path)}": day for path, day in pages}
        said = (
            f"<url><loc>{a}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n" for a, day in sorted(changed.items())
        )
        yield "sitemap.xml", f"{_URLSET}\n{''.join(said)}</urlset>\n".encode()


def tidy(text: str) -> str:
    """Mends what the theme gets wrong in every page: the language, an empty tabindex, and
    `autocomplete`, which checkboxes do not have."""
    text = text.replace('<html lang="en"', '<html lang="en-GB"', 1).replace(' tabindex=""', ' tabindex="0"')
    return re.sub(r'(<input[^>]*type="(?:checkbox|radio)"[^>]*?) autocomplete="off"', r"\1", text)
