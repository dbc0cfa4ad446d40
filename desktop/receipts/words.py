"""What a receipt's states, answers, sources and fingerprints are called in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from agent.protocol import Flag, SourceKind
from agent.protocol.messages import ApprovalDoc, SendDoc, SheetRow


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a state is shown: a word, a tone with its icon and colour token, and a sentence."""

    word: str
    tone: str
    icon: str
    sentence: str


STATES = {
    "confirmed": StateWords("Confirmed", "success", "circle-check", "Sent, and the site confirmed it."),
    "answered": StateWords(
        "Answered", "info", "circle-dot",
        "Sent, and the site answered, but without a clear confirmation. Its own words below may tell you more."),
    "unknown": StateWords(
        "May or may not have arrived", "warning", "triangle-alert",
        "It is not known whether this arrived. Look at the site or in your mail before you do anything again: "
        "it may have been received."),
}
_OTHER = StateWords("Sent", "info", "circle-dot", "This was sent.")


def state_words(state: str) -> StateWords:
    """The words for a receipt's state."""
    return STATES.get(state, _OTHER)


def answer_words(status: int) -> str:
    """What the site's answer to one request means, with its number for whoever asks."""
    if not status:
        return "no answer was seen"
    kinds = {2: "the site took it", 3: "the site took it and led on to its next page", 4: "the site refused it",
             5: "the site had a fault"}
    return f"{kinds.get(status // 100, 'the site answered')} (answer {status})"


_WEIGHTY = frozenset({Flag.MONEY, Flag.CONSENT, Flag.DECLARATION})


def by_the_page(row: SheetRow) -> bool:
    """Whether the page sent this by itself, unseen, and it commits the person to nothing: tokens and the like."""
    if _WEIGHTY & set(row["flags"]) or row["needs_own_yes"]:
        return False
    return row["source"] == SourceKind.HIDDEN or Flag.RENEWED in row["flags"]


def name_of(row: SheetRow) -> str:
    """What a row is called: its label, or its name on the wire."""
    return row["label"] or row["name"]


def value_of(row: SheetRow) -> str:
    """What was sent, as a person reads it: the chosen option's words, the file's name, or the value itself."""
    if row["file"] is not None:
        return row["file"]["filename"]
    return row["shown"] or row["value"]


def sent_as(row: SheetRow) -> str:
    """The value behind an option's words, where the two differ; empty otherwise."""
    return row["value"] if row["shown"] and row["shown"] != row["value"] and row["file"] is None else ""


def site_of(address: str) -> str:
    """The host (with its port, where one is written) of an address or origin."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2] or address
    except ValueError:
        return address


def short_mark(mark: str) -> str:
    """The first sixteen signs of a fingerprint in groups of four, to compare by eye."""
    return " ".join(mark[at:at + 4] for at in range(0, min(16, len(mark)), 4))


def tidy(text: str) -> str:
    """What is put on the clipboard: without signs that can't be seen and without line breaks."""
    return "".join(sign for sign in text if sign.isprintable()).strip()


def approval_words(verb: str, when: str) -> str:
    """Who approved, when, and how."""
    if verb == "grant":
        return f"Sent as a step of the form under the permission you gave for this task, on {when}."
    return f"You approved exactly this on {when}."


def agreed_to(approval: ApprovalDoc, rows: list[SheetRow]) -> tuple[str, ...]:
    """What was agreed to one by one, by the labels that stood on the sheet."""
    labels = {row["name"]: name_of(row) for row in rows}
    return tuple(labels.get(name, name) for name in approval["accepted"])


def agreement(approval: ApprovalDoc, sends: list[SendDoc]) -> str:
    """Whether what was sent is what was approved; empty where the receipt can't tell."""
    sent = [each.get("digest", "") for each in sends if each.get("submission") == approval["submission"]]
    if not sent or not approval["digest"] or approval["verb"] == "grant":
        return ""
    return ("What was sent has the same fingerprint." if all(each == approval["digest"] for each in sent)
            else "What was sent has another fingerprint: please report this.")
