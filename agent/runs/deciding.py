"""Who decides in one attempt, what that may use up, and its answers looked over before any of them is done."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.browser.page import PageMap
from agent.planner.autofill.ahead import read_ahead
from agent.planner.base import Action, GiveUp, View
from agent.planner.choose import Choice, Look, Means, planner_for
from agent.planner.claude.connection import Connection, connect
from agent.planner.claude.limits import limits_of
from agent.planner.claude.problems import NoModel
from agent.planner.claude.purse import TaskPurse
from agent.planner.claude.record import RunRecord
from agent.planner.recipe.lesson import Lesson
from agent.planner.recipe.lessons import offered
from agent.planner.recipe.replay import LAST_TIME
from agent.protocol import FactKind, SourceKind, settings
from agent.runs import limits
from agent.runs.acts import Change
from agent.runs.checking import sound
from agent.runs.ground import Ground
from agent.runs.past import past_of
from agent.runs.problems import CantStart, Stuck
from agent.runs.recipes import recipe_for
from agent.runs.telling import Telling
from agent.runs.vouching import AGREEING, Persons, vouched
from agent.store import facts, lessons, questions, recipes
from agent.store.tables import Task


class Deciding:
    """Asks the planner of one attempt.

    Args:
        ground: what all runs stand on; its own planner, if it has one, goes before the task's.
        task: whose run.
        telling: the run's voice.

    ``look`` takes the page's picture as a model may see it; it is set once there is a page.

    Raises:
        CantStart: the task's planner needs a model, and none is set up; or a recipe, and none fits.
    """

    def __init__(self, ground: Ground, task: Task, telling: Telling) -> None:
        self._ground, self._store, self._telling = ground, ground.store, telling
        self.look: Look = _nothing_yet
        self._lessons = [Lesson(each.label, each.fact, each.option, each.site, each.at, each.id or 0)
                         for each in lessons.every(ground.store)]
        self._ran_out = ""       # why the planner gave up when it might spend no more
        try:
            self._choice = Choice(ground.planner()) if ground.planner is not None else self._chosen(task)
        except NoModel as problem:
            raise CantStart(f"{str(problem)[:1].upper()}{str(problem)[1:]}") from problem
        telling.watched.cost(task.cost)
        known = {FactKind(kind): value for kind, value in facts.every(ground.store).items()}
        self._ahead = asyncio.get_running_loop().run_in_executor(None, read_ahead, task.text, known, date.today())

    @property
    def replaying(self) -> bool:
        """Whether a recipe is at work."""
        return self._choice.replaying

    async def decide(self, view: View, page: PageMap, walls: Sequence[str]) -> list[Action]:
        """The planner's next actions, looked over, every value with a source that is true.

        Where its limit is reached, the question whether it may go on stands in their place.

        Raises:
            Stuck: it gave none in time, or some that no planner may give; or it may not go on.
        """
        if asks := self._asks():
            return asks
        answer = await self._answer(view)
        if why := _gave_up(answer):
            if asks := self._asks():  # because it may not ask its model
                self._ran_out = why
                return asks
            if why == self._ran_out and self._choice.begin_anew():  # it may again, and has not understood
                self._ran_out = ""
                answer = await self._answer(view)
        persons = Persons(view, questions.prompts_of(self._store, self._telling.task_id, AGREEING))
        actions = [self._vouched(each, page, persons) if isinstance(each, Change) else each
                   for each in sound(answer, page, {file.path for file in view.files}, walls)]
        if not self._lessons:
            return actions
        taught, used = offered(actions, page, view.facts, self._lessons)
        self._lessons = [each for each in self._lessons if each.number not in used]
        return taught

    def _vouched(self, change: Change, page: PageMap, persons: Persons) -> Change:
        """The change with a source that is true. What a recipe remembers is a guess, and says where it is from."""
        found = vouched(change, page, persons)
        remembered = self.replaying and change.why == LAST_TIME and found.given.source.kind is SourceKind.GUESSED
        return replace(found, why=LAST_TIME) if remembered else found

    async def _answer(self, view: View) -> list[Action]:
        try:
            async with asyncio.timeout(limits.THINKING):
                return await self._choice.decide(view)
        except TimeoutError:
            raise Stuck(f"The planner gave no answer in {limits.THINKING / 60:.0f} minutes.") from None

    def hand_over(self, why: str) -> bool:
        """Whether another planner goes on, from the page as it stands, where the one at work can't."""
        replayed = self._choice.replaying
        if not self._choice.hand_over():
            return False
        if replayed:
            recipes.surprised(self._store, self._telling.task_id, why)
            self._telling.say(f"It is not as last time: {why} The form is gone on with all the same")
            return True
        self._telling.say(f"The embedded planner can't go on: {why} Claude goes on from here")
        return True

    @property
    def by_model(self) -> bool:
        """Whether a planner with a model is at work."""
        return self._choice.purse is not None

    async def close(self) -> None:
        """Lets the planners of the attempt go."""
        await asyncio.wait({self._ahead})
        await self._choice.close()

    def _chosen(self, task: Task) -> Choice:
        found = recipe_for(self._store, task)
        if found is not None:
            recipes.begin(self._store, self._telling.task_id, found.number, found.revision)
            self._telling.say("Doing it by a recipe that came from a file" if found.imported else
                              "Doing it as last time")
        return planner_for(task.planner, self._means(), found.planner if found is not None else None)

    def _asks(self) -> list[Action]:
        """What the person must be asked before the planner may go on: its limit is reached. Empty if it may.

        Raises:
            Stuck: they have said no, or their settings leave nothing to ask.
        """
        purse = self._choice.purse
        ask = purse.question() if purse is not None else None
        if purse is None:
            return []
        if ask is None:
            if why := purse.shut():
                raise Stuck(f"{why} Nothing was sent by it.")
            return []
        if purse.refused(ask):
            raise Stuck("The limit for the model was reached, and you did not want it to go on. Try again with "
                        "`retry`, or finish the form by hand.")
        return [ask]

    def _means(self) -> Means:
        values = settings.read(self._ground.folder)
        return Means(
            connect=lambda: connect(self._ground.folder), purse=self._purse,
            record=RunRecord(self._store, self._telling.task_id, self._telling.run_id),
            progress=self._telling.watched.thought,
            look=lambda: self.look(),
            guarded=facts.every(self._store),
            past=lambda: past_of(self._store, self._telling.task_id),
            allowed_kinds=frozenset(map(FactKind, settings.kinds_in(values["model-sees"]))))

    def _purse(self, connection: Connection) -> TaskPurse:
        return TaskPurse(self._store, self._telling.task_id, self._telling.run_id, connection.model,
                         lambda: limits_of(settings.read(self._ground.folder)), told=self._telling.watched.cost)


async def _nothing_yet() -> bytes:
    return b""


def _gave_up(answer: object) -> str:
    """Why a planner's answer gives up; empty if it does not. The answer has not been looked over."""
    found = [each for each in answer if isinstance(each, GiveUp)] if isinstance(answer, list) else []
    return str(found[0].reason) if found else ""
