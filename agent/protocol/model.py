"""The shapes of what is told about the model: how it is set up, what a probe found, what it saw. Plain JSON, typed."""

from __future__ import annotations

from typing import Literal, TypedDict


class ModelDoc(TypedDict):
    """How the model is set up. No key stands here, only whether there is one and from where."""

    model: str
    name: str                    # in words
    price: str                   # in words; empty: not known, or nothing by the token
    address: str
    address_from: Literal["settings", "environment"]
    key: Literal["environment", "keyring", ""]
    key_needed: bool
    keyring: str                 # why none can be used; empty: it can
    ready: bool
    problem: str                 # why no model can be asked; empty if one can
    spent_today: float           # US dollars
    probed: str                  # what the last probe of this address and model found, in a sentence; empty: none


class ProbeLine(TypedDict):
    """One thing that was tried. ``needed``: without it no planner can work."""

    check: str
    ok: bool
    needed: bool
    says: str


class ProbeDoc(TypedDict):
    """What a server can do. ``plain``: it is asked without caching, thinking and effort."""

    address: str
    model: str
    at: str
    reached: bool
    settled: bool                # false: it may well be otherwise in a minute, so it is not kept
    usable: bool
    plain: bool
    summary: str
    lines: list[ProbeLine]
    cost: float                  # US dollars


class PieceDoc(TypedDict):
    """A part of what went to a model or came back. ``data``: a picture, base64."""

    who: Literal["instructions", "tools", "settings", "countersign", "model"]
    kind: Literal["text", "thinking", "call", "result", "picture", "other"]
    title: str
    text: str
    media_type: str
    data: str


class TurnDoc(TypedDict):
    """One request and its answer. ``sent`` is what no request of the run had before; ``repeated`` counts the rest."""

    run: str
    number: int
    at: str
    model: str
    repeated: int                # messages
    sent: list[PieceDoc]
    answered: list[PieceDoc]
    input: int                   # tokens, like the next three
    output: int
    cache_read: int
    cache_written: int
    cost: float                  # US dollars


class SawDoc(TypedDict):
    """All that models saw of a task."""

    task: str
    cost: float
    turns: list[TurnDoc]
