"""Makes the planner of one attempt: a recipe, the embedded one, Claude, or one after the other.

| task's planner | begins with               | goes on with, where that can't                             |
|----------------|---------------------------|------------------------------------------------------------|
| ``autofill``   | autofill                  | nobody: the person is told                                  |
| ``claude``     | Claude                    | nobody; no attempt is begun without a model                 |
| ``auto``       | a recipe where one fits   | autofill; then Claude, where a model is set up; else nobody |
| ``recipe``     | a recipe, or not at all   | the same                                                    |
"""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from agent.planner.autofill.plan import Autofill
from agent.planner.base import Action, Planner, View
from agent.planner.claude.connection import Connection
from agent.planner.claude.past import Past
from agent.planner.claude.problems import NoModel
from agent.planner.claude.purse import Purse, TaskPurse
from agent.planner.claude.record import Record
from agent.protocol import FactKind

Look = Callable[[], Awaitable[bytes]]
"""A picture of the page (PNG) as a model may see it; empty bytes where none may be given now."""


class MakeClaude(Protocol):
    """What `agent.planner.claude.planner.Claude` is: called like this it gives a planner.

    ``guarded`` are all facts of the person, also those that the task may not use: the private ones among them may not
    go to the model. ``secrets`` may never. ``past`` reads what became of the task before.
    """

    def __call__(self, connection: Connection, purse: Purse, record: Record, *, progress: Callable[[str], None],
                 look: Look, allowed_kinds: frozenset[FactKind], guarded: Mapping[str, str],
                 secrets: Callable[[], Collection[str]], past: Callable[[], Past]) -> Planner:
        """Makes one for one attempt."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a planner with a model is given. ``connect`` raises `NoModel` where none is set up."""

    connect: Callable[[], Connection]
    purse: Callable[[Connection], TaskPurse]
    record: Record
    progress: Callable[[str], None]
    look: Look
    allowed_kinds: frozenset[FactKind]
    guarded: Mapping[str, str]
    past: Callable[[], Past]


class Metered:
    """A planner with a model; while it decides, its purse's time runs."""

    def __init__(self, planner: Planner, purse: TaskPurse) -> None:
        self._planner = planner
        self.purse = purse

    async def decide(self, view: View) -> list[Action]:
        """See `Planner.decide`."""
        with self.purse.working():
            return await self._planner.decide(view)

    async def close(self) -> None:
        """Lets go of what the planner holds, such as a connection."""
        if (close := getattr(self._planner, "close", None)) is not None:
            await close()


class Choice:
    """The planner of one attempt. ``purse`` is that of the planner at work; None while none with a model is.

    ``then`` makes the one that goes on where the first can't; ``anew`` makes the first again. A ``recipe`` goes before
    the first.
    """

    def __init__(self, first: Planner, then: Callable[[], Metered] | None = None,
                 anew: Callable[[], Metered] | None = None, *, recipe: Planner | None = None) -> None:
        self._now = recipe or first
        self._behind = first if recipe is not None else None
        self._then = then
        self._anew = anew
        self._past: list[Planner] = []
        self.purse: TaskPurse | None = self._now.purse if isinstance(self._now, Metered) else None

    @property
    def replaying(self) -> bool:
        """Whether a recipe is at work."""
        return self._behind is not None

    async def decide(self, view: View) -> list[Action]:
        """See `Planner.decide`."""
        return await self._now.decide(view)

    def hand_over(self) -> bool:
        """Puts the planner behind in the place of the one that can't go on; False where there is none."""
        if self._behind is not None:
            self._past.append(self._now)
            self._now, self._behind = self._behind, None
            return True
        if self._then is None:
            return False
        try:
            following = self._then()
        except NoModel:
            return False
        if following.purse.shut():
            return False
        self._past.append(self._now)
        self._now, self._then, self._anew, self.purse = following, None, self._then, following.purse
        return True

    async def close(self) -> None:
        """Lets all of them go, at the end of an attempt."""
        for each in (*self._past, self._now):
            if isinstance(each, Metered):
                await each.close()

    def begin_anew(self) -> bool:
        """Puts a fresh planner with a model in the place of one that has given up for good."""
        if self._anew is None:
            return False
        fresh = self._anew()
        self._past.append(self._now)
        self._now, self.purse = fresh, fresh.purse
        return True


def planner_for(planner: str, means: Means, recipe: Planner | None = None) -> Choice:
    """The planner of one attempt at a task.

    Args:
        planner: the task's: ``auto``, ``recipe``, ``autofill`` or ``claude``.
        means: what a planner with a model gets.
        recipe: the planner that replays the recipe that fits, if one does.

    Raises:
        NoModel: it is to be Claude, and no model is set up.
    """
    def claude() -> Metered:
        return _claude(means)

    if planner == "claude":
        return Choice(claude(), anew=claude)
    return Choice(Autofill(), claude if planner in ("auto", "recipe") else None, recipe=recipe)


def _claude(means: Means) -> Metered:
    connection = means.connect()
    purse = means.purse(connection)
    made = claude_class()(connection, purse, means.record, progress=means.progress, look=means.look,
                          allowed_kinds=means.allowed_kinds, guarded=means.guarded, secrets=lambda: (connection.key,),
                          past=means.past)
    return Metered(made, purse)


def claude_class() -> MakeClaude:
    """The planner's class, loaded when it is first needed: the vendor's client costs seconds.

    Raises:
        NoModel: this installation has none.
    """
    try:
        found: MakeClaude = importlib.import_module("agent.planner.claude.planner").Claude
    except (ImportError, AttributeError) as problem:
        raise NoModel("this installation has no planner that could ask one.") from problem
    return found
