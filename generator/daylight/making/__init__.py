"""Makes a site whose records are right: pages, downloads and the release check, on all cores, and then moves it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight import exports
from daylight.exports import since
from daylight.findings import ERROR, Finding
from daylight.making.framed import prose, renderer_of
from daylight.making.works import closing, downloads, infos_of, judges, whole, write_records
from daylight.publish import Stage
from daylight.site import Site
from daylight.workers import spread


@dataclass(frozen=True)
class Built:
    """What came of a build: all findings, how many files were written, and whether the site was published."""

    findings: list[Finding]
    files: int = 0
    published: bool = False


def stops(findings: Sequence[Finding]) -> bool:
    """Whether nothing may be published."""
    return any(f.severity == ERROR for f in findings)


def silent(text: str) -> None:
    """Says nothing of what is being done."""


def make(
    site: Site, html: Path, found: list[Finding], out: Path, judged: bool = True, say: Callable[[str], None] = silent
) -> Built:
    """Makes and publishes a site whose records are right, in the frame in the folder `html`.

    Its data is `judged` by the release check before.
    """
    stage = Stage(out)
    stage.recover()
    say(f"Making {sum(len(of) for of in site.records.values()):,} pages…")
    renderer = renderer_of(site, html)
    paths = write_records(site, renderer, stage)
    say("Making the downloads, and checking them…")
    done = [downloads(site, stage, module, always=judged) for module in exports.JUDGED]
    paths += stage.write(prose(site, html))

    since.unreleased(site)  # kept with the site: several of the works below ask for it
    first, *rest = [lambda module=module: downloads(site, stage, module) for module in exports.OF_TABLES]
    works = [first, lambda: whole(site, renderer, stage, html), *rest, *(judges(stage) if judged else [])]
    done += spread(lambda work: work(), works)
    found = [*found, *(f for of in done for f in of.findings)]
    if stops(found):
        return Built(found)
    done += [closing(site, renderer, stage, infos_of(done))]
    say("Moving the site in…")
    return Built(found, stage.publish([*paths, *(path for of in done for path in of.paths)]), published=True)
