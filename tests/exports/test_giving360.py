"""360Giving data: valid, complete, honest about what is left out, and silent about people."""

import csv
import json
import re
import warnings
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from tests.built import ROOT, TODAY
from tests.cases import home_of
from tests.exports.one_award import maker
from tests.exports.quality360 import CRITICAL, FILES, GRANT, TABLE, leaves, quality

from daylight.exports import giving360, tables
from daylight.exports.giving360 import organisations, places, published
from daylight.history import Past
from daylight.load import load
from daylight.releases import Release
from daylight.schema import load_schemas
from daylight.site import Site

SHARED = ROOT.parent / "shared"
STANDARD = SHARED / "standards/360giving"
standard = pytest.mark.skipif(not STANDARD.is_dir(), reason="the schemas of the standard are not here")
PCC, PFCC = "police-and-crime-commissioner-for-barsetshire", "police-fire-and-crime-commissioner-for-barsetshire"
# The grants that went out by the records of each office, how many can be published, and why the others cannot be: what the
# sources of the five real offices do not print. None of them prints the day of a decision beside an exact amount.
OFFICES = {
    "south-yorkshire": (
        47,
        0,
        {
            **{published.NO_AMOUNT: 24, published.NO_DATE: 10, published.NO_DESCRIPTION: 6, published.OTHER_FUNDER: 4},
            **{published.NO_RECIPIENT: 2, published.NOT_COUNTED: 1},
        },
    ),
    "avon-and-somerset": (
        16,
        0,
        {published.NO_DATE: 13, published.NOT_EXACT: 1, published.NO_AMOUNT: 1, published.OTHER_FUNDER: 1},
    ),
    "barsetshire": (
        35,
        30,
        {published.OTHER_FUNDER: 2, published.WITHDRAWN: 1, published.PROVISIONAL: 1, published.NOT_EXACT: 1},
    ),
    "cambridgeshire": (
        27,
        0,
        {published.NO_AMOUNT: 12, published.NO_DATE: 9, published.NOT_EXACT: 4, published.NO_RECIPIENT: 2},
    ),
    "cumbria": (19, 0, {published.NO_AMOUNT: 14, published.NO_DATE: 3, published.NO_RECIPIENT: 2}),
    "dorset": (6, 0, {published.NO_AMOUNT: 3, published.NO_DATE: 2, published.NOT_EXACT: 1}),
}
# What 360Giving's checker says of Barsetshire's grants to make them more useful, and why it is so.
REMARKS = {
    "IncompleteRecipientOrg": 30,  # no address of a recipient is published, so that nobody who is sheltered can be found
    "a place of beneficiaries and none of the recipient": 30,  # likewise
    "NoRecipientOrgCompanyCharityNumber": 18,  # watch schemes, groups and public bodies are in neither register
    "RecipientOrg360GPrefix": 18,  # and their records have no number of another one
    "NoLastModified": 29,  # the copy that is tested has no history; one record says it itself
}


@pytest.fixture(scope="module")
def offices() -> dict[str, Site]:
    return {name: load(home_of(name), load_schemas(), TODAY)[0] for name in OFFICES}


@pytest.fixture(scope="module")
def barsetshire(offices) -> dict[str, dict]:
    return read(offices["barsetshire"])


def read(site: Site) -> dict[str, dict]:
    """The files of a site as a reader of decimals has them, by what their name adds to the folder."""
    files = list(giving360.outputs(site))
    return {
        file.path.removeprefix("data/360giving/").removesuffix(".json"): json.loads(file.data, parse_float=Decimal)
        for file in files
    }


BASE = {
    "organisations/club.yml": {"name": "Club"},
    "areas/town.yml": {"name": "Town", "code": "E07000999", "kind": "district"},
    "areas/shire.yml": {"name": "B-shire", "code": "E23000098", "kind": "force_area"},
}
AWARD = {
    **{"title": "Sessions", "purpose": "Boxing on Mondays.", "type": "grant", "direction": "out", "amount": "100.10"},
    **{"amount_basis": "exact", "recipient": "club", "award_date": "2024-05-01"},
}


@pytest.fixture
def made(tmp_path):
    return maker(tmp_path, BASE, AWARD)


