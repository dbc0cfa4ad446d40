"""The shapes of what is told about recipes: plain JSON, typed."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class WithRecipes(TypedDict):
    """Part of what changed on disk: whether recipes, their uses, or what answers taught did."""

    recipes: NotRequired[bool]


class TaskByRecipe(TypedDict):
    """What a task has to do with a recipe.

    ``replayed``: it was begun by it; otherwise the recipe was learnt from it. ``at`` is when the text that was replayed
    was made; ``surprise`` a sentence on what was not as it was, empty where nothing was.
    """

    id: str
    title: str
    replayed: bool
    source: Literal["learnt", "imported"]
    at: str
    surprise: str


class OfRecipe(TypedDict):
    """Part of a task: the recipe that it was begun by or taught, if any."""

    recipe: NotRequired[TaskByRecipe | None]


class RecipeRow(TypedDict):
    """One recipe in a list. ``site`` is the host that it starts at, empty where it began at an address of one use."""

    id: str
    title: str
    start: str
    site: str
    source: Literal["learnt", "imported"]
    enabled: bool
    revision: int
    task: str                    # that it was learnt from; empty: none, or it is gone
    used: int                    # runs that it took to the end alone
    used_at: str
    created_at: str
    updated_at: str


class RevisionDoc(TypedDict):
    """One text of a recipe, and why it was made."""

    number: int
    why: str
    at: str


class RecipeField(TypedDict):
    """One field of a page: what the page calls it, and in words where its value comes from."""

    label: str
    comes_from: str
    take: Literal["fact", "task", "ask", "option", "options", "tick", "file", "yours", "known", "left"]
    required: bool


class RecipePage(TypedDict):
    """One page of a recipe, and the words of what is pressed on it."""

    origin: str
    path: str
    heading: str
    press: str
    fields: list[RecipeField]


class RecipeDoc(RecipeRow):
    """A recipe with one of its texts (``shown``), its pages in words, and all of its revisions, oldest first.

    ``keeps``: the words of the pages' own options that the text holds, each with where: they may name somebody.
    """

    shown: int
    text: str
    pages: list[RecipePage]
    keeps: list[str]
    revisions: list[RevisionDoc]


class RecipePreview(TypedDict):
    """What a file would bring: where it starts and what it would do. ``seen`` names its content."""

    title: str
    start: str
    site: str
    pages: list[RecipePage]
    seen: str


class RecipeText(TypedDict):
    """A recipe's text, to be passed on. ``keeps`` as of a `RecipeDoc`."""

    id: str
    text: str
    keeps: list[str]


class RecipeState(TypedDict):
    """What became of a recipe. ``note`` is for the person; empty where there is nothing to say."""

    id: str
    enabled: bool
    revision: int
    note: str


class RecipeTask(TypedDict):
    """The task that a recipe was set to do."""

    task: str
    id: str


class LessonDoc(TypedDict):
    """What an answer taught: ``fact`` is the kind that a label means, ``option`` what was chosen under it; one of both.

    ``means``: what was chosen, or in words which fact. ``says`` is the sentence that stands beside a value that comes
    from it.
    """

    id: str
    label: str
    fact: str
    option: str
    means: str
    site: str
    at: str
    says: str
