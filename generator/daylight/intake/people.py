"""Whether the name of a recipient is that of a private person, whom no record may name."""

import re

from daylight.private import PERSON, hidden

SOMEBODY = re.compile(
    r"(?:an? |the )?(?:private )?individuals?(?: recipient)?(?: \(.*\))?|anonymous|name withheld|private person", re.IGNORECASE
)
FORMS = re.compile(r"individuals?|sole traders?|self[- ]employed|private (?:person|individual)|person", re.IGNORECASE)
_GIVEN = frozenset(  # usual ones, none of them a word that bodies are called by
    {
        *("Adam", "Aisha", "Alan", "Alex", "Alice", "Amanda", "Andrea", "Andrew", "Angela", "Ann", "Anna", "Anne", "Anthony"),
        *("Barbara", "Ben", "Brian", "Callum", "Carol", "Caroline", "Catherine", "Charles", "Charlotte", "Chloe"),
        *("Chris", "Christine", "Christopher", "Claire", "Colin", "Craig", "Daniel", "David", "Dawn", "Deborah"),
        *("Denise", "Diane", "Donna", "Dorothy", "Edward", "Elizabeth", "Emily", "Emma", "Fatima", "Fiona", "Gareth"),
        *("Gary", "Geoffrey", "George", "Graham", "Hannah", "Harry", "Heather", "Helen", "Ian", "Imran", "Jack"),
        *("Jacqueline", "James", "Jane", "Janet", "Jason", "Jean", "Jennifer", "Jessica", "Joan", "Joanne", "John"),
        *("Jonathan", "Joseph", "Joyce", "Judith", "Julie", "Karen", "Katherine", "Keith", "Kelly", "Kenneth", "Kevin"),
        *(
            "Laura",
            "Lauren",
            "Lee",
            "Leslie",
            "Linda",
            "Lisa",
            "Louise",
            "Lucy",
            "Luke",
            "Margaret",
            "Maria",
            "Mark",
            "Martin",
        ),
        *("Mary", "Matthew", "Megan", "Michael", "Michelle", "Mohammed", "Muhammad", "Natalie", "Neil", "Nicholas"),
        *("Nicola", "Nigel", "Olivia", "Pamela", "Patricia", "Paul", "Pauline", "Peter", "Philip", "Rachel", "Rebecca"),
        *("Richard", "Robert", "Robin", "Roger", "Ronald", "Ruth", "Samantha", "Sandra", "Sarah", "Sharon", "Shaun"),
        *("Shirley", "Simon", "Sophie", "Stephen", "Steven", "Stuart", "Susan", "Suzanne", "Thomas", "Timothy", "Tracey"),
        *("Valerie", "Victoria", "Wendy", "William", "Yvonne", "Zoe"),
    }
)
_NAME = re.compile(r"([A-Z][a-z]+)(?:\s+(?:[A-Z]\.?|[A-Z][a-z]+))?\s+(?:(?:Mac|Mc|O['’])?[A-Z][a-z]+)(?:-[A-Z][a-z]+)?")
_BODY = re.compile(
    r"\b(?:Academy|Alliance|Arts?|Association|Centre|Charity|Church|Club|College|Community|Company|Court|Foundation|Fund|Group|Hall|Home|"
    r"Hospice|Hospital|House|Institute|Park|Partnership|Project|School|Services?|Society|Theatre|Trust|University|Youth)\b"
)


def is_nobody_named(name: str) -> bool:
    """Whether a recipient is said to be a person who is not named."""
    return bool(SOMEBODY.fullmatch(name.strip()))


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: a title and a name, a usual given name and a surname, or what else is private.

    Who is taken for one and is a body is named by a record of its own first.
    """
    if PERSON.within(name) or hidden(name) != name:
        return True
    found = _NAME.fullmatch(name.strip())
    return bool(found) and found[1] in _GIVEN and not _BODY.search(name)
