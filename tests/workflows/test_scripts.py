"""The scripts of the workflows do what they say, on a GitHub of our own and real repositories of git."""

import json
import os
from pathlib import Path

import pytest
from tests.forms.filled import AWARD, body, event, office, site_of
from tests.test_cli import daylight
from tests.workflows.hub import BOT, SOMEBODY, Hub, hub

BRANCH = "form/12"
GOOD = "title: Walks\ntype: grant\ndirection: out\namount: 100.00\namount_basis: exact\nrecipient: club\nsource: https://a.example/\n"
PRIVATE = GOOD + "purpose: Ask Mrs Grantly on 01632 960123.\n"


@pytest.fixture
def github(tmp_path) -> Hub:
    return hub(tmp_path, office(tmp_path))


def written(folder: Path, text: str) -> Path:
    path = folder / "said.md"
    path.write_text(text, "utf-8")
    return path


# --- one comment ---


def test_a_comment_is_written_once_and_then_changed(github, tmp_path):
    for text in ("First.", "First.", "Second @everyone $(id) `id`."):
        github.run("comment.py", 7, "daylight-form", written(tmp_path, text))
    (comment,) = github.state["comments"]
    assert comment["body"] == "<!-- daylight-form -->\nSecond @everyone $(id) `id`."
    asked = [words[words.index("--method") + 1] for words in github.state["asked"] if "--method" in words]
    assert asked == ["POST", "PATCH"]


def test_nobody_else_s_comment_is_changed_and_each_mark_has_its_own(github, tmp_path):
    others = [{"id": n, "issue": 7, "user": SOMEBODY, "body": "<!-- daylight-form -->\nMine."} for n in range(150)]
    github.put(comments=[*others, {"id": 900, "issue": 8, "user": BOT, "body": "<!-- daylight-form -->\nOf another issue."}])
    github.run("comment.py", 7, "daylight-form", written(tmp_path, "Ours."))
    github.run("comment.py", 7, "daylight-review", written(tmp_path, "<!-- daylight-review -->\nA review."))
    github.run("comment.py", 7, "daylight-form", written(tmp_path, "Ours again."))
    said = [c["body"] for c in github.state["comments"] if c["user"] == BOT and c["issue"] == 7]
    assert said == ["<!-- daylight-form -->\nOurs again.", "<!-- daylight-review -->\nA review."]
    assert [c["body"] for c in github.state["comments"] if c["user"] == SOMEBODY] == ["<!-- daylight-form -->\nMine."] * 150


def test_a_comment_is_no_longer_than_github_takes(github, tmp_path):
    github.run("comment.py", 7, "daylight-form", written(tmp_path, "x" * 100_000))
    assert len(github.state["comments"][0]["body"]) < 65_536


def test_what_github_refuses_is_seen(github, tmp_path):
    for refused in ("/comments?", "--method POST"):
        github.put(refuses=[refused])
        done = github.run("comment.py", 7, "daylight-form", written(tmp_path, "x"), ends=1)
        assert "HTTP 403" in done.stderr
    assert github.state["comments"] == []


def test_a_comment_that_somebody_deletes_meanwhile_is_written_anew(github, tmp_path):
    github.run("comment.py", 7, "daylight-form", written(tmp_path, "First."))
    github.put(refuses=["--method PATCH"])
    github.run("comment.py", 7, "daylight-form", written(tmp_path, "Second."))
    assert github.state["comments"][-1]["body"].endswith("Second.")


def test_of_two_comments_of_runs_at_once_one_stays(github, tmp_path):
    both = [{"id": n, "issue": 7, "user": BOT, "body": f"<!-- daylight-form -->\n{n}"} for n in (1, 2)]
    github.put(comments=both)
    github.run("comment.py", 7, "daylight-form", written(tmp_path, "1"))
    assert [c["body"] for c in github.state["comments"]] == ["<!-- daylight-form -->\n1"]


