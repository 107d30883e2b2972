"""Which values of an OCDS release are which fields of our records, and why others have no place here."""

import re
from datetime import datetime

from daylight.days import LONDON
from daylight.intake.giving360 import AN_ADDRESS

AWARD = {
    "title": "title",
    "description": "purpose",
    "date": "award_date",
    "value/amount": "amount",
    "value/amountGross": "amount_gross",
    "value/currency": "currency",
    "contractPeriod/startDate": "start_date",
    "contractPeriod/endDate": "end_date",
}
CONTRACT = {
    "title": "title",
    "description": "description",
    "value/amount": "amount",
    "value/amountGross": "amount_gross",
    "value/currency": "currency",
    "period/startDate": "start_date",
    "period/endDate": "end_date",
}
ALONE = CONTRACT | {"dateSigned": "award_date"}  # where no award says its day
TENDER = {
    "title": "title",
    "description": "description",
    "value/amount": "expected_value",
    "tenderPeriod/startDate": "opens_on",
    "tenderPeriod/endDate": "closes_on",
    "datePublished": "published_on",
    "procurementMethodDetails": "procedure",
    "eligibilityCriteria": "eligibility",
    "submissionMethodDetails": "how_to_apply",
    "awardCriteriaDetails": "weights_as_published",
    "status": "status_as_published",
}
CHOSEN = {
    "procurementMethodDetails": "route",
    "procurementMethodRationale": "single_tender_evidence",
    "numberOfTenderers": "quotes_received",
}
TALKS = {"dueDate": "closes_on"}
DOCUMENTS = {  # the kinds of documents by the code list documentType
    "needsAssessment": "needs_assessment",
    "biddingDocuments": "tender",
    "technicalSpecifications": "specification",
    "awardNotice": "decision_notice",
    "contractSigned": "contract",
    "contractSchedule": "terms",
}
NOTICES = ("awardNotice", "tenderNotice", "contractNotice", "plannedProcurementNotice")
METHODS = {"open": "open", "selective": "selective", "direct": "direct", "limited": "quotes"}
MONEY = re.compile(r"(?:awards|contracts)/\d+/value/amount|tender/value/amount")
SAME = "another place of its release says it"
WHY_NOT = (  # of values that go nowhere, by their path
    (re.compile(r"/(?:contactPoint|address|deliveryAddresses/\d+|deliveryLocation)(?:/|$)"), AN_ADDRESS),
    (re.compile(r"/documents/\d+/"), "only documents of the office are taken that have a title and an address of their own"),
    (
        re.compile(
            r"^(?:\w+/)?(?:id|tag|tender/id|buyer/.*|(?:awards|contracts|parties)/\d+/(?:id|awardID|roles))$|/suppliers/"
        ),
        "it only leads to another place of its release",
    ),
)
CHANGE = re.compile(r"([^:]+): (.*) → (.*)", re.DOTALL)
SHARE = re.compile(r"\s*The office's own share is £([\d,]+\.\d\d)\.")
AMOUNT_WORDS = re.compile(r"\s*Amount: ([^.]+)\.(?:\s*Amount as published: (.+?)\.)?(?=\s|$)")


def moment(text: str) -> datetime | None:
    """A moment in the time of the United Kingdom; None for what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(LONDON) if found.tzinfo else found


def day_of(text: str) -> str:
    """The ISO day of a moment, in the United Kingdom."""
    found = moment(text)
    return found.date().isoformat() if found else ""