def only(site: Site) -> dict:
    """The grant of a site that has one."""
    (file,) = read(site).values()
    (grant,) = file["grants"]
    return grant


def why(site: Site) -> list[str]:
    assert list(giving360.outputs(site)) == []
    return [reason for _award, reason in giving360.left_out(site)]


# --- what is published, and what is not


@pytest.mark.parametrize("name", OFFICES)
def test_every_grant_that_went_out_is_published_or_left_out_for_a_reason(offices, name):
    site, (all_of, taken, reasons) = offices[name], OFFICES[name]
    out = [a for a in site.all("award") if a.get("type") in ("grant", "provisional_grant") and a.get("direction") == "out"]
    grants = [grant for file in read(site).values() for grant in file["grants"]]
    left = giving360.left_out(site)
    assert (len(out), len(grants), len(left)) == (all_of, taken, all_of - taken)
    assert {a.key for a in out} == {a.key for a, _ in left} | {g["dataSource"].split("/")[-2] for g in grants}
    assert Counter(reason for _award, reason in left) == reasons


@pytest.mark.parametrize("name", OFFICES)
def test_amounts_are_those_that_count(offices, name):
    site = offices[name]
    table = tables.of_kind(site, "award")["award"]
    left = {award.key for award, _reason in giving360.left_out(site)}
    rows = [dict(zip(table.schema.by_name, cells, strict=True)) for cells in table.rows()]
    counted = {
        row["key"]: Decimal(row["countable_amount"])
        for row in rows
        if row["type"] == "grant" and row["countable_amount"] and row["key"] not in left
    }
    grants = [grant for file in read(site).values() for grant in file["grants"]]
    assert {g["dataSource"].split("/")[-2]: g["amountAwarded"] for g in grants} == counted
    assert sum(g["amountAwarded"] for g in grants) == sum(counted.values())


def test_amounts_are_decimals_to_the_penny(offices):
    for file in giving360.outputs(offices["barsetshire"]):
        amounts = re.findall(rb'"amount\w+": (\S+),', file.data)
        assert amounts
        assert all(re.fullmatch(rb"\d+\.\d\d", amount) for amount in amounts)


@pytest.mark.parametrize(
    ("award", "reason"),
    [
        ({"type": "provisional_grant"}, published.PROVISIONAL),
        ({"status": "withdrawn"}, published.WITHDRAWN),
        ({"funder": "club", "recipient": "club"}, published.OTHER_FUNDER),
        ({"not_counted": "The same money is elsewhere."}, published.NOT_COUNTED),
        ({"amount_basis": "not_published", "amount": None}, published.NO_AMOUNT),
        ({"amount": None}, published.NO_AMOUNT),
        ({"amount_basis": "rounded"}, published.NOT_EXACT),
        ({"amount": "0.00"}, published.ZERO),
        ({"recipient": None, "recipient_as_published": "Six clubs"}, published.NO_RECIPIENT),
        ({"purpose": "SESSIONS"}, published.NO_DESCRIPTION),
        ({"award_date": None, "announced_on": "2024-05-01"}, published.NO_DATE),
        ({"award_date": "2026-11-22"}, published.FUTURE),
    ],
)
def test_why_a_grant_is_left_out(made, award, reason):
    assert why(made(award)) == [reason]


def test_what_is_no_grant_of_the_office_is_not_even_left_out(made):
    for award in ({"type": "contract"}, {"direction": "in"}, {"direction": "pass_through"}):
        assert why(made(award)) == []


def test_a_grant_that_others_pay_too_is_of_the_office_s_own_share(made):
    assert only(made({"own_share": "40.05"}))["amountAwarded"] == Decimal("40.05")


def test_nothing_paid_so_far_is_something_known(made):
    assert only(made({"amount_disbursed": "0.00"}))["amountDisbursed"] == 0
    assert "amountDisbursed" not in only(made())
    payments = [{"date": "2024-06-01", "amount": "10.05"}, {"date": "2024-07-01", "amount": "20.00"}]
    assert only(made({"payments": payments}))["amountDisbursed"] == Decimal("30.05")


