"""Decides after sending what the site's page says: confirmed, a next step, an error, or nothing clear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agent.browser.page import Heading, PageMap
from agent.planner.autofill.answer_doubts import (
    CONDITION,
    ELSEWHERE,
    OPEN,
    OTHER_THING,
    PERMISSION,
    POLITE,
    REFUSED,
    SORRY,
    TAKEN_BACK,
    TO_DO,
)
from agent.planner.autofill.answer_reference import find_reference
from agent.planner.autofill.answer_words import ARRIVED, NOT_YET, THANKS
from agent.planner.autofill.expiry import session_expired
from agent.planner.autofill.words import fold
from agent.protocol.pattern import Pattern


class AnswerState(StrEnum):
    """What a page after sending says."""

    CONFIRMED = "confirmed"
    NEXT = "next"
    ERROR = "error"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict, the reference number if one is shown, and the words on the page that carry it."""

    state: AnswerState
    reference: str = ""
    evidence: str = ""


_MAIN_HEADING = 2
"""Headings down to this level say what a page is; lower ones belong to its small print."""
_SHORT = 300
"""Characters; a longer sentence is small print."""
_SENTENCE = Pattern(r"[^\n.!?]+(?:[.!?](?=\w)[^\n.!?]+)*[.!?]?")
_QUOTED = Pattern(r"[“„«\"][^“”„«»\"]{20,600}[”“»\"]")
"""An example of what a site will say, not what it says."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of its own matter: its main headings, and all of its text without sections on other things."""

    headings: tuple[str, ...]
    text: str

    @property
    def sentences(self) -> list[str]:
        """Its sentences, small print left out."""
        return [each for found in _SENTENCE.finditer(self.text) if len(each := found.group().strip()) < _SHORT]


def judge(page: PageMap, *, has_form: bool) -> Answer:
    """Reads the answer page.

    | on the page, in what it says of its own matter              | verdict                              |
    |-------------------------------------------------------------|--------------------------------------|
    | errors beside a form                                        | error                                |
    | an expired session; it failed, was refused or was there before | error, or next where a form shows |
    | something is still open: a draft, a link, a payment, a queue | unclear, or next where a form shows |
    | a main heading that it arrived                              | confirmed; beside a form with a second sign |
    | a sentence that it arrived                                  | confirmed; beside a form with a reference |
    | thanks, "your reference is …"                               | confirmed with a reference, where nothing is asked |
    | thanks alone: nobody knows what for                         | unclear                              |
    | anything else, success of another thing                     | unclear, or next where a form shows  |

    Args:
        page: the page that came after sending.
        has_form: it shows a form that could still be filled, or a button that goes on.
    """
    said = said_on(page)
    errors = [text for text in page.errors if text.strip() and not arrived(text)]
    errors += [c.error for c in page.controls if c.error and c.visible and not arrived(c.error)]
    if errors and has_form:
        return Answer(AnswerState.ERROR, "", errors[0][:300])
    reference, line = find_reference(said.text)
    lines = [*said.headings, *said.sentences]
    refused = session_expired(page) or next((each for each in said.headings if _says(SORRY, each)), "")
    refused = refused or next((each for each in lines if _says(REFUSED, each)), "")
    hindered = refused or next((each for each in lines if _says(OPEN, each) and not PERMISSION.search(fold(each))), "")
    if not hindered and not (errors and not reference) and (sign := _sign(said, page.title, reference, line, has_form)):
        return Answer(AnswerState.CONFIRMED, reference, _quote(sign, line))
    if has_form:
        return Answer(AnswerState.NEXT)
    if refused or errors:
        return Answer(AnswerState.ERROR, "", (refused or errors[0])[:300])
    return Answer(AnswerState.UNCLEAR, reference, (hindered or next(iter(said.headings), page.title))[:300])


def _sign(said: Said, title: str, reference: str, line: str, has_form: bool) -> str:
    """The words that confirm, '' where none do."""
    heading = next(filter(arrived, said.headings), "")
    sentence = next((each for each in said.sentences if arrived(each) and each != heading), "")
    if heading and (not has_form or reference or sentence):
        return heading
    if sentence and (not has_form or reference):
        return sentence
    if has_form:
        return ""
    if not reference or any(_says(TO_DO, each) for each in said.sentences):
        return ""
    named = _YOURS.search(fold(line)) is not None or arrived(title)
    return next(filter(_thanks, [*said.headings, *said.sentences]), line if named else "")


_YOURS = Pattern(r"^(?:your|ihr|ihre|votre|su|tu|il suo|la sua|uw|twoj|o seu|a sua)\b")


def said_on(page: PageMap) -> Said:
    """Leaves out what stands beside the page's matter, and sections on what was sent at other times."""
    left = [each for each in page.headings if not each.beside]
    waiting = list(left)
    kept: list[str] = []
    dropped: list[Heading] = []
    skipped = 0                  # level of the heading over the section that is left out, 0 for none
    for text in (page.text if page.said is None else page.said).split("\n"):
        if (place := next((at for at, each in enumerate(waiting) if each.text == " ".join(text.split())), -1)) >= 0:
            heading = waiting[place]
            del waiting[: place + 1]
            if not skipped or heading.level <= skipped:
                skipped = heading.level if ELSEWHERE.search(fold(heading.text)) else 0
            dropped += [heading] if skipped else []
        if not skipped:
            kept.append(text)
    headings = [each.text.strip() for each in left if each.level <= _MAIN_HEADING and each not in dropped]
    return Said(tuple(headings), _QUOTED.sub(" ", "\n".join(kept)))


def _quote(said: str, line: str) -> str:
    return said[:300] if not line or line in said else f"{said[:240]} / {line[:120]}"


def arrived(text: str) -> bool:
    """Whether a sentence says that what was sent has arrived."""
    folded = fold(text)
    found = ARRIVED.search(folded)
    if found is None or OTHER_THING.search(folded) or denied(folded):
        return False
    before = folded[: found.end()]
    return not (TAKEN_BACK.search(folded) or NOT_YET.search(before) or CONDITION.search(before))


def _thanks(text: str) -> bool:
    folded = fold(text)
    return bool(THANKS.search(folded)) and not any(
        words.search(folded) for words in (POLITE, OTHER_THING, CONDITION, NOT_YET)) and not denied(folded)


def denied(folded: str) -> bool:
    """Whether folded words say that it failed, or that something is still open."""
    return bool(REFUSED.search(folded) or OPEN.search(folded))


def _says(words: Pattern, text: str) -> bool:
    folded = fold(text)
    return bool(words.search(folded)) and not CONDITION.search(folded)
