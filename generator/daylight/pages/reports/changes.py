"""Changes: what came, changed and went since the last release and in each release, and what records tell of it themselves."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from daylight.changes import Change
from daylight.pages.page import Page, Section, Table, report
from daylight.pages.pieces import FILES, ROOT
from daylight.pages.reports.change_lines import gone, tables
from daylight.releases import CHANGES, MANIFEST, Release
from daylight.site import Site
from daylight.views import amended, changed, day
from daylight.views.changed import Part
from daylight.views.withdrawn import withdrawn
from daylight.words import _, ngettext

PATH = "data/changes/"
SHOWN = 100  # changes of a release, and changes that records tell; all of them are for downloading
LATEST = 12  # releases of which the changes are shown


def page(site: Site, unreleased: Sequence[Change]) -> Page:
    """The page, for the changes that are in no release yet."""
    new, *released = changed.parts(site, unreleased, SHOWN)
    sections = [Section("", [_follow()]), _unreleased(site, new)]
    sections += [_release(site, part) for part in released[:LATEST]]
    sections += [*_earlier(released[LATEST:]), *_withdrawn(site), _told(site)]
    lead = _("What was added, changed and withdrawn: since the last release, and in each release. The newest stands first.")
    return report(PATH, _("Changes"), lead, sections, crumbs=[("data/", _("Data"))])


def _follow() -> Markup:
    """Where all of it can be had, and how to be told of what is new."""
    files = [_link("data/changes.json", "changes.json"), _link("data/changes.csv", "changes.csv")]
    feeds = [
        _link("feeds/changes.atom", _("each release and what is new since")),
        _link("feeds/corrections.atom", _("corrections and amendments")),
    ]
    said = Markup("{} {}. {} {}.")
    return said.format(_("Every change as a file:"), _row(files), _("Feeds to follow:"), _row(feeds))


def _unreleased(site: Site, part: Part) -> Section:
    title = _("Not yet in a release")
    if not site.releases:
        return Section(title, [_("There is no release yet. From the first one on, every change is listed here.")], id="new")
    last = named(site.releases[-1])
    if not part.total:
        return Section(title, [_("Nothing has changed since {release}.", release=last)], id="new")
    caption = _("Changes since {release}", release=last)
    more = _more(part.total - SHOWN, "data/changes.csv")
    return Section(title, [_counted(part), *more], tables(site, caption, part), id="new")


def _release(site: Site, part: Part) -> Section:
    said = named(part.release)
    title = _("Release {version} of {day}", version=part.release.version, day=day(part.release.day))
    files = Markup("{} {}").format(_("Files:"), _row(_files(part.release)))
    told = _counted(part) if part.total else _("Everything that was published on that day.")
    more = _more(part.total - SHOWN, f"{part.release.path}changes.csv")
    shown = tables(site, _("Changes in {release}", release=said), part)
    return Section(title, [told, files, *more], shown, id=_id(part.release))


def _earlier(parts: Sequence[Part]) -> Iterator[Section]:
    """The releases whose changes are for downloading only."""
    if parts:
        heads = (_("Release"), f"#{_('Added')}", f"#{_('Changed')}", f"#{_('Withdrawn')}", _("Files"))
        rows = [[named(part.release), *part.counts.values(), _row(_files(part.release))] for part in parts]
        yield Section(_("Earlier releases"), [], [Table(_("Earlier releases"), heads, rows)], id="earlier")


def _withdrawn(site: Site) -> Iterator[Section]:
    """Every record that is gone and has a page in its place, also those whose line is not shown above."""
    if went := withdrawn(site):
        heads = (_("Record"), _("Kind"), _("Last in"), _("No longer in"))
        rows = [[gone(of.path), _(site.schemas[of.kind].title), named(of.last), named(of.first)] for of in went]
        yield Section(_("Withdrawn records"), [], [Table(_("Withdrawn records"), heads, rows)], id="withdrawn")


def _told(site: Site) -> Section:
    """The changes that awards and opportunities list, with their reasons."""
    found = changed.told(site)
    about = _("Changes that awards and opportunities list themselves, with the day and the reason.")
    rows = [[day(of.updated), of.record, amended.told(site, of.record)[of.number - 1].summary] for of in found[:SHOWN]]
    listed = Table(_("Corrections and amendments"), (_("Day"), _("Record"), _("What changed, and why")), rows)
    texts = [about if found else _("No award and no opportunity lists a change."), *_more(len(found) - SHOWN, "data/#tables")]
    return Section(_("Corrections and amendments that records tell"), texts, [listed], id="told")


def _counted(part: Part) -> str:
    return _("{added} added, {changed} changed, {withdrawn} withdrawn", **part.counts)


def _more(count: int, path: str) -> list[Markup]:
    """The line below which stands what is not shown; none where all is."""
    if count <= 0:
        return []
    words = ngettext("{count} more change is in the download:", "{count} more changes are in the download:", count)
    return [Markup("{} {}.").format(words, _link(path, path.rpartition("/")[2].replace("#tables", _("Data"))))]


def _files(release: Release) -> list[Markup]:
    return [_link(f"{release.path}{file}", file) for file in ("README.txt", MANIFEST, "changes.csv", CHANGES)]


def named(release: Release) -> str:
    """A release in a sentence."""
    return _("release {version} of {day}", version=release.version, day=day(release.day))


def _id(release: Release) -> str:
    return f"release-{release.day}"


def _link(path: str, text: str) -> Markup:
    root = ROOT if path.partition("#")[0].endswith("/") else FILES
    return Markup('<a href="{}{}">{}</a>').format(root, path, text)


def _row(links: Sequence[Markup]) -> Markup:
    return Markup(", ").join(links)
