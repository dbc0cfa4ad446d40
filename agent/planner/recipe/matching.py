"""Which recipe fits a task: it starts at the same place, and its words say the very same. Pure; favours none.

Figures do not count: "for 6 months" and "for 12 months" are one kind of task, and which it is the words say each time.
"For mum" is another kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.browser.page import PageMap
from agent.intake.letters import own_words
from agent.intake.topics import Topic, topic_of
from agent.intake.words import plain_words, stem, words_of
from agent.planner.recipe.clean import Clean
from agent.planner.recipe.shapes import same_place

MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recipe by its number; ``text`` is the task's that it was learnt from, else its own words.

    ``imported``: it came from a file.
    """

    number: int
    start: str
    text: str
    imported: bool = False


def fitting(task_text: str, url: str, candidates: Sequence[Candidate]) -> int | None:
    """The one recipe for a task; of several the newest of the person's own, else the newest. None: none surely is."""
    wanted = topic_of(own_words(task_text)[0])
    found = [each for each in candidates
             if each.start and same_place(url, each.start) and same_kind(wanted, topic_of(own_words(each.text)[0]))]
    best = max(found, key=lambda each: (not each.imported, each.number), default=None)
    return best.number if best is not None else None


def same_kind(one: Topic, other: Topic) -> bool:
    """Whether two tasks say the same, and say anything."""
    return one == other and bool(one.subjects or one.rest)


def public_words(task_text: str, pages: Sequence[PageMap], clean: Clean) -> list[str]:
    """The task's words that the site's pages have too, in the task's order."""
    said = {stem(word) for page in pages for word in plain_words(_all_text(page))}
    words = dict.fromkeys(words_of(own_words(task_text)[0]))
    return [word for word in words if word.isalpha() and stem(word) in said and clean(word)][:MOST_WORDS]


def _all_text(page: PageMap) -> str:
    return " ".join([page.title, *(each.text for each in page.headings), *(each.text for each in page.buttons),
                     *(each.text for each in page.links), *(each.label for each in page.controls),
                     *(option.label for each in page.controls for option in each.options)])
