"""The planner `claude`: tells a model what is on the page, and makes actions of what it answers."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.browser.page import Control
from agent.planner.autofill.signature import page_signature
from agent.planner.base import Action, Choose, Click, GiveUp, View
from agent.planner.claude.calls import Outcome, understand
from agent.planner.claude.client import Client, Patience
from agent.planner.claude.connection import Connection
from agent.planner.claude.edits import SET_BY_PERSON, edited
from agent.planner.claude.facts import known_of
from agent.planner.claude.faults import ModelTrouble, Shut
from agent.planner.claude.history import History, Result
from agent.planner.claude.listing import Shown, is_shown
from agent.planner.claude.loops import Circles
from agent.planner.claude.masking import Masks, private_in
from agent.planner.claude.numbers import Numbers
from agent.planner.claude.ordering import in_order
from agent.planner.claude.past import Past, told_past
from agent.planner.claude.prompt import first_message
from agent.planner.claude.purse import Purse
from agent.planner.claude.record import Record
from agent.planner.claude.results import holds, place_of, results
from agent.planner.claude.scene import Change, Made, Place, Scene
from agent.planner.claude.turning import Turning

Look = Callable[[], Awaitable[bytes]]
"""A picture of the page as PNG."""

_FIRST = "toolu_first"
_MOST_AGAIN = 3
"""Times that a press which the run put off is given again."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """A turn whose results the next look will show. ``ending``: its press (or the like) was given to the run."""

    outcomes: tuple[Outcome, ...]
    url: str
    signature: str
    ending: bool
    again: int = 0


class Claude:
    """One conversation for one attempt at a task.

    Args:
        connection: where the model is, and as whom it is asked.
        purse: asked before each turn.
        record: keeps what the model saw.
        progress: gets the model's thinking in pieces.
        look: takes a picture of the page; without it the model is offered none.
        allowed_kinds: kinds of facts whose values the person lets the model see.
        guarded: further facts of the person; the private ones among them must not go out either.
        secrets: gives what must never be in a message.
        past: reads what became of the task before this conversation.
        patience: how long to wait for the server.
    """

    def __init__(self, connection: Connection, purse: Purse, record: Record, *,
                 progress: Callable[[str], None] = lambda _text: None, look: Look | None = None,
                 allowed_kinds: Collection[str] = (), guarded: Mapping[str, str] | None = None,
                 secrets: Callable[[], Collection[str]] = tuple, past: Callable[[], Past] = Past,
                 patience: Patience | None = None, today: Callable[[], date] = date.today) -> None:
        self._turning = Turning(connection, Client(connection, progress, patience or Patience()), purse, record,
                                look is not None, secrets)
        self._look = look
        self._allowed = frozenset(allowed_kinds)
        self._guarded = dict(guarded or {})
        self._today = today
        self._past = past
        self._masks = Masks(self._guarded)
        self._numbers = Numbers()
        self._history = History()
        self._circles = Circles()
        self._made: dict[Place, Made] = {}
        self._pending: _Pending | None = None
        self._before: Shown | None = None
        self._notes: tuple[str, ...] = ()
        self._edits: Mapping[str, str] = {}
        self._sent = False
        self._over = ""

    async def decide(self, view: View) -> list[Action]:
        """The next actions; a press comes only once the page holds what was to be put in before it."""
        if self._over:
            return [GiveUp(self._over)]
        try:
            return await self._decide(self._scene(view))
        except Shut as problem:
            return [GiveUp(str(problem))]
        except ModelTrouble as problem:
            self._over = str(problem)
            await self._turning.client.close()
            return [GiveUp(self._over)]

    async def close(self) -> None:
        """Lets the connection go, at the end of an attempt."""
        await self._turning.client.close()

    def _scene(self, view: View) -> Scene:
        known = known_of(view, self._allowed, self._today())
        self._sent = self._sent or view.sent
        scene = Scene(view, known, self._masks.of(known), self._numbers.of(view.page), {}, self._sent)
        made = {place: renewed for place, each in self._made.items()
                if (control := scene.numbered.control(each.number)) is not None and is_shown(control)
                and (renewed := _renewed(each, control)) is not None}
        return replace(scene, made={**made, **edited(scene)})

    async def _decide(self, scene: Scene) -> list[Action]:
        if not self._history.turns:
            self._begin(scene)
        elif self._pending is None:  # no turn was had the last time
            self._history.renew(scene.shown.whole())
            self._before = scene.shown
        else:
            dropped = self._stands_against(self._pending, scene)
            if not dropped and (actions := self._ending(self._pending, scene)):
                return actions
            await self._pair(scene, self._pending, dropped)
        while True:
            actions = await self._turn(scene)
            if actions:
                return actions

    def _begin(self, scene: Scene) -> None:
        """The task in our first message; past and page as a result, where what strangers wrote belongs."""
        view = scene.view
        task = scene.mask.text(view.task_text) if view.unspoken else view.task_text
        self._history.first = first_message(task, view.notes, scene.known, unspoken=view.unspoken)
        self._history.said([{"type": "tool_use", "id": _FIRST, "name": "read", "input": {"what": "page", "n": 0}}])
        past = told_past(self._past(), scene.known, scene.mask)
        self._history.answered([Result(_FIRST, past, scene.shown.whole())])
        self._before, self._notes, self._edits = scene.shown, scene.view.notes, scene.view.edits

    # What became of the last turn

    def _stands_against(self, pending: _Pending, scene: Scene) -> str:
        """Why the rest of a turn is left out after its changes were made; empty when it may go on."""
        if pending.ending:
            return ""
        if not any(each.final for each in pending.outcomes):
            return ""
        if scene.view.page.url != pending.url:
            return "the page moved on"
        if scene.view.edits != self._edits or scene.view.notes != self._notes:
            return "the person changed something meanwhile"
        made = [each for outcome in pending.outcomes for each in outcome.made if each.place not in self._edited(scene)]
        if any(holds(each, scene) for each in made):
            return "not all fields took their values"
        known = self._before.lines if self._before is not None else {}
        if any(number not in known and scene.numbered.control(number) for number in scene.shown.lines):
            return "the page has new fields now"
        gone = any(each.target and each.target not in scene.numbered.things for each in pending.outcomes)
        return "it is no longer on the page" if gone else ""

    def _edited(self, scene: Scene) -> frozenset[Place]:
        return frozenset(place for place, each in scene.made.items() if each.words == SET_BY_PERSON)

    def _ending(self, pending: _Pending, scene: Scene) -> list[Action]:
        """The press of a turn whose changes are made, or given again where the run put it off; else nothing."""
        finals = [each for each in pending.outcomes if each.final is not None]
        signature = page_signature(scene.view.page)
        if not finals:
            return []
        if pending.ending and not self._was_put_off(pending, finals[0], scene, signature):
            return []
        again = pending.again + 1 if pending.ending else 0
        self._pending = replace(pending, ending=True, signature=signature, again=again)
        return _ended(scene, list(scene.made.values()), outcomes=finals)

    def _was_put_off(self, pending: _Pending, outcome: Outcome, scene: Scene, signature: str) -> bool:
        view = scene.view
        if isinstance(outcome.final, GiveUp):
            return signature == pending.signature
        if not isinstance(outcome.final, Click) or outcome.target not in scene.numbered.things or view.covered:
            return False
        tried = {signature, pending.signature} & view.tried
        return (not tried and not view.sent and view.page.url == pending.url and view.notes == self._notes
                and pending.again < _MOST_AGAIN)

    async def _pair(self, scene: Scene, pending: _Pending, dropped: str) -> None:
        pressed = pending.ending and any(isinstance(each.final, Click) for each in pending.outcomes)
        moved = scene.view.page.url != pending.url or (pressed and scene.view.sent)
        words = [f"Note from the person, who sent it back: {note}" for note in scene.view.notes[len(self._notes):]]
        words += ["The person changed values themselves; they stay."] if scene.view.edits != self._edits else []
        self._answer(pending.outcomes, scene, await self._pictures(pending.outcomes, scene), moved=moved,
                     dropped=dropped, held=pending.ending and moved, words="\n".join(words))
        self._pending, self._notes, self._edits = None, scene.view.notes, scene.view.edits

    def _answer(self, outcomes: tuple[Outcome, ...], scene: Scene, pictures: dict[str, str], *, moved: bool = False,
                dropped: str = "", held: bool = False, words: str = "") -> None:
        before = self._before or scene.shown
        self._history.answered(results(outcomes, scene, before, moved=moved, dropped=dropped, held=held,
                                       pictures=pictures), words)
        self._before = scene.shown

    # The next turn

    async def _turn(self, scene: Scene) -> list[Action]:
        """One turn; its actions, or nothing where it was answered at once."""
        signature = page_signature(scene.view.page)
        turn = await self._turning.turn(self._history, private_in(scene.known, self._guarded))
        outcomes = in_order([understand(call, scene) for call in turn.calls])
        acted = any(each.made or each.final for each in outcomes)
        wrong = not outcomes or (all(each.is_malformed for each in outcomes) and not acted)
        over = self._circles.turn(signature, turn.calls) or self._circles.understood(acted=acted, wrong=wrong)
        if over:
            self._answer(outcomes, scene, {}) if outcomes else self._history.answered([], over)
            raise ModelTrouble(over)
        if not outcomes:
            self._history.answered([], "Answer with a tool: act, ask, done or give_up.")
            return []
        if not acted:
            self._answer(outcomes, scene, await self._pictures(outcomes, scene))
            return []
        return self._acting(outcomes, scene, signature)

    def _acting(self, outcomes: tuple[Outcome, ...], scene: Scene, signature: str) -> list[Action]:
        made = {each.place: each for outcome in outcomes for each in outcome.made}
        self._made |= made
        self._pending = _Pending(outcomes, scene.view.page.url, signature, ending=not made)
        all_made = {**scene.made, **made, **{at: each for at, each in scene.made.items() if at in self._edited(scene)}}
        if not made:
            return _ended(scene, list(all_made.values()), outcomes)
        return [change for each in all_made.values() for change in each.changes]

    async def _pictures(self, outcomes: tuple[Outcome, ...], scene: Scene) -> dict[str, str]:
        """Pictures that were asked for, unless the page shows anything that the model is not told."""
        asked = [each.id for each in outcomes if each.reads is not None and each.reads[0] == "look"]
        if not asked or self._look is None or scene.tells():
            return {}
        return {asked[0]: base64.b64encode(await self._look()).decode("ascii")}


def _renewed(made: Made, control: Control) -> Made | None:
    """The same changes with this look's refs and numbers of options; None where none of them is there any more."""
    if made.option >= 0:
        if made.option >= len(control.options):
            return None
        return replace(made, change=replace(made.change, ref=control.options[made.option].ref))
    changes = [renewed for each in made.changes if (renewed := _renewed_one(each, control)) is not None]
    return replace(made, change=changes[0], also=tuple(changes[1:])) if changes else None


def _renewed_one(change: Change, control: Control) -> Change | None:
    if not isinstance(change, Choose):
        return replace(change, ref=control.ref)
    at = place_of(change, control)
    return replace(change, ref=control.ref, index=at) if at is not None else None


def _ended(scene: Scene, made: Sequence[Made], outcomes: Sequence[Outcome]) -> list[Action]:
    """What ends a list of actions. A press stands on all that was put in, and says so again; nothing else does."""
    finals = [_final(each, scene) for each in outcomes if each.final is not None]
    pressed = any(isinstance(each, Click) for each in finals)
    return [*(change for each in made if pressed for change in each.changes), *finals]


def _final(outcome: Outcome, scene: Scene) -> Action:
    final = outcome.final
    assert final is not None
    if isinstance(final, Click):
        return replace(final, ref=scene.numbered.things[outcome.target].ref)
    return final
