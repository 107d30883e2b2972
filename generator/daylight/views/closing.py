"""Until when one can apply, in words, and how many days are left: on the day of the build, and for a script on any other."""

import json
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from daylight.derived import derived
from daylight.record import Record
from daylight.site import Site
from daylight.views import day, opportunities
from daylight.words import WELSH, _, language, ngettext

OWN = (2, 3, 4, 5, 6, 7, 8, 9, 10)  # numbers of days with a form of their own in Welsh, or with one of a neighbour


class Closing(NamedTuple):
    """What is said of the closing of an opportunity: how long there is still, and when that is ('' where it is all said).

    `day` is the ISO day that is counted to, `moment` that of the closing with its offset, '' where nothing closes then, and
    `texts` what a script says for each number of days ("n" for all others, with {n}), as JSON.
    """

    left: str
    when: str = ""
    day: str = ""
    moment: str = ""
    texts: str = ""


def closing(site: Site, opportunity: Record) -> Closing:
    """Until when one can apply, or could, or from when."""
    v, state = opportunity.values, opportunities.state(opportunity, site.today)
    if state == "cancelled":
        return Closing(_("Cancelled on {day}", day=day(v["cancelled_on"])))
    if state == "forthcoming":
        until = _("until {moment}", moment=moment(opportunity)) if "closes_on" in v else ""
        return _counted(site, v["opens_on"], _opens, ", ".join(filter(None, (_on(day(v["opens_on"])), until))))
    if state == "closed":
        return Closing(_("Closed on {moment}", moment=moment(opportunity)))
    if state == "unknown":
        return Closing(opportunities.state_title("unknown"))
    if "closes_on" not in v:
        return Closing(_("Open all the time"))
    counted = _counted(site, v["closes_on"], _closes, _on(moment(opportunity)))
    return counted._replace(moment=derived(site, opportunity)["closes"])


def moment(opportunity: Record) -> str:
    """The day on which it closes, and the time where it is known: 3 December 2026 at 12:00 noon."""
    on, at = day(opportunity.values["closes_on"]), opportunity.get("closes_at", "")
    return _("{day} at {time}", day=on, time=hour(at)) if at else on


def hour(time: str) -> str:
    """A time of day like "17:00" as people say it: 5pm, 12:00 noon."""
    if time == "12:00":
        return _("12:00 noon")
    hours, minutes = int(time[:2]), time[3:]
    said = f"{(hours - 1) % 12 + 1}{'' if minutes == '00' else f':{minutes}'}"
    return _("{time}am", time=said) if hours < 12 else _("{time}pm", time=said)


def _on(when: str) -> str:
    return _("on {day}", day=when)


def _counted(site: Site, iso: str, said: Callable[[int], str], when: str) -> Closing:
    left = (date.fromisoformat(iso) - date.fromisoformat(site.today)).days
    forms = OWN if language() == WELSH else ()
    texts = {str(n): said(n) for n in (0, 1, *forms)} | {"n": said(11).replace("11", "{n}")}
    return Closing(said(left), when, iso, texts=json.dumps(texts, ensure_ascii=False))


def _closes(days: int) -> str:
    if days < 2:
        return _("Closes tomorrow") if days else _("Closes today")
    return ngettext("Closes in {count} day", "Closes in {count} days", days)


def _opens(days: int) -> str:
    if days < 2:
        return _("Opens tomorrow") if days else _("Opens today")
    return ngettext("Opens in {count} day", "Opens in {count} days", days)
