"""The files of a new release: the public tables and some formats of them, what changed, and the sums that prove it.

Only formats that git stores as differences, and the workbook, which readers in an office ask for: what is released stays in
the repository for ever, and a database or a Parquet file of any release is made from its tables in a minute.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import fill

from daylight import exports, views
from daylight.changes import counts
from daylight.changes.version import version
from daylight.exports import since
from daylight.exports.file import File, info
from daylight.exports.stamp import licence, stamp
from daylight.releases import CHANGES, FOLDER, MANIFEST, SUMS, Release, written_sums
from daylight.site import Site
from daylight.views import coverage

LEFT_OUT = ("data/excel/",)  # the same tables once more


def following(site: Site, last: str) -> Release:
    """The release that follows those of a site, on its day: with the version that comes after the `last` one, and no files."""
    return Release(site.today, Path(FOLDER, site.today), {"version": version(last, since.unreleased(site))})


def files(site: Site, new: Release) -> Iterator[File]:
    """The files of the release that follows, each with its path in the folder of the release."""
    changes = since.unreleased(site)
    of = replace(site, releases=(*site.releases, new), incoming={}, kept={}, once={})
    made = [_inside(file) for module in exports.RELEASED for file in module.outputs(of) if _belongs(file)]
    about = stamp(of) | {"counts": counts(changes), "changes": [since.entry(change) for change in changes]}
    made.append(File(CHANGES, _json(about), len(changes)))
    made.append(File("changes.csv", since.listed([(new.day, new.version, changes)]).data, len(changes)))
    made.append(File("README.txt", readme(of).encode()))
    manifest = File(MANIFEST, _json(_manifest(of, made)))
    infos = [info(file) for file in (*made, manifest)]
    yield from (*made, manifest, File(SUMS, written_sums({of.path: of.sha256 for of in infos})))


def _belongs(file: File) -> bool:
    return file.path.startswith("data/") and not file.path.startswith(LEFT_OUT)


def _inside(file: File) -> File:
    return file._replace(path=file.path.removeprefix("data/"))


def _manifest(site: Site, made: list[File]) -> dict:
    """What the last release of a site says of itself. `previous` proves that the one before was not altered either."""
    *before, new = site.releases
    previous = {"day": before[-1].day, "version": before[-1].version, "sha256": before[-1].seal()} if before else None
    return {
        **stamp(site),
        "licence_address": licence(site)["path"],
        "address": site.url(new.path),
        "citation": citation(site, new),
        **({"previous": previous} if previous else {}),
        "files": [
            {name: value for name, value in info(file)._asdict().items() if value not in (None, "")}
            for file in sorted(made, key=lambda file: file.path)
        ],
    }


def citation(site: Site, release: Release) -> str:
    """How a release is cited: who, when, what, which version, where."""
    publisher = site.publisher
    said = f"Policing and crime funding: {publisher.get('short_name') or publisher.get('name', '')}"
    when = views.day(release.day)
    return (
        f"{publisher.get('name', '')} ({release.day[:4]}). {said}. Release {release.version}, {when}. {site.url(release.path)}"
    )


def readme(site: Site) -> str:
    """What a person who finds the folder must know."""
    new, publisher, terms = site.releases[-1], site.publisher, licence(site)
    parts = (
        f"{publisher.get('name', '')}: where the money goes. Release {new.version} of {views.day(new.day)}.",
        publisher.get("demonstration", ""),
        "This folder holds what was published on that day, and never changes. datapackage.json describes the tables,"
        " changes.csv lists what changed since the release before, and manifest.json lists every file. To see that no file"
        f" was altered, type: sha256sum --check {SUMS}",
        _covers(site),
        f"To cite it: {citation(site, new)}",
        f"Licence: {terms['title']}, {terms['path']} {publisher.get('attribution', '')}",
    )
    return "\n\n".join(fill(part, 80, break_long_words=False, break_on_hyphens=False) for part in parts if part) + "\n"


def _covers(site: Site) -> str:
    """What is there and what is known not to be there, in two sentences."""
    schemas = (site.schemas[kind] for kind in coverage.KINDS)
    counts_of = ((len(site.all(s.name)), s.title.lower(), s.plural.lower()) for s in schemas)
    there = [_count(*of) for of in counts_of if of[0]]
    withheld, gaps = len(coverage.withheld(site)), len(site.publisher.rows("gaps"))
    unknown = sum(award.get("direction") == "out" and award.get("amount") is None for award in site.all("award"))
    return (
        f"It holds {_and(there or ['no records'])}. Known gaps: {_count(withheld, 'thing', 'things')} withheld,"
        f" {_count(gaps, 'number', 'numbers')} of the register of decisions left out with an explanation, and"
        f" {_count(unknown, 'award', 'awards')} without a certain amount; known-gaps.csv has them all."
    )


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _and(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _json(value: dict) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
