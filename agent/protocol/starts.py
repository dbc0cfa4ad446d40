"""The shape of where a task starts and why: plain JSON, typed."""

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
