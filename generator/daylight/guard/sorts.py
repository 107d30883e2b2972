"""Tells by its bytes and its name what sort of file something is: a text, a picture, or what cannot be looked into."""

import re
from pathlib import PurePosixPath

WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers"))
DOCUMENTS = frozenset((".docx", ".doc", ".odt", ".rtf", ".pdf", ".pptx", ".ppt", ".odp", ".pages", ".msg", ".eml"))
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico"))
FONTS = frozenset((".woff", ".woff2"))
# How the notes begin that a camera or a program puts into a picture: Exif in JPEG, PNG and WebP, XMP, and texts in PNG.
_NOTES = re.compile(
    rb"Exif\x00\x00|EXIF....(?:II|MM|Exif)|eXIf|http://ns\.adobe\.com/xap|<x:xmpmeta|XML:com\.adobe\.xmp|Photoshop 3\.0\x00|"
    rb"[tiz](?:EXt|TXt)(?:Author|Artist|Copyright|Comment|Description|GPS|Raw profile)",
    re.DOTALL,
)
_DRAWN = re.compile(r'\b(?:d|points|transform|viewBox|values|[xy][12]?|width|height)="[^"]*"')  # numbers of a drawing


def refused(path: str, data: bytes) -> str:
    """Why a file that is no text must not enter the history (a wording of GUARD); '' for a picture that keeps no notes."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in WORKBOOKS or data.startswith(b"\xd0\xcf\x11\xe0"):
        return "workbook"
    if ending in DOCUMENTS or data.startswith((b"%PDF", b"{\\rtf")):
        return "document"
    if ending in PICTURES:
        return "picture" if _NOTES.search(data) else ""
    return "" if ending in FONTS else "unread"


def text(path: str, data: bytes) -> str | None:
    """The text of a file, in whatever encoding; None for one that is no text. A drawing is text without its numbers."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in WORKBOOKS | DOCUMENTS | PICTURES | FONTS or data.startswith((b"%PDF", b"{\\rtf", b"PK\x03\x04")):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return None
    try:
        said = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = data.decode("cp1252", "replace")
    return _DRAWN.sub("", said) if ending == ".svg" else said
