"""What is due, from the records and the day: one file a kind of thing, each with `tasks(site)`.

To add another, write a file that yields a `Task` for each, with the law or the rule that asks for it, and add it to MODULES.
A kind of task is a line in `task.KINDS`. Nothing here invents a duty: what is only a good habit says so.
"""

from daylight.site import Site
from daylight.views.due import (
    awards,
    budgets,
    decisions,
    documents,
    exceptions,
    grants,
    identifiers,
    monitoring,
    opportunities,
    publications,
    releases,
    rounds,
    strategies,
    subsidies,
    withheld,
)
from daylight.views.due.task import STATES, Task
from daylight.words import language

PAGE = "due/"  # the path of the page that shows all of it
MODULES = (
    grants,
    publications,
    decisions,
    budgets,
    rounds,
    opportunities,
    monitoring,
    awards,
    subsidies,
    strategies,
    documents,
    exceptions,
    withheld,
    releases,
    identifiers,
)


def every(site: Site) -> list[Task]:
    """Everything that is due or will be, each once, the earliest first, in the words of the language that is spoken now.

    What fell due before the day from which the office enforces its rules (`rules_from`) is only measured, on other pages.
    """
    kept = f"{__name__}@{language()}"  # as `once_of`, in each language
    if kept not in site.once:
        first = site.publisher.get("rules_from", "")
        found = {task.name: task for module in MODULES for task in module.tasks(site) if task.day >= first}
        site.once[kept] = sorted(found.values(), key=lambda task: (task.day, task.kind, task.name))
    return site.once[kept]


def by_state(site: Site) -> dict[str, list[Task]]:
    """What is due by how soon it is, each state of STATES in its order."""
    found: dict[str, list[Task]] = {name: [] for name in STATES}
    for task in every(site):
        found[task.state(site.today)].append(task)
    return found
