"""What went wrong on the way to a model: whether to try again, and how it is said to the person. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Remedy(Enum):
    """What is done about a fault."""

    AGAIN = auto()      # the same once more, after a while
    SHORTER = auto()    # once more with less of the past
    END = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault with its remedy. ``after``: seconds that the server asks us to wait, 0 for none."""

    remedy: Remedy
    says: str
    after: float = 0.0


class ModelTrouble(Exception):
    """A turn could not be had. The message is for the person and holds no value of theirs."""


class Shut(ModelTrouble):
    """No further turn may be paid for now; the person may allow more."""


class TooLong(ModelTrouble):
    """The conversation is longer than the model takes."""


LONGEST_WAIT = 60.0
"""Seconds that a server may make us wait; the whole answer has five minutes."""

_BY_STATUS = {
    401: "The model's server does not accept the key. Check it in the settings.",
    402: "The model's server says that the account has no credit left.",
    403: "The key may not use this model. Check both in the settings.",
    404: "The model's server does not know this model or address. Check both in the settings.",
}


def of_status(status: int, retry_after: str, message: str) -> Fault:
    """A fault that the server answered with."""
    if status == 413 or (status == 400 and ("too long" in message or "context" in message)):
        return Fault(Remedy.SHORTER, "The form is too long for this model.")
    if status in (408, 409, 429) or status >= 500:
        says = "The model's server is busy" if status in (429, 529) else "The model's server has a fault"
        return Fault(Remedy.AGAIN, f"{says} ({status}). Nothing was lost; try again later.", seconds_of(retry_after))
    return Fault(Remedy.END, _BY_STATUS.get(status, f"The model's server did not accept the request ({status})."))


def seconds_of(text: str) -> float:
    """A ``retry-after`` in seconds; 0 for anything else."""
    try:
        seconds = float(text)
    except ValueError:
        return 0.0
    return min(seconds, LONGEST_WAIT) if seconds > 0 else 0.0


NO_ANSWER = Fault(Remedy.AGAIN, "The model's server gave no answer in time. Nothing was lost; try again later.")
NOT_REACHED = Fault(Remedy.AGAIN, "The model's server can't be reached. Nothing was lost; try again later.")
CUT = Fault(Remedy.AGAIN, "The model's answer broke off again and again. Nothing was lost; try again later.")
