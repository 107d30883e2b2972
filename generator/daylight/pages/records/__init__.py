"""The page of one record: what is said of every kind, and for the kinds in `OWN` what is said of them alone.

A kind in `OWN` has a module here with `values(site, record)`, and a template in templates/records/ that extends record.html.
"""

from collections.abc import Sequence
from functools import partial
from textwrap import shorten
from urllib.parse import quote

from daylight import views
from daylight.frame import SLUG
from daylight.keeping import once_of
from daylight.pages import head, lines
from daylight.pages.judged import judged
from daylight.pages.page import Page
from daylight.pages.pieces import ROOT, what
from daylight.pages.records import area, award, decision, fund, opportunity, organisation, priority, round
from daylight.pages.registers import caption
from daylight.record import Record
from daylight.site import Site
from daylight.values import Value
from daylight.views import referring
from daylight.views.care import about_victims
from daylight.views.citation import citation, site_title
from daylight.words import N_, _, in_english

OWN = {
    "area": area,
    "award": award,
    "decision": decision,
    "fund": fund,
    "opportunity": opportunity,
    "organisation": organisation,
    "priority": priority,
    "round": round,
}

BARE = {  # what is said where no award's money belongs to a record
    "area": N_("No award for this area is recorded."),
    "budget_area": N_("No award from this budget area is recorded."),
    "fund": N_("No award from this fund is recorded."),
    "organisation": N_("No award to this organisation is recorded."),
    "priority": N_("No award for this priority is recorded."),
}
LONGEST, LEAST = 140, 40  # characters of a title with the name of the site, and of the name of a record in it
KEYED = ("award", "decision")
CORRECTIONS = "corrections"  # what a contact of the publisher is called that errors are reported to


class Said(dict):
    """What a record says, for its template: None where it says nothing."""

    def __missing__(self, name: str) -> None:
        return None


def record_page(site: Site, record: Record) -> Page:
    """The page of one record."""
    schema = site.schemas[record.kind]
    label = views.worded(record, schema.label) or record.key
    texts = (views.worded(record, name) for name in ("purpose", "summary", "description"))
    return Page(
        path=f"{schema.folder}/{record.key}/",
        template=f"records/{schema.name}.html" if record.kind in OWN else "record.html",
        title=titled(site, record, label),
        description=next(filter(None, texts), f"{_(schema.title)}: {label}")[:200],
        values=_values(site, record),
        place=f"{schema.folder}/{SLUG}/",
        head=head.of_record(site, record),
        care=about_victims(site, record),
    )


def _values(site: Site, record: Record) -> dict:
    """What its template gets: what is said of every kind, and what is said of its own kind alone."""
    schema, own = site.schemas[record.kind], OWN.get(record.kind)
    mine, incoming = own.values(site, record) if own else {}, referring.incoming(site, record)
    children = [(site.schemas[name], record.rows(site.schemas[name].list)) for name in schema.children if record.children]
    return {
        "schema": schema,
        "record": record,
        "said": Said(record.values),
        "groups": _facts(site, record, mine.pop("told_fields", ()), mine.pop("told_always", ())),
        "children": [(c, rows) for c, rows in children if rows and c.list not in mine.get("told_lists", ())],
        "facts": partial(lines.facts, site),
        "lists": partial(lines.lists, site),
        "incoming": incoming,
        "places": _places(incoming),
        "bare": _(BARE[record.kind]) if record.kind in BARE and all(of.total is None for of in incoming) else "",
        "caption": caption,
        "last_change": site.last_change(record),
        "citation": in_english(citation, site, record),
        "judged": judged(site, record),
        "report": report(site, record),
        "what": what,
        **mine,
    }


def _facts(site: Site, record: Record, told: Sequence[str], always: Sequence[str]) -> list:
    """The facts under their headings, but for those that are told above; of these, what is missing is still said to be."""
    groups = []
    for heading, rows in views.field_groups(site, record):
        left = [(f, said) for f, said in rows if f.name not in always and (f.name not in told or not _is_told(said))]
        groups += [(heading, left)] if left else []
    return groups


def _is_told(said: Value | None) -> bool:
    return said is not None and not isinstance(said, views.Withheld)


def _places(groups: Sequence[referring.Referring]) -> list[str]:
    """The place of each list of records on the page: the folder of its kind for the first of them whose money belongs here."""
    first = {group.schema.folder: n for n, group in reversed([*enumerate(groups)])}
    first |= {group.schema.folder: n for n, group in reversed([*enumerate(groups)]) if group.total is not None}
    return [f if first[f := group.schema.folder] == n else f"{f}-{n + 1}" for n, group in enumerate(groups)]


def titled(site: Site, record: Record, label: str) -> str:
    """What the page of a record is called in a tab and in lists of results: short, and not as another record is called.

    Awards and decisions may have one title and many keys; organisations of one name are told apart by their towns.
    """
    kind = _(site.schemas[record.kind].title).lower()
    kind = f"{kind} {record.key}" if record.kind in KEYED else kind
    if record.kind == "organisation" and record.get("town"):
        label = f"{label}, {record.get('town')}"
    room = LONGEST - len(f" ({kind}) – {site_title(site)}")
    return f"{shorten(label, max(room, LEAST), placeholder='…')} ({kind})"


def report(site: Site, record: Record) -> str:
    """Where to report an error in a record: the page for corrections that the publisher names, filled in, or the contacts."""
    corrections, home = _corrections(site)
    said = f"record={record.key}&page={home}{site.schemas[record.kind].folder}%2F{record.key}%2F"
    return f"{corrections}title={quote(site.label(record), safe='')}&{said}" if corrections else f"{ROOT}contact/?{said}"


@once_of
def _corrections(site: Site) -> tuple[str, str]:
    """The address for corrections, up to what is filled in, or '' where none is named; and that of the site, to fill in."""
    found = (row.get("address") for row in site.publisher.rows("contacts") if row.get("what", "").casefold() == CORRECTIONS)
    address = next(found, "")
    return address and f"{address}{'&' if '?' in address else '?'}", quote(site.url(""), safe="")
