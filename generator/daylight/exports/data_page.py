"""The page of all downloads: what there is and for whom, how large it is, and from when."""

from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

from babel.units import format_unit

from daylight import exports
from daylight.exports import tables
from daylight.exports.file import Info
from daylight.exports.stamp import licence, stamp
from daylight.exports.table import Table
from daylight.pages import DATA, head
from daylight.pages.page import Page
from daylight.pages.schema_org import Download
from daylight.site import Site
from daylight.views.citation import citation_of_all
from daylight.words import N_, _, in_english

WORDS = {  # what a link to a file of a table says, in this order
    "csv_tables": "CSV",
    "json_tables": "JSON",
    "json_lines": "JSON Lines",
    "parquet": "Parquet",
}
SHELVES = (  # which formats stand together, below which heading; those named nowhere stand at the end
    ("all", N_("Everything in one file"), ("xlsx", "csv_zip", "sqlite")),
    (
        "standards",
        N_("For those who know a standard"),
        ("giving360", "giving360_xlsx", "ocds", "data_package", "csvw", "dcat"),
    ),
    ("programs", N_("For programs"), ("record_index", "openapi")),
    ("follow", N_("What is new, and what has changed"), ("atom", "json_feed", "calendars", "changes", "changes_feed")),
    ("trust", N_("Releases, and how to check a file"), ("release_files", "manifest")),
)

TYPES = {  # of files that hold all, for machines
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv_zip": "application/zip",
    "sqlite": "application/vnd.sqlite3",
    "data_package": "application/json",
}


class Link(NamedTuple):
    """A file on the page: its path below the root of the site, its name, its size in words, and its rows if it has such."""

    path: str
    name: str
    size: str
    rows: int | None


class Line(NamedTuple):
    """A table on the page: what it is called, its rows, the ISO day of its last change or '', and its files."""

    title: str
    rows: int
    changed: str
    links: Sequence[Link]


class Shelf(NamedTuple):
    """Formats that stand together, as a part of the page with a heading."""

    id: str
    title: str
    formats: Sequence["Format"]


class Format(NamedTuple):
    """A format on the page: its title, what it is about, what it cannot hold of these records or '', and its files."""

    title: str
    about: str
    note: str
    links: Sequence[Link]


def page(site: Site, infos: Sequence[Info]) -> Page:
    """The page, for files of which `infos` says the size and the rows."""
    every = tables.every(site)
    lines = {table.name: _line(site, table, infos) for table in every}
    made = [table.name for table in every if table.schema.name not in site.schemas]
    values = {
        "stamp": stamp(site),
        "licence": licence(site),
        "shelves": _shelves(site, infos),
        "records": [line for name, line in lines.items() if name not in made],
        "made": [line for name, line in lines.items() if name in made],
    }
    lead = _("Everything on this site as files, free to use again. Nobody has to ask, and nobody is asked who they are.")
    values |= {"lead": lead, "citation": in_english(citation_of_all, site)}
    files = [Download(i.path, TYPES[i.format], size(i.bytes), i.sha256) for i in infos if i.format in TYPES]
    return Page(DATA, "data.html", _("Data"), lead, values, head=head.of_data(site, files))


def _line(site: Site, table: Table, infos: Sequence[Info]) -> Line:
    schema = table.schema
    kind = schema.parent or schema.name
    title = f"{_(site.schemas[schema.parent].title)}: {_(schema.plural).lower()}" if schema.parent else _(schema.plural)
    files = [i for i in infos if i.format in WORDS and i.path.rpartition("/")[2].split(".")[0] == table.name]
    links = [_link(i, _word(i)) for i in sorted(files, key=lambda i: (list(WORDS).index(i.format), i.path.count("/")))]
    changed = max((site.last_change(r) for r in site.records.get(kind, {}).values()), default="")
    changed = changed or ("" if kind in site.records else site.time[:10])
    return Line(title, table.count, changed, links)


def _word(of: Info) -> str:
    return _("CSV for Excel") if of.path.startswith("data/excel/") else WORDS[of.format]


def _link(of: Info, name: str) -> Link:
    return Link(of.path, name, size(of.bytes), of.rows)


def _shelves(site: Site, infos: Sequence[Info]) -> list[Shelf]:
    formats = {module.__name__.rpartition(".")[2]: module for module in (*exports.WHOLE, *exports.LAST)}
    named = {name for _id, _title, names in SHELVES for name in names}
    rest = [name for name in formats if name not in named and name not in WORDS]
    found = []
    for id_, title, names in (*SHELVES, ("more", N_("More"), rest)):
        some = [_format(site, name, formats[name], infos) for name in names if name in formats]
        if some := [of for of in some if of.links or of.note]:
            found.append(Shelf(id_, _(title), some))
    return found


def _format(site: Site, name: str, module: ModuleType, infos: Sequence[Info]) -> Format:
    note = module.note(site) if hasattr(module, "note") else ""
    return Format(_(module.TITLE), _(module.ABOUT), note, _files(name, infos, getattr(module, "SHOWN", "")))


def _files(name: str, infos: Sequence[Info], shown: str = "") -> list[Link]:
    """The files of a format; of one that makes whole folders those alone whose path ends so."""
    return [_link(i, i.path.removeprefix(DATA)) for i in infos if i.format == name and i.path.endswith(shown)]


def size(count: int) -> str:
    """How large a file is, in words: 812 bytes, 12 kB, 3.4 MB."""
    if count < 1000:
        return format_unit(count, "digital-byte", "long", locale="en_GB")
    if count < 1_000_000:
        return format_unit(round(count / 1000), "digital-kilobyte", "short", locale="en_GB")
    return format_unit(round(count / 1_000_000, 1), "digital-megabyte", "short", locale="en_GB")
