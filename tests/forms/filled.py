"""Fills in forms as people do, and sends them as GitHub does: the body of an issue, and the event that tells of it."""

import json
from copy import deepcopy
from pathlib import Path

from lxml import html
from markdown_it import MarkdownIt
from tests.built import TODAY
from tests.cases import write

from daylight.forms.asked import confirmation, questions
from daylight.forms.templates import TICK
from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site

EVENT = json.loads((Path(__file__).parent / "event.json").read_text("utf-8"))
SOURCE = "https://www.barsetshire-pcc.example/awards"
AWARD = {
    "title": "Evening walks on the towpath",
    "purpose": "Lit walks for people who go home late, on two evenings a week.",
    "type": "Grant",
    "amount": "£12,500",
    "fund": "Safety fund (safety)",
    "recipient": "Barchester Boxing Club",
    "award_date": "14th July 2026",
    "start_date": "2026-09-01",
    "end_date": "31/03/2027",
    "legal_power": "Police Reform and Social Responsibility Act 2011, section 9",
    "cdr_reasons": "People who walk home together are less often robbed, as two winters have shown.",
    "conditions": "- The money is spent by 31 March 2027.\n\n* What came of it is told.",
    "source": SOURCE,
}
OTHERS = {
    "data/funds/safety.yml": "title: Safety fund\nsource: https://example.org/\n",
    "data/organisations/club.yml": "name: Barchester Boxing Club\nsource: https://a.example/\nnames:\n  - name: The Boxers\n",
    "data/awards/chest.csv": (
        "key,title,type,direction,amount,amount_basis,recipient,source\n"
        "ba-a001,First sessions,grant,out,100.00,exact,club,https://example.org/\n"
        'ba-a002,"Sessions, the second",grant,out,200.00,exact,club,https://example.org/\n'
    ),
}


def office(folder: Path, **more: str) -> Path:
    """The office of the cases with a fund, an organisation and a table of two awards."""
    home = write({"files": OTHERS | more}, folder / "office")
    (home / "content").mkdir()
    (home / "content/contact.md").write_text("# Contact\n\nWrite to hello@barsetshire.example.\n", "utf-8")
    return home


def site_of(home: Path) -> Site:
    return load(home, load_schemas(), TODAY)[0]


def body(site: Site, form: str, given: dict[str, str], ticked: bool = True) -> str:
    """The body of the issue that GitHub makes of a filled form: every question, also those that were left out."""
    said = []
    for question in questions(site, form):
        said.append(f"### {question.label}\n\n{given.get(question.id) or question.chosen or '_No response_'}\n")
    unknown = given.keys() - {question.id for question in questions(site, form)}
    assert not unknown, unknown
    return "\n".join([*said, f"### {confirmation(form)}\n\n- [{'X' if ticked else ' '}] {TICK}"])


def event(text: str | None, **of: object) -> dict:
    """The event of an issue with a body. `of` are other values of the issue; `action` and `label` are those of the event."""
    made = deepcopy(EVENT)
    made["issue"]["body"] = text
    made["action"] = of.pop("action", "opened")
    if label := of.pop("label", None):
        made["label"] = {"id": 7, "name": label, "color": "ededed", "default": False}
    made["issue"] |= of
    return made


def page(reply: str) -> html.HtmlElement:
    """A reply as GitHub shows it, near enough: without what parts names from their @."""
    made = MarkdownIt("gfm-like", {"linkify": False}).render(reply).replace("\u2060", "")
    return html.fromstring(f"<div>{made}</div>")


def told(reply: str) -> list[list[str]]:
    """The rows of the tables in a reply."""
    return [[cell.text_content().strip() for cell in row.iter("td")] for row in page(reply).iter("tr")]
