"""What may pass, what is held for the person, what is refused: pure, and a table.

Bias: favours refusing. A page that breaks because a request was refused is a nuisance; a request that carried the
person's data unseen is the end of the product.

| phase | relation | request                                   | verdict |
|-------|----------|-------------------------------------------|---------|
| open  | first    | WebSocket that the person granted, carrying nothing | socket (socket_policy.py judges messages) |
| armed | first    | the same, at a known address, within the allowance | socket, only headers known before |
| any   | any      | any other WebSocket or upgrade            | refuse  |
| any   | any      | the same bytes as a spent approval        | refuse  |
| any   | any      | the browser's own traffic                 | refuse  |
| armed, or pressed | first | question before a script's request (CORS preflight) | the gate answers it |
| any   | any      | look-up that the person granted, no page, within the allowance | pass, only headers known before |
| any   | any      | page load with a body, or by another method than GET, that follows a press | hold |
| any   | first    | script's write that follows a press, not a standing one | hold |
| armed | any      | page that follows a press: of another site, or an unknown address | hold |
| open  | any      | page at an address that nobody gave and that carries the person's data | refuse |
| open  | any      | any other read                            | pass    |
| open  | first    | any other write                           | pass    |
| open  | third    | write                                     | refuse  |
| armed | first    | read of a known or composed address, within the allowance | pass, only headers known before |
| armed | first    | standing write that carries nothing, within the allowance | pass, only headers known before |
| armed | third    | read of an address fetched before arming, not a page | the gate's own copy answers |
| armed | any      | everything else                           | refuse  |

*Known*: fetched before arming, given by the person, or written in what the first party's server itself delivered.
*Composed*: no page, no query, every piece of its path delivered by the first party's server (composed.py): the parts
that an app loads when it needs them.
*Standing*: a write that the page made by itself before anything was typed, byte for byte but for values that the
server delivered (standing.py): session pings, GraphQL reads.
*Follows a press*: the agent has just pressed a button or link and the request is a page load or a script's request;
pressing is what sends. Third-party subresources are refused silently even then.
*Within the allowance*: see allowance.py; choosing among known addresses says something too.
A *copy* never leaves the gate: once armed, other sites hear nothing at all without an approval or a grant.

Departures from DESIGN.md section 5, all stricter: once armed, a static file that was never seen and is not composed is
refused too (its name alone can carry data: ``/x/<base64>.png``), a standing write must equal an earlier one in its
bytes and not only in its shape, and a write that follows a press is held even before arming (a bare "Confirm
cancellation" carries nothing and still has consequences).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

READS = frozenset({"GET", "HEAD"})


class Phase(StrEnum):
    """Armed once any of the person's data has been typed in this browser profile; there is no way back."""

    OPEN = "open"
    ARMED = "armed"


class Relation(StrEnum):
    """Whether a request goes to a site of the task."""

    FIRST = "first party"
    THIRD = "third party"


class Verb(StrEnum):
    """What the gate does."""

    PASS = "pass"
    COPY = "copy"                # answered by the gate itself with what was fetched before arming
    ANSWER = "answer"            # a preflight, answered by the gate: nothing leaves, what follows is judged by itself
    SOCKET = "socket"            # a WebSocket stands; each of its messages is judged by itself
    HOLD = "hold"
    REFUSE = "refuse"


