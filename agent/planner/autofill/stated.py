"""Decides which value of the task's words belongs to which item of a form: one that surely fits, or none.

What a value is (`claims.py`) comes first, the likeness of words (`agent.intake.matching`) second. Two values that could
fit are no answer: the item is asked about, and the profile does not answer it either. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.intake.finders import Hint
from agent.intake.matching import contradicts, match
from agent.intake.task_values import TaskValue
from agent.planner.autofill.claims import Claim, Role, is_cancelling, is_personal, role_of_label
from agent.planner.autofill.items import Item
from agent.planner.autofill.nameless import nameless
from agent.planner.autofill.placed import placed_values
from agent.planner.autofill.recognition import CHECK_AT, Subject, Tier, is_filled
from agent.planner.autofill.told_address import WHOLE, asks_whole
from agent.planner.autofill.words import core, fold, fold_name
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Stated:
    """What the task says for each item, by key; ``open``: the values among which only the person can choose."""

    values: Mapping[str, TaskValue] = field(default_factory=dict)
    open: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def stated(
    items: Sequence[Item], claims: Sequence[Claim], text: str, sought: Mapping[str, TaskValue] | None = None
) -> Stated:
    """Matches a text's values to the items of a form.

    Args:
        items: of the form.
        claims: of the text.
        text: the same text, for words that are no values.
        sought: what the text says of a search or a journey, by the items that ask for it.
    """
    values: dict[str, TaskValue] = {}
    unsure: dict[str, tuple[str, ...]] = {}
    anew = any(_NEW.search(_around(item)) for item in items)
    for item in items if claims else ():
        if item.control.type == "checkbox":
            continue
        fitting = _by_kind(item, claims, anew=anew, whole=asks_whole(item, items)) or _by_role(item, claims, text)
        several = tuple(dict.fromkeys(each.value.value for each in fitting))
        if len(several) == 1:
            values[item.key] = fitting[0].value
        elif several:
            unsure[item.key] = several
        else:
            found = _by_words(item, claims)
            if found is not None:
                values[item.key] = found
    placed = {**(sought or {}), **placed_values(items, text, [claim.value for claim in claims])}
    values = {key: value for key, value in values.items() if not _lies_in(value, placed.values())} | placed
    unsure = {key: several for key, several in unsure.items() if key not in placed}
    values |= nameless(items, [claim.value for claim in claims if not claim.letter], values)
    return Stated(_certain(items, values), unsure)


_NEW = Pattern(r"\bnew\b|\bneue?[rn]?\b|nouvel|\bnuev[oa]|\bnuov[oa]|\bnieuwe?\b|\bnow[yae]\b|\bnov[oa]\b")
_ADDRESS = frozenset({"address-line1", "address-line2", "street-address", "address-level2", "postal-code"})
_SAME = {"tel-national": "tel", "tel-local": "tel", "country-name": "country"}


def _around(item: Item) -> str:
    control = item.control
    return " | ".join(map(fold, (item.label, control.label, control.legend, control.heading)))


def _lies_in(value: TaskValue, placed: Collection[TaskValue]) -> bool:
    """Whether a value is one of those that have their place, or written over one: ``flight from: Leeds to: York``."""
    return any(value == each or (value.start <= each.start < value.end) for each in placed)


def _by_kind(item: Item, claims: Sequence[Claim], *, anew: bool, whole: bool) -> list[Claim]:
    """The claims of the item's kind and person. Where a form has a part for what is new, the new address goes there."""
    kind = FactKind(_SAME.get(item.kind, item.kind))
    # What is somebody else's is never in a profile, so it stands at "leave" however plainly it says what it is.
    sure = item.found.tier != Tier.LEAVE or (
        item.found.subject not in (Subject.SELF, Subject.NONE) and item.found.confidence >= CHECK_AT)
    if not is_filled(kind) or not sure:
        return []
    found = [each for each in claims if each.kind == kind and _same_person(item, each, kind)]
    if kind == "address-line1" and not found:
        found = [each for each in claims if each.kind == "street-address" and _same_person(item, each, kind)]
    if whole:
        found = [each for each in claims if each.kind == WHOLE and _same_person(item, each, kind)] or found
    if kind in _ADDRESS and anew:
        found = [each for each in found if each.new == bool(_NEW.search(_around(item)))]
    return found


