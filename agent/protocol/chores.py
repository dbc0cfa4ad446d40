"""The shapes of chores: what recurs, what comes when, what changed since the last time, and the figures."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class OfChore(TypedDict):
    """Part of a task's row or of what waits: the chore that it was made for, if any."""

    chore: NotRequired[str]


class ForChore(OfChore):
    """Part of a task or submission: the chore, the local time it is for, and what is told about missed times."""

    chore_time: NotRequired[str]
    chore_note: NotRequired[str]


class WithChores(TypedDict):
    """Part of what changed on disk: whether chores or their times did."""

    chores: NotRequired[bool]


class ParameterDoc(TypedDict):
    """What varies in a chore's text. ``ask``: the person is asked each time, otherwise ``last`` goes in again."""

    name: str
    label: str
    form: str                    # an AnswerForm
    ask: bool
    last: str
    learnt: bool                 # found in a run; otherwise the person wrote it


class LastDoc(TypedDict):
    """How the latest task of a chore went."""

    local: str
    task: str
    state: str                   # a TaskState
    message: str
    reference: str


class SuccessDoc(TypedDict):
    """How many of a chore's finished tasks were done. ``rate`` 0 to 1; None: none is finished."""

    done: int
    failed: int
    rate: float | None


class ChoreDoc(TypedDict):
    """A chore. ``next`` are the coming times with their zone's offset; none while it is paused, removed or over."""

    id: str
    text: str                    # a template: {reading} stands for what varies
    title: str
    rule: str                    # an RRULE, or BEFORE=2W;FACT=passport-expiry
    sentence: str                # the rule in words
    start: str                   # local time of the first
    zone: str                    # IANA name; empty: wherever the computer is
    zone_now: str                # the name of the zone that counts at present
    catch_up: str                # once, each, skip
    url: str                     # empty: found or asked when it comes
    site: str
    planner: str
    files: list[str]
    sites: list[str]             # further sites that its tasks may use
    data: list[str]              # classes of sensitive data that they may use without asking
    limit: str                   # the most money that may stand on what each sends; empty: no limit
    parameters: list[ParameterDoc]
    paused: bool
    removed: bool
    problem: str                 # why it can't come, in a sentence; empty: it can
    next: list[str]              # ISO 8601
    last: LastDoc | None
    success: SuccessDoc
    undo: str                    # what `chore undo` takes back, or empty
    created_at: str


class ProposedDoc(TypedDict):
    """A value that a document names for a parameter, and where: file and sentence. None is taken by itself."""

    value: str
    where: str


class GivenDoc(ChoreDoc):
    """A chore after something was given for one of its times, ``at``.

    ``proposed``: by parameter's name, what the documents given for that time propose. ``notes``: sentences on what
    could not be read or was not found. ``attached``: files that go with that time's task.
    """

    at: str                      # local time without a zone
    given: dict[str, str]
    proposed: dict[str, list[ProposedDoc]]
    notes: list[str]
    attached: list[str]


class OccurrenceDoc(TypedDict):
    """One time of a chore. ``state``: coming, planned, made, merged, missed, skipped."""

    local: str
    due_at: str
    state: str
    task: str
    task_state: str
    note: str
    given: dict[str, str]
    proposed: NotRequired[dict[str, list[ProposedDoc]]]
    attached: NotRequired[list[str]]


class ChoreDetail(ChoreDoc):
    """A chore with its past times, newest first."""

    occurrences: list[OccurrenceDoc]


class ChoiceDoc(TypedDict):
    """One meaning of the words for a recurrence."""

    rule: str
    sentence: str
    start: str
    next: list[str]


class WhenDoc(TypedDict):
    """What was read out of the words for a recurrence; nothing is guessed.

    ``rest`` belongs to no recurrence. ``problems`` and ``taken`` are sentences: what could not be read, and what was
    not said and is taken. More than one choice: the person has to say which.
    """

    rest: str
    zone: str
    choices: list[ChoiceDoc]
    problems: list[str]
    taken: list[str]


class TemplateDoc(TypedDict):
    """What stands in braces in a chore's text. ``computed``: names that a time gives by itself, with today's value.

    ``problem``: a brace that belongs to no name, in a sentence.
    """

    asked: list[ParameterDoc]
    computed: dict[str, str]
    problem: str


class AgendaEntry(TypedDict):
    """One time of a chore on the agenda."""

    chore: str
    title: str
    at: str                      # ISO 8601 with the zone's offset
    time: str                    # local time of day
    state: str                   # see OccurrenceDoc
    task: str
    task_state: str
    paused: bool


class AgendaDay(TypedDict):
    """The chores of a day, by time."""

    day: str
    entries: list[AgendaEntry]


class RefusedDoc(TypedDict):
    """An event of a calendar file that can't be a chore."""

    title: str
    why: str


class ImportedDoc(TypedDict):
    """What an import made. ``offered``: addresses that the file names, by chore; none is taken by itself.

    ``seen`` names the file's content: what was looked at is what is taken.
    """

    chores: list[ChoreDoc]
    refused: list[RefusedDoc]
    notes: list[str]
    offered: dict[str, str]
    seen: str


class ExportedDoc(TypedDict):
    """What an export wrote."""

    file: str
    chores: list[str]


# The review

class SinceRow(TypedDict):
    """One thing that is not as it was the last time. ``about``: value, field, amount, consent, site, request, warning.

    ``what`` is a `ChangeKind`.
    """

    name: str
    label: str
    before: str
    now: str
    what: str
    about: str


class SinceLast(TypedDict):
    """A sheet beside that of the same chore's last time. ``same`` names the rows that may be folded away."""

    submission: str
    task: str
    local: str                   # the time that it was for
    sent_at: str
    changes: list[SinceRow]
    same: list[str]


SECOND_SENDING = ("You already sent ", "You may already have sent ")
"""How a warning about a second sending begins; it stands before every other."""


class WithSince(ForChore):
    """Part of a submission: what is different from the chore's last time; None: there was none."""

    since_last: NotRequired[SinceLast | None]


# Figures

class FigureRow(TypedDict):
    """Figures of some tasks. Seconds and rates are None where nothing was counted.

    ``work_between_calls`` are seconds at work for each time that the person was called; ``corrections_per_form``
    changes and notes for each approved form; ``saved_seconds`` is an estimate, see ``estimate``.
    """

    done: int
    failed: int
    unknown: int
    success: float | None
    calls: int
    work_seconds: float
    work_between_calls: float | None
    forms: int
    corrections: int
    corrections_per_form: float | None
    saved_seconds: float


class MonthFigures(FigureRow):
    """A month's figures; ``month`` is like 2026-11."""

    month: str


class ChoreFigures(FigureRow):
    """A chore's figures over its whole life."""

    chore: str
    title: str


class FiguresDoc(TypedDict):
    """Reliability, from this computer's own history; no figure leaves it. ``estimate``: how time saved is counted."""

    overall: FigureRow
    months: list[MonthFigures]
    chores: list[ChoreFigures]
    estimate: str
