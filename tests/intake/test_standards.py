"""Files of 360Giving and OCDS as publishers make them: in which forms they come, and what becomes of what is unusual in them.

Each case says what must be written, and what must be said, of a file of one or two grants or releases.
"""

import copy
import json
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.small import SOURCE, awards, book, outcomes, table, taken, wrong

from daylight.intake import telling

OWN = {"id": "GB-GOR-PC999", "name": "Police and Crime Commissioner for Barsetshire"}
OCID = "ocds-bar5et-1"
SUPPLIER = {"id": "GB-COH-01000001", "name": "Barchester Bell Ltd"}
TITLES = "Identifier|Title|Amount Awarded|Award Date|Recipient Org:Name|Funding Org:Name"


def grant(number: int = 1, **fields) -> dict:
    plain = {"id": f"360G-x-{number}", "title": f"Hall {number}", "amountAwarded": 1000, "awardDate": "2025-05-01"}
    bodies = {"recipientOrganization": [{"id": f"360G-x-hall-{number}", "name": f"Hall Trust {number}"}]}
    return plain | bodies | {"fundingOrganization": [OWN]} | fields


def award(number: int = 1, amount=10000, **fields) -> dict:
    said = {"id": str(number), "title": f"Bells {number}", "status": "active", "date": "2025-05-01T00:00:00Z"}
    return said | {"value": {"amount": amount, "currency": "GBP"}, "suppliers": [SUPPLIER]} | fields


def release(*of: dict, **fields) -> dict:
    return {"ocid": OCID, "id": "1", "date": "2025-05-01T10:00:00Z", "tag": ["award"], "buyer": OWN, "awards": [*of]} | fields


def contract(number: int, amount, **fields) -> dict:
    return {"id": f"c{number}", "awardID": "1", "title": "Bells", "value": {"amount": amount, "currency": "GBP"}} | fields


def took(tmp_path, held, name: str = "a.json", write: bool = False):
    """The import of a JSON value, or of bytes, into an office; and that its account adds up, also in money."""
    data = held if isinstance(held, bytes) else json.dumps(held).encode()
    done = taken(tmp_path / "office", data, name, write, given={"source": SOURCE})
    assert all(one.total == sum(one.of.values()) for one in (done.account.sums if done.account else ()))
    return done


def amounts(done) -> list[str]:
    return [award.get("amount", "") for award in awards(done)]


LINES = f"{json.dumps(grant(1))}\n{json.dumps(grant(2))}\n".encode()
RECORD = {"ocid": OCID, "releases": [release(award())], "versionedRelease": {"ocid": OCID}}


