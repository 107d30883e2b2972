"""The Welsh of the frame: the texts that stand around every page, and the office's prose below cy/.

The prose is that of content/cy/; until a page is written there, its English stands in its place, marked as such.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from daylight import words
from daylight.words import N_

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
TITLED = "{name}: where the money goes"  # what most sites are called
MENU = (N_("Home"), N_("Reports"), N_("About"), N_("Data"), N_("Awards"))  # what menus say, besides kinds of record
_SAID = re.compile(r"""\b_\(\s*(["'])(.*?)\1\s*\)""")
_HEADING = re.compile(r"^# +(.+?)(?: *\{[^}]*\})?$", re.MULTILINE)


def files(folder: Path) -> list[Path]:
    """All files below a folder, in order."""
    return sorted(p for p in folder.rglob("*") if p.is_file())


def said(content: Path, theme: Path, config: dict, area: str = "") -> dict[str, str]:
    """The Welsh of what stands around every page, by the English: the texts in a theme, the menu, and the name of the site.

    `area` is what the area is called in Welsh, if that is known.
    """
    pages = [file.read_text("utf-8") for file in sorted(theme.rglob("*.html"))]
    texts = {found[2] for page in pages for found in _SAID.finditer(page)} | set(_titles(config.get("nav")))
    name, _, rest = str(config.get("site_name", "")).partition(": ")
    with words.spoken(words.WELSH):
        said = {text: words._(text) for text in sorted(texts)}
        if TITLED.endswith(f": {rest}"):
            said[config["site_name"]] = words._(TITLED, name=area or name)
    for file in sorted((content / words.WELSH).glob("*.md")):
        english = content / file.name
        if english.is_file() and (heading := _HEADING.search(english.read_text("utf-8"))):
            translated = _HEADING.search(file.read_text("utf-8"))
            said |= {heading[1]: translated[1]} if translated else {}
    return said


def _titles(nav) -> Iterator[str]:
    """Every title in a menu of mkdocs.yml."""
    for item in nav if isinstance(nav, list) else ():
        if isinstance(item, dict):
            for title, of in item.items():
                yield str(title)
                yield from _titles(of)


def stage(content: Path, welsh: Path) -> None:
    """Puts the English of each page that there is not in Welsh below cy/, and says so in its front matter."""
    for file in files(content):
        path = file.relative_to(content)
        if path.parts[0] == words.WELSH or (welsh / path).exists():
            continue
        (welsh / path).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in MARKDOWN:
            text = file.read_text("utf-8")
            front, rest = ("---\n", text[4:]) if text.startswith("---\n") else ("---\n", f"---\n{text}")
            (welsh / path).write_text(f"{front}daylight_english: true\n{rest}", "utf-8")
        else:
            shutil.copy(file, welsh / path)
