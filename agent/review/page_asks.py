"""What a page asks beyond plain answers: the things that hold a step even under a step grant. Pure.

| the page holds                                                              | `PageAsks`   |
|------------------------------------------------------------------------------|-------------|
| a consent, declaration, signature, upload, password, amount, repeated payment | FOR_MORE    |
| running text that declares, signs, sends or names an amount                   | IN_PASSING  |
| a heading of a summary, "step 9 of 9", or the person's own data shown back    | LOOKS_LAST  |
| no question at all                                                            | NOTHING     |
| more text than was read                                                       | TOO_MUCH    |

Hidden controls count like shown ones. What can't be known: words in pictures, on canvases or made by style sheets, and
a page whose every word is that of an ordinary question while its server takes the press as final.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from agent.browser.page import Control, PageMap
from agent.gate.fold import squash
from agent.review.build import question
from agent.review.passing_words import declares_in_passing, sends_in_passing, sums_up, wants_signature
from agent.review.words import (
    is_consent,
    is_declaration,
    is_money,
    is_recurring,
    looks_like_amount,
    names_money,
    offers_recurring,
    says_amount,
    spaced,
)

MOST_TEXT = 19_000
"""Characters of a page's text above which its end may have been cut off: a page map keeps 20,000."""
SHOWN_BACK = 3
"""Different facts that a page shows back from which it counts as a summary. A greeting or "is this still your
address?" shows one or two."""
_LONG_ENOUGH = 4
"""Letters and digits that a value needs to be looked for in a page's text."""


class PageAsks(StrEnum):
    """What a page asks for beyond plain answers."""

    PLAIN = "plain"
    FOR_MORE = "more"
    IN_PASSING = "in passing"
    LOOKS_LAST = "last"
    NOTHING = "nothing"
    TOO_MUCH = "too much"


def what_it_asks(page: PageMap, known: Iterable[tuple[str, str]] = ()) -> PageAsks:
    """Judges a page as it was before the press.

    Args:
        page: its map.
        known: the person's values as pairs of what each is and how it is written, to see whether they are shown back.
    """
    for holds, found in (
        (any(map(_asks_for_more, page.controls)), PageAsks.FOR_MORE),
        (len(page.text) > MOST_TEXT, PageAsks.TOO_MUCH),
        (_in_passing(page.text), PageAsks.IN_PASSING),
        (any(map(sums_up, _headings(page))) or shows_back(page.text, known), PageAsks.LOOKS_LAST),
        (not any(map(_is_question, page.controls)), PageAsks.NOTHING),
    ):
        if holds:
            return found
    return PageAsks.PLAIN


def shows_back(text: str, known: Iterable[tuple[str, str]]) -> bool:
    """Whether a text names so many of the person's values that it sums them up."""
    said = squash(text)
    return len({what for what, value in known if len(squash(value)) >= _LONG_ENOUGH and squash(value) in said}
               ) >= SHOWN_BACK


def main_heading(page: PageMap) -> str:
    """The page's main heading, '' where it has none."""
    return next((each.text for each in page.headings if each.level == 1), "")


def _headings(page: PageMap) -> list[str]:
    return [page.title, *(each.text for each in page.headings if each.level <= 2)]


def _in_passing(text: str) -> bool:
    return declares_in_passing(text) or wants_signature(text) or sends_in_passing(text) or says_amount(text)


def _is_question(control: Control) -> bool:
    drawn = control.visible or (control.type in {"radio", "checkbox", "file"} and control.box[2] > 0)
    return drawn and control.type != "hidden" and not control.disabled and not control.readonly


def _asks_for_more(control: Control) -> bool:
    if control.type in {"file", "password"}:
        return True
    asked, offered = _asked(control), [option.label for option in control.options]
    words = "\n".join([asked, *offered])
    if is_consent(words) or is_declaration(words, control.language):
        return True
    # An option that is called "Salary" is a kind of income and not an amount; one that says "£48.00" is.
    amount = names_money(asked) or is_money("", asked) or any(says_amount(label) for label in offered)
    hidden = control.type == "hidden" or not control.visible
    return amount or is_recurring(asked) or any(offers_recurring(label, asked) for label in offered) or (
        hidden and (looks_like_amount(control.value) or is_money("", control.value)))


def _asked(control: Control) -> str:
    """All words that ask; a group's id is that of its first option and says only what that one does."""
    own = [question(control), control.label, control.legend, spaced(control.name), control.title]
    choice = control.options and control.type in {"radio", "checkbox"}
    return "\n".join(own if choice else [*own, spaced(control.id)])
