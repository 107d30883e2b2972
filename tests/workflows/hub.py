"""A GitHub of our own: a repository with its server side, and in the place of `gh` a program that keeps all in a file."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.built import ROOT

SCRIPTS = ROOT / ".github/scripts"
REPOSITORY = "barsetshire-pcc/money"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
SOMEBODY = {"login": "septimus-harding", "type": "User"}
EMPTY = {"issues": [], "pulls": [], "comments": [], "asked": []}


@dataclass(frozen=True)
class Hub:
    """`here` is the clone in which a workflow runs, `there` the repository on the server, and `file` what GitHub knows."""

    here: Path
    there: Path
    file: Path

    @property
    def state(self) -> dict:
        return json.loads(self.file.read_text("utf-8"))

    def put(self, **of: object) -> None:
        self.file.write_text(json.dumps(self.state | of), "utf-8")

    def run(self, script: str, *words: object, ends: int = 0, **env: str) -> subprocess.CompletedProcess:
        """Runs a script as a step of a workflow does."""
        path = SCRIPTS / script
        first = [sys.executable, str(path)] if path.suffix == ".py" else [str(path)]
        done = subprocess.run([*first, *map(str, words)], cwd=self.here, env=self.env | env, capture_output=True, text=True)
        assert done.returncode == ends, done.stdout + done.stderr
        return done

    @property
    def env(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        return kept | {
            "PATH": f"{Path(__file__).parent}{os.pathsep}{os.environ['PATH']}",
            "FAKE_GITHUB": str(self.file),
            "GH_TOKEN": "a token",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://github.com",
            "PYTHONPATH": str(ROOT / "generator"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }

    def git(self, *words: str, at: Path | None = None) -> str:
        me = ["-c", "user.name=Septimus Harding", "-c", "user.email=septimus@users.noreply.github.com"]
        done = subprocess.run(
            ["git", *me, *words], cwd=at or self.here, env=self.env, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def commit(self, message: str, **files: str) -> str:
        """Commits files by path, and returns the name of the commit."""
        for path, text in files.items():
            (self.here / path).parent.mkdir(parents=True, exist_ok=True)
            (self.here / path).write_text(text, "utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")


def hub(folder: Path, home: Path) -> Hub:
    """A GitHub with a repository that holds an office, and a clone of it in the folder of the office."""
    made = Hub(home, folder / "there.git", folder / "github.json")
    made.file.write_text(json.dumps(EMPTY), "utf-8")
    made.git("init", "--quiet", "--initial-branch=main")
    (home / ".venv").symlink_to(ROOT / ".venv")
    (home / ".github").mkdir(exist_ok=True)
    (home / ".github/scripts").symlink_to(SCRIPTS)
    (home / ".gitignore").write_text(".venv\n.github\n.cache\n", "utf-8")
    made.commit("The records")
    made.git("init", "--quiet", "--bare", "--initial-branch=main", str(made.there))
    made.git("remote", "add", "origin", str(made.there))
    made.git("push", "--quiet", "origin", "main")
    return made
