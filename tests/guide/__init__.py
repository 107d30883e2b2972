"""The guide for staff is run from its first page to its last, as one day in the office of Barsetshire, so that it stays true.

On its pages, what stands in a block `console` is typed and its answer compared; a line `…` stands for lines that are left out.
A block with `file=PATH` after its language is that file, and one called `diff` changes lines of it.

`python -m tests.guide accept` writes the answers anew. `make guide` takes the pictures too, each when the day comes to it.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from daylight.begin import program, writing_down
from daylight.begin.office import copied
from daylight.rules.strategy import CHECKS
from tests.built import ROOT

GUIDE = ROOT / "docs/guide"
OFFICE = ROOT / "examples/barsetshire"
TODAY = "2026-11-23"  # a Monday, and no day of a release
LEFT_OUT = "…"
_BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$|^ *!\[[^\]]+\]\(pictures/(?P<picture>[\w.-]+)\)",
    re.M | re.S,
)
_PAGE = re.compile(r"^\d+\. \[[^\]]+\]\(([\w-]+\.md)\)", re.M)


@dataclass(frozen=True)
class Step:
    """Something that a page has its readers type, write, change or see; `start` and `stop` are where its text stands on it."""

    page: Path
    kind: str  # console, file, diff or picture
    name: str  # of the file or picture
    text: str
    start: int
    stop: int


@dataclass(frozen=True)
class Answer:
    """What was typed, what the page says of it at `start` of its text, and what came."""

    step: Step
    typed: str
    start: int
    said: str
    came: str

    @property
    def is_right(self) -> bool:
        """Whether the page says what came, but for what it leaves out."""
        return bool(re.fullmatch("(?:.*\n)*?".join(map(re.escape, parts(self.said))), self.came))


def parts(said: str) -> list[str]:
    """What a page says, without what it leaves out."""
    return re.split(rf"^ *{LEFT_OUT}\n", said, flags=re.M)


def shortened(said: str, came: str) -> str:
    """What came, shortened as a page has it: as many lines at both ends, and between them what came of what it says."""
    if len(parts(said)) == 1:
        return came
    first, *between, last = parts(said)
    lines = came.splitlines(True)
    shown = ["".join(lines[: first.count("\n")]), *(part for part in between if part in came)]
    return "".join(f"{part}{LEFT_OUT}\n" for part in shown) + "".join(lines[len(lines) - last.count("\n") :])


def pages() -> list[Path]:
    """The pages of the guide in the order in which its first page names them."""
    return [GUIDE / "README.md", *(GUIDE / name for name in _PAGE.findall((GUIDE / "README.md").read_text("utf-8")))]


def steps(page: Path) -> Iterator[Step]:
    """What a page has its readers do, in order."""
    for found in _BLOCK.finditer(page.read_text("utf-8")):
        if found["picture"]:
            yield Step(page, "picture", found["picture"], "", *found.span())
        elif found["language"] == "console" or found["file"]:
            kind = found["language"] if found["language"] in ("console", "diff") else "file"
            yield Step(page, kind, found["file"] or "", found["text"], *found.span("text"))


def begin(folder: Path) -> Path:
    """The office of Barsetshire as its guide has readers begin it, with a history that began today."""
    office = folder / "practice"
    writing_down.write(office, copied(OFFICE), program.files(), TODAY)
    (office / ".venv").symlink_to(ROOT / ".venv")
    os.utime(office / "requirements.txt", (0, 0))  # so that make installs nothing
    run(office, ["git", "init", "--initial-branch=main"])
    (office / ".git/info/exclude").write_text(".venv\n", "utf-8")
    for words in ("add --all", "commit --no-verify --message Begin"):
        run(office, ["git", *words.split()])
    return office


def day(office: Path, see: Callable[[Step, Path], None] = lambda step, office: None) -> Iterator[Answer]:
    """Does what every page says, one after the other, and yields each answer. `see` is called where there is a picture."""
    for page in pages():
        for step in steps(page):
            if step.kind == "picture":
                see(step, office)
            elif step.kind == "console":
                yield from _typed(step, office)
            else:
                _write(office / step.name, step)


def _typed(step: Step, office: Path) -> Iterator[Answer]:
    for found in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", step.text, re.M):
        yield Answer(step, found[1], step.start + found.start(2), found[2], run(office, ["bash", "-c", found[1]]))


def _write(file: Path, step: Step) -> None:
    """Writes a file, or changes the lines of it that a block `diff` shows."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if step.kind == "file":
        file.write_text(step.text, "utf-8")
        return
    old = "".join(line[1:] for line in step.text.splitlines(True) if line[0] in " -")
    new = "".join(line[1:] for line in step.text.splitlines(True) if line[0] in " +")
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{step.page.name}: these lines must stand once in {step.name}:\n{old}"
    file.write_text(text.replace(old, new), "utf-8")


def run(office: Path, words: list[str]) -> str:
    """What a command says on a machine whose day is TODAY, without the last words of make."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "MAKE", "MFLAGS", "PYTHON"))}
    moment = f"{TODAY}T12:00:00+0000"
    environ |= {"TODAY": TODAY, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "LC_ALL": "C.UTF-8"}
    environ |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}
    for of in ("AUTHOR", "COMMITTER"):
        environ |= {f"GIT_{of}_NAME": "Grants officer", f"GIT_{of}_EMAIL": "grants@barsetshire-pcc.example"}
    done = subprocess.run(
        words, cwd=office, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return "".join(line for line in done.stdout.splitlines(True) if not line.startswith("make: ***"))


def checks() -> str:
    """The table of every check for the rules of a strategy, as the page about them has it."""
    rows = ["| check | what it asks | needs | of |\n|---|---|---|---|\n"]
    for name, module in sorted(CHECKS.items()):
        what = module.__doc__.partition(": ")[2].splitlines()[0]
        kinds = ", ".join(kind.replace("_", " ") for kind in module.OF)
        needs = ", ".join(f"`{need}`" for need in module.NEEDS)
        rows.append(f"| `{name}` | {what} | {needs} | {kinds} |\n")
    return "".join(rows)
