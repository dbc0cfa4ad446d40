"""A recipe's script: the pages of a form, what to find on each, and where its values come from. It holds no value.

A script can say only what stands here: kinds of facts, never facts; which of the page's own options, never a text to
type; no file, no address to open but its start, and nothing that only the person gives.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from agent.intake.finders import Hint
from agent.planner.base import ButtonKind
from agent.profile.errors import ProfileError
from agent.profile.kinds import kept

VERSION = 1
MOST_PAGES = 60
MOST_FIELDS = 300
"""Of one page; a long form has some two hundred controls."""

_PART = re.compile(r"day|month|year|[1-9]/[1-9]|")


def _plain(text: str) -> str:
    if not all(letter.isprintable() for letter in text):
        raise ValueError("holds signs that can't be shown")
    return text


Words = Annotated[str, Field(max_length=500)]
Short = Annotated[str, Field(max_length=200)]
Address = Annotated[str, Field(max_length=2000)]


class Take(StrEnum):
    """Where a field's value comes from."""

    FACT = "fact"          # a kind of the profile
    TASK = "task"          # the task's words; the kind of value they hold (`Hint`)
    ASK = "ask"            # the person, each time, unless the task says it
    OPTION = "option"      # this option of the page's own
    OPTIONS = "options"    # these options
    TICK = "tick"          # a box that is no consent, ticked or not
    FILE = "file"          # a file that came with the task
    YOURS = "yours"        # the person alone: consents, declarations, signatures
    KNOWN = "known"        # what the embedded planner makes of it
    LEFT = "left"          # nothing was put there


class Model(BaseModel):
    """Strict and closed: what the schema does not name is refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @field_validator("*")
    @classmethod
    def _shown(cls, value: object) -> object:
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str):
                _plain(each)
        return value


class Way(Model):
    """A control of a page, with several ways to find it, and where its value comes from.

    ``nth`` of ``of``: its place among those of the same label, counted from 1. ``required``: the page wanted it.
    ``shows``: the option that the page itself had chosen and that was left.
    """

    label: Words = ""
    type: Short
    name: Short = ""
    id: Short = ""
    autocomplete: Short = ""
    group: Words = ""
    nth: Annotated[int, Field(ge=1, le=2000)] = 1
    of: Annotated[int, Field(ge=1, le=2000)] = 1
    required: bool = False
    kind: Short = ""
    part: Short = ""
    fact: Short | None = None
    task: Hint | None = None
    ask: Literal[True] | None = None
    option: Words | None = None
    options: Annotated[tuple[Words, ...], Field(min_length=1, max_length=200)] | None = None
    tick: bool | None = None
    file: Literal[True] | None = None
    yours: Literal[True] | None = None
    known: Literal[True] | None = None
    left: Literal[True] | None = None
    shows: Words = ""

    @field_validator("task", mode="before")
    @classmethod
    def _hint(cls, value: object) -> object:
        return Hint(value) if isinstance(value, str) and value in tuple(Hint) else value

    @field_validator("options", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value

    @field_validator("fact")
    @classmethod
    def _may_be_filled(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                kept(value)
            except ProfileError as problem:
                raise ValueError(str(problem)) from problem
        return value

    @model_validator(mode="after")
    def _one_source(self) -> Way:
        if len([each for each in Take if getattr(self, each.value) is not None]) != 1:
            raise ValueError("it says in more than one way, or in none, where its value comes from")
        if self.type in ("password", "hidden") and self.yours is None:
            raise ValueError("a password or a hidden field is never filled")
        if _PART.fullmatch(self.part) is None:
            raise ValueError("it names a part that no field has")
        if not (self.label or self.name or self.id):
            raise ValueError("it has neither label nor name to be found by")
        return self

    @property
    def take(self) -> Take:
        """Where its value comes from."""
        return next(each for each in Take if getattr(self, each.value) is not None)

    @property
    def says(self) -> str:
        """What to call it before the person."""
        return self.label or self.name or self.id


class Press(Model):
    """The button or link that was pressed to go on."""

    text: Words = ""
    kind: ButtonKind
    name: Short = ""
    id: Short = ""
    link: bool = False

    @field_validator("kind", mode="before")
    @classmethod
    def _kind(cls, value: object) -> object:
        return ButtonKind(value) if isinstance(value, str) and value in tuple(ButtonKind) else value


class Stop(Model):
    """One page on the way. ``sends``: the origin that its form says it sends to. An empty heading fits any."""

    origin: Short
    path: Words
    heading: Words = ""
    sends: Short = ""
    fields: Annotated[tuple[Way, ...], Field(max_length=MOST_FIELDS)] = ()
    press: Press

    @field_validator("fields", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value

    @field_validator("origin", "sends")
    @classmethod
    def _origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.netloc or "@" in parts.netloc
                      or value != f"{parts.scheme}://{parts.netloc}"):
            raise ValueError("is no web address of a site, such as https://council.example")
        return value


class Final(Model):
    """The page that confirmed: its place, its heading, and whether it gave a reference number."""

    path: Words = ""
    heading: Words = ""
    reference: bool = False


class Script(Model):
    """The whole.

    ``start`` is empty where the run began at an address of one use. ``words``: the task's, as far as the site's own
    pages have them too.
    """

    recipe: Annotated[int, Field(ge=1, le=1)]
    title: Words
    start: Address = ""
    words: Annotated[tuple[Short, ...], Field(max_length=60)] = ()
    pages: Annotated[tuple[Stop, ...], Field(min_length=1, max_length=MOST_PAGES)]
    final: Final = Final()

    @field_validator("words", "pages", mode="before")
    @classmethod
    def _tuple(cls, value: object) -> object:
        return tuple(value) if isinstance(value, list) else value

    @field_validator("start")
    @classmethod
    def _web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc):
            raise ValueError("is no web address")
        return value
