"""The profile's rows."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import select

from agent.store.engine import Store
from agent.store.problems import NotFound
from agent.store.tables import Fact, now


def every(store: Store) -> dict[str, str]:
    """All facts: kind to normalised value."""
    with store.read() as session:
        return {fact.kind: fact.value for fact in session.exec(select(Fact).order_by(Fact.kind))}


def rows(store: Store) -> list[Fact]:
    """All facts with their times, by kind."""
    with store.read() as session:
        return list(session.exec(select(Fact).order_by(Fact.kind)))


def put(store: Store, facts: Iterable[tuple[str, str, str]]) -> None:
    """Sets facts given as (kind, value, sensitivity): all of them or, if the disk refuses, none."""
    with store.write() as session:
        for kind, value, sensitivity in facts:
            session.merge(Fact(kind=kind, value=value, sensitivity=sensitivity, updated_at=now()))


def remove(store: Store, kind: str) -> None:
    """Forgets a fact.

    Raises:
        NotFound: the profile has none of that kind.
    """
    with store.write() as session:
        fact = session.get(Fact, kind)
        if fact is None:
            raise NotFound(f"Your profile holds no {kind}.")
        session.delete(fact)
