"""Keeps one comment on an issue or pull request up to date: comment.py NUMBER MARK FILE.

The comment is found again by its MARK. It is changed rather than written again, and left where it says the same already.
"""

import sys
from pathlib import Path

import gh


def comment(number: int, mark: str, text: str) -> None:
    there = gh.marked(gh.every(f"issues/{number}/comments"), mark)
    said = gh.under(mark, text)
    if there is None:
        gh.send("POST", f"issues/{number}/comments", {"body": said})
    elif there["body"] != said:
        gh.send("PATCH", f"issues/comments/{there['id']}", {"body": said})


if __name__ == "__main__":
    comment(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]).read_text("utf-8"))
