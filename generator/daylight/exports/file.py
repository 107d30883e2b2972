"""What an export makes: a file, and what the data page and the manifest say of it."""

import hashlib
from typing import NamedTuple


class File(NamedTuple):
    """A file below the root of the site: its path, its bytes, and how many rows or records it holds, if it holds such."""

    path: str
    data: bytes
    rows: int | None = None


class Info(NamedTuple):
    """What is said of a file: its path below the root of the site, its size, its hash, its rows or records, and its format,
    which is the name of the module that makes it."""

    path: str
    bytes: int
    sha256: str
    rows: int | None = None
    format: str = ""


def info(file: File, form: str = "") -> Info:
    """What the manifest and the data page say of a file, made by the module `form`."""
    return Info(file.path, len(file.data), hashlib.sha256(file.data).hexdigest(), file.rows, form)
