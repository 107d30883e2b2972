"""`python -m tests.golden accept`: what is built now is right from now on."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "generator"))

from tests.golden import ACCEPT, SAID, accept, build, said

if sys.argv[1:] != ["accept"]:
    sys.exit(f"To accept what is built now, say: {ACCEPT}")
with tempfile.TemporaryDirectory() as site, tempfile.TemporaryDirectory() as office:
    accept(build(Path(site)), print)
    SAID.write_text(said(Path(office)), "utf-8", newline="\n")
