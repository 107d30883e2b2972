"""Asks GitHub, by its own program `gh`, for the scripts beside this one. GH_TOKEN and GITHUB_REPOSITORY say who and where."""

import json
import os
import subprocess

BOT = "github-actions[bot]"  # who writes what these scripts write
MOST = 65_000  # characters of a text; GitHub takes 65,536


def run(*words: str, put: dict | None = None) -> str:
    """What `gh` answers. What it says of a failure goes to the log, and ends the script."""
    said = json.dumps(put) if put is not None else None
    return subprocess.run(["gh", *words], input=said, stdout=subprocess.PIPE, text=True, check=True).stdout


def here(path: str) -> str:
    """The address of something of this repository in the interface of GitHub."""
    return f"repos/{os.environ['GITHUB_REPOSITORY']}/{path}"


def every(path: str) -> list[dict]:
    """All entries of a list of this repository."""
    answer = run("api", "--paginate", "--slurp", f"{here(path)}{'&' if '?' in path else '?'}per_page=100")
    return [entry for page in json.loads(answer) for entry in page]


def send(method: str, path: str, put: dict) -> dict:
    """Adds or changes something of this repository, and returns what it is then."""
    return json.loads(run("api", "--method", method, here(path), "--input", "-", put=put) or "{}")


def marked(entries: list[dict], mark: str) -> list[dict]:
    """The texts among some that these scripts wrote under a mark. Somebody else's text with the same mark is none."""
    head = f"<!-- {mark} -->"
    return [entry for entry in entries if entry["user"]["login"] == BOT and (entry.get("body") or "").startswith(head)]


def under(mark: str, text: str) -> str:
    """A text with its mark, which readers do not see, as its first line. Some texts come with it."""
    head = f"<!-- {mark} -->\n"
    return f"{head}{text.removeprefix(head)}"[:MOST]
