"""The golden tree: what the site of Barsetshire says, one file a page and one a download.

Of a page only its article is kept, with a line for each element, so that a change of the theme changes nothing here.
`python -m tests.golden accept` takes what is built now as right; `git diff tests` then shows what that changes.
The same goes for what is said of the terrible record, tests/terrible.yml, when it stands among those of Barsetshire.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parent / "barsetshire"
OFFICE = Path(__file__).parents[1] / "offices" / "barsetshire"
TERRIBLE = Path(__file__).parents[1] / "terrible.yml"
SAID = TERRIBLE.with_suffix(".txt")
ACCEPT = ".venv/bin/python -m tests.golden accept"
# Made of the schemas alone, or of hashes.
LEFT = ("datapackage", "manifest", "index", "openapi", "csv-metadata", "dictionary", "code-lists")
# The schemas, and the same again for scripts, Excel and other sites, in Welsh, and of each code: of the last three some do.
AGAIN = ("assets/", "data/dictionary/", "data/excel/", "search/", "embed/", "cy/", "checks/")
SOME = (
    *("checks/index.html", "checks/num-02/index.html"),
    *("search/index.html", "embed/awards/index.html", "embed/way-of-the-money/index.html"),
    *("cy/index.html", "cy/awards/index.html", "cy/awards/bar-a001/index.html", "cy/opportunities/csf-2027/index.html"),
    *("cy/organisations/barchester-boxing-club/index.html", "cy/embed/awards/index.html"),
)
_ARTICLE = re.compile(r"<(?P<main>article|main)\b[^>]*>(?!.*<article\b)(.*)</(?P=main)>", re.DOTALL)
_BESIDE_TAG = re.compile(r"(?<=>)\s+|\s+(?=<)")
_NEW_LINE = re.compile(r"\s*(<(?!/?(?:a|abbr|b|code|em|i|small|span|strong|time)\b)[a-z])")


def article(page: str) -> str:
    """The article of a page with a new line before each element that is not part of a line, and the lines of its texts.

    A page for other sites has no article: its whole <main> is kept.
    """
    ((_, inside),) = _ARTICLE.findall(page)
    lines = (" ".join(line.split()) for line in _BESIDE_TAG.sub(" ", inside).split("\n"))
    return _NEW_LINE.sub(r"\n\1", "\n".join(lines)).strip() + "\n"


def kept(site: Path) -> dict[str, bytes]:
    """What the golden tree keeps of a built site, by path: articles, tables and JSON.

    The JSON of each award stands for that of all single records. What is made of the schemas alone is left out, and what says
    again what is kept already.
    """
    out = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site)
        name = path.as_posix()
        if name == "404.html" or (name.startswith(AGAIN) and name not in SOME):
            continue
        if path.name == "index.json" and path.parts[0] != "awards":
            continue
        if path.parts[0] == "data" and path.stem in LEFT and path.suffix != ".html":
            continue
        if file.suffix == ".html":
            out[name] = article(file.read_text("utf-8")).encode()
        elif file.suffix in (".csv", ".json"):
            out[name] = file.read_bytes()
    return out


def copy(folder: Path) -> Path:
    """A copy of Barsetshire in `folder`, outside of any git history."""
    return shutil.copytree(OFFICE, folder / "office", ignore=shutil.ignore_patterns(".cache", "site"))


def terrible(folder: Path) -> Path:
    """A copy of Barsetshire in `folder` that holds the terrible record."""
    office = copy(folder)
    shutil.copy(TERRIBLE, office / "data/awards/2024-25/terrible.yml")
    return office


def said(folder: Path) -> str:
    """What is said of the terrible record that must be put right; what is only measured stands on the pages."""
    from daylight.build import check
    from daylight.findings import NOTE
    from daylight.formats import as_text
    from tests.built import TODAY

    return as_text(f for f in check(terrible(folder), TODAY)[1] if f.severity != NOTE)


def build(folder: Path) -> dict[str, bytes]:
    """What is to be compared, from a copy of Barsetshire built in `folder`."""
    from daylight.build import build as run
    from tests.built import TODAY

    site = folder / "site"
    built = run(copy(folder), site, TODAY)
    assert built.published, "\n".join(f.text() for f in built.findings)
    return kept(site)


def golden() -> dict[str, bytes]:
    """What was accepted."""
    return {f.relative_to(FOLDER).as_posix(): f.read_bytes() for f in sorted(FOLDER.rglob("*")) if f.is_file()}


def accept(made: dict[str, bytes], say: Callable[[str], None]) -> None:
    """Writes what differs, deletes what is gone, and says how much that was."""
    before = golden()
    changed = [path for path, data in made.items() if before.get(path) != data]
    gone = sorted(before.keys() - made.keys())
    for path in changed:
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_bytes(made[path])
    for path in gone:
        (FOLDER / path).unlink()
    for folder in sorted((f for f in FOLDER.rglob("*") if f.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    say(f"{len(changed)} files written, {len(gone)} deleted; see git diff tests")
