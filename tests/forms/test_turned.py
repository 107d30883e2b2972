"""What becomes of filled forms: the right one, the half-filled, the hostile, the private; and who may propose."""

import csv
import io
import re
from pathlib import Path

import pytest
import yaml
from tests.built import TODAY
from tests.forms.filled import AWARD, SOURCE, body, event, office, page, site_of, told
from tests.test_build import tree

from daylight.forms.issue import issue_of
from daylight.forms.turned import Turned, turned

NEW = "data/awards/2026-27/agreed-2026-f012.yml"
CORRECTION = {"record": "ba-a002", "says": "Amount: £250.00", "source": SOURCE}


@pytest.fixture
def home(tmp_path) -> Path:
    return office(tmp_path)


def turn(home: Path, form: str, given: dict, ticked: bool = True, **of) -> Turned:
    """What becomes of a form; whatever it is, reading it writes nothing."""
    return turn_text(home, body(site_of(home), form, given, ticked), **of)


def turn_text(home: Path, text: str, **of) -> Turned:
    before = tree(home)
    done = turned(home, issue_of(event(text, **of)), TODAY)
    assert tree(home) == before
    return done


def only(done: Turned) -> tuple[str, dict]:
    """The path and the record of the one file that a form makes."""
    ((path, data),) = done.files.items()
    return path, yaml.load(data, yaml.BaseLoader)  # noqa: S506


# --- a form that is right ---


def test_a_right_form_becomes_one_record_and_a_table_of_it(home):
    done = turn(home, "award", AWARD)
    path, record = only(done)
    assert path.startswith("data/awards/") and path.endswith("-2026-f012.yml")
    assert record == {
        "title": "Evening walks on the towpath",
        "purpose": "Lit walks for people who go home late, on two evenings a week.",
        "type": "grant",
        "direction": "out",
        "amount": "12500.00",
        "amount_basis": "exact",
        "fund": "safety",
        "recipient": "club",
        "award_date": "2026-07-14",
        "start_date": "2026-09-01",
        "end_date": "2027-03-31",
        "legal_power": "PRSRA2011-s9",
        "cdr_reasons": "People who walk home together are less often robbed, as two winters have shown.",
        "conditions": [{"text": "The money is spent by 31 March 2027."}, {"text": "What came of it is told."}],
        "source": SOURCE,
    }
    assert "**Nothing to fix.** A pull request proposes it." in done.reply
    assert ["Amount", "–", "£12,500.00"] in told(done.reply)
    assert ["Fund", "–", "Safety fund (safety)"] in told(done.reply)
    assert ["Ends on", "31/03/2027", "2027-03-31"] in told(done.reply)
    assert ["Ends on", "–", "31 March 2027"] in told(done.reply)


def test_an_issue_that_was_made_without_a_form_is_nobodys_business(home):
    for text in (None, "", "### Amount\n\n12500.00", "Hello"):
        assert turned(home, issue_of(event(text)), TODAY) is None


@pytest.mark.parametrize("typed", ["the boxers", "Barchester  boxing club", "club", "Barchester Boxing Club (club)"])
def test_a_recipient_is_found_by_its_key_its_name_and_its_other_names(home, typed):
    assert only(turn(home, "award", AWARD | {"recipient": typed}))[1]["recipient"] == "club"


def test_a_recipient_without_a_record_gets_one_with_the_source_of_the_award(home):
    done = turn(home, "award", AWARD | {"recipient": "The Friends of the Barset & Courcy Canal"})
    made = {path: yaml.load(data, yaml.BaseLoader) for path, data in done.files.items()}  # noqa: S506
    key = "the-friends-of-the-barset-and-courcy-canal"
    assert made.pop(f"data/organisations/{key}.yml") == {"name": "The Friends of the Barset & Courcy Canal", "source": SOURCE}
    ((_, award),) = made.items()
    assert award["recipient"] == key
    assert "one is proposed too" in done.reply


def test_a_recipient_whose_name_is_nearly_one_that_is_there_is_doubted(home):
    assert "If you mean club" in turn(home, "award", AWARD | {"recipient": "Barchester Boxing Clubb"}).reply


def test_a_name_that_two_bodies_have_is_not_guessed(tmp_path):
    twin = {"data/organisations/club-2.yml": "name: Barchester Boxing Club\nsource: https://example.org/\n"}
    done = turn(office(tmp_path, **twin), "award", AWARD)
    assert done.files == {}
    (line,) = (line for line in done.reply.splitlines() if line.startswith("- **Recipient**"))
    assert line.endswith("type club or club-2")
    assert "One thing must be put right" in done.reply


