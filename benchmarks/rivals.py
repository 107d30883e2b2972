"""The same records as projects for two well-known generators, so that all are measured on one machine in one run."""

import html
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from daylight import frame
from daylight.framing import Framing
from daylight.load import load
from daylight.outside import Outside
from daylight.pages import places
from daylight.record import Record, Row
from daylight.schema import load_schemas
from daylight.site import Site

HERE = Path(__file__).parent


def mkdocs(office: Path, folder: Path, today: str) -> None:
    """A project for MkDocs with Material as it comes: a page of the same content a record, none of them in the menu."""
    site, _ = load(office, load_schemas(), today)
    shutil.rmtree(folder, ignore_errors=True)
    _write(folder / "docs/index.md", "# Where the money goes\n")
    for kind, of in site.records.items():
        for record in of.values() if kind != "publisher" else ():
            path = folder / "docs" / site.schemas[kind].folder / f"{record.key}.md"
            _write(path, "\n".join(_markdown(site, record)) + "\n")
    config = {
        "site_name": "Barsetshire: where the money goes",
        "theme": {"name": "material", "font": False},
        "nav": ["index.md"],
        "markdown_extensions": ["tables", "attr_list"],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    _write(folder / "mkdocs.yml", yaml.safe_dump(config))


def _markdown(site: Site, record: Record) -> Iterator[str]:
    schema = site.schemas[record.kind]
    yield f"# {_plain(site.label(record))}\n"
    yield "| | |\n|---|---|"
    for field in schema.fields:
        if field.name in record.values:
            yield f"| {field.title} | {_value(site, schema, record, field.name)} |"
    for name in schema.children:
        child = site.schemas[name]
        if rows := record.rows(child.list):
            columns = [f for f in child.fields if any(f.name in row.values for row in rows)]
            yield f"\n## {child.plural}\n\n| {' | '.join(f.title for f in columns)} |\n|{'---|' * len(columns)}"
            yield from (f"| {' | '.join(_value(site, child, row, f.name) for f in columns)} |" for row in rows)
    for link in site.incoming.get((record.kind, record.key), ()):
        yield f"\n* {link.field.title} of {_link(site, link.source)}"


def _value(site: Site, schema, row: Row, name: str) -> str:
    field, value = schema.by_name[name], row.get(name, "")
    target = site.get(field.refers, value) if field.refers and field.refers != "publisher" else None
    return _link(site, target) if target else _plain(str(field.labels.get(value, value)))


def _link(site: Site, target: Record) -> str:
    return f"[{_plain(site.label(target))}](../{site.schemas[target.kind].folder}/{target.key}.md)"


def _plain(text: str) -> str:
    return html.escape(text).replace("|", "&#124;").replace("\n", " ")


def hugo(office: Path, folder: Path, padding: int = 0) -> None:
    """A project for Hugo: pages from the same YAML files, in the same frame, each with `padding` more bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(office / "data", folder / "data")
    _write(
        folder / "hugo.toml",
        'baseURL = "/"\ndisableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]\n',
    )
    shutil.copy(HERE / "templates/_content.gotmpl", _folder(folder / "content"))
    made = Framing(office, places(), Outside("Invented."), office / ".cache").html()
    one = frame.frames(made, places(), "Invented.")[f"awards/{frame.SLUG}/"]
    article = (HERE / "templates/article.html").read_text("utf-8") + f"<p hidden>{'x' * padding}</p>"
    fill = {
        frame.TITLE: "{{ .Title }}",
        frame.DESCRIPTION: "{{ .Title }}",
        frame.SLUG: "{{ .Slug }}",
        frame.HEAD: "",
        frame.CARE: "",
        frame.BODY: article,
    }
    parts = list(one.pieces)
    parts[1::2] = [fill[mark] for mark in one.marks]
    page = "".join(parts)
    _write(folder / "layouts/single.html", page)


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _write(path: Path, text: str) -> None:
    _folder(path.parent)
    path.write_text(text, "utf-8")
