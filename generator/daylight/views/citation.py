"""How to cite what is published: a record or everything, so that it can be found again as it was, and the origin of all."""

from daylight.derived import identity
from daylight.describe import about
from daylight.keeping import once_of
from daylight.record import Record
from daylight.site import Site
from daylight.views import day
from daylight.words import _

COMMIT = 7  # letters of the name of a commit that are said, as git itself does


def origin(site: Site) -> str:
    """Where everything comes from, in words: the last release if there is one, the moment of the records, and their commit.

    The moment is of the commit; outside of git only the day is known.
    """
    return " · ".join(_origin(site))


def citation(site: Site, record: Record) -> str:
    """How to cite a record: who publishes it, its title and key, the site, of when it is, its last change and its address."""
    schema = site.schemas[record.kind]
    changed = site.last_change(record)
    return " ".join(
        [
            f"{_publisher(site)}. {site.label(record)} ({_(schema.title).lower()} {record.key}). {site_title(site)}.",
            _of_when(site),
            *([_("Last changed on {day}.", day=day(changed))] if changed else ()),
            *_address(site, f"{schema.folder}/{record.key}/"),
        ]
    )


def citation_of_all(site: Site) -> str:
    """How to cite all data of a site: who publishes it, its title, of when it is, and the address of its downloads."""
    title = about(site.publisher.values)["title"]
    return " ".join([f"{_publisher(site)}. {title}.", _of_when(site), *_address(site, "data/")])


def site_title(site: Site) -> str:
    """What the site is called, with the office that it is of."""
    name = site.publisher.get("short_name")
    return _("{name}: where the money goes", name=name) if name else _("Where the money goes")


@once_of
def _publisher(site: Site) -> str:
    """Who publishes, by the name that it has on the day of the records."""
    return identity(site, site.time[:10]) or str(site.publisher.get("name", ""))


def _of_when(site: Site) -> str:
    return f"{', '.join(_origin(site))}."


def _address(site: Site, path: str) -> list[str]:
    """The whole address where it is known; and what must not be forgotten where all this is only shown."""
    address = site.url(path)
    known = [address] if address != path else []
    return [*known, *([said] if (said := site.publisher.get("demonstration")) else ())]


def _origin(site: Site) -> list[str]:
    said = []
    if site.releases:
        version, of = site.releases[-1].version, day(site.releases[-1].day)
        said.append(_("Release {version} of {day}", version=version, day=of) if version else _("Release of {day}", day=of))
    moment = day(site.time[:10])
    if site.past.time:
        moment = _("{day}, {time} UTC", day=moment, time=site.time[11:16])
    said.append(_("records of {moment}", moment=moment) if said else _("Records of {moment}", moment=moment))
    if site.past.commit:
        said.append(_("commit {name}", name=site.past.commit[:COMMIT]))
    return said