class Reason(StrEnum):
    """Why, in words that the log keeps and the person may read."""

    READ_BEFORE = "an ordinary read before anything was typed"
    WRITE_BEFORE = "a first-party write before anything was typed, with none of your data"
    KNOWN = "an address that the site itself gave"
    COMPOSED = "an address made of pieces that the site itself gave"
    STANDING = "the same as the page sent before anything was typed"
    GRANTED = "you allowed this address to be asked"
    PREFLIGHT = "a question that comes before a script's request"
    PRESSED = "it follows a press of a button"
    SOCKET = "you allowed this open channel"
    UPGRADE = "an open channel that can't be reviewed message by message"
    SPENT = "the same as what was already sent"
    CARRIES = "it carries your data without a review"
    THIRD_PARTY = "another site, once something was typed"
    UNATTENDED = "the page sends by itself while the form is being filled"
    NEW_ADDRESS = "an address that nobody gave, once something was typed"
    BROWSER = "the browser's own traffic"
    TOO_MANY = "more reads than a page needs, once something was typed"


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """All that the policy looks at.

    ``page`` is a page load, in a frame too; ``script`` a fetch, XHR or beacon; ``spare`` whether the allowance covers
    what this request counts for (``cost``, in reads).
    """

    method: str
    relation: Relation
    page: bool
    script: bool
    has_body: bool
    upgrade: bool
    known: bool
    copied: bool
    spare: bool
    carries: bool
    pressed: bool
    spent: bool
    browser_own: bool
    cost: int = 1
    preflight: bool = False
    granted: bool = False
    composed: bool = False
    standing: bool = False
    socket_granted: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verb and the reason."""

    verb: Verb
    reason: Reason


def judge(request: RequestFacts, phase: Phase) -> Verdict:
    """Judges one request by the table above."""
    if request.upgrade:
        return _socket(request, phase)
    if request.spent:
        return Verdict(Verb.REFUSE, Reason.SPENT)
    if request.browser_own:
        return Verdict(Verb.REFUSE, Reason.BROWSER)
    first = request.relation is Relation.FIRST
    if request.preflight and first and (request.pressed or phase is Phase.ARMED):
        return Verdict(Verb.ANSWER, Reason.PREFLIGHT)
    if request.granted and not request.page:
        return _within(request, Reason.GRANTED)
    write = request.method not in READS or request.has_body
    if request.pressed and _consequential(request, write, phase):
        return Verdict(Verb.HOLD, Reason.PRESSED)
    if phase is Phase.OPEN:
        return _before(request, write)
    return _armed(request, write)


def _socket(request: RequestFacts, phase: Phase) -> Verdict:
    plain = request.method == "GET" and not request.has_body and not request.spent
    if not (plain and request.socket_granted and request.relation is Relation.FIRST):
        return Verdict(Verb.REFUSE, Reason.UPGRADE)
    if request.carries:
        return Verdict(Verb.REFUSE, Reason.CARRIES)
    if phase is Phase.OPEN:
        return Verdict(Verb.SOCKET, Reason.SOCKET)
    if not request.known:
        return Verdict(Verb.REFUSE, Reason.NEW_ADDRESS)
    return Verdict(Verb.SOCKET, Reason.SOCKET) if request.spare else Verdict(Verb.REFUSE, Reason.TOO_MANY)


def _within(request: RequestFacts, reason: Reason) -> Verdict:
    return Verdict(Verb.PASS, reason) if request.spare else Verdict(Verb.REFUSE, Reason.TOO_MANY)


def _consequential(request: RequestFacts, write: bool, phase: Phase) -> bool:
    if request.page:
        return write or (phase is Phase.ARMED and not (request.known and request.relation is Relation.FIRST))
    standing = request.standing and not request.carries
    return write and request.script and request.relation is Relation.FIRST and not standing


def _before(request: RequestFacts, write: bool) -> Verdict:
    if request.carries and not request.known:
        return Verdict(Verb.REFUSE, Reason.CARRIES)
    if not write:
        return Verdict(Verb.PASS, Reason.READ_BEFORE)
    if request.relation is Relation.FIRST:
        return Verdict(Verb.PASS, Reason.WRITE_BEFORE)
    return Verdict(Verb.REFUSE, Reason.THIRD_PARTY)


def _armed(request: RequestFacts, write: bool) -> Verdict:
    if request.relation is Relation.THIRD:
        if not write and request.copied and not request.page:
            return Verdict(Verb.COPY, Reason.KNOWN)
        return Verdict(Verb.REFUSE, Reason.THIRD_PARTY)
    if write:
        unseen = not request.standing or request.carries or request.page
        return Verdict(Verb.REFUSE, Reason.UNATTENDED) if unseen else _within(request, Reason.STANDING)
    if request.known:
        return _within(request, Reason.KNOWN)
    if request.composed and not request.page and not request.carries:
        return _within(request, Reason.COMPOSED)
    return Verdict(Verb.REFUSE, Reason.NEW_ADDRESS)