def test_a_review_is_said_on_the_pull_request_of_a_branch(github, tmp_path):
    stranger = {"number": 30, "state": "open", "head": {"ref": BRANCH, "repo": {"full_name": "somebody/money"}}}
    github.put(pulls=[stranger, {"number": 31, "state": "open", "head": {"ref": BRANCH}}])
    said = written(tmp_path, "<!-- daylight-review -->\nNothing to fix.")
    github.run("say.sh", said, BRANCH=BRANCH, NUMBER="")
    github.run("say.sh", said, BRANCH="", NUMBER="32")
    assert [c["issue"] for c in github.state["comments"]] == [31, 32]
    assert "no open pull request" in github.run("say.sh", said, BRANCH="gone", NUMBER="").stdout
    assert len(github.state["comments"]) == 2


# --- one issue ---


def test_what_is_due_is_one_issue_which_is_closed_when_nothing_is(github, tmp_path):
    said = ("What is due", tmp_path / "due.md")
    for text in ("", "- Decision 1", "- Decision 1\n- Decision 2", ""):
        said[1].write_text(text, "utf-8")
        github.run("issue.py", "daylight-due", *said)
    (issue,) = github.state["issues"]
    assert (issue["title"], issue["state"]) == ("What is due", "closed")
    assert issue["body"] == "<!-- daylight-due -->\n- Decision 1\n- Decision 2"
    said[1].write_text("- Decision 3", "utf-8")
    github.run("issue.py", "daylight-due", *said)
    assert [i["state"] for i in github.state["issues"]] == ["closed", "open"]


def test_what_somebody_ticked_off_stays_ticked_while_it_is_due(github, tmp_path):
    said = tmp_path / "due.md"
    said.write_text("- [ ] One\n- [ ] Two\n- [ ] Three\n", "utf-8")
    github.run("issue.py", "daylight-due", "What is due", said)
    (issue,) = github.state["issues"]
    github.put(issues=[issue | {"body": issue["body"].replace("[ ] Two", "[x] Two").replace("\n", "\r\n")}])
    said.write_text("- [ ] Two\n- [ ] Three\n- [ ] Four\n", "utf-8")
    github.run("issue.py", "daylight-due", "What is due", said)
    (issue,) = github.state["issues"]
    assert issue["body"] == "<!-- daylight-due -->\n- [x] Two\n- [ ] Three\n- [ ] Four\n"


def test_a_site_that_could_not_be_published_is_an_issue_until_it_could(github):
    run = "https://github.com/barsetshire-pcc/money/actions/runs/1"
    github.run("failed.sh", FAILED="false", RUN=run)
    assert github.state["issues"] == []
    github.run("failed.sh", FAILED="true", RUN=run)
    github.run("failed.sh", FAILED="true", RUN=f"{run}2")
    (issue,) = github.state["issues"]
    assert f"({run}2)" in issue["body"] and issue["state"] == "open"
    github.run("failed.sh", FAILED="false", RUN=run)
    assert [i["state"] for i in github.state["issues"]] == ["closed"]


# --- a form ---


def send(github: Hub, given: dict, **of) -> str:
    """What the two jobs of form.yml do with a form, one after the other. Returns what the first wrote into the log."""
    file, folder, outputs = github.here.parent / "event.json", github.here.parent / "form", github.here.parent / "outputs"
    file.write_text(json.dumps(event(body(site_of(github.here), "award", given), **of)), "utf-8")
    outputs.write_text("", "utf-8")
    for old in folder.glob("*"):
        old.unlink()
    log = github.run("form.sh", folder, GITHUB_EVENT_PATH=str(file), GITHUB_OUTPUT=str(outputs))
    github.git("reset", "--quiet", "--hard", "origin/main")  # the second job has a clone of its own
    github.git("clean", "--quiet", "--force", "-d")
    if outputs.read_text("utf-8") == "is_form=yes\n":
        github.run("propose.py", 12, folder, BASE="main")
        github.git("switch", "--quiet", "main")
    return log.stdout + log.stderr


