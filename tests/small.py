"""Makes sites of a few records: the office of the cases, and what a test adds to it."""

from pathlib import Path

import yaml

from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site
from tests.built import TODAY
from tests.cases import OFFICE, write

SOURCE = {"source": "https://example.org/"}
LIKE = {
    "areas": {"name": "Area", "kind": "district"},
    "awards": {"title": "Sessions", "type": "grant", "direction": "out", "amount": "100.00", "amount_basis": "exact"},
    "budgets": {"title": "Budget"},
    "decisions": {"title": "Decision", "own": "yes"},
    "documents": {"title": "Document"},
    "funds": {"title": "Fund"},
    "opportunities": {"title": "Round", "kind": "tender"},
    "organisations": {"name": "Club"},
    "publications": {"title": "Publication"},
    "rounds": {"title": "Panel"},
}
RULE = {"strategy": "now", "topic": "funds", "title": "A rule.", "words": "As it is written", "place": "Section 1"}
STRATEGY = {"title": "Strategy", "version": "1.0", "from": "2020-04-01"}


def small(folder: Path, publisher: dict | None = None, today: str = TODAY, **records: list[dict] | dict[str, dict]) -> Site:
    """A site of the office of the cases with more records, by the name of their folder.

    Each is like the one in LIKE but for the fields that are given; a field that is None is not there. The awards of a list
    are called a0, a1, …; records of a dict have its keys. What is given for the publisher is added to its record.
    """
    files = {}
    if publisher:
        said = yaml.load((OFFICE / "data/publisher.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
        files["data/publisher.yml"] = _text(said | publisher)
    for name, given in records.items():
        of = given if isinstance(given, dict) else {f"{name[0]}{n}": fields for n, fields in enumerate(given)}
        for key, fields in of.items():
            files[f"data/{name}/{key}.yml"] = _text(LIKE[name] | SOURCE | fields)
    site, wrong = load(write({"files": files}, folder / "office"), load_schemas(), today)
    assert not wrong, "\n".join(f.text() for f in wrong)
    return site


def policy(*rules: dict, strategies: dict[str, dict] | None = None, **publisher) -> dict:
    """What a publisher says that has these rules: of one strategy, "now", or of those that are given."""
    of = [STRATEGY | {"strategy": key} | row for key, row in (strategies or {"now": {}}).items()]
    return {"strategies": of, "rules": [RULE | {"rule": f"RR-{n:02d}"} | rule for n, rule in enumerate(rules, 1)]} | publisher


def _text(fields: dict) -> str:
    return yaml.safe_dump({k: v for k, v in fields.items() if v is not None}, allow_unicode=True, sort_keys=False)