def test_a_decision_is_found_by_its_reference_however_it_is_written(tmp_path):
    there = {
        "data/decisions/d-7.yml": "title: Walks\nown: yes\nreference: 007/2026\ntaken_on: 2026-07-01\nsource: https://example.org/\n"
    }
    home = office(tmp_path, **there)
    assert only(turn(home, "award", AWARD | {"decision": "7 / 2026"}))[1]["decision"] == "d-7"


def test_decisions_and_opportunities_have_forms_too(home):
    decision = {"title": "Walks", "reference": "008/2026", "taken_on": "2026-07-01", "decision_maker": "Commissioner"}
    path, record = only(turn(home, "decision", decision | {"decision_text": "To light the towpath.", "source": SOURCE}))
    assert path.startswith("data/decisions/")
    assert (record["own"], record["reference"], record["decision_text"]) == ("yes", "008/2026", "To light the towpath.")
    round_ = {
        "title": "Walks 2027",
        "kind": "Grant round",
        "closes_on": "30 September 2027",
        "closes_at": "noon",
        "source": SOURCE,
    }
    path, record = only(turn(home, "opportunity", round_ | {"eligibility": "Groups of the county."}))
    assert path.startswith("data/opportunities/")
    assert (record["kind"], record["closes_on"], record["closes_at"]) == ("grant_round", "2027-09-30", "12:00")


def test_the_key_stays_the_same_when_the_form_is_edited(home):
    first, _ = only(turn(home, "award", AWARD))
    again, record = only(turn(home, "award", AWARD | {"title": "Night walks"}, action="edited"))
    assert first.rpartition("/")[2] == again.rpartition("/")[2]
    assert record["title"] == "Night walks"


def test_a_form_whose_record_is_published_changes_it_no_more(home):
    path, _ = only(turn(home, "award", AWARD))
    done = turn(home, "award", AWARD)
    (home / path).parent.mkdir(parents=True, exist_ok=True)
    (home / path).write_bytes(done.files[path])
    again = turn(home, "award", AWARD | {"title": "Night walks"}, action="edited")
    assert again.files == {}
    assert "There is already a record" in again.reply


# --- a form that is not ---


def test_a_half_filled_form_is_not_written_and_says_what_is_missing(home):
    done = turn(home, "award", {"title": "Walks", "type": "Grant"})
    assert (done.files, done.wrong) == ({}, True)
    assert "put right before this can be published" in done.reply
    assert "**How exact the amount is**: The amount must be given" in done.reply


@pytest.mark.parametrize(
    ("given", "label", "said"),
    [
        ({"amount": "£22.955"}, "Amount", "pounds and pence like 12500.00"),
        ({"award_date": "01/02/2026"}, "Date of the award", "could be either of two days"),
        ({"type": "Gift"}, "Kind of award", "must be one of"),
        ({"decision": "nowhere"}, "Decision", "there is no decision"),
    ],
)
def test_what_cannot_be_understood_is_said_beside_its_question(home, given, label, said):
    done = turn(home, "award", AWARD | given)
    assert done.files == {}
    (line,) = (line for line in done.reply.splitlines() if line.startswith(f"- **{label}**"))
    assert said in line


def test_the_box_must_be_ticked(home):
    done = turn(home, "award", AWARD, ticked=False)
    assert (done.files, done.wrong) == ({}, True)
    assert "**Before you send an award**: the box must be ticked" in done.reply


def test_two_headings_of_one_question_are_not_guessed_between(home):
    done = turn(home, "award", AWARD | {"purpose": "Walks.\n\n### Amount\n\n99999.00"})
    assert (done.files, done.wrong) == ({}, True)
    assert "**Amount**: this heading must stand once" in done.reply


def test_a_heading_that_was_deleted_makes_no_answer_a_part_of_another(home):
    text = body(site_of(home), "award", AWARD).replace("### Amount\n", "Amount\n")
    done = turn_text(home, text)
    assert (done.files, done.wrong) == ({}, True)
    assert "**Amount**: this heading must stand in the form" in done.reply


