"""Reads one file of records: plain texts become typed values, and what cannot be one becomes a finding."""

from pathlib import Path

from daylight.read.file import Reading
from daylight.read.names import LONGEST, example, slug
from daylight.read.part import Loose, Part
from daylight.schema import Schema

__all__ = ["LONGEST", "Loose", "Part", "example", "read_data", "read_file", "slug"]


def read_file(office: Path, schemas: dict[str, Schema], name: str) -> Part:
    """The part of the file at a path below the office."""
    return Reading(schemas, (office / name).read_bytes).file(name)


def read_data(schemas: dict[str, Schema], name: str, data: bytes) -> Part:
    """The part of a file that would stand at a path below an office with some bytes."""
    return Reading(schemas, lambda: data).file(name)
