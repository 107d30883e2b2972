"""Fetches the pull requests from forks that have no review yet, as data: forks.py FILE.

Their workflows may not write here, so that the review is made with the program of this branch, which reads their commits and
runs nothing of them. FILE gets a line for each: its number, the commit that it starts from, and its newest commit.
"""

import os
import subprocess
import sys
from pathlib import Path

import gh

MARK = "daylight-review"
MOST = 20  # at a time; the others follow at the next


def waiting() -> list[tuple[int, str, str]]:
    """The number, base branch and newest commit of each open pull request from a fork whose review is of another commit."""
    found = []
    for pull in gh.every("pulls?state=open"):
        of = (pull["head"].get("repo") or {}).get("full_name")  # a fork that was deleted has none
        if of != os.environ["GITHUB_REPOSITORY"]:
            number, head = int(pull["number"]), pull["head"]["sha"]
            there = gh.marked(gh.every(f"issues/{number}/comments"), MARK)
            if not there or f"<!-- {head} -->" not in there[0]["body"]:
                found.append((number, pull["base"]["ref"], head))
    return found[:MOST]


def git(*words: str) -> str:
    return subprocess.run(["git", *words], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def main(file: Path) -> None:
    lines = []
    for number, base, head in waiting():
        try:
            lines.append(line(number, base, head))
        except subprocess.CalledProcessError:  # one must not keep all others waiting
            print(f"Pull request {number} cannot be compared with {base}.", flush=True)
    file.write_text("".join(lines), "utf-8")


def line(number: int, base: str, head: str) -> str:
    """What FILE says of a pull request, once its commits are here; '' for one that has moved meanwhile."""
    git("fetch", "--quiet", "--no-tags", "origin", f"+refs/pull/{number}/head:refs/forks/{number}")
    git("fetch", "--quiet", "--no-tags", "origin", f"+refs/heads/{base}:refs/forks/base")
    if git("rev-parse", f"refs/forks/{number}") != head:
        return ""
    return f"{number} {git('merge-base', 'refs/forks/base', head)} {head}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