def test_the_day_is_that_of_the_decision(made):
    decisions = {
        f"decisions/d{n}.yml": {"title": "Decision", "own": True, "taken_on": f"2024-04-0{n}", "published_on": "2024-05-01"}
        for n in (1, 2)
    }
    award = {"award_date": None, "announced_on": "2024-05-01"}
    assert only(made(award | {"decision": "d1"}, files=decisions))["awardDate"] == "2024-04-01"
    extended = [{"decision": "d1", "role": "award"}, {"decision": "d2", "role": "extension"}]
    assert only(made(award | {"decisions": extended}, files=decisions))["awardDate"] == "2024-04-01"
    assert only(made({"decision": "d1"}, files=decisions))["awardDate"] == "2024-05-01"  # what the award says itself
    assert why(made(award | {"decisions": [{"decision": "d1"}, {"decision": "d2"}]}, files=decisions)) == [published.NO_DATE]


def test_the_description_says_what_is_left_out(offices):
    file = read(offices["barsetshire"])[PFCC]
    assert "5 grants that went out are in no file of this kind:" in file["description"]
    assert "Another body than the office gave it: 2. It was withdrawn: 1." in file["description"]


# --- who gives


def test_a_file_for_each_that_the_office_was(barsetshire):
    funders = {
        name: {(org["id"], org["name"]) for grant in file["grants"] for org in grant["fundingOrganization"]}
        for name, file in barsetshire.items()
    }
    assert funders == {
        PCC: {("GB-GOR-ZZ99998", "Police and Crime Commissioner for Barsetshire")},
        PFCC: {("GB-GOR-ZZ99999", "Police, Fire and Crime Commissioner for Barsetshire")},
    }
    days = {name: [grant["awardDate"] for grant in file["grants"]] for name, file in barsetshire.items()}
    assert max(days[PCC]) <= "2025-03-31" < "2025-04-01" <= min(days[PFCC])


def test_who_has_no_number_in_a_register_gets_one_here(made):
    names = [{"name": "Ŵ & B", "to": "2024-05-01"}, {"name": "W B", "from": "2024-05-02", "to": "2025-01-01"}]
    awards = {f"awards/a{n}.yml": AWARD | {"award_date": f"2024-05-0{n}"} for n in (1, 2)}
    files = read(made(publisher={"identities": names}, files=awards))
    assert list(files) == ["w-b", "w-b-2"]
    assert {g["fundingOrganization"][0]["id"] for g in files["w-b"]["grants"]} == {"360G-b-w-b"}
    assert {g["fundingOrganization"][0]["id"] for g in files["w-b-2"]["grants"]} == {"360G-b-w-b-2"}
    assert "The identifier 360G-b-w-b of the funder was given out here" in files["w-b"]["description"]


def test_one_number_with_two_names_is_two_files_and_one_name_again_is_one(made):
    names = [
        {"name": "One", "org_id": "GB-GOR-PB1", "to": "2024-05-01"},
        {"name": "Two", "org_id": "GB-GOR-PB1", "from": "2024-05-02", "to": "2024-05-02"},
        {"name": "One", "org_id": "GB-GOR-PB1", "from": "2024-05-03"},
    ]
    awards = {f"awards/a{n}.yml": AWARD | {"award_date": f"2024-05-0{n}"} for n in (1, 2, 3)}
    files = read(made({"award_date": "2024-05-03"}, {"identities": names}, awards))
    assert {name: len(file["grants"]) for name, file in files.items()} == {"one": 3, "two": 1}


def test_one_name_with_two_numbers_is_two_files(made):
    first = {"name": "One", "org_id": "GB-GOR-PB1", "to": "2024-05-01"}
    names = [first, {"name": "One", "org_id": "GB-GOR-PB2", "from": "2024-05-02"}]
    files = read(made(publisher={"identities": names}, files={"awards/b.yml": AWARD | {"award_date": "2024-05-02"}}))
    ids = {name: [grant["fundingOrganization"][0]["id"] for grant in file["grants"]] for name, file in files.items()}
    assert ids == {"one": ["GB-GOR-PB1"], "one-2": ["GB-GOR-PB2"]}


def test_a_day_on_which_nobody_says_what_the_office_was(made):
    assert why(made(publisher={"identities": [{"name": "One", "from": "2024-05-02"}]})) == [published.NO_FUNDER]
    assert only(made())["fundingOrganization"] == [{"id": "360G-b-commissioner-for-b", "name": "Commissioner for B"}]


