"""Decides whether an answer is one: an option of its question, a value that its field takes. Pure."""

from __future__ import annotations

import re
from datetime import date

from agent.intake.address import address
from agent.intake.finders import plain_number
from agent.intake.written_dates import DateProblem, read_date
from agent.planner.base import AskKind
from agent.profile.errors import BadValue, ProfileError
from agent.profile.kinds import kept
from agent.profile.labels import label_of_kind
from agent.profile.values import normalise
from agent.protocol import AnswerForm
from agent.protocol.pieces import pieces_of
from agent.store.problems import NotNow
from agent.store.tables import Question

_OPTIONS = (AskKind.CHOICE, AskKind.DECLARATION, AskKind.SITE, AskKind.ALLOW, AskKind.SPEND)
_NUMBER = re.compile(r"[-+]?\d[\d .,’']*")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.h]([0-5]\d)")


def fitting(asked: Question, value: str, region: str) -> str:
    """The answer as it is kept: an option in its own words, a date as ISO, a value of a kind in its stored form.

    Args:
        asked: the question; not one for a file.
        value: as typed. Options may be given by their place in the list.
        region: ISO alpha-2: how the person writes dates and numbers.

    Raises:
        NotNow: it is no answer; the words say what is wrong.
        BadAddress: it is no address to start at.
        ProfileError: it is no value of the kind that is asked for.
    """
    if not value.strip():
        if asked.required:
            raise NotNow("An empty answer is no answer. The question stays open.")
        return ""
    if asked.kind == AskKind.START:
        return _where(asked, value)
    if asked.kind in _OPTIONS and asked.options:
        if asked.about.get("several"):
            return "\n".join(dict.fromkeys(_option(asked, piece) for piece in pieces_of(value, asked.options)))
        return _option(asked, value)
    if asked.fact:
        return normalise(asked.fact, value, region)
    text = _formed(asked, value.strip(), region) if _form(asked) not in (AnswerForm.TEXT, AnswerForm.LONG) else value
    longest = int(asked.about.get("longest", -1))
    if 0 <= longest < len(text):
        raise NotNow(f"It has {len(text)} characters, and the form takes {longest}.")
    return text


def remembered(asked: Question, text: str, region: str) -> tuple[str, str]:
    """Kind and stored form of an answer that is to be kept.

    Raises:
        NotNow: the profile has no place for it, or it is no value of the kind.
    """
    if not asked.fact:
        raise NotNow("The profile has no place for it.")
    try:
        found = kept(asked.fact)
        return found.name, normalise(found.name, text, region)
    except BadValue as problem:
        raise NotNow(f"It can't be remembered as {label_of_kind(asked.fact)}: {problem.reason}") from problem
    except ProfileError as problem:
        raise NotNow(str(problem)) from problem


def _form(asked: Question) -> str:
    return str(asked.about.get("form", AnswerForm.TEXT)) if asked.kind == AskKind.VALUE else AnswerForm.TEXT


def _where(asked: Question, value: str) -> str:
    """One of the proposals, by its place or in full, or any other address."""
    if asked.options and value.strip().isdigit():
        return _option(asked, value)
    return value.strip() if value.strip() in asked.options else address(value)


def _option(asked: Question, value: str) -> str:
    plain = {" ".join(option.casefold().split()): option for option in asked.options}
    said = " ".join(value.casefold().split())
    if said in plain:
        return plain[said]
    if value.strip().isdigit() and 1 <= int(value) <= len(asked.options):
        return asked.options[int(value) - 1]
    raise NotNow("That is not one of the choices: " + "; ".join(
        f"{place} {option}" for place, option in enumerate(asked.options, 1)) + ". The question stays open.")


def _formed(asked: Question, text: str, region: str) -> str:
    form = _form(asked)
    if form == AnswerForm.DATE:
        return _date(asked, text, region)
    if form == AnswerForm.EMAIL:
        return normalise("email", text, region)
    if form == AnswerForm.TIME:
        match = _TIME.fullmatch(text)
        if match is None:
            raise NotNow("That is no time of day. Write it like 14:30.")
        return f"{int(match[1]):02d}:{match[2]}"
    if not _NUMBER.fullmatch(text):
        raise NotNow("That is not a number.")
    number = plain_number(text, region)
    _within(asked, number)
    return number


def _date(asked: Question, text: str, region: str) -> str:
    found = read_date(text, region)
    if isinstance(found, DateProblem):
        raise NotNow(f"That is not a date: {found.value}. Write it like 27 March 2026.")
    for limit, late in (("least", False), ("most", True)):
        bound = _iso(str(asked.about.get(limit, "")))
        if bound is not None and (found > bound if late else found < bound):
            raise NotNow(f"The form takes no date {'after' if late else 'before'} {bound.isoformat()}.")
    return found.isoformat()


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _within(asked: Question, number: str) -> None:
    for limit, more in (("least", False), ("most", True)):
        try:
            bound, value = float(str(asked.about.get(limit, ""))), float(number)
        except ValueError:
            continue
        if value > bound if more else value < bound:
            raise NotNow(f"The form takes nothing {'above' if more else 'below'} {bound:g}.")
