"""The shapes of what a capability answers and of what the worker tells by itself: plain JSON, typed.

The app and the agent both type-check against these. A key that is not here does not exist for the app.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from agent.protocol.chores import OfChore, WithChores, WithSince
from agent.protocol.recipes import WithRecipes
from agent.protocol.tasks import Board, DraftDoc, FileDoc, RunDoc, StepDoc, TaskDoc, TaskRow, ValueDoc

Json = Any
"""Dicts, lists, strings, numbers, booleans, None."""


# What needs the person

class InboxEntry(OfChore):
    """One thing that needs the person. ``fact`` is the kind a question's answer would have in the profile, or empty."""

    kind: Literal["submission", "question", "takeover"]
    id: str
    task: str
    title: str                   # the task's
    site: str
    summary: str                 # the sheet's sentence, or the question
    options: list[str]
    asks: str                    # an AskKind; empty for a submission
    fact: str
    fact_label: str
    since: str


# Review

class FileRow(TypedDict):
    """A file on the wire. What is not required is missing on sheets of earlier versions.

    ``kind``, ``width``, ``height``, ``pages`` and ``preview`` are what its own first bytes say (empty, 0: not known);
    ``attached``: ``same`` as a file of the task, ``changed`` by the page, or ``other``: the page's own.
    """

    filename: str
    media_type: str
    size: int
    sha256: str
    kind: NotRequired[str]
    width: NotRequired[int]
    height: NotRequired[int]
    pages: NotRequired[int]
    preview: NotRequired[str]
    attached: NotRequired[str]
    path: NotRequired[str]       # of the task's own file with this very content, for pictures; empty: none


class SheetRow(TypedDict):
    """One field on the wire. Show every text only through `agent.protocol.display.display`."""

    name: str                    # unique on the sheet
    label: str
    value: str                   # in full, as the wire has it
    shown: str                   # the chosen option's own words, or empty
    source: str                  # a SourceKind
    detail: str                  # fact kind, question id, file name
    flags: list[str]             # Flag values
    doubts: NotRequired[list[str]]   # what seems wrong about it, in sentences
    why: str
    needs_own_yes: bool
    before: str                  # the page's own default
    last: str | None             # what was sent here the last time; None: never, or the field is new
    given: str                   # what was put in
    carries: list[str]           # fact kinds found in the value
    where: str
    key: str                     # name on the wire
    content_type: str
    file: FileRow | None
    inside: NotRequired[str]     # name of the row that this one was read out of
    opened: NotRequired[bool]    # all of it stands in the rows read out of it
    editable: bool
    edit_as: str
    edit_parts: list[str]
    options: list[str]


class NotSentRow(TypedDict):
    """Something on the page that the request does not carry."""

    name: str
    label: str
    reason: str
    editable: bool
    doubts: NotRequired[list[str]]   # what seems wrong about its not being sent


class DifferenceRow(TypedDict):
    """What changed against the revision that was decided on before. ``what``: changed, added, removed."""

    name: str
    label: str
    before: str
    now: str
    what: str


class BoxDoc(TypedDict):
    """Where a row's control is on the picture: x, y, width, height in the picture's pixels."""

    name: str                    # as ``key`` or ``edit_as`` of a row
    box: list[float]


class EarlierDoc(TypedDict):
    """A step of the same task that went out before."""

    submission: str
    url: str
    fields: list[SheetRow]


class GrantedValue(TypedDict):
    """One value that a step grant would let pass."""

    label: str
    source: str
    value: str


class GrantedDoc(TypedDict):
    """Something that the person allowed a task. ``kind``: lookup, address, socket, steps; ``words`` name no values."""

    id: str
    kind: str
    words: str
    state: str
    since: str


class AllowedDoc(TypedDict):
    """What a task may do without asking again: its contract, and the grants since."""

    task: str
    sites: list[str]
    data: list[str]
    limit: str
    grants: list[GrantedDoc]


class GrantDoc(TypedDict):
    """What a step grant would let pass, and to where. ``written``: the same facts as forms write them."""

    origin: str
    values: list[GrantedValue]
    written: list[GrantedValue]


class SubmissionDoc(WithSince):
    """A held request, ready for a decision."""

    id: str
    task: str
    state: str                   # a SubmissionState
    method: str
    url: str
    origin: str
    digest: str
    revision: int
    summary: str                 # one sentence: what will happen
    button: str                  # words of the button that was pressed
    new_site: bool
    redirected: bool
    warnings: list[str]
    problems: list[str]          # what could not be read
    also_tried: list[str]
    fields: list[SheetRow]
    not_sent: list[NotSentRow]
    earlier: list[EarlierDoc]
    page_text: str
    step_grant: GrantDoc | None
    difference: list[DifferenceRow]
    screenshot: str              # path or empty
    boxes: list[BoxDoc]
    page_url: str
    last_sent_at: str            # when something was last sent to this very address; empty: never
    task_title: str
    task_text: str
    decided: str                 # the last decision on an earlier revision: approve, edit, send-back; empty: none
    created_at: str