# --- who receives


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"id": "360G-b-org-club"}),
        ({"charity_number": "1234567"}, {"id": "GB-CHC-1234567", "charityNumber": "1234567"}),
        ({"company_number": "01234567"}, {"id": "GB-COH-01234567", "companyNumber": "01234567"}),
        (
            {"charity_number": "1234567", "company_number": "01234567", "org_id": "GB-EDU-125554"},
            {"id": "GB-EDU-125554", "charityNumber": "1234567", "companyNumber": "01234567"},
        ),
        ({"org_id": "GB-SC-SC042386"}, {"id": "GB-SC-SC042386", "charityNumber": "SC042386"}),
        ({"identifiers": [{"scheme": "GB-NHS", "id": "RAX"}]}, {"id": "GB-NHS-RAX"}),
        ({"identifiers": [{"scheme": "GB-PPON", "id": "P"}]}, {"id": "360G-b-org-club"}),  # on no list of org-id.guide
        ({"town": "Town", "website": "https://club.example/"}, {"id": "360G-b-org-club"}),  # no place
    ],
)
def test_the_identifier_and_numbers_of_a_recipient(made, fields, expected):
    site = made(files={"organisations/club.yml": {"name": "Club"} | fields})
    assert only(site)["recipientOrganization"] == [{"name": "Club"} | expected]


def test_several_recipients_share_one_amount_and_the_lead_comes_first(made):
    rows = [{"organisation": "club"}, {"organisation": "choir", "role": "lead"}]
    site = made({"recipient": None, "recipients": rows}, files={"organisations/choir.yml": {"name": "Choir"}})
    grant = only(site)
    assert [org["name"] for org in grant["recipientOrganization"]] == ["Choir", "Club"]
    assert grant["amountAwarded"] == Decimal("100.10")
    assert "share its amount" in read(site)["commissioner-for-b"]["description"]


@pytest.mark.parametrize(
    ("award", "club"),
    [
        ({"recipient": None, "recipient_individual": True, "recipient_as_published": "J Smith"}, {}),
        ({"recipient_individual": True}, {}),
        ({}, {"legal_form": "individual"}),
    ],
)
def test_a_person_is_not_named_and_not_to_be_found(made, award, club):
    more = {
        "theme": "Theme",
        "areas": ["town"],
        "area_as_published": "Town",
        "cdr_reasons": "Reasons",
        "source": "https://x.org/",
    }
    site = made(award | more, files={"organisations/club.yml": {"name": "Club"} | club})
    (file,) = read(site).items()
    assert file[0] == "commissioner-for-b-individuals"
    assert file[1]["grants"] == [
        {
            "id": "360G-b-a",
            "title": "Grant to an individual",
            "description": "A grant to a person, who is not named, and of whom nothing is told.",
            "currency": "GBP",
            "amountAwarded": Decimal("100.10"),
            "awardDate": "2024-05-01",
            "recipientIndividual": {"id": "360G-b-IND-a", "name": "Individual Recipient"},
            "fundingOrganization": [{"id": "360G-b-commissioner-for-b", "name": "Commissioner for B"}],
            "dataSource": "https://open.b.example/data/",
        }
    ]


def test_grants_to_individuals_have_a_file_of_their_own(made):
    person = AWARD | {"recipient": None, "recipient_individual": True, "parent": "a"}
    files = read(made(files={"awards/b.yml": person}))
    assert {name: [g["id"] for g in file["grants"]] for name, file in files.items()} == {
        "commissioner-for-b": ["360G-b-a"],
        "commissioner-for-b-individuals": ["360G-b-b"],
    }
    assert not any("relatedActivity" in grant for file in files.values() for grant in file["grants"])


# --- where


def test_areas_with_their_codes(made):
    assert only(made({"areas": ["town"]}))["beneficiaryLocation"] == [
        {"name": "Town", "countryCode": "GB", "geoCode": "E07000999", "geoCodeType": "NMD"}
    ]
    assert only(made({"area_as_published": "Both towns"}))["beneficiaryLocation"] == [{"name": "Both towns"}]
    assert "beneficiaryLocation" not in only(made())


