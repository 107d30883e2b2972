"""The releases of an office: folders data/releases/<ISO day>/ that hold what was published, and never change.

Each has a manifest.json, which says its version, its commit and every file; SHA256SUMS, by which `sha256sum --check` finds
what is no longer as it was; and the list of what changed since the release before.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOLDER = "data/releases"


@dataclass(frozen=True)
class Release:
    """One release: its ISO day and its folder."""

    day: str
    folder: Path

    @cached_property
    def manifest(self) -> dict:
        """What it says of itself and its files; nothing where that cannot be read."""
        try:
            found = json.loads((self.folder / "manifest.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def version(self) -> str:
        return str(self.manifest.get("version", ""))


def releases(office: Path) -> tuple[Release, ...]:
    """The releases of an office, oldest first."""
    folders = sorted(path for path in (office / FOLDER).glob("[0-9]*") if path.is_dir())
    return tuple(Release(path.name, path) for path in folders)
