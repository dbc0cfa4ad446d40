"""What the person's answers taught, at the desk: seen, and forgotten."""

from __future__ import annotations

from datetime import datetime

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.planner.recipe.lesson import Lesson as Known
from agent.profile.kinds import kept
from agent.profile.labels import label_of_kind
from agent.protocol.recipes import LessonDoc
from agent.store import lessons
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
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


@capability("learned restore", "Put back one that was forgotten", Argument("label", "the label", metavar="LABEL"),
            Argument("site", "where it was learnt", option=True, metavar="SITE"),
            Argument("at", "when, ISO 8601", option=True, metavar="TIME"),
            Argument("fact", "the kind of fact that it means", option=True, required=False, metavar="KIND"),
            Argument("option", "or what was chosen under it", option=True, required=False, metavar="OPTION"))
def restore_learned(desk: Desk, label: str, site: str, at: str, fact: str = "", option: str = "") -> LessonDoc:
    """Puts a lesson back as it was.

    Raises:
        ProfileError: ``fact`` is no kind that a profile keeps.
        NotNow: it says both or neither, its time can't be read, or its label was learnt anew since.
    """
    if bool(fact) == bool(option) or not label.strip():
        raise NotNow("A label means a kind of fact, or has a chosen option: one of both.")
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise NotNow(f"“{at}” is no time that can be read.") from None
    if fact:
        kept(fact)
    return _doc(lessons.put_back(desk.store, Lesson(label=label, fact=fact, option=option, site=site, at=at)))


def _doc(each: Lesson) -> LessonDoc:
    says = Known(each.label, each.fact, each.option, each.site, each.at).says
    return LessonDoc(id=shown("l", each.id), label=each.label, fact=each.fact, option=each.option, site=each.site,
                     at=each.at, means=each.option or f"your {label_of_kind(each.fact).lower()}", says=says)