@pytest.mark.parametrize("award", [{"geo_policy": "county"}, {"theme": "Domestic abuse"}, {"purpose": "Beds in a refuge."}])
def test_for_people_in_danger_no_place_is_finer_than_the_force_area(made, award):
    wide = [{"name": "B-shire", "countryCode": "GB", "geoCode": "E23000098", "geoCodeType": "PFA"}]
    assert only(made(award | {"areas": ["town"]}))["beneficiaryLocation"] == wide
    assert only(made(award | {"areas": ["town", "shire"], "area_as_published": "Town"}))["beneficiaryLocation"] == wide
    assert "beneficiaryLocation" not in only(made(award | {"area_as_published": "Town"}))


@standard
def test_the_codes_of_all_areas_are_of_a_listed_type(offices):
    listed = codes("geoCodeType")
    for site in offices.values():
        for area in site.all("area"):
            if not area.get("code", "").startswith("E99"):  # invented
                assert places.TYPES[area.values["code"][:3]] in listed, area
    assert set(places.TYPES.values()) <= listed


# --- what else is told


def test_links_between_records(made):
    files = {
        "awards/b.yml": AWARD | {"parent": "a", "award_date": "2024-06-01"},
        "awards/c.yml": AWARD | {"parent": "a", "award_date": None},
        "funds/f.yml": {"title": "Fund"},
        "priorities/p.yml": {"title": "Safer", "plan": "Plan 2024"},
        "decisions/d.yml": {"title": "Decision 1", "own": True},
        "documents/t.yml": {"title": "Terms", "kind": "terms", "address": "https://b.example/terms.pdf"},
    }
    links = {"fund": "f", "priority": "p", "decision": "d", "terms_document": "t"}
    site = made(links | {"modified": "2024-07-01", "from_open_call": False, "status": "complete"}, files=files)
    grants = {grant["id"]: grant for grant in read(site)["commissioner-for-b"]["grants"]}
    found, here = grants["360G-b-a"], "https://open.b.example"
    assert found["grantProgramme"] == [{"code": "f", "title": "Fund", "url": f"{here}/funds/f/"}]
    assert found["classifications"] == [
        {"vocabulary": "Plan 2024", "code": "p", "title": "Safer", "url": f"{here}/priorities/p/"}
    ]
    assert found["relatedDocument"] == [
        {"title": "Decision 1", "url": f"{here}/decisions/d/", "documentType": "Decision"},
        {"title": "Terms", "url": "https://b.example/terms.pdf", "documentType": "Terms and conditions"},
    ]
    assert (found["dateModified"], found["fromOpenCall"], found["Status"]) == ("2024-07-01T00:00:00Z", "No", "Complete")
    assert found["relatedActivity"] == ["360G-b-b"]  # the other part is not published
    assert grants["360G-b-b"]["relatedActivity"] == ["360G-b-a"]


def test_what_the_law_asks_for_beside_the_standard(made):
    award = {
        "department": "Grants",
        "legal_power": "PRSRA2011-s9",
        "cdr_reasons": "It helps.",
        "conditions": ["A report.", "A sign."],
    }
    grant = only(made(award))
    assert grant["Conditions"] == "A report.\nA sign."
    assert grant["Crime and Disorder Reduction Reasons"] == "It helps."
    assert grant["Legal Power"].endswith("section 9")
    assert grant["fundingOrganization"][0]["department"] == "Grants"
    assert only(made({"unconditional": True}))["Conditions"] == "No conditions attached"


def test_where_nobody_says_where_the_site_is(made):
    site = made({"source": "https://b.example/awards", "fund": "f"}, {"address": None}, {"funds/f.yml": {"title": "Fund"}})
    grant = only(site)
    assert (grant.get("url"), grant["dataSource"]) == (None, "https://b.example/awards")
    assert grant["grantProgramme"] == [{"code": "f", "title": "Fund"}]
    assert not {"downloadURL", "accessURL"} & read(site)["commissioner-for-b"].keys()


def test_an_identifier_of_its_own_stays(made):
    assert only(made({"identifier": "360G-b-2024_1"}))["id"] == "360G-b-2024_1"


