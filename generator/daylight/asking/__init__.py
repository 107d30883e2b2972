"""Asks in plain English what a new record needs, reads the answers, and makes a draft of them."""

from collections.abc import Mapping
from typing import Protocol

from daylight.asking import answers, naming, questions
from daylight.drafts import Draft, DraftRow
from daylight.new import LONGEST, is_key
from daylight.schema import Field, Schema
from daylight.site import Site

NEW = "n"  # the answer that makes a record that is not there yet
MADE = ("organisation",)  # kinds of which a record can be made in passing


class Talk(Protocol):
    """Somebody who answers questions."""

    def say(self, text: str) -> None:
        """Tells them something."""

    def ask(self, prompt: str, usual: str = "") -> str:
        """What they answer, without spaces around it; `usual` where they answer nothing."""


class Asking:
    """A conversation about one new record, and about those that have to be made for it."""

    def __init__(self, site: Site, talk: Talk):
        self.site, self.talk = site, talk
        self.drafts: list[Draft] = []  # of the records that are made in passing

    def record(self, kind: str, begun: Mapping[str, str] | None = None) -> Draft:
        """Asks for a record of a kind, of which some fields may be known. Those made for it stand in `drafts`."""
        schema, fields = self.site.schemas[kind], dict(begun or {})
        for field in questions.fields(schema):
            if field.name not in fields and questions.applies(schema, field, fields):
                self.field(schema, field, fields)
        rows = {
            name: self.rows(schema, name) for name in questions.LISTS.get(kind, ()) if fields.get("direction", "out") == "out"
        }
        return Draft(kind, self.key(schema, fields), fields, {name: said for name, said in rows.items() if said})

    def field(self, schema: Schema, field: Field, fields: dict[str, str]) -> None:
        """Asks for one field until the answer is a value, or nothing where it may be left out."""
        usual = answers.number(field, questions.usual(schema, field, fields))
        self.talk.say(questions.text(field))
        for line in answers.choices(field):
            self.talk.say(line)
        while True:
            typed = self.talk.ask(self._prompt(field), usual)
            if not typed:
                if not field.constraints.get("required"):
                    return
                self.talk.say(f"The {field.title.lower()} must be given.")
                continue
            text = self.reference(field, typed) if field.refers else self._told(answers.read(field, typed))
            if text:
                fields[field.name] = text
                return

    def _prompt(self, field: Field) -> str:
        if field.categories:
            return "Its number"
        return "Part of its name" if field.refers else field.title

    def _told(self, answer: answers.Answer) -> str:
        if answer.told:
            self.talk.say(answer.told)
        return answer.text

    def reference(self, field: Field, typed: str) -> str:
        """The key of the record that somebody means by a part of its name; '' where it has to be asked again."""
        names = self.names(field.refers)
        keys = answers.found(names, typed)
        if keys == [typed] or typed in keys[:1]:
            return typed
        for number, key in enumerate(keys[: answers.MOST], 1):
            self.talk.say(f"  {number} {names[key]} ({key})")
        if len(keys) > answers.MOST:
            self.talk.say(f"  … and {len(keys) - answers.MOST} more: type more of the name.")
        if not keys:
            self.talk.say(f'There is no {field.refers.replace("_", " ")} like "{typed}".')
        make = field.refers in MADE
        if not keys and not make:
            return ""
        said = self.talk.ask(f"Its number{f', or {NEW} to make it' if make else ''}, or nothing to type another name")
        if make and said.casefold() == NEW:
            return self.made(field.refers, typed)
        if said and not said.isdecimal():  # another name already
            return self.reference(field, said)
        return keys[int(said) - 1] if said and 1 <= int(said) <= min(len(keys), answers.MOST) else ""

    def names(self, kind: str) -> dict[str, str]:
        """The names of all records of a kind by key, those made in passing among them."""
        label = self.site.schemas[kind].label
        there = {record.key: self.site.label(record) for record in self.site.all(kind)}
        return there | {draft.key: draft.fields.get(label) or draft.key for draft in self.drafts if draft.kind == kind}

    def made(self, kind: str, name: str) -> str:
        """Asks for a record that is made in passing, and gives its key."""
        self.talk.say(f'\nThe {kind.replace("_", " ")} "{name}" is made first.')
        label = self.site.schemas[kind].label
        draft = self.record(kind, {label: name})
        self.drafts.append(draft)
        self.talk.say(f"\nBack to the record itself: {name} is {draft.key}.")
        return draft.key

    def rows(self, schema: Schema, name: str) -> list[DraftRow]:
        """Asks for the rows of a list, each by its first field, until one is empty."""
        child = next(self.site.schemas[c] for c in schema.children if self.site.schemas[c].list == name)
        first = next(f for f in child.fields if not f.derived and f.name != child.parent)
        self.talk.say(f"\n{child.plural} (Enter ends the list)\n  {child.description}")
        found: list[DraftRow] = []
        while typed := self.talk.ask(f"{child.title} {len(found) + 1}"):
            if text := self._told(answers.read(first, typed)):
                found.append(DraftRow({first.name: text}))
        return found

    def key(self, schema: Schema, fields: Mapping[str, str]) -> str:
        """Asks for the key, and proposes one."""
        taken = self.names(schema.name)
        self.talk.say("\nKey\n  The name of the file and of the page. It never changes and is never used again.")
        while True:
            typed = self.talk.ask("Key", naming.key(schema, taken, fields))
            if not is_key(typed):
                self.talk.say(f"A key is made of at most {LONGEST} small letters, digits and hyphens, like sy-2023-041.")
            elif typed in taken:
                self.talk.say(f"There is already a record {typed}.")
            else:
                return typed
