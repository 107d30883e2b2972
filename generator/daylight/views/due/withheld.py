"""What is withheld, and the day on which that is looked at again."""

from collections.abc import Iterator

from daylight.site import Site
from daylight.views.due.task import Task
from daylight.words import _

OF = ("award", "decision")


def tasks(site: Site) -> Iterator[Task]:
    """One for each record and day. It never says what is withheld: the page of the record says what may be said."""
    for record in (record for kind in OF for record in site.all(kind)):
        days = {row.values["review_on"]: row for row in reversed(record.rows("withholdings")) if "review_on" in row.values}
        for day, row in days.items():
            todo = _("Look again at what is withheld here. Then publish it, or name the next day.")
            yield Task("withheld", day, todo, _("Specified Information Order 2011, article 2(2)"), record, at=row)
