"""The files of 360Giving data: which grants stand in which, and what each file says of itself."""

from collections import Counter
from typing import NamedTuple

from daylight.exports.giving360.grant import grant, identifier
from daylight.exports.giving360.linked import address
from daylight.exports.giving360.organisations import Funder, funder_on, funders, prefix
from daylight.exports.giving360.published import left_out, published
from daylight.exports.stamp import licence, stamp
from daylight.keeping import once_of
from daylight.pages import DATA
from daylight.site import Site
from daylight.words import _, ngettext

VERSION = "1.4"  # of the standard, as its package schema writes it


class Package(NamedTuple):
    """The grants of one funder, or those of one funder to individuals, as the schema has them."""

    funder: Funder
    individuals: bool
    grants: list[dict]

    @property
    def name(self) -> str:
        return f"{self.funder.slug}-individuals" if self.individuals else self.funder.slug

    def path(self, ending: str) -> str:
        """Where the package is published as a file with this ending, below the site's root. It does not change."""
        return f"data/360giving/{self.name}.{ending}"

    def about(self, site: Site, ending: str) -> dict:
        """What a file says of itself, by the package schema."""
        today = funder_on(site, site.today)
        publisher = {
            "identifier": today.id if today else prefix(site),
            "name": site.publisher.get("name", ""),
            "website": site.publisher.get("website"),
        }
        said = {
            "version": VERSION,
            "title": self._title(),
            "description": " ".join(self._description(site)),
            "issued": site.releases[0].day if site.releases else "",
            "modified": site.time,
            "identifier": f"{prefix(site)}-grants-{self.name}",
            "publisher": {name: text for name, text in publisher.items() if text},
            "downloadURL": address(site, self.path(ending)),
            "accessURL": address(site, DATA),
            "license": licence(site)["path"],
        }
        return {name: value for name, value in said.items() if value}

    def _title(self) -> str:
        if self.individuals:
            return _("{funder}: grants to individuals", funder=self.funder.name)
        return _("{funder}: grants", funder=self.funder.name)

    def _description(self, site: Site) -> list[str]:
        """In sentences: what is in the file, which identifiers were given out here, what is left out, and of when it is."""
        days = sorted(found["awardDate"] for found in self.grants)
        total = sum(found["amountAwarded"] for found in self.grants)
        said = [
            ngettext(
                "{count} grant of {funder}, £{total}, awarded on {first}.",
                "{count} grants of {funder}, £{total} in all, awarded from {first} to {last}.",
                len(self.grants),
                **{"funder": self.funder.name, "total": f"{total:,.2f}", "first": days[0], "last": days[-1]},
            ),
            _("An award date is the day of the decision, and never that of an announcement."),
        ]
        if any(len(found.get("recipientOrganization", ())) > 1 for found in self.grants):
            said.append(_("The recipients of one grant share its amount."))
        if self.funder.given:
            text = _("The identifier {id} of the funder was given out here and stands in no register.", id=self.funder.id)
            said.append(text)
        return [*said, *omissions(site), *_state(site)]


def omissions(site: Site) -> list[str]:
    """How many grants of the records are in no file, by the reason."""
    if not (left := left_out(site)):
        return []
    text = ngettext(
        "{count} grant that went out is in no file of this kind:",
        "{count} grants that went out are in no file of this kind:",
        len(left),
    )
    counts = Counter(reason for _award, reason in left)
    return [text, *(f"{reason.removesuffix('.')}: {count}." for reason, count in counts.most_common())]


def _state(site: Site) -> list[str]:
    """The release and the commit that the file is of, as far as they are known."""
    known = stamp(site)
    said = {
        "release": _("Release: {text}.", text=known.get("release", "")),
        "version": _("Version: {text}.", text=known.get("version", "")),
        "commit": _("Commit: {text}.", text=known.get("commit", "")),
    }
    return [text for name, text in said.items() if name in known]


@once_of
def packages(site: Site) -> list[Package]:
    """All packages that hold a grant, in the order of the office's names, grants to individuals after those to others."""
    found = published(site)
    ids = {one.award.key: identifier(site, one.award) for one in found if one.recipients}
    of: dict[tuple[Funder, bool], list[dict]] = {}
    for one in found:
        of.setdefault((one.funder, not one.recipients), []).append(grant(site, one, ids))
    order = dict.fromkeys(funder for _row, funder in funders(site))
    return [Package(f, to, of[f, to]) for f in order for to in (False, True) if (f, to) in of]
