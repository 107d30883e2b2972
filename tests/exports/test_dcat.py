"""The catalogue keeps the shapes of DCAT-AP 3.0.1, and names every file as it is."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from tests.built import TODAY, example
from tests.cases import home_of
from tests.test_cases import OFFICES

from daylight.exports import dcat
from daylight.exports.file import Info
from daylight.load import load
from daylight.releases import Release
from daylight.schema import load_schemas

SHAPES = Path(__file__).resolve().parents[3] / "shared/standards/dcat"
DCAT = Namespace("http://www.w3.org/ns/dcat#")  # rdflib's own does not know version 3
SH, SPDX = Namespace("http://www.w3.org/ns/shacl#"), Namespace("http://spdx.org/rdf/terms#")
ROOT = "https://barsetshire.daylight.example/"
HERE = f"{ROOT}data/catalog.jsonld#"
needs_shapes = pytest.mark.skipif(not SHAPES.is_dir(), reason="the official shapes are not here")
OPEN = {  # what DCAT-AP recommends and nobody can say: see test_what_is_only_recommended_…
    "http://data.europa.eu/r5r/availability",
    "http://purl.org/dc/terms/format",
    "http://purl.org/dc/terms/issued",
    "http://purl.org/dc/terms/temporal",
    "http://purl.org/dc/terms/type",
    "http://www.w3.org/ns/dcat#bbox",
    "http://www.w3.org/ns/dcat#centroid",
}


@pytest.fixture(scope="module", params=OFFICES)
def folder(request, tmp_path_factory) -> Path:
    """The built site of an office."""
    return example(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def barsetshire(tmp_path_factory) -> Graph:
    return read((example("barsetshire", tmp_path_factory) / "data/catalog.jsonld").read_bytes())


@pytest.fixture
def site():
    return load(home_of("barsetshire"), load_schemas(), TODAY)[0]


def read(data: bytes, address: str = "https://elsewhere.example/data/catalog.jsonld") -> Graph:
    return Graph().parse(data=data, format="json-ld", publicID=address)


def wrong(graph: Graph, *names: str) -> Counter:
    """By severity and property, how often a graph does not keep the shapes of some files."""
    shapes = Graph()
    for name in names:
        shapes.parse(SHAPES / name)
    _, report, _ = validate(graph, shacl_graph=shapes)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return Counter((report.value(r, SH.resultSeverity).fragment, str(report.value(r, SH.resultPath))) for r in results)


@needs_shapes
def test_every_shape_is_kept(folder):
    graph = read((folder / "data/catalog.jsonld").read_bytes())
    assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) > 100
    assert wrong(graph, "dcat-ap-3.0.1-shapes.ttl", "dcat-ap-3.0.1-range.ttl") == {}


@needs_shapes
def test_what_is_only_recommended_is_left_out_only_where_it_is_not_known(folder):
    """Nobody has promised how long the files will be there; JSON Lines and SQLite have no code; some kinds have no days."""
    graph = read((folder / "data/catalog.jsonld").read_bytes())
    left = wrong(graph, "dcat-ap-3.0.1-shapes_recommended.ttl")
    assert {severity for severity, _ in left} == {"Warning"}
    assert {path for _, path in left} <= OPEN


@needs_shapes
def test_releases_are_versions_of_everything(site, tmp_path):
    days = ("2026-08-01", "2026-10-01")
    site.releases = tuple(Release(day, tmp_path, {"version": f"1.{n}.0"}) for n, day in enumerate(days))
    (file,) = dcat.outputs(site, [Info("data/awards.csv", 10, "ab" * 32, 1, "csv_tables")])
    graph = read(file.data)
    every, first, last = (URIRef(f"{HERE}{name}") for name in ("everything", *days))
    assert set(graph.objects(every, DCAT.hasVersion)) == {first, last}
    assert graph.value(last, DCAT.previousVersion) == first
    assert graph.value(first, DCAT.previousVersion) is None
    assert [str(graph.value(of, DCAT.version)) for of in (every, first, last)] == ["1.1.0", "1.0.0", "1.1.0"]
    assert {str(graph.value(of, DCTERMS.issued)) for of in (every, first)} == {days[0]}
    (package,) = graph.objects(last, DCAT.distribution)
    assert str(graph.value(package, DCAT.downloadURL)) == f"{ROOT}data/releases/2026-10-01/datapackage.json"
    assert wrong(graph, "dcat-ap-3.0.1-shapes.ttl", "dcat-ap-3.0.1-range.ttl") == {}


def test_every_file_is_in_the_catalogue_once_and_is_as_it_says(folder):
    graph = read((folder / "data/catalog.jsonld").read_bytes())
    (home,) = graph.objects(None, DCAT.endpointURL)
    found = []
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(file, DCAT.downloadURL))
        data = (folder / address.removeprefix(str(home))).read_bytes()
        checksum = graph.value(file, SPDX.checksum)
        assert int(graph.value(file, DCAT.byteSize)) == len(data)
        assert str(graph.value(checksum, SPDX.checksumValue).n3()).split('"')[1].lower() == hashlib.sha256(data).hexdigest()
        assert len(list(graph.subjects(DCAT.distribution, file))) == 1
        found.append(address.removeprefix(str(home)))
    releases = [path for path in found if path.startswith("data/releases/")]
    assert releases == [f"{path.rpartition('/')[0]}/datapackage.json" for path in releases] != []
    there = {path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file()}
    later = {"data/catalog.jsonld", "data/manifest.json", "data/SHA256SUMS"}
    there = {path for path in there - later if not path.endswith("/index.html") and not path.startswith("data/releases/")}
    assert sorted(set(found) - set(releases)) == sorted(there)


def test_each_kind_of_record_is_a_data_set_with_its_files_and_its_days(barsetshire):
    awards = URIRef(f"{HERE}awards")
    files = {str(of).removeprefix(HERE) for of in barsetshire.objects(awards, DCAT.distribution)}
    assert {"awards.csv", "excel/awards.csv", "awards.json", "award-recipients.csv"} <= files
    assert "decisions.csv" not in files
    period = barsetshire.value(awards, DCTERMS.temporal)
    assert str(barsetshire.value(period, DCAT.startDate)) < str(barsetshire.value(period, DCAT.endDate)) <= TODAY
    assert (URIRef(f"{HERE}everything"), DCTERMS.hasPart, awards) in barsetshire
    assert not list(barsetshire.objects(awards, DCTERMS.issued)), "no day is made up"


def test_it_says_who_publishes_where_and_under_which_licence(barsetshire):
    everything = URIRef(f"{HERE}everything")
    place = URIRef("http://statistics.data.gov.uk/id/statistical-geography/E23000099")
    licence = URIRef("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
    assert barsetshire.value(everything, DCTERMS.spatial) == place
    assert {licence} == set(barsetshire.objects(None, DCTERMS.license))
    assert len(list(barsetshire.objects(everything, DCAT.contactPoint))) == 4
    assert Literal("Barsetshire", lang="en") in set(barsetshire.objects(everything, DCAT.keyword))


def test_where_nobody_says_where_the_site_is_published_addresses_begin_where_the_catalogue_lies(site):
    del site.publisher.values["address"]
    (file,) = dcat.outputs(site, [Info("data/awards.csv", 10, "ab" * 32, 1, "csv_tables")])
    graph = read(file.data, "https://anywhere.example/funding/data/catalog.jsonld")
    (address,) = graph.objects(None, DCAT.downloadURL)
    assert str(address) == "https://anywhere.example/funding/data/awards.csv"
    assert {str(of) for of in graph.objects(None, DCAT.endpointURL)} == {"https://anywhere.example/funding/"}


def test_nothing_is_empty(folder):
    said = json.loads((folder / "data/catalog.jsonld").read_bytes())
    assert not [value for value in values(said) if value in ("", [], {}, None)]


def values(of):
    yield of
    for part in of.values() if isinstance(of, dict) else of if isinstance(of, list) else ():
        yield from values(part)