def test_what_a_file_says_of_itself(barsetshire):
    said = {name: value for name, value in barsetshire[PCC].items() if name not in ("grants", "description", "issued")}
    assert said == {
        "version": "1.4",
        "title": "Police and Crime Commissioner for Barsetshire: grants",
        "modified": f"{TODAY}T00:00:00Z",
        "identifier": f"360G-barsetshire-grants-{PCC}",
        "publisher": {
            "identifier": "GB-GOR-ZZ99999",
            "name": "Police, Fire and Crime Commissioner for Barsetshire",
            "website": "https://www.barsetshire-pcc.example/",
        },
        "downloadURL": f"https://barsetshire.daylight.example/data/360giving/{PCC}.json",
        "accessURL": "https://barsetshire.daylight.example/data/",
        "license": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    }


def test_the_release_and_the_commit_of_a_file(made):
    site = made()
    site.releases = tuple(Release(day, Path(day)) for day in ("2026-09-30", "2026-10-31"))
    site.past = Past(commit="0123456", time="2026-11-20T10:11:12Z")
    file = read(site)["commissioner-for-b"]
    assert (file["issued"], file["modified"]) == ("2026-09-30", "2026-11-20T10:11:12Z")
    assert file["description"].endswith(" Release: 2026-10-31. Commit: 0123456.")


def test_nothing_is_null_or_empty(barsetshire):
    for file in barsetshire.values():
        assert [path for path, value in leaves(file) if value in (None, "", "N/A", "-")] == []
        assert not re.search(r"(\[\]|\{\})", json.dumps(file, default=str))


def test_the_same_bytes_twice(offices):
    again = load(home_of("barsetshire"), load_schemas(), TODAY)[0]
    assert list(giving360.outputs(again)) == list(giving360.outputs(offices["barsetshire"]))


# --- judged from outside


def codes(name: str) -> set[str]:
    with (STANDARD / f"codelists/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return {row["Code"] for row in csv.DictReader(lines)}


def validator():
    """The package schema with that of a grant, both as published, and with every format checked."""
    from jsonschema import Draft202012Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    package, grant = (
        json.loads((STANDARD / f"schema/360-giving-{name}schema.json").read_text("utf-8")) for name in ("package-", "")
    )
    named = package["properties"]["grants"]["items"]["$ref"]  # the package schema 1.4.3 names that of 1.4.2
    registry = Registry().with_resource(named, DRAFT202012.create_resource(grant))
    return Draft202012Validator(package, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


def uncoded(grant: dict) -> list[tuple[str, object]]:
    """The values of a grant that are not in the code list that they are of, which the schema does not say of all."""
    of = {"geoCodeType": "geoCodeType", "countryCode": "countryCode", "currency": "currency"}
    of |= {"locationScope": "locationScope", "regrantType": "regrantType"}
    found = [(path.rpartition("/")[2], value) for path, value in leaves(grant)]
    return [(name, value) for name, value in found if name in of and value not in codes(of[name])]


@standard
def test_valid_by_the_schema_with_formats_and_code_lists(offices, made):
    judge, seen = validator(), 0
    sites = [*offices.values(), made({"recipient_individual": True}), made(publisher={"address": None})]
    for site in sites:
        for file in read(site).values():
            assert [f"{e.json_path}: {e.message}" for e in judge.iter_errors(file)] == []
            assert [wrong for grant in file["grants"] for wrong in uncoded(grant)] == []
            seen += len(file["grants"])
    assert seen == 32


@standard
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("awardDate", "2024-05"),
        ("awardDate", "2024-02-31"),
        ("amountAwarded", "100"),
        ("dataSource", "awards/a/"),
        ("dateModified", "2024-05-01"),
        ("fromOpenCall", "yes"),
        ("recipientIndividual", {"id": "360G-x", "name": "Individual Recipient"}),
        ("title", None),
    ],
)
def test_the_schema_would_find_a_fault(barsetshire, path, value):
    grant = barsetshire[PCC]["grants"][0] | {path: value}
    faults = list(validator().iter_errors(barsetshire[PCC] | {"grants": [grant]}))
    assert faults or (path, value) == ("awardDate", "2024-02-31")  # only the quality checker finds this day


@standard
def test_the_code_lists_would_find_a_fault():
    place = {"geoCode": "E07000999", "geoCodeType": "District", "countryCode": "UK"}
    found = uncoded({"currency": "GBP", "locationScope": "GLS050", "beneficiaryLocation": [place]})
    assert found == [("geoCodeType", "District"), ("countryCode", "UK")]


