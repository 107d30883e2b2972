"""`python -m tests.cases accept [RULE ...]`: what is found now is right from now on; `git diff` shows what that changes."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "generator"))

import yaml

from tests.cases import CASES, found, read, rule_of

if sys.argv[1:2] != ["accept"]:
    sys.exit("To accept what is found now, say: .venv/bin/python -m tests.cases accept")
for path in CASES:
    if sys.argv[2:] and rule_of(path) not in sys.argv[2:]:
        continue
    with tempfile.TemporaryDirectory() as folder:
        now = found(read(path), Path(folder) / "office", rule_of(path))
    head = path.read_text("utf-8").partition("\nfinds:")[0].rstrip()
    said = "\n" + yaml.safe_dump(now, allow_unicode=True, width=10**6, default_style='"') if now else " []\n"
    path.write_text(f"{head}\nfinds:{said}", "utf-8")
