"""The words of the catalogue that are not ours: prefixes, and the codes of media types, themes and other lists by their IRIs.

What the profile asks to be of a class (a media type, a standard, a theme) says so of itself, so that a checker needs no
file but the catalogue. A file whose type is in no list has none.
"""

EU = "http://publications.europa.eu/resource/authority"
AREA = "http://statistics.data.gov.uk/id/statistical-geography"
IANA = "http://www.iana.org/assignments/media-types"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": {"@id": "dct:title", "@language": "en"},
    "description": {"@id": "dct:description", "@language": "en"},
    "keyword": {"@id": "dcat:keyword", "@language": "en"},
    "label": {"@id": "skos:prefLabel", "@language": "en"},
    "issued": {"@id": "dct:issued", "@type": "xsd:date"},
    "modified": {"@id": "dct:modified", "@type": "xsd:dateTime"},
    "changed": {"@id": "dct:modified", "@type": "xsd:date"},
    "start": {"@id": "dcat:startDate", "@type": "xsd:date"},
    "end": {"@id": "dcat:endDate", "@type": "xsd:date"},
    "bytes": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "hash": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
}
TYPES = {  # of files by the end of their name: the media type, and the code in the list of file types of the EU
    "csv": ("text/csv", "CSV"),
    "json": ("application/json", "JSON"),
    "jsonl": ("", ""),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", "ODS"),
    "parquet": ("application/vnd.apache.parquet", "PARQUET"),
    "sqlite": ("application/vnd.sqlite3", ""),
    "txt": ("text/plain", "TXT"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    "zip": ("application/zip", "ZIP"),
}
STANDARDS = {  # by the format that follows it
    "csvw": "https://www.w3.org/TR/tabular-metadata/",
    "data_package": "https://datapackage.org/profiles/2.0/datapackage.json",
    "giving360": "https://standard.threesixtygiving.org/en/1.4/",
    "giving360_xlsx": "https://standard.threesixtygiving.org/en/1.4/",
    "ocds": "https://standard.open-contracting.org/1.1/en/",
    "openapi": "https://spec.openapis.org/oas/v3.1.0",
}
ENGLISH = {"@id": f"{EU}/language/ENG", "@type": "dct:LinguisticSystem"}
IRREGULAR = {"@id": f"{EU}/frequency/IRREG", "@type": "dct:Frequency"}
ATTRIBUTION = {"@id": "http://purl.org/adms/licencetype/Attribution", "@type": "skos:Concept", "label": "Attribution"}
LICENCES = {"OGL-UK-3.0": ATTRIBUTION}  # what a licence asks for
SHA256 = {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"}
SCHEME = {"@id": f"{EU}/data-theme", "@type": "skos:ConceptScheme", "title": "Data theme"}
THEMES = [
    {"@id": f"{EU}/data-theme/{code}", "@type": "skos:Concept", "label": label, "skos:inScheme": {"@id": SCHEME["@id"]}}
    for code, label in (("GOVE", "Government and public sector"), ("JUST", "Justice, legal system and public safety"))
]


def types(path: str) -> dict:
    """The media type and the format of a file, by the end of its name."""
    media, code = TYPES.get(path.rpartition(".")[2], ("", ""))
    found = {"dcat:mediaType": {"@id": f"{IANA}/{media}", "@type": "dct:MediaType"}} if media else {}
    if code:
        found["dct:format"] = {"@id": f"{EU}/file-type/{code}", "@type": "dct:MediaTypeOrExtent"}
    return found


def standard(form: str) -> dict:
    """The standard that a format follows, if it follows one."""
    address = STANDARDS.get(form)
    return {"dct:conformsTo": {"@id": address, "@type": "dct:Standard"}} if address else {}


def licence(name: str, title: str, path: str) -> dict:
    """A licence by its SPDX identifier, its title and its address."""
    asks = {"dct:type": LICENCES[name]} if name in LICENCES else {}
    return {"dct:license": {"@id": path, "@type": "dct:LicenseDocument", "title": title} | asks}


def document(address: str) -> dict:
    """A page on the web."""
    return {"@id": address, "@type": "foaf:Document"}


def area(name: str | None, code: str | None) -> dict:
    """A place by its name and its code of the Office for National Statistics, as far as they are known."""
    found = {"@type": "dct:Location"} | ({"@id": f"{AREA}/{code}"} if code else {})
    return {"dct:spatial": found | ({"label": name} if name else {})} if name or code else {}


def checksum(sha256: str) -> dict:
    """The SHA-256 of a file."""
    return {"spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": SHA256, "hash": sha256}}
