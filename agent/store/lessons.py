"""What answers on one site taught for the next."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from agent.store.engine import Store
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Lesson, now


def keep(store: Store, lessons: Sequence[Lesson]) -> None:
    """Keeps lessons; a newer one of the same label takes the place of an older one."""
    if not lessons:
        return
    with store.write() as session:
        for each in lessons:
            found = session.exec(select(Lesson).where(Lesson.label == each.label)).one_or_none()
            if found is None:
                session.add(each)
            else:
                found.fact, found.option, found.site, found.at = each.fact, each.option, each.site, now()
                session.add(found)
            session.flush()


def every(store: Store) -> list[Lesson]:
    """All lessons, the newest first."""
    with store.read() as session:
        return list(session.exec(select(Lesson).order_by(col(Lesson.at).desc(), col(Lesson.id).desc())))


def put_back(store: Store, lesson: Lesson) -> Lesson:
    """Keeps a lesson that was forgotten, with its own time.

    Raises:
        NotNow: its label was learnt anew since.
    """
    with store.write() as session:
        if session.exec(select(Lesson).where(Lesson.label == lesson.label)).one_or_none() is not None:
            raise NotNow(f"“{lesson.label}” was learnt anew in the meantime; that stays.")
        session.add(lesson)
    return lesson


def forget(store: Store, number: int) -> Lesson:
    """Forgets one.

    Raises:
        NotFound: there is none.
    """
    with store.write() as session:
        found = session.get(Lesson, number)
        if found is None:
            raise NotFound(f"There is no lesson l{number}.")
        session.delete(found)
    return found
