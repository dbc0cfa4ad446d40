"""What the person had done before, and how well a new task fits it; pure. Favours doubt, by design."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import urlsplit

from agent.intake.concepts import folded
from agent.intake.topic_words import NARROWER
from agent.intake.topics import Topic, topic_of
from agent.intake.words import stem

ALIKE = 82
"""Percent of two tasks' other words from which they are proposed together: mistyped, in another order, inflected."""


class Fit(IntEnum):
    """How well an earlier errand fits a new task."""

    NONE = 0
    LIKELY = 1                   # worth proposing
    SURE = 2                     # the same errand: nothing in the task says otherwise


@dataclass(frozen=True, slots=True)
class Errand:
    """A task that was sent.

    ``url`` is where it began, ``form`` the address that its data went to, without what follows a ``?``. ``day`` is
    written for the person. ``surely``: the words are the person's own and the site answered.
    """

    words: str
    title: str
    url: str
    form: str
    day: str = ""
    surely: bool = True


def how_well(task: Topic, errand: Errand) -> Fit:
    """How well an errand fits a task.

    Sure only if every word of the task that means something stands in the errand too, or in its site's name, and the
    errand is about nothing else: "for mum" or the name of another supplier makes it another errand.
    """
    from rapidfuzz import fuzz

    before = topic_of(errand.words)
    if errand.surely and _same(task, before, _host_words(errand.url)):
        return Fit.SURE
    shared = task.subjects & before.subjects
    both = task.rest & (before.rest | _host_words(errand.url))
    named = task.rest & _host_words(errand.url)
    if shared - NARROWER or named or len(both) > 1 or (both and task.deeds & before.deeds):
        return Fit.LIKELY
    mistyped = fuzz.token_sort_ratio(" ".join(sorted(task.rest)), " ".join(sorted(_words(before)))) >= ALIKE
    return Fit.LIKELY if mistyped and task.rest else Fit.NONE


def _same(task: Topic, before: Topic, host: frozenset[str]) -> bool:
    same_words = task.rest == before.rest and bool(task.deeds if len(task.rest) == 1 else task.rest)
    return ((bool(task.subjects - NARROWER) or same_words)
            and task.subjects <= before.subjects
            and before.subjects - task.subjects <= NARROWER
            and task.deeds <= before.deeds
            and task.rest <= before.rest | host)


def _words(topic: Topic) -> frozenset[str]:
    return topic.rest | {word for each in topic.subjects for word in each.split()}


def _host_words(url: str) -> frozenset[str]:
    """The words of a site's name; what says nothing about it left out."""
    labels = (urlsplit(url).hostname or "").split(".")[:-1]
    return frozenset(stem(folded(word)) for label in labels for word in re.split(r"[-_]", label)
                     if len(word) > 3 and not label.startswith("xn--")) - {"form", "onlin", "servic", "portal"}
