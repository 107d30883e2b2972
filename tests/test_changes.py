"""What changed between two publications: nothing is missed, nothing invented, and nothing said again that was taken away."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.changes import ADDED, CHANGED, COLUMN, LIMITS, TABLE, VALUES, WITHDRAWN, Change, counts
from daylight.changes.compare import compare
from daylight.changes.reasons import reasoned
from daylight.changes.repeated import repeated
from daylight.changes.tables import Tabled, tables
from daylight.changes.version import is_wider, version
from daylight.exports.table import table
from daylight.schema import Field, Schema


def field(name: str, kind: str = "string", **more) -> Field:
    return Field(name, name.replace("_", " ").capitalize(), kind, f"What {name} is.", **{"constraints": {}} | more)


def own() -> tuple[Field, ...]:
    return field("thing"), field("number", "integer", derived=True)


FIELDS = (
    field("key"),
    field("title"),
    replace(field("amount", "number"), title="How much"),
    field("total", derived=True),
    field("page", derived=True),
    field("near", refers="thing"),
)
LISTS = ("parts", "changes", "withholdings")
THING = Schema("thing", "Thing", "Things", "", FIELDS, "things", "title", children=tuple(f"thing_{name}" for name in LISTS))
OF_LISTS = {
    "parts": (field("text"), field("cost", "number"), field("beside", refers="thing")),
    "changes": (field("field"), field("reason")),
    "withholdings": (field("applies_to"), field("reason")),
}
SCHEMAS = {"thing": THING} | {
    f"thing_{name}": Schema(
        f"thing_{name}", name, name.capitalize(), "", own() + fields, parent="thing", list=name, key=("thing", "number")
    )
    for name, fields in OF_LISTS.items()
}
SUM = Schema("sums", "Sum", "Sums", "", (field("key"), field("sum")), "sums")
Records = dict[str, dict]  # by key: the cells of a record, and the rows of its lists by their names


def published(records: Records, schemas: dict[str, Schema] | None = None, sums: str = "1") -> dict[str, Tabled]:
    """Some records as tables, as anybody reads them: a package and CSV files."""
    schemas = schemas or SCHEMAS
    made = [table(SUM, [{"key": "all", "sum": sums}])]
    for schema in schemas.values():
        made.append(table(schema, list(rows_of(schema, records))))
    resources = [
        {"name": t.name, "title": t.schema.plural, "path": f"{t.name}.csv", "schema": t.schema.descriptor()} for t in made
    ]
    files = {f"{t.name}.csv": t.data for t in made}
    return tables(json.dumps({"resources": resources}).encode(), files.__getitem__)


def rows_of(schema: Schema, records: Records):
    for key in sorted(records):
        if not schema.parent:
            cells = {name: text for name, text in records[key].items() if name not in LISTS}
            yield {name: text for name, text in {"key": key, "page": f"things/{key}/", **cells}.items() if text}
        for number, row in enumerate(records[key].get(schema.list, ()), 1) if schema.parent else ():
            yield {"thing": key, "number": str(number)} | {name: text for name, text in row.items() if text}


def changes(old: Records, new: Records) -> list[Change]:
    return compare(published(old), published(new), SCHEMAS)


def public(old: Records, new: Records) -> list[Change]:
    before, after = published(old), published(new)
    return repeated(reasoned(compare(before, after, SCHEMAS), SCHEMAS), before, after, SCHEMAS)


def said(found: list[Change]) -> list[tuple]:
    return [(c.key, c.change, c.list, c.row, c.field, c.before, c.after) for c in found if c.of_record]


# --- a diff applied to the old tables gives the new ones ---

TEXT = st.text(st.sampled_from("ab=+-@'\",\n\r\té"), max_size=4)
MONEY = st.sampled_from(["", "1.00", "-2.50"])
ROW = st.fixed_dictionaries({"text": TEXT, "cost": MONEY})
RECORD = st.fixed_dictionaries(
    {"title": TEXT, "amount": MONEY, "total": MONEY, "parts": st.lists(ROW, max_size=4)},
)
RECORDS = st.dictionaries(st.sampled_from("abcd"), RECORD, max_size=4)


def applied(old: Records, found: list[Change], new: Records) -> Records:
    """The old records with the changes. What a list of changes does not hold are the values of the records that came."""
    records = {key: {"title": r["title"], "amount": r["amount"], "parts": list(r["parts"])} for key, r in old.items()}
    rows: dict[str, dict[str, list[Change]]] = {}
    for change in found:
        if not change.of_record:
            continue
        if change.change == WITHDRAWN:
            del records[change.key]
        elif change.change == ADDED:
            records[change.key] = {name: new[change.key][name] for name in ("title", "amount", "parts")}
        elif change.list:
            what = "cells" if change.field else "came" if change.after is not None else "went"
            rows.setdefault(change.key, {}).setdefault(what, []).append(change)
        else:
            assert records[change.key][change.field] == (change.before or "")
            records[change.key][change.field] = change.after or ""
    for key, of in rows.items():
        went, came = {c.row for c in of.get("went", ())}, {c.row: c.after for c in of.get("came", ())}
        for c in of.get("went", ()):
            assert c.before == {k: v for k, v in records[key]["parts"][c.row - 1].items() if v}
        stayed = [dict(row) for number, row in enumerate(records[key]["parts"], 1) if number not in went]
        for number in sorted(came):
            stayed.insert(number - 1, {"text": "", "cost": ""} | came[number])
        for c in of.get("cells", ()):
            assert stayed[c.row - 1][c.field] == (c.before or "")
            stayed[c.row - 1][c.field] = c.after or ""
        records[key]["parts"] = stayed
    return records


@given(RECORDS, RECORDS)
def test_the_changes_applied_to_the_old_tables_give_the_new_ones(old, new):
    wanted = {key: {name: r[name] for name in ("title", "amount", "parts")} for key, r in new.items()}
    assert applied(old, changes(old, new), new) == wanted


@given(RECORDS)
def test_the_same_tables_have_no_changes(records):
    assert changes(records, records) == []


@given(RECORDS, RECORDS)
def test_a_publication_differs_from_another_exactly_where_there_is_a_change(old, new):
    before, after = published(old), published(new)
    differ = any(before[name].rows != after[name].rows for name in before)
    assert bool(changes(old, new)) == differ


# --- records, lists, tables ---

ONE = {"title": "Boats", "amount": "5.00"}


def test_a_record_that_came_or_went_is_one_change_and_holds_no_values():
    found = changes({"a": ONE}, {"b": ONE})
    assert [(c.kind, c.key, c.title, c.change, c.page) for c in found] == [
        ("thing", "a", "", WITHDRAWN, "things/a/"),
        ("thing", "b", "Boats", ADDED, "things/b/"),
    ]
    assert all(c.before is None and c.after is None for c in found)
    assert counts(found) == {ADDED: 1, CHANGED: 0, WITHDRAWN: 1}


def test_a_changed_record_is_counted_once_and_told_field_by_field():
    found = changes({"a": ONE}, {"a": {"title": "Ships", "amount": ""}})
    assert said(found) == [
        ("a", CHANGED, "", None, "title", "Boats", "Ships"),
        ("a", CHANGED, "", None, "amount", "5.00", None),
    ]
    assert counts(found)[CHANGED] == 1


def test_a_row_put_first_is_one_change_and_not_one_for_each_row_after_it():
    rows = [{"text": "b"}, {"text": "c"}]
    found = changes({"a": {"parts": rows}}, {"a": {"parts": [{"text": "a", "cost": "1.00"}, *rows]}})
    assert said(found) == [("a", CHANGED, "parts", 1, "", None, {"text": "a", "cost": "1.00"})]
    back = changes({"a": {"parts": [{"text": "a"}, *rows]}}, {"a": {"parts": rows}})
    assert said(back) == [("a", CHANGED, "parts", 1, "", {"text": "a"}, None)]


def test_what_is_worked_out_is_told_once_for_a_column_and_once_for_a_table():
    old = {key: {"title": key, "total": "1"} for key in "abc"}
    new = {key: {"title": key, "total": "2" if key < "c" else "1"} for key in "abc"}
    (column,) = changes(old, new)
    assert (column.kind, column.key, column.field, column.reason) == (VALUES, "things", "total", "Worked out anew in 2 rows.")
    (whole,) = compare(published(old), published(old, sums="2"), SCHEMAS)
    assert (whole.kind, whole.key, whole.field, whole.reason) == (VALUES, "sums", "", "Worked out anew in 1 row.")


def shaped(*fields: Field, **more) -> dict[str, Tabled]:
    return published({"a": {}}, SCHEMAS | {"thing": replace(THING, fields=fields, **more)})


@pytest.mark.parametrize(
    ("fields", "found", "number"),
    [
        (FIELDS[:2] + FIELDS[3:], [(COLUMN, WITHDRAWN, "amount")], "2.0.0"),
        ((*FIELDS, field("new")), [(COLUMN, ADDED, "new")], "2.0.0"),
        ((FIELDS[0], field("title", "date"), *FIELDS[2:]), [(COLUMN, CHANGED, "title")], "2.0.0"),
        ((FIELDS[0], field("title", format="uri"), *FIELDS[2:]), [(COLUMN, CHANGED, "title")], "2.0.0"),
        ((FIELDS[0], FIELDS[2], FIELDS[1], *FIELDS[3:]), [(TABLE, CHANGED, "")], "2.0.0"),
        ((FIELDS[0], field("title", constraints={"maxLength": 3}), *FIELDS[2:]), [(LIMITS, CHANGED, "title")], "2.0.0"),
    ],
    ids=["removed", "added", "retyped", "reformatted", "reordered", "narrower"],
)
def test_a_change_of_the_columns_is_told_and_major(fields, found, number):
    changes = compare(shaped(*FIELDS), shaped(*fields), SCHEMAS | {"thing": replace(THING, fields=fields)})
    assert [(c.kind, c.change, c.field) for c in changes] == found
    assert version("1.4.2", changes) == number


def test_a_table_that_went_is_major_and_one_that_came_is_minor():
    whole, less = published({}), {name: t for name, t in published({}).items() if name != "thing-parts"}
    assert [(c.kind, c.key, c.change) for c in compare(whole, less, SCHEMAS)] == [(TABLE, "thing-parts", WITHDRAWN)]
    assert version("1.4.2", compare(whole, less, SCHEMAS)) == "2.0.0"
    assert [(c.kind, c.key, c.change) for c in compare(less, whole, SCHEMAS)] == [(TABLE, "thing-parts", ADDED)]
    assert version("1.4.2", compare(less, whole, SCHEMAS)) == "1.5.0"


def test_rows_that_are_known_by_other_columns_are_not_compared():
    found = compare(shaped(*FIELDS), shaped(*FIELDS, key=("title",)), SCHEMAS)
    assert [(c.kind, c.change, c.before, c.after) for c in found] == [(TABLE, CHANGED, "key", "title")]
    assert version("1.0.0", found) == "2.0.0"


def test_a_column_that_is_new_and_filled_in_is_told_in_the_records_too():
    fields = (*FIELDS, field("new"))
    new = published({"a": ONE | {"new": "x"}}, SCHEMAS | {"thing": replace(THING, fields=fields)})
    found = compare(published({"a": ONE}), new, SCHEMAS)
    assert [(c.kind, c.field, c.after) for c in found] == [(COLUMN, "new", None), ("thing", "new", "x")]


# --- the version ---


def test_the_first_version_is_the_first():
    assert version("", []) == "1.0.0"


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ({}, {"a": ONE}, "1.5.0"),
        ({"a": ONE}, {}, "1.5.0"),
        ({"a": ONE}, {"a": ONE | {"title": "Ships"}}, "1.4.3"),
        ({"a": ONE}, {"a": ONE | {"total": "9"}}, "1.4.3"),
        ({"a": ONE}, {"a": ONE | {"parts": [{"text": "x"}]}}, "1.5.0"),
        ({"a": ONE | {"parts": [{"text": "x"}]}}, {"a": ONE | {"parts": [{"text": "y"}]}}, "1.4.3"),
        ({"a": ONE, "b": ONE}, {"a": ONE | {"title": "Ships"}, "c": ONE}, "1.5.0"),
    ],
    ids=["added", "withdrawn", "corrected", "worked out", "row added", "row corrected", "both"],
)
def test_the_greatest_change_decides_the_version(old, new, number):
    assert version("1.4.2", changes(old, new)) == number


@pytest.mark.parametrize(
    ("old", "new", "wider"),
    [
        ({}, {"required": True}, False),
        ({"required": True}, {}, True),
        ({"maxLength": 5}, {"maxLength": 9}, True),
        ({"maxLength": 9}, {"maxLength": 5}, False),
        ({"minimum": 1}, {"minimum": 0}, True),
        ({"minimum": 0}, {"minimum": 1}, False),
        ({"enum": ["a"]}, {"enum": ["a", "b"]}, True),
        ({"enum": ["a", "b"]}, {"enum": ["a"]}, False),
        ({"pattern": "a"}, {"pattern": "b"}, False),
        ({"pattern": "a", "maxLength": 3}, {"pattern": "a"}, True),
    ],
)
def test_a_limit_is_wider_where_every_value_that_met_it_still_does(old, new, wider):
    assert is_wider(old, new) == wider


# --- why ---


def test_the_reason_is_the_one_that_the_record_gives_for_the_field_by_name_or_title():
    old = {"a": ONE | {"changes": [{"field": "amount", "reason": "Long ago."}]}}
    old["a"]["changes"].append({"field": "title", "reason": "Long ago."})
    for called in ("amount", "How Much"):
        more = {"changes": [*old["a"]["changes"], {"field": called, "reason": "A slip."}]}
        found = public(old, {"a": ONE | more | {"title": "Ships", "amount": "6.00"}})
        assert {c.field: c.reason for c in found if not c.list} == {"title": "", "amount": "A slip."}
    spelled = {"changes": [old["a"]["changes"][0] | {"reason": "reasonable"}, *old["a"]["changes"][1:]]}
    assert {c.reason for c in public(old, {"a": ONE | spelled | {"amount": "6.00"}})} == {""}


# --- what is not said again ---


def befores(found: list[Change]) -> list:
    return [(c.key, c.field or c.list, c.before, c.not_repeated) for c in found if c.of_record and c.change == CHANGED]


def test_a_value_that_is_withheld_now_is_not_said_again():
    new = {"a": {"title": "Boats", "withholdings": [{"applies_to": "how much", "reason": "Safety."}]}}
    assert ("a", "amount", None, True) in befores(public({"a": ONE}, new))
    assert "5.00" not in json.dumps([c._asdict() for c in public({"a": ONE}, new)])


def test_a_text_that_was_taken_away_is_not_said_again_and_a_number_is():
    assert befores(public({"a": ONE}, {"a": {}})) == [("a", "title", None, True), ("a", "amount", "5.00", False)]


def test_a_text_of_a_record_that_withholds_anything_now_or_did_is_not_said_again():
    hides = {"withholdings": [{"applies_to": "the place", "reason": "Safety."}]}
    for old, new in ((ONE, ONE | hides), (ONE | hides, ONE | hides)):
        found = befores(public({"a": old}, {"a": new | {"title": "Ships", "amount": "6.00"}}))
        assert ("a", "title", None, True) in found
        assert ("a", "amount", "5.00", False) in found


@pytest.mark.parametrize(("was", "now"), [("Penrith refuge", "Support"), ("Penrith", "A refuge in the county")])
def test_a_text_that_speaks_of_people_in_danger_is_not_said_again(was, now):
    assert befores(public({"a": {"title": was}}, {"a": {"title": now}})) == [("a", "title", None, True)]


def test_a_text_that_looks_private_is_not_said_again():
    found = public({"a": {"title": "Ask Mr Harding, 07700 900123"}}, {"a": {"title": "Ask the office"}})
    assert befores(found) == [("a", "title", None, True)]


def test_the_words_of_a_row_that_went_are_not_said_again_and_its_numbers_are():
    old = {"a": {"parts": [{"text": "x", "cost": "1.00"}]}}
    assert befores(public(old, {"a": {}})) == [("a", "parts", {"cost": "1.00"}, True)]
    hidden = {"a": {"withholdings": [{"applies_to": "parts", "reason": "Safety."}]}}
    assert ("a", "parts", None, True) in befores(public(old, hidden))


def test_a_record_that_went_is_not_named_where_that_would_lead_somewhere():
    old = {"refuge": {"title": "Women's refuge"}, "hides": {"withholdings": [{"applies_to": "x"}]}, "plain": ONE, "kept": {}}
    old |= {"rose-cottage": {"title": "Rose Cottage"}, "kept": {"title": "rose-cottage"}}
    new = {"kept": {"withholdings": [{"applies_to": "title"}]}}
    found = [c for c in public(old, new) if c.change == WITHDRAWN]
    assert sorted((c.key, c.page, c.not_repeated) for c in found) == [("", "", True)] * 3 + [("plain", "things/plain/", False)]
    assert counts(found)[WITHDRAWN] == 4


def test_what_stood_before_does_not_name_a_record_that_went_unnamed():
    old = {"rose-cottage": {"title": "Rose House", "amount": "5.00"}, "oak": {"title": "Oak"}, "elm": {"title": "Elm"}}
    for name in ("a", "b", "c"):
        near = "oak" if name == "b" else "rose-cottage"
        old[name] = {"title": "rose house" if name == "c" else name, "near": near, "parts": [{"text": "x", "beside": near}]}
    moved = {"near": "elm", "parts": [{"text": "x", "beside": "elm"}]}
    new = {"elm": {"title": "Elm"}} | {name: old[name] | moved | {"title": "d"} for name in ("a", "b", "c")}
    old["rose-cottage"]["withholdings"] = [{"applies_to": "amount"}]
    found = public(old, new)
    assert sorted(c.key for c in found if c.change == WITHDRAWN) == ["", "oak"]
    assert sorted(befores(found)) == [
        ("a", "beside", None, True),
        ("a", "near", None, True),
        ("a", "title", "a", False),
        ("b", "beside", "oak", False),
        ("b", "near", "oak", False),
        ("b", "title", "b", False),
        ("c", "beside", None, True),
        ("c", "near", None, True),
        ("c", "title", None, True),
    ]
    assert "rose" not in json.dumps([c._asdict() for c in found]).lower()
