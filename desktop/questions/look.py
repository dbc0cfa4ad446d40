"""Decides how a question is put to the person: the way it is answered, and our own words around the page's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agent.protocol.questions import QuestionDoc

MOST_RADIOS = 12
"""More choices than these are a list that can be searched."""
_ORIGIN = re.compile(r"https?://[^\s/?#]+[^\s/?#.,;:!]")
_ADDRESS = re.compile(r"https?://\S+")


class Way(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    SEVERAL = "several"          # as many of the choices as fit
    CHOICE = "choice"
    DECLARATION = "declaration"
    FILE = "file"
    SITE = "site"
    START = "start"              # where a task starts: one of the proposals, or any other address
    PROPOSED = "proposed"        # a value: one that a document proposes, or any other
    ALLOW = "allow"              # may an address be asked or opened, beyond what the task was given
    SPEND = "spend"              # may a model use up more than its limit
    HAND = "hand"                # not here: only the person, at the site itself


@dataclass(frozen=True, slots=True)
class Look:
    """``note`` stands under the question; ``site`` is an address told by the agent; ``choices`` are (value, words).

    ``lines``: room for several lines; ``example`` stands in an empty field.
    """

    way: Way
    note: str = ""
    site: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    lines: bool = False
    example: str = ""


_WAYS = {"value": Way.TEXT, "choice": Way.CHOICE, "declaration": Way.DECLARATION, "file": Way.FILE, "site": Way.SITE,
         "start": Way.START, "allow": Way.ALLOW, "spend": Way.SPEND, "hand": Way.HAND}

_NOTES = {
    Way.DECLARATION: "This is your own declaration, in the site's words. Nobody else can make it for you, so nothing "
                     "is chosen here beforehand. Read all of it first.",
    Way.SITE: "Your data may be needed there. Allow it only if you know this site and expected it. You will still see "
              "everything before it goes out.",
    Way.ALLOW: "This is sending: what is listed goes out while the form is being filled in, without another review. "
               "It holds for this task alone, and you can take it back under “What it may do”.",
    Way.SPEND: "This is about what the model's vendor charges you, and sends nothing to the site.",
    Way.SEVERAL: "Choose all that apply.",
    Way.PROPOSED: "A document that you gave says this. Check it: nothing of it is taken unless you choose it.",
    Way.FILE: "Choose a file, or drop it here. It is copied, and you will see it again before anything is sent.",
    Way.HAND: "Only you can do this; Countersign neither can nor tries to. It waits here until you cancel the task. "
              "You can do the matter yourself in your own browser instead.",
}

_WORDS = {
    Way.DECLARATION: {"yes": "Yes, I declare this myself", "no": "No, I do not declare this"},
    Way.SITE: {"yes": "Yes, it may go on there", "no": "No, stop here"},
    Way.ALLOW: {"yes": "Yes, for this task", "no": "No, go on without it"},
    Way.SPEND: {"yes": "Yes, go on", "no": "No, stop here"},
    Way.CHOICE: {"yes": "Yes", "no": "No"},
}


EXAMPLES = {"date": "For example 27 March 2026", "time": "For example 14:30", "email": "name@example.org",
             "number": "A number"}


def look_of(asked: QuestionDoc) -> Look:
    """How this question is put."""
    way = _WAYS.get(asked["asks"], Way.TEXT)
    options = asked["options"]
    if way is Way.CHOICE and not options:
        way = Way.TEXT
    if way in (Way.DECLARATION, Way.SITE, Way.ALLOW, Way.SPEND) and not options:
        options = ["yes", "no"]
    words = _WORDS.get(way, {})
    if way is Way.TEXT and options:
        way = Way.PROPOSED
    if way in (Way.START, Way.PROPOSED):
        return Look(way, _NOTES.get(way, ""), choices=reasons(asked),
                    example=EXAMPLES.get(asked["form"], "Your answer"))
    choices = tuple((option, words.get(option.strip().casefold(), option)) for option in options)
    if way is Way.CHOICE and asked["several"]:
        way = Way.SEVERAL
    return Look(way, _NOTES.get(way, ""), _address(way, f"{asked['label']}\n{asked['hint']}"), choices,
                lines=asked["form"] == "long", example=EXAMPLES.get(asked["form"], "Your answer"))


def reasons(asked: QuestionDoc) -> tuple[tuple[str, str], ...]:
    """The proposals of where to start or for a value, each with why; a line for each stands behind the hint."""
    lines = asked["hint"].splitlines()
    said = {option: line.removeprefix(f"{option}: ") for option in asked["options"] for line in lines
            if line.startswith(f"{option}: ")}
    return tuple((option, said.get(option, "")) for option in asked["options"])


def hints(asked: QuestionDoc) -> tuple[str, ...]:
    """The paragraphs under a question, without what stands beside its choices."""
    found = paragraphs(asked["hint"])
    if asked["asks"] not in ("start", "value") or not asked["options"]:
        return found
    return tuple(each for each in found if not each.startswith(tuple(f"{option}: " for option in asked["options"])))


def _address(way: Way, prompt: str) -> str:
    if way not in (Way.SITE, Way.HAND):
        return ""
    # The agent puts the address last; what a page says stands before it.
    found = (_ORIGIN if way is Way.SITE else _ADDRESS).findall(prompt)
    return str(found[-1]) if found else ""


def paragraphs(text: str) -> tuple[str, ...]:
    """A text's paragraphs, without empty ones."""
    return tuple(part.strip() for part in text.splitlines() if part.strip())


def count_words(asked: Sequence[QuestionDoc]) -> str:
    """The sentence over the questions: how much is needed, and that the rest is not."""
    needed = sum(each["required"] for each in asked)
    if needed == 0:
        return "Nothing more is needed."
    words = "One thing is needed before it can go on." if needed == 1 else (
        f"{needed} things are needed before it can go on.")
    return words if needed == len(asked) else f"{words} What stands under “May stay empty” is up to you."


def missing_words(missing: int) -> str:
    """The words beside the button: what is still to be answered."""
    if missing == 0:
        return "All that is needed is answered."
    return "One answer is still missing." if missing == 1 else f"{missing} answers are still missing."
