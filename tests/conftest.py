"""What the tests share: where the program is, and what to do on a machine without a browser or the HTML validator.

Such tests are skipped with the reason. With DAYLIGHT_BROWSER_TESTS=required, as in .ci/run, nothing may be missing.
"""

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "generator"))

from daylight import workers  # noqa: E402

settings.register_profile("daylight", deadline=None)  # no test is about time, and a machine may be busy
settings.load_profile("daylight")
REQUIRED = os.environ.get("DAYLIGHT_BROWSER_TESTS") == "required"
CHROMIUM = shutil.which("chromium") or shutil.which("/usr/bin/chromium")
JAVA = shutil.which("java")
VNU = ROOT / ".cache/tools/node_modules/vnu-jar/build/dist/vnu.jar"
NO_CHROMIUM = "" if CHROMIUM else "Chromium is not installed; .ci/run installs it"
NO_VNU = "" if JAVA and VNU.is_file() else "the HTML validator (java and vnu.jar) is not there; .ci/run fetches it"


def pytest_configure(config):
    missing = [reason for reason in (NO_CHROMIUM, NO_VNU) if reason]
    if REQUIRED and missing:
        raise pytest.UsageError("DAYLIGHT_BROWSER_TESTS=required, but " + "; ".join(missing))

    if hasattr(config, "workerinput"):
        workers.cores = lambda: 1  # the others are busy with other tests; those about several processes say so themselves


def pytest_collection_finish():
    gc.freeze()  # else each collection of garbage walks through all the tests that there are


def pytest_runtest_setup(item):
    if NO_CHROMIUM and item.get_closest_marker("browser"):
        pytest.skip(NO_CHROMIUM)


def pytest_sessionfinish(session):
    """Where browser tests are required, a run without one is no success."""
    if not REQUIRED or hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    done = [r for word in ("passed", "failed") for r in reporter.stats.get(word, []) if "browser" in r.keywords]
    if not done:
        reporter.write_line("")
        reporter.write_line("DAYLIGHT_BROWSER_TESTS=required, but no browser test ran", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a real Chromium."""
    if not CHROMIUM:
        pytest.skip(NO_CHROMIUM)
    return CHROMIUM


@pytest.fixture(scope="session")
def browser(chromium):
    """The one browser of a run: a second one beside it is refused. Each test opens pages of its own and closes them."""
    with sync_playwright() as p:
        yield p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The command of the HTML validator; add its options and the files."""
    if NO_VNU:
        pytest.skip(NO_VNU)
    return [JAVA, "-jar", str(VNU)]
