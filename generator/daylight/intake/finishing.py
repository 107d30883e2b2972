"""Makes drafts of what rows say: leads each to the records that it names, and gives it its key."""

from collections import Counter
from collections.abc import Mapping, Sequence

from daylight.drafts import Draft, DraftRow
from daylight.findings import words
from daylight.intake import keys
from daylight.intake.in_danger import safe
from daylight.intake.links import INSTEAD, Links
from daylight.intake.said import Said
from daylight.intake.taken import WHOLE
from daylight.new import is_key
from daylight.read import slug
from daylight.schema import Schema

OTHERWISE = "the record of the organisation, or an earlier row, says it otherwise"


class Finishing:
    """Makes drafts of rows of one kind of record. `mapped` is whether a mapping, in which a person can write, says how they
    are read; `counts` whether they stand in JSON, so that they have no rows that people see."""

    def __init__(
        self,
        file: str,
        schemas: Mapping[str, Schema],
        kind: str,
        links: Links,
        same_rows: str = "once",
        mapped: bool = True,
        counts: bool = False,
    ):
        self.file, self.schema, self.links, self.same_rows = file, schemas[kind], links, same_rows
        self.mapped, self.counts = mapped, counts

    def finish(self, every: Sequence[Said]) -> None:
        """Gives each row that is right its draft; organisations get theirs from `links.parties`."""
        right = [said for said in every if not said.taken.wrong]
        found = {id(said): self.lead(said) for said in right}
        self.links.parties.name_keys()
        right = [said for said in right if not said.taken.wrong]
        for said in right if self.schema.name == "award" else ():
            safe(said, self.links, [party.name for party in (*found[id(said)][0].values(), *found[id(said)][1])])
        for said in right:
            one, many = found[id(said)]
            said.fields |= {name: party.key for name, party in one.items()}
            if many:
                said.rows["recipients"] = [{"organisation": party.key} for party in many]
        self.name(right)

    def lead(self, said: Said) -> tuple[dict, list]:
        """Leads what a row names to records, and says where there is none."""
        one, many = {}, []
        for name, named in [*said.parties.items(), *(("recipients", named) for named in said.recipients)]:
            found = self.links.parties.find(named, said.at, said.fields.get("source", ""))
            if found.party is None:
                self.wrong(said, said.columns.get(name, WHOLE), found.why, name, field=words(name))
            elif name == "recipients":
                many.append(found.party)
            else:
                one[name] = found.party
            for other in found.others:
                if (column := said.columns.get(f"{name}.{other}")) is not None:
                    said.taken.left[column] = OTHERWISE
                    said.taken.into.pop(column, None)
        for field_ in self.schema.references:
            if field_.refers != "organisation" and field_.name in said.fields:
                self.refer(said, field_)
        return one, many

    def refer(self, said: Said, field_) -> None:
        text, instead = said.fields[field_.name], INSTEAD.get(field_.name, "")
        key, near = self.links.find(field_, text)
        if key:
            said.fields[field_.name] = key
        elif instead in self.schema.by_name and not near:
            said.fields.setdefault(instead, said.fields.pop(field_.name))
            if (column := said.columns.pop(field_.name, None)) is not None:
                said.taken.into[column] = f"{self.schema.name}.{instead}"
                said.columns[instead] = column
        else:
            facts = {"field": words(field_.name), "value": text, "kind": words(field_.refers)}
            self.wrong(said, said.columns.get(field_.name, WHOLE), "no-record", field_.name, near, **facts)

    def name(self, right: Sequence[Said]) -> None:
        """Gives each row its key, and says which have none."""
        site, kind = self.links.site, self.schema.name

        def taken(key: str) -> dict[str, str] | None:
            record = site.get(kind, key)
            return {name: str(value) for name, value in record.values.items()} if record else None

        own = [said for said in right if "key" in said.fields]
        for said in own:
            said.taken.drafts = [self.draft(said, said.fields.pop("key"))]
        rest = [said for said in right if "key" not in said.fields and said not in own]
        times: Counter[int] = Counter()
        naming = keys.OF.get(kind, keys.Naming(("reference",), ("title", "name")))
        for said, key in zip(rest, keys.keys(naming, [said.whole() for said in rest], taken), strict=True):
            if key.key and self.is_another(said, taken(key.key)):
                self.wrong(said, WHOLE, "other-record", value=key.key)
            elif key.key:
                said.taken.drafts = [self.draft(said, key.key)]
            elif key.why_not == keys.SAME_ROW and self.same_rows == "each":
                times[key.other] += 1
                said.taken.drafts = [self.draft(said, f"{rest[key.other].taken.drafts[0].key}-{times[key.other] + 1}")]
            else:
                why = "same-grant" if key.why_not == keys.SAME_ROW and not self.mapped else key.why_not
                self.wrong(said, WHOLE, why, place=self.place(rest[key.other]))

    def place(self, said: Said) -> str:
        return f"number {said.taken.row}" if self.counts else f"row {said.taken.row + 1}"

    def is_another(self, said: Said, there: Mapping[str, str] | None) -> bool:
        """Whether the record with the key of a row tells of something else: nothing by which people know it is the same."""
        both = [
            name
            for name in ("title", "name", "recipient", "award_date", "amount")
            if there and name in there and name in said.fields
        ]
        return len(both) > 1 and all(there[name] != said.fields[name] for name in both)

    def draft(self, said: Said, key: str) -> Draft:
        """The record of a row."""
        if not is_key(key):
            self.wrong(said, said.columns.get("key", WHOLE), "key", "key", slug(key), value=key)
        fields = {name: text for name, text in said.fields.items() if text}
        rows = {name: [DraftRow(row, None, said.at) for row in of] for name, of in said.rows.items()}
        return Draft(self.schema.name, key, fields, rows, said.at)

    def wrong(self, said: Said, column: int, name: str, of: str = "", fix: str = "", **facts) -> None:
        said.taken.mend(self.file, column, name, fix, of, **facts)
