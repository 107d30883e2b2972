"""What an office exports by the standards comes back into an empty copy of it with all that the standards hold."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from tests.built import ROOT, TODAY

from daylight import drafts
from daylight.exports import giving360, giving360_xlsx, ocds
from daylight.intake.importing import Wanted, run
from daylight.load import load
from daylight.schema import load_schemas

HOME = ROOT / "examples/barsetshire"
SAID = {"source": "https://www.barsetshire-pcc.example/"}


def site(home: Path):
    return load(home, load_schemas(), TODAY)[0]


def exported(home: Path, module, ending: str) -> dict[str, bytes]:
    return {file.path: file.data for file in module.outputs(site(home)) if file.path.endswith(ending)}


def again(tmp_path: Path, files: dict[str, bytes]) -> Path:
    """An office called as Barsetshire is, without the rules of its strategy, with what an import of files makes."""
    home = tmp_path / "office"
    (home / "data").mkdir(parents=True)
    said = yaml.load((HOME / "data/publisher.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    rules = ("rules", "strategies", "gaps")
    said = {name: value for name, value in said.items() if name not in rules} | {"rules_from": "2099-04-01"}
    (home / "data/publisher.yml").write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
    for path, data in files.items():
        done = run(home, Path(path).name, data, TODAY, Wanted(constants=SAID))
        held = [p.finding.text() for row in done.rows for p in row.problems if row.outcome == "held"]
        assert held == [], path
        drafts.write(home, done.proposal.files)
    return home


def grants(files: dict[str, bytes]) -> dict[str, dict]:
    """The grants of 360Giving files by identifier, without what belongs to the site, and what the standard has both ways."""
    found = {}
    for data in files.values():
        for grant in json.loads(data)["grants"]:
            found[grant["id"]] = {
                n: v for n, v in grant.items() if n not in ("relatedActivity", "relatedDocument", "dataSource")
            }
    return found


@pytest.mark.parametrize(("module", "ending"), [(giving360, ".json"), (giving360_xlsx, ".xlsx")])
def test_grants_come_back_as_they_were(tmp_path, module, ending):
    files = exported(HOME, module, ending)
    assert files
    home = again(tmp_path, files)
    before, after = grants(exported(HOME, giving360, ".json")), grants(exported(home, giving360, ".json"))
    assert after.keys() == before.keys()
    for identifier, grant in before.items():
        assert after[identifier] == grant


def test_importing_our_own_export_into_the_office_changes_nothing_that_it_holds(tmp_path):
    home = tmp_path / "office"
    shutil.copytree(HOME / "data", home / "data")
    for path, data in exported(home, giving360, ".json").items():
        done = run(home, Path(path).name, data, TODAY, Wanted())
        lost = [
            step for r in done.proposal.results if r.outcome == "changed" for step in r.steps if step.before and not step.list
        ]
        assert lost == []


def contracts(home: Path) -> dict[str, dict]:
    """What the releases say of each award, of its contract and of its suppliers."""
    found = {}
    for file in ocds.outputs(site(home)):
        if file.path.endswith(".json"):
            for release in json.loads(file.data)["releases"]:
                for award in release.get("awards", ()):
                    names = ("title", "date", "value", "suppliers", "contractPeriod")
                    found[award["id"]] = {n: award.get(n) for n in names} | {"ocid": release["ocid"]}
                    found[award["id"]]["buyer"] = release.get("buyer")
                if tender := release.get("tender"):
                    names = (
                        "title",
                        "procuringEntity",
                        "tenderPeriod",
                        "procurementMethod",
                        "procurementMethodDetails",
                        "value",
                        "eligibilityCriteria",
                    )
                    found[f"tender {release['ocid']}"] = {n: tender.get(n) for n in names}
    return found


def test_contracts_come_back_as_they_were(tmp_path):
    files = exported(HOME, ocds, ".json")
    assert files
    home = again(tmp_path, files)
    before, after = contracts(HOME), contracts(home)
    assert after.keys() == before.keys()
    for identifier, said in before.items():
        assert after[identifier] == said
    [(path, data)] = files.items()
    assert run(home, path, data, TODAY, Wanted(constants=SAID)).proposal.files == {}
