"""What is said beside a field about the value in it, decided without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agent.protocol.messages import CheckDoc


class Verdict(StrEnum):
    """How a typed value stands."""

    EMPTY = "empty"
    CHECKING = "checking"
    FITS = "fits"
    DOUBT = "doubt"              # it can be kept, but looks like a slip
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, what is said, and the value as it would be kept."""

    verdict: Verdict
    note: str = ""
    value: str = ""

    @property
    def can_be_kept(self) -> bool:
        """Whether saving may be tried."""
        return self.verdict in (Verdict.FITS, Verdict.DOUBT)


EMPTY = Judgement(Verdict.EMPTY)
CHECKING = Judgement(Verdict.CHECKING)


def judge(typed: str, check: CheckDoc) -> Judgement:
    """What the agent's look at a value means for the field."""
    if check["problem"]:
        return Judgement(Verdict.WRONG, _sentence(check["problem"]))
    kept = "" if check["value"] == typed.strip() else f"Will be kept as {check['value']}"
    if check["doubt"]:
        note = f"Please look again: {check['doubt']}" + (f" {kept}" if kept else "")
        return Judgement(Verdict.DOUBT, note, check["value"])
    return Judgement(Verdict.FITS, kept, check["value"])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