def test_the_quality_checker_has_nothing_critical_to_say(barsetshire):
    found = Counter()
    for file in barsetshire.values():
        found += quality(file["grants"], TODAY)
    assert {name: count for name, count in found.items() if name in CRITICAL} == {}
    assert found == REMARKS


def test_all_checks_of_the_quality_checker_are_tried():
    assert GRANT.keys() | FILES.keys() == {check["check"] for of in TABLE.values() for check in of}
    assert len(CRITICAL) == 9


@pytest.mark.parametrize(
    ("check", "fault"),
    [
        ("ZeroAmountTest", {"amountAwarded": 0}),
        ("MoreThanOneFundingOrg", {"fundingOrganization": [{"id": "GB-GOR-PB1", "name": "One"}]}),
        ("LooksLikeEmail", {"Conditions": "Write to a.person@office.example first."}),
        ("GrantIdUnexpectedChars", {"id": "360G-b\n-a"}),
        ("OrganizationIdUnexpectedChars", {"recipientOrganization": [{"id": "GB-CHC-\n1234567", "name": "One"}]}),
        ("ImpossibleDates", {"awardDate": "2023-02-29"}),
        ("PostDatedAwardDates", {"awardDate": "2026-11-22"}),
        ("RecipientIndDEI", {"recipientIndividual": {}, "project": {}}),
        ("GeoCodePostcode", {"recipientIndividual": {}, "beneficiaryLocation": [{"geoCode": "S1 2HH"}]}),
        ("FarPastDates", {"awardDate": "2001-01-01"}),
        ("PlannedStartDateBeforeEndDate", {"plannedDates": [{"startDate": "2024-05-02", "endDate": "2024-05-01"}]}),
        ("FundingOrgUnrecognisedPrefix", {"fundingOrganization": [{"id": "GB-PPON-P", "name": "One"}]}),
    ],
)
def test_the_quality_checks_find_faults(barsetshire, check, fault):
    grants = barsetshire[PCC]["grants"]
    assert quality([grants[0] | fault, *grants[1:]], TODAY)[check] >= 1


@pytest.mark.skipif(not (SHARED / "data/360giving").is_dir(), reason="no published files of others are here")
@pytest.mark.parametrize(
    ("name", "remark", "count"), [("abct", "NoLastModified", 783), ("trafford_grants", "TitleDescriptionSame", 6)]
)
def test_files_that_others_published_pass_too(name, remark, count):
    grants = json.loads((SHARED / f"data/360giving/{name}.json").read_text("utf-8"))["grants"]
    found = quality(grants, TODAY)
    assert {check for check in found if check in CRITICAL} == set()
    assert found[remark] == count


@standard
@pytest.mark.parametrize("titles", [False, True])
def test_to_a_spreadsheet_and_back_by_flatten_tool(offices, tmp_path, titles):
    import flattentool

    schema = str(STANDARD / "schema/360-giving-schema.json")
    how = {"root_list_path": "grants", "root_id": "", "schema": schema}
    for file in giving360.outputs(offices["barsetshire"]):
        source, flat, back = (tmp_path / f"{Path(file.path).stem}{ending}" for ending in (".json", ".xlsx", ".back.json"))
        source.write_bytes(file.data)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            to = {"output_name": str(flat), "output_format": "xlsx", "main_sheet_name": "grants"}
            flattentool.flatten(str(source), use_titles=titles, **to, **how)
            flattentool.unflatten(str(flat), input_format="xlsx", output_name=str(back), convert_titles=titles, **how)
        assert [text for w in said if "does not have a title" not in (text := str(w.message))] == []  # of the schema itself
        read_back = json.loads(back.read_bytes(), parse_float=Decimal)["grants"]
        assert by_id(read_back) == by_id(json.loads(file.data, parse_float=Decimal)["grants"])


def by_id(grants: list[dict]) -> dict[str, dict]:
    found = {grant["id"]: grant for grant in grants}
    assert len(found) == len(grants)
    return found


def test_an_office_that_lists_no_names_is_what_it_is_now(offices):
    (row, funder) = organisations.funders(offices["cambridgeshire"])[0]
    assert row is offices["cambridgeshire"].publisher
    assert funder.id == "360G-cambridgeshire-police-and-crime-commissioner-for-cambridgeshire-and-peterborough"
