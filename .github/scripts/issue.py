"""Keeps one open issue up to date: issue.py MARK TITLE FILE. Without a text in FILE, or without FILE, the issue is closed.

The issue is found again by its MARK. One that somebody closed stays closed, and a new one is opened.
"""

import sys
from pathlib import Path

import gh


def issue(mark: str, title: str, text: str) -> None:
    there = gh.marked(gh.every("issues?state=open"), mark)
    said = {"title": title, "body": gh.under(mark, text)}
    if text.strip() and there is None:
        gh.send("POST", "issues", said)
    elif text.strip() and there["body"] != said["body"]:
        gh.send("PATCH", f"issues/{there['number']}", said)
    elif not text.strip() and there is not None:
        gh.send("PATCH", f"issues/{there['number']}", {"state": "closed", "state_reason": "completed"})


if __name__ == "__main__":
    file = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    issue(sys.argv[1], sys.argv[2], file.read_text("utf-8") if file and file.is_file() else "")
