"""Step grants: these exact values may go to this exact origin in the steps before the last. Pure.

Bias: favours asking. Whatever is not plainly one of the allowed cases is held for a review of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from agent.browser.page import Control, PageMap
from agent.planner.base import ButtonKind
from agent.profile.derived import derive
from agent.profile.formats import forms_of
from agent.protocol import FactKind, Flag, Origin, SourceKind
from agent.review.build import question
from agent.review.sensitivity import is_sensitive
from agent.review.sheet import Row, Sheet
from agent.review.words import (
    declares_in_passing,
    is_consent,
    is_declaration,
    is_recurring,
    names_money,
    spaced,
)

_PERSONS = frozenset({SourceKind.PROFILE, SourceKind.TASK, SourceKind.DOCUMENT, SourceKind.ANSWER, SourceKind.PERSON})
_NEVER = frozenset({Flag.MONEY, Flag.CONSENT, Flag.DECLARATION, Flag.UNREADABLE, Flag.FILE, Flag.CHANGED,
                    Flag.NOT_ON_PAGE})


@dataclass(frozen=True, slots=True)
class GrantValue:
    """One value on a grant. ``label`` is the fact kind, the question's id or the name in the task."""

    label: str
    kind: SourceKind
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StepGrant:
    """What may go where without a new review, until the task ends."""

    origin: Origin
    values: tuple[GrantValue, ...]


class GrantReason(StrEnum):
    """Why a step may pass or not, in words for the journal and the person."""

    GRANTED = "the step grant covers it"
    OTHER_ORIGIN = "it goes to another site"
    NOT_NEXT = "the button does not plainly mean the next step"
    UNREAD = "part of it could not be read"
    PAGE_ASKS = "the page asks for a consent, declaration, amount, upload or password"
    OWN_YES = "something in it needs your own yes"
    FLAGGED = "a value needs a look"
    NEW_VALUE = "a value is not on the grant"
    GUESSED = "a value is a guess"
    HIDDEN = "the page added something of its own"


@dataclass(frozen=True, slots=True)
class GrantVerdict:
    """``name`` is that of the row that stopped it, '' where none did."""

    allowed: bool
    reason: GrantReason
    name: str = ""


def offer(origin: Origin, facts: Mapping[FactKind, str], task_values: Mapping[str, str], sheet: Sheet) -> StepGrant:
    """Returns the grant to offer at a first step: its values, the facts that are not sensitive, and the task's values.

    Args:
        origin: where the sheet's request goes.
        facts: the profile, by kind.
        task_values: what the task's text gives, by name.
        sheet: the step under review; the person's values on it are on the grant whatever their sensitivity.
    """
    values = [GrantValue(_detail(row), row.source.kind, row.given) for row in sheet.rows
              if row.source.kind in _PERSONS and row.given]
    values += [GrantValue(kind, SourceKind.PROFILE, value) for kind, value in facts.items()
               if value and not is_sensitive(kind)]
    values += [GrantValue(name, SourceKind.TASK, value) for name, value in task_values.items() if value]
    return StepGrant(origin, tuple(dict.fromkeys(values)))


def spellings(facts: Mapping[FactKind, str], region: str) -> tuple[GrantValue, ...]:
    """The granted facts again as forms write them: a date in parts, a number in national form, a whole name.

    Only what follows from facts that are themselves on a grant (not sensitive, and neither is what follows).

    Args:
        facts: the profile, by kind.
        region: ISO alpha-2 code, for dates and telephone numbers.
    """
    plain = {kind: value for kind, value in facts.items() if value and not is_sensitive(kind)}
    found = [GrantValue(kind, SourceKind.PROFILE, form) for kind, value in plain.items()
             for form in forms_of(kind, value, region)]
    for kind, follows in derive(plain).items():
        if not is_sensitive(kind):
            found += [GrantValue(follows.base, SourceKind.PROFILE, form)
                      for form in (follows.value, *forms_of(kind, follows.value, region))]
    return tuple(dict.fromkeys(found))


def allows(grant: StepGrant, origin: Origin, sheet: Sheet, button: ButtonKind, page: PageMap) -> GrantVerdict:
    """Decides whether one step may pass under a grant.

    Args:
        grant: what the person granted.
        origin: where this very request goes.
        sheet: this step's sheet.
        button: what the pressed button's words say.
        page: the page it was pressed on, as it was before.
    """
    for stops, reason in (
        (not origin or origin != grant.origin or (sheet.origin or origin) != origin, GrantReason.OTHER_ORIGIN),
        (button is not ButtonKind.NEXT, GrantReason.NOT_NEXT),
        (bool(sheet.problems), GrantReason.UNREAD),
        (bool(sheet.needs_own_yes), GrantReason.OWN_YES),
        (asks_for_more(page), GrantReason.PAGE_ASKS),
    ):
        if stops:
            return GrantVerdict(False, reason)
    known = frozenset((value.label, value.kind, value.value) for value in grant.values)
    kinds = frozenset(value.label for value in grant.values if value.kind is SourceKind.PROFILE)
    for row in sheet.rows:
        reason = _row_reason(row, known, kinds)
        if reason is not GrantReason.GRANTED:
            return GrantVerdict(False, reason, row.name)
    return GrantVerdict(True, GrantReason.GRANTED)


def asks_for_more(page: PageMap) -> bool:
    """Whether a page holds anything that the person must see: also in hidden controls, and in its running text."""
    return declares_in_passing(page.text) or any(map(_asks_for_more, page.controls))


def _asks_for_more(control: Control) -> bool:
    if control.type in {"file", "password"}:
        return True
    words = _words(control)
    return is_consent(words) or is_declaration(words, control.language) or names_money(words) or is_recurring(words)


def _words(control: Control) -> str:
    labels: Iterable[str] = (option.label for option in control.options)
    return "\n".join([question(control), control.label, control.legend, spaced(control.name), spaced(control.id),
                      control.title, *labels])


def _row_reason(row: Row, known: frozenset[tuple[str, SourceKind, str]], kinds: frozenset[str]) -> GrantReason:
    if row.flags & _NEVER:
        return GrantReason.FLAGGED
    if row.source.kind is SourceKind.GUESSED:
        return GrantReason.GUESSED
    if row.source.kind in _PERSONS:
        on_grant = (_detail(row), row.source.kind, row.given) in known or (
            row.source.kind is SourceKind.TASK and any(
                kind is SourceKind.TASK and value == row.given for _, kind, value in known))
        return GrantReason.GRANTED if on_grant and row.given else GrantReason.NEW_VALUE
    if not set(row.carries) <= (kinds if row.source.kind is SourceKind.PAGE else frozenset()):
        return GrantReason.NEW_VALUE
    if row.value != row.before:
        return GrantReason.HIDDEN
    return GrantReason.GRANTED


def _detail(row: Row) -> str:
    return row.source.detail or row.label or row.key
