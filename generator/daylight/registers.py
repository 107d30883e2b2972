"""The register of decisions by number: which numbers it leaves out."""

import re
from dataclasses import dataclass

from daylight.record import Record, Row
from daylight.site import Site

MOST = 2000  # numbers of a year; more is a slip of the pen


@dataclass(frozen=True)
class Gap:
    """A number between the first and the last of its year for which there is no decision. `reference` is written as the
    decision before it is; `row` is the office's explanation, if it gives one; `after` the decision before it."""

    reference: str
    year: str
    after: Record
    row: Row | None = None


def gaps(site: Site) -> list[Gap]:
    """The numbers that the register of the office's own decisions leaves out, by year and number (DEC-06).

    The form of references is the publisher's `reference_pattern`, with the groups `year` and `number`. Without one nobody can
    see a gap.
    """
    try:
        pattern = re.compile(site.publisher.get("reference_pattern") or r"(?!)")
    except re.error:
        return []
    years: dict[str, dict[int, tuple[Record, re.Match]]] = {}
    for decision in site.all("decision"):
        if decision.get("own") and (said := pattern.search(decision.get("reference", ""))):
            found = said.groupdict()
            if found.get("year") and found.get("number", "").isdigit():
                years.setdefault(found["year"], {}).setdefault(int(found["number"]), (decision, said))
    explained = {row.get("reference", "").strip(): row for row in site.publisher.rows("gaps")}
    return [gap for year, of in sorted(years.items()) for gap in _of_year(year, of, explained)]


def _of_year(year: str, of: dict[int, tuple[Record, re.Match]], explained: dict[str, Row]) -> list[Gap]:
    found, last = [], None
    for number in range(min(of), min(max(of), min(of) + MOST) + 1):
        if number in of:
            last = of[number]
            continue
        decision, said = last
        reference = _written(said, number)
        found.append(Gap(reference, year, decision, explained.get(reference)))
    return found


def _written(said: re.Match, number: int) -> str:
    """A number written as the reference of another decision is."""
    start, end = said.span("number")
    text = said.string
    return f"{text[said.start() : start]}{number:0{end - start}d}{text[end : said.end()]}"
