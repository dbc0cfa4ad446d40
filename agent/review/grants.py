"""Step grants: these exact values may go to this exact origin in the steps before the last. Pure.

Bias: favours asking. Whatever is not plainly one of the allowed cases is held for a review of its own.

**Answers given after the grant join it**, when the question said that the answer will be sent without another review
(`told`). The person typed it for this very site and form, in reply to words that named the site: a second look at the
same words and the same value would teach them to click through. A page can lure no more out of them than it could by
asking for a review, for they type it knowing where it goes. Bounds: only to plain questions on a page that asks for
nothing else (`may_join`, `page_asks`); never one about a private fact, nor an answer that holds a known fact which is
not on the grant; and only to the same question under the same heading as it was asked: a page that comes back with
other words over the same field gets nothing.

**Private facts join only by standing on the first sheet.** The others are all offered, because nobody knows yet what
later pages ask; each is listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from agent.browser.page import Button, PageMap
from agent.gate.fold import squash
from agent.intake.written_dates import read_date
from agent.planner.base import AskKind, ButtonKind
from agent.profile.derived import derive
from agent.profile.formats import forms_of
from agent.protocol import FactKind, Flag, Origin, SourceKind
from agent.review.page_asks import PageAsks, main_heading, what_it_asks
from agent.review.sameness import same
from agent.review.sensitivity import is_sensitive
from agent.review.sheet import Row, Sheet

_PERSONS = frozenset({SourceKind.PROFILE, SourceKind.TASK, SourceKind.DOCUMENT, SourceKind.ANSWER, SourceKind.PERSON})
_NEVER = frozenset({Flag.MONEY, Flag.CONSENT, Flag.DECLARATION, Flag.UNREADABLE, Flag.FILE, Flag.CHANGED,
                    Flag.NOT_ON_PAGE, Flag.DOUBT})
_DATE_PARTS = frozenset({
    "day", "month", "year", "tag", "monat", "jahr", "jour", "mois", "annee", "dia", "mes", "ano", "giorno", "mese",
    "anno", "dag", "maand", "jaar", "dzien", "miesiac", "rok"})


@dataclass(frozen=True, slots=True)
class GrantValue:
    """One value on a grant. ``label`` is the fact kind, the name in the task, or the words of the question answered.

    ``key`` is the answered question's, ``heading`` that of its page ('' for all but answers).
    """

    label: str
    kind: SourceKind
    value: str = field(repr=False)
    key: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class StepGrant:
    """What may go where without a new review, until the task ends. ``answers`` came after it, to told questions."""

    origin: Origin
    values: tuple[GrantValue, ...]
    answers: tuple[GrantValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """What was pressed, read off the page and not told by a planner.

    ``kind`` is what all its words say; ``loads_page`` whether the request is a page load, as by a form; ``others`` the
    names and labels of the controls that ask for another person's data, ``private`` of those that ask for a private
    fact; ``siblings`` whether the press tried to send
    the person's data by another request too; ``again`` whether it sent something before, or this very thing was sent.
    """

    kind: ButtonKind
    button: Button | None = None
    loads_page: bool = False
    others: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    siblings: bool = False
    again: bool = False


class GrantReason(StrEnum):
    """Why a step may pass or not, in words for the journal and the person."""

    GRANTED = "the step grant covers it"
    OTHER_ORIGIN = "it goes to another site"
    OTHER_ADDRESS = "it goes to another address than its form says"
    NOT_NEXT = "the button does not plainly mean the next step"
    SIBLINGS = "the press tried to send more than one thing"
    AGAIN = "the press or the very same step sent something before"
    UNREAD = "part of it could not be read"
    PAGE_ASKS = "the page asks for a consent, declaration, amount, upload or password"
    IN_PASSING = "the page's text makes the press more than a next step"
    LOOKS_LAST = "the page looks like the last one"
    ASKS_NOTHING = "the page asks nothing, so it may be the last one"
    TOO_MUCH = "the page has more text than could be read"
    OWN_YES = "something in it needs your own yes"
    FLAGGED = "a value needs a look"
    NEW_VALUE = "a value is not on the grant"
    GUESSED = "a value is a guess"
    HIDDEN = "the page added something of its own"
    PRESET = "the page has chosen an answer by itself"
    SOMEBODY_ELSE = "the question is about somebody else"
    PRIVATE = "the question is about a private fact"


_PAGE_REASONS = {
    PageAsks.FOR_MORE: GrantReason.PAGE_ASKS, PageAsks.IN_PASSING: GrantReason.IN_PASSING,
    PageAsks.LOOKS_LAST: GrantReason.LOOKS_LAST, PageAsks.NOTHING: GrantReason.ASKS_NOTHING,
    PageAsks.TOO_MUCH: GrantReason.TOO_MUCH,
}


@dataclass(frozen=True, slots=True)
class GrantVerdict:
    """``name`` is that of the row that stopped it, '' where none did."""

    allowed: bool
    reason: GrantReason
    name: str = ""


def offer(origin: Origin, facts: Mapping[FactKind, str], task_values: Mapping[str, str], sheet: Sheet,
          page: PageMap) -> StepGrant:
    """Returns the grant to offer at a first step: its values, the facts that are not sensitive, and the task's values.

    Args:
        origin: where the sheet's request goes.
        facts: the profile, by kind.
        task_values: what the task's text gives, by name.
        sheet: the step under review; the person's values on it are on the grant whatever their sensitivity.
        page: the page it came from.
    """
    values = [_of_row(row, page) for row in sheet.rows if row.source.kind in _PERSONS and row.given]
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


def told(origin: Origin) -> str:
    """What a question says when its answer will pass under the grant; also how it is recognised afterwards."""
    return f"Your answer goes to {origin} without another review, because you let this form's next steps pass."


def may_join(grant: StepGrant, origin: Origin, kind: AskKind, fact: str, page: PageMap) -> bool:
    """Whether the answer to a question on this page may pass under the grant, so that the question must say so."""
    plain = kind in (AskKind.VALUE, AskKind.CHOICE) and not (fact and is_sensitive(fact))
    return plain and origin == grant.origin and what_it_asks(page) is PageAsks.PLAIN


def allows(grant: StepGrant, origin: Origin, sheet: Sheet, press: Press, page: PageMap) -> GrantVerdict:
    """Decides whether one step may pass under a grant.

    Args:
        grant: what the person granted.
        origin: where this very request goes.
        sheet: this step's sheet.
        press: what was pressed.
        page: the page it was pressed on, as it was before.
    """
    for stops, reason in (
        (not origin or origin != grant.origin or (sheet.origin or origin) != origin, GrantReason.OTHER_ORIGIN),
        (press.kind is not ButtonKind.NEXT, GrantReason.NOT_NEXT),
        (press.loads_page and not _goes_where_its_form_says(sheet, press, page), GrantReason.OTHER_ADDRESS),
        (press.siblings, GrantReason.SIBLINGS),
        (press.again, GrantReason.AGAIN),
        (bool(sheet.problems), GrantReason.UNREAD),
        (bool(sheet.needs_own_yes), GrantReason.OWN_YES),
    ):
        if stops:
            return GrantVerdict(False, reason)
    asks = what_it_asks(page, [(each.label, each.value) for each in grant.values])
    if asks is not PageAsks.PLAIN:
        return GrantVerdict(False, _PAGE_REASONS[asks])
    on_it = _OnGrant(grant, page, press)
    for row in sheet.rows:
        reason = on_it.reason(row)
        if reason is not GrantReason.GRANTED:
            return GrantVerdict(False, reason, row.name)
    return GrantVerdict(True, GrantReason.GRANTED)


def _goes_where_its_form_says(sheet: Sheet, press: Press, page: PageMap) -> bool:
    """Whether a page load goes to the address that its form shows: a button's own address may be another one."""
    if press.button is None or not 0 <= press.button.form < len(page.forms):
        return False
    return _place(sheet.address) == _place(page.forms[press.button.form].action)


