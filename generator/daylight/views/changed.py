"""What changed since the last release and in each release, as a page may show it.

A release keeps its list of changes for ever. What was taken away after it must not be led to by that list.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from daylight.changes import Change, counts, of_release
from daylight.derived import withheld
from daylight.releases import Release
from daylight.rules.sensitive import sensitive
from daylight.schema import Field, Schema
from daylight.site import Record, Site
from daylight.views import news
from daylight.views.withdrawn import withdrawn


class Line(NamedTuple):
    """A change with the record that it is about; or where that is gone, the path of the page in its place ('' without one).

    `unsaid` says whether nothing of its values may be shown, and `unsaid_before` whether not what stood before.
    """

    change: Change
    record: Record | None
    gone: str
    unsaid: bool
    unsaid_before: bool


class Part(NamedTuple):
    """The changes of a release, or those that are in none yet: how many records came, changed and went, how many changes
    there are, and the first of them."""

    release: Release | None
    counts: dict[str, int]
    total: int
    lines: list[Line]


def parts(site: Site, unreleased: Sequence[Change], shown: int) -> Iterator[Part]:
    """The changes since the last release, then those of each release, newest first; of each at most so many are `shown`."""
    gone = {of.path for of in withdrawn(site)}
    later: set[tuple[str, str, str]] = set()  # what was taken away after the release that is looked at
    for release in (None, *reversed(site.releases)):
        changes = of_release(release) if release else unreleased
        yield Part(release, counts(changes), len(changes), [_line(site, of, gone, later) for of in changes[:shown]])
        later |= {_about(change) for change in changes if change.not_repeated}


def _about(change: Change) -> tuple[str, str, str]:
    return change.kind, change.key, change.list or change.field


def _line(site: Site, change: Change, gone: set[str], later: set[tuple[str, str, str]]) -> Line:
    if not change.of_record:
        return Line(change, None, "", unsaid=False, unsaid_before=False)
    record = site.records.get(change.kind, {}).get(change.key)
    path = change.page if not record and change.page in gone else ""
    unsaid = not record or _about(change) in later or (change.list or change.field) in withheld(site, record)
    before = change.not_repeated or (not unsaid and _is_guarded(site, record) and _is_text(site, change))
    return Line(change, record, path, unsaid, unsaid or before)


def _is_guarded(site: Site, record: Record) -> bool:
    """Whether a record withholds something, or is an award for people whom a place could put in danger."""
    return bool(record.rows("withholdings")) or (record.kind == "award" and sensitive(site, record))


def _is_text(site: Site, change: Change) -> bool:
    field = field_of(site, change, change.field)
    return not field or (field.type == "string" and not field.labels)


def schema_of(site: Site, change: Change) -> Schema | None:
    """The schema of the record, the list or the table that a change is about; None where there is no such one any more."""
    if not change.of_record:
        return next((schema for schema in site.schemas.values() if schema.resource == change.key), None)
    schema = site.schemas.get(change.kind)
    if schema and change.list:
        return next((child for name in schema.children if (child := site.schemas[name]).list == change.list), None)
    return schema


def field_of(site: Site, change: Change, name: str) -> Field | None:
    """The field of that name in what a change is about, if there is one."""
    schema = schema_of(site, change)
    return schema.by_name.get(name) if schema else None


def told(site: Site) -> list[news.Item]:
    """The changes that awards and opportunities list themselves, newest first."""
    found = [item for kind in ("award", "opportunity") for record in site.all(kind) for item in news.changes(site, record)]
    return sorted(found, key=lambda of: (of.updated, of.record.kind, of.record.key, of.number), reverse=True)
