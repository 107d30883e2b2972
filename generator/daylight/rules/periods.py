"""The months, quarters and financial years for which something is published, and those that are left out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from daylight.days import financial_year, is_year
from daylight.findings import NOTE
from daylight.record import Record
from daylight.site import Site

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
QUARTER = re.compile(r"\d{4}-Q[1-4]")
YEAR = re.compile(r"\d{4}-\d{2}")
MOST = 1200  # periods between two records; more is a slip of the pen


def left_out(site: Site, duty: str, form: re.Pattern) -> Iterator[tuple[str, Record]]:
    """The periods between the first and the last publication for a duty that have none, each with the next one there is."""
    there = {p.values["period"]: p for p in site.records["publication"].values() if _is(p, duty, form)}
    names = sorted(there)
    for name, following in pairwise(names):
        for _ in range(MOST):
            if (name := _next_year(name) if form is YEAR else after(name)) >= following:
                break
            yield name, there[following]


def after(period: str) -> str:
    """The month or quarter that follows one, like 2024-01 after 2023-12."""
    year, rest = int(period[:4]), period[5:]
    if rest.startswith("Q"):
        return f"{year}-Q{int(rest[1]) + 1}" if rest != "Q4" else f"{year + 1}-Q1"
    return f"{year}-{int(rest) + 1:02d}" if rest != "12" else f"{year + 1}-01"


def _next_year(year: str) -> str:
    return financial_year(f"{int(year[:4]) + 1}-04-01")


def measured(site: Site) -> str:
    """The severity of what a register leaves out: a note where the site is not the office's own, '' (the rule's own) else."""
    own = site.records["publisher"] and not site.publisher.get("demonstration")
    return "" if own else NOTE


def _is(publication: Record, duty: str, form: re.Pattern) -> bool:
    period = publication.get("period", "")
    return publication.get("duty") == duty and bool(form.fullmatch(period)) and (form is not YEAR or is_year(period))