def _same_person(item: Item, claim: Claim, kind: FactKind) -> bool:
    return not is_personal(kind) or claim.subject == item.found.subject


_PLAIN_DATE = Pattern(
    r"^(?:the |das |le |la |il |el |de )?(?:(?:your |ihr |desired |preferred |requested |gewunschtes? |wunsch ?)?"
    r"(?:date|datum|wunschtermin|termin|day|tag|fecha|data|jour|dia|giorno|dag|dzien|when|wann|quand|cuando|quando|"
    r"wanneer|"
    r"kiedy|date souhaitee|fecha deseada|data desiderata|gewenste datum))$")


def _by_role(item: Item, claims: Sequence[Claim], text: str) -> list[Claim]:
    """Dates that start or end something, for a control that asks for a start or an end."""
    if not item.is_date or item.kind == "bday" or item.kind.startswith(("passport-", "id-card-")):
        return []
    dates = [each for each in claims if each.value.kind_hint is Hint.DATE and each.role is not Role.BIRTH]
    said = core(fold(item.label))
    # The role was read off the word before; "from … until" would otherwise speak against both.
    dates = [each for each in dates
             if not contradicts(item.label, replace(each.value, near=()) if each.role is not Role.NONE else each.value)]
    role = role_of_label(said)
    if role is Role.NONE and item.kind == "move-in-date":
        role = Role.START
    if is_cancelling(said) or (role is Role.END and is_cancelling(fold(text))):
        return dates if len(dates) == 1 else [each for each in dates if each.role is Role.END]
    if role is not Role.NONE:
        return [each for each in dates if each.role is role]
    return dates if _PLAIN_DATE.match(said) and len({each.value.value for each in dates}) == 1 else []


def _by_words(item: Item, claims: Sequence[Claim]) -> TaskValue | None:
    """The value whose words are those of the label, legend or name."""
    values = [each.value for each in claims if _may_answer(item, each)]
    control = item.control
    wanted = "date" if item.is_date else "" if item.has_options else control.type
    found = match(item.label, values, wanted)
    if found is None and control.legend and control.legend != item.label:
        found = match(f"{control.legend} {item.label}", values, control.type)
    if found is None and item.kind == "free-text":
        found = match(fold_name(control.name), values, control.type)
    return found


def _may_answer(item: Item, claim: Claim) -> bool:
    """Whether a value may go by its words: not if it is of another kind, and not if it is somebody else's."""
    kind = FactKind(_SAME.get(item.kind, item.kind))
    if claim.value.start < 0:  # put together by us: it has no words of its own
        return False
    if claim.kind is not None and is_filled(kind) and claim.kind != kind and item.found.tier == Tier.FILL:
        return False
    if is_personal(claim.kind) and claim.subject != item.found.subject:
        return False
    if claim.subject not in (Subject.SELF, item.found.subject) and is_personal(kind):
        return False
    if item.found.subject != Subject.SELF and is_personal(kind) and claim.subject != item.found.subject:
        return bool(claim.value.label)
    return claim.role is not Role.BIRTH or kind == "bday"


def _certain(items: Sequence[Item], values: Mapping[str, TaskValue]) -> dict[str, TaskValue]:
    """Without the values that two different questions claim: such a value is certain for neither."""
    kinds = {item.key: item.kind for item in items}
    pairs = {(value, _question(kinds[key], key)) for key, value in values.items()}
    rivals = Counter(value for value, _ in pairs)
    return {key: value for key, value in values.items() if rivals[value] == 1}


def _question(kind: FactKind, key: str) -> str:
    return kind if is_filled(kind) else key
