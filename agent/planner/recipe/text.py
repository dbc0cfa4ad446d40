"""A script as the text that people read, edit and pass on (TOML), and back. Reading runs nothing and opens nothing."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from enum import Enum

from pydantic import ValidationError

from agent.planner.recipe.problems import BadRecipe
from agent.planner.recipe.script import Model, Script
from agent.protocol.display import display

LARGEST = 200_000
"""Characters; a form of two hundred fields takes a third of it."""
LONGEST_LINE = 5_000
"""Characters; the reader's time grows with the square of a line's dots."""
MOST_SAID = 5
"""Mistakes that are named; more are no help."""

HEAD = """\
# A recipe of Countersign: how a form was filled, without what was filled in.
# fact: a kind of your profile. task: from the task's words. ask: you are asked. option: the page's own option.
# yours: only you tick it. known: what the form itself makes plain. left: nothing was put there.
"""


def to_text(script: Script) -> str:
    """The script as TOML; `from_text` gives the same script back."""
    lines = [HEAD, *_plain(script), "", "[final]", *_plain(script.final)]
    for page in script.pages:
        lines += ["", "[[pages]]", *_plain(page), "", "[pages.press]", *_plain(page.press)]
        for field in page.fields:
            lines += ["", "[[pages.fields]]", *_plain(field)]
    return "\n".join(lines) + "\n"


def _plain(model: Model) -> Iterator[str]:
    """A line for each value that is not what it would be anyway."""
    for name, about in type(model).model_fields.items():
        value = getattr(model, name)
        if value is None or isinstance(value, Model) or (value == about.default and not about.is_required()):
            continue
        if isinstance(value, tuple) and (not value or isinstance(value[0], Model)):
            continue
        yield f"{name} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)  # a TOML basic string escapes as JSON does


def from_text(text: str) -> Script:
    """Reads a script.

    Raises:
        BadRecipe: it is too large, no TOML, or says what no recipe may say; the words say where.
    """
    if len(text) > LARGEST:
        raise BadRecipe(f"A recipe has at most {LARGEST} characters; this text has {len(text)}.")
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):  # what TOML takes for a line
        raise BadRecipe(f"A line of it is longer than {LONGEST_LINE} characters.")
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        raise BadRecipe(f"It is no recipe: {_first_line(problem)}") from None
    try:
        return Script.model_validate(found)
    except ValidationError as problem:
        raise BadRecipe("It is no recipe that can be used:\n" + "\n".join(_said(problem))) from None
    except RecursionError:
        raise BadRecipe("It is no recipe: it is nested too deep.") from None


def _first_line(problem: Exception) -> str:
    return "it is nested too deep." if isinstance(problem, RecursionError) else str(problem)[:200]


def _said(problem: ValidationError) -> Iterator[str]:
    """Where, and what: never the value itself, which may be anything."""
    for each in problem.errors(include_url=False, include_context=False, include_input=False)[:MOST_SAID]:
        where = ", ".join(f"{part + 1}" if isinstance(part, int) else display(str(part), 60) for part in each["loc"])
        yield f"{where or 'the whole'}: {each['msg'].removeprefix('Value error, ')}"
