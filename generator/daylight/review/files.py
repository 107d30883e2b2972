"""What a change does to files that hold no record, or none that it changes: prose, releases, the program."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from daylight.load import is_record
from daylight.releases import FOLDER
from daylight.review.commits import ADDED, WITHDRAWN, Span, Touched, offices
from daylight.review.line import Line
from daylight.review.names import named, placed
from daylight.review.sides import Sides

VERBS = {ADDED: "Adds", WITHDRAWN: "Withdraws"}
PROGRAM = ("generator/", "tests/", "benchmarks/", "pyproject.toml", "requirements", "Makefile", ".ci/")
SITE = ("data/", "content/", "mkdocs.yml")
WORKFLOWS = ".github/"


def of_files(span: Span, both: Sides) -> Iterator[Line]:
    """A line for each kind of file that differs and is not told by its records."""
    inside, outside = span.inside(), [f for f in span.files if not f.path.startswith(span.prefix)]
    yield from _same(inside, both)
    yield from _broken(inside, both)
    yield from _pages([f for f in inside if f.path.startswith("content/")])
    if any(f.path == "mkdocs.yml" for f in inside):
        yield Line("Changes the menu or the settings of the site (mkdocs.yml).")
    for day in sorted({f.path.split("/")[2] for f in inside if f.path.startswith(f"{FOLDER}/") and f.path.count("/") > 2}):
        of = {f.how for f in inside if f.path.startswith(f"{FOLDER}/{day}/")}
        yield Line(f"{VERBS.get(of.pop(), 'Changes') if len(of) == 1 else 'Changes'} the release of {named(day)}.")
    own = [f for f in inside if not f.path.startswith(SITE) or _is_beside(f, both)]
    yield from _others([*own, *outside], offices(span), SITE if span.prefix else ())


def _pages(files: list[Touched]) -> Iterator[Line]:
    for file in files:
        what = "page" if file.path.endswith(".md") else "file"
        yield Line(f"{VERBS.get(file.how, 'Changes')} the {what} {placed(file.path)}.")


def _same(files: list[Touched], both: Sides) -> Iterator[Line]:
    """Files of which no record says anything else: rewritten, moved, or put into a table."""
    told = {r.path for key in both.changed for r in both.record(key) if r}
    told |= {row.path for key in both.changed for r in both.record(key) if r for of in r.children.values() for row in of}
    parts = [part for of in (both.before, both.after) for part in of.parts.values()]
    there = {row.path for part in parts for row in [*part.records, *(loose[-1] for loose in part.loose)]}
    quiet = [f for f in files if is_record(PurePosixPath(f.path)) and f.path in there - told]
    if quiet:
        each = tuple(placed(f.path) for f in quiet) if len(quiet) > 1 else ()
        yield Line(f"Moves or rewrites {_count(quiet)} of records, and what they say stays the same.", each)


def _is_beside(file: Touched, both: Sides) -> bool:
    """Whether a file lies among the records and holds none, like notes."""
    if not file.path.startswith("data/") or file.path.startswith(f"{FOLDER}/"):
        return False
    parts = [part for side in (both.before, both.after) if (part := side.parts.get(file.path))]
    return not any(part.records or part.loose or part.findings for part in parts)


def _broken(files: list[Touched], both: Sides) -> Iterator[Line]:
    """Files of records in which no record can be read."""
    parts = both.after.parts
    wrong = [f for f in files if f.path in parts and not (parts[f.path].records or parts[f.path].loose)]
    wrong = [f for f in wrong if parts[f.path].findings]
    if wrong:
        each = tuple(placed(f.path) for f in wrong)
        yield Line(f"Holds {_count(wrong)} that cannot be read yet.", each)


def _others(files: list[Touched], sites: list[str], root: tuple[str, ...]) -> Iterator[Line]:
    """What lies outside of the office.

    `sites` are the folders of other offices, each with a slash at its end, and `root` the places of one in no folder.
    """
    if of := [f for f in files if f.path.startswith(root)]:
        yield Line(f"Changes {_count(of)} of the site at the root of the repository, which has a review of its own.")
    for site in sites:
        if of := [f for f in files if f.path.startswith(site)]:
            yield Line(f"Changes {_count(of)} of another site, {placed(site.rstrip('/'))}, which has a review of its own.")
    rest = [f for f in files if not f.path.startswith((*sites, *root))]
    program = [f for f in rest if f.path.startswith(PROGRAM)]
    workflows = [f for f in rest if f.path.startswith(WORKFLOWS)]
    others = [f for f in rest if f not in program and f not in workflows]
    for of, what in (
        (program, "of the program"),
        (workflows, "of the workflows"),
        (others, "beside these"),
    ):
        if of:
            yield Line(f"Changes {_count(of)} {what}.", tuple(placed(f.path) for f in of))


def _count(files: list) -> str:
    return f"{len(files):,} file{'' if len(files) == 1 else 's'}"
