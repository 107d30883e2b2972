"""What pages weigh: `weights.py SITE…` for built sites, compressed as hosts compress, and in all.

A page weighs what a browser fetches to show it before anybody touches it: its HTML, its style sheets and what they name, its
scripts and what these import at once, its pictures and its icon. What a script imports later, when it is used, is not in it.
Prints the heaviest pages and their parts, the data of the registers, and the files that every page loads.
"""

import gzip
import posixpath
import re
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

LIMIT = 75_000  # bytes, compressed, of a page in all
REGISTER_LIMIT = 250_000  # bytes, compressed, of the data of a register
TEXTS = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"}  # what a host compresses
_TAG = re.compile(r"<(link|script|img|iframe|source|image|use|video|audio|embed|object|input)\b([^>]*)>", re.IGNORECASE)
_VALUE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_FETCHED = ("stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch")
_IMPORT = re.compile(
    r"""^\s*(?:import\s*(?:[\w{*][^"'();]*)?|export\s*[{*][^"'();]*\bfrom\s*)["']([^"']+)["']""", re.MULTILINE
)
_NAMED = re.compile(r"""(?:url\(\s*|@import\s*)["']?([^"')\s]+)""")


@dataclass(frozen=True)
class Page:
    """A page and what is fetched with it: paths below the site, and compressed bytes."""

    path: str
    parts: tuple[tuple[str, int], ...]

    @property
    def weight(self) -> int:
        return sum(size for _, size in self.parts)

    def said(self) -> str:
        """The page with its weight and its parts, for a person."""
        return f"{self.path}: {self.weight:,} bytes ({', '.join(f'{path} {size:,}' for path, size in self.parts)})"


def page(site: Path, path: str) -> Page:
    """One page of a site, by the path of its file."""
    text = (site / path).read_text("utf-8")
    found: dict[str, None] = {}
    for wanted in _asked(text, path):
        _follow(site, wanted, found)
    return Page(path, ((path, packed(text.encode())), *((one, _size(site, one)) for one in found)))


def pages(site: Path) -> list[Page]:
    """All pages of a site, the heaviest first."""
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    if len(paths) < 1000:
        found: Iterable[Page] = map(partial(page, site), paths)
    else:
        with ProcessPoolExecutor() as workers:
            found = list(workers.map(partial(page, site), paths, chunksize=200))
    return sorted(found, key=lambda one: (-one.weight, one.path))


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def _asked(text: str, path: str) -> Iterator[str]:
    """The paths that a page asks for by itself."""
    for tag, said in _TAG.findall(text):
        of = {name.lower(): a or b or c for name, a, b, c in _VALUE.findall(said)}
        if tag.lower() == "link" and not set(of.get("rel", "").split()) & set(_FETCHED):
            continue
        names = ("href", "xlink:href") if tag.lower() in ("link", "image", "use") else ("src", "poster", "data")
        for one in [of.get(name, "") for name in names] + [
            each.split()[0] for each in of.get("srcset", "").split(",") if each
        ]:
            yield from _place(one, path)
    for sheet in re.findall(r"<style[^>]*>(.*?)</style>", text, re.DOTALL):
        for one in _NAMED.findall(sheet):
            yield from _place(one, path)


def _place(address: str, path: str) -> Iterator[str]:
    """Where an address that stands in the file of this path leads; an address of another site is itself."""
    of = urlsplit(address)
    if of.scheme == "data" or not (of.path or of.netloc):
        return
    below = posixpath.join("/", posixpath.dirname(path), unquote(of.path))
    yield address if of.netloc else posixpath.normpath(below).lstrip("/")


def _follow(site: Path, path: str, found: dict[str, None]) -> None:
    """A file, and those that it names in its turn."""
    if path in found:
        return
    found[path] = None
    for one in _named(site, path):
        _follow(site, one, found)


@cache
def _named(site: Path, path: str) -> tuple[str, ...]:
    file = site / path
    of = {".js": _IMPORT, ".css": _NAMED}.get(file.suffix) if file.is_file() else None
    return tuple(one for said in of.findall(file.read_text("utf-8")) for one in _place(said, path)) if of else ()


@cache
def _size(site: Path, path: str) -> int:
    """Compressed bytes of a file. One that is not there, or not ours, makes its page too heavy."""
    file = site / path
    if "//" in path or not file.is_file():
        return LIMIT
    return packed(file.read_bytes()) if file.suffix in TEXTS else file.stat().st_size


def main(sites: list[Path]) -> None:
    for site in sites:
        found = pages(site)
        heavy = sum(one.weight > LIMIT for one in found)
        print(f"\n{site}: {len(found):,} pages, {heavy:,} of them more than {LIMIT:,} bytes compressed in all\n")
        print("| page | in all | HTML | everything else |\n|---|---|---|---|")
        for one in found[:10]:
            html = one.parts[0][1]
            print(f"| {one.path} | {one.weight:,} | {html:,} | {one.weight - html:,} |")
        print("\nThe parts of the heaviest:", found[0].said())
        front = page(site, "index.html")
        print("Loaded by the home page:", front.said())
        for name in ("awards", "decisions", "organisations", "opportunities"):
            size = _size(site, f"search/{name}.json")
            print(f"search/{name}.json: {size:,} bytes compressed{' TOO MUCH' if size > REGISTER_LIMIT else ''}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
