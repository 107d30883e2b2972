"""Lays out what MkDocs is to render: settings, theme, styles, the office's pages, and the empty pages with marks.

A site that is in Welsh too has all of it once more below cy/.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from daylight import welsh, words
from daylight.findings import readable
from daylight.frame import BODY, DESCRIPTION, TITLE, FrameError
from daylight.outside import Outside
from daylight.styles import joined, worn
from daylight.welsh import MARKDOWN, files

THEME = Path(__file__).with_name("theme")
ASSETS = Path(__file__).with_name("assets")
FOOT = ("about", "accessibility", "privacy", "contact")  # the office's own pages that the foot of every page leads to
PROGRAM = [Path(__file__).with_name(f"{name}.py") for name in ("staging", "styles", "welsh")]


def settings(office: Path, of: Outside) -> str:
    """What MkDocs is told: the office's own mkdocs.yml, within what every site sets."""
    if not (office / "content").is_dir():
        raise FrameError("there must be a folder content with the pages of the office, such as content/about.md")
    if of.crest and not (office / "content" / of.crest).is_file():
        raise FrameError(f"the crest in data/publisher.yml must be a picture in content/; content/{of.crest} is not there")
    config = _config(office / "mkdocs.yml")
    base = yaml.safe_load((THEME / "base.yml").read_text("utf-8"))
    theme = base["theme"] | {"custom_dir": "theme"}
    extra = base["extra"] | _extra(config) | {"banner": of.banner, "languages": [*of.languages], "welsh": {}}
    extra |= {"colour": of.hex, "crest": of.crest, "foot": _foot(office / "content")}
    config = base | {k: v for k, v in config.items() if k not in ("theme", "docs_dir", "site_dir")}
    config |= {"site_url": f"{of.address.rstrip('/')}/"} if of.address else {}
    if words.WELSH in of.languages:
        extra["welsh"] = welsh.said(office / "content", THEME, config, of.name_welsh)
        extra["welsh"] |= {of.banner: of.banner_welsh} if of.banner_welsh else {}
    name = str(config.get("site_name", ""))
    extra["name"] = {words.ENGLISH: name.split(": ", 1), words.WELSH: extra["welsh"].get(name, name).split(": ", 1)}
    return yaml.safe_dump(config | {"theme": theme, "extra": extra, "site_dir": "html"}, sort_keys=False, allow_unicode=True)


def _foot(content: Path) -> list[str]:
    """Those of FOOT that the office has written."""
    return [name for name in FOOT if any((content / f"{name}{end}").is_file() for end in (".md", "/index.md"))]


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


def check_places(content: Path, places: Sequence[str], languages: Sequence[str]) -> None:
    """A FrameError where a file of the office has its place among the pages that are made, or a name that cannot be read."""
    folders = {place.partition("/")[0] for place in places}
    for file in files(content):
        path = made = file.relative_to(content)
        name = readable(f"content/{path.as_posix()}")
        if not path.as_posix().isprintable():
            raise FrameError(f"{name} must have a name of which every character can be seen")
        if path.parts[0] == words.WELSH and words.WELSH in languages:
            made = path.relative_to(words.WELSH)
        if path.suffix in MARKDOWN:
            made = made.parent / ("" if path.stem in ("index", "README") else path.stem) / "index.html"
        first = made.parts[0] if len(made.parts) > 1 else ""
        if first in folders and (first or made.name == "index.html") and "/." not in f"/{path.as_posix()}":
            what = f"the pages in {first}/ are" if first else "the first page is"
            raise FrameError(f"{name} must lie elsewhere in content/, for {what} made from the records")


def sources(office: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that goes into the frame, or says how it is made."""
    yield from ((file.name, file.read_bytes()) for file in PROGRAM)
    for folder in (office / "content", THEME, ASSETS):
        yield from ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files(folder))


def stage(home: Path, office: Path, places: Sequence[str], config: str, languages: Sequence[str]) -> None:
    """Fills the folder in which MkDocs works."""
    content = home / "content"
    shutil.copytree(office / "content", content)
    shutil.copytree(THEME, home / "theme")
    if words.WELSH not in languages:
        shutil.rmtree(content / words.WELSH, ignore_errors=True)  # written, and not published yet
    else:
        welsh.stage(office / "content", content / words.WELSH)
    shutil.copytree(ASSETS, content / "assets", ignore=shutil.ignore_patterns("styles"), dirs_exist_ok=True)
    (home / "mkdocs.yml").write_text(config, "utf-8")
    for language in languages:
        for place in places:
            page = content / ("" if language == words.ENGLISH else language) / f"{place}index.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            front = f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\n---\n"
            page.write_text(f"{front}\n# {BODY} {{#content}}\n", "utf-8")


def dress(html: Path, of: Outside) -> None:
    """Writes the one style sheet of the site: of the theme's what its pages wear, in a layer below ours."""
    pages = [file.read_text("utf-8") for file in sorted(html.rglob("*.html"))]
    theme = "".join(file.read_text("utf-8") for file in sorted(html.glob("assets/stylesheets/**/main*.css")))
    ours = joined(file.read_text("utf-8") for file in sorted((ASSETS / "styles").glob("*.css")))
    office = f":root{{--dl-office:{of.hex}}}\n" if of.hex else ""
    (html / "assets/daylight.css").write_text(f"@layer theme{{{worn(theme, pages, ours)}}}\n{ours}{office}", "utf-8")
