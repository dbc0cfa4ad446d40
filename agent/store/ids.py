"""Ids as the person types them: ``t1`` a task, ``p1`` a plan, ``s1`` a submission, ``h1`` a chore, and so on."""

from __future__ import annotations

from agent.store.problems import NotFound

_WORDS = {"t": "task", "s": "submission", "q": "question", "r": "receipt", "x": "run", "g": "grant", "p": "plan",
          "c": "recipe", "l": "lesson", "h": "chore"}


def shown(letter: str, number: int | None) -> str:
    """The id as the person sees it."""
    return f"{letter}{number or 0}"


def number_of(letter: str, text: str) -> int:
    """The row's number; the letter may be left out.

    Raises:
        NotFound: the text is no id of that kind.
    """
    digits = text.strip().lower().removeprefix(letter)
    if not digits.isascii() or not digits.isdigit() or len(digits) > 15:
        raise NotFound(f"“{text}” is not the id of a {_WORDS[letter]}; those look like {letter}1.")
    return int(digits)
