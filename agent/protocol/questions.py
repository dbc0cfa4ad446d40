"""The shapes of what is asked for a form and of what becomes of the answers: plain JSON, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from agent.protocol.chores import ProposedDoc


class QuestionDoc(TypedDict):
    """One question of a form. ``label`` and ``hint`` are the page's words, ``hint`` of any number of lines.

    What is not ``required`` may stay empty. ``several``: more than one option may be the answer.
    """

    id: str
    task: str
    asks: str                    # an AskKind
    label: str
    hint: str
    section: str                 # the heading above it in the form, or empty
    options: list[str]
    required: bool
    several: bool
    form: str                    # an AnswerForm
    longest: int                 # characters; -1: any
    fact: str                    # the kind that the answer would have in the profile, or empty
    fact_label: str
    since: str


class AnswerProblem(TypedDict):
    """What is wrong with one answer."""

    question: str
    problem: str


class AnsweredDoc(TypedDict):
    """What became of several answers given at once. ``open``: what the task still waits for."""

    task: str
    answered: list[str]
    left_empty: list[str]
    problems: list[AnswerProblem]
    open: list[str]
    also: NotRequired[list[str]]     # questions of other tasks of its plan that were answered with them


class FoundDoc(TypedDict):
    """What documents propose for a question; nothing of it is taken. ``notes``: what could not be read or found."""

    question: str
    proposed: list[ProposedDoc]
    notes: list[str]
