"""The words that a browser needs to show the registers, in the language that is spoken."""

from daylight import views
from daylight.keeping import once_of
from daylight.pages.filters import CHOSEN, COLUMNS, COUNTED
from daylight.record import Record
from daylight.site import Site
from daylight.views.facet import SILENT
from daylight.views.facets import FACETS
from daylight.words import ENGLISH, N_, _, spoken

FORMS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 10}  # a number of each kind that Welsh knows (CLDR)
TEXTS = {
    "added": N_("{said}, {total} added up"),
    "since": N_("{said}, since {year}"),
    "more": N_("Show the next {count}"),
    "all": N_("Show all {count}"),
    **SILENT,
    "left": N_("not added up"),
    "part": N_("{part} added up"),
    "nothing": N_("Nothing matches. Remove a filter to see more."),
    "remove": N_("Remove filter"),
    "words": N_("Words"),
    "amount": N_("Amount"),
    "from": N_("{amount} or more"),
    "to": N_("{amount} or less"),
    "not": N_("not {value}"),
    "copied": N_("Copied"),
    "copy": N_("Copy this:"),
    "counted": N_("Amount that is added up"),
    "said": N_("Amount as published"),
    "page": N_("Page"),
    "total": N_("Only the number and the total"),
}


class _Open(int):
    """A number that is not filled in yet."""

    def __format__(self, spec: str) -> str:
        return "{count}"


def labels(site: Site) -> dict:
    """All words for the registers."""
    return {"texts": {name: _(text) for name, text in TEXTS.items()}, "registers": dict(_register(site, k) for k in FACETS)}


def _register(site: Site, kind: str) -> tuple[str, dict]:
    schema = site.schemas[kind]
    facets = {f.name: {v: _(said) for v, said in (f.labels or {}).items()} for f in FACETS[kind]}
    titles = {f.name: _(f.title) for f in FACETS[kind]} | {name: _(title) for name, title in COLUMNS[kind].items()}
    return schema.folder, {
        "kind": kind,
        "title": _(schema.title),
        "list": _(schema.plural),
        "chosen": CHOSEN[kind],
        "counts": {form: COUNTED[kind](_Open(number)) for form, number in FORMS.items()},
        "columns": titles,
        "facets": facets,
        "marks": [views.mark(site, record) for record in _marks(site)[kind].values()],
    }


def place(site: Site, record: Record) -> int | None:
    """The number of what must be known of a record wherever it is listed, among `marks`; None where there is nothing."""
    with spoken(ENGLISH):
        said = views.mark(site, record)
    return list(_marks(site)[record.kind]).index(said) if said else None


@once_of
def _marks(site: Site) -> dict[str, dict[str, Record]]:
    """All that is said of records in that way, by kind, each with a record of which it is said."""
    with spoken(ENGLISH):
        return {kind: {said: record for record in site.all(kind) if (said := views.mark(site, record))} for kind in FACETS}
