"""The bare pages that show a register or a picture inside another site: embed/awards/ and its like, in each language."""

from collections.abc import Iterator

from daylight.pages import filters
from daylight.pages.charts.embedded import embedded
from daylight.pages.charts.figure import figure
from daylight.pages.pieces import FILES, ROOT, text
from daylight.pages.render import templates
from daylight.site import Site
from daylight.views.citation import origin
from daylight.views.facets import FACETS
from daylight.words import ENGLISH, _, spoken


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """The page of each register and picture: its path below the site's root, and its bytes."""
    for spoken_now in site.languages:
        with spoken(spoken_now):
            below = "" if spoken_now == ENGLISH else f"{spoken_now}/"
            template, picture = (templates(spoken_now).get_template(name) for name in ("embed.html", "charts/embed.html"))
            roots = {"root": "../../", "files_root": "../../../" if below else "../../"}
            roots |= {"name": site.publisher.get("name", ""), "origin": origin(site)}
            roots["warning"] = text(site, site.publisher, "demonstration")
            for kind in FACETS:
                schema = site.schemas[kind]
                values = {"schema": schema, "title": _(schema.plural), "said": filters.said(site, kind)}
                yield f"{below}embed/{schema.folder}/index.html", template.render(values | roots).encode()
            for of in embedded(site):
                shown = figure(site, of).replace(ROOT, roots["root"]).replace(FILES, roots["files_root"])
                made = picture.render({"title": of.title or of.table.caption, "shown": shown} | roots)
                yield f"{below}embed/{of.id}/index.html", made.encode()