def test_several_recipients_are_no_new_body(tmp_path):
    choir = {"data/organisations/choir.yml": "name: Light and Sound Choir\nsource: https://example.org/\n"}
    done = turn(office(tmp_path, **choir), "award", AWARD | {"recipient": "Light and Sound Choir, the Boxers"})
    assert (done.files, done.wrong) == ({}, True)
    assert "**Recipient**: this must name one record, and it names several (choir, club)" in done.reply


def test_an_answer_that_was_set_as_code_is_the_text_in_it(home):
    assert only(turn(home, "award", AWARD | {"purpose": "```text\nLit walks.\n```"}))[1]["purpose"] == "Lit walks."


def test_a_heading_that_is_no_question_is_a_part_of_the_answer(home):
    said = only(turn(home, "award", AWARD | {"purpose": "Walks.\n\n### Where\n\nThe towpath."}))[1]
    assert said["purpose"] == "Walks.\n\n### Where\n\nThe towpath."


HOSTILE = (
    "@everyone #1 <script>alert(1)</script> [x](https://evil.example) ![x](https://evil.example/x.png) `code` ``` | a | b |\n"
    "::set-env name=PATH::/tmp\n::error::x\n${{ github.token }} $(id) `id`\n- [x] tick\n<!-- daylight-form -->\n</code></td>"
)