@pytest.mark.parametrize(
    ("held", "of"),
    [
        ({"version": "1.4", "grants": [grant(1), grant(2)]}, 2),
        ([grant(1), grant(2)], 2),
        (grant(), 1),
        (LINES, 2),
        (json.dumps([grant()]).encode("utf-16"), 1),
        (b"\xef\xbb\xbf" + json.dumps({"grants": [grant()]}).encode(), 1),
        ({"grants": [grant(1), "lost", None, 7]}, 1),
        (release(award()), 1),
        ([release(award())], 1),
        ({"releases": [release(award())], "version": "1.1"}, 1),
        ({"records": [{"ocid": OCID, "compiledRelease": release(award())}]}, 1),
        ({"records": [RECORD]}, 1),
        (RECORD, 1),
        ([{"uri": "page 1", "releases": [release(award())]}, {"releases": [release(award(), ocid="ocds-bar5et-2")]}], 2),
    ],
)
def test_files_are_read_in_each_form_in_which_they_are_published(tmp_path, held, of):
    assert len(awards(took(tmp_path, held))) == of


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"grants": []}, 'the "grants" of this file must hold something'),
        (b'{"grants": [{"title": "Roof", "amountAwarded": 5, "amountAwarded": 6}]}', '"amountAwarded" stands twice'),
        ([{"Recipient": "Club", "Amount": 5}], "must be a 360Giving package"),
        (b"[" * 100_000, "whole JSON"),
        (LINES[:-9], "whole JSON"),
    ],
)
def test_files_that_cannot_be_taken_are_said(tmp_path, held, said):
    done = took(tmp_path, held)
    assert said in "\n".join(wrong(done))
    assert done.proposal is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amountAwarded": [5]}, "the amountAwarded must be one value"),
        ({"recipientOrganization": "Hall Trust"}, "the recipientOrganization must be a list of objects"),
        ({"amountAwarded": "22.955"}, "no more than two decimals"),
        ({"awardDate": "01/02/2025"}, 'like 2024-05-01; "01/02/2025" may be day or month first'),
        ({"recipientOrganization": [{"id": "https://hall.example", "name": "Hall"}]}, 'GB-CHC-1234567, not "https://hall.'),
        ({"recipientOrganization": [{"id": "GB-COH-1234567", "name": "Hall"}]}, "0/id: an identifier of the list GB-COH"),
        ({"recipientIndividual": {"name": "Septimus Harding"}}, 'who must not be named: write "Individual" instead'),
    ],
)
def test_what_must_be_put_right_in_a_grant_is_said_at_its_place(tmp_path, fields, said):
    done = took(tmp_path, [grant(**fields)])
    assert awards(done) == []
    [line] = wrong(done)
    assert line.startswith("grants, number 1, ")
    assert said in line
    assert "Harding" not in line


def test_grants_that_stand_twice_are_counted_as_json_counts(tmp_path):
    said = "\n".join(wrong(took(tmp_path, [grant(1), grant(1), grant(2), grant(2, amountAwarded=5)])))
    assert "grants, number 2: each grant must stand here once, and number 1 is the same in everything" in said
    assert "number 4: each row must have its own reference, and number 3 has the same" in said


def test_the_moment_of_an_award_is_a_day_in_the_united_kingdom(tmp_path):
    [made] = awards(took(tmp_path, [grant(awardDate="2025-06-30T23:00:00Z")]))
    assert made["award_date"] == "2025-07-01"


def test_the_order_of_days_is_that_of_their_column(tmp_path):
    rows = (TITLES, "1|Roof|5|01/02/2025|Club|Other", "2|Bell|6|25/04/2025|Hall|Other")
    assert [made["award_date"] for made in awards(took(tmp_path, table(*rows), "g.csv"))] == ["2025-02-01", "2025-04-25"]


@pytest.mark.parametrize(("second", "outcome"), [("Roof", "record"), ("Bell", "held")])
def test_a_field_in_two_columns_is_taken_once_or_refused(tmp_path, second, outcome):
    done = took(tmp_path, table(f"{TITLES}|Title", f"1|Roof|5|2025-05-01|Club|Other|{second}"), "g.csv")
    assert [row.outcome for row in done.rows] == ["skipped", outcome]


def test_names_with_a_slash_hide_no_value(tmp_path):
    done = took(tmp_path, [grant(**{"plannedDates": [{"startDate": "2025-06-01"}], "plannedDates/0/startDate": "2025-07-01"})])
    assert awards(done)[0]["start_date"] == "2025-06-01"
    assert sum(done.account.cells.values()) == 20


def test_an_office_that_gives_with_another_is_the_one_that_gives(tmp_path):
    done = took(tmp_path, [grant(1, fundingOrganization=[{"name": "Barchester Trust"}, OWN]), grant(2)])
    assert {made["direction"] for made in awards(done)} == {"out"}
    assert any("another body gives with it" in why for row in done.rows for why in row.left.values())


def test_a_programme_is_found_whichever_grant_brings_it(tmp_path):
    grants = [
        grant(1, grantProgramme=[{"title": "Bells Fund"}]),
        grant(2, grantProgramme=[{"code": "B", "title": "Bells Fund"}]),
    ]
    assert [made["fund"] for made in awards(took(tmp_path, grants, write=True))] == ["b", "b"]
    assert {result.outcome for result in took(tmp_path, grants).proposal.results} == {"same"}


