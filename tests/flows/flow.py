"""What a flow is: a site, a task, who plans, what must arrive, and how often the person may be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from agent.planner.base import Planner
from tests.flows.wire import Pairs
from tests.sites.expected import ELEANOR


class Group(StrEnum):
    """Where a flow's pages come from."""

    PRACTICE = "practice"        # the product's own practice council
    PACKAGE = "package"          # form pages and an application that npm packages ship
    SINGLE = "single"            # small single-page applications on form libraries
    HABIT = "habit"              # pages of ours that do what ordinary sites do beside their form


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission that must have been accepted: its path and its fields, sorted by name."""

    path: str
    pairs: Pairs


class Ground(Protocol):
    """A running site, as the measurement sees it."""

    @property
    def start(self) -> str:
        """The address that the person gives with the task."""
        ...

    @property
    def reachable(self) -> Sequence[tuple[str, int]]:
        """Further hosts and ports that pages of the site name."""
        ...

    def accepted(self) -> list[Sent]:
        """The submissions that the site took, in order, decoded by code that is not the product's."""
        ...

    def arrived(self) -> list[tuple[str, bytes]]:
        """Everything that arrived and could carry data, at whatever server: path, then address and body."""
        ...


@dataclass(frozen=True, slots=True)
class Flow:
    """One benign flow.

    Args:
        name: unique, as on the command line.
        group: where its pages come from.
        task: the person's words.
        site: makes the running site.
        sent: what must have been accepted in the end, in order.
        renewed: fields that the site makes anew each time; left out of the comparison.
        answers: what the person answers, by the first line of a question; ``@4`` takes
            the option of that place (from 0); a declaration not in it is agreed to.
        grant: whether the person gives a step grant where one is offered.
        lookups: paths that the person lets look things up with their data when asked; empty: they say no.
        most_reviews: how many reviews are right.
        planner: who plans, where the page's widgets are beyond the embedded planner; None is the embedded one.
        file: the name of a picture that comes with the task.
        facts: the profile.
        steps: paths of further requests that a press may rightly hold (steps of a form that the site does not file).
    """

    name: str
    group: Group
    task: str
    site: Callable[[], AbstractContextManager[Ground]]
    sent: tuple[Sent, ...]
    renewed: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)
    grant: bool = False
    lookups: frozenset[str] = frozenset()
    most_reviews: int = 1
    planner: Callable[[], Planner] | None = None
    file: str = ""
    facts: Mapping[str, str] = field(default_factory=lambda: ELEANOR)
    steps: frozenset[str] = frozenset()


def form(path: str, **fields: str) -> Sent:
    """A submission by its fields; a double underscore in a name stands for a dot."""
    return Sent(path, tuple(sorted((name.replace("__", "."), value) for name, value in fields.items())))
