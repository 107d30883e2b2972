"""told-apart: what an award delivers must not be passed off as what comes of it."""

from collections.abc import Iterator

from daylight.findings import Finding
from daylight.record import Record
from daylight.rules.strategy.rule import Rule, day_of
from daylight.site import Site

OF = ("award",)
NEEDS = ()
KINDS = ("outcome", "output")


def judges(site: Site, record: Record, rule: Rule) -> bool:
    return bool(record.rows("outcomes"))


def check(site: Site, record: Record, rule: Rule) -> Iterator[Finding]:
    """No text stands among the outcomes both as an outcome and as an output; capitals and spaces make no difference."""
    first: dict[str, str] = {}
    for row in record.rows("outcomes"):
        kind, text = row.get("kind"), " ".join(row.get("text", "").casefold().split())
        if text and kind in KINDS and first.setdefault(text, kind) != kind:
            yield rule.say(row, "same", "text", day=day_of(record, rule), text=row.get("text"))