def test_what_a_grant_names_twice_it_leads_to_once(tmp_path):
    place = {"name": "Barchester", "geoCode": "E07999001"}
    [row] = [row for row in took(tmp_path, [grant(beneficiaryLocation=[place, place])]).rows if row.drafts]
    assert [area.fields for area in row.drafts[0].rows["areas"]] == [{"area": "barchester"}]
    theirs = grant(fundingOrganization=[{"name": "Trust"}], grantProgramme=[{"title": "A"}, {"title": "B"}])
    assert awards(took(tmp_path, [theirs]))[0]["scheme"] == "A; B"


def test_what_was_paid_is_taken(tmp_path):
    paid = [{"id": "t1", "transactionDate": "2025-06-01", "value": 400, "currency": "GBP"}, {"value": 9}]
    [row] = [row for row in took(tmp_path, [grant(disbursementTransaction=paid)]).rows if row.drafts]
    assert [pay.fields for pay in row.drafts[0].rows["payments"]] == [{"date": "2025-06-01", "amount": "400.00"}]


def test_headings_below_a_title_and_sheets_about_the_file(tmp_path):
    grants = [["Grants of 2025"], [], TITLES.split("|"), ["1", "Roof", "£5.00", "2025-05-01", "Club", "Other"]]
    done = took(
        tmp_path, book(grants, [["This file", "tells of grants"]], [["Identifier", "Theme"], ["1", "Bells"]]), "g.xlsx"
    )
    assert amounts(done) == ["5.00"]
    assert [line.partition(":")[0] for line in wrong(done)] == ["Sheet3, rows 1 and 2"]
    assert '  Recipient Org:Name: organisation.name in 1 cell, like "Club"' in telling.understood(done)


def test_totals_and_notes_in_a_sheet_of_grants_are_no_grants(tmp_path):
    rows = [f"{n}|Roof|{n}00|2025-05-01|Club {n}|Other" for n in (1, 2, 3)]
    done = took(tmp_path, table(TITLES, *rows, "Total||600|||", "Source: our records|||||"), "g.csv")
    assert outcomes(done) == [(1, "skipped"), (2, "record"), (3, "record"), (4, "record"), (5, "skipped"), (6, "skipped")]
    assert wrong(done) == []


TENDER = {"id": "t", "title": "Bells", "value": {"amount": 7000, "currency": "GBP"}}
OLD = release(award(1), award(2, 300), id="a", date="2025-01-01T00:00:00Z", tender=TENDER)
NEW = release(award(1, 11000), id="b", date="2025-07-01T00:00:00Z")
CANCELLED = {"ocid": OCID, "id": "c", "date": "2025-08-01T00:00:00Z", "awards": [{"id": "1", "status": "cancelled"}]}


@pytest.mark.parametrize("order", [[OLD, NEW], [NEW, OLD]])
def test_releases_of_one_process_are_merged_and_no_amount_is_counted_twice(tmp_path, order):
    done = took(tmp_path, {"releases": order})
    assert sorted(amounts(done)) == ["11000.00", "300.00"]
    assert sum(one.total for one in done.account.sums) == Decimal(28300)
    assert sum(one.of["skipped"] for one in done.account.sums) == Decimal(
        17000
    )  # what is said otherwise later, and the tender
    assert wrong(done) == []


def test_what_a_later_release_cancels_is_withdrawn(tmp_path):
    [made] = awards(took(tmp_path, {"releases": [NEW, CANCELLED]}))
    assert (made["status"], made["amount"]) == ("withdrawn", "11000.00")


def test_the_amendment_of_an_award_is_no_withdrawal(tmp_path):
    amended = award(amendments=[{"id": "1", "date": "2025-06-01T00:00:00Z", "description": "Raised by £500"}])
    [row] = [row for row in took(tmp_path, release(amended)).rows if row.drafts]
    assert row.drafts[0].rows["changes"][0].fields["kind"] == "variation"


