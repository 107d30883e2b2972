"""Identifiers of entries and events, which stay as they are when pages move, so that no reader sees the same thing twice."""

from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from daylight.keeping import once_of
from daylight.site import Site

SINCE = "2026"  # RFC 4151 asks for a time at which the host belonged to whoever makes the tag; it must never change


def tag(site: Site, name: str) -> str:
    """The tag URI (RFC 4151) of something that a site publishes, by a name that nothing else on it has, such as "award/a1".

    It begins with the host that the publisher names, not with one where the site is only tried out, and with the publisher's
    key, because several offices may share a host. Where nobody knows a host it is a UUID (RFC 9562, version 5).
    """
    host, own = _authority(site)
    return f"tag:{host},{SINCE}:{own}{name}" if host else uuid5(NAMESPACE_URL, own + name).urn


def uid(site: Site, name: str) -> str:
    """The UID of an event of a calendar (RFC 5545, section 3.8.4.7), by a name as for `tag`."""
    host, own = _authority(site)
    return f"{own}{name}".replace("/", "-") + f"@{host}" if host else str(uuid5(NAMESPACE_URL, own + name))


@once_of
def _authority(site: Site) -> tuple[str, str]:
    """The host that a site is published on, or '', and what names of its own begin with."""
    publisher = site.publisher
    host = urlsplit(publisher.get("address") or site.address).hostname or ""
    return host, f"{publisher.key}/" if host else f"{publisher.get('website', '')}#{publisher.key}/"
