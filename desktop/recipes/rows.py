"""The rows of the list: recipes under their heading, then the one row for what answers taught. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from agent.protocol.display import display
from agent.protocol.recipes import LessonDoc, RecipeRow
from desktop.recipes.words import lessons_count, row_under, short_used
from desktop.widgets.row import Row

ANSWERS = "answers"
"""The id of the row for what answers taught; a recipe's is ``c1`` and so on."""


def rows(recipes: Sequence[RecipeRow], lessons: Sequence[LessonDoc]) -> tuple[Row, ...]:
    """All rows: recipes with the one used last first, then the answers."""
    made: list[Row] = []
    if recipes:
        made.append(Row(heading="Forms"))
        made += [_recipe(each) for each in sorted(recipes, key=_latest, reverse=True)]
    made.append(Row(heading="Answers"))
    made.append(Row(id=ANSWERS, icon="message-circle-question", title="What your answers taught",
                    under=lessons_count(lessons).capitalize()))
    return tuple(made)


def _latest(row: RecipeRow) -> str:
    return max(row["used_at"], row["updated_at"])


def _recipe(row: RecipeRow) -> Row:
    title, under, used = display(row["title"]), display(row_under(row)), short_used(row)
    said = ", ".join(each for each in (title, under, used.replace("×", "times")) if each)
    return Row(id=row["id"], icon="notebook-pen" if row["enabled"] else "pause", title=title, under=under, below=used,
               quiet=not row["enabled"], said=said)
