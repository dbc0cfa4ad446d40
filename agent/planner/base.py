"""What a planner sees and what it may do: the small typed set of actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from agent.browser.page import PageMap
from agent.protocol import AnswerForm, FactKind, Given


class ButtonKind(StrEnum):
    """What a button's words say it does. Only ``NEXT`` may ever pass under a step grant."""

    NEXT = "next"                # go on to another page of the same form
    SUBMIT = "submit"            # send the whole thing
    OTHER = "other"


class AskKind(StrEnum):
    """What the person is asked for."""

    VALUE = "value"
    CHOICE = "choice"
    FILE = "file"
    DECLARATION = "declaration"  # the full text is the prompt; only the person's own yes ticks it
    SITE = "site"                # may the task go on at another site? Asked by the run, never by a planner
    ALLOW = "allow"              # may this address be asked or opened? Asked by the run, never by a planner
    START = "start"              # where does the task start? Asked when it is filed, never by a planner
    SPEND = "spend"              # may a model use up more than its limit? Asked by the run, never by a planner
    HAND = "hand"                # something only the person can do (login, captcha, payment)


@dataclass(frozen=True, slots=True)
class Fill:
    """Type a value into a text-like control.

    ``suggested``: the value is only the beginning; what is wanted is what the control then suggests, with this ending.
    """

    ref: int
    given: Given
    why: str
    suggested: bool = False
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose an option of a select or radio group: ``index`` into the control's options."""

    ref: int
    index: int
    given: Given
    why: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick or untick a lone checkbox."""

    ref: int
    on: bool
    given: Given
    why: str


@dataclass(frozen=True, slots=True)
class Attach:
    """Put files into a file control; paths are copies in the task's own folder."""

    ref: int
    paths: tuple[str, ...]
    given: Given
    why: str


@dataclass(frozen=True, slots=True)
class Click:
    """Press a button or follow a link."""

    ref: int
    text: str
    kind: ButtonKind
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A question for the person. ``key`` names it within the task, so that it is asked once and found again.

    ``section`` is the heading above it, in the page's words. One that is not ``required`` is only asked along with
    others, and may stay empty. ``several``: more than one option may be the answer. ``form`` and the limits say what
    an answer must look like; ``longest`` is in characters, -1 for any, ``least`` and ``most`` as the page writes them.
    """

    key: str
    kind: AskKind
    prompt: str
    options: tuple[str, ...] = ()
    fact: FactKind | None = None  # offered for the profile when answered
    section: str = ""
    required: bool = True
    several: bool = False
    form: AnswerForm = AnswerForm.TEXT
    longest: int = -1
    least: str = ""
    most: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """Go to an address. Only one that the person gave or a page of the task's site linked is allowed."""

    url: str


@dataclass(frozen=True, slots=True)
class Wait:
    """The page is not ready yet: it is looked at again once it has been quiet for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """The site has answered. ``confirmed`` needs evidence on the page, quoted in ``evidence``."""

    confirmed: bool
    reference: str
    evidence: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    """The planner can't go on; ``reason`` is for the person."""

    reason: str


Action = Fill | Choose | Tick | Attach | Click | Ask | Open | Wait | Done | GiveUp


@dataclass(frozen=True, slots=True)
class TaskFile:
    """A file that came with the task."""

    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Hop:
    """A press on the way to a form, before anything was filled in: on which page, its words, and where it led."""

    url: str
    text: str
    to: str


@dataclass(frozen=True, slots=True)
class View:
    """All that a planner sees at one moment. Facts are normalised values by kind.

    ``written``: the day on which the task was written, from which its "tomorrow" is counted; None: today.
    """

    task_text: str
    notes: tuple[str, ...]                 # what the person wrote when sending back, oldest first
    facts: Mapping[FactKind, str]
    answers: Mapping[str, str]             # by Ask.key
    files: tuple[TaskFile, ...]
    edits: Mapping[str, str]               # by wire name: the person's own values for this form
    page: PageMap
    sent: bool = False                     # something was sent just before this page appeared
    last_click: ButtonKind | None = None   # what was pressed to get here
    tried: frozenset[str] = frozenset()    # signatures of pages already clicked through in this run
    trail: tuple[Hop, ...] = ()            # the way so far, oldest first
    walls: tuple[str, ...] = ()            # words of what was pressed on cookie walls in this run, oldest first
    covered: str = ""                      # words of a button that something lies over
    said: tuple[str, ...] = ()             # what dialogs of the page said since the last press
    written: date | None = None
    unspoken: bool = False                 # the task's words are an e-mail's subject: a stranger's, not the person's

    @property
    def own_words(self) -> tuple[str, ...]:
        """What the person said themselves: the task, unless an e-mail gave its words, and their notes."""
        return self.notes if self.unspoken else (self.task_text, *self.notes)


class Planner(Protocol):
    """Decides the next actions for a page. No I/O on the page: it answers with actions only."""

    async def decide(self, view: View) -> list[Action]:
        """The next actions; a Click, Open, Ask, Wait, Done or GiveUp ends the list (several Asks may end it)."""
        ...
