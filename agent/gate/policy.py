"""What may pass, what is held for the person, what is refused: pure, and a table.

Bias: favours refusing. A page that breaks because a request was refused is a nuisance; a request that carried the
person's data unseen is the end of the product.

| phase | relation | request                                   | verdict |
|-------|----------|-------------------------------------------|---------|
| any   | any      | WebSocket or other upgrade                | refuse  |
| any   | any      | the same bytes as a spent approval        | refuse  |
| any   | any      | the browser's own traffic                 | refuse  |
| any   | any      | page load with a body, or by another method than GET, that follows a press | hold |
| any   | first    | script's write that follows a press       | hold    |
| armed | any      | page that follows a press: of another site, or an unknown address | hold |
| open  | any      | page at an address that nobody gave and that carries the person's data | refuse |
| open  | any      | any other read                            | pass    |
| open  | first    | any other write                           | pass    |
| open  | third    | write                                     | refuse  |
| armed | first    | read of a known address, within the allowance | pass, only headers known before |
| armed | third    | read of an address fetched before arming, not a page | the gate's own copy answers |
| armed | any      | everything else                           | refuse  |

*Known*: fetched before arming, given by the person, or written in what the first party's server itself delivered.
*Follows a press*: the agent has just pressed a button or link and the request is a page load or a script's request;
pressing is what sends. Third-party subresources are refused silently even then.
*Within the allowance*: see allowance.py; choosing among known addresses says something too.
A *copy* never leaves the gate: once armed, other sites hear nothing at all without an approval.

Two departures from DESIGN.md section 5, both stricter: once armed, a static file that was never seen is refused too
(its name alone can carry data: ``/x/<base64>.png``), and a write that follows a press is held even before arming
(a bare "Confirm cancellation" carries nothing and still has consequences).
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
    HOLD = "hold"
    REFUSE = "refuse"


class Reason(StrEnum):
    """Why, in words that the log keeps and the person may read."""

    READ_BEFORE = "an ordinary read before anything was typed"
    WRITE_BEFORE = "a first-party write before anything was typed, with none of your data"
    KNOWN = "an address that the site itself gave"
    PRESSED = "it follows a press of a button"
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
    one more read.
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verb and the reason."""

    verb: Verb
    reason: Reason


def judge(request: RequestFacts, phase: Phase) -> Verdict:
    """Judges one request by the table above."""
    if request.upgrade:
        return Verdict(Verb.REFUSE, Reason.UPGRADE)
    if request.spent:
        return Verdict(Verb.REFUSE, Reason.SPENT)
    if request.browser_own:
        return Verdict(Verb.REFUSE, Reason.BROWSER)
    write = request.method not in READS or request.has_body
    if request.pressed and _consequential(request, write, phase):
        return Verdict(Verb.HOLD, Reason.PRESSED)
    if phase is Phase.OPEN:
        return _before(request, write)
    return _armed(request, write)


def _consequential(request: RequestFacts, write: bool, phase: Phase) -> bool:
    if request.page:
        return write or (phase is Phase.ARMED and not (request.known and request.relation is Relation.FIRST))
    return write and request.script and request.relation is Relation.FIRST


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
        return Verdict(Verb.REFUSE, Reason.UNATTENDED)
    if not request.known:
        return Verdict(Verb.REFUSE, Reason.NEW_ADDRESS)
    return Verdict(Verb.PASS, Reason.KNOWN) if request.spare else Verdict(Verb.REFUSE, Reason.TOO_MANY)
