"""To what else a 360Giving grant leads: its programme, its places, its priorities, its documents, its conditions."""

from collections.abc import Iterator, Mapping

from daylight.intake import keys
from daylight.intake.cells import Cell
from daylight.intake.said import Said
from daylight.new import is_key
from daylight.read import slug
from daylight.rules.safe_01 import is_wide

At = Mapping[str, tuple[int, Cell]]
NOT_HERE = "the office has no record of it, and another body's is none of ours"
BY_RECORD = "the record that it leads to says it"
DISTRICTS = frozenset({"UA", "NMD", "MD", "LONB"})


def _items(at: At, member: str) -> Iterator[dict[str, tuple[int, Cell]]]:
    """The items of a member in their order, each with its members."""
    found: dict[int, dict[str, tuple[int, Cell]]] = {}
    for path, cell in at.items():
        first, _, rest = path.partition("/")
        number, _, inner = rest.partition("/")
        if first == member and number.isdigit():
            found.setdefault(int(number), {})[inner] = cell
    return (found[number] for number in sorted(found))


def _text(item: Mapping[str, tuple[int, Cell]], name: str) -> str:
    return item[name][1].text if name in item else ""


def _into(said: Said, item: Mapping[str, tuple[int, Cell]], field: str, *names: str, left: str = BY_RECORD) -> None:
    """Says of the cells of an item that those with these names went into a field, and why the others did not."""
    for name, (column, _cell) in item.items():
        if name in names:
            said.taken.into[column] = field
            said.columns.setdefault(field.rpartition(".")[2], column)
        else:
            said.taken.left[column] = left


def slugged(*texts: str) -> str:
    """The first of some texts that is a key, or of which one can be made."""
    return next((text for text in texts if text and is_key(text)), "") or slug(next((t for t in texts if t), ""), keys.ROOM)


def _existing(grants, kind: str, *texts: str) -> str:
    """The key of the record of the office that one of some texts names."""
    field = next(f for f in grants.award.references if f.refers == kind) if kind != "area" else None
    field = field or grants.schemas["award_area"].by_name["area"]
    return next((key for text in texts if text and (key := grants.links.find(field, text)[0])), "")


def programmes(grants, said: Said, at: At, ours: bool) -> None:
    """The funds of the office; of another funder, the title as the scheme."""
    found = []
    for item in _items(at, "grantProgramme"):
        code, title = _text(item, "code"), _text(item, "title")
        key = _existing(grants, "fund", code, title)
        if not key and ours and code and (key := slugged(code)):
            grants.share("fund", key, {"title": title or code})
        if key:
            found.append(key)
            _into(said, item, "award.fund", "code", "title")
        elif title and "scheme" not in said.fields:
            said.fields["scheme"] = title
            _into(said, item, "award.scheme", "title", left=NOT_HERE)
        else:
            _into(said, item, "", left=NOT_HERE)
    if len(found) == 1:
        said.fields["fund"] = found[0]
    elif found:
        said.rows["funds"] = [{"fund": key} for key in found]


def places(grants, said: Said, at: At, ours: bool) -> None:
    """The areas of the office, by code or name; other places as the area that is served, by name."""
    names = []
    for item in _items(at, "beneficiaryLocation"):
        code, name, kind = _text(item, "geoCode"), _text(item, "name"), _text(item, "geoCodeType")
        key = _existing(grants, "area", code, name)
        if not key and ours and code and name and kind in ("PFA", "", *DISTRICTS):  # not a ward, nor a region
            key, wide = slugged(name), kind == "PFA" or is_wide(grants.site.publisher, name)
            grants.links.wide |= {key} if wide else set()
            grants.share("area", key, {"name": name, "code": code, "kind": "force_area" if wide else "district"})
        if key:
            said.rows.setdefault("areas", []).append({"area": key})
            _into(said, item, "award.areas", "geoCode", "name")
        elif name:
            names.append(name)
            _into(said, item, "award.area_as_published", "name", left=NOT_HERE)
        else:
            _into(said, item, "", left=NOT_HERE)
    if names:
        said.fields["area_as_published"] = "; ".join(dict.fromkeys(names))


def priorities(grants, said: Said, at: At, ours: bool) -> None:
    """The priorities of the office's plan; another body's classifications are none."""
    found = []
    for item in _items(at, "classifications"):
        plan, code, title = _text(item, "vocabulary"), _text(item, "code"), _text(item, "title")
        key = _existing(grants, "priority", code, title)
        if not key and ours and plan and title and (key := slugged(code, title)):
            grants.share("priority", key, {"title": title, "plan": plan})
        if key:
            found.append(key)
            _into(said, item, "award.priority", "vocabulary", "code", "title")
        else:
            _into(said, item, "", left=NOT_HERE)
    if len(found) == 1:
        said.fields["priority"] = found[0]
    elif found:
        said.rows["priorities"] = [{"priority": key} for key in found]


def documents(grants, said: Said, at: At, ours: bool) -> None:
    """The documents of the office; its decisions, which the standard has as documents, by their titles."""
    kinds = {label: value for value, label in grants.schemas["document"].by_name["kind"].labels.items()}
    decisions = []
    for item in _items(at, "relatedDocument"):
        title, url, kind = _text(item, "title"), _text(item, "url"), _text(item, "documentType")
        if kind == grants.schemas["decision"].title:
            key = _existing(grants, "decision", url.rstrip("/").rpartition("/")[2], title)
            decisions.append((key, title))
            _into(said, item, "award.decision", "title", "url")
            continue
        key = _existing_document(grants, url) or (slugged(title) if ours and title and url else "")
        if key:
            grants.share("document", key, {"title": title, "kind": kinds.get(kind, "other"), "address": url})
            said.rows.setdefault("documents", []).append({"document": key})
            _into(said, item, "award.documents", "title", "url", "documentType")
        else:
            _into(said, item, "", left=NOT_HERE)
    if len(decisions) == 1 and decisions[0][0]:
        said.fields["decision"] = decisions[0][0]
    elif decisions and all(key for key, _title in decisions):
        said.rows["decisions"] = [{"decision": key} for key, _title in decisions]
    elif decisions:
        said.fields["decision_as_published"] = "; ".join(title for _key, title in decisions)


def _existing_document(grants, url: str) -> str:
    return next((d.key for d in grants.site.all("document") if url and d.get("address") == url), "")


def conditions(grants, said: Said, at: At, ours: bool) -> None:
    """The conditions, each in a line of one cell; or that there are none."""
    if "Conditions" in at:
        column, cell = at["Conditions"]
        said.taken.into[column] = "award.conditions"
        said.columns["conditions"] = column
        if cell.text == grants.award.by_name["unconditional"].title:
            said.fields["unconditional"] = "yes"
        else:
            said.rows["conditions"] = [{"text": line.strip()} for line in cell.text.splitlines() if line.strip()]
