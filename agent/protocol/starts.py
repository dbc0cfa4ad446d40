"""The shape of where a task starts and why, or at which places: plain JSON, typed."""

from __future__ import annotations

from typing import TypedDict


class ProposalDoc(TypedDict):
    """An address that a task could start at, and why; nothing is opened there before the person says so."""

    url: str
    reason: str


class StartDoc(TypedDict):
    """Why a task starts where it does, or that it asks. ``reason`` is a whole sentence for the person."""

    why: str                     # given, known, answer; or it asks: several, unsure, document, nothing
    reason: str
    proposals: list[ProposalDoc]


class DraftPlace(TypedDict):
    """A place of a plan that is not filed yet; without ``url`` its task asks where to start."""

    place: str
    url: str
    site: str
    text: str


class DraftPlan(TypedDict):
    """What a text would be as a plan; ``places`` is empty where it names no list of places."""

    title: str
    places: list[DraftPlace]
