"""Lets MkDocs and Material render the prose in content/, and one empty page for each kind of page, with marks in it.

Nothing is taken from MkDocs but the HTML that it wrote; `frame` cuts the empty pages at their marks.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from daylight.findings import readable
from daylight.frame import BODY, DESCRIPTION, TITLE, FrameError

THEME = Path(__file__).with_name("theme")
ASSETS = Path(__file__).with_name("assets")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


class Framing:
    """The making of the prose, and of an empty page for each of `places`, by MkDocs beside whatever else is done.

    The folder of HTML is kept under a name made of everything it was made from, so that it is made again only when that
    changes. What is wrong is a FrameError of `html`, not of the beginning.
    """

    def __init__(
        self, office: Path, places: Sequence[str], banner: str, cache: Path, address: str = "", program: str = "mkdocs"
    ):
        self.wrong: FrameError | None = None
        self.running: subprocess.Popen | None = None
        try:
            text = _settings(office, banner, address)
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


def build(office: Path, places: Sequence[str], banner: str, cache: Path, address: str = "", program: str = "mkdocs") -> Path:
    """Makes the prose and the empty pages, and returns the folder of HTML. `address` is where it is published, if known."""
    return Framing(office, places, banner, cache, address, program).html()


def _settings(office: Path, banner: str, address: str) -> str:
    """What MkDocs is told: the office's own mkdocs.yml, within what every site sets."""
    if not (office / "content").is_dir():
        raise FrameError("there must be a folder content with the pages of the office, such as content/about.md")
    config = _config(office / "mkdocs.yml")
    base = yaml.safe_load((THEME / "base.yml").read_text("utf-8"))
    theme = base["theme"] | {"custom_dir": "theme"}
    extra = base["extra"] | _extra(config) | {"banner": banner}
    config = base | {k: v for k, v in config.items() if k not in ("theme", "docs_dir", "site_dir")}
    config |= {"site_url": f"{address.rstrip('/')}/"} if address else {}
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
    shutil.copytree(ASSETS, home / "content" / "assets", ignore=shutil.ignore_patterns("styles"), dirs_exist_ok=True)
    (home / "content" / "assets" / "daylight.css").write_text(styles(), "utf-8")
    (home / "mkdocs.yml").write_text(config, "utf-8")
    for place in places:
        page = home / "content" / f"{place}index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        front = f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nhide: [navigation, toc]\n---\n"
        page.write_text(f"{front}\n# {BODY} {{#content}}\n", "utf-8")


def styles() -> str:
    """The styles of the site: the files in assets/styles/ in the order of their names, without comments and indents."""
    text = "\n".join(file.read_text("utf-8") for file in sorted((ASSETS / "styles").glob("*.css")))
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


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
