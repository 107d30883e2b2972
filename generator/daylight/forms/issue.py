"""An issue as GitHub tells of it in an event: what a form was filled in with, and whether it may become a pull request."""

from collections.abc import Mapping
from dataclasses import dataclass

MEMBERS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
ACCEPTED = "accepted"  # the label by which somebody of the office agrees to the form of somebody else


@dataclass(frozen=True)
class Issue:
    """The issue of a form: its number, title and body, the ISO day on which it was opened, and whether a pull request may
    be made of it: for members of the repository at once, for others when a member has just added the label `accepted`.

    An edit after that is new: the label must be added again.
    """

    number: int
    title: str
    body: str
    day: str
    agreed: bool


def issue_of(event: Mapping) -> Issue:
    """The issue that an event is about. An event that is none is a KeyError, TypeError or ValueError."""
    issue = event["issue"]
    labelled = event.get("action") == "labeled" and (event.get("label") or {}).get("name") == ACCEPTED
    agreed = issue.get("author_association") in MEMBERS or labelled
    day = str(issue["created_at"])[:10]
    return Issue(int(issue["number"]), issue.get("title") or "", issue.get("body") or "", day, agreed)
