"""What RFC 4287 asks of a feed, as a check that knows nothing of how the feed was made. Its sections are named."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

NS = {"a": "http://www.w3.org/2005/Atom"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")  # section 3.3
TEXTS = ("title", "subtitle", "summary", "rights")  # section 3.1
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}  # sections 4.1.1 and 4.1.2
AT_MOST_ONCE = {"feed": ("generator", "icon", "logo", "rights", "subtitle"), "entry": ("published", "rights", "summary")}
MORE = {"feed": ("author", "category", "contributor", "link", "entry"), "entry": ("author", "category", "contributor", "link")}


def faults(data: bytes, address: str) -> list[str]:
    """What is wrong with a feed that is published at an address."""
    root = etree.fromstring(data)
    if root.tag != f"{{{NS['a']}}}feed":
        return ["the document is no feed"]
    entries = root.findall("a:entry", NS)
    found = [*_container(root, "feed"), *(fault for entry in entries for fault in _container(entry, "entry"))]
    ids = [of.text for of in root.findall("a:id", NS) + root.findall("a:entry/a:id", NS)]
    found += [f"{name} stands {times} times" for name, times in Counter(ids).items() if times > 1]
    found += [f"{name} is no IRI" for name in ids if not re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", name or "")]
    links = [link.get("href") for link in root.findall("a:link", NS) if link.get("rel") == "self"]
    found += [] if links == [address] else [f"the feed says that it is at {links}"]
    names = root.findall("a:author/a:name", NS)
    found += [] if len(names) == 1 and names[0].text else ["the author has no name"]
    moments = [entry.findtext("a:updated", "", NS) for entry in entries]
    found += [] if moments == sorted(moments, reverse=True) else ["the entries are not in order"]
    found += [] if not moments or root.findtext("a:updated", "", NS) == moments[0] else ["the feed is of another moment"]
    return found


def _container(of, kind: str) -> Iterator[str]:
    """What is wrong with a feed or an entry, without its entries."""
    names = Counter(etree.QName(child).localname for child in of)
    yield from (f"{kind}: {names[name]} times {name}" for name in ONCE[kind] if names[name] != 1)
    yield from (f"{kind}: {names[name]} times {name}" for name in AT_MOST_ONCE[kind] if names[name] > 1)
    yield from (f"{kind}: {name} is unknown" for name in names if name not in ONCE[kind] + AT_MOST_ONCE[kind] + MORE[kind])
    alternate = [link for link in of.findall("a:link", NS) if link.get("rel", "alternate") == "alternate"]
    if len(alternate) != 1:  # an entry without content has one; nothing here has several in other languages or types
        yield f"{kind}: {len(alternate)} alternate links"
    for link in of.findall("a:link", NS):
        parts = urlsplit(link.get("href", ""))
        if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r'[\s<>"]', link.get("href")):
            yield f"{kind}: {link.get('href')} is no whole address"
    for name in TEXTS:
        for text in of.findall(f"a:{name}", NS):
            if text.get("type", "text") != "text" or len(text) or (name == "title" and not text.text):
                yield f"{kind}: {name} is no text"
    for name in ("updated", "published"):
        for moment in of.findall(f"a:{name}", NS):
            if not MOMENT.fullmatch(moment.text or "") or datetime.fromisoformat(moment.text).utcoffset() is None:
                yield f"{kind}: {name} is {moment.text}"
    if kind == "entry" and of.findtext("a:published", "", NS) > of.findtext("a:updated", "", NS):
        yield "entry: changed before it was published"
    yield from (f"{kind}: a category without a term" for c in of.findall("a:category", NS) if not c.get("term"))
