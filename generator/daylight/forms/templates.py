"""Writes the issue forms of GitHub: one for each kind of record that staff add, and one for a correction."""

import yaml

from daylight.forms.asked import CORRECTION, KINDS, Question, confirmation, questions
from daylight.site import Site

FOLDER = ".github/ISSUE_TEMPLATE"
MADE = "# Made by `daylight forms` from the schemas and from this office's records. Do not edit it; run that again.\n"
WARNING = (
    "**What you write here is public at once, and stays in the history of this page.**\n\n"
    "Never write who or where a private person is: no name, home address, postcode, telephone number, e-mail address, "
    "signature, date of birth or bank detail. Never write where a refuge or another safe place is, not even its town.\n"
)
PART = (
    "\nFill in what is known and leave out the rest. More fields are added later, with the form *Correct a record*.\n\n"
    "Lists, such as several recipients, areas or payments, are written into the file of the record: open it on the pull "
    "request and choose *Edit file*.\n"
)
ONE = (
    "\nName the record by its key or by the address of its page. One form corrects one record, in as many fields as are "
    "wrong.\n\n"
    "Lists in it, such as its payments or conditions, and files such as pages and pictures are changed in the file itself: "
    "find it on GitHub and choose *Edit this file*. To take a whole record away, say so in an issue without a form.\n"
)
ROUTE = (
    "\nA reply says what will be published and what must be put right. "
    "Nothing is published before somebody of the office has agreed to it.\n"
)
TICK = "Nothing here says who or where a private person is, or where a refuge is."
ABOUT = {
    "award": ("Add an award", "Money that was agreed to go to somebody."),
    "decision": ("Add a decision", "What was decided, by whom, when and why."),
    "opportunity": ("Add an opportunity", "A grant round or tender that one can apply for."),
    CORRECTION: ("Correct a record", "Something on a page is wrong, and you know what it should say."),
}


def templates(site: Site) -> dict[str, bytes]:
    """All forms of an office, by their paths below it."""
    made = {f"{form}.yml": _form(site, form) for form in (*KINDS, CORRECTION)} | {"config.yml": _config(site)}
    return {f"{FOLDER}/{name}": (MADE + _text(what)).encode() for name, what in made.items()}


def _form(site: Site, form: str) -> dict:
    name, about = ABOUT[form]
    route = (ONE if form == CORRECTION else PART) + ROUTE
    warning = {"type": "markdown", "attributes": {"value": WARNING + route}}
    tick = {
        "type": "checkboxes",
        "id": "safe",
        "attributes": {"label": confirmation(form), "options": [{"label": TICK, "required": True}]},
    }
    body = [warning, *map(_element, questions(site, form)), tick]
    return {"name": name, "description": about, "title": form.capitalize(), "body": body}


def _element(question: Question) -> dict:
    """A question as GitHub asks it."""
    told: dict = {"label": question.label, "description": question.about}
    if question.options:
        options = list(question.options)
        told["options"] = options
        told |= {"default": options.index(question.chosen)} if question.chosen else {}
    elif question.example:
        told["placeholder"] = question.example
    kind = "dropdown" if question.options else "textarea" if question.long else "input"
    element = {"type": kind, "id": question.id, "attributes": told}
    return element | ({"validations": {"required": True}} if question.required else {})


def _config(site: Site) -> dict:
    """What stands beside the forms: where to say what must not be said in public."""
    contact = next((a for a in (site.url("contact/"), site.publisher.get("website", "")) if a.startswith("http")), "")
    private = {
        "name": "Something personal, or something that could harm somebody",
        "url": contact,
        "about": "Do not write it here. Tell the office itself.",
    }
    return {"blank_issues_enabled": True} | ({"contact_links": [private]} if contact else {})


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as lines."""


_Dumper.add_representer(
    str, lambda to, text: to.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)
)


def _text(what: dict) -> str:
    return yaml.dump(what, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
