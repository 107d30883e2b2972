"""Keeps one open issue up to date: issue.py MARK TITLE FILE. Without a text in FILE, or without FILE, the issue is closed.

The issue is found again by its MARK. One that somebody closed stays closed, and a new one is opened. What somebody ticked off
stays ticked, as long as it is there.
"""

import sys
from pathlib import Path

import gh


def ticked(text: str, before: str) -> str:
    """A list with the ticks that it had before."""
    done = {line.removeprefix("- [x] ") for line in before.splitlines() if line.startswith("- [x] ")}
    lines = text.splitlines(keepends=True)
    return "".join(line.replace("- [ ] ", "- [x] ", 1) if line.rstrip("\n")[6:] in done else line for line in lines)


def issue(mark: str, title: str, text: str) -> None:
    there = next(iter(gh.marked(gh.every("issues?state=open"), mark)), None)
    said = {"title": title, "body": gh.under(mark, ticked(text, there["body"] if there else ""))}
    if text.strip() and there is None:
        gh.send("POST", "issues", said)
    elif text.strip() and there["body"] != said["body"]:
        gh.send("PATCH", f"issues/{there['number']}", said)
    elif not text.strip() and there is not None:
        gh.send("PATCH", f"issues/{there['number']}", {"state": "closed", "state_reason": "completed"})


if __name__ == "__main__":
    file = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    issue(sys.argv[1], sys.argv[2], file.read_text("utf-8") if file and file.is_file() else "")
