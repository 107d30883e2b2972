"""OCDS: valid, complete, every party there, amounts to the penny, and nothing that the records do not say."""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from jsonschema import Draft4Validator
from libcoveocds.common_checks import common_checks_ocds
from libcoveocds.config import LibCoveOCDSConfig
from libcoveocds.schema import SchemaOCDS
from referencing import Registry, Resource
from tests.built import ROOT, TODAY
from tests.cases import home_of
from tests.exports.one_award import maker

from daylight.exports import ocds, tables
from daylight.exports.ocds import awards, process, tender
from daylight.history import Past
from daylight.load import load
from daylight.schema import load_schemas
from daylight.site import Site

STANDARD = ROOT.parent / "shared/standards/ocds"
standard = pytest.mark.skipif(not STANDARD.is_dir(), reason="the schemas of the standard are not here")
# Of each office: its contracting processes, the contracts in them, and the awards that are left out, with the reason.
OFFICES = {
    "south-yorkshire": (5, 3, {}),
    "avon-and-somerset": (2, 0, {}),
    "barsetshire": (12, 9, {process.INVOICE: 2}),
    "cambridgeshire": (2, 2, {}),
    "cumbria": (0, 0, {}),
    "dorset": (3, 2, {}),
}
KINDS = ("contract", "co_commissioning", "invoice")


@pytest.fixture(scope="module")
def offices() -> dict[str, Site]:
    return {name: load(home_of(name), load_schemas(), TODAY)[0] for name in OFFICES}


@pytest.fixture(scope="module")
def barsetshire(offices) -> dict[str, dict]:
    return {release["ocid"]: release for release in package(offices["barsetshire"])["releases"]}


def package(site: Site) -> dict:
    """The package of a site as a reader of decimals has it; one without releases where there is no file."""
    files = {file.path: file.data for file in ocds.outputs(site)}
    text = files.get("data/ocds/releases.json", b'{"releases": []}').decode()
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def policy(site: Site) -> str:
    return " ".join(next(f.data.decode() for f in ocds.outputs(site) if f.path.endswith(".txt")).split())


