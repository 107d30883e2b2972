"""Rewrites a page of the site so that it opens from a folder on disk, asks nobody for anything, and runs nothing."""

import posixpath
from collections.abc import Callable, Container
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

AWAY = frozenset({"script", "iframe", "object", "embed", "video", "audio", "template", "base"})  # with all that they hold
SEARCH = "dl-seek"  # the class of a form for which there is nothing to ask
LINKS = frozenset({"stylesheet", "icon"})  # what a page may take from the folder
EMPTY = frozenset({"embed", "base"})
POLICY = "default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:"
HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><meta name="robots" content="noindex">'
BAR = (
    '<p style="margin:0;padding:.5em 1em;background:#ffdd00;color:#0b0c0c;font:bold 1rem/1.4 sans-serif">'
    'Preview of a change. This is not published. <a href="{}" style="color:#0b0c0c">All pages that change</a></p>'
)
NOT_HERE = "This page is not in the preview."
PUBLISHED = "This page is not in the preview: the link leads to the site as it is published."
Attrs = list[tuple[str, str | None]]


def from_disk(path: str, html: str, there: Container[str], published: Callable[[str], str]) -> str:
    """The page at a path below the site, such as "awards/one/index.html".

    Links lead to the files that are `there`, else to where `published` says that a path can be seen now, '' for nowhere: then
    they are no links, and say so. Scripts, frames and pictures from elsewhere are left out.
    """
    reader = _Page(path, there, published)
    reader.feed(html)
    reader.close()
    return "".join(reader.out)


class _Page(HTMLParser):
    """Copies a page piece by piece, but for what must be changed."""

    def __init__(self, path: str, there: Container[str], published: Callable[[str], str]):
        super().__init__(convert_charrefs=False)
        self.path, self.there, self.published = path, there, published
        self.out: list[str] = []
        self.away: list[str] = []  # the elements that are open and left out

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        if self.away or tag in AWAY or (tag == "form" and SEARCH in (dict(attrs).get("class") or "").split()):
            if tag not in EMPTY and (not self.away or tag == self.away[-1]):
                self.away.append(tag)
            return
        if tag == "noscript":
            return
        if (said := self.changed(tag, attrs)) is not None:
            self.out.append(said)
        if tag == "head":
            self.out.append(HEAD)
        if tag == "body":
            self.out.append(BAR.format("../" * (self.path.count("/") + 1) + "index.html"))

    def handle_startendtag(self, tag: str, attrs: Attrs) -> None:
        if not self.away and tag not in AWAY and (said := self.changed(tag, attrs)) is not None:
            self.out.append(said)

    def handle_endtag(self, tag: str) -> None:
        if self.away:
            if tag == self.away[-1]:
                self.away.pop()
        elif tag not in ("noscript", *AWAY):
            self.out.append(f"</{tag}>")

    def changed(self, tag: str, attrs: Attrs) -> str | None:
        """A tag as it is to stand; None for one that is left out."""
        given = dict(attrs)
        if tag == "link" and given.get("rel") not in LINKS:
            return None
        if tag == "meta" and ("http-equiv" in given or "property" in given):
            return None
        kept = [(name, value) for name, value in attrs if not name.startswith("on") and not _asks(name, value)]
        if tag in ("a", "area"):
            kept = self.linked(kept)
        elif any(name in ("src", "href", "action", "poster", "data") for name, _ in kept):
            kept = self.taken(kept)
        if kept == attrs:
            return self.get_starttag_text()
        said = (name if value is None else f'{name}="{escape(value)}"' for name, value in kept)
        return f"<{' '.join([tag, *said])}>"

    def linked(self, attrs: Attrs) -> Attrs:
        """A link whose address is here, or where it can be seen now; else without any."""
        address = next((value for name, value in attrs if name == "href" and value is not None), None)
        if address is None or address.startswith("#"):
            return attrs
        rest = [of for of in attrs if of[0] not in ("href", "title", "target", "rel", "download")]
        if _is_outside(address):
            sound = urlsplit(address).scheme in ("http", "https", "mailto", "tel")
            return [("href", address), ("rel", "noopener noreferrer"), *rest] if sound else rest
        if (way := self.way(address)) and urlsplit(way).path.endswith(".html"):  # a picture of a stranger may run a program
            return [("href", way), *rest]
        at = self.published(self.target(address))
        return [("href", at), ("title", PUBLISHED), *rest] if at else [("title", NOT_HERE), *rest]

    def taken(self, attrs: Attrs) -> Attrs:
        """What a page loads by itself, from the folder or not at all. A fragment of its own page stays."""
        found = []
        for name, value in attrs:
            if name not in ("src", "href", "action", "poster", "data") or (value or "").startswith(("#", "data:image/")):
                found.append((name, value))
            elif name in ("src", "href") and not _is_outside(value or "") and (way := self.way(value or "")):
                found.append((name, way))
        return found

    def target(self, address: str) -> str:
        """The path below the site to which an address leads, a folder with a slash at its end; '' for the root."""
        way = urlsplit(address).path
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(self.path), way)).lstrip("/")
        folder = way.endswith(("/", ".")) or not way
        return f"{path}/" if path and folder else path

    def way(self, address: str) -> str:
        """The address on disk of what an address leads to; '' where that is not there."""
        parts, path = urlsplit(address), self.target(address)
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if file not in self.there:
            return ""
        way = posixpath.relpath(file, posixpath.dirname(self.path) or ".")
        return f"{way}#{parts.fragment}" if parts.fragment else way

    def handle_data(self, data: str) -> None:
        if not self.away:
            self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")


def _asks(name: str, value: str | None) -> bool:
    """Whether an attribute may have something loaded from elsewhere."""
    return name in ("srcset", "srcdoc", "ping", "formaction") or (name == "style" and "url(" in (value or "").lower())


def _is_outside(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc) or address.startswith(("/", "\\"))
