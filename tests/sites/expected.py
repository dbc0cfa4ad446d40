"""What each form page must be sent, written by hand from its labels: which value, from where, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ELEANOR: Mapping[str, str] = {
    "given-name": "Eleanor", "additional-name": "Ruth", "family-name": "Whitcombe", "honorific-prefix": "Ms",
    "bday": "1986-03-14", "email": "e.whitcombe@example.org", "tel": "+447700900183",
    "address-line1": "14 Quarry Lane", "address-line2": "Upper Ferry", "address-level2": "Thornmere",
    "postal-code": "TQ12 4AB", "country": "GB", "nationality": "GB", "social-security-number": "AB123456C",
    "iban": "GB33BUKB20201555555555", "passport-number": "533900127",
}
"""An invented Briton. The bank account and the passport are asked for nowhere and must go nowhere."""

MARCUS: Mapping[str, str] = {
    "given-name": "Marcus", "additional-name": "Lee", "family-name": "Okafor", "bday": "1990-07-02",
    "email": "m.okafor@example.org", "tel": "+12025550147", "address-line1": "48 Juniper Court",
    "address-line2": "Apt 3", "address-level2": "Dayton", "address-level1": "OH", "postal-code": "45402",
    "country": "US",
}
"""An invented American."""

EMPTY_BY_PAGE = "page default"
"""A control that is shown and that nothing in the profile or the task answers: sent empty, as the page has it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One field on the wire. ``source`` as the sheet words it, with its detail behind a colon where it has one."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its whole text, its choices, and what the person answers."""

    text: str
    answer: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A task at one page. ``file`` is the name of a file that comes with the task."""

    page: str
    task: str
    person: Mapping[str, str]
    sent: tuple[Sent, ...]
    asked: tuple[Asked, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """A page that only the person can finish. ``says`` is what they are told, ``also`` what is asked beside it."""

    page: str
    task: str
    says: str
    also: tuple[str, ...] = ()


DETAIL = "The bins were not collected on Monday."

JOBS: tuple[Job, ...] = (
    Job("uswds-address", "Give them my mailing address", MARCUS, (
        Sent("mailing-address-1", "48 Juniper Court", "profile:address-line1"),
        Sent("mailing-address-2", "Apt 3", "profile:address-line2"),
        Sent("city", "Dayton", "profile:address-level2"),
        Sent("state", "OH", "profile:address-level1"),
        Sent("zip", "45402", "profile:postal-code"),
        Sent("urbanization", "", EMPTY_BY_PAGE),           # Puerto Rico only
    )),
    Job("uswds-name", "Tell them my name", MARCUS, (         # the first of three forms; the other two send nothing
        Sent("first-name", "Marcus", "profile:given-name"),
        Sent("middle-name", "Lee", "profile:additional-name"),
        Sent("last-name", "Okafor", "profile:family-name"),
    )),
    Job("nhsuk-address", "Give them my address", ELEANOR, (
        Sent("address-line1", "14 Quarry Lane", "profile:address-line1"),
        Sent("address-line2", "Upper Ferry", "profile:address-line2"),
        Sent("address-town", "Thornmere", "profile:address-level2"),
        Sent("address-postcode", "TQ12 4AB", "profile:postal-code"),
    )),
    Job("nhsuk-contact", "Tell them to contact me by email", ELEANOR, (
        Sent("example", "email", "task:How do you want to be contacted about this?"),
        Sent("contact-by-email", "e.whitcombe@example.org", "profile:email"),
        Sent("contact-by-phone", "", "hidden"),            # folded away: belong to the choices not taken
        Sent("contact-by-text", "", "hidden"),
    )),
    Job("nhsuk-registration", "Register me", ELEANOR, (
        Sent("example", "Eleanor Ruth Whitcombe", "profile:given-name"),
        Sent("day", "14", "profile:bday"), Sent("month", "3", "profile:bday"), Sent("year", "1986", "profile:bday"),
        Sent("address-line1", "14 Quarry Lane", "profile:address-line1"),
        Sent("address-line2", "Upper Ferry", "profile:address-line2"),
        Sent("address-town", "Thornmere", "profile:address-level2"),
        Sent("address-postcode", "TQ12 4AB", "profile:postal-code"),
        Sent("contact-by-email", "e.whitcombe@example.org", "profile:email"),
        Sent("contact-by-text", "07700 900183", "profile:tel"),
    )),
    Job("nhsuk-detail", "Send them my photo", ELEANOR, (
        Sent("example", DETAIL, "answer:/submit/nhsuk-detail#example"),
        Sent("file-upload", "me.png", "document:me.png"),  # the page's script hides the control behind a button
    ), (Asked("Can you provide more detail?\n"
              "Do not include personal information like your name, date of birth or NHS number", DETAIL),), "me.png"),
    Job("govuk-identity", "Prove who I am", ELEANOR, (       # the boxes for the nationality stay empty
        Sent("test-name", "AB 12 34 56 C", "profile:social-security-number"),
        Sent("day", "14", "profile:bday"), Sent("month", "3", "profile:bday"), Sent("year", "1986", "profile:bday"),
        Sent("address", "14 Quarry Lane\r\nUpper Ferry\r\nThornmere TQ12 4AB", "profile:address-line1"),
    )),
    Job("govuk-contact", "Tell them how to reach me", ELEANOR, (
        Sent("how-contacted", "text", "answer:/submit/govuk-contact#how-contacted"),
        Sent("context-email", "", "hidden"), Sent("contact-phone", "", "hidden"),
        Sent("contact-text-message", "07700 900183", "profile:tel"),
        Sent("more-detail", DETAIL, "answer:/submit/govuk-contact#more-detail"),
    ), (Asked("How do you want to be contacted?", "Text message", ("Email", "Phone", "Text message")),
        Asked("Can you provide more detail?", DETAIL))),
    Job("govuk-preticked", "Tell them how to reach me", ELEANOR, (
        Sent("how-contacted-checked", "email", "page default"), Sent("how-contacted-checked", "text", "page default"),
        Sent("context-email", "e.whitcombe@example.org", "profile:email"), Sent("contact-phone", "", "hidden"),
        Sent("contact-text-message", "07700 900183", "profile:tel"),
    )),
    Job("govuk-evidence", "Send them my photo", ELEANOR, (
        Sent("file-upload-2", "me.png", "document:me.png"),
        Sent("more-detail", DETAIL, "answer:/submit/govuk-evidence#more-detail"),
    ), (Asked("Can you provide more detail?", DETAIL),), "me.png"),
)

PASSWORD = "The page asks for a password. Only you can enter it; Countersign never types passwords here."

BY_HAND: tuple[ByHand, ...] = (
    ByHand("uswds-create-account", "Create an account for me", PASSWORD,
           ("Get started with an account.\nI agree to the terms and conditions.",)),
    ByHand("uswds-create-account-es", "Create an account for me", PASSWORD,
           ("Comience con su cuenta.\nEstoy de acuerdo con los términos y condiciones de uso.",)),
    ByHand("uswds-sign-in", "Sign in", "The site wants you to sign in. Only you can do that."),
    ByHand("uswds-password-reset", "Reset my password", PASSWORD),
)
