"""The derived fields, each from the first thing that is known."""

from decimal import Decimal

import pytest

from daylight.derived import derived, published
from daylight.load import load
from daylight.schema import load_schemas

PUBLISHER = (
    "key: b\nname: Office\nshort_name: B\narea_name: B\nwebsite: https://b.example\nlicence: OGL-UK-3.0\nattribution: Office\n"
)
AWARD = "title: T\ntype: grant\ndirection: out\namount_basis: exact\n"


@pytest.fixture
def make(tmp_path):
    """A site from the text of some files below data/."""

    def make(**files: str):
        files = {"publisher": PUBLISHER} | files
        for name, text in files.items():
            path = tmp_path / "data" / f"{name.replace('__', '/').replace('_', '-')}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        site, findings = load(tmp_path, load_schemas(), "2026-11-21")
        assert findings == []
        return site

    return make


@pytest.mark.parametrize(
    ("extra", "year"),
    [
        ("award_date: 2023-03-31\nannounced_on: 2023-04-05\n", "2022-23"),
        ("announced_on: 2023-04-05\nfinancial_year: 2021-22\n", "2023-24"),
        ("financial_year: 2021-22\n", "2021-22"),
        ("", None),
    ],
)
def test_year_of_an_award(make, extra, year):
    site = make(awards__a=AWARD + extra)
    assert derived(site, site.get("award", "a")).get("award_financial_year") == year


@pytest.mark.parametrize(
    ("extra", "name"),
    [
        ("recipient: o-1\n", "One"),
        ("recipient: o-1\nrecipients:\n  - o-2\n  - o-1\n", "One; Two"),
        ("recipient_as_published: A club\nrecipient_individual: yes\n", "A club"),
        ("recipient_individual: yes\n", "Individual recipient"),
        ("recipient_individual: no\n", None),
    ],
)
def test_recipient(make, extra, name):
    site = make(organisations__o_1="name: One\n", organisations__o_2="name: Two\n", awards__a=AWARD + extra)
    assert derived(site, site.get("award", "a")).get("recipient_name") == name


def test_what_an_organisation_received(make):
    site = make(
        organisations__o_1="name: One\n",
        organisations__o_2="name: Two\n",
        awards__a=AWARD + "amount: 10.10\nrecipient: o-1\n",
        awards__b=AWARD + "amount: 20.00\nrecipients:\n  - o-1\n  - o-2\n",
        awards__c=AWARD + "amount: 40.00\nrecipient: o-1\nstatus: withdrawn\n",
        awards__d=AWARD + "amount: 80.00\nfunder: o-1\n",
    )
    one, two = (derived(site, site.get("organisation", key)) for key in ("o-1", "o-2"))
    assert (one["awards_received"], one["amount_received"]) == (2, Decimal("10.10"))
    assert two["awards_received"] == 1
    assert "amount_received" not in two


@pytest.mark.parametrize(
    ("extra", "closes"),
    [
        ('closes_on: 2023-09-30\ncloses_at: "12:00"\n', "2023-09-30T12:00:00+01:00"),
        ("closes_on: 2023-12-01\n", "2023-12-01T23:59:00+00:00"),
        ("", ""),
    ],
)
def test_closing(make, extra, closes):
    site = make(opportunities__p="title: T\nkind: grant_round\n" + extra)
    assert published(site, site.get("opportunity", "p")).get("closes", "") == closes


def test_text_of_every_field_that_has_a_value(make):
    site = make(decisions__d="title: T\nown: yes\ninvolves_money: no\ntaken_on: 2024-04-01\n")
    texts = published(site, site.get("decision", "d"))
    expected = {
        "key": "d",
        "title": "T",
        "own": "true",
        "involves_money": "false",
        "taken_on": "2024-04-01",
        "decision_financial_year": "2024-25",
        "page": "decisions/d/",
    }
    assert texts == expected


@pytest.mark.parametrize(
    ("day", "name"), [("2024-05-06", "The Commissioner"), ("2024-05-07", "The Mayor"), ("2012-01-01", None)]
)
def test_an_award_names_the_office_as_it_was_called_on_the_day(make, day, name):
    identities = (
        "identities:\n  - name: The Commissioner\n    from: 2012-11-22\n    to: 2024-05-06\n"
        "  - name: The Mayor\n    from: 2024-05-07\n"
    )
    site = make(publisher=PUBLISHER + identities, awards__a=AWARD + f"award_date: {day}\n")
    assert derived(site, site.get("award", "a")).get("awarded_by") == name
