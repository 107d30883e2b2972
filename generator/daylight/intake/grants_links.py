"""To what else a 360Giving grant leads: its programme, its places, its priorities, its documents."""

from collections.abc import Mapping, Sequence

from daylight.intake.flat import items
from daylight.intake.grants_items import BY_RECORD, At, into, text_of
from daylight.intake.marked import ROOM
from daylight.intake.said import Said
from daylight.new import is_key
from daylight.read import slug
from daylight.rules.safe_01 import is_wide

NOT_HERE = "the office has no record of it, and another body's is none of ours"
DISTRICTS = frozenset({"UA", "NMD", "MD", "LONB"})


def _one_or_several(said: Said, field: str, rows: str, keys: Sequence[str]) -> None:
    """Says that a grant leads to one record, or lists that it leads to several."""
    if len(keys) == 1:
        said.fields[field] = keys[0]
    elif keys:
        said.rows[rows] = [{field: key} for key in dict.fromkeys(keys)]


def slugged(*texts: str) -> str:
    """The first of some texts that is a key, or of which one can be made."""
    return next((text for text in texts if text and is_key(text)), "") or slug(next((t for t in texts if t), ""), ROOM)


def _existing(grants, kind: str, *texts: str) -> str:
    """The key of the record of the office that one of some texts names."""
    field = next(f for f in grants.award.references if f.refers == kind) if kind != "area" else None
    field = field or grants.schemas["award_area"].by_name["area"]
    return next((key for text in texts if text and (key := grants.links.find(field, text)[0])), "")


def programmes(grants, said: Said, at: At, ours: bool) -> None:
    """The funds of the office; of another funder, the title as the scheme."""
    found, schemes = [], []
    for item in items(at, "grantProgramme"):
        code, title = text_of(item, "code"), text_of(item, "title")
        if key := _led(grants, "fund", (code, title), slugged(code) if ours and code else "", {"title": title or code}):
            found.append(key)
            into(said, item, "award.fund", "code", "title")
        elif title:
            schemes.append(title)
            into(said, item, "award.scheme", "title", left=NOT_HERE)
        else:
            into(said, item, "", left=NOT_HERE)
    if schemes:
        said.fields["scheme"] = "; ".join(dict.fromkeys(schemes))
    _one_or_several(said, "fund", "funds", found)


def _led(grants, kind: str, texts: Sequence[str], key: str, fields: Mapping[str, str]) -> str:
    """The key of the record that one of some texts names, else the given key, if any, of one that is made of the fields."""
    if found := _existing(grants, kind, *texts):
        return found
    if key:
        grants.shared.add(kind, key, fields)
    return key


def places(grants, said: Said, at: At, ours: bool) -> None:
    """The areas of the office, by code or name; other places as the area that is served, by name."""
    names = []
    for item in items(at, "beneficiaryLocation"):
        code, name, kind = text_of(item, "geoCode"), text_of(item, "name"), text_of(item, "geoCodeType")
        key = _existing(grants, "area", code, name)
        if not key and ours and code and name and kind in ("PFA", "", *DISTRICTS):  # not a ward, nor a region
            key, wide = slugged(name), kind == "PFA" or is_wide(grants.site.publisher, name)
            grants.links.wide |= {key} if wide else set()
            grants.shared.add("area", key, {"name": name, "code": code, "kind": "force_area" if wide else "district"})
        if key:
            said.rows.setdefault("areas", []).append({"area": key})
            into(said, item, "award.areas", "geoCode", "name")
        elif name:
            names.append(name)
            into(said, item, "award.area_as_published", "name", left=NOT_HERE)
        else:
            into(said, item, "", left=NOT_HERE)
    if names:
        said.fields["area_as_published"] = "; ".join(dict.fromkeys(names))


def priorities(grants, said: Said, at: At, ours: bool) -> None:
    """The priorities of the office's plan; another body's classifications are none."""
    found = []
    for item in items(at, "classifications"):
        plan, code, title = text_of(item, "vocabulary"), text_of(item, "code"), text_of(item, "title")
        own = slugged(code, title) if ours and plan and title else ""
        key = _led(grants, "priority", (code, title), own, {"title": title, "plan": plan})
        found += [key] if key else []
        into(
            said,
            item,
            "award.priority",
            *(("vocabulary", "code", "title") if key else ()),
            left=BY_RECORD if key else NOT_HERE,
        )
    _one_or_several(said, "priority", "priorities", found)


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