def test_what_is_typed_stays_text_in_the_reply(home):
    title = "a|b `c` @everyone <b>"
    done = turn(home, "award", AWARD | {"purpose": HOSTILE, "title": title})
    _, record = only(done)
    assert record["title"] == title
    assert record["purpose"] == HOSTILE
    assert ["Title", "–", title] in told(done.reply)
    assert ["Purpose", "–", " ".join(HOSTILE.split())] in told(done.reply)
    tags = {element.tag for element in page(done.reply).iter() if isinstance(element.tag, str)}
    assert tags <= {"div", "p", "strong", "em", "code", "h3", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    assert not re.search(r"@\w|#\d|\w://|^::", done.reply, re.MULTILINE)
    assert [line for line in done.reply.splitlines() if "<!-- daylight-form -->" in line] == ["<!-- daylight-form -->"]


def test_what_is_typed_stays_text_in_what_must_be_put_right(home):
    typed = "<img src=x> @everyone [x](https://evil.example) `c` #1"
    for given in ({"type": typed}, {"decision": typed}, {"amount": typed}):
        done = turn(home, "award", AWARD | given)
        assert typed in page(done.reply).text_content()
        assert not list(page(done.reply).iter("img", "a"))
        assert not re.search(r"@\w|#\d", done.reply)


def test_windows_and_old_line_ends_are_those_of_everybody_else(home):
    text = body(site_of(home), "award", AWARD | {"purpose": "One.\nTwo."})
    made = [turn_text(home, text.replace("\n", end)).files for end in ("\n", "\r\n", "\r")]
    assert made[0] == made[1] == made[2] != {}


def test_a_body_of_100_kilobytes_ends_in_a_reply_that_github_takes(home):
    done = turn(home, "award", AWARD | {"purpose": "x" * 100_000, "conditions": "\n".join(f"Line {n}." for n in range(5_000))})
    assert (done.files, done.wrong) == ({}, True)
    assert "at most 2000 characters long; it has 100000" in done.reply
    assert len(done.reply) < 65_000


# --- what must not be public ---

PRIVATE = {
    "purpose": "Ask Mrs Grantly for the key.",
    "conditions": "Call 01632 960 123 on the day.",
    "recipient": "Canal Friends, mail@canal-friends.example",
    "cdr_reasons": "The refuge in the next village needs new locks.",
    "source": "https://www.barsetshire-pcc.example/?who=arabin@barsetshire.example",
}


@pytest.mark.parametrize("name", PRIVATE)
def test_a_form_with_something_private_is_not_written_and_not_repeated(home, name):
    done = turn(home, "award", AWARD | {name: PRIVATE[name]})
    assert (done.files, done.wrong) == ({}, True)
    assert "must not be public" in done.reply
    for word in ("Grantly", "960", "canal-friends", "next village", "arabin", "12,500", "towpath"):
        assert word not in done.reply
    for way in ("Edit this issue now", "Delete revision from history", "delete the issue"):
        assert way in done.reply


def test_the_title_of_the_issue_and_what_stands_beside_the_answers_are_looked_at(home):
    text = body(site_of(home), "award", AWARD)
    assert "the title of the issue" in turn_text(home, text, title="For Mrs Grantly").reply
    done = turn_text(home, f"Mrs Grantly asked for this.\n\n{text}")
    assert (done.files, done.wrong) == ({}, True)
    assert "what stands outside of the answers" in done.reply


def test_how_the_office_itself_is_reached_is_no_secret(home):
    opportunity = {"title": "Walks 2027", "kind": "Tender", "closes_on": "2027-09-30", "source": SOURCE}
    mine = opportunity | {"how_to_apply": "Write to hello@barsetshire.example."}
    theirs = opportunity | {"how_to_apply": "Write to arabin@barsetshire.example."}
    assert "stands in: **How to apply**" in turn(home, "opportunity", theirs).reply
    assert "How to apply" in turn(home, "opportunity", mine).reply


def test_a_rule_that_finds_something_unsafe_stops_the_form_as_well(home, monkeypatch):
    """A town of a body that helps people in danger is seen by a rule, and by no form of words."""
    from daylight.drafts import Said
    from daylight.findings import finding
    from daylight.forms import turned as module

    def found(*given):
        proposal = real(*given)
        proposal.results[-1].said.append(Said("", 0, "purpose", None, finding("SAFE-01", "policy", "x.yml", 1)))
        return proposal

    real = module.propose
    monkeypatch.setattr(module, "propose", found)
    done = turn(home, "award", AWARD)
    assert (done.files, done.wrong) == ({}, True)
    assert "**Purpose**" in done.reply and "12,500" not in done.reply


def test_an_award_for_people_in_danger_is_told_by_county_only(home):
    danger = AWARD | {"purpose": "Advice after domestic abuse, on two evenings a week."}
    done = turn(home, "award", danger)
    assert (done.files, done.wrong) == ({}, True)
    assert "must not be public" not in done.reply
    assert "“Precision of places”: county" in page(done.reply).text_content()
    assert only(turn(home, "award", danger | {"geo_policy": "County or force area only"}))[1]["geo_policy"] == "county"


def test_a_town_of_a_body_that_helps_people_in_danger_is_not_corrected_into_its_record(tmp_path):
    award = (
        "title: Advice after domestic abuse\ntype: grant\ndirection: out\namount: 1.00\namount_basis: exact\nrecipient: club\n"
    )
    there = {"data/awards/one.yml": award + "geo_policy: county\nsource: https://example.org/\n"}
    home = office(tmp_path, **there)
    given = {"page": "https://x.example/organisations/club/", "says": "Town: Hogglestock", "source": SOURCE}
    done = turn(home, "correction", given)
    assert (done.files, done.wrong) == ({}, True)
    assert "must not be public" in done.reply and "Hogglestock" not in done.reply


# --- who may ---


@pytest.mark.parametrize("who", ["OWNER", "MEMBER", "COLLABORATOR"])
def test_members_propose_at_once(home, who):
    assert turn(home, "award", AWARD, author_association=who).files


@pytest.mark.parametrize("who", ["NONE", "CONTRIBUTOR", "FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "MANNEQUIN", None])
def test_others_wait_until_a_member_accepts_and_again_after_an_edit(home, who):
    waits = turn(home, "award", AWARD, author_association=who)
    assert (waits.files, waits.wrong) == ({}, False)
    assert "adds the label `accepted`" in waits.reply
    assert turn(home, "award", AWARD, author_association=who, action="labeled", label="accepted").files
    assert turn(home, "award", AWARD, author_association=who, action="labeled", label="question").files == {}
    assert turn(home, "award", AWARD, author_association=who, action="unlabeled", label="accepted").files == {}
    assert turn(home, "award", AWARD, author_association=who, action="edited", labels=[{"name": "accepted"}]).files == {}


def test_what_is_wrong_is_told_to_those_who_wait_as_well(home):
    done = turn(home, "award", AWARD | {"amount": "lots"}, author_association="NONE", action="labeled", label="accepted")
    assert (done.files, done.wrong) == ({}, True)


# --- corrections ---


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode())))


def test_a_correction_changes_one_cell_of_a_table(home):
    done = turn(home, "correction", CORRECTION)
    ((path, data),) = done.files.items()
    was, now = rows((home / path).read_bytes()), rows(data)
    assert path == "data/awards/chest.csv"
    assert [(a, b) for old, new in zip(was, now, strict=True) for a, b in zip(old, new, strict=True) if a != b] == [
        ("200.00", "250.00")
    ]
    assert told(done.reply)[1:] == [["Amount", "£250.00", "250.00"], [], ["Amount", "£200.00", "£250.00"]]
    assert f"Published at: {SOURCE}" in page(done.reply).text_content()