def on(github: Hub, branch: str = BRANCH) -> str:
    """What a branch on the server changes."""
    return github.git("diff", f"main...{branch}", at=github.there)


def branches(github: Hub) -> list[str]:
    return github.git("branch", "--format=%(refname:short)", at=github.there).split()


def test_a_form_becomes_a_branch_a_pull_request_a_check_and_a_reply(github):
    send(github, AWARD)
    assert "+title: Evening walks on the towpath" in on(github)
    (pull,) = github.state["pulls"]
    assert (pull["head"]["ref"], pull["base"]) == (BRANCH, "main")
    assert "Closes #12" in pull["body"]
    (reply,) = github.state["comments"]
    assert (reply["issue"], reply["body"].splitlines()[0]) == (12, "<!-- daylight-form -->")
    assert "Nothing to fix" in reply["body"] and f"The pull request is #{pull['number']}." in reply["body"]
    assert ["workflow", "run", "check.yml", "--repo", "barsetshire-pcc/money", "--ref", "form/12"] in github.state["asked"]


def test_a_form_that_is_edited_changes_the_same_branch_and_the_same_reply(github):
    send(github, AWARD)
    send(github, AWARD | {"title": "Night walks"}, action="edited")
    send(github, AWARD | {"title": "Late walks"}, action="edited")
    assert "+title: Late walks" in on(github)
    assert on(github).count("+title") == 1
    assert (len(github.state["pulls"]), len(github.state["comments"])) == (1, 1)
    assert github.git("rev-list", "--count", f"main..{BRANCH}", at=github.there) == "1"
    assert "Late walks" in github.state["comments"][0]["body"]


def test_an_edit_that_must_be_put_right_leaves_the_branch_and_says_so(github):
    send(github, AWARD)
    before = on(github)
    send(github, AWARD | {"amount": "lots"}, action="edited")
    assert on(github) == before
    assert "must be put right" in github.state["comments"][0]["body"]


def test_a_branch_on_which_somebody_has_worked_is_left_as_it_is(github):
    send(github, AWARD)
    github.git("fetch", "--quiet", "origin", BRANCH)
    github.git("switch", "--quiet", "--force-create", "mine", "FETCH_HEAD")
    github.commit("By hand", **{"data/awards/mine.yml": GOOD})
    github.git("push", "--quiet", "origin", f"HEAD:refs/heads/{BRANCH}")
    github.git("switch", "--quiet", "main")
    before = on(github)
    send(github, AWARD | {"title": "Night walks"}, action="edited")
    assert on(github) == before
    assert "was left as it is" in github.state["comments"][0]["body"]


def test_where_github_makes_no_pull_request_the_reply_says_how(github):
    github.put(no_pulls=True)
    send(github, AWARD)
    assert branches(github) == [BRANCH, "main"]
    assert "/compare/main...form/12?expand=1" in github.state["comments"][0]["body"]


def propose(github: Hub, ends: int = 0) -> str:
    """What the second job of form.yml does with a change that the first has made. Returns its reply."""
    folder = github.here.parent / "form"
    folder.mkdir(exist_ok=True)
    (folder / "reply.md").write_text("Nothing to fix.\n", "utf-8")
    (github.here / "data/awards/walks.yml").write_text(GOOD, "utf-8")
    github.git("add", "data")
    (folder / "changes.patch").write_text(github.git("diff", "--cached") + "\n", "utf-8")
    github.git("reset", "--quiet", "--hard")
    github.run("propose.py", 12, folder, ends=ends, BASE="main", RUN="https://github.com/x/y/actions/runs/1")
    github.git("switch", "--quiet", "main")
    (reply,) = github.state["comments"]
    return reply["body"]


def test_a_check_that_cannot_be_started_is_said_in_the_reply(github):
    github.put(refuses=["workflow run"])
    assert "start it under *Actions*" in propose(github)
    assert len(github.state["pulls"]) == 1


