"""Our checks: every rule, its authority, and what it found."""

from collections.abc import Sequence

from markupsafe import Markup

from daylight.findings import ERROR, NOTE, WARNING, page_of
from daylight.pages.page import Cell, Page, Section, Table, report
from daylight.pages.pieces import ROOT, links, told
from daylight.record import Record
from daylight.site import Site
from daylight.views import promises
from daylight.views.promises import Promise
from daylight.words import _, ngettext

PATH = "checks/"
SHOWN = 50  # so many records are listed under a rule


def page(site: Site) -> Page:
    law, own = promises.of_law(site), promises.of_strategies(site)
    every = [*law, *own]
    found = [sum(p.counts()[s] for p in every) for s in (ERROR, WARNING, NOTE)]
    errors, warnings = (
        ngettext("{count} error", "{count} errors", found[0]),
        ngettext("{count} warning", "{count} warnings", found[1]),
    )
    notes = ngettext("{count} note", "{count} notes", found[2])
    lead = _("{rules} rules. They found {found}.", rules=len(every), found=f"{errors}, {warnings}, {notes}")
    texts = [
        _(
            "With an error nothing is published. A warning can be explained in public. A note measures "
            "records of a time before the office enforced the rule."
        ),
        Markup('<a href="{}exceptions/">{}</a>').format(ROOT, _("All exceptions, with their reasons")),
    ]  # fmt: skip
    sections = [
        Section("", texts=texts),
        Section(
            _("The office's own strategies"),
            [_undated(site)],
            [_table(_("Rules of the office's own strategies"), own)],
            id="own",
        ),
        Section(_("Law, standards and arithmetic"), (), [_table(_("Rules of the law and of standards"), law)], id="law"),
    ]
    sections += [_details(site, p) for p in every if p.missed]
    return report(PATH, _("Our checks"), lead, sections)


def _undated(site: Site) -> str:
    left = ngettext(
        "{count} award has neither a date nor a year and is judged by none.",
        "{count} awards have neither a date nor a year and are judged by none.",
        promises.undated(site, "award"),
    )
    return _("The rules of a strategy are chosen by the date of an award. {left}", left=left)


def _table(caption: str, of: Sequence[Promise]) -> Table:
    heads = (
        _("Rule"),
        _("What it says"),
        _("Where it comes from"),
        _("State"),
        f"#{_('Asked of')}",
        f"#{_('Not met')}",
        f"#{_('Explained')}",
    )
    return Table(f"{caption}: {len(of)}", heads, [_row(p) for p in of])


def _row(promise: Promise) -> list[Cell]:
    linked, plain = Markup('<a class="dl-id" href="#{0}">{0}</a>'), Markup('<span class="dl-id">{0}</span>')
    id = (linked if promise.missed else plain).format(promise.id)
    states = {"checked": _("Checked"), "kept": _("Kept by the program"), "unchecked": _("Not checked")}
    title = told(promise.title)
    if promise.state == "checked":
        title = Markup('<a href="{}{}">{}</a>').format(ROOT, page_of(promise.id), title)
    elif promise.why:
        title = Markup("{} <small>{}</small>").format(title, told(promise.why))
    about_whole = not promise.asked and not promise.rows  # a rule of the law about all records together is asked once
    figures = ("–" if about_whole else promise.asked, promise.not_met, promise.explained)
    return [
        id,
        title,
        told(promise.authority),
        states[promise.state],
        *(figures if promise.state == "checked" else ("–", "–", "–")),
    ]


def _details(site: Site, promise: Promise) -> Section:
    """What a rule said, each sentence once, and of which records."""
    said: dict[str, list[Record]] = {}
    for missed in promise.missed:
        words = missed.finding.message.partition(f" ({promise.id}: ")[0]
        of = said.setdefault(words[:1].upper() + words[1:], [])
        of += [missed.record] if missed.record and missed.record.kind != "publisher" else []
    items = [_said(site, words, of) for words, of in list(said.items())[:SHOWN]]
    items += [_("and {count} more", count=len(said) - SHOWN)] if len(said) > SHOWN else []
    texts = [told(promise.title)]
    if promise.rows:
        texts.append(Markup("<q>{}</q>").format(told(promise.rows[0].get("words") or "")))
    return Section(f"{promise.id}: {promise.not_met}", texts, items=items, id=promise.id)


def _said(site: Site, words: str, of: list[Record]) -> Markup:
    """A sentence and the records that it is about; of many only the first."""
    if not of:
        return told(words)
    more = _(" and {count} more", count=len(of) - SHOWN) if len(of) > SHOWN else ""
    return Markup("{} <small>({})</small>: {}{}").format(told(words), len(of), links(site, of[:SHOWN]), more)
