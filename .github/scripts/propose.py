"""Makes a pull request of a filled form, and replies to its issue: propose.py NUMBER FOLDER.

FOLDER holds reply.md and, where something is to be changed, changes.patch. The branch form/NUMBER is the program's: it is made
anew after every edit of the form, unless somebody has worked on it since.
"""

import os
import subprocess
import sys
from pathlib import Path

import gh
from comment import comment

NAME = "Daylight form"
EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"
BODY = "Made from the form in #{number}. Merging it publishes the record and closes that issue.\n\nCloses #{number}\n"
BY_HAND = "Somebody has worked on the branch `{branch}`, so it was left as it is. Change it there, or delete it.\n"
FAILED = (
    "GitHub did not take it, so that nothing is proposed yet. [The run]({run}) says why; an edit of the form tries it again.\n"
)
NO_CHECK = "The check of it did not begin: start it under *Actions*, *Check*, *Run workflow*, for the branch `{branch}`.\n"
NO_PULL = (
    "The record lies on the branch `{branch}`, and GitHub made no pull request of it. [Open it yourself]({address}); an owner "
    "can allow it under *Settings*, *Actions*, *General*, *Allow GitHub Actions to create and approve pull requests*.\n"
)


def git(*words: str) -> str:
    return subprocess.run(["git", *words], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def push(number: int, patch: Path, branch: str) -> bool:
    """Puts a change on its branch; False where somebody else has worked on that."""
    before = git("ls-remote", "origin", f"refs/heads/{branch}").partition("\t")[0]
    if before:
        git("fetch", "--quiet", "origin", f"refs/heads/{branch}")
        if git("log", "-1", "--format=%ae", "FETCH_HEAD") != EMAIL:
            return False
    git("switch", "--quiet", "--force-create", branch)
    git("apply", "--index", str(patch))
    outside = [path for path in git("diff", "--cached", "--name-only").splitlines() if not path.startswith("data/")]
    if outside:
        sys.exit("A form changes records only; nothing was pushed.")
    who = ("-c", f"user.name={NAME}", "-c", f"user.email={EMAIL}")
    git(*who, "commit", "--quiet", "--message", f"Record what the form in #{number} says")
    if before and git("diff", "--name-only", "FETCH_HEAD", "HEAD") == "":
        return True
    git("push", "--quiet", f"--force-with-lease={branch}:{before}", "origin", f"HEAD:refs/heads/{branch}")
    return True


def pull(number: int, branch: str) -> str:
    """A sentence about the pull request of a branch, which is made where there is none, and then checked."""
    owner = os.environ["GITHUB_REPOSITORY"].partition("/")[0]
    there = gh.every(f"pulls?state=open&head={owner}:{branch}")
    if not there:
        base = os.environ["BASE"]
        title = f"Record what the form in #{number} says"
        put = {"title": title, "head": branch, "base": base, "body": BODY.format(number=number)}
        try:
            there = [gh.send("POST", "pulls", put)]
        except subprocess.CalledProcessError:
            address = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}/compare/{base}...{branch}?expand=1"
            return NO_PULL.format(branch=branch, address=address)
    # A pull request that a workflow makes or changes starts no other workflow by itself.
    said = f"The pull request is #{there[0]['number']}.\n"
    try:
        gh.run("workflow", "run", "check.yml", "--repo", os.environ["GITHUB_REPOSITORY"], "--ref", branch)
    except subprocess.CalledProcessError:
        said += NO_CHECK.format(branch=branch)
    return said


def main(number: int, folder: Path) -> None:
    reply, patch, branch = (folder / "reply.md").read_text("utf-8"), folder / "changes.patch", f"form/{number}"
    failed = False
    if patch.is_file() and patch.stat().st_size:
        try:
            reply += "\n" + (pull(number, branch) if push(number, patch, branch) else BY_HAND.format(branch=branch))
        except subprocess.CalledProcessError:
            reply, failed = f"{reply}\n{FAILED.format(run=os.environ['RUN'])}", True
    comment(number, "daylight-form", reply)
    label = ("accepted", "--description", "Somebody of the office agrees to this form", "--color", "0e8a16", "--force")
    gh.run("label", "create", *label, "--repo", os.environ["GITHUB_REPOSITORY"])  # the reply may ask for it
    sys.exit(failed)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