def _place(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc, parts.path or "/"


class _OnGrant:
    """Judges the rows of one step."""

    def __init__(self, grant: StepGrant, page: PageMap, press: Press) -> None:
        self._known = frozenset(grant.values)
        self._answers = grant.answers
        self._task = frozenset(each.value for each in grant.values if each.kind is SourceKind.TASK)
        self._kinds = frozenset(each.label for each in grant.values if each.kind is SourceKind.PROFILE)
        self._page = page
        self._press = press
        self._boxes = frozenset(each.name for each in page.controls if each.type == "checkbox")

    def reason(self, row: Row) -> GrantReason:
        """Why a row may pass, or not."""
        if row.flags & _NEVER:
            return GrantReason.FLAGGED
        if row.source.kind is SourceKind.GUESSED:
            return GrantReason.GUESSED
        return self._persons(row) if row.source.kind in _PERSONS else self._pages(row)

    def _persons(self, row: Row) -> GrantReason:
        if not row.given or not self._is_on_it(row):
            return GrantReason.NEW_VALUE
        if row.shown and not same(row.given, row.shown):
            return GrantReason.FLAGGED      # another option than the value says
        if row.source.kind is SourceKind.PROFILE and self._press.others & {row.key, row.label}:
            return GrantReason.SOMEBODY_ELSE
        if row.source.kind is SourceKind.ANSWER and self._press.private & {row.key, row.label}:
            return GrantReason.PRIVATE
        return GrantReason.GRANTED

    def _is_on_it(self, row: Row) -> bool:
        if _of_row(row, self._page) in self._known:
            return True
        if row.source.kind is SourceKind.TASK:
            return row.given in self._task
        return row.source.kind is SourceKind.ANSWER and set(row.carries) <= self._kinds and any(
            _answers(each, row, main_heading(self._page)) for each in self._answers)

    def _pages(self, row: Row) -> GrantReason:
        if not set(row.carries) <= (self._kinds if row.source.kind is SourceKind.PAGE else frozenset()):
            return GrantReason.NEW_VALUE
        if row.value != row.before:
            return GrantReason.HIDDEN
        if row.source.kind is SourceKind.PAGE and row.value and (row.shown or row.key in self._boxes):
            return GrantReason.PRESET
        return GrantReason.GRANTED


def _of_row(row: Row, page: PageMap) -> GrantValue:
    if row.source.kind is SourceKind.ANSWER:
        return GrantValue(row.label or row.key, row.source.kind, row.given, row.source.detail, main_heading(page))
    return GrantValue(row.source.detail or row.label or row.key, row.source.kind, row.given)


def _answers(told_answer: GrantValue, row: Row, heading: str) -> bool:
    """Whether a row is the answer to a question as it was asked: ``label`` is its words, ``value`` the reply."""
    if told_answer.key != row.source.detail or told_answer.heading != heading or not row.label:
        return False
    group, _, part = row.label.rpartition(": ")
    asked = squash(told_answer.label)
    halves = {asked, *(squash(half) for half in told_answer.label.split(": "))}
    if squash(row.label) in halves:
        return _says(told_answer.value, row.given)
    return squash(part) in _DATE_PARTS and bool(group) and asked.startswith(squash(group)) and row.given in _parts(
        told_answer.value)


def _says(answer: str, given: str) -> bool:
    pieces = [answer, *answer.replace(";", ",").replace("\n", ",").split(",")]
    return any(squash(piece) == squash(given) != "" for piece in pieces) or same(answer, given) or same(given, answer)


def _parts(answer: str) -> frozenset[str]:
    """The parts of a date as controls take them; where days and months are written doesn't matter here."""
    days = [day for day in (read_date(answer, region) for region in ("GB", "US")) if isinstance(day, date)]
    return frozenset(form for day in days for form in (
        str(day.year), str(day.day), f"{day.day:02}", str(day.month), f"{day.month:02}"))
