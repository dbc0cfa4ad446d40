"""What a task has to do with a recipe: begun by one, or taught one."""

from __future__ import annotations

from agent.protocol.recipes import TaskByRecipe
from agent.store import recipes
from agent.store.engine import Store
from agent.store.ids import shown
from agent.store.problems import NotFound
from agent.store.tables import Recipe


def recipe_of(store: Store, task_id: int) -> TaskByRecipe | None:
    """The recipe that a task was begun by, else the one that was learnt from it; None: neither, or it is forgotten."""
    used = recipes.use_of(store, task_id)
    if used is None:
        learnt = recipes.learnt_from(store, task_id)
        return _doc(learnt, False, learnt.updated_at, "") if learnt is not None else None
    try:
        recipe = recipes.get(store, used.recipe_id)
        made = recipes.revision(store, used.recipe_id, used.revision)
    except NotFound:
        return None
    return _doc(recipe, True, made.at, used.surprise)


def _doc(recipe: Recipe, replayed: bool, at: str, surprise: str) -> TaskByRecipe:
    return TaskByRecipe(id=shown("c", recipe.id), title=recipe.title, replayed=replayed, at=at, surprise=surprise,
                        source="imported" if recipe.source == recipes.IMPORTED else "learnt")
