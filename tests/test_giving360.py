"""What we say of the checks of 360Giving's quality tool is true: each is kept by rules that there are, or cannot fail here."""

from pathlib import Path

import yaml

from daylight import rules
from daylight.findings import wordings

TABLE = yaml.safe_load(Path(rules.__file__).with_name("giving360.yml").read_text("utf-8"))
CHECKS = [check for of in TABLE.values() for check in of]


def test_all_36_checks_are_there_once():
    assert {name: len(of) for name, of in TABLE.items()} == {"accuracy": 21, "usefulness": 15}
    assert len({check["check"] for check in CHECKS}) == 36


def test_each_names_rules_that_there_are_or_says_why_it_cannot_fail():
    for check in CHECKS:
        assert ("never" in check) != ("rules" in check and "why" in check), check
        assert set(check.get("rules", ())) <= wordings().keys(), check
