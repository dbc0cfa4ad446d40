"""A whole name beside the number of a payment card is the name on the card: left to the person like the rest of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.rows import either
from agent.protocol import FactKind

_NAMES = ("name", "given-name", "family-name", "account-holder")
_CARD = ("cc-number", "cc-csc", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-type")
_PAYMENT = re.compile(either(
    en=r"\bpay(?:ment|ing)?\b|(?:credit|debit|bank) card|card details",
    de=r"zahlung|bezahl|kreditkarte|kartendaten",
    fr=r"paiement|reglement par|carte (?:bancaire|bleue|de credit)",
    es=r"\bpago\b|tarjeta (?:de |banc)|datos de la tarjeta",
    it=r"pagamento|carta di (?:credito|debito)|dati della carta",
    nl=r"betaling|betaal|creditcard|kaartgegevens",
    pl=r"platnosc|karta (?:platnicza|kredytowa)|dane karty",
    pt=r"pagamento|cartao de (?:credito|debito)|dados do cartao",
))


def card_names_left(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with names that stand right beside a card's boxes left alone.

    Only where the part of the form is about paying, or the form asks for the person's name elsewhere too.
    """
    found = list(drafts)
    for place, draft in enumerate(found):
        if draft.kind not in _NAMES or draft.vetoed or "cc-" in draft.control.autocomplete:
            continue
        beside = [one for one in (*found[max(place - 1, 0):place], *found[place + 1:place + 2])
                  if one.kind in _CARD and _part(one) == _part(draft)]
        again = any(one.kind in _NAMES and one is not draft and one.control.form == draft.control.form
                    and one.subject is Subject.SELF and _part(one) != _part(draft) for one in drafts)
        whole = draft.kind in ("name", "account-holder")
        if beside and ((again and whole) or _PAYMENT.search(f"{draft.words.legend} | {draft.words.heading}")):
            found[place] = replace(draft, kind=FactKind("cc-name"), subject=Subject.NONE, confidence=0.9, vetoed=True,
                                   why="a name beside a payment card's number")
    return found


def _part(draft: Draft) -> tuple[int, str, str]:
    return draft.control.form, draft.words.legend, draft.words.heading