def test_where_github_does_not_take_it_the_reply_says_so_and_the_run_fails(github):
    hook = github.there / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    says_why = "[The run](https://github.com/x/y/actions/runs/1) says why"
    assert says_why in propose(github, ends=1)
    hook.unlink()
    github.put(refuses=["pulls?"])
    assert says_why in propose(github, ends=1)
    github.put(refuses=[])
    assert says_why not in propose(github)
    assert len(github.state["pulls"]) == 1


def test_something_private_reaches_no_branch_no_log_and_no_reply(github):
    log = send(github, AWARD | {"purpose": "::notice::Ask Mrs Grantly on 01632 960123."})
    assert branches(github) == ["main"]
    (reply,) = github.state["comments"]
    assert "must not be public" in reply["body"]
    for word in ("Grantly", "960123", "::notice"):
        assert word not in log + json.dumps(github.state)


def test_the_form_of_somebody_else_waits_for_a_member(github):
    send(github, AWARD, author_association="NONE")
    assert branches(github) == ["main"]
    assert "accepted" in github.state["comments"][0]["body"]
    assert any(words[:3] == ["label", "create", "accepted"] for words in github.state["asked"])
    send(github, AWARD, author_association="NONE", action="labeled", label="accepted")
    assert branches(github) == [BRANCH, "main"]


def test_what_is_typed_is_no_command_of_the_log_or_of_the_shell(github):
    log = send(github, AWARD | {"title": "$(touch owned) `touch owned`", "purpose": "::add-mask::x\n::error::y"})
    assert "::" not in log
    assert not list(github.here.parent.rglob("owned"))
    assert "+title: $(touch owned) `touch owned`" in on(github)


def test_an_issue_without_a_form_is_left_alone(github):
    file, outputs = github.here.parent / "event.json", github.here.parent / "outputs"
    file.write_text(json.dumps(event("Hello")), "utf-8")
    outputs.write_text("", "utf-8")
    github.run("form.sh", github.here.parent / "form", GITHUB_EVENT_PATH=str(file), GITHUB_OUTPUT=str(outputs))
    assert outputs.read_text("utf-8") == ""


def test_a_change_outside_of_the_records_is_not_pushed(github, tmp_path):
    folder = tmp_path / "form"
    folder.mkdir()
    (folder / "reply.md").write_text("x", "utf-8")
    (github.here / "Makefile").write_text("all:\n", "utf-8")
    github.git("add", "--all")
    (folder / "changes.patch").write_text(github.git("diff", "--cached") + "\n", "utf-8")
    github.git("reset", "--quiet", "--hard")
    github.run("propose.py", 12, folder, ends=1, BASE="main")
    assert branches(github) == ["main"]


def test_forms_that_do_not_name_a_new_fund_are_said_and_left(github):
    (github.here / ".github/scripts").unlink()
    (github.here / ".gitignore").write_text(".venv\n", "utf-8")
    assert "Wrote 5" in daylight("forms", github.here).stdout
    github.commit("The forms")
    assert github.run("forms.sh").stdout == ""
    github.commit("A fund", **{"data/funds/lamps.yml": "title: Lamps\nsource: https://a.example/\n"})
    assert github.run("forms.sh").stdout.startswith("::warning file=.github/ISSUE_TEMPLATE/award.yml")
    assert github.git("status", "--porcelain") == ""


# --- a review ---


def review(github: Hub, ends: int, *more: str, **env: str) -> tuple[str, str]:
    """What review.sh says of what lies above main: in the log, and for the comment."""
    folder = github.here.parent / "review"
    env = {"REPOSITORY": "https://github.com/x/y"} | env
    done = github.run("review.sh", "main", "HEAD", folder, *more, ends=ends, **env)
    return done.stdout, (folder / "review.md").read_text("utf-8")


