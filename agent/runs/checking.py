"""Looks over what a planner answered before any of it is done: a planner may be wrong, broken, or an attacker. Pure.

Nothing here is a matter of style: each rule stands for something that a planner could otherwise do to the person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from agent.browser.page import PageMap
from agent.planner.autofill.after_sending import read
from agent.planner.autofill.answer_page import AnswerState
from agent.planner.autofill.buttons import cookie_refusal, kind_of_button, words_on
from agent.planner.autofill.cookie_wall import saves_choice
from agent.planner.autofill.words import fold
from agent.planner.base import (
    Action,
    Ask,
    AskKind,
    Attach,
    ButtonKind,
    Choose,
    Click,
    Done,
    Fill,
    GiveUp,
    Open,
    Tick,
    Wait,
)
from agent.planner.claude.limits import SPEND_PREFIX
from agent.protocol import AnswerForm, Given, Source, SourceKind
from agent.runs.acts import control_of
from agent.runs.permissions import PREFIX
from agent.runs.problems import Stuck
from agent.store.chores import ASKED as CHORE_PREFIX

MOST_ACTIONS = 500
"""Actions in one answer; a long form has some two hundred controls. Each may take seconds."""

LONGEST = 100_000
"""Characters of any text in an answer; the longest letters people write into forms have a tenth of it."""

SITE_PREFIX = "site "
"""What keys of our own question about another site begin with: only Countersign itself may word that one."""

_OURS = (SITE_PREFIX, PREFIX, SPEND_PREFIX, CHORE_PREFIX)
"""Keys of our own questions; the answer to one about a chore goes into the chore's and the task's own words."""

_WEB_ADDRESS = re.compile(r"https?://[!-~]{1,2000}")
"""As browsers write one; line breaks and the like would shape the question whether it may be opened."""

_ACTIONS = (Fill, Choose, Tick, Attach, Click, Ask, Open, Wait, Done, GiveUp)
_NUMBERS = ("ref", "index", "longest")
_SWITCHES = ("on", "suggested", "confirmed", "is_link", "required", "several")
_LISTS = ("paths", "options")

LONGEST_WAIT = 10.0
"""Seconds that a planner may wait for a page at a time; each wait is one of the attempt's steps."""


def sound(actions: object, page: PageMap, files: Collection[str], walls: Sequence[str] = ()) -> list[Action]:
    """The planner's actions, if all of them may be done; clicks as the page itself words them.

    Args:
        actions: whatever the planner returned.
        page: what it was shown.
        files: paths of the task's own files.
        walls: words of what was pressed on cookie walls in this run.

    Raises:
        Stuck: it asks for something that no planner may do, or for nonsense.
    """
    if not isinstance(actions, list | tuple) or not all(isinstance(each, _ACTIONS) for each in actions):
        raise Stuck("The planner answered with something that is no action.")
    if len(actions) > MOST_ACTIONS:
        raise Stuck(f"The planner wanted to do more than {MOST_ACTIONS} things at once.")
    for action in actions:
        _check_shape(action)
        _check_power(action, page, files)
    return [as_the_page_says(each, page, walls) if isinstance(each, Click) else each for each in actions]


def _check_shape(action: Action) -> None:
    for name in action.__slots__:
        value = getattr(action, name)
        if name in _NUMBERS:
            right = type(value) is int
        elif name in _SWITCHES:
            right = type(value) is bool
        elif name == "seconds":
            right = type(value) is float and 0 <= value <= LONGEST_WAIT
        elif name in _LISTS:
            right = isinstance(value, tuple) and len(value) <= MOST_ACTIONS and all(map(_is_text, value))
        elif name == "given":
            right = (isinstance(value, Given) and _is_text(value.value) and isinstance(value.source, Source)
                     and isinstance(value.source.kind, SourceKind) and _is_text(value.source.detail))
        elif name == "kind":
            right = isinstance(value, ButtonKind | AskKind)
        elif name == "form":
            right = isinstance(value, AnswerForm)
        else:
            right = _is_text(value) or (name == "fact" and value is None)
        if not right:
            raise Stuck("The planner's answer is not well-formed.")


