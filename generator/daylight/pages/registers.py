"""The registers: the page of each kind of record, and where it is long the pages of its groups."""

from collections.abc import Iterator

from markupsafe import Markup

from daylight import views
from daylight.frame import SLUG
from daylight.pages import filters, head, pieces
from daylight.pages.page import Page
from daylight.pages.reports import divisions
from daylight.schema import Schema
from daylight.site import Site
from daylight.views import counts, facets, groups, opportunities, referring, shares
from daylight.words import _, ngettext

LONG = 250  # a register with more records than this has pages for its groups, each of at most so many records


def places(folder: str) -> list[str]:
    """The empty pages that the registers in a folder need of the frame: one at each depth."""
    return [f"{folder}/", f"{folder}/by/{SLUG}/"]


def paths(site: Site, schema: Schema) -> Iterator[str]:
    """The paths of all pages that `pages` makes."""
    yield f"{schema.folder}/"
    if is_long(site, schema):
        for group in (*grouped(site, schema, True), *further(site, schema)):
            yield from group_paths(schema, group)


def is_long(site: Site, schema: Schema) -> bool:
    """Whether a register has too many records for one page, and is put into groups with pages of their own."""
    return len(site.records[schema.name]) > LONG


def long_kinds(site: Site) -> list[str]:
    """The kinds whose registers are long: what leads to their groups leads elsewhere than into a short one."""
    return [kind for kind in site.records if is_long(site, site.schemas[kind])]


def group_paths(schema: Schema, group: groups.Group) -> list[str]:
    """The paths of the pages of a group: by/2024-25/, by/2024-25-2/ and so on."""
    path = f"{schema.folder}/by/{group.id}"
    return [f"{path}/" if n == 0 else f"{path}-{n + 1}/" for n in range(-(-len(group.records) // LONG))]


def pages(site: Site, schema: Schema) -> Iterator[Page]:
    """The register of a kind: one page, or where it is long a page of its groups and some for each."""
    records, long = site.all(schema.name), is_long(site, schema)
    parts = grouped(site, schema, long)
    values = {"schema": schema, "groups": parts, "total": sum(g.total for g in parts), "long": long, "caption": caption}
    values["divided"] = divisions.table(site, schema.name) if schema.name in shares.KINDS and records else None
    values["warning"] = divisions.warning(site, schema) if values["divided"] else ""
    values["panel"] = filters.panel(site, schema) if schema.name in facets.FACETS and records else None
    values["ready"] = ready(site, schema) if records else []
    values["files"] = files = year_files(site, schema, parts)
    feeds = head.of_register(site, schema.folder)
    yield Page(f"{schema.folder}/", "register.html", _(schema.plural), _(schema.description), values, head=feeds)
    for group in (*parts, *further(site, schema)) if long else ():
        yield from group_pages(schema, group, files.get(group.id, ""))


def group_pages(schema: Schema, group: groups.Group, file: str) -> Iterator[Page]:
    """The pages of a group of a long register."""
    found, title = group_paths(schema, group), f"{_(schema.plural)}: {group.title}"
    for part in groups.parted(group, LONG):
        values = {"schema": schema, "group": group, "part": part, "paths": found, "file": file, "caption": caption}
        said = _("{title}, page {number} of {count}", title=title, number=part.number, count=len(found))
        place = f"{schema.folder}/by/{SLUG}/"
        path = found[part.number - 1]
        yield Page(path, "group.html", said if len(found) > 1 else title, _(schema.description), values, place)


def further(site: Site, schema: Schema) -> list[groups.Group]:
    """The groups of a long register beside those by which it is divided."""
    return groups.by_kind(site, "award") if schema.name == "award" else []


def year_files(site: Site, schema: Schema, parts: list[groups.Group]) -> dict[str, str]:
    """The downloads of financial years by the groups of a register."""
    return {g.id: groups.file_of(site, schema.name, g) for g in parts} if schema.name in groups.FILED else {}


def ready(site: Site, schema: Schema) -> list[tuple[str, list[tuple[str, str | Markup, str]]]]:
    """Groups that have pages, for those who cannot filter: a heading, and the path, name and number of awards of each."""
    if schema.name != "award":
        return []
    counted = counts.counted(site)["award"]
    found = []
    for facet in facets.FACETS["award"]:
        if facet.name in ("fund", "priority", "area"):
            of = {key: site.get(facet.refers, key) for key in counted[facet.name]}
            folder = site.schemas[facet.refers].folder
            ways = [(f"{folder}/{k}/", pieces.label(site, r), f"{counted[facet.name][k]:,}") for k, r in of.items() if r]
            found.append((_(site.schemas[facet.refers].plural), ways))
    if is_long(site, schema):
        kinds = [(group_paths(schema, g)[0], g.title, f"{len(g.records):,}") for g in further(site, schema)]
        found.append((_("Kinds of award"), kinds))
    return [(heading, ways) for heading, ways in found if ways]


def grouped(site: Site, schema: Schema, long: bool) -> list[groups.Group]:
    """The records of a register by year or by state, else by letter where they are many, or all in one."""
    if schema.name in ("award", "decision"):
        return groups.by_year(site, schema.name)
    if schema.name == "opportunity":
        return opportunities.by_state(site)
    if schema.name == "publication":
        return groups.by_duty(site)
    letters = groups.by_letter(site, schema.name)
    return letters if long or not letters else [groups.Group("all", "", [r for g in letters for r in g.records])]


def caption(schema: Schema, group: groups.Group | referring.Referring, title: str = "") -> str:
    """What stands above a table of records: how many, and for awards what adds up."""
    count = len(group.records)
    said = f"{title}: {count}" if title else str(count)
    if schema.name == "award" and group.total:
        said = _("{said}, {total} added up", said=said, total=views.money(group.total))
    if left := getattr(group, "left", 0):
        more = ngettext(
            "{count} is shared with others and not added up", "{count} are shared with others and not added up", left
        )
        said = f"{said}; {more}"
    return said
