"""Decides whether words of an unclear answer page to which somebody has pointed may be shown to the person. Pure.

Whoever points (a model) confirms nothing by it. *Confirmed* is decided by `answer_page` alone: the words for it are
known, and a page that lies about them is the only way to be wrong; a pointer could be talked into it by any page. What
is pointed to is shown as the site's own words, with what the pointer takes them for, and the receipt stays *answered*.
A refusal is safe to point to: it makes the person look, and nothing is sent again by it.
"""

from __future__ import annotations

from agent.browser.page import PageMap
from agent.planner.autofill.answer_doubts import CONDITION, OTHER_THING, PERMISSION, POLITE, TAKEN_BACK, TO_DO
from agent.planner.autofill.answer_page import arrived, denied, said_on
from agent.planner.autofill.answer_words import NOT_YET
from agent.planner.autofill.words import fold

_FEWEST = 2
"""Words; a single one ("Status") says nothing by itself."""


def lines_of(page: PageMap) -> tuple[str, ...]:
    """What the page says of its own matter: main headings, then sentences, each once, spaces put in order."""
    said = said_on(page)
    return tuple(dict.fromkeys(" ".join(each.split()) for each in (*said.headings, *said.sentences)))


def may_mean_refused(line: str) -> bool:
    """Whether a line can be taken for a refusal: a statement without a condition that does not say that it arrived."""
    folded = fold(line)
    return _is_statement(line) and not arrived(line) and not POLITE.search(folded)


def may_mean_received(line: str, page: PageMap) -> bool:
    """Whether a line can be taken for "received", on a page that says nowhere that it failed or is still open."""
    folded = fold(line)
    words = (NOT_YET, OTHER_THING, TAKEN_BACK, TO_DO, POLITE)
    return (_is_statement(line) and not any(each.search(folded) for each in words)
            and not page.errors and not denied(folded) and not any(map(_hinders, lines_of(page))))


def _hinders(line: str) -> bool:
    folded = fold(line)
    return denied(folded) and not CONDITION.search(folded) and not PERMISSION.search(folded)


def _is_statement(line: str) -> bool:
    return len(line.split()) >= _FEWEST and not line.endswith("?") and not CONDITION.search(fold(line))