def test_a_correction_names_its_record_by_the_address_of_the_page(home):
    for address in ("https://x.example/awards/ba-a002/", "https://x.example/cy/awards/ba-a002/?a=b#c", "/awards/ba-a002"):
        given = {name: text for name, text in CORRECTION.items() if name != "record"} | {"page": address}
        assert turn(home, "correction", given).files
        assert turn(home, "correction", CORRECTION | {"page": address}).files


@pytest.mark.parametrize(
    ("given", "label", "said"),
    [
        ({"record": "ba-a009"}, "Key of the record", "the key of a record that is there"),
        ({"record": "ba-a001", "page": "https://x.example/awards/ba-a002/"}, "Key of the record", "those of one record"),
        ({"record": ""}, "Address of its page", "must be given"),
        ({"says": "Amount: £22.955"}, "Amount", "pounds and pence"),
        ({"says": "Colour: red"}, "What it should say", "a colon; the record has Title"),
        ({"says": "£250.00"}, "What it should say", "the line “£250.00” must begin with the name of a field"),
        ({"says": "Recipiant: club"}, "What it should say", "like Recipient:"),
        ({"says": "Amount 250.00"}, "What it should say", "like Amount:"),
        ({"says": "Purpose: Sessions.\nRecipiant: club"}, "What it should say", "like Recipient:"),
        ({"says": "Amount: 250.00\nand no more"}, "What it should say", "“and no more” must begin"),
        ({"says": "Amount: 1.00\namount: 2.00"}, "What it should say", "“Amount” must stand at the beginning of one line"),
        ({"says": "Amount: 1.00\n" * 300}, "What it should say", "“Amount” must stand at the beginning of one line"),
        ({"says": "Amount:"}, "What it should say", "type: nothing"),
        ({"says": "Conditions: None."}, "What it should say", "is a list, which is changed in the file data/awards/chest.csv"),
        ({"says": ""}, "What it should say", "must be filled in"),
        ({"source": "the newspaper"}, "Where that is published", "must be an address"),
    ],
)
def test_a_correction_that_cannot_be_told_says_why(home, given, label, said):
    done = turn(home, "correction", CORRECTION | given)
    assert (done.files, done.wrong) == ({}, True)
    assert sum(f"**{label}**" in line and said in line for line in done.reply.splitlines()) == 1, done.reply


def test_a_correction_may_be_of_several_fields_and_a_long_text_goes_on_below(home):
    says = "- **Amount**: £250\nPurpose: Sessions: two a week.\n\nSee https://example.org/\r\nKind of award:  Contract"
    ((_, data),) = turn(home, "correction", CORRECTION | {"says": says}).files.items()
    head, _, row = rows(data)
    said = dict(zip(head, row, strict=True))
    assert (said["amount"], said["type"]) == ("250.00", "contract")
    assert said["purpose"] == "Sessions: two a week.\n\nSee https://example.org/"


@pytest.mark.parametrize("typed", ["BA-A002", "awards/ba-a002", "Sessions, the second"])
def test_a_record_to_be_corrected_is_found_by_its_key_and_its_name(home, typed):
    assert turn(home, "correction", CORRECTION | {"record": typed}).files


def test_a_correction_of_the_same_is_none(home):
    done = turn(home, "correction", CORRECTION | {"says": "Amount: 200.00"})
    assert (done.files, done.wrong) == ({}, False)
    assert "**Nothing to change.**" in done.reply


def test_a_correction_can_take_a_value_away(home):
    done = turn(home, "correction", CORRECTION | {"says": "Title: nothing"})
    assert done.files == {}  # there must be a title
    with_note = {
        "data/awards/one.yml": "title: One\ntype: grant\ndirection: out\namount_basis: not_published\n"
        "recipient: club\nnote: Wrong.\nsource: https://example.org/\n"
    }
    for path, text in with_note.items():
        (home / path).write_text(text, "utf-8")
    done = turn(home, "correction", CORRECTION | {"record": "one", "says": "Note: Nothing."})
    assert done.files["data/awards/one.yml"].decode() == with_note["data/awards/one.yml"].replace("note: Wrong.\n", "")
