"""Makes a draft from the form of a correction: some fields of one record that is there."""

from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from daylight.drafts import Draft
from daylight.forms import fields
from daylight.forms.asked import CORRECTIONS, PAGE, RECORD, SAYS, WHERE, Question
from daylight.forms.drafting import Drafted, value_of
from daylight.forms.naming import find
from daylight.record import Record
from daylight.site import Site
from daylight.values import parse

NOTHING = "nothing"


class Named(NamedTuple):
    """The records that a form may mean, and where they were sought: '' for all kinds."""

    records: list[Record]
    question: Question


def corrected(site: Site, texts: dict[str, str]) -> Drafted:
    """The draft of a correction; or, where the record or the field cannot be told, only what must be put right."""
    made = Drafted()
    for question in CORRECTIONS:
        if question.required and question.id not in texts:
            made.wrong.append((question.label, "this must be filled in"))
    if (source := texts.get("source")) and parse(site.schemas["award"].by_name["source"], source, "", 1)[1]:
        made.wrong.append((WHERE.label, "this must be an address like https://www.example.org/page"))
    named = _records(site, texts)
    if len(named.records) != 1:
        made.wrong.append((named.question.label, _which(site, named, texts)))
        return made
    record = named.records[0]
    said, wrong = fields.read(site, record, texts.get("says", ""))
    made.wrong.extend((SAYS.label, why) for why in wrong)
    if made.wrong:
        return made
    after = {of.field.name: _after(site, of, made) for of in said}
    new = [Draft(d.kind, d.key, {**d.fields, "source": texts["source"]}) for d in made.drafts]
    return replace(made, drafts=[*new, Draft(record.kind, record.key, after)])


def _after(site: Site, of: fields.Said, made: Drafted) -> str | None:
    """What a field is to say as records have it; None for nothing."""
    question = Question(of.field.name, of.field.title, "", field=of.field)
    return None if of.text.casefold().strip(". ") == NOTHING else value_of(site, question, of.text, made)


def _records(site: Site, texts: dict[str, str]) -> Named:
    """What is meant by the address of a page and by a key, or by a reference or a name. They must not lead to two records."""
    folders = {schema.folder: schema.name for schema in site.schemas.values() if schema.folder and schema.name in site.records}
    page = urlsplit(texts.get("page", "")) if "page" in texts else None
    words = [unquote(word) for word in page.path.split("/") if word] if page else []
    of_page = site.get(folders[words[-2]], words[-1]) if len(words) > 1 and words[-2] in folders else None
    key = texts.get("record", "")
    last = key.split("/")[-1].split()[-1:]  # of "Award sy-2023-041", or of an address
    of_key = [r for kind in folders.values() for r in find(site, kind, key)]
    of_key = of_key or [r for word in last for kind in folders.values() if (r := site.get(kind, word.lower()))]
    if of_page and key:
        return Named([of_page] if of_page in of_key else [], RECORD)
    if of_page or not key:
        return Named([of_page] if of_page else [], PAGE)
    return Named(of_key, RECORD)


def _which(site: Site, named: Named, texts: dict[str, str]) -> str:
    """What must be typed where no record, or more than one, has the key or page that is given."""
    if named.records:
        kinds = " and ".join(sorted(site.schemas[r.kind].title.lower() for r in named.records))
        return f"one key names several records ({kinds}); give the address of the page instead"
    if "page" in texts and "record" in texts:
        return "the key and the address must be those of one record; leave one of them out"
    if "page" not in texts and "record" not in texts:
        return "the key of the record or the address of its page must be given"
    return "this must be the key of a record that is there, or the address of its page"
