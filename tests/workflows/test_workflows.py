"""The workflows are what GitHub and those who look for holes in them take, with no finding left out of account."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from tests.built import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SCRIPTS = sorted((GITHUB / "scripts").iterdir())
SHELL = sorted(path for path in [*SCRIPTS, ROOT / ".ci/run"] if path.read_text("utf-8").startswith("#!/usr/bin/env bash"))
LONGEST = 3  # lines of a step; what is longer is a script, which a test runs

each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


def steps(path: Path) -> Iterator[dict]:
    for job in read(path)["jobs"].values():
        yield from job.get("steps", [])


def ask(*words: object) -> subprocess.CompletedProcess:
    return subprocess.run([*map(str, words)], cwd=ROOT, capture_output=True, text=True)


# --- those who judge ---


@pytest.mark.parametrize("persona", ["regular", "pedantic", "auditor"])
def test_zizmor_finds_nothing(persona):
    tool = Path(sys.executable).with_name("zizmor")
    done = ask(
        tool, "--offline", "--no-progress", "--no-config", "--no-ignores", f"--persona={persona}", "--format=json", ".github"
    )
    assert json.loads(done.stdout) == [], done.stderr


def test_actionlint_finds_nothing(actionlint):
    done = ask(*actionlint, ".github/workflows/*.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in done.stdout


def test_actionlint_looks(actionlint, tmp_path):
    bad = WORKFLOWS[0].read_text("utf-8").replace("needs: check", "needs: nobody")
    (tmp_path / "bad.yml").write_text(bad, "utf-8")
    assert ask(*actionlint, tmp_path / "bad.yml").returncode == 1


@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-workflows", WORKFLOWS), ("dependabot", [GITHUB / "dependabot.yml"])],
    ids=lambda of: str(of)[:18],
)
def test_they_have_the_shape_that_github_takes(schema, files):
    done = ask(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert done.returncode == 0, done.stdout


def test_shellcheck_finds_nothing_in_scripts_and_steps(tmp_path):
    files = list(SHELL)
    for path in WORKFLOWS:
        for number, step in enumerate(steps(path)):
            if "run" in step:
                files.append(tmp_path / f"{path.stem}-{number}.sh")
                files[-1].write_text(f"#!/usr/bin/env bash\n{step['run']}\n", "utf-8")
    done = ask(Path(sys.executable).with_name("shellcheck"), "--norc", *files)
    assert done.returncode == 0, done.stdout


# --- what no judge sees ---


@each
def test_every_action_is_pinned_by_commit_and_says_its_version(path):
    uses = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))
    assert uses
    for action, said in uses:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", said), action


def test_one_action_has_one_version():
    used = {found for path in WORKFLOWS for found in re.findall(r"uses: (\S+)@(\w+) # (\S+)", path.read_text("utf-8"))}
    assert len({action for action, *_ in used}) == len(used)


@each
def test_nobody_may_more_than_a_job_needs(path):
    said = read(path)
    assert said["permissions"] == {}
    for name, job in said["jobs"].items():
        assert job["permissions"], name
        assert "write-all" not in str(job["permissions"])
        most = 30 if path.stem == "test" else 20  # all tests in a browser take longer than a record may wait
        assert 0 < int(job["timeout-minutes"]) <= most, name
        assert job["runs-on"] == "ubuntu-24.04"
    assert said["concurrency"]["group"]


@each
def test_what_somebody_typed_is_no_part_of_a_command(path):
    for step in steps(path):
        run = step.get("run", "")
        assert "${{" not in run
        assert run.count("\n") <= LONGEST, run


@each
def test_no_workflow_runs_strangers_code_with_the_right_to_write(path):
    said = read(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(said["on"])
    for name, job in said["jobs"].items():
        writes = {what for what, may in job["permissions"].items() if may == "write"} - {"id-token", "pages"}
        of_others = any("head" in str(step.get("with", {}).get("ref", "")) for step in job["steps"])
        assert not (writes and of_others), name
        if writes and path.stem != "due":  # which runs the program on what is merged
            assert not any(re.search(r"\bmake\b|daylight ", step.get("run", "")) for step in job["steps"]), name


@each
def test_no_step_keeps_a_token_that_it_does_not_need(path):
    for step in steps(path):
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"
        if "GH_TOKEN" in step.get("env", {}):
            assert re.search(r"scripts/|gh ", step["run"])


def test_every_script_is_run_by_a_workflow_or_by_another_script():
    texts = [path.read_text("utf-8") for path in [*WORKFLOWS, *SCRIPTS]]
    for path in SCRIPTS:
        name = path.name if path.name != "gh.py" else "import gh"
        assert any(name in text for text in texts if text != path.read_text("utf-8")), path.name
        assert os.access(path, os.X_OK) == (path.suffix == ".sh"), path.name


def test_a_site_that_is_not_seen_to_be_published_is_said():
    """A job that takes too long is cancelled, and those after it are skipped: neither is called a failure."""
    (step,) = (s for s in steps(GITHUB / "workflows/publish.yml") if "failed.sh" in s.get("run", ""))
    assert step["env"]["FAILED"] == "${{ needs.verify.result != 'success' }}"


def test_the_nightly_site_is_of_the_new_day_in_london_in_summer_and_in_winter():
    times = [
        re.fullmatch(r"(\d+) (\d+) \* \* \*", of["cron"]) for of in read(GITHUB / "workflows/publish.yml")["on"]["schedule"]
    ]
    for start in (datetime(2026, 1, 10, tzinfo=UTC), datetime(2026, 7, 10, tzinfo=UTC)):
        runs = [start + timedelta(hours=int(t[2]), minutes=int(t[1])) for t in times]
        local = [run.astimezone(ZoneInfo("Europe/London")) for run in runs]
        assert {run.date() for run in local} == {start.date()}
        assert min(run.hour for run in local) <= 1  # soon after midnight
    (build,) = (step["run"] for step in steps(GITHUB / "workflows/publish.yml") if "make site" in step.get("run", ""))
    assert 'TODAY="$(TZ=Europe/London date +%F)"' in build
