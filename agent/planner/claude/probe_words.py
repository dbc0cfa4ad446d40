"""Says in plain words what a probe found. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from agent.planner.claude.faults import OTHER_MODEL, TOP_UP, other_key
from agent.planner.claude.usage import Usage
from agent.protocol.model import ProbeLine


class Trouble(StrEnum):
    """What ended a probe early."""

    UNREACHED = "unreached"
    SLOW = "slow"
    KEY = "key"
    NO_MODEL = "no model"
    NO_PROTOCOL = "no protocol"
    SENT_ON = "sent on"
    UNPAID = "unpaid"
    BUSY = "busy"
    REFUSED = "refused"
    BROKE = "broke"
    UNREADABLE = "unreadable"


@dataclass(slots=True)
class Findings:
    """What was seen so far. ``caches``: the server counts what it read from its cache."""

    address: str
    model: str
    has_key: bool = False
    key_from: str = ""
    reached: bool = False
    streams: bool = False
    calls: bool = False
    fits: bool = False
    does_it: bool = False
    goes_on: bool = False
    parameters: bool = False
    caches: bool = False
    status: int = 0
    said: str = ""
    trouble: Trouble | None = None
    usage: Usage = field(default_factory=lambda: Usage(0, 0))


_PASSING = frozenset({Trouble.UNREACHED, Trouble.SLOW, Trouble.UNPAID, Trouble.BUSY, Trouble.BROKE})
"""What may be otherwise in a minute: nothing is said about what the server can do."""


def lines_of(found: Findings) -> list[ProbeLine]:
    """What was tried, in the order in which it was; what could not be tried any more is left out."""
    lines = [_line("reachable", found.reached, f"{found.address} answers.", _unreached(found))]
    if found.trouble in (Trouble.UNREACHED, Trouble.NO_PROTOCOL, Trouble.SENT_ON, Trouble.UNREADABLE) or (
            not found.reached):
        return [*lines, *([_line("speaks the protocol", False, "", trouble_words(found))] if found.reached else [])]
    if found.has_key or found.trouble is Trouble.KEY:
        lines.append(_line("takes the key", found.trouble is not Trouble.KEY, "The key is accepted.",
                           trouble_words(found)))
    if found.trouble is Trouble.KEY:
        return lines
    known = found.trouble is not Trouble.NO_MODEL
    lines.append(_line("knows the model", known, f"{found.model} is there.", trouble_words(found)))
    if not known:
        return lines
    if found.trouble is not None and not found.calls:
        return [*lines, _line("answers", False, "", trouble_words(found))]
    return [*lines, *_abilities(found)]


def _abilities(found: Findings) -> list[ProbeLine]:
    return [
        _line("streams", found.streams, "Its answers come piece by piece.",
              "Its answers do not come piece by piece, so nothing shows what it does and long ones break off."),
        _line("calls tools", found.calls, "It calls a tool when told to.",
              "It answers in prose where it should call a tool. A larger model, or one made for tools, may do it; "
              "llama.cpp needs --jinja."),
        *([_line("keeps to a schema", found.fits, "What it puts into a call has the right form.",
                 "What it puts into a call has the wrong form."),
           _line("does as told", found.does_it, "It put two given values where they belong.",
                 "It put wrong values into a form of two fields."),
           _line("goes on after a tool", found.goes_on, "It goes on once a tool has answered.",
                 "It does not go on once a tool has answered. " + trouble_words(found))] if found.calls else []),
        ProbeLine(check="takes caching and thinking", ok=found.parameters and found.caches, needed=False,
                  says=_extras(found))]


def _extras(found: Findings) -> str:
    if not found.parameters:
        return "It refuses the parameters for caching, thinking and effort, so it is asked without them."
    if not found.caches:
        return ("It takes the parameters for caching and thinking and does not heed them, so it is asked without; "
                "every turn is then read anew.")
    return "It takes the parameters for caching, thinking and effort."


def _line(check: str, ok: bool, good: str, bad: str) -> ProbeLine:
    return ProbeLine(check=check, ok=ok, needed=True, says=(good if ok else bad).strip())


def _unreached(found: Findings) -> str:
    if found.trouble is Trouble.SLOW:
        return trouble_words(found)
    return f"Nothing answers at {found.address}. Is the server running, and the address right?"


def trouble_words(found: Findings) -> str:
    """What went wrong and what to do about it; empty if nothing did."""
    said = f" It says: “{found.said}”." if found.said else ""
    texts = {
        Trouble.UNREACHED: "The connection was lost.",
        Trouble.SLOW: "It took too long to answer. A smaller model may be quick enough.",
        Trouble.KEY: f"{'It does not accept the key' if found.has_key else 'It wants a key'}. "
                     f"{other_key((found.key_from or 'keyring') if found.has_key else '')}.",
        Trouble.NO_MODEL: f"It does not know {found.model}. {OTHER_MODEL}.",
        Trouble.NO_PROTOCOL: "Something answers there, but not to this protocol. Give the server's address without "
                             "“/v1” at its end.",
        Trouble.SENT_ON: "It sends on to another address, which is not followed. Give that one.",
        Trouble.UNPAID: f"The account has no credit left. {TOP_UP}, then try again.",
        Trouble.BUSY: "It is too busy, or asked too often. Try again in a minute.",
        Trouble.REFUSED: f"It refuses what a planner must ask ({found.status}).",
        Trouble.BROKE: f"It broke over it ({found.status}). Its own log may say why.",
        Trouble.UNREADABLE: "Its answer can't be read: it is not in this protocol.",
    }
    return texts[found.trouble] + said if found.trouble is not None else ""


def summary_of(found: Findings, lines: Sequence[ProbeLine], *, usable: bool) -> str:
    """One sentence: whether the planner can work with it."""
    if usable:
        return (f"{found.model} can do this work." if found.parameters and found.caches
                else f"{found.model} can do this work, without caching and thinking.")
    failed = next((each for each in lines if each["needed"] and not each["ok"]), None)
    if found.trouble in _PASSING:
        return f"It could not be found out what {found.model} can do. {failed['says'] if failed else ''}".strip()
    return f"The planner can't work with {found.model} there. {failed['says'] if failed else ''}".strip()


def is_passing(trouble: Trouble | None) -> bool:
    """Whether the same probe may well end otherwise in a minute."""
    return trouble in _PASSING
