"""What pages say in JSON-LD: types and properties of schema.org where they belong, true to the penny, and silent on people.

Every page of all six offices is read, against the vocabulary itself where that is at hand.
"""

import csv
import json
import re
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import pytest
import rdflib
from lxml import html
from rdflib import RDF, RDFS, URIRef
from tests.built import ROOT, example
from tests.small import small
from tests.typed import OFFICES

from daylight.pages import home, schema_org
from daylight.pages.records import record_page
from daylight.pages.render import Renderer

STANDARD = ROOT.parent / "shared/standards/schemaorg"
VOCABULARY, CONTEXT = STANDARD / "schemaorg-all-https.ttl", STANDARD / "schemaorgcontext.jsonld"
SCHEMA = "https://schema.org/"
DAY = r"\d{4}-\d\d-\d\d"
MOMENT = rf"{DAY}T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
LITERAL = {"Text": ".*", "URL": "https?://.+", "Date": DAY, "DateTime": MOMENT, "Number": r"-?\d+(\.\d+)?"}
EVIL = "</script><script>alert(1)</script><!-- <script>"


def said(page: Path) -> list[dict]:
    """The things that a page names; none where it has no JSON-LD."""
    found = html.fromstring(page.read_bytes()).xpath("//head/script[@type='application/ld+json']")
    assert len(found) < 2, page
    graph = json.loads(found[0].text) if found else {"@context": "https://schema.org", "@graph": []}
    assert graph.keys() == {"@context", "@graph"}
    assert graph["@context"] == "https://schema.org"
    return graph["@graph"]


