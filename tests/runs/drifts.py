"""Twelve ways in which a form drifts, done to the practice council's permit, and a person who takes it to its end."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from agent.practice import PracticeSite
from agent.practice.services import one_page, parking_permit
from agent.review.own_yes import own_yeses
from tests.runs.household import Person

Change = Callable[[str], str]

DECLARED = {"I declare": "yes"}


def swap(text: str, first: str, second: str) -> str:
    """Two questions of one page in each other's place."""
    blocks = {name: re.search(rf'<div class="question"><label for="{name}".*?</div>', text) for name in (first, second)}
    if not all(blocks.values()):
        return text
    one, other = (str(blocks[name][0]) for name in (first, second))  # type: ignore[index]
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def put_before(text: str, name: str, block: str) -> str:
    return re.sub(rf'(?=<div class="question"><label for="{name}")', lambda _: block, text, count=1)


def renamed(text: str) -> str:
    """Ids and classes of the questions and buttons, as a new build of a site makes them; names stay."""
    text = re.sub(r'\b(id|for|aria-describedby)="(\w+)(-hint|-error)?"(?=[^>]*>)',
                  lambda found: found[0] if found[2] in ("form", "main", "fee") else
                  f'{found[1]}="fld_{found[2]}_v2{found[3] or ""}"', text)
    return re.sub(r'class="(w-\w+|question)"', r'class="css-\1-x"', text)


def optional_one(text: str) -> str:
    return put_before(text, "make", '<div class="question"><label for="nick">Pet name of the vehicle <span '
                      'class="optional">(optional)</span></label><input type="text" id="nick" name="nick"></div>')


def required_one(text: str) -> str:
    return put_before(text, "make", '<div class="question"><label for="bay">Number of the bay</label><input '
                      'type="text" id="bay" name="bay" required></div>')


def in_a_frame(text: str) -> str:
    def framed(found: re.Match[str]) -> str:
        form = found[0].replace("<form", '<form target="_top"', 1)
        return f'<iframe title="The form" width="900" height="700" srcdoc="{html.escape(form)}"></iframe>'

    return re.sub(r"<form.*</form>", framed, text, flags=re.DOTALL) if 'name="registration"' in text else text


def as_a_select(text: str) -> str:
    """The choice of the months as a list in place of two radio buttons."""
    chosen = '<div class="question"><label for="months">Length of the permit</label><select id="months" ' \
             'name="months" required><option value="6">6 months</option><option value="12" selected>12 months' \
             '</option></select></div>'
    return re.sub(r'<div class="question"><fieldset.*?</fieldset></div>', chosen, text, flags=re.DOTALL)


def one_more_consent(text: str) -> str:
    return re.sub(r'(?=<p class="go">)', lambda _: '<div class="question"><div class="option"><input type="checkbox" '
                  'id="share" name="share" value="yes" checked><label for="share">I agree that my details are shared '
                  'with partners for marketing</label></div></div>', text) if 'name="declaration"' in text else text


class ExtraPage:
    """A page of its own before the address, the first time that the address is asked for."""

    def __init__(self) -> None:
        self.shown = False

    def __call__(self, text: str) -> str:
        if self.shown or 'name="postcode"' not in text:
            return text
        self.shown = True
        page = '<h1>Before you go on</h1><p>We now ask where you live.</p><form method="get" ' \
               'action="/parking-permit/address"><p class="go"><button type="submit">Continue</button></p></form>'
        return re.sub(r'(<main id="main">).*(</main>)', rf"\1{page}\2", text, flags=re.DOTALL)


@dataclass(frozen=True, slots=True)
class Drift:
    """One change of the permit. ``comes_to``: ``replays``, ``hands over``, or ``asks`` where it then asks too.

    ``arrives``: whether it is to come to a record; else nothing may. ``more``: what stands in the record besides.
    """

    name: str
    change: Callable[[], Change]
    comes_to: str
    arrives: bool = True
    answers: dict[str, str] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)


def same(change: Change) -> Callable[[], Change]:
    return lambda: change


def _label(text: str) -> str:
    return text.replace("Make of vehicle", "Manufacturer of the vehicle")


def _button(text: str) -> str:
    return text.replace(">Continue<", ">Next step<")


def plain(text: str) -> str:
    return text


DRIFTS = (
    Drift("renamed ids and classes", same(renamed), "replays"),
    Drift("reordered fields", same(lambda text: swap(text, "registration", "colour")), "replays"),
    Drift("another label", same(_label), "replays"),
    Drift("a new field that may stay empty", same(optional_one), "replays"),
    Drift("a new required field", same(required_one), "asks", answers={"Number of the bay": "17"}),
    Drift("an extra page", ExtraPage, "hands over"),
    Drift("another button text", same(_button), "replays"),
    Drift("moved into a frame", same(in_a_frame), "hands over"),
    Drift("radios turned into a list", same(as_a_select), "replays"),
    Drift("a new consent, ticked", same(one_more_consent), "hands over"),
    Drift("another amount", same(plain), "hands over", more={"fee": "95.00"}),
    Drift("another host", same(plain), "hands over", arrives=False),
)


class Drifting:
    """The practice site whose pages drift as told."""

    def __init__(self) -> None:
        self.change: Change = plain

    @contextmanager
    def at_work(self) -> Iterator[Drifting]:
        with pytest.MonkeyPatch.context() as patch:
            for module in (parking_permit, one_page):
                made = module.html  # type: ignore[attr-defined]
                patch.setattr(module, "html", lambda text, *more, made=made: made(self.change(text), *more))
            yield self


@dataclass(slots=True)
class Outcome:
    """What became of a task: its state, its questions apart from the declaration, the sheets that were approved."""

    state: str
    message: str
    steps: list[str]
    asked: list[str]
    sheets: list[Any]
    rejected: list[Any]

    @property
    def came_to(self) -> str:
        if not any(step.startswith("It is not as last time:") for step in self.steps):
            return "replays" if not self.asked else "asks"
        return "asks" if self.asked else "hands over"


async def take(person: Person, task: str, site: PracticeSite, answers: dict[str, str]) -> Outcome:
    """Approves what goes to the site and answers as told, until the task has ended; what goes elsewhere is rejected."""
    asked: list[str] = []
    sheets: list[Any] = []
    rejected: list[Any] = []
    async with person.running() as work:
        def waits() -> list[Any]:
            return [each for each in person.call("inbox") if each["task"] == task]

        def ended() -> bool:
            return person.state(task) in ("done", "failed", "cancelled", "unknown")

        while True:
            await person.until(lambda: waits() or ended(), work)
            if ended():
                break
            for each in waits():
                if each["kind"] != "submission":
                    answer = next((text for words, text in answers.items() if words in each["summary"]), None)
                    asked += [] if "I declare" in each["summary"] else [each["summary"]]
                    assert answer is not None, each["summary"]
                    person.call("answer", question=each["id"], value=answer)
                    continue
                sheet = person.call("submission", id=each["id"])
                if sheet["origin"] != site.url:
                    rejected.append(sheet)
                    person.call("reject", id=each["id"])
                else:
                    sheets.append(sheet)
                    person.call("approve", id=each["id"], digest=sheet["digest"],
                                accept=[own.name for own in own_yeses(sheet)])
                await person.until(lambda number=each["id"]: person.call("submission", id=number)["state"] != "held",
                                   work)
            await person.until(lambda: not waits() or ended(), work)
    found = person.task(task)
    return Outcome(found["state"], found["message"], person.steps(task), asked, sheets, rejected)
