"""A script as the text that people read, edit and pass on (TOML), and back. Reading runs nothing and opens nothing."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from enum import Enum

from pydantic import ValidationError

from agent.planner.recipe.complaints import complaints, unread
from agent.planner.recipe.problems import BadRecipe
from agent.planner.recipe.script import Model, Script

LARGEST = 200_000
"""Characters; a form of two hundred fields takes a third of it."""
LONGEST_LINE = 5_000
"""Characters; the reader's time grows with the square of a line's dots."""

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
        raise BadRecipe(unread(problem, text)) from None
    try:
        return Script.model_validate(found)
    except ValidationError as problem:
        raise BadRecipe("\n".join(complaints(problem, text))) from None
    except RecursionError:
        raise BadRecipe("It is nested too deep.") from None
