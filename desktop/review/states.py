"""How each state of a submission is told: a sentence, its tone, whether something is under way. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from agent.protocol import SubmissionState


@dataclass(frozen=True, slots=True)
class Telling:
    """What the person reads. ``busy``: progress is shown; ``again``: the words of the button that prepares it anew."""

    text: str
    tone: str
    busy: bool = False
    again: str = ""


_TELLINGS: dict[str, Telling] = {
    SubmissionState.HELD: Telling("", "info"),
    SubmissionState.EDITING: Telling("Being filled in again with your changes. You will look at it again before "
                                     "anything is sent.", "info", busy=True),
    SubmissionState.SENT_BACK: Telling("Being prepared again with your note. Nothing was sent.", "info", busy=True),
    SubmissionState.REJECTED: Telling("You rejected this. Nothing was sent.", "info", again="Prepare it again"),
    SubmissionState.APPROVED: Telling("Approved. It goes out once, exactly as shown here.", "info", busy=True),
    SubmissionState.SENDING: Telling("Being sent, once.", "info", busy=True),
    SubmissionState.ANSWERED: Telling("Sent. The site answered.", "success"),
    SubmissionState.UNKNOWN: Telling("It was sent, but no answer came. It may or may not have arrived.", "warning"),
    SubmissionState.NOT_SENT: Telling("Not sent: the site could not be reached. Nothing of this left your computer.",
                                      "warning", again="Prepare it again"),
}


def telling(state: str) -> Telling:
    """The telling of a state; one of another version is told as it is: not known."""
    return _TELLINGS.get(state, Telling("It is not known how this stands.", "warning"))
