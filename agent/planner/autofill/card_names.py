"""A whole name beside the number of a payment card is the name on the card: left to the person like the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.rows import either
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

_NAMES = ("name", "given-name", "family-name", "account-holder")
_CARD = ("cc-number", "cc-csc", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-type")
_PAYMENT = Pattern(either(
    en=r"\bpay(?:ment|ing)?\b|(?:credit|debit|bank) card|card details",
    de=r"zahlung|bezahl|kreditkarte|kartendaten",
    fr=r"paiement|reglement par|carte (?:bancaire|bleue|de credit)",
    es=r"\bpago\b|tarjeta (?:de |banc)|datos de la tarjeta",
    it=r"pagamento|carta di (?:credito|debito)|dati della carta",
    nl=r"betaling|betaal|creditcard|kaartgegevens",
    pl=r"platnosc|karta (?:platnicza|kredytowa)|dane karty",
    pt=r"pagamento|cartao de (?:credito|debito)|dados do cartao",
))
_ON_CARD = Pattern(either(
    en=r"\b(?:on|of) (?:the |your )?(?:credit |debit )?card\b", de=r"auf der (?:kredit)?karte|karteninhaber",
    fr=r"sur la carte|(?:de|du porteur de) la carte", es=r"en la tarjeta|de la tarjeta",
    it=r"sulla carta|della carta", nl=r"op de (?:credit)?(?:kaart|card)", pl=r"na karcie", pt=r"no cartao|do cartao"))
"""A label or heading that names the card itself."""


def card_names_left(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with names that stand right beside a card's boxes left alone.

    Only where the part of the form is about paying, or the form asks for the person's name elsewhere too.
    """
    found = list(drafts)
    for place, draft in enumerate(found):
        if draft.kind not in _NAMES or draft.vetoed or "cc-" in draft.control.autocomplete:
            continue
        beside = [one for one in _neighbours(found, place) if one.kind in _CARD]
        if beside and _ON_CARD.search(f"{draft.words.said} | {draft.words.heading}"):
            found[place] = _left(draft)
            continue
        beside = [one for one in beside if _part(one) == _part(draft)]
        again = any(one.kind in _NAMES and one is not draft and one.control.form == draft.control.form
                    and one.subject is Subject.SELF and _part(one) != _part(draft) for one in drafts)
        whole = draft.kind in ("name", "account-holder")
        if beside and ((again and whole) or _PAYMENT.search(f"{draft.words.legend} | {draft.words.heading}")):
            found[place] = _left(draft)
    return found


def _neighbours(drafts: Sequence[Draft], place: int) -> list[Draft]:
    """The drafts before and behind, of the same form, past what is never shown."""
    form = drafts[place].control.form
    before = next((one for one in reversed(drafts[:place]) if one.control.type != "hidden"), None)
    behind = next((one for one in drafts[place + 1:] if one.control.type != "hidden"), None)
    return [one for one in (before, behind) if one is not None and one.control.form == form]


def _left(draft: Draft) -> Draft:
    return replace(draft, kind=FactKind("cc-name"), subject=Subject.NONE, confidence=0.9, vetoed=True,
                   why="a name beside a payment card's number")


def _part(draft: Draft) -> tuple[int, str, str]:
    return draft.control.form, draft.words.legend, draft.words.heading
