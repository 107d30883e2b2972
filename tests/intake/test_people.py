"""Names of private persons are told from those of bodies, however a finance system writes them."""

import pytest

from daylight.intake.people import is_kept_back, is_nobody_named, is_person, is_several


@pytest.mark.parametrize(
    "name",
    [
        *("Robert Harding", "Eleanor Bold", "JANE DOE", "jane doe", "Jane A. O'Brien", "Siân Jones", "Jane Doe-Smith"),
        *("Smith, John", "O'Brien Sean", "J Smith", "J. A. Smith", "J.A.Smith", "SMITH J", "SMITH, J", "John & Mary Smith"),
        *("MR JOHN SMITH", "Mr & Mrs Smith", "Cllr Grey", "Mrs P Patel t/a Little Stars", "Sarah Jones T/A Jones Training"),
    ],
)
def test_a_name_of_a_person(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Jane Doe Ltd", "Victim Support", "Mind", "Age UK", "MS SOCIETY", "SAFE LIVES", "Remedi", "St John Ambulance"),
        *(
            "Victoria Park Club",
            "John Lewis Partnership",
            "Ben Kinsella Trust",
            "B Active CIC",
            "Abigail Housing",
            "Humanists UK",
        ),
        *("Barnardo's", "Darnall FA", "Catch22", "Stop It Now", "Framley Parish Council", "Jack Lane Residents"),
    ],
)
def test_a_name_of_a_body(name):
    assert not is_person(name)
    assert not is_kept_back(name)
    assert not is_nobody_named(name)


@pytest.mark.parametrize(
    ("name", "nobody", "kept_back"),
    [
        *(("Individual", True, False), ("REDACTED PERSONAL DATA", True, False), ("[Redacted - personal data]", True, False)),
        *(("Redacted", False, True), ("Name redacted under GDPR", False, True), ("XXXX", False, True)),
        ("Various individuals", True, False),
    ],
)
def test_a_name_that_is_not_given(name, nobody, kept_back):
    assert (is_nobody_named(name), is_kept_back(name)) == (nobody, kept_back)


def test_several_bodies_are_no_body():
    assert is_several("Various providers")
    assert not is_several("Various Voices")
