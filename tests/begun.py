"""New offices for the tests, as `daylight init` makes them, and what is wrong with the links of a built site."""

import importlib.util
from pathlib import Path

from daylight.begin import office, program, writing_down
from daylight.begin.answers import complete
from tests.built import TODAY

ANSWERS = {
    "name": "Police and Crime Commissioner for Barsetshire",
    "demonstration": "Barsetshire is invented, and so is everything here.",
    "area_name": "Barsetshire",
    "short_name": "Barsetshire",
    "key": "barsetshire",
    "website": "https://www.barsetshire-pcc.example/",
}


def begin(folder: Path, answers: dict[str, str] = ANSWERS) -> Path:
    """A new office in a folder, without a history."""
    fields, found = complete(answers, {}, "answers.yml")
    assert found == []
    writing_down.write(folder, office.files(fields, TODAY), program.files(), TODAY)
    return folder


def broken(site: Path) -> list[tuple[str, str]]:
    """Each page of a built site with a link that leads nowhere, as the tests of every office find them."""
    spec = importlib.util.spec_from_file_location("test_office", program.OWN / "tests/test_office.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.broken(site)
