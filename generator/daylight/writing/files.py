"""Puts what was made into the files of an office."""

from collections.abc import Mapping
from pathlib import Path


def put(office: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their paths below an office, each at once: a reader sees the old one or the new one."""
    for name, data in files.items():
        path = office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(data)
        part.replace(path)
