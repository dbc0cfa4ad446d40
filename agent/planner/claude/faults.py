"""What went wrong on the way to a model: whether to try again, and how it is said to the person. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from agent.protocol.display import display


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

@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked, for what is said about it. ``key_from``: as in `connection.Key`."""

    model: str = ""
    key_from: str = ""


_AFTER = "then try this task again."


def of_status(status: int, retry_after: str, message: str, asked: Asked) -> Fault:
    """A fault that the server answered with. ``message`` is its own words, and only looked through."""
    low = message.lower()
    if is_unpaid(status, low):
        return Fault(Remedy.END, f"The account of the model's key has no credit left. {TOP_UP}, or choose another "
                                 f"model in Settings; {_AFTER}")
    if status == 413 or (status == 400 and ("too long" in low or "context" in low)):
        return Fault(Remedy.SHORTER, "The form is too long for this model.")
    if status in (408, 409, 429) or status >= 500:
        says = "The model's server is busy" if status in (429, 529) else "The model's server has a fault"
        return Fault(Remedy.AGAIN, f"{says} ({status}). Nothing was lost; try again later.", seconds_of(retry_after))
    return Fault(Remedy.END, _lasting(status, low, asked))


def _lasting(status: int, low: str, asked: Asked) -> str:
    name = f"the model “{display(asked.model, 80)}”" if asked.model else "this model"
    if status == 401:
        wrong = "does not accept the key" if asked.key_from else "wants a key"
        return f"The model's server {wrong}. {other_key(asked.key_from)}; {_AFTER}"
    if status == 403:
        return (f"The key may not use {name}. Choose another model in Settings, or give another key; "
                f"{_AFTER}")
    if status in (404, 400, 422) and no_such_model(low):
        return f"The model's server does not know {name}. {OTHER_MODEL}; {_AFTER}"
    if status == 404:
        return f"There is no model server at the address that is set. Check it in Settings; {_AFTER}"
    return f"The model's server did not accept the request ({status}). Try the model in Settings to see why."


TOP_UP = "Add some where you got the key"
OTHER_MODEL = "Choose another in Settings or with `model set`"


def other_key(key_from: str) -> str:
    """What to do about a key that is refused or missing, without a full stop."""
    if key_from == "environment":
        return ("The key comes from ANTHROPIC_API_KEY in the environment: put a valid one there and start Countersign "
                "again")
    if key_from:
        return "Forget it in Settings and give another one there, or with `model key`"
    return "Give one in Settings or with `model key`"


def is_unpaid(status: int, low: str) -> bool:
    """Whether an answer (its words in lower case) says that there is no money for it: the vendor's is a 400."""
    words = ("credit balance", "billing_error", "no credit", "out of credit", "insufficient credit")
    return status == 402 or (400 <= status < 500 and any(word in low for word in words))


def no_such_model(low: str) -> bool:
    """Whether an answer (its words in lower case) says that there is no such model."""
    return "model" in low and any(word in low for word in (
        "not found", "not_found", "does not exist", "invalid model", "unknown model", "no model", "not loaded"))


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
