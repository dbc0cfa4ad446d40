"""What the person's answers taught, at the desk: seen, and forgotten."""

from __future__ import annotations

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.planner.recipe.lesson import Lesson as Known
from agent.protocol.recipes import LessonDoc
from agent.store import lessons
from agent.store.ids import number_of, shown
from agent.store.tables import Lesson


@capability("learned list", "What your answers on one site taught for the next")
def list_learned(desk: Desk) -> list[LessonDoc]:
    """All lessons, the newest first."""
    return [_doc(each) for each in lessons.every(desk.store)]


@capability("learned forget", "Forget one of them", Argument("id", "its id", metavar="ID"))
def forget_learned(desk: Desk, id: str) -> LessonDoc:
    """Forgets a lesson; what came of it on forms stays as it was.

    Raises:
        NotFound: there is none.
    """
    return _doc(lessons.forget(desk.store, number_of("l", id)))


def _doc(each: Lesson) -> LessonDoc:
    says = Known(each.label, each.fact, each.option, each.site, each.at).says
    return LessonDoc(id=shown("l", each.id), label=each.label, fact=each.fact, option=each.option, site=each.site,
                     at=each.at, says=says)
