"""To what else a 360Giving grant leads: its programme, its places, its priorities, its documents."""

from collections.abc import Mapping, Sequence

from daylight.intake.flat import items
from daylight.intake.grants_items import At, into, text_of
from daylight.intake.marked import ROOM
from daylight.intake.said import Said
from daylight.new import is_key
from daylight.read import slug
from daylight.rules.safe_01 import is_wide

NOT_HERE = "the office has no record of it, and another body's is none of ours"
DISTRICTS = frozenset({"UA", "NMD", "MD", "LONB"})


def slugged(*texts: str) -> str:
    """The first of some texts that is a key, or of which one can be made."""
    return next((text for text in texts if text and is_key(text)), "") or slug(next((t for t in texts if t), ""), ROOM)


def _existing(grants, kind: str, *texts: str) -> str:
    """The key of the record of the office that one of some texts names."""
    field = next(f for f in grants.award.references if f.refers == kind) if kind != "area" else None
    field = field or grants.schemas["award_area"].by_name["area"]
    return next((key for text in texts if text and (key := grants.links.find(field, text)[0])), "")


def programmes(grants, said: Said, at: At, ours: bool) -> None:
    """The funds of the office; of another funder, the titles as the scheme."""
    found, schemes = [], []
    for item in items(at, "grantProgramme"):
        code, title = text_of(item, "code"), text_of(item, "title")
        found.append(_led(grants, "fund", (code, title), slugged(code) if ours and code else "", {"title": title or code}))
        schemes.append(_take(said, item, found[-1], "fund", ("code", "title"), "scheme"))
    _as_text(said, "scheme", schemes)
    _one_or_several(said, "fund", "funds", found)


def places(grants, said: Said, at: At, ours: bool) -> None:
    """The areas of the office, by code or name; other places as the area that is served, by name."""
    found, names = [], []
    for item in items(at, "beneficiaryLocation"):
        code, name, kind = text_of(item, "geoCode"), text_of(item, "name"), text_of(item, "geoCodeType")
        own = slugged(name) if ours and code and name and kind in ("PFA", "", *DISTRICTS) else ""  # not a ward, nor a region
        wide = kind == "PFA" or is_wide(grants.site.publisher, name)
        area = {"name": name, "code": code, "kind": "force_area" if wide else "district"}
        if not _existing(grants, "area", code, name) and own and wide:
            grants.links.wide.add(own)
        found.append(_led(grants, "area", (code, name), own, area))
        names.append(_take(said, item, found[-1], "areas", ("geoCode", "name"), "area_as_published"))
    _as_text(said, "area_as_published", names)
    if any(found):
        said.rows["areas"] = [{"area": key} for key in dict.fromkeys(filter(None, found))]


def priorities(grants, said: Said, at: At, ours: bool) -> None:
    """The priorities of the office's plan; another body's classifications are none."""
    found = []
    for item in items(at, "classifications"):
        plan, code, title = text_of(item, "vocabulary"), text_of(item, "code"), text_of(item, "title")
        own = slugged(code, title) if ours and plan and title else ""
        found.append(_led(grants, "priority", (code, title), own, {"title": title, "plan": plan}))
        _take(said, item, found[-1], "priority", ("vocabulary", "code", "title"))
    _one_or_several(said, "priority", "priorities", found)


def _led(grants, kind: str, texts: Sequence[str], key: str, fields: Mapping[str, str]) -> str:
    """The key of the record that one of some texts names, else the given key, if any, of one that is made of the fields."""
    if found := _existing(grants, kind, *texts):
        return found
    if key:
        grants.shared.add(kind, key, fields)
    return key


def _take(said: Said, item, key: str, field: str, names: Sequence[str], instead: str = "") -> str:
    """Says of the cells of an item that they lead to the record with a key; without one, the last of `names` is what goes
    into the field `instead`, if there is any, and is returned."""
    text = text_of(item, names[-1]) if instead and not key else ""
    if key:
        into(said, item, f"award.{field}", *names)
    else:
        into(said, item, f"award.{instead}", *(names[-1:] if text else ()), left=NOT_HERE)
    return text


def _as_text(said: Said, field: str, texts: Sequence[str]) -> None:
    """Says in one field what leads to no record."""
    if text := "; ".join(dict.fromkeys(filter(None, texts))):
        said.fields[field] = text


def _one_or_several(said: Said, field: str, rows: str, found: Sequence[str]) -> None:
    """Says that a grant leads to one record, or lists that it leads to several."""
    keys = list(dict.fromkeys(filter(None, found)))
    if len(keys) == 1:
        said.fields[field] = keys[0]
    elif keys:
        said.rows[rows] = [{field: key} for key in keys]


def documents(grants, said: Said, at: At, ours: bool) -> None:
    """The documents of the office; its decisions, which the standard has as documents, by their titles."""
    kinds = {label: value for value, label in grants.schemas["document"].by_name["kind"].labels.items()}
    decisions = []
    for item in items(at, "relatedDocument"):
        title, url, kind = text_of(item, "title"), text_of(item, "url"), text_of(item, "documentType")
        if kind == grants.schemas["decision"].title:
            key = _existing(grants, "decision", url.rstrip("/").rpartition("/")[2], title)
            decisions.append((key, title))
            into(said, item, "award.decision", "title", "url")
            continue
        if url in grants.shared.documents or (ours and title and url):
            key = grants.shared.document(title, url, kinds.get(kind, "other"), title if is_key(title) else "")
            said.rows.setdefault("documents", []).append({"document": key})
            into(said, item, "award.documents", "title", "url", "documentType")
        else:
            into(said, item, "", left=NOT_HERE)
    if all(key for key, _title in decisions):
        _one_or_several(said, "decision", "decisions", [key for key, _title in decisions])
    else:
        said.fields["decision_as_published"] = "; ".join(title for _key, title in decisions)
