"""The first steps that every act on a mapped page shares: the element, its state, and how a failure is carried out."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from playwright.async_api import ElementHandle
from playwright.async_api import Error as PlaywrightError

from agent.browser.page import Control
from agent.browser.page_map import MappedPage
from agent.browser.page_reading import Raw, as_flag, as_number, as_text
from agent.browser.problems import PageGone, PageUnreadable
from agent.browser.read_back import Problem, ReadBack, bare, judge_secret, judge_text

PATIENCE = 4_000
"""Milliseconds one act may take before it is called a problem."""

P = ParamSpec("P")
_Act = Callable[Concatenate[MappedPage, int, P], Coroutine[Any, Any, ReadBack]]

# Playwright tells apart what stopped an act only in its message. Checked against 1.65.
_REASONS = (
    ("intercepts pointer events", Problem.COVERED),
    ("not attached", Problem.NOT_FOUND),
    ("not connected", Problem.NOT_FOUND),
    ("detached", Problem.NOT_FOUND),
    ("not enabled", Problem.DISABLED),
    ("not editable", Problem.READ_ONLY),
    ("not visible", Problem.HIDDEN),
    ("outside of the viewport", Problem.HIDDEN),
    ("has been closed", Problem.NOT_FOUND),
    ("Timeout", Problem.TIMEOUT),
)


class Stopped(Exception):
    """Carries an outcome out of the steps of an act; no caller of `hands` ever meets it."""

    def __init__(self, problem: Problem, held: str = "") -> None:
        super().__init__(problem.value)
        self.outcome = ReadBack(False, held, problem)


def _reason(error: PlaywrightError) -> Problem:
    text = str(error)
    return next((problem for words, problem in _REASONS if words in text), Problem.REFUSED)


def never_raises(act: _Act[P]) -> _Act[P]:
    """Makes an act answer with a `ReadBack` whatever the page does."""
    @wraps(act)
    async def guarded(mapped: MappedPage, ref: int, /, *args: P.args, **kwargs: P.kwargs) -> ReadBack:
        try:
            return await act(mapped, ref, *args, **kwargs)
        except Stopped as stopped:
            return stopped.outcome
        except PageUnreadable:
            return ReadBack(False, "", Problem.TIMEOUT)
        except PageGone:
            return ReadBack(False, "", Problem.NOT_FOUND)
        except PlaywrightError as error:
            return ReadBack(False, "", _reason(error))

    return guarded


async def state_of(mapped: MappedPage, ref: int, verb: str = "state", more: str = "") -> Raw:
    """What the page script says of an element, with ``more`` arguments to its verb; stops where it is gone."""
    state = await mapped.ask(verb, ref, more=more)
    if as_flag(state, "gone"):
        raise Stopped(Problem.NOT_FOUND)
    return state


async def ready(mapped: MappedPage, ref: int, verb: str = "state") -> Raw:
    """The state of an element that a person could operate now; stops where they could not."""
    state = await state_of(mapped, ref, verb)
    held = as_text(state, "value", 10_000)
    if as_flag(state, "disabled"):
        raise Stopped(Problem.DISABLED, held)
    if not as_flag(state, "visible"):
        raise Stopped(Problem.HIDDEN, held)
    return state


async def element_of(mapped: MappedPage, ref: int, verb: str = "ref", more: str = "") -> ElementHandle:
    """The element behind a ref, or another that belongs to it; stops where it is gone."""
    element = await mapped.handle(ref, verb, more)
    if element is None:
        raise Stopped(Problem.NOT_FOUND)
    return element


def control_at(mapped: MappedPage, ref: int) -> Control:
    """The control of a ref; stops where the map has none."""
    control = next((c for c in mapped.map.controls if c.ref == ref), None)
    if control is None:
        raise Stopped(Problem.NOT_FOUND)
    return control


def judge(value: str, state: Raw) -> ReadBack:
    """Compares what a control's state says it holds with what it was given."""
    if as_flag(state, "secret"):
        return judge_secret(value, as_number(state, "length"))
    held, calling = as_text(state, "value", 100_000), as_text(state, "calling", 3)
    if calling and value.startswith("+") and bare(value) == calling + bare(held):
        return ReadBack(True, held, Problem.REFORMATTED)  # the button beside it says the rest
    return judge_text(value, held, as_number(state, "maxlength"))
