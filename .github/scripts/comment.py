"""Keeps one comment on an issue or pull request up to date: comment.py NUMBER MARK FILE.

The comment is found again by its MARK. It is changed rather than written again, and left where it says the same already. Where
two runs at once wrote one each, the second goes.
"""

import subprocess
import sys
from pathlib import Path

import gh


def comment(number: int, mark: str, text: str) -> None:
    said = gh.under(mark, text)
    first, *others = gh.marked(gh.every(f"issues/{number}/comments"), mark) or [None]
    for other in others:
        gh.run("api", "--method", "DELETE", gh.here(f"issues/comments/{other['id']}"))
    if first is not None and first["body"] == said:
        return
    try:
        if first is not None:
            gh.send("PATCH", f"issues/comments/{first['id']}", {"body": said})
            return
    except subprocess.CalledProcessError:
        print("The comment could not be changed, as when somebody has just deleted it; a new one is written.", flush=True)
    gh.send("POST", f"issues/{number}/comments", {"body": said})


if __name__ == "__main__":
    comment(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]).read_text("utf-8"))
