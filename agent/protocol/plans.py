"""The shape of a plan: a task that needs several places, with one task for each."""

from __future__ import annotations

from typing import TypedDict

from agent.protocol.messages import SheetRow


class PlanPlace(TypedDict):
    """One of a plan's tasks. ``outcome`` is a whole sentence for the person; ``group`` one of `PlanCounts`."""

    task: str                    # id
    place: str                   # what the person calls it, or its host
    url: str
    site: str
    state: str                   # a TaskState
    paused: bool
    group: str
    outcome: str
    waits: list[str]             # ids of what needs the person
    receipt: str                 # id or empty
    reference: str               # what the site gave as reference, or empty


class PlanCounts(TypedDict):
    """How many of a plan's tasks stand where. Each is counted once."""

    done: int                    # sent, and confirmed by the site
    unclear: int                 # sent, or perhaps sent, and not confirmed
    review: int                  # filled in, waits for the decision
    answer: int                  # waits for an answer
    going: int                   # under way
    queued: int                  # to come
    paused: int
    failed: int
    cancelled: int


class SharedRow(TypedDict):
    """A value that all of the plan's waiting submissions send."""

    label: str
    value: str
    source: str                  # a SourceKind
    detail: str


class PlanReview(TypedDict):
    """One waiting submission in the plan's list: ``own`` are its rows besides those that all send."""

    submission: str
    task: str
    place: str
    site: str
    summary: str                 # made of escaped parts
    warnings: list[str]
    not_sent: int                # things on the page that it leaves out
    attention: int               # rows with a doubt, a consent, an amount, or that need the person's own yes
    own: list[SheetRow]


class PlanAsks(TypedDict):
    """A question that one or more of the plan's tasks wait for, in the same words."""

    questions: list[str]         # ids, oldest first; answering one with ``--plan`` answers them all
    places: list[str]
    label: str
    options: list[str]


class PlanRow(TypedDict):
    """A plan in a list."""

    id: str
    title: str
    summary: str
    counts: PlanCounts
    finished: bool
    created_at: str
    updated_at: str


class PlanDoc(PlanRow):
    """A plan with all that belongs to it."""

    text: str
    places: list[PlanPlace]
    same: list[SharedRow]
    reviews: list[PlanReview]
    asks: list[PlanAsks]