def test_awards_with_the_same_id_in_two_processes_are_two(tmp_path):
    done = took(tmp_path, [release(award()), release(award(1, 5), ocid="ocds-bar5et-2")])
    assert [draft.key for row in done.rows for draft in row.drafts] == ["ocds-bar5et-1-1", "ocds-bar5et-2-1"]


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (release(award(), contracts=[contract(1, 10500)]), ["10500.00"]),
        (release(award(), contracts=[contract(1, 6000), contract(2, 4000)]), ["6000.00", "4000.00"]),
        (release(contracts=[contract(1, 7000, dateSigned="2025-05-20T00:00:00Z")]), ["7000.00"]),
        (release(award(), award(2, 5, status="pending")), ["10000.00"]),
        (release(award(1, 1234.5600000000001)), ["1234.56"]),
        (release(award(1, value={})), [""]),
        (release(award(1, "9,000")), ["9000.00"]),
    ],
)
def test_each_agreement_is_one_award_with_its_own_amount(tmp_path, of, found):
    assert amounts(took(tmp_path, of)) == found


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (release(award(), awards="lots"), "the awards must be a list"),
        (release(award(), tag=[5]), "the tag/0 must be a text"),
        (release(award(), buyer={"name": {"en": "Council"}}), "the buyer/name must be a text"),
        (release(award(suppliers=SUPPLIER)), "the awards/0/suppliers must be a list"),
        (release(award(1, "10.555")), "no more than two decimals"),
        (release(award(), award()), 'each award must have its own id in its process, and two have "1"'),
        (release(award(suppliers=[{"id": "p", "name": "Mrs Eleanor Bold"}])), "who must not be named"),
        (release(award(date="May 2025")), "the award date must be a whole day"),
    ],
)
def test_what_must_be_put_right_in_a_release_is_said(tmp_path, of, said):
    done = took(tmp_path, of)
    assert awards(done) == []
    assert said in "\n".join(wrong(done))


@pytest.mark.parametrize(
    "who",
    [
        {"tender": {"title": "Bells", "procuringEntity": {"id": "x", "name": "Silverbridge Council"}}},
        {"parties": [{"id": "x", "name": "Silverbridge Council", "roles": ["procuringEntity"]}]},
    ],
)
def test_who_procures_pays_where_nobody_else_is_said_to(tmp_path, who):
    [made] = awards(took(tmp_path, release(award(), **{**who, "buyer": None})))
    assert made["direction"] == "pass_through"


def test_suppliers_before_1_1_have_their_numbers_where_they_are_named(tmp_path):
    named = {"scheme": "GB-COH", "id": "01000001"}
    old = {"name": "Barchester Bell Ltd", "identifier": named, "details": {"url": "https://bell.example/"}}
    done = took(tmp_path, release(award(suppliers=[old])))
    [party] = [result.draft for result in done.proposal.results if result.draft.kind == "organisation"]
    assert (party.fields["org_id"], party.fields["website"]) == ("GB-COH-01000001", "https://bell.example/")


def test_other_buyers_are_said_in_one_line(tmp_path):
    done = took(
        tmp_path, [release(award(), ocid=f"{OCID}{n}", buyer={"id": f"x{n}", "name": f"Council {n}"}) for n in range(8)]
    )
    [line] = [line for line in telling.understood(done) if "not this office" in line]
    assert line.endswith(
        "Council 5 and 2 more are not this office: their awards are marked as passed on, and are never added up."
    )


def paper(title: str, address: str, kind: str = "contractSigned") -> dict:
    return {"id": "d", "documentType": kind, "title": title, "url": f"https://www.barsetshire-pcc.example/{address}"}


def documents(done) -> dict[str, str]:
    """The address of each document that would be written, by its key."""
    made = (result.draft for result in done.proposal.results if result.draft.kind == "document")
    return {draft.key: draft.fields["address"].rpartition("/")[2] for draft in made}


