"""Makes a site of one award of an invented office, for the formats of standards."""

from collections.abc import Callable
from pathlib import Path

import yaml
from tests.built import TODAY

from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site

PUBLISHER = {
    **{"key": "b", "name": "Commissioner for B", "short_name": "B", "area_name": "B-shire", "area_code": "E23000098"},
    **{"website": "https://b.example/", "address": "https://open.b.example/", "licence": "OGL-UK-3.0", "attribution": "B"},
}


def maker(folder: Path, records: dict[str, dict], usual: dict) -> Callable[..., Site]:
    """What makes a site of some `records`, by their paths, and of an award like the `usual` one."""

    def made(award: dict | None = None, publisher: dict | None = None, files: dict | None = None, today: str = TODAY) -> Site:
        """The site with what is given of the award and the publisher changed (None: not there), and other files by path."""
        of = {
            "publisher.yml": PUBLISHER | (publisher or {}),
            **records,
            "awards/a.yml": usual | (award or {}),
            **(files or {}),
        }
        for name, fields in of.items():
            path = folder / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(yaml.safe_dump({k: v for k, v in fields.items() if v is not None}), "utf-8")
        site, wrong = load(folder, load_schemas(), today)
        assert wrong == []
        return site

    return made
