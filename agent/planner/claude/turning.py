"""Has one turn from the model: looked over before it goes out, paid for, kept, and every way of stopping answered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from agent.gate.trace import Tracer
from agent.planner.claude.assembling import Turn
from agent.planner.claude.client import Client
from agent.planner.claude.connection import Connection
from agent.planner.claude.faults import ModelTrouble, Shut, TooLong
from agent.planner.claude.history import History
from agent.planner.claude.privacy import objection, tracer_of, without_pictures
from agent.planner.claude.prompt import SYSTEM
from agent.planner.claude.purse import Purse
from agent.planner.claude.record import Record
from agent.planner.claude.tools import tools

ROOM = 16_000
"""Tokens of one turn, thinking included; a form of 200 fields takes some 6,000."""

MOST_PAUSES = 3
EFFORT = "medium"

_TOO_LONG = "The form is too long for this model."


@dataclass(slots=True)
class Turning:
    """What a turn needs. ``secrets`` gives all that must never be in a message, the key among it."""

    connection: Connection
    client: Client
    purse: Purse
    record: Record
    pictures: bool
    secrets: Callable[[], Collection[str]]
    _tracer: tuple[object, Tracer] | None = field(default=None, repr=False)

    async def turn(self, history: History, private: Mapping[str, str]) -> Turn:
        """The next turn; it is part of the history then.

        Raises:
            ModelTrouble: there is none to be had; nothing of the history has changed but what was let go.
        """
        room, trimmed, pauses = ROOM, False, 0
        while True:
            try:
                found = await self._one(history, private, room)
            except TooLong:
                found = None
            if found is None or found.stop == "model_context_window_exceeded":
                if trimmed or not history.trim(hard=True):
                    raise ModelTrouble(_TOO_LONG)
                trimmed = True
            elif found.stop == "refusal":
                why = f": {found.explanation[:300]}" if found.explanation else "."
                raise ModelTrouble(f"The model refused to go on with this task{why}")
            elif found.stop == "max_tokens":
                if room > ROOM:
                    raise ModelTrouble("The model's answers for this page are longer than it may give.")
                room = 2 * ROOM
            elif found.stop == "pause_turn":
                pauses += 1
                if pauses > MOST_PAUSES:
                    raise ModelTrouble("The model paused again and again and did not go on.")
                history.said(found.blocks)
            else:
                history.said(found.blocks or ({"type": "text", "text": "(nothing)"},))
                return found

    async def _one(self, history: History, private: Mapping[str, str], room: int) -> Turn:
        request = self._request(history, room)
        if against := objection(request, self._tracer_of(private)):
            raise ModelTrouble(against)
        if why_not := await self.purse.may_spend():
            raise Shut(why_not)
        found = await self.client.turn(request)
        self.purse.spent(found.usage)
        answer = {"content": list(found.blocks), "stop_reason": found.stop}
        self.record.turn(without_pictures(request), answer, found.usage)
        return found

    def _request(self, history: History, room: int) -> dict[str, object]:
        plain = self.connection.plain
        request: dict[str, object] = {
            "model": self.connection.model, "max_tokens": room,
            "system": SYSTEM if plain else [{"type": "text", "text": SYSTEM}],
            "tools": tools(plain=plain, pictures=self.pictures), "messages": history.messages()}
        if not plain:
            request |= {"cache_control": {"type": "ephemeral"}, "output_config": {"effort": EFFORT},
                        "thinking": {"type": "adaptive", "display": "summarized"}}
        return request

    def _tracer_of(self, private: Mapping[str, str]) -> Tracer:
        secrets = (self.connection.key, *self.secrets())
        key = (tuple(private.items()), secrets)
        if self._tracer is None or self._tracer[0] != key:
            self._tracer = key, tracer_of(private, secrets)
        return self._tracer[1]