def leaves(value, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value that is not a list or object with something in it, with its path without numbers."""
    if isinstance(value, dict) and value:
        for name, of in value.items():
            yield from leaves(of, f"{path}/{name}")
    elif isinstance(value, list) and value:
        for of in value:
            yield from leaves(of, path)
    else:
        yield path, value


def rows(site: Site, name: str) -> list[dict[str, str]]:
    """The rows of a published table."""
    table = next(table for table in tables.every(site) if table.name == name)
    return [dict(zip(table.schema.by_name, cells, strict=True)) for cells in table.rows()]


BASE = {
    "organisations/firm.yml": {"name": "Firm", "company_number": "01234567", "org_id": "GB-COH-01234567"},
    "organisations/bank.yml": {"name": "Bank"},
}
AWARD = {
    **{"title": "Signs", "purpose": "Signs for roads.", "type": "contract", "direction": "out", "amount": "100.10"},
    **{"amount_basis": "exact", "recipient": "firm", "award_date": "2024-05-01"},
}
TENDER = {"title": "Signs: tender", "kind": "tender", "opens_on": "2024-01-10", "closes_on": "2024-02-10"}
OCID = "ocds-h6vhtk-0000aa"


@pytest.fixture
def made(tmp_path):
    return maker(tmp_path, BASE, AWARD)


def only(site: Site) -> dict:
    (release,) = package(site)["releases"]
    return release


# --- by the standard


@standard
@pytest.mark.parametrize("name", OFFICES)
def test_a_package_is_valid_by_both_schemas_with_their_formats(offices, name):
    if not OFFICES[name][0]:
        assert list(ocds.outputs(offices[name])) == []  # a package without releases is not valid
        return
    whole, release = (json.loads((STANDARD / f"{n}-schema.json").read_text()) for n in ("release-package", "release"))
    registry = Registry().with_resource(release["id"], Resource.from_contents(release))
    validator = Draft4Validator(whole, registry=registry, format_checker=Draft4Validator.FORMAT_CHECKER)
    data = next(iter(ocds.outputs(offices[name]))).data
    assert [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(json.loads(data))] == []


@standard
@pytest.mark.parametrize("name", [name for name, (count, *_) in OFFICES.items() if count])
def test_the_checker_of_the_standard_has_nothing_to_say(offices, name):
    data = json.loads(next(iter(ocds.outputs(offices[name]))).data)
    config = LibCoveOCDSConfig({"standard_zip": next(STANDARD.glob("standard-*.zip")).as_uri(), "context": "api"})
    with tempfile.TemporaryDirectory() as folder:
        schema = SchemaOCDS(package_data=data, lib_cove_ocds_config=config)
        said = common_checks_ocds({"file_type": "json"}, folder, data, schema, cache=False)
    assert said["version_used"] == "1.1"
    assert said["count"] == said["unique_ocids_count"] == OFFICES[name][0]
    quiet = ("validation_errors", "additional_fields", "deprecated_fields", "additional_checks", "conformance_errors")
    lists = ("additional_closed_codelist_values", "additional_open_codelist_values")
    assert {name: said[name] for name in (*quiet, *lists) if said.get(name)} == {}


@pytest.mark.parametrize("name", OFFICES)
def test_every_reference_leads_to_a_party_with_the_role_and_the_name(offices, name):
    for release in package(offices[name])["releases"]:
        parties = {party["id"]: party for party in release.get("parties", ())}
        assert len(parties) == len(release.get("parties", ()))
        refers = [(release["buyer"], "buyer")] if "buyer" in release else []
        asked = release.get("tender", {})
        refers += [(asked["procuringEntity"], "procuringEntity")] if "procuringEntity" in asked else []
        refers += [(supplier, "supplier") for award in release.get("awards", ()) for supplier in award.get("suppliers", ())]
        paid = [t for c in release.get("contracts", ()) for t in c.get("implementation", {}).get("transactions", ())]
        refers += [(t[role], role) for t in paid for role in ("payer", "payee") if role in t]
        for reference, role in refers:
            assert reference.keys() == {"id", "name"}
            assert role in parties[reference["id"]]["roles"], (release["ocid"], reference, role)
            assert reference["name"] == parties[reference["id"]]["name"]
        roles = {(key, role) for key, party in parties.items() for role in party["roles"] if role != "buyer"}
        assert roles == {(reference["id"], role) for reference, role in refers if role != "buyer"}
        assert {c["awardID"] for c in release.get("contracts", ())} == {a["id"] for a in release.get("awards", ())}


@pytest.mark.parametrize("name", OFFICES)
def test_nothing_is_null_or_empty_and_nobody_has_an_address(offices, name):
    found = [leaf for release in package(offices[name])["releases"] for leaf in leaves(release)]
    for path, value in found:
        assert value not in (None, "", [], {}), path
        assert not re.search("address|contactPoint|postal|email|telephone", path, re.I), path


# --- what is in it, and what is not


@pytest.mark.parametrize("name", OFFICES)
def test_every_contract_is_in_one_release_or_left_out_for_a_reason(offices, name):
    site, (count, contracts, reasons) = offices[name], OFFICES[name]
    releases = package(site)["releases"]
    found = Counter(award["id"] for release in releases for award in release.get("awards", ()))
    left = ocds.left_out(site)
    assert (len(releases), found.total()) == (count, contracts)
    assert Counter(reason for _award, reason in left) == reasons
    wanted = [row["key"] for row in rows(site, "awards") if row["type"] in KINDS]
    assert found + Counter(record.key for record, _reason in left) == Counter(wanted)
    tenders = [row["key"] for row in rows(site, "opportunities") if row["kind"] in ("tender", "market_engagement")]
    assert set(tenders) <= {release["tender"]["id"] for release in releases if "tender" in release}
    said = policy(site) if releases else ""
    for reason, number in reasons.items():
        assert f"- {reason} ({number})" in said
    assert bool(left) == ("left out" in ocds.note(site))


@pytest.mark.parametrize("name", OFFICES)
def test_amounts_are_those_of_the_tables_to_the_penny(offices, name):
    site = offices[name]
    files = [file.data.decode() for file in ocds.outputs(site)]
    releases = package(site)["releases"]
    published = {row["key"]: row for row in rows(site, "awards")}
    paid: dict[str, list[Decimal]] = {}
    for row in rows(site, "award-payments"):
        paid.setdefault(row["award"], []).append(Decimal(row["amount"]))
    for contract in (contract for release in releases for contract in release.get("contracts", ())):
        row = published[contract["id"]]
        exact = row["amount_basis"] in ("exact", "rounded", "net_of_vat")
        assert contract.get("value") == ({"amount": Decimal(row["amount"]), "currency": "GBP"} if exact else None)
        done = contract.get("implementation", {}).get("transactions", [])
        assert [t["value"]["amount"] for t in done if "-payment-" in t["id"]] == paid.get(contract["id"], [])
    assert all(re.fullmatch(r"\d+\.\d\d", text) for file in files for text in re.findall(r'"amount": ([^,}]+)', file))


@pytest.mark.parametrize("name", OFFICES)
def test_numbers_of_national_notices_are_used_again_and_others_say_that_they_are_not_registered(offices, name):
    site = offices[name]
    found = [release["ocid"] for release in package(site)["releases"]]
    assert len(found) == len(set(found))
    awarded = [row["ocid"] for row in rows(site, "awards") if row["type"] in KINDS]
    asked = [row["ocid"] for row in rows(site, "opportunities") if row["kind"] != "grant_round"]
    national = {ocid for ocid in (*awarded, *asked) if ocid}
    assert national == {ocid for ocid in found if "unregistered" not in ocid}
    for ocid in set(found) - national:
        assert re.fullmatch(r"ocds-[a-z0-9]{6}-unregistered-(award|opportunity)-[a-z0-9-]+", ocid)
        assert f"{ocid[:11]}, has the form" in policy(site)
        assert "NOT REGISTERED with the Open Contracting Partnership" in policy(site)
        assert "not registered" in ocds.note(site)


def test_no_two_offices_give_out_the_same_numbers(offices):
    assert len({process.prefix(site) for site in offices.values()}) == len(OFFICES)


@pytest.mark.parametrize("name", OFFICES)
def test_what_is_withheld_stays_so_and_people_are_not_named(offices, name):
    site = offices[name]
    hidden = {(row["award"], row["applies_to"]): row["reason"] for row in rows(site, "award-withholdings")}
    published = {row["key"]: row for row in rows(site, "awards")}
    for release in package(site)["releases"]:
        for award, contract in zip(release.get("awards", ()), release.get("contracts", ()), strict=True):
            row = published[award["id"]]
            if row["recipient_individual"] == "true":
                assert [supplier["name"] for supplier in award["suppliers"]] == ["Individual recipient"]
            elif not row["recipient_name"]:
                assert "suppliers" not in award
            if row["amount_basis"] not in ("exact", "rounded", "net_of_vat"):
                assert "value" not in award and "value" not in contract
                assert "Amount: " in award["description"] or "Not published: Amount." in award["description"]
            for (key, _what), reason in hidden.items():
                assert key != award["id"] or reason in award["description"]


def test_a_service_whose_place_is_secret_tells_no_more_than_its_page(barsetshire):
    release = next(r for ocid, r in barsetshire.items() if ocid.endswith("award-ba-a043"))
    (award,), (contract,) = release["awards"], release["contracts"]
    assert [party["roles"] for party in release["parties"]] == [["buyer", "payer"]]
    assert "suppliers" not in award and "documents" not in contract
    assert all("payee" not in payment for payment in contract["implementation"]["transactions"])


# --- one process from the talks to the last payment


def test_a_tender_its_award_and_its_contract_are_one_process(barsetshire):
    release = barsetshire["ocds-zz9999-hub2024"]
    assert release["tag"] == ["planning", "tender", "award", "contract", "implementation"]
    asked, (award,), (contract,) = release["tender"], release["awards"], release["contracts"]
    assert (asked["id"], award["id"], contract["awardID"]) == ("hub-2024", "ba-a021", "ba-a021")
    assert (asked["status"], award["status"], contract["status"]) == ("complete", "active", "active")
    assert (asked["procurementMethod"], asked["procurementMethodDetails"]) == ("open", "Open procedure, light touch")
    assert (asked["awardCriteria"], asked["numberOfTenderers"], asked["value"]["amount"]) == ("ratedCriteria", 5, 540000)
    assert asked["tenderPeriod"] == {"startDate": "2024-06-03T00:00:00+01:00", "endDate": "2024-07-26T17:00:00+01:00"}
    assert [a["description"] for a in asked["amendments"]] == [
        "Closes on: 2024-07-19 → 2024-07-26",
        "Closes at: 12:00 → 17:00",
    ]
    types = {d["id"]: d.get("documentType") for d in (*asked["documents"], *contract["documents"])}
    assert types["document-tender-hub"] == "biddingDocuments"
    assert types["document-specification-hub"] == "technicalSpecifications"
    assert types["document-contract-hub"] == "contractSigned"
    assert types["advertisement-1"] == "tenderNotice"
    assert award["date"] == "2024-11-11T00:00:00+00:00"
    assert contract["period"] == {"startDate": "2025-01-06T00:00:00+00:00", "endDate": "2028-01-05T23:59:59+00:00"}


def test_the_office_is_who_it_was_on_the_day(barsetshire):
    release = barsetshire["ocds-zz9999-hub2024"]
    paid = release["contracts"][0]["implementation"]["transactions"]
    assert release["buyer"]["name"] == "Police and Crime Commissioner for Barsetshire"
    assert (paid[0]["date"][:10], paid[0]["payer"]["id"]) == ("2025-01-27", "GB-GOR-ZZ99998")
    assert (paid[1]["date"][:10], paid[1]["payer"]["id"]) == ("2025-04-22", "GB-GOR-ZZ99999")
    (office,) = (party for party in release["parties"] if party["id"] == "GB-GOR-ZZ99998")
    assert office["identifier"] == {"scheme": "GB-GOR", "id": "ZZ99998"}


def test_an_award_is_of_its_day_and_a_contract_as_it_is_now(barsetshire):
    longer = next(r for ocid, r in barsetshire.items() if ocid.endswith("award-ba-a038"))
    shorter = next(r for ocid, r in barsetshire.items() if ocid.endswith("award-ba-a039"))
    ends = [(r["awards"][0]["contractPeriod"], r["contracts"][0]["period"]) for r in (longer, shorter)]
    assert [(a["endDate"][:10], c["endDate"][:10]) for a, c in ends] == [
        ("2026-05-31", "2027-05-31"),
        ("2027-04-30", "2026-04-30"),
    ]
    (amendment,) = longer["contracts"][0]["amendments"]
    assert amendment == {
        "id": "1",
        "date": "2026-03-30T00:00:00+01:00",
        "description": "Ends on: 2026-05-31 → 2027-05-31",
        "rationale": "Thirty parishes are still waiting, and the signs work.",
    }
    assert shorter["contracts"][0]["status"] == "terminated"


def test_a_tender_that_others_led_has_them_as_buyer_and_all_who_pay(barsetshire):
    release = barsetshire["ocds-zz9999-advice2023"]
    buyers = {party["name"] for party in release["parties"] if "buyer" in party["roles"]}
    assert release["buyer"]["name"] == release["tender"]["procuringEntity"]["name"] == "Hogglestock District Council"
    assert buyers == {
        "Hogglestock District Council",
        "Silverbridge District Council",
        "Police and Crime Commissioner for Barsetshire",
    }
    (award,) = release["awards"]
    assert [supplier["id"] for supplier in award["suppliers"]] == ["GB-COH-ZZ999993", "GB-CHC-9999993"]
    assert award["value"]["amount"] == 120000
    assert "own share is £60,000.00" in award["description"]


def test_talks_with_the_market_are_a_plan_and_the_tender_after_them_refers_to_them(barsetshire):
    talks = next(r for ocid, r in barsetshire.items() if ocid.endswith("opportunity-witness-talks-2026"))
    later = barsetshire["ocds-zz9999-witness2026"]
    assert (talks["tag"], talks["tender"]["status"]) == (["planning"], "planning")
    assert [(m["type"], m["dueDate"]) for m in talks["planning"]["milestones"]] == [
        ("engagement", "2026-06-30T23:59:00+01:00")
    ]
    (related,) = later["relatedProcesses"]
    assert (related["relationship"], related["identifier"]) == (["planning"], talks["ocid"])
    assert (later["tag"], later["tender"]["status"]) == (["planning"], "planned")


def test_a_single_tender_is_direct_and_says_why(barsetshire):
    asked = next(r for ocid, r in barsetshire.items() if ocid.endswith("award-ba-a022"))["tender"]
    assert (asked["procurementMethod"], asked["procurementMethodDetails"]) == ("direct", "Single tender")
    assert asked["procurementMethodRationale"].startswith("One provider is proven to deliver the best outcomes. The trust has")


@pytest.mark.parametrize(
    ("award", "code"),
    [
        ({"competition": "open"}, "open"),
        ({"competition": "selective"}, "selective"),
        ({"competition": "quotes", "quotes_received": 3}, "limited"),
        ({"competition": "quotes"}, "limited"),
        ({"competition": "quotes", "quotes_received": 1}, "direct"),
        ({"competition": "direct"}, "direct"),
        ({"competition": "named_in_bid"}, "direct"),
        ({"single_tender_ground": "partnership_bid"}, "direct"),
        ({}, None),
    ],
)
def test_the_method_is_by_the_competition(award, code):
    assert tender.method(award) == code


@pytest.mark.parametrize(
    ("award", "today", "status"),
    [
        ({"start_date": "2025-04-01", "end_date": "2026-03-31"}, "2025-03-31", "pending"),
        ({"start_date": "2025-04-01", "end_date": "2026-03-31"}, "2025-04-01", "active"),
        ({"start_date": "2025-04-01", "end_date": "2026-03-31"}, "2026-03-31", "active"),
        ({"start_date": "2025-04-01", "end_date": "2026-03-31"}, "2026-04-01", "terminated"),
        ({"start_date": "2025-04-01", "end_date": "2026-03-31", "actual_end_date": "2025-06-30"}, "2025-07-01", "terminated"),
        ({"start_date": "2025-04-01", "end_date": "2026-03-31", "status": "complete"}, "2025-07-01", "terminated"),
        ({"start_date": "2025-04-01"}, "2025-07-01", ""),  # nobody says whether it still runs
        ({"start_date": "2025-04-01", "status": "active"}, "2025-07-01", "active"),
        ({"status": "active"}, "2025-07-01", "active"),
        ({"status": "withdrawn", "start_date": "2025-04-01", "end_date": "2026-03-31"}, "2025-07-01", "cancelled"),
        ({"status": "withdrawn", "actual_start_date": "2025-04-01"}, "2025-07-01", "terminated"),
        ({}, "2025-07-01", ""),
    ],
)
def test_a_contract_has_the_status_of_its_dates(made, award, today, status):
    site = made(award)
    assert awards.contract_status(site.get("award", "a"), today) == status


# --- what the records of the six offices have no example of


def test_a_tender_and_the_talks_of_one_national_number_are_one_process(made):
    talks = {"title": "Talks", "kind": "market_engagement", "closes_on": "2023-12-01", "ocid": OCID}
    site = made(
        {"opportunity": "signs"}, files={"opportunities/signs.yml": TENDER | {"ocid": OCID}, "opportunities/talks.yml": talks}
    )
    release = only(site)
    assert (release["ocid"], release["tag"]) == (OCID, ["planning", "tender", "award", "contract"])
    assert [m["id"] for m in release["planning"]["milestones"]] == ["talks"]
    assert (release["tender"]["id"], release["awards"][0]["id"]) == ("signs", "a")


def test_an_award_finds_its_tender_through_its_round_but_never_a_round_of_grants(made):
    files = {"opportunities/signs.yml": TENDER, "rounds/panel.yml": {"title": "Panel", "opportunity": "signs"}}
    release = only(made({"round": "panel"}, files=files))
    assert release["ocid"].endswith("-unregistered-opportunity-signs")
    release = only(made({"round": "panel"}, files=files | {"opportunities/signs.yml": TENDER | {"kind": "grant_round"}}))
    assert release["ocid"].endswith("-unregistered-award-a")


def test_of_two_tenders_with_one_number_the_later_is_published_and_the_other_counted(made):
    first, later = (TENDER | {"ocid": OCID, "opens_on": day} for day in ("2024-01-10", "2024-01-20"))
    site = made({"ocid": OCID}, files={"opportunities/x.yml": later, "opportunities/y.yml": first})
    assert only(site)["tender"]["id"] == "x"
    assert [(record.key, reason) for record, reason in ocds.left_out(site)] == [("y", process.SAME_PROCESS)]


@pytest.mark.parametrize(
    ("award", "reason"),
    [
        ({"direction": "in"}, process.OTHER_MONEY),
        ({"direction": "pass_through"}, process.OTHER_MONEY),
        ({"funder": "bank"}, process.OTHER_MONEY),
        ({"type": "invoice"}, process.INVOICE),
        ({"type": "co_commissioning"}, process.CONTRIBUTION),
        ({"type": "invoice", "ocid": OCID}, ""),
        ({"type": "co_commissioning", "contract_document": "paper"}, ""),
    ],
)
def test_only_what_is_a_contract_of_the_office_is_published(made, award, reason):
    site = made(award, files={"documents/paper.yml": {"title": "Paper", "kind": "contract"}})
    assert [why for _award, why in ocds.left_out(site)] == ([reason] if reason else [])
    assert len(package(site)["releases"]) == (not reason)


def test_grants_are_no_contracts(made):
    site = made({"type": "grant", "ocid": OCID})
    assert (list(ocds.outputs(site)), ocds.left_out(site)) == ([], [])
    assert ocds.note(site) == "No contract and no tender is recorded, so there is no file."


def test_money_that_comes_back_goes_the_other_way(made):
    change = {"date": "2025-02-01", "kind": "return", "amount": "20.05", "reason": "Fewer signs."}
    site = made({"payments": [{"date": "2024-06-01", "amount": "100.10"}], "changes": [change]})
    paid, back = only(site)["contracts"][0]["implementation"]["transactions"]
    assert (paid["payer"]["name"], paid["payee"]["name"]) == ("Commissioner for B", "Firm")
    assert (back["payer"]["name"], back["payee"]["name"], back["value"]["amount"]) == (
        "Firm",
        "Commissioner for B",
        Decimal("20.05"),
    )


def test_who_is_only_paid_for_others_is_no_supplier(made):
    both = [{"organisation": "firm"}, {"organisation": "bank", "role": "payee"}]
    site = made({"recipient": None, "recipients": both, "payments": [{"date": "2024-06-01", "amount": "100.10"}]})
    release = only(site)
    assert [supplier["name"] for supplier in release["awards"][0]["suppliers"]] == ["Firm"]
    assert release["contracts"][0]["implementation"]["transactions"][0]["payee"]["name"] == "Bank"


def test_a_body_under_the_name_of_a_person_is_not_named(made):
    site = made(files={"organisations/firm.yml": {"name": "Jo Bloggs", "legal_form": "individual"}})
    assert "Bloggs" not in json.dumps(package(site), default=str)
    assert only(site)["awards"][0]["suppliers"][0]["name"] == "Individual recipient"


def test_an_amount_that_was_varied_is_in_the_award_as_it_was(made):
    change = {"date": "2025-02-01", "kind": "variation", "field": "amount", "before": "90.05", "reason": "More signs."}
    release = only(made({"changes": [change]}))
    assert (release["awards"][0]["value"]["amount"], release["contracts"][0]["value"]["amount"]) == (
        Decimal("90.05"),
        Decimal("100.10"),
    )
    release = only(made({"changes": [change | {"date": "2025-03-01", "before": "95.05"}, change]}))
    assert release["awards"][0]["value"]["amount"] == Decimal("90.05")
    release = only(made({"changes": [change | {"before": "about £90"}]}))
    assert "value" not in release["awards"][0]
    release = only(made({"changes": [change | {"kind": "correction"}]}))
    assert release["awards"][0]["value"]["amount"] == Decimal("100.10")


def test_a_withdrawn_award_is_cancelled_and_says_why(made):
    change = {"date": "2024-06-01", "kind": "withdrawal", "reason": "The firm closed."}
    release = only(made({"status": "withdrawn", "changes": [change]}))
    assert (release["awards"][0]["status"], release["contracts"][0]["status"]) == ("cancelled", "cancelled")
    assert release["awards"][0]["amendments"][0]["rationale"] == "The firm closed."


@pytest.mark.parametrize("basis", ["at_least", "up_to", "range", "estimate", "ambiguous"])
def test_an_amount_that_is_not_known_is_told_in_words_only(made, basis):
    release = only(made({"amount_basis": basis, "amount_as_published": "£100 or so"}))
    assert "value" not in release["awards"][0] and "value" not in release["contracts"][0]
    assert "Amount as published: £100 or so." in release["awards"][0]["description"]


def test_nobody_is_said_to_buy_where_no_record_says_so(made):
    site = made({"type": "grant"}, files={"opportunities/signs.yml": TENDER})
    assert "buyer" not in only(site) and "parties" not in only(site)
    site = made({"type": "grant"}, files={"opportunities/signs.yml": TENDER | {"lead_commissioner": "yes"}})
    assert only(site)["buyer"]["name"] == "Commissioner for B"


def test_an_office_that_is_published_nowhere_has_a_package_without_addresses(made):
    whole = package(made(publisher={"address": None}))
    assert whole["uri"].startswith("urn:uuid:") and "publicationPolicy" not in whole
    assert "url" not in whole["releases"][0]["awards"][0]["documents"][0]


def test_a_supplier_of_which_only_the_name_is_known_has_no_number(made):
    release = only(made({"recipient": None, "recipient_as_published": "Signs and Sons"}))
    (supplier,) = (party for party in release["parties"] if "supplier" in party["roles"])
    assert (supplier["name"], supplier.keys()) == ("Signs and Sons", {"id", "name", "roles"})


def test_a_tender_after_one_that_was_called_off_says_so(made):
    again = {"opportunities/again.yml": TENDER | {"earlier": "signs"}}
    for cancelled, code in (("2024-01-20", "unsuccessfulProcess"), (None, "prior")):
        site = made({"type": "grant"}, files=again | {"opportunities/signs.yml": TENDER | {"cancelled_on": cancelled}})
        first, second = sorted(package(site)["releases"], key=lambda release: release["tender"]["id"], reverse=True)
        assert first["tender"].get("status") == ("cancelled" if cancelled else None)
        (related,) = second["relatedProcesses"]
        assert (related["relationship"], related["scheme"], related["identifier"]) == ([code], "ocid", first["ocid"])


# --- over time


def test_the_same_site_gives_the_same_bytes(offices):
    again = load(home_of("barsetshire"), load_schemas(), TODAY)[0]
    assert list(ocds.outputs(again)) == list(ocds.outputs(offices["barsetshire"]))


def test_a_release_has_another_id_when_it_says_something_else_and_only_then(made):
    other = {"awards/z.yml": AWARD | {"title": "Posts"}}
    before, after = (
        {r["ocid"]: r for r in package(made({"purpose": text}, files=other))["releases"]}
        for text in ("Signs.", "Signs, and posts.")
    )
    assert before.keys() == after.keys()
    assert {ocid[-1] for ocid in before if before[ocid]["id"] != after[ocid]["id"]} == {"a"}
    assert all("#" not in release["id"] for release in after.values())


@pytest.mark.parametrize(
    ("today", "asked", "contract", "changed"),
    [
        ("2024-01-09", "complete", "pending", "2024-01-01"),
        ("2024-06-01", "complete", "active", "2024-06-01"),
        ("2025-06-01", "complete", "terminated", "2025-06-01"),
    ],
)
def test_a_status_that_changes_with_time_gives_a_release_of_that_day(made, today, asked, contract, changed):
    award = {"award_date": "2024-01-01", "start_date": "2024-06-01", "end_date": "2025-05-31"}
    whole = package(made(award, today=today))
    (release,) = whole["releases"]
    assert (release["tender"]["status"] if "tender" in release else asked) == asked
    assert (release["contracts"][0]["status"], release["date"][:10]) == (contract, changed)
    assert whole["publishedDate"] >= release["date"]


@pytest.mark.parametrize(
    ("commit", "changed", "date", "published"),
    [
        ("2024-03-01T12:00:00Z", "2024-02-01", "2024-06-01T00:00:00+01:00", "2024-06-01T00:00:00+01:00"),  # built again later
        ("2024-05-31T23:30:00Z", "2024-02-01", "2024-06-01T00:00:00+01:00", "2024-05-31T23:30:00Z"),  # half past midnight
        ("2024-06-10T12:00:00Z", "2024-06-09", "2024-06-09T00:00:00+01:00", "2024-06-10T12:00:00Z"),
    ],
)
def test_a_release_is_of_its_last_change_and_no_newer_than_its_package(made, commit, changed, date, published):
    site = made({"start_date": "2024-06-01"}, today="2024-06-15")
    site.past = Past("0" * 40, commit, {"data/awards/a.yml": changed})
    whole = package(site)
    assert (whole["releases"][0]["date"], whole["publishedDate"]) == (date, published)


@pytest.mark.parametrize(
    ("today", "status", "tag"),
    [("2024-01-09", "planned", "planning"), ("2024-01-10", "active", "tender"), ("2024-02-11", None, "tender")],
)
def test_a_tender_has_the_status_of_the_day(made, today, status, tag):
    release = only(made({"type": "grant"}, files={"opportunities/signs.yml": TENDER}, today=today))
    assert (release["tender"].get("status"), release["tag"]) == (status, [tag])
