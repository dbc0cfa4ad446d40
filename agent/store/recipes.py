"""Recipes with their revisions, which tasks used them, and the pages that a run walks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from agent.store.engine import Store
from agent.store.problems import NotFound
from agent.store.tables import Recipe, RecipeRevision, RecipeUse, WalkedPage, now

Amounts = dict[str, list[str]]

IMPORTED = "imported"
"""Where a recipe is from that came out of a file; every other was learnt here."""


def add(store: Store, recipe: Recipe, text: str, amounts: Amounts, why: str) -> Recipe:
    """Keeps a new recipe with its first revision."""
    with store.write() as session:
        session.add(recipe)
        session.flush()
        session.add(RecipeRevision(recipe_id=recipe.id or 0, number=1, text=text, amounts=amounts, why=why))
    return recipe


def revise(store: Store, recipe_id: int, text: str, amounts: Amounts, why: str, **columns: Any) -> Recipe:
    """Adds a revision, which is replayed from now on; older ones stay.

    Raises:
        NotFound: there is no such recipe.
    """
    with store.write() as session:
        recipe = _get(session, recipe_id)
        latest = session.exec(select(RecipeRevision.number).where(RecipeRevision.recipe_id == recipe_id)
                              .order_by(col(RecipeRevision.number).desc())).first() or 0
        session.add(RecipeRevision(recipe_id=recipe_id, number=latest + 1, text=text, amounts=amounts, why=why))
        for name, value in {**columns, "revision": latest + 1, "updated_at": now()}.items():
            setattr(recipe, name, value)
        session.add(recipe)
    return recipe


def change(store: Store, recipe_id: int, **columns: Any) -> Recipe:
    """Sets columns of a recipe.

    Raises:
        NotFound: there is no such recipe.
    """
    with store.write() as session:
        recipe = _get(session, recipe_id)
        for name, value in {**columns, "updated_at": now()}.items():
            setattr(recipe, name, value)
        session.add(recipe)
    return recipe


def restore(store: Store, recipe_id: int) -> Recipe | None:
    """Brings a removed recipe back as it was; None where none of that number was removed."""
    with store.write() as session:
        recipe = session.get(Recipe, recipe_id)
        if recipe is None or not recipe.removed_at:
            return None
        recipe.removed_at, recipe.updated_at = "", now()
        session.add(recipe)
    return recipe


def forget_removed(store: Store, before: str) -> None:
    """Forgets recipes with all of their revisions that were removed before a time."""
    with store.write() as session:
        for recipe in session.exec(select(Recipe).where(Recipe.removed_at != "", Recipe.removed_at < before)).all():
            for table in (RecipeRevision, RecipeUse):
                for row in session.exec(select(table).where(table.recipe_id == recipe.id)):
                    session.delete(row)
            session.flush()
            session.delete(recipe)


def get(store: Store, recipe_id: int) -> Recipe:
    """The recipe.

    Raises:
        NotFound: there is no such recipe.
    """
    with store.read() as session:
        return _get(session, recipe_id)


def every(store: Store, *, enabled: bool = False) -> list[Recipe]:
    """All recipes, oldest first; ``enabled``: only those that may be used."""
    query = select(Recipe).where(Recipe.removed_at == "").order_by(col(Recipe.id))
    with store.read() as session:
        return list(session.exec(query.where(col(Recipe.enabled)) if enabled else query))


def revisions(store: Store, recipe_id: int) -> list[RecipeRevision]:
    """All revisions of a recipe, oldest first."""
    with store.read() as session:
        return list(session.exec(select(RecipeRevision).where(RecipeRevision.recipe_id == recipe_id)
                                 .order_by(col(RecipeRevision.number))))


def revision(store: Store, recipe_id: int, number: int) -> RecipeRevision:
    """One revision.

    Raises:
        NotFound: there is no such revision.
    """
    with store.read() as session:
        found = session.exec(select(RecipeRevision).where(RecipeRevision.recipe_id == recipe_id,
                                                          RecipeRevision.number == number)).one_or_none()
    if found is None:
        raise NotFound(f"Recipe c{recipe_id} has no revision {number}.")
    return found


# Use

def begin(store: Store, task_id: int, recipe_id: int, number: int) -> None:
    """Notes that a task is being done by a recipe; what was noted of the same revision before stays."""
    with store.write() as session:
        found = session.get(RecipeUse, task_id)
        if found is not None and (found.recipe_id, found.revision) == (recipe_id, number):
            return
        session.merge(RecipeUse(task_id=task_id, recipe_id=recipe_id, revision=number, surprise=""))


def surprised(store: Store, task_id: int, why: str) -> None:
    """Notes the first surprise of a task's recipe."""
    with store.write() as session:
        found = session.get(RecipeUse, task_id)
        if found is not None and not found.surprise:
            found.surprise = why
            session.add(found)


def use_of(store: Store, task_id: int) -> RecipeUse | None:
    """By which recipe a task was begun."""
    with store.read() as session:
        return session.get(RecipeUse, task_id)


def learnt_from(store: Store, task_id: int) -> Recipe | None:
    """The recipe whose present text was learnt from a task."""
    with store.read() as session:
        return session.exec(select(Recipe).where(Recipe.task_id == task_id, Recipe.removed_at == "").order_by(
            col(Recipe.id))).first()


def went_through(store: Store, recipe_id: int) -> None:
    """A run came to a confirmed receipt by this recipe alone."""
    with store.write() as session:
        recipe = session.get(Recipe, recipe_id)
        if recipe is not None:
            recipe.used, recipe.used_at = recipe.used + 1, now()
            session.add(recipe)


# The way of a task

def walked(store: Store, page: WalkedPage) -> None:
    """Adds a page to a task's way."""
    with store.write() as session:
        session.add(page)


def way_of(store: Store, task_id: int) -> Sequence[WalkedPage]:
    """The pages that a task's runs pressed on, in their order."""
    with store.read() as session:
        return list(session.exec(select(WalkedPage).where(WalkedPage.task_id == task_id).order_by(col(WalkedPage.id))))


def forget_way(store: Store, task_id: int) -> None:
    """Forgets a task's way."""
    with store.write() as session:
        for row in session.exec(select(WalkedPage).where(WalkedPage.task_id == task_id)):
            session.delete(row)


def _get(session: Session, recipe_id: int) -> Recipe:
    recipe = session.get(Recipe, recipe_id)
    if recipe is None or recipe.removed_at:
        raise NotFound(f"There is no recipe c{recipe_id}.")
    return recipe
