"""The words every room shares: ids, states, sources and what a capability answers. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

FactKind = NewType("FactKind", str)
"""A kind of `agent/profile/kinds.json`, such as ``postal-code``; free custom facts are ``custom-…``."""

Digest = NewType("Digest", str)
"""Hex SHA-256 of what a request would send: method, address, canonical body, headers a page can set."""

Origin = NewType("Origin", str)
"""Scheme, host and port as a browser writes them: ``https://council.example``, ``http://127.0.0.1:8000``."""


class TaskState(StrEnum):
    """Where a task stands. Source: DESIGN.md section 8."""

    QUEUED = "queued"
    RUNNING = "running"
    NEEDS_REVIEW = "needs_review"
    NEEDS_ANSWER = "needs_answer"
    SENDING = "sending"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class SubmissionState(StrEnum):
    """Where a held request stands.

    ``held -> approved -> sending -> answered | unknown`` is the ledger's path; the others end a revision without
    sending anything. ``sending`` found at start-up becomes ``unknown`` and is never sent again.
    """

    HELD = "held"
    EDITING = "editing"          # the person changed a value; the page is filled again, then held with a new digest
    SENT_BACK = "sent_back"
    REJECTED = "rejected"
    APPROVED = "approved"
    SENDING = "sending"
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_SENT = "not_sent"        # provably stopped before the first byte: the site could not be reached


class ReceiptState(StrEnum):
    """What is known about a sent request. ``confirmed`` needs evidence on the answer page."""

    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    UNKNOWN = "unknown"


class QuestionState(StrEnum):
    """An asked question waits until answered; it is withdrawn when its task ends."""

    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class AnswerForm(StrEnum):
    """What an answer must look like to be taken."""

    TEXT = "text"
    LONG = "long"                # several lines
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    EMAIL = "email"


class SourceKind(StrEnum):
    """Where a value on the sheet comes from, in the words the person reads."""

    PROFILE = "profile"
    TASK = "task"
    DOCUMENT = "document"
    ANSWER = "answer"            # the person answered a question
    PERSON = "you"               # the person edited the value on the sheet, or ticked it
    PAGE = "page default"
    HIDDEN = "hidden"            # the page sends it without showing it
    GUESSED = "guessed"


class Flag(StrEnum):
    """What makes a row of the sheet worth a second look."""

    MONEY = "money"
    CONSENT = "consent"
    DECLARATION = "declaration"
    SENSITIVE = "sensitive"
    UNREADABLE = "unreadable"
    RENEWED = "renewed by the site"   # a token that the site makes anew with each page
    CHANGED = "changed by the page"   # the wire differs from what the control showed
    NOT_ON_PAGE = "not on the page"   # no control of that name: made by a script
    FILE = "file"
    DOUBT = "doubtful"                # something about it seems wrong: the row says what


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: ``detail`` is the fact kind, question id, or file name, never a value."""

    kind: SourceKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A value together with its source. Nothing is ever typed into a page without one."""

    value: str
    source: Source
