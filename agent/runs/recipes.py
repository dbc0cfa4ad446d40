"""Which recipe does a task: the one that the person named, else the one that surely fits; none is no fault."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from agent.planner.recipe.matching import Candidate, fitting
from agent.planner.recipe.problems import BadRecipe
from agent.planner.recipe.replay import Replay
from agent.planner.recipe.text import from_text
from agent.runs.contract import RECIPE
from agent.runs.problems import CantStart
from agent.store import recipes, tasks
from agent.store.engine import Store
from agent.store.problems import NotFound
from agent.store.recipes import IMPORTED
from agent.store.tables import Recipe, Task

log = logging.getLogger(__name__)

WITH_RECIPES = ("auto", "recipe")
"""Planners that begin with a recipe where there is one."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A recipe, its revision, and the planner that replays it."""

    number: int
    revision: int
    planner: Replay
    imported: bool = False


def recipe_for(store: Store, task: Task) -> Chosen | None:
    """The recipe that a task is begun with; None where it is begun without one.

    Raises:
        CantStart: it is to be done by a recipe, and none fits, or the one named is switched off.
    """
    if task.planner not in WITH_RECIPES:
        return None
    named = task.contract.get(RECIPE)
    number = int(named) if isinstance(named, int) else like_it(store, task, enabled=True)
    found = _loaded(store, number) if number is not None else None
    if found is None and task.planner == "recipe":
        raise CantStart("There is no recipe for this task at this address that is switched on. See them with `recipe "
                        "list`, or add the task without --planner recipe.")
    return found


def like_it(store: Store, task: Task, *, enabled: bool = False, own: bool = False) -> int | None:
    """The recipe for the same kind of task at the same place; ``own``: only of those that were learnt here."""
    found = [each for each in recipes.every(store, enabled=enabled) if not (own and each.source == IMPORTED)]
    texts = tasks.texts(store, {each.task_id for each in found if each.task_id is not None})
    return fitting(task.text, task.url, [
        Candidate(each.id or 0, each.start, _words(store, each, texts), each.source == IMPORTED) for each in found])


def _words(store: Store, recipe: Recipe, texts: dict[int, str]) -> str:
    """The words of the task that it was learnt from; those of the recipe itself where it came from elsewhere."""
    if recipe.task_id is not None and recipe.task_id in texts:
        return texts[recipe.task_id]
    try:
        return " ".join(from_text(recipes.revision(store, recipe.id or 0, recipe.revision).text).words)
    except (BadRecipe, NotFound):
        return ""


def _loaded(store: Store, number: int) -> Chosen | None:
    try:
        recipe = recipes.get(store, number)
        kept = recipes.revision(store, number, recipe.revision)
        script = from_text(kept.text)
    except (BadRecipe, NotFound):
        log.warning("recipe %d can't be used", number)
        return None
    if not recipe.enabled:
        return None
    amounts = {int(page): found for page, found in kept.amounts.items() if page.isdigit()}
    imported = recipe.source == IMPORTED
    return Chosen(number, recipe.revision, Replay(script, amounts, imported=imported), imported)
