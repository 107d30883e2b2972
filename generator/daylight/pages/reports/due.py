"""What is due: what the records and the day say that is to be done, by whom it is asked for, and by when."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from daylight.pages.page import Cell, Page, Section, Table, report
from daylight.pages.pieces import FILES, ROOT, told
from daylight.site import Site
from daylight.views import calendars, day, due
from daylight.views.due.task import KINDS, LATER, OVERDUE, STATES, Task
from daylight.words import _, ngettext

PATH = due.PAGE
SHOWN = 200  # of what is due in one time; the command `daylight due` says all of it


def page(site: Site) -> Page:
    by_state = due.by_state(site)
    late, later = by_state[OVERDUE], by_state[LATER]
    soon = sum(len(of) for state, of in by_state.items() if state not in (OVERDUE, LATER))
    lead = _("On {day}: {late} overdue, {soon} due in the next three months.", day=day(site.today), late=len(late), soon=soon)
    times = [_time(state, of) for state, of in by_state.items() if state != LATER]
    return report(PATH, _("What is due"), lead, [Section("", _intro(site)), *times, _later(later)])


def _intro(site: Site) -> list[str | Markup]:
    what = _(
        "It is for the staff of the office, and open to all. It is worked out anew each day from the records, the law and "
        "the strategy of the office."
    )
    limits = [_("Overdue means that no record here says that it was done. It may have been done and not been written down.")]
    if first := site.publisher.get("rules_from"):
        limits.append(_("What fell due before {day} is not here: since then the rules are enforced.", day=day(first)))
    if site.publisher.get("demonstration"):
        limits.append(_("This is a demonstration: what is missing here may be published on the office's own website."))
    said: list[str | Markup] = [what, " ".join(limits)]
    if any(calendars.tasks(site)):
        link = Markup('<a href="{}calendar/due.ics">{}</a>').format(FILES, _("Follow it in a calendar"))
        said.append(Markup("{} (ICS)").format(link))
    return said


def _time(state: str, of: Sequence[Task]) -> Section:
    title = _(STATES[state])
    heads = (_("Due on"), _("What it is about"), _("What to do"), _("Who asks for it"))
    rows = [[day(task.day), _about(task), task.todo, _authority(task)] for task in of[:SHOWN]]
    texts = [] if of else [_("Nothing is overdue.") if state == OVERDUE else _("Nothing more is due in this time.")]
    if len(of) > SHOWN:
        texts = [_("The first {count} are shown.", count=SHOWN)]
    return Section(title, texts, [Table(f"{title}: {len(of)}", heads, rows)], id=state)


def _about(task: Task) -> Cell:
    if task.record and not task.path:
        return task.record
    return Markup('<a href="{}{}">{}</a>').format(ROOT, task.path, task.about)


def _authority(task: Task) -> Cell:
    """Who asks for it: in the strategy's own words, or in ours."""
    return told(task.authority) if task.rule else task.why


def _later(of: Sequence[Task]) -> Section:
    """What is due later, in numbers."""
    counts, firsts = Counter(task.kind for task in of), {task.kind: task.day for task in reversed(of)}
    rows = [[_(KINDS[kind]), counts[kind], day(firsts[kind])] for kind in KINDS if kind in counts]
    title, heads = _(STATES[LATER]), (_("Kind"), f"#{_('How many')}", _("The first on"))
    said = ngettext("{count} thing is due later.", "{count} things are due later.", len(of))
    return Section(title, [said if of else _("Nothing is known to be due later.")], [Table(title, heads, rows)], id=LATER)
