"""Documents that name the day by which they are reviewed."""

from collections.abc import Iterator

from daylight.site import Site
from daylight.views.due.task import Task, own_dates
from daylight.words import _


def tasks(site: Site) -> Iterator[Task]:
    """One for each; none for the document of a strategy that is no longer in force."""
    ended = {row.get("document") for row in site.publisher.rows("strategies") if row.get("to", site.today) < site.today}
    for document in site.all("document"):
        if (day := document.get("review_on")) and document.key not in ended:
            todo = _("Review the document. Then move its review date on, or replace it.")
            yield Task("document", day, todo, own_dates(), document)
