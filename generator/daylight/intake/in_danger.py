"""Takes no place for people whom a place could put in danger, whatever a row says (SAFE-01)."""

from collections.abc import Sequence

from daylight.intake.links import Links
from daylight.intake.said import Said
from daylight.rules import sensitive
from daylight.rules.safe_01 import is_wide

IN_DANGER = "the award is for people whom a place could put in danger, so that none is taken (geo_policy: county)"


def safe(said: Said, links: Links, names: Sequence[str]) -> None:
    """Leaves out every place but the whole force area where the words of an award, or `names` of its bodies, tell of such
    people, and says so in its geo_policy."""
    texts = [said.fields.get(name, "") for name in sensitive.TEXTS]
    if said.fields.get("geo_policy") or not sensitive.tells("\n".join((*texts, *names))):
        return
    said.fields["geo_policy"] = "county"
    narrow = [] if is_wide(links.site.publisher, said.fields.get("area_as_published", "")) else ["area_as_published"]
    narrow += ["areas"] if any(row["area"] not in links.wide for row in said.rows.get("areas", ())) else []
    for name in narrow:
        said.fields.pop(name, None)
        said.rows.pop(name, None)
        said.columns.pop(name, None)
    for column, field in list(said.taken.into.items()):
        if field.removeprefix("award.") in narrow:
            del said.taken.into[column]
            said.taken.left[column] = IN_DANGER
