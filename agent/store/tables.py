"""The tables: the only truth about tasks, runs, submissions, decisions and receipts.

Times are ISO 8601 in UTC with milliseconds (``2026-11-23T15:04:05.678Z``), which sorts as text. JSON columns hold
plain lists and dicts in the shapes their docstrings give.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from agent.protocol import QuestionState, ReceiptState, SubmissionState, TaskState

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def now() -> str:
    """The time as every table keeps it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class _Row(SQLModel):
    """What all tables are. Rows come from here and from the database alone: pydantic's checks are never built."""

    model_config = {"defer_build": True}


def _json(default: type[list[Any]] | type[dict[str, Any]]) -> Any:
    return Field(default_factory=default, sa_column=Column(JSON, nullable=False))


class Plan(_Row, table=True):
    """A task that needs several places: a parent of tasks, one for each. It does not run; they do.

    ``answers``: ``[{kind, label, fact, options, value}]``, what the person answered for all of its tasks.
    """

    id: int | None = Field(default=None, primary_key=True)
    text: str
    title: str
    answers: list[dict[str, Any]] = _json(list)
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now, index=True)


class Task(_Row, table=True):
    """What the person wants done. ``sites`` are the sites it may use; ``files`` ``[{name, path, media_type}]``."""

    id: int | None = Field(default=None, primary_key=True)
    text: str
    title: str
    url: str = ""
    planner: str = "autofill"
    state: str = Field(default=TaskState.QUEUED, index=True)
    message: str = ""            # why it stands where it stands, for the person
    files: list[dict[str, str]] = _json(list)
    sites: list[str] = _json(list)
    notes: list[str] = _json(list)
    cost: float = 0.0            # money spent on models, in US dollars; the embedded planner costs nothing
    paused: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    contract: dict[str, Any] = Field(default_factory=dict,
                                     sa_column=Column(JSON, nullable=False, server_default="{}"))  # `runs.contract`
    plan_id: int | None = Field(default=None, foreign_key="plan.id", index=True, ondelete="SET NULL")
    place: str = ""              # what its plan calls it
    occurrence_id: int | None = Field(default=None, index=True)  # of the chore that it was made for; a retry keeps it
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now, index=True)


class Run(_Row, table=True):
    """One attempt. ``state``: running, waiting, ended, interrupted. ``grant``: the step grant or empty."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    state: str = "running"
    message: str = ""
    grant: dict[str, Any] = _json(dict)
    cost: float = Field(default=0.0, sa_column_kwargs={"server_default": "0"})   # US dollars, of models
    started_at: str = Field(default_factory=now)
    ended_at: str = ""


class Step(_Row, table=True):
    """One thing a run did, in plain words, with no personal value in it."""

    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="run.id", index=True)
    at: str = Field(default_factory=now)
    text: str
    picture: str = ""


class Submission(_Row, table=True):
    """A held request with its field sheet. ``revision`` grows with each refill; a digest belongs to one revision.

    ``sheet`` is the review's own JSON; ``wire`` what the request decoded to; ``plan`` what was put into the page
    (for filling it again); ``before`` the page map's fingerprint; ``edits`` wire name to the person's own value.
    """

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    run_id: int = Field(foreign_key="run.id")
    revision: int = 1
    state: str = Field(default=SubmissionState.HELD, index=True)
    step: bool = False           # a step of a longer form, not its end
    method: str
    url: str
    origin: str = Field(index=True)
    digest: str = Field(index=True)
    sheet: dict[str, Any] = _json(dict)
    wire: list[dict[str, Any]] = _json(list)
    edits: dict[str, str] = _json(dict)
    page_url: str = ""
    resume: str = ""             # file that holds what is needed to stand on that page again (cookies, seen addresses)
    screenshot: str = ""
    boxes: list[dict[str, Any]] = _json(list)
    rebuilt_digest: str = ""     # the request that stands for the approved one after the page was filled again
    rebuilds: int = 0
    status: int = 0
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now, index=True)


class Decision(_Row, table=True):
    """What the person decided about one revision: at most one, bound to its digest."""

    __table_args__ = (UniqueConstraint("submission_id", "revision"),)

    id: int | None = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submission.id", index=True)
    revision: int
    verb: str                    # approve, edit, send-back, reject, or grant for a step that a step grant let pass
    digest: str
    detail: dict[str, Any] = _json(dict)
    at: str = Field(default_factory=now)


class LedgerEntry(_Row, table=True):
    """One line of the hash-chained journal of submissions; never changed, never deleted."""

    seq: int | None = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submission.id", index=True)
    event: str
    digest: str
    detail: str = ""
    at: str = Field(default_factory=now)
    previous: str
    hash: str


class Receipt(_Row, table=True):
    """One filing per run that sent something: ``sends`` lists each sent request, ``fields`` all that went out."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    run_id: int = Field(foreign_key="run.id", index=True)
    origin: str
    url: str
    sent_at: str
    state: str = ReceiptState.ANSWERED
    status: int = 0
    reference: str = ""
    evidence: str = ""           # the site's own words
    sends: list[dict[str, Any]] = _json(list)
    fields: list[dict[str, Any]] = _json(list)
    before: str = ""             # picture taken before the click
    after: str = ""              # picture of the answer
    documents: list[dict[str, Any]] = _json(list)   # files that the site gave: name, path, media_type, size, sha256
    updated_at: str = Field(default_factory=now, index=True)