@pytest.fixture(scope="module", params=OFFICES)
def site(request, tmp_path_factory) -> Path:
    return example(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def things(site) -> dict[str, list[dict]]:
    """What every page of a site says, by its path."""
    return {file.relative_to(site).as_posix(): said(file) for file in sorted(site.rglob("*.html"))}


def nodes(found) -> list[dict]:
    """A thing and all that stand in it."""
    if isinstance(found, list):
        return [node for one in found for node in nodes(one)]
    return [found, *nodes(list(found.values()))] if isinstance(found, dict) else []


def table(site: Path, name: str) -> list[dict[str, str]]:
    with (site / f"data/{name}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


# --- the vocabulary ---


class Vocabulary:
    """schema.org: what its types and properties are, and which of them belong together."""

    def __init__(self):
        self.graph = rdflib.Graph().parse(VOCABULARY)

    def term(self, name: str, of: URIRef) -> URIRef:
        found = URIRef(f"{SCHEMA}{name}")
        assert (found, RDF.type, of) in self.graph, f"schema.org knows no {name}"
        assert not self.graph.value(found, URIRef(f"{SCHEMA}supersededBy")), f"{name} is superseded"
        return found

    def supers(self, name: str) -> set[str]:
        """A type and all those that it is one of."""
        found = self.graph.transitive_objects(self.term(name, RDFS.Class), RDFS.subClassOf)
        return {str(one).removeprefix(SCHEMA) for one in found}

    def of(self, name: str, what: str) -> set[str]:
        """The types that are named in domainIncludes or rangeIncludes of a property."""
        found = self.graph.objects(self.term(name, RDF.Property), URIRef(f"{SCHEMA}{what}"))
        return {str(one).removeprefix(SCHEMA) for one in found}

    def wrong(self, node: dict) -> list[str]:
        """What is wrong with a thing and all that stand in it."""
        mine, out = self.supers(node["@type"]), []
        for name, value in node.items():
            if name.startswith("@"):
                continue
            if not mine & self.of(name, "domainIncludes"):
                out.append(f"{name} is no property of {node['@type']}")
            for one in value if isinstance(value, list) else [value]:
                if not self.fits(one, self.of(name, "rangeIncludes")):
                    out.append(f"{name} of {node['@type']} cannot be {one}")
                out += self.wrong(one) if isinstance(one, dict) else []
        return out

    def fits(self, value, types: set[str]) -> bool:
        if isinstance(value, dict):
            return bool(self.supers(value["@type"]) & types)
        if isinstance(value, bool):
            return "Boolean" in types
        if isinstance(value, int):
            return bool({"Integer", "Number"} & types)
        if value.startswith(SCHEMA):  # a member of an enumeration
            return bool({str(t).removeprefix(SCHEMA) for t in self.graph.objects(URIRef(value), RDF.type)} & types)
        return bool(value) and any(re.fullmatch(LITERAL[t], value, re.DOTALL) for t in types & LITERAL.keys())


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    if not VOCABULARY.is_file():
        pytest.skip("the vocabulary of schema.org is not here")
    return Vocabulary()


def test_only_known_types_with_properties_and_values_that_belong_to_them(things, vocabulary):
    assert {path: wrong for path, found in things.items() if (wrong := [w for n in found for w in vocabulary.wrong(n)])} == {}


WRONG = {
    "a type that is not": ({"@type": "Tender"}, "knows no Tender"),
    "a property that is not": ({"@type": "Order", "supplier": "A"}, "knows no supplier"),
    "a property of another type": ({"@type": "MonetaryGrant", "datePublished": "2024-05-01"}, "no property of MonetaryGrant"),
    "a value of another type": ({"@type": "Order", "seller": {"@type": "Report"}}, "seller of Order cannot be"),
    "no day": ({"@type": "Order", "orderDate": "1 May 2024"}, "orderDate of Order cannot be"),
    "no thing": ({"@type": "ListItem", "item": "https://example.org/"}, "item of ListItem cannot be"),
    "superseded": ({"@type": "Offer", "vendor": {"@type": "Organization"}}, "vendor is superseded"),
    "deep inside": ({"@type": "Order", "seller": {"@type": "Organization", "price": "1"}}, "price is no property"),
}


@pytest.mark.parametrize(("node", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_would_be_found(vocabulary, node, message):
    try:
        assert message in "; ".join(vocabulary.wrong(node))
    except AssertionError as e:
        assert message in str(e)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_reader_of_json_ld_finds_the_same_things(things, vocabulary):
    """rdflib, with the context of schema.org itself, loses nothing: each property becomes a statement."""
    context = json.loads(CONTEXT.read_text("utf-8"))["@context"]
    kinds = {path.partition("/")[0]: path for path, found in things.items() if found}
    for path in kinds.values():
        text = json.dumps({"@context": context, "@graph": things[path]})
        graph = rdflib.Graph().parse(data=text, format="json-ld")
        every = nodes(things[path])
        wanted = {(n["@id"], k, v) for n in every for k, v in n.items() if "@id" in n and isinstance(v, str) and k[0] != "@"}
        found = {(str(s), str(p).rpartition("/")[2], str(o)) for s, p, o in graph}
        assert wanted - found == set(), path
        types = {str(o).rpartition("/")[2] for _, _, o in graph.triples((None, RDF.type, None))}
        assert {n["@type"] for n in every} <= types


# --- what is said ---


def test_pages_of_records_the_home_page_and_the_data_page_speak_and_no_other(site, things):
    beside = {f.parent for f in site.glob("*/*/index.json")}
    records = {folder.relative_to(site).as_posix() for folder in beside if (folder / "index.html").exists()}
    speaking = {path.removesuffix("index.html").rstrip("/") for path, found in things.items() if found}
    assert speaking == {"", "data"} | records
    assert len(speaking) > 50


def test_every_record_page_says_which_page_it_is_and_what_is_above(site, things):
    for path, found in things.items():
        if not found or path in ("index.html", "data/index.html"):
            continue
        page = found[-1]
        record = json.loads((site / path).with_suffix(".json").read_bytes())["record"]
        steps = page["breadcrumb"]["itemListElement"]
        tree = html.fromstring((site / path).read_bytes())
        assert page["@type"] == "WebPage"
        assert page["@id"] == tree.xpath("string(//link[@rel='canonical']/@href)")
        assert page.get("isBasedOn") == record.get("source")
        assert page.get("dateModified", "") == record.get("modified", "")
        assert [step["position"] for step in steps] == [1, 2, 3]
        above = [(a.text, urljoin(page["@id"], a.get("href"))) for a in tree.xpath("//nav[@class='dl-crumbs']/a")]
        assert [(step["name"], step["item"]["@id"]) for step in steps[:2]] == above
        assert "item" not in steps[2]


def test_whatever_is_named_by_an_address_of_the_site_is_there(site, things):
    address = things["index.html"][0]["url"]
    wanted = {n["@id"] for found in things.values() for n in nodes(found) if "@id" in n}
    assert len(wanted) > 50
    there = {n.get("@id") for found in things.values() for n in found} | {f"{address}#publisher"}
    registers = {i for i in wanted if "#" not in i}
    assert {i for i in registers if not (site / i.removeprefix(address) / "index.html").is_file()} == set()
    assert wanted - registers - there == set()


def test_an_amount_is_said_to_the_penny_where_it_is_exact_and_else_not(site, things):
    said_at, exact = {}, {}
    for path, found in things.items():
        if path.startswith("awards/") and found and found[0]["@type"] in ("MonetaryGrant", "Order"):
            key, thing = path.split("/")[1], found[0]
            price = thing.get("acceptedOffer", {}).get("priceSpecification", {})
            assert {thing.get("amount", {}).get("currency"), price.get("priceCurrency")} <= {"GBP", None}
            if value := thing.get("amount", {}).get("value") or price.get("price"):
                said_at[key] = Decimal(value)
    for row in table(site, "awards"):
        made = row["direction"] != "applied_only" and row["status"] != "withdrawn"
        grant = row["type"] == "grant" and row["amount_basis"] == "exact"
        bought = row["type"] in ("contract", "invoice") and row["amount_basis"] in ("exact", "net_of_vat")
        if made and row["amount"] and (grant or bought):
            exact[row["key"]] = Decimal(row["amount"])
    assert said_at == exact
    assert len(exact) > 1


def test_no_person_and_no_place_is_said(things):
    """The whole force area and the areas that have pages of their own are no place that anybody could be found at."""
    every = [node for found in things.values() for node in nodes(found)]
    places = {
        "address",
        "location",
        "geo",
        "latitude",
        "longitude",
        "contentLocation",
        "foundingLocation",
        "telephone",
        "email",
    }
    assert [n for n in every if n.get("@type") == "Person" or places & n.keys()] == []
    assert {n["@type"] for n in every if n["@type"].endswith(("Place", "Area"))} <= {"AdministrativeArea"}
    assert len({n["areaServed"]["name"] for n in every if "areaServed" in n}) == 1


def test_all_data_are_described_on_the_data_page_with_files_that_are_there(site, things):
    (data,) = things["data/index.html"]
    web, short = things["index.html"]
    publisher = table(site, "publisher")[0]
    assert short == {name: value for name, value in data.items() if name != "distribution"}
    assert web["about"]["@id"] == data["@id"]
    assert data["url"] == f"{web['url']}data/"
    assert data["creator"]["name"] == publisher["name"]
    assert data["spatialCoverage"]["identifier"]["value"] == publisher["area_code"]
    assert publisher["demonstration"] in data["description"]
    days = [r["award_date"] or r["announced_on"] for r in table(site, "awards")] + [
        r["taken_on"] for r in table(site, "decisions")
    ]
    first, last = data["temporalCoverage"].split("/")
    assert (first, last) == (min(d for d in days if d), max(d for d in days if d))
    assert {"text/csv", "application/zip"} & {file["encodingFormat"] for file in data["distribution"]}
    assert len(data["distribution"]) < 10
    for file in data["distribution"]:
        held = (site / file["contentUrl"].removeprefix(web["url"])).read_bytes()
        assert file["sha256"] == sha256(held).hexdigest()


# --- Barsetshire, which has every kind of record ---


@pytest.fixture(scope="module")
def barsetshire(tmp_path_factory) -> dict[str, list[dict]]:
    folder = example("barsetshire", tmp_path_factory)
    return {f.parent.relative_to(folder).as_posix(): said(f) for f in folder.glob("*/*/index.html")}


TYPES = {
    "awards": {"MonetaryGrant", "Order", "GovernmentService", "WebPage"},
    "decisions": {"Report"},
    "opportunities": {"GovernmentService", "Demand"},
    "funds": {"FundingScheme"},
    "priorities": {"DefinedTerm"},
    "budget-areas": {"DefinedTerm"},
    "areas": {"AdministrativeArea"},
    "rounds": {"Event"},
    "activities": {"Event"},
    "documents": {"DigitalDocument"},
    "budgets": {"Report"},
    "publications": {"CreativeWork"},
}


def test_each_kind_of_record_has_the_type_that_is_true_of_it(barsetshire):
    found = {}
    for path, things in barsetshire.items():
        if things:
            found.setdefault(path.split("/")[0], set()).add(things[0]["@type"])
    organisations = found.pop("organisations")
    assert found == TYPES
    assert organisations > {"NGO", "Organization", "GovernmentOrganization"}


def test_a_grant_of_the_office_before_it_had_another_name_was_made_by_the_one_before(barsetshire):
    old, new = (barsetshire[f"awards/{key}"][0]["funder"] for key in ("ba-a001", "ba-a034"))
    assert old == {"@type": "GovernmentOrganization", "name": "Police and Crime Commissioner for Barsetshire"}
    assert new["name"] == "Police, Fire and Crime Commissioner for Barsetshire"
    assert new["@id"].endswith("/#publisher")


def test_a_withheld_recipient_stays_withheld(barsetshire):
    order = barsetshire["awards/ba-a043"][0]
    assert order["@type"] == "Order"
    assert "seller" not in order
    assert order["orderedItem"].keys() == {"@type", "name", "areaServed"}


def test_a_thing_that_was_bought_is_called_no_service(barsetshire):
    signs = [
        thing
        for path, things in barsetshire.items()
        for thing in things[:1]  # the page of an award that was withdrawn tells of no thing
        if path.startswith("awards/") and thing["name"] == "Speed signs that can be moved"
    ]
    assert [("seller" in sign, "orderedItem" in sign) for sign in signs] == [(True, False)]


def test_a_tender_is_a_demand_of_the_body_that_leads(barsetshire):
    demand, seeker, page = barsetshire["opportunities/advice-2023"]
    assert demand["validThrough"] == "2023-06-16T17:00:00+01:00"
    assert demand["identifier"] == "ocds-zz9999-advice2023"
    assert seeker["@id"].endswith("organisations/hogglestock-council/#organisation")
    assert seeker["seeks"]["@id"] == demand["@id"] == page["mainEntity"]["@id"]


def test_a_round_that_is_open_all_the_time_has_no_end(barsetshire):
    offers = {
        path: t[0]["offers"] for path, t in barsetshire.items() if path.startswith("opportunities/") and "offers" in t[0]
    }
    assert "availabilityEnds" not in offers["opportunities/bright-ideas"]
    assert offers["opportunities/bright-ideas"]["availabilityStarts"] == "2023-04-03"
    assert any("availabilityEnds" in offer for offer in offers.values())


def test_a_day_of_closing_of_what_is_open_all_the_time_is_no_end(tmp_path):
    days = {"kind": "grant_round", "opens_on": "2026-01-02", "closes_on": "2026-03-04"}
    site = small(tmp_path, opportunities=[days, days | {"rolling": "yes"}, days | {"cancelled_on": "2026-02-01"}])
    usual, rolling, cancelled = (graph(shown(site, "opportunity", key))[0]["offers"] for key in ("o0", "o1", "o2"))
    assert usual["availabilityEnds"] == "2026-03-04T23:59:00+00:00"
    assert "availabilityEnds" not in rolling
    assert cancelled["availability"] == "https://schema.org/Discontinued"


def test_a_decision_names_its_number_and_the_awards_that_it_made(barsetshire):
    report = barsetshire["decisions/ba-2022-001"][0]
    assert report["reportNumber"]
    assert f"{report['@id'].partition('decisions/')[0]}awards/ba-a001/#award" in [a["@id"] for a in report["about"]]


# --- a site of a few records ---


class Bare:
    """Stands where a frame would be: a page is only its head and its body."""

    def page(self, title: str, description: str, body: str, slug: str, head: str, care: bool) -> str:
        return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def shown(site, kind: str, key: str) -> html.HtmlElement:
    page = record_page(site, site.get(kind, key))
    return html.document_fromstring(Renderer({page.place: Bare()}).output(site, page)[1])


def graph(page: html.HtmlElement) -> list[dict]:
    return json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"]


def test_no_text_ends_the_script(tmp_path):
    recipient = {"name": EVIL}
    site = small(tmp_path, awards=[{"title": EVIL, "purpose": EVIL, "recipient": "evil"}], organisations={"evil": recipient})
    page = shown(site, "award", "a0")
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//comment()") == []
    grant, about = graph(page)
    assert (grant["name"], grant["description"], grant["fundedItem"][0]["name"], about["name"]) == (EVIL,) * 4


def test_a_text_with_signs_that_json_escapes_comes_back_as_it_was(tmp_path):
    text = 'A \\u0000 "quoted" \\ back & <b>bold</b> Ŵ \N{POLICE CAR}'
    site = small(tmp_path, organisations={"club": {"name": text}})
    assert graph(shown(site, "organisation", "club"))[0]["name"] == text


def test_an_individual_is_never_named(tmp_path):
    person = {"name": "A Person", "legal_form": "individual"}
    award = {"recipient": "person"}
    site = small(tmp_path, awards=[award, {"recipient_individual": "yes"}], organisations={"person": person})
    assert [thing["@type"] for thing in graph(shown(site, "organisation", "person"))] == ["WebPage"]
    for key in ("a0", "a1"):
        assert "fundedItem" not in graph(shown(site, "award", key))[0]


@pytest.mark.parametrize(
    "award",
    [
        {"status": "withdrawn"},
        {"direction": "applied_only", "type": "application"},
        {"type": "funding"},
        {"type": "contract", "direction": "in"},
    ],
)
def test_what_is_no_award_or_of_no_known_shape_is_called_none(tmp_path, award):
    site = small(tmp_path, awards=[award])
    assert [thing["@type"] for thing in graph(shown(site, "award", "a0"))] == ["WebPage"]


def test_an_amount_that_is_not_exact_is_left_out(tmp_path):
    site = small(tmp_path, awards=[{"amount_basis": "rounded"}, {"amount": "0.10"}, {"amount": "1234567.89"}])
    found = [graph(shown(site, "award", key))[0].get("amount", {}).get("value") for key in ("a0", "a1", "a2")]
    assert found == [None, "0.10", "1234567.89"]


@pytest.mark.parametrize(
    ("contract", "price"),
    [
        ({"amount_basis": "net_of_vat"}, {"price": "100.00", "valueAddedTaxIncluded": False}),
        ({"vat_basis": "gross"}, {"price": "100.00", "valueAddedTaxIncluded": True}),
        ({"vat_basis": "none"}, {"price": "100.00"}),
        ({"amount_basis": "estimate"}, None),
    ],
)
def test_the_price_of_a_contract_says_whether_vat_is_in_it(tmp_path, contract, price):
    order = graph(shown(small(tmp_path, awards=[{"type": "contract"} | contract]), "award", "a0"))[0]
    said = price and {"@type": "PriceSpecification", "priceCurrency": "GBP"} | price
    assert order.get("acceptedOffer", {}).get("priceSpecification") == said


def test_money_from_elsewhere_was_not_given_by_the_office(tmp_path):
    passed = {"direction": "pass_through", "funder": "ministry", "recipient": "club"}
    came = {"direction": "in", "funder": "ministry"}
    unknown = {"direction": "pass_through"}
    ministry = {"name": "Ministry", "sector": "government"}
    site = small(tmp_path, awards=[passed, came, unknown], organisations={"ministry": ministry, "club": {}})
    first, second, third = (graph(shown(site, "award", key))[0] for key in ("a0", "a1", "a2"))
    assert (
        first["funder"]
        == second["funder"]
        == {
            "@type": "GovernmentOrganization",
            "@id": "../../organisations/ministry/#organisation",
            "name": "Ministry",
        }
    )
    assert [item["name"] for item in first["fundedItem"]] == ["Club"]
    assert [item["name"] for item in second["fundedItem"]] == ["Police and Crime Commissioner for Barsetshire"]
    assert "funder" not in third


def test_where_no_address_is_known_addresses_work_from_the_page(tmp_path):
    site = small(tmp_path, awards=[{}])
    here = "https://anywhere.example/sub/awards/a0/"
    grant, page = graph(shown(site, "award", "a0"))
    assert urljoin(here, page["@id"]) == here
    assert urljoin(here, grant["@id"]) == f"{here}#award"
    assert urljoin(here, page["breadcrumb"]["itemListElement"][0]["item"]["@id"]) == "https://anywhere.example/sub/"
    web = graph(html.document_fromstring(home.page(site).head))[0]
    assert urljoin("https://anywhere.example/sub/", web["url"]) == "https://anywhere.example/sub/"


def test_with_an_address_all_are_whole(tmp_path):
    site = small(tmp_path, {"address": "https://money.example/sub"}, awards=[{}])
    grant, page = graph(shown(site, "award", "a0"))
    assert grant["@id"] == "https://money.example/sub/awards/a0/#award"
    assert page["isPartOf"]["@id"] == "https://money.example/sub/#site"


def test_what_is_not_known_is_left_out(tmp_path):
    site = small(tmp_path, awards=[{"amount": None, "amount_basis": "not_published"}])
    found = nodes(graph(shown(site, "award", "a0")))
    assert [n for n in found if None in n.values() or "" in n.values() or [] in n.values() or "N/A" in n.values()] == []
    assert schema_org.of_data(site, []).count("distribution") == 0


def test_the_page_of_a_record_leads_to_its_json(tmp_path):
    page = shown(small(tmp_path, awards=[{}]), "award", "a0")
    (link,) = page.xpath("//link[@rel='alternate'][@type='application/json']")
    assert urljoin("https://site.example/awards/a0/", link.get("href")) == "https://site.example/awards/a0/index.json"
