"""The identifiers of an organisation, each with the register in which it can be checked."""

import csv
from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from daylight.pages.page import Cell, Table
from daylight.pages.pieces import told
from daylight.record import Record
from daylight.rules.official import FOLDER
from daylight.rules.org_ids import Claim, claims, has_form, is_listed
from daylight.site import Site
from daylight.views import day
from daylight.words import _

LIST = "https://org-id.guide/list/{}"  # what a list of organisations is, by its prefix


class Register(NamedTuple):
    """A register of organisations: its name, and the address of its page about one, with {} for the number, or ''."""

    name: str
    address: str


@cache
def registers() -> dict[str, Register]:
    """The registers whose pages are known, by the prefix of the list at org-id.guide."""
    with (FOLDER / "registers.csv").open(encoding="utf-8", newline="") as lines:
        return {row[0]: Register(*row[1:]) for row in list(csv.reader(lines))[1:]}


def table(site: Site, organisation: Record) -> Table | None:
    """Each identifier once, with its register and the day on which it was checked there; None where it has none."""
    found = {(claim.scheme, claim.number): claim for claim in claims(organisation)}
    if not found:
        return None
    checked = organisation.get("identifier_checked_on")
    rows = [[_register(claim), _number(claim), day(checked) if checked else _("Not recorded")] for claim in found.values()]
    return Table(_("Identifiers"), (_("Register"), _("Number"), _("Checked on")), rows)


def _register(of: Claim) -> Cell:
    name = told(registers()[of.scheme].name) if of.scheme in registers() else of.scheme
    if not is_listed(of.scheme):
        return name
    return Markup('<a href="{}" rel="noopener">{}</a>').format(LIST.format(quote(of.scheme)), name)


def _number(of: Claim) -> Cell:
    """The number, as a link to the page of the register where there is one and the number has its form."""
    register = registers().get(of.scheme)
    if not register or not register.address or not has_form(of.scheme, of.number):
        return of.number
    address = register.address.replace("{}", quote(of.number))
    return Markup('<a href="{}" rel="noopener">{}</a>').format(address, escape(of.number))
