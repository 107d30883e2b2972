"""The registers: the page of each kind of record, and where it is long the pages of its groups."""

from collections.abc import Iterator

from daylight import views
from daylight.frame import SLUG
from daylight.pages import head
from daylight.pages.page import Page
from daylight.pages.reports import divisions
from daylight.schema import Schema
from daylight.site import Site
from daylight.views import groups, opportunities, referring, shares
from daylight.words import _, ngettext

LONG = 500  # a register with more records than this has a page for each group


def places(folder: str) -> list[str]:
    """The empty pages that the registers in a folder need of the frame: one at each depth."""
    return [f"{folder}/", f"{folder}/by/{SLUG}/"]


def paths(site: Site, schema: Schema) -> Iterator[str]:
    """The paths of all pages that `pages` makes."""
    yield f"{schema.folder}/"
    if len(site.all(schema.name)) > LONG:
        yield from (f"{schema.folder}/by/{group.id}/" for group in grouped(site, schema, True))


def pages(site: Site, schema: Schema) -> Iterator[Page]:
    """The register of a kind: one page, or where it is long a page of its groups and one for each."""
    records = site.all(schema.name)
    long, path = len(records) > LONG, f"{schema.folder}/"
    parts = grouped(site, schema, long)
    values = {"schema": schema, "groups": parts, "total": sum(g.total for g in parts), "long": long, "caption": caption}
    values["divided"] = divisions.table(site, schema.name) if schema.name in shares.KINDS and records else None
    values["warning"] = divisions.warning(site, schema) if values["divided"] else ""
    feeds = head.of_register(site, schema.folder)
    yield Page(path, "register.html", _(schema.plural), _(schema.description), values, head=feeds)
    for group in parts if long else ():
        title = f"{_(schema.plural)}: {group.title}"
        values = {"schema": schema, "group": group, "caption": caption}
        yield Page(f"{path}by/{group.id}/", "group.html", title, _(schema.description), values, f"{path}by/{SLUG}/")


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
