"""The bare pages that show a register inside another site: embed/awards/ and its like, in each language of the site."""

from collections.abc import Iterator

from jinja2 import Environment, StrictUndefined

from daylight.pages import filters
from daylight.pages.render import TEMPLATES, Texts
from daylight.site import Site
from daylight.views.facets import FACETS
from daylight.words import ENGLISH, _, language, spoken


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """The page of each register: its path below the site's root, and its bytes."""
    for spoken_now in site.languages:
        with spoken(spoken_now):
            below = "" if spoken_now == ENGLISH else f"{spoken_now}/"
            templates = Environment(loader=Texts(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
            templates.globals |= {"_": _, "language": language}
            template = templates.get_template("embed.html")
            for kind in FACETS:
                schema = site.schemas[kind]
                values = {"schema": schema, "title": _(schema.plural), "said": filters.said(site, kind)}
                values |= {"root": "../../", "files_root": "../../../" if below else "../../"}
                text = template.render(values | {"name": site.publisher.get("name", "")})
                yield f"{below}embed/{schema.folder}/index.html", text.encode()