def test_documents_of_the_office_are_taken_and_two_of_one_title_are_two(tmp_path):
    of = [release(award(documents=[paper("Contract", f"c{n}.pdf")]), ocid=f"{OCID}{n}") for n in (1, 2)]
    of.append(release(award(documents=[paper("Notice", "n", "awardNotice")]), ocid=f"{OCID}3"))
    of.append(release(award(documents=[paper("Theirs", "t")]), ocid=f"{OCID}4", buyer={"name": "Silverbridge Council"}))
    found = documents(done := took(tmp_path, of, write=True))
    assert list(found.values()) == ["c1.pdf", "c2.pdf"]
    linked = [row.fields["document"] for taken in done.rows for d in taken.drafts for row in d.rows.get("documents", ())]
    assert linked == list(found)
    assert {result.outcome for result in took(tmp_path, of).proposal.results} == {"same"}


def test_grants_with_documents_of_one_title_lead_each_to_their_own(tmp_path):
    grants = [
        grant(n, relatedDocument=[{"title": "Letter", "url": f"https://www.barsetshire-pcc.example/{n}"}]) for n in (1, 2)
    ]
    assert sorted(documents(took(tmp_path, grants)).values()) == ["1", "2"]


def test_an_amount_of_which_ocds_has_no_ends_keeps_its_words(tmp_path):
    said = award(value={}, description="Bells. Amount: A range. Amount as published: £1 to £5.")
    [made] = awards(took(tmp_path, release(said)))
    assert (made["amount_basis"], made["amount_as_published"]) == ("not_published", "£1 to £5")
    assert "Amount: A range" in made["purpose"]


@pytest.mark.parametrize("form", ["grant", "release"])
def test_a_refuge_that_the_office_knows_is_as_safe_as_a_new_one(tmp_path, form):
    body = {"id": "GB-COH-01000001", "name": "Barchester Women's Refuge"}
    place = [{"name": "Barchester"}]
    of = {
        "grant": lambda n: grant(n, recipientOrganization=[body], beneficiaryLocation=place),
        "release": lambda n: release(award(suppliers=[body]), ocid=f"{OCID}{n}"),
    }[form]
    took(tmp_path, of(1), write=True)
    [made] = awards(took(tmp_path, of(2)))
    assert made["geo_policy"] == "county"
    assert "area_as_published" not in made


STRANGE = (None, [], {}, "", -1, True, "x", "n/a", "£5", "01/02/2025", [None], [[]], {"a": 1}, "EUR", 10**30, "\0", ["a", "b"])
WHOLE = (
    grant(plannedDates=[{"startDate": "2025-06-01"}], grantProgramme=[{"code": "B", "title": "Bells"}], currency="GBP"),
    release(award(documents=[paper("Contract", "c.pdf")]), contracts=[contract(1, 5)], parties=[SUPPLIER], tender=TENDER),
)


def places(held) -> list[tuple]:
    """Every place of a JSON value in which something else could stand."""
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    return [place for name, value in inner for place in ((held, name), *places(value))]


def leaves(held) -> list:
    """Every value of a JSON value; texts of one list are one."""
    if isinstance(held, list) and held and all(isinstance(one, str) for one in held):
        return [";".join(held)]
    inner = held.values() if isinstance(held, dict) else held if isinstance(held, list) else None
    return [held] if inner is None else [leaf for value in inner for leaf in leaves(value)]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 60), st.sampled_from(STRANGE)), min_size=1, max_size=3))
def test_no_value_of_a_strange_file_is_lost(whole, changes):
    held = copy.deepcopy(whole)
    for number, value in changes:
        of, name = (found := places(held))[number % len(found)]
        of[name] = copy.deepcopy(value)
    with tempfile.TemporaryDirectory() as folder:
        done = took(Path(folder), {"grants" if "amountAwarded" in whole else "releases": [held]})
    values = leaves(held)
    assert sum(done.account.cells.values()) == len(values) + sum(v is not None and str(v).strip() != "" for v in values)
    assert done.account.rows["held"] == 0 or wrong(done)