class Outcome(TypedDict):
    """What a decision or an answer made of a thing."""

    id: str
    state: str


# Receipts

class SendDoc(TypedDict, total=False):
    """One sent request of a receipt."""

    submission: str
    method: str
    url: str
    sent_at: str
    status: int
    digest: str


class KeptDoc(TypedDict):
    """A document that the site gave with its answer. ``size`` in bytes."""

    name: str
    path: str
    media_type: str
    size: int
    sha256: str


class ReceiptDoc(TypedDict):
    """What was sent for one task. ``fields`` are the rows as they went out."""

    id: str
    task: str
    title: str
    origin: str
    url: str
    sent_at: str
    state: str                   # a ReceiptState
    status: int
    reference: str
    evidence: str                # the site's own words
    fields: list[SheetRow]
    sends: list[SendDoc]
    before: str                  # picture paths, or empty
    after: str
    documents: list[KeptDoc]


class ApprovalDoc(TypedDict):
    """One decision behind a receipt. ``verb``: approve or grant."""

    submission: str
    verb: str
    at: str
    digest: str
    accepted: list[str]
    journal: list[str]           # hashes of the journal's lines about this submission


class ReceiptDetail(ReceiptDoc):
    """A receipt with its approval record."""

    approvals: list[ApprovalDoc]


# Profile

class KindDoc(TypedDict):
    """A kind of fact the profile can hold."""

    kind: str
    label: str
    group: str
    sensitivity: str             # low, personal, private
    example: str


class FactDoc(TypedDict):
    """One fact with where it has been disclosed."""

    kind: str
    label: str
    group: str
    value: str
    sensitivity: str
    updated_at: str
    disclosed: list[DisclosureDoc]


class DisclosureDoc(TypedDict):
    """One time a fact went out in a request that the person approved."""

    site: str
    at: str
    receipt: str


class CheckDoc(TypedDict):
    """A value looked at before it is kept. ``problem`` empty: it fits; ``doubt``: it fits but looks like a slip."""

    value: str
    problem: str
    doubt: str


class ImportDoc(TypedDict):
    """What an import would bring. ``replaces``: kinds that have another value now; ``seen`` names these very facts."""

    facts: list[FactDoc]
    notes: list[str]
    replaces: list[str]
    seen: str


# Around

class SettingDoc(TypedDict):
    """One setting with its value."""

    key: str
    kind: Literal["switch", "choice", "number", "text"]
    group: str
    label: str
    help: str
    value: Json
    default: Json
    choices: list[list[str]]     # value, label
    least: int
    most: int


class CheckResult(TypedDict):
    """One line of ``doctor``."""

    check: str
    ok: bool
    fix: str


class PracticeDoc(TypedDict):
    """The practice council, served by the worker. ``pages``: name to address."""

    url: str
    pages: dict[str, str]


class Hello(TypedDict):
    """The worker's first answer."""

    version: str
    home: str
    python: str


# What the worker tells by itself

class Changed(WithChores, WithRecipes):
    """Something on disk changed: by this worker, by the command line beside it, by anybody.

    ``tasks`` are ids of tasks that changed in any way, their submissions, questions and steps included.
    """

    tasks: list[str]
    receipts: bool
    profile: bool
    settings: bool


class KnownDoc(TypedDict):
    """A value that a run has put into the page, and from where."""

    label: str
    value: str
    source: str
    detail: str


class LiveDoc(TypedDict):
    """Where a running task stands. ``box`` is the part of the picture last acted on, or empty."""

    task: str
    title: str
    step: str
    at: str
    picture: str                 # path or empty
    box: list[float]
    known: list[KnownDoc]
    turn: int
    turns: int                   # the most it may take
    seconds: float               # since the run began
    cost: float
    paused: bool


class FleetDoc(TypedDict):
    """Whether tasks are being worked on. ``problem`` says why not, for the person."""

    working: bool
    problem: str


class Told(TypedDict):
    """A sentence for the person, about nothing in particular."""

    text: str


__all__ = [
    "AllowedDoc", "ApprovalDoc", "Board", "BoxDoc", "Changed", "CheckDoc", "CheckResult", "DifferenceRow",
    "DisclosureDoc", "DraftDoc", "EarlierDoc", "FactDoc", "FileDoc", "FileRow", "FleetDoc", "GrantDoc",
    "GrantedDoc", "GrantedValue", "Hello", "ImportDoc", "InboxEntry", "Json", "KeptDoc", "KindDoc", "KnownDoc",
    "LiveDoc", "NotSentRow", "Outcome", "PracticeDoc", "ReceiptDetail", "ReceiptDoc", "RunDoc", "SendDoc",
    "SettingDoc", "SheetRow", "StepDoc", "SubmissionDoc", "TaskDoc", "TaskRow", "Told", "ValueDoc",
]
