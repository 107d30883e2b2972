"""Exceptions that run out, and those that did: from the next day on the rule must be met (EXC-01)."""

from collections.abc import Iterator

from daylight.record import Record, Row
from daylight.site import Site
from daylight.views.due.task import Task
from daylight.views.promises import exceptions
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    """One for each record and day, naming all rules of which it is."""
    found: dict[tuple[str, str, str], list[tuple[Record, Row]]] = {}
    for record, row in exceptions(site):
        if day := row.get("expires"):
            found.setdefault((record.kind, record.key, day), []).append((record, row))
    for (_kind, _key, day), of in found.items():
        record, first = of[0]
        rules = ", ".join(sorted({row.get("rule", "") for _record, row in of} - {""}))
        todo = _("The exception runs out. Meet the rule ({rules}), or explain it anew.", rules=rules)
        why = _("Comply or explain: an exception holds for a time only")
        yield Task("exception", day, todo, why, record, at=first)
