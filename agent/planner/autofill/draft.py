"""A control with what is thought of it so far: what the recogniser's steps hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from agent.browser.page import Control
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.words import Words
from agent.protocol import FactKind


class Told(IntEnum):
    """How near the words stand that say whose fact a control asks for."""

    NOT = 0
    ABOVE = 1      # a heading or a legend
    BY_LABEL = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A control with what is thought of it so far. ``vetoed``: left alone whatever the neighbours say."""

    control: Control
    words: Words
    kind: FactKind
    subject: Subject
    confidence: float
    why: str
    vetoed: bool = False
    part: str = ""
    told: Told = Told.NOT    # what says whose it is; otherwise it is only taken to be the person's own

    @property
    def open(self) -> bool:
        """Whether neighbours may say what it is: no veto, no box to tick."""
        return not self.vetoed and self.control.type != "checkbox"
