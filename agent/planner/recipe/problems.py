"""What can be wrong with a recipe.

RecipeProblem
├── BadRecipe     the text is no recipe, or holds what none may hold
└── NoRecipe      there is none for this task
"""

from __future__ import annotations


class RecipeProblem(Exception):
    """Base of all; the text is for the person."""


class BadRecipe(RecipeProblem):
    """A text that is no recipe. Nothing of it was kept."""


class NoRecipe(RecipeProblem):
    """A task is to be done by a recipe, and none fits."""