def test_a_change_is_reviewed_with_its_pages(github):
    github.git("switch", "--quiet", "--create", "change")
    github.commit("Walks", **{"data/awards/walks.yml": GOOD, "mkdocs.yml": "site_name: X\nnav:\n  - Home: index.md\n"})
    preview = github.here.parent / "preview"
    log, said = review(github, 0, str(preview))
    assert said.startswith("<!-- daylight-review -->")
    assert "Walks" in said
    assert "error" not in log
    assert list(preview.rglob("*.html"))


def test_what_must_be_put_right_is_on_its_line_and_in_the_comment(github):
    github.git("switch", "--quiet", "--create", "change")
    github.commit("Walks", **{"data/awards/walks.yml": GOOD.replace("100.00", "£22.955")})
    log, said = review(github, 1)
    assert "::error file=data/awards/walks.yml,line=4" in log
    assert "22.955" in said


def test_something_private_in_any_commit_is_neither_shown_nor_repeated(github):
    github.git("switch", "--quiet", "--create", "change")
    github.commit("Walks", **{"data/awards/walks.yml": PRIVATE})
    github.commit("Without", **{"data/awards/walks.yml": GOOD})
    preview = github.here.parent / "preview"
    log, said = review(github, 1, str(preview))
    assert "must not be public" in said and "walks.yml" in said
    assert not preview.exists()
    for word in ("Grantly", "960123"):
        assert word not in log + said
    assert "[What to do now](https://github.com/x/y/blob/HEAD/docs/leak.md)" in said


def test_a_change_that_cannot_be_looked_at_is_said(github):
    github.git("switch", "--quiet", "--create", "change")
    github.commit("Walks", **{"data/awards/walks.yml": GOOD})
    _, said = review(github, 1, PYTHONPATH="/nowhere")
    assert said == "**This change could not be looked at.** The log of the run says why.\n"


def test_a_commit_that_is_not_there_is_not_called_private(github, tmp_path):
    done = github.run("review.sh", "nowhere", "HEAD", tmp_path / "review", ends=2)
    assert "private" not in done.stdout + done.stderr
    assert "could not be looked at" in (tmp_path / "review/review.md").read_text("utf-8")


# --- forks ---


def fork(github: Hub, number: int, text: str, **of) -> dict:
    """A pull request from a fork: its commits lie on the server as GitHub keeps them, and nowhere else."""
    github.git("switch", "--quiet", "--force-create", "fork", "main")
    head = github.commit("Of a fork", **{f"data/awards/fork-{number}.yml": text, ".github-x/evil.sh": "touch owned\n"})
    github.git("push", "--quiet", "--force", "origin", f"HEAD:refs/pull/{number}/head")
    github.git("switch", "--quiet", "main")
    github.git("branch", "--quiet", "-D", "fork")
    where = {"full_name": f"somebody/fork-{number}"}
    return {
        "number": number,
        "state": "open",
        "base": {"ref": "main"},
        "head": {"ref": "main", "sha": head, "repo": where},
    } | of


def round_of(github: Hub) -> list[str]:
    """What forks.yml does at one time. Returns which pull requests it reviewed."""
    waiting, folder = github.here.parent / "waiting.txt", github.here.parent / "reviews"
    github.run("forks.py", waiting)
    for old in folder.glob("*"):
        old.unlink()
    github.run("review_forks.sh", waiting, folder)
    for file in sorted(folder.glob("*.md")):
        github.run("say.sh", file, NUMBER=file.stem, BRANCH="")
    return sorted(file.stem for file in folder.glob("*.md"))


