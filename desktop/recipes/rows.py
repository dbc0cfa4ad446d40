"""The lines of the list: recipes under their heading, then the one line for what answers taught. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.protocol.recipes import LessonDoc, RecipeRow
from desktop.recipes.words import lessons_count, row_under, short_used

ANSWERS = "answers"
"""The id of the line for what answers taught; a recipe's is ``c1`` and so on."""


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, or what can be selected: two lines of words, and a short one at the end of the lower."""

    heading: str = ""
    id: str = ""
    icon: str = ""
    title: str = ""
    under: str = ""
    aside: str = ""
    strong: bool = True          # False: switched off, drawn quieter


def lines(recipes: Sequence[RecipeRow], lessons: Sequence[LessonDoc]) -> tuple[Line, ...]:
    """All lines: recipes with the one used last first, then the answers."""
    made: list[Line] = []
    if recipes:
        made.append(Line(heading="Forms"))
        made += [_recipe(each) for each in sorted(recipes, key=_latest, reverse=True)]
    made.append(Line(heading="Answers"))
    made.append(Line(id=ANSWERS, icon="message-circle-question", title="What your answers taught",
                     under=lessons_count(lessons).capitalize()))
    return tuple(made)


def _latest(row: RecipeRow) -> str:
    return max(row["used_at"], row["updated_at"])


def _recipe(row: RecipeRow) -> Line:
    return Line(id=row["id"], icon="notebook-pen" if row["enabled"] else "pause", title=row["title"],
                under=row_under(row), aside=short_used(row), strong=row["enabled"])
