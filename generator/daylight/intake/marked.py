"""Makes keys of texts: as words, and where these are too long or lose letters, with a mark that stands for the whole."""

import hashlib

from daylight.read import slug

ROOM = 64  # of a key for words, so that what tells two apart has room behind them


def mark(*texts: str) -> str:
    """Eight letters and digits that stand for some texts."""
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:8]


def short(text: str, *names: str) -> str:
    """A text as a key: cut, with a mark of the whole, where it is too long."""
    whole = slug(text, 10**6)
    return whole if len(whole) <= ROOM else marked(text, *(names or (text,)))


def marked(text: str, *names: str) -> str:
    return f"{slug(text, ROOM)}-{mark(*names)}".strip("-")