def test_pull_requests_from_forks_are_reviewed_once_for_each_of_their_commits(github):
    own = {"number": 20, "state": "open", "base": {"ref": "main"}}
    own["head"] = {"ref": "x", "sha": "0" * 40, "repo": {"full_name": "barsetshire-pcc/money"}}
    github.put(pulls=[own, fork(github, 21, GOOD), fork(github, 22, GOOD.replace("100.00", "lots"))])
    assert round_of(github) == ["21", "22"]
    said = {c["issue"]: c["body"] for c in github.state["comments"]}
    assert set(said) == {21, 22}
    assert "pounds and pence" in said[22] and "pounds and pence" not in said[21]
    assert round_of(github) == []
    github.put(pulls=[own, fork(github, 21, GOOD.replace("Walks", "Night walks"))])
    assert round_of(github) == ["21"]
    assert len(github.state["comments"]) == 2
    assert not list(github.here.parent.rglob("owned"))


def test_a_fork_that_was_deleted_and_one_that_moves_meanwhile_do_no_harm(github):
    gone, moving = fork(github, 23, GOOD), fork(github, 24, GOOD)
    gone["head"]["repo"] = None
    moving["head"]["sha"] = "1" * 40
    github.put(pulls=[gone, moving])
    assert round_of(github) == ["23"]


def test_a_fork_that_shares_no_commit_keeps_no_other_waiting(github, tmp_path):
    alone, other = fork(github, 27, GOOD), fork(github, 28, GOOD)
    alone["head"]["sha"] = github.git("commit-tree", "main^{tree}", "-m", "Alone")
    github.git("push", "--quiet", "--force", "origin", f"{alone['head']['sha']}:refs/pull/27/head")
    github.put(pulls=[alone, other])
    github.run("forks.py", tmp_path / "waiting.txt")
    assert [line.split()[0] for line in (tmp_path / "waiting.txt").read_text("utf-8").splitlines()] == ["28"]


def test_a_fork_that_cannot_be_looked_at_is_told_so_once(github, tmp_path):
    waiting, folder = tmp_path / "waiting.txt", tmp_path / "reviews"
    waiting.write_text(f"29 {'1' * 40} {'2' * 40}\n", "utf-8")
    github.run("review_forks.sh", waiting, folder)
    said = (folder / "29.md").read_text("utf-8")
    assert "could not be looked at" in said and f"<!-- {'2' * 40} -->" in said


def test_a_link_in_a_fork_leads_to_no_file_of_the_machine(github, tmp_path):
    """Nor does a path that leads out of the folder: its commits are read from git, and its files are nowhere."""
    secret = tmp_path / "secret.yml"
    secret.write_text("title: The secret of the machine\n" + GOOD, "utf-8")
    pull = fork(github, 26, GOOD)
    github.git("switch", "--quiet", "--create", "links")
    for name in ("data/awards/link.yml", "data/publisher-link.yml", "content/link.md"):
        (github.here / name).symlink_to(secret)
    (github.here / "data/funds").rename(github.here / "data/elsewhere")
    (github.here / "data/funds").symlink_to(tmp_path)
    pull["head"]["sha"] = github.commit("Links")
    github.git("push", "--quiet", "--force", "origin", "HEAD:refs/pull/26/head")
    github.git("switch", "--quiet", "main")
    github.put(pulls=[pull])
    assert round_of(github) == ["26"]
    assert "secret of the machine" not in json.dumps(github.state)


def test_what_a_fork_says_of_itself_in_a_comment_is_not_believed(github):
    pull = fork(github, 25, GOOD)
    forged = {"id": 1, "issue": 25, "user": SOMEBODY, "body": f"<!-- daylight-review -->\n<!-- {pull['head']['sha']} -->"}
    github.put(pulls=[pull], comments=[forged])
    assert round_of(github) == ["25"]


def test_a_token_is_nowhere_in_what_is_reviewed(github):
    """The step that reads a fork's records has none, so that nothing in them can ask for it."""
    text = Path(".github/workflows/forks.yml")
    steps = (Path(__file__).parents[2] / text).read_text("utf-8").split("      - ")
    (step,) = (s for s in steps if "review_forks.sh" in s)
    assert "TOKEN" not in step and os.environ.get("GH_TOKEN") is None
