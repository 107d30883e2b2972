"""What a task is: something to be done by a day, who asks for it, and how soon that is."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from daylight.record import Record, Row
from daylight.rules.strategy.rule import NEVER, Rule
from daylight.site import Site
from daylight.views.told import plain
from daylight.words import N_, _

OVERDUE, LATER = "overdue", "later"
STATES = {
    OVERDUE: N_("Overdue"),
    "week": N_("In the next 7 days"),
    "month": N_("In the next 4 weeks"),
    "quarter": N_("In the next 3 months"),
    LATER: N_("Later"),
}
KINDS = {
    "publication": N_("Lists to publish"),
    "decision": N_("Decisions"),
    "budget": N_("Budgets"),
    "round": N_("Panels"),
    "opportunity": N_("Opportunities"),
    "monitoring": N_("Monitoring"),
    "award": N_("Awards"),
    "strategy": N_("Strategies"),
    "document": N_("Documents"),
    "exception": N_("Exceptions"),
    "withheld": N_("What is withheld"),
    "release": N_("Releases"),
    "identifier": N_("Identifiers"),
}


@dataclass(frozen=True)
class Task:
    """Something to be done by an ISO day: that day is the last on which it is in time.

    `todo` says in a sentence what, and `why` who asks for it: a law, or the dates of the record itself. Where the office's own
    strategy asks, `rule` is its rule, and `why` is empty. It is about a `record`, or else about what `about` says and the
    page `path` shows. `at` is the row of the records beside which it is written down that it was done, where that is not the
    record. `which` tells it apart from others of its kind on the same day.
    """

    kind: str
    day: str
    todo: str
    why: str = ""
    record: Record | None = None
    rule: Rule | None = None
    about: str = ""
    path: str = ""
    at: Row | None = None
    which: str = ""

    def state(self, today: str) -> str:
        """How soon it is due on an ISO day, one of STATES. What is due today is not overdue."""
        return next((name for name, first in firsts(today) if self.day < first), LATER)

    @property
    def name(self) -> str:
        """A name that no other task of the site has, and that stays while its record and its day do."""
        of = (self.record.kind, self.record.key) if self.record else ()
        return "/".join(filter(None, (self.kind, *of, self.which, self.day)))

    @property
    def authority(self) -> str:
        """Who asks for it, in plain text."""
        if not self.rule:
            return self.why
        title, place = self.rule.get("title") or "", self.rule.get("place") or ""
        return f"{self.rule.id}: {title} ({place})" if place else f"{self.rule.id}: {title}"

    def of(self, site: Site) -> str:
        """What it is about, in plain text."""
        return plain(site.label(self.record)) if self.record else self.about

    def page(self, site: Site) -> str:
        """The path of the page that shows what it is about."""
        return self.path if self.path or not self.record else f"{site.schemas[self.record.kind].folder}/{self.record.key}/"


@lru_cache(maxsize=8)
def firsts(today: str) -> tuple[tuple[str, str], ...]:
    """The states but for the last, the soonest first, each with the first day that is too late for it."""
    day = date.fromisoformat(today)
    ends = (day, day + timedelta(days=7), day + timedelta(days=28), day + relativedelta(months=3))
    return tuple(zip(STATES, (end.isoformat() for end in ends), strict=False))


def horizon(today: str) -> str:
    """The first day that is later than the next three months."""
    return firsts(today)[-1][1]


def months_after(day: str, months: int) -> str:
    """The ISO day so many months after another, or the last of its month where that is shorter; NEVER past the calendar."""
    try:
        return (date.fromisoformat(day) + relativedelta(months=months)).isoformat()
    except (ValueError, OverflowError):
        return NEVER


def own_dates() -> str:
    """Who asks for what a record announces itself."""
    return _("The dates of the record itself")
