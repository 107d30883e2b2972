"""Reads the files of a published site, in a folder or at its address."""

from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from daylight import __version__

SECONDS = 30  # without an answer


class NotThere(Exception):
    """There is no such file."""


Read = Callable[[str], bytes]  # the bytes of a file by its path below the root; NotThere, or OSError with the reason


def in_folder(folder: Path) -> Read:
    """Reads the files of a folder."""

    def read(path: str) -> bytes:
        file = folder / path
        if not file.resolve().is_relative_to(folder.resolve()):
            raise OSError("it is outside of the site")
        try:
            return file.read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise NotThere(path) from None

    return read


def at_address(address: str) -> Read:
    """Reads the files below an address."""
    home = address.rstrip("/").removesuffix("/index.html")

    def read(path: str) -> bytes:
        asked = Request(f"{home}/{quote(path)}", headers={"User-Agent": f"daylight/{__version__}"})  # noqa: S310
        try:
            with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 (http and https, see `verify`)
                return answer.read()
        except HTTPError as e:
            if e.code in (404, 410):
                raise NotThere(path) from None
            raise OSError(f"the server answers {e.code} {e.reason}") from None
        except (HTTPException, ValueError) as e:
            raise OSError(str(e)) from None

    return read
