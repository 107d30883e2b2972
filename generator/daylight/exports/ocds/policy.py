"""The publication policy that the standard asks for: what the package holds, and what its readers must know of it."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from daylight.exports.ocds.process import is_made_here, left_out, prefix, processes
from daylight.exports.stamp import licence
from daylight.site import Site
from daylight.words import _, ngettext

WIDTH = 100


def policy(site: Site) -> str:
    """The policy as plain text, in paragraphs."""
    return "\n\n".join(textwrap.fill(text, WIDTH) for text in _paragraphs(site)) + "\n"


def note(site: Site) -> str:
    """What readers of the list of downloads must know: which numbers are not registered, and how much is left out."""
    if not (found := processes(site)):
        return _("No contract and no tender is recorded, so there is no file.")
    said = []
    if made := sum(is_made_here(site, one.ocid) for one in found):
        said.append(
            ngettext(
                "{count} process has an ocid whose prefix is not registered.",
                "{count} processes have an ocid whose prefix is not registered.",
                made,
            )
        )
    if left := len(left_out(site)):
        said.append(
            ngettext(
                "{count} award or tender is left out; the publication policy says why.",
                "{count} awards or tenders are left out; the publication policy says why.",
                left,
            )
        )
    return " ".join(said)


def _paragraphs(site: Site) -> Iterator[str]:
    found = processes(site)
    made = [one for one in found if is_made_here(site, one.ocid)]
    yield _("Contracts and tenders of {publisher}: publication policy", publisher=site.publisher.get("name", ""))
    yield _(
        "Standard: Open Contracting Data Standard 1.1.5, without extensions. Licence: {licence}.",
        licence=licence(site)["title"],
    )
    yield ngettext(
        "The package holds {count} contracting process.", "The package holds {count} contracting processes.", len(found)
    )
    yield _(
        "Each has one release, which says everything that is known of it; its tags name the sections that it has. When "
        "something changes, another release takes its place, with another id and the same or a later date. What it says no "
        "longer does not hold any more: keep the newest rather than merge them. Grants are not contracts and are published as "
        "360Giving data."
    )
    if made:
        yield ngettext(
            "{count} process has no number (ocid) of the national platform, and was given one here. Its prefix, {prefix}, has "
            "the form that the standard asks for and is NOT REGISTERED with the Open Contracting Partnership. Nobody "
            "promises that no other publisher uses it. It says so itself: the word unregistered follows the prefix.",
            "{count} processes have no number (ocid) of the national platform, and were given one here. Their prefix, "
            "{prefix}, has the form that the standard asks for and is NOT REGISTERED with the Open Contracting Partnership. "
            "Nobody promises that no other publisher uses it. They say so themselves: the word unregistered follows the "
            "prefix.",
            len(made),
            prefix=prefix(site),
        )
        yield _("When the number of a national notice becomes known, it takes the place of one that was given here.")
    yield from _meanings()
    if left := left_out(site):
        yield _("What the records hold and the package does not, with the reason:")
        yield from (f"- {reason} ({count})" for reason, count in Counter(reason for _record, reason in left).items())


def _meanings() -> Iterator[str]:
    """What the standard leaves open, and was decided."""
    yield _(
        "Amounts: a value is an amount that the source gives, exact or rounded. A range, an estimate or an amount that is not "
        "published is told in words. Whether an amount contains VAT is told in words too, where it is known. The value of an "
        "award is that of its day; the value of a contract is that after all changes. Payments are as paid, which may be "
        "with VAT."
    )
    yield _(
        "Dates: days are written as moments in UK time, the first moment of a day where something "
        "begins, the last where it ends. The date of an award is the day of the decision; it is left out "
        "where only the day of an announcement is published."
    )
    yield _(
        "Status: a contract that ran its term is terminated, as the standard has it. A status is left out where neither the "
        "dates nor the record tell."
    )
    yield _(
        "How the supplier was chosen: written quotes are limited, and one quote or a single tender is direct. The "
        "office's own words stand beside the code. A contract without a published tender has a tender section that says no "
        "more than that."
    )
    yield _(
        "Parties: a tender without an award has a buyer only where its record says who buys. Individuals are not named. A "
        "supplier that is withheld for safety is left out, and the award says so. There are no addresses and no contacts."
    )
