"""What the person reads about an answer that does not confirm."""

from __future__ import annotations

from agent.planner.autofill.answer_page import Answer, AnswerState
from agent.runs.concluding import MOST_WORDS, REFUSED, UNCLEAR, in_words


def test_a_refusal_is_told_with_the_sites_own_words() -> None:
    assert in_words(Answer(AnswerState.ERROR, "", "It is lower than\nthe last one.")) == (
        f"{REFUSED} It says: “It is lower than the last one.”")


def test_anything_else_is_unclear() -> None:
    assert in_words(Answer(AnswerState.UNCLEAR)) == UNCLEAR
    assert in_words(Answer(AnswerState.NEXT, "", "x" * 900)) == f"{UNCLEAR} It says: “{'x' * MOST_WORDS}”"