def _is_text(value: object) -> bool:
    """Text of a bearable length that can be written to disk."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_web_address(url: str) -> bool:
    try:
        return bool(_WEB_ADDRESS.fullmatch(url) and urlsplit(url).hostname and urlsplit(url).port != 0)
    except ValueError:
        return False


def _check_power(action: Action, page: PageMap, files: Collection[str]) -> None:
    if isinstance(action, Attach) and not set(action.paths) <= set(files):
        raise Stuck("The planner wanted to attach a file that does not belong to the task. Nothing was attached.")
    if isinstance(action, Open) and not _is_web_address(action.url):
        raise Stuck("The planner wanted to open something that is no web address.")
    if isinstance(action, Ask) and (action.kind in (AskKind.SITE, AskKind.ALLOW, AskKind.START, AskKind.SPEND)
                                    or action.key.startswith(_OURS)):
        raise Stuck("The planner wanted to ask for leave to do more, which only Countersign itself may ask for.")
    if isinstance(action, Ask) and not action.prompt.strip():
        raise Stuck("The planner asked a question without words.")
    control = control_of(page, action.ref) if isinstance(action, Fill | Choose) else None
    if control is not None and isinstance(action, Fill) and control.type == "password":
        raise Stuck("The page asks for a password. Only you can enter it; Countersign never types passwords.")
    if control is not None and isinstance(action, Choose) and not 0 <= action.index < len(control.options):
        raise Stuck("The planner chose something that the page does not offer.")


def as_the_page_says(click: Click, page: PageMap, walls: Sequence[str] = ()) -> Click:
    """A click with the page's own words on it, and never taken for less than those words say.

    The planner may call a press a sending where the words don't say so; it may not call a sending a next step. What is
    no button and no link is pressed as if it sent.
    """
    link = next((each for each in page.links if each.ref == click.ref), None)
    if link is not None:
        return replace(click, text=link.text, kind=ButtonKind.OTHER, is_link=True)
    button = next((each for each in page.buttons if each.ref == click.ref), None)
    if button is None:
        control = control_of(page, click.ref)
        said = (control.label or control.legend or control.name) if control is not None else "something on the page"
        return replace(click, text=said, kind=ButtonKind.SUBMIT, is_link=False)
    refusal = cookie_refusal(page)
    necessary = (refusal is not None and refusal.ref == click.ref) or saves_choice(page, click.ref, walls)
    own = ButtonKind.OTHER if necessary else kind_of_button(button)
    kind = own if click.kind is own or own is ButtonKind.SUBMIT or click.kind is ButtonKind.OTHER else ButtonKind.SUBMIT
    return replace(click, text=words_on(button), kind=kind, is_link=False)


def as_named(url: str, page: PageMap, start: str) -> str:
    """An address to be opened, without what stands behind # unless a link of the page or the task's start has it.

    That part goes over no wire, so the gate can't see it: the page's scripts would read what a planner put there, and
    before anything was typed they could still send it on.
    """
    head, mark, _ = url.partition("#")
    return url if not mark or url == start or any(each.href == url for each in page.links) else head


def refuses_cookies_alone(click: Click, page: PageMap, walls: Sequence[str] = ()) -> bool:
    """Whether a press is a cookie banner's "necessary only" by its very words: nothing that it causes needs a review.

    "Decline" alone, on a page whose footer has a cookie notice, may as well decline an appointment: that one is held.
    So is "save", unless the press before it opened the wall's settings.
    """
    if saves_choice(page, click.ref, walls):
        return True
    refusal = cookie_refusal(page)
    return refusal is not None and refusal.ref == click.ref and bool(_OF_COOKIES.search(fold(click.text)))


_OF_COOKIES = re.compile(
    r"cookie|tracking|analytics|necess|essential|required|additional|optional|notwendig|erforderlich|technisch"
    r"|necesari|noodzakelijk|niezbedn|\ball\b|\balles?\b|\btout\b|\btod[oa]s?\b|\btutt[oi]\b|\btudo\b|wszystkie"
    r"|without accepting|zustimmung|einwilligung|sans accepter|senza accettare")


def really_confirmed(done: Done, page: PageMap) -> Done:
    """What of a planner's "done" the page bears out.

    Evidence and reference must stand there word for word, and the page must read like a confirmation to us too.
    """
    said = " ".join([page.title, *(each.text for each in page.headings), page.text, *page.errors]).split()
    text = " ".join(said)
    pieces = [" ".join(piece.split()) for piece in done.evidence.split(" / ")]
    quoted = bool(done.evidence.strip()) and all(piece in text for piece in pieces)
    confirmed = done.confirmed and quoted and read(page).state is AnswerState.CONFIRMED
    reference = done.reference if " ".join(done.reference.split()) in text else ""
    return Done(confirmed, reference, done.evidence if quoted else "")

