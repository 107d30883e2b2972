"""What is due, as text for a terminal, as Markdown for an issue, and as JSON. For staff: in English, with files to edit."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from daylight import load
from daylight.findings import ERROR, readable, shown
from daylight.forms.markdown import plain
from daylight.history import past
from daylight.private import hidden
from daylight.releases import releases
from daylight.review.escape import link
from daylight.schema import load_schemas
from daylight.site import Site
from daylight.views import day, due
from daylight.views.due.task import KINDS, STATES, Task

WITHIN = 28  # days
LONGEST = 60_000  # characters of the list in an issue, of which GitHub takes 65,536


def read(office: Path, today: str, address: str = "") -> tuple[Site, bool]:
    """The site of an office on an ISO day, and whether something in its files could not be read. Its rules are not asked."""
    schemas = load_schemas()
    parts = load.read(office, schemas, load.files(office))
    site, found = load.assemble(schemas, parts, today, past(office), releases(office), address)
    return site, any(f.severity == ERROR for f in found)


def coming(site: Site, within: int = WITHIN) -> list[Task]:
    """What is overdue, and what is due today or within so many days, the earliest first."""
    last = _last(site.today, within)
    return [task for task in due.every(site) if task.day <= last]


def _last(today: str, within: int) -> str:
    try:
        return (date.fromisoformat(today) + timedelta(days=within)).isoformat()
    except OverflowError:
        return "9999-12-31"


def as_text(site: Site, within: int = WITHIN) -> str:
    """Lines for a terminal: what is due, how soon, and in which file; a sentence where nothing is."""
    parts = []
    for title, of in _by_state(site, within):
        parts.append(f"{title}: {len(of)}\n")
        parts += (_lines(site, task) for task in of)
        parts.append("\n")
    return "".join(parts).removesuffix("\n") or f"Nothing is overdue, and nothing is due within {within} days.\n"


def _lines(site: Site, task: Task) -> str:
    at = f"\n    {_place(task)}" if _place(task) else ""
    return f"  {day(task.day)}: {_said(task.of(site))}\n    {task.todo}\n    {_said(task.authority)}{at}\n"


def _place(task: Task) -> str:
    """The file and the line where it is written down that a task was done, or '' where a new file is to come."""
    at = task.at or task.record
    return f"{readable(at.path)}:{at.line}" if at else ""


def as_markdown(site: Site, within: int = WITHIN) -> str:
    """The body of an issue, without a title: a list to tick off for each time. Nothing at all where nothing is due.

    What records say stays text: it mentions nobody, and makes no link, heading or HTML. The only links lead to this site.
    """
    told, left = [], len(coming(site, within))
    for title, of in _by_state(site, within):
        told.append(f"## {title}: {len(of)}\n\n")
        for task in of:
            item = _item(site, task)
            if sum(map(len, told)) + len(item) > LONGEST:
                return f"{''.join(told)}\nand {left} more, which `daylight due` names.\n"
            told.append(item)
            left -= 1
        told.append("\n")
    return "".join(told).removesuffix("\n")


def _item(site: Site, task: Task) -> str:
    page = task.page(site)
    address = site.url(page)
    about = link(plain(_said(task.of(site))), address if address != page else "")
    return f"- [ ] **{day(task.day)}**: {about}. {plain(task.todo)} <br>*{plain(_said(task.authority))}*\n"


def as_json(site: Site, within: int = WITHIN) -> str:
    """An object with the day and the list of tasks, for other programs."""
    tasks = [
        {
            "due_on": task.day,
            "state": task.state(site.today),
            "kind": task.kind,
            "kind_title": KINDS[task.kind],
            "about": _said(task.of(site)),
            "todo": task.todo,
            "authority": _said(task.authority),
            "record": {"kind": task.record.kind, "key": task.record.key} if task.record else None,
            "place": _place(task),
            "page": site.url(task.page(site)),
        }
        for task in coming(site, within)
    ]
    return json.dumps({"today": site.today, "within_days": within, "tasks": tasks}, ensure_ascii=False, indent=2) + "\n"


def _by_state(site: Site, within: int) -> Iterator[tuple[str, list[Task]]]:
    """The titles of the times in which something is due, and what."""
    for state, of in groupby(coming(site, within), lambda task: task.state(site.today)):
        yield STATES[state], list(of)


def _said(text: str) -> str:
    """What a record says, in one line and without what looks private: a log and an issue can be read by all."""
    return shown(hidden(text), 160)


# A format that the command offers is a name here and in cli/due.py.
FORMATS: dict[str, Callable[[Site, int], str]] = {"json": as_json, "markdown": as_markdown, "text": as_text}