class Fact(_Row, table=True):
    """One piece of the profile, normalised."""

    kind: str = Field(primary_key=True)
    value: str
    sensitivity: str = "personal"
    updated_at: str = Field(default_factory=now)


class Question(_Row, table=True):
    """What the agent needs from the person. ``key`` names it within its task, so that it is asked once.

    ``required``: the task waits for it. ``about``: ``{"section", "several", "form", "longest", "least", "most"}``.
    """

    __table_args__ = (UniqueConstraint("task_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    key: str
    kind: str
    prompt: str
    options: list[str] = _json(list)
    fact: str = ""
    required: bool = True
    about: dict[str, Any] = _json(dict)
    state: str = Field(default=QuestionState.ASKED, index=True)
    answer: str = ""
    created_at: str = Field(default_factory=now, index=True)
    answered_at: str = Field(default="", index=True)


class Grant(_Row, table=True):
    """What the person allowed a task beyond its contract, by answering the question of the same ``key``.

    ``kind``: lookup, address, socket. ``what`` is that kind's own JSON, ``words`` say it in one line without values.
    """

    __table_args__ = (UniqueConstraint("task_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True)
    key: str
    kind: str
    what: dict[str, Any] = _json(dict)
    words: str
    state: str = "asked"         # asked, given, declined, revoked
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now, index=True)


class Spending(_Row, table=True):
    """What one answer of a model used up. Without a task: a probe. ``seconds`` since the answer before, at work."""

    id: int | None = Field(default=None, primary_key=True)
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True, ondelete="SET NULL")
    run_id: int | None = Field(default=None, foreign_key="run.id", ondelete="SET NULL")
    at: str = Field(default_factory=now, index=True)
    model: str
    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_written: int = 0
    seconds: float = 0.0
    cost: float = 0.0            # US dollars


class Seen(_Row, table=True):
    """One turn with a model: what it was shown, and its answer. It goes with its task.

    A request repeats all of the turns before it; ``request`` keeps its messages from number ``same`` on, and what else
    of it is no longer as in the turn before.
    """

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    run_id: int = Field(foreign_key="run.id", index=True, ondelete="CASCADE")
    at: str = Field(default_factory=now)
    same: int = 0
    request: dict[str, Any] = _json(dict)
    answer: dict[str, Any] = _json(dict)
    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_written: int = 0


class Recipe(_Row, table=True):
    """A finished run, kept for the next time. ``revision`` is the one that is replayed; the texts are its own table.

    ``source``: learnt, or imported. ``task_id``: the task that it was learnt from.
    """

    id: int | None = Field(default=None, primary_key=True)
    title: str
    start: str = Field(default="", index=True)
    source: str = "learnt"
    enabled: bool = True
    revision: int = 1
    task_id: int | None = Field(default=None, foreign_key="task.id", ondelete="SET NULL")
    used: int = 0                # runs that it took to a confirmed receipt without a surprise
    used_at: str = ""
    removed_at: str = ""         # it can be brought back for a while
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now)


class RecipeRevision(_Row, table=True):
    """One text of a recipe; never changed. ``amounts``: what its pages named, by their number; never exported."""

    __table_args__ = (UniqueConstraint("recipe_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    recipe_id: int = Field(foreign_key="recipe.id", index=True, ondelete="CASCADE")
    number: int
    text: str
    amounts: dict[str, list[str]] = _json(dict)
    why: str = ""                # why it was made, for the person
    at: str = Field(default_factory=now)


class RecipeUse(_Row, table=True):
    """That a task was begun by a recipe, and the first surprise there was; one a task."""

    task_id: int | None = Field(default=None, primary_key=True, foreign_key="task.id", ondelete="CASCADE")
    recipe_id: int = Field(foreign_key="recipe.id", index=True, ondelete="CASCADE")
    revision: int
    surprise: str = ""
    at: str = Field(default_factory=now)


class WalkedPage(_Row, table=True):
    """A page that a task's run pressed on, without any value. It goes once a recipe is made of it, or with its task.

    ``stop`` empty: an address was opened there, so that the way can't be walked by presses alone.
    """

    id: int | None = Field(default=None, primary_key=True)
    task_id: int = Field(foreign_key="task.id", index=True, ondelete="CASCADE")
    at: str = Field(default_factory=now)
    title: str = ""
    stop: dict[str, Any] = _json(dict)
    amounts: list[str] = _json(list)
    words: list[str] = _json(list)
    lessons: list[dict[str, str]] = _json(list)     # label, fact, option


class Lesson(_Row, table=True):
    """What an answer on one site taught: the kind of fact that a label means, or the option chosen under it."""

    __table_args__ = (UniqueConstraint("label"),)

    id: int | None = Field(default=None, primary_key=True)
    label: str
    fact: str = ""
    option: str = ""
    site: str
    at: str = Field(default_factory=now)


class Chore(_Row, table=True):
    """A task that comes again. ``text`` is a template, ``rule`` as `agent.chores.rule` writes it.

    ``start`` is the local time of the first, without a zone; ``zone`` an IANA name, empty: wherever the computer is.
    ``parameters`` is a list of `agent.chores.template.Parameter`; ``left_out`` local times that never come; ``undo``
    the columns as they were before the last change.
    """

    id: int | None = Field(default=None, primary_key=True)
    text: str
    title: str
    rule: str
    start: str
    zone: str
    catch_up: str = "once"       # once, each, skip
    url: str = ""
    planner: str = "auto"
    files: list[dict[str, str]] = _json(list)
    sites: list[str] = _json(list)
    contract: dict[str, Any] = _json(dict)
    parameters: list[dict[str, Any]] = _json(list)
    left_out: list[str] = _json(list)
    learnt: bool = False         # looked for what varies in what its first run sent
    paused: bool = False
    removed_at: str = ""
    floor_at: str                # nothing before it is due: made, changed or resumed then
    seen_at: str                 # up to when all times are accounted for
    next_at: str = ""            # when the next comes; empty: none
    undo: dict[str, Any] = _json(dict)
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now, index=True)


class Occurrence(_Row, table=True):
    """One local time of a chore, accounted for once. ``state``: planned, made, merged, missed, skipped.

    ``merged`` went into the task of a later time, ``missed`` passed without one, ``skipped`` is the person's own will.
    ``given`` are values of its parameters; ``proposed`` what documents propose for them, by name a list of
    ``{"value", "where"}``; ``files`` go with its task beside the chore's own.
    """

    __table_args__ = (UniqueConstraint("chore_id", "local"),)

    id: int | None = Field(default=None, primary_key=True)
    chore_id: int = Field(foreign_key="chore.id", index=True, ondelete="CASCADE")
    local: str                   # without a zone, such as 2026-12-07T09:00:00
    due_at: str = Field(index=True)
    state: str
    task_id: int | None = Field(default=None, foreign_key="task.id", index=True, ondelete="SET NULL")
    given: dict[str, str] = _json(dict)
    proposed: dict[str, list[dict[str, str]]] = _json(dict)
    files: list[dict[str, str]] = _json(list)
    note: str = ""
    created_at: str = Field(default_factory=now)
    updated_at: str = Field(default_factory=now, index=True)
