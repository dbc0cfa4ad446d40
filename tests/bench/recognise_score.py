"""Scores recognitions against the labels of the ddg pages. Pure; the definitions stand in this folder's README."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agent.planner.autofill.recognition import Recognition

RIGHT: Mapping[str, frozenset[str]] = {
    label: frozenset(kinds.split())
    for label, kinds in {
        "firstName": "given-name",
        "middleName": "additional-name",
        "lastName": "family-name",
        "fullName": "name",
        "emailAddress": "email",
        "phone": "tel tel-national tel-local",
        "addressStreet": "address-line1 street-address street-name",
        "addressStreet2": "address-line2 flat-number",
        "addressCity": "address-level2",
        "addressProvince": "address-level1",
        "addressPostalCode": "postal-code",
        "addressCountryCode": "country country-name",
        "birthday": "bday",
        "birthdayDay": "bday-day",
        "birthdayMonth": "bday-month",
        "birthdayYear": "bday-year",
        "username": "username",
        "username OR emailAddress": "username email",
        "password": "password new-password",
        "password.new": "new-password password",
        "password.current": "password",
        "cardNumber": "cc-number",
        "cardSecurityCode": "cc-csc",
        "cardName": "cc-name",
        "expiration": "cc-exp",
        "expirationMonth": "cc-exp-month",
        "expirationYear": "cc-exp-year",
    }.items()
}
"""The kinds that count as right for a label: the one of its own name, then those that say the same of a control."""

LOGIN = frozenset({"username", "username OR emailAddress", "password", "password.new", "password.current"})
FORBIDDEN = frozenset(label for label in RIGHT if label.startswith(("password", "card", "expiration")))
IDENTITY = frozenset(RIGHT) - LOGIN - FORBIDDEN
IDENTITY_KINDS = frozenset().union(*(RIGHT[label] for label in IDENTITY))
"""A fill of one of these counts. Kinds that the labels have no name for (an extension, a third line) do not."""
MANY = 3
"""Identity controls from which a page counts as a form of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One control: its label (empty where it has none) and what was made of it.

    ``signs_in``: an e-mail box beside a password in a form of at most two boxes to type in, none for a new password.
    """

    page: str
    site: str
    label: str
    said: str
    kind: str
    tier: str
    subject: str
    signs_in: bool
    secret: bool
    why: str

    @property
    def right(self) -> bool:
        """Whether the kind is what the label says; for ``unknown``: no identity kind."""
        if self.label == "unknown":
            return self.kind not in IDENTITY_KINDS
        return self.kind in RIGHT.get(self.label, frozenset())

    @property
    def identity(self) -> bool:
        """Whether the label is a name, address, phone number, e-mail address or birthday."""
        return self.label in IDENTITY

    def filled(self, tiers: frozenset[str]) -> bool:
        """Whether an identity value would be put into it."""
        return self.tier in tiers and self.kind in IDENTITY_KINDS


FILL = frozenset({"fill"})
FILL_OR_CHECK = frozenset({"fill", "check"})


@dataclass(frozen=True, slots=True)
class Score:
    """A precision and a recall with what they are parts of; precision and recall are None where nothing counts."""

    right: int
    made: int
    wanted: int
    found: int

    @property
    def precision(self) -> float | None:
        """Right ones among those made."""
        return self.right / self.made if self.made else None

    @property
    def recall(self) -> float | None:
        """Found ones among those wanted."""
        return self.found / self.wanted if self.wanted else None


def score(rows: Iterable[Row], tiers: frozenset[str], *, login: bool, sign_in_mail: bool = True) -> Score:
    """Precision and recall of identity fills on labelled controls.

    ``login`` False leaves out controls labelled user name or password; ``sign_in_mail`` False also the e-mail boxes of
    sign-in forms, which are left to the person on purpose.
    """
    rows = [r for r in rows if r.label and (login or r.label not in LOGIN) and (sign_in_mail or not r.signs_in)]
    made = [r for r in rows if r.filled(tiers)]
    wanted = [r for r in rows if r.identity]
    return Score(sum(r.right for r in made), len(made), len(wanted), sum(r.right and r.filled(tiers) for r in wanted))


def forms_right(rows: Iterable[Row], tiers: frozenset[str], *, sign_in_mail: bool = True) -> tuple[int, int]:
    """Pages with three identity controls or more: those with all of them right and no wrong identity fill, and all."""
    pages: dict[str, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    asked = [p for p in pages.values() if sum(r.identity and (sign_in_mail or not r.signs_in) for r in p) >= MANY]
    return sum(_page_right(page, tiers, sign_in_mail) for page in asked), len(asked)


def _page_right(page: list[Row], tiers: frozenset[str], sign_in_mail: bool) -> bool:
    for row in page:
        if row.identity and not (row.right and row.filled(tiers)) and (sign_in_mail or not row.signs_in):
            return False
        if row.label and row.filled(tiers) and not row.right:
            return False
    return True


def rows_of(page: str, site: str, labels: Mapping[int, str], found: Iterable[Recognition], signs_in: frozenset[int],
            secret: frozenset[int]) -> list[Row]:
    """Joins a page's labels (by ref) with what was recognised."""
    return [Row(page, site, labels.get(r.ref, ""), r.label or r.name or r.id, str(r.kind), r.tier, r.subject,
                r.ref in signs_in, r.ref in secret, r.why) for r in found]
