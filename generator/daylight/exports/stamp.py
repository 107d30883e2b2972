"""What every file says of itself, where its format has a place for it: who publishes, the licence, and of when it is."""

from daylight import describe
from daylight.site import Site


def stamp(site: Site) -> dict[str, str]:
    """Whose data this is, its licence, the release before it or at it, its commit and the moment of that, in this order.

    What is not known, such as the commit outside of git, is left out.
    """
    publisher = site.publisher
    found = {"publisher": publisher.get("name"), "licence": publisher.get("licence")}
    if site.releases:
        found |= {"release": site.releases[-1].day, "version": site.releases[-1].version}
    found |= {"commit": site.past.commit, "time": site.time}
    return {name: value for name, value in found.items() if value}


def licence(site: Site) -> dict[str, str]:
    """The licence: its `name`, `title` and `path`, which is its address."""
    return describe.licence(site.publisher.values)
