"""Doubts two answers that should agree and don't, and two that should differ and are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.gate.fold import squash
from agent.planner.checker.entry import Doubt, Entry, Filled, called
from agent.protocol.pattern import Pattern

_AGAIN = Pattern(
    r"\b(?:confirm|repeat|re[ -]?enter|re[ -]?type|again|verify)\b|\b(?:wiederhol|bestatig|erneut)\w*|\bnochmals?\b|"
    r"\bconfirme[rz]\b|\bconfirmation\b|\bresaisi\w+|\brepit[ae]\b|\bconfirm[ae]\b|\bripeti\b|\bconferma\b|\bherhaal\b|"
    r"\bbevestig\b|\bpowtorz\b|\bpotwierdz\b|\brepita\b"
)
_REPEATED = frozenset({"email", "tel", "iban", "bank-account-number", "postal-code"})
_OF_ONE_ALONE = frozenset({"name", "bday", "national-id", "passport-number", "social-security-number", "tax-id",
                           "health-insurance-number", "id-card-number"})
"""What no two people share."""
_TO_REACH = frozenset({"email", "tel"})
"""Couples and families share these; somebody to be called in an emergency, or a landlord, must not."""
_OTHERS = frozenset({"spouse", "child", "emergency-contact", "employer", "landlord", "other-person"})
_APART = frozenset({"emergency-contact", "employer", "landlord"})
_SAME_BANKS = ({"GB", "GG", "JE", "IM"}, {"FR", "MC", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF"},
               {"IT", "SM", "VA"}, {"ES", "AD"}, {"FI", "AX"}, {"PT"})
"""Countries whose banks bear one another's country code. Source: ISO 13616 registry, territories under each entry."""


def unlike_pairs(form: Filled) -> Iterator[Doubt]:
    """Repetitions that differ, other people with the person's own data, a bank of another country than its account."""
    entries = [each for each in form.entries if each.value.strip() and not each.part]
    yield from _repetitions(entries)
    yield from _same_people(entries)
    yield from _banks(entries)


def _repetitions(entries: Sequence[Entry]) -> Iterator[Doubt]:
    for at, entry in enumerate(entries):
        if at == 0 or not _AGAIN.search(entry.says.partition(" | ")[0]):
            continue
        before = next((each for each in reversed(entries[:at]) if _is_repeated(each, entry)), None)
        if before is not None and squash(before.value) != squash(entry.value):
            yield Doubt(entry.name, f"This should be the same as {called(before)}, and differs from it.")


def _is_repeated(first: Entry, again: Entry) -> bool:
    alike = first.kind in _REPEATED and first.kind == again.kind and first.subject == again.subject
    return alike or (first.type == again.type == "email")


def _same_people(entries: Sequence[Entry]) -> Iterator[Doubt]:
    own = [each for each in entries if each.subject == "self"]
    for entry in entries:
        kinds = _OF_ONE_ALONE | (_TO_REACH if entry.subject in _APART else frozenset())
        if entry.subject not in _OTHERS or entry.kind not in kinds:
            continue
        twin = next((each for each in own
                     if each.kind == entry.kind and squash(each.value) == squash(entry.value)), None)
        if twin is not None:
            yield Doubt(entry.name, f"This is somebody else's, and the same as your own {called(twin)}.")


def _banks(entries: Sequence[Entry]) -> Iterator[Doubt]:
    ibans = [each for each in entries if each.kind == "iban"]
    bics = [each for each in entries if each.kind == "bic"]
    if len(ibans) != 1 or len(bics) != 1:
        return
    account, bank = squash(ibans[0].value)[:2].upper(), squash(bics[0].value)[4:6].upper()
    same = account == bank or any({account, bank} <= each for each in _SAME_BANKS)
    if account.isalpha() and bank.isalpha() and not same:
        yield Doubt(bics[0].name, f"This bank is in {bank}, and the IBAN is of {account}.")
