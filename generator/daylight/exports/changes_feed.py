"""Changes as feeds: an entry for each release, and one for what is in no release yet. Nothing of a release is missed."""

from collections.abc import Iterator, Sequence

from daylight.changes import ADDED, CHANGED, COLUMN, TABLE, WITHDRAWN, Change
from daylight.exports import atom, json_feed, since
from daylight.exports.file import File
from daylight.site import Site
from daylight.views import changed, day, feeds
from daylight.views.changed import Part
from daylight.views.feeds import Entry, Feed, moment
from daylight.views.permanent import tag
from daylight.views.told import plain
from daylight.words import N_, _

TITLE = N_("Feeds of changes")
ABOUT = N_("A line for each release and for what is not yet released: which records came, changed and went.")
PATH = "feeds/changes"
NAMED = 20  # records of which an entry says the names
VERBS = {ADDED: N_("Added"), CHANGED: N_("Changed"), WITHDRAWN: N_("Withdrawn")}


def outputs(site: Site) -> Iterator[File]:
    made = feed(site)
    for module, ending in ((atom, ".atom"), (json_feed, ".json")):
        yield File(f"{PATH}{ending}", module.written(site, made), len(made.entries))


def feed(site: Site) -> Feed:
    """The feed of changes. What is in no release yet has one entry, which is updated until it is released."""
    new, *released = changed.parts(site, since.unreleased(site))
    entries = [_of_release(site, part) for part in reversed(released)]
    if new.total:
        last = site.releases[-1]
        title = _("Since release {version}: {counts}", version=last.version, counts=_counted(new))
        entry = tag(site, f"changes/since/{last.day}")
        entries.append(Entry(entry, plain(title), plain(_told(site, new.said)), "data/", "", site.time, ()))
    about = _("Each release, and what changed since. Every change: {address}", address=site.url("data/changes.json"))
    return feeds.feed(site, PATH, _("Changes and releases"), "data/", about, entries)


def _of_release(site: Site, part: Part) -> Entry:
    release = part.release
    title = _("Release {version} of {day}", version=release.version, day=day(release.day))
    if part.total:
        title = f"{title}: {_counted(part)}"
    said = _told(site, part.said) or _("Everything that was published on that day.")
    when = moment(release.day)
    return Entry(tag(site, f"releases/{release.day}"), plain(title), plain(said), f"{release.path}README.txt", when, when, ())


def _counted(part: Part) -> str:
    return _("{added} added, {changed} changed, {withdrawn} withdrawn", **part.counts)


def _told(site: Site, changes: Sequence[Change]) -> str:
    """The records that came, changed and went, each once by its name (those without one once a kind), and whether the tables
    changed."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {change: {} for change in VERBS}
    for change in (change for change in changes if change.of_record):
        said = found[change.change].setdefault((change.kind, change.key), [_name(site, change)])
        field = _field(site, change) if change.key else ""  # records that are not named are told apart by nothing
        said += [field] if field and field not in said[1:] else []
    parts = [_sentence(_(VERBS[change]), list(of.values())) for change, of in found.items() if of]
    if any(change.kind in (TABLE, COLUMN) for change in changes):
        parts.append(_("There are other tables or columns than before."))
    return " ".join(parts)


def _sentence(verb: str, records: list[list[str]]) -> str:
    said = [f"{name} ({', '.join(fields)})" if fields else name for name, *fields in records[:NAMED]]
    if (more := len(records) - NAMED) > 0:
        said.append(_("and {count} more", count=more))
    return f"{verb}: {'; '.join(said)}."


def _name(site: Site, change: Change) -> str:
    kind = _(site.schemas[change.kind].title) if change.kind in site.schemas else change.kind
    return f"{kind} {change.title or change.key}" if change.key else _("{kind} that is not named", kind=kind)


def _field(site: Site, change: Change) -> str:
    """What the field or list of a record is called that changed, '' where the whole record came or went."""
    schema = site.schemas.get(change.kind)
    lists = {site.schemas[name].list: site.schemas[name].plural for name in schema.children} if schema else {}
    fields = {field.name: field.title for field in schema.fields} if schema else {}
    name = change.list or change.field
    return _((lists if change.list else fields).get(name, name)).lower()
