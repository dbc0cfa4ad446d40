"""What is known about where a submission goes: the exact host, how it is reached, whether it is known. Pure."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from agent.protocol.messages import SubmissionDoc
from desktop.review.bounded import bounded
from desktop.widgets.when import short_day

_USUAL_PORT = {"https": 443, "http": 80}
LONGEST = 300
"""Signs of a host: real ones have 253 at most."""
_ON_BUTTON = 40
"""Characters of a host that a button's words can hold; a longer one stands above in full and not on the button."""


@dataclass(frozen=True, slots=True)
class Note:
    """A word about the site with its tone and icon."""

    text: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class Site:
    """Where it goes. ``host`` is escaped and in full, with any unusual port; ``written`` its international spelling."""

    host: str
    written: str
    notes: tuple[Note, ...]

    @property
    def on_button(self) -> str:
        """The host if it is short enough for a button, otherwise nothing."""
        return self.host if len(self.host) <= _ON_BUTTON else ""


def site_of(doc: SubmissionDoc) -> Site:
    """Reads the origin of a submission; whatever can't be read is shown as it came, escaped."""
    try:
        parts = urlsplit(doc["origin"])
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return Site(bounded(doc["origin"], LONGEST) or "an address that can't be read", "",
                    (Note("Can't be read", "danger", "circle-alert"), _known(doc)))
    plain = f"[{name}]" if ":" in name else name
    shown = f"{plain}:{port}" if port is not None and port != _USUAL_PORT.get(parts.scheme) else plain
    notes = [_reached(parts.scheme, name), _known(doc)]
    written = _unicode(name)
    if written:
        notes.insert(0, Note("International spelling", "warning", "globe"))
    elif not name.isascii():
        notes.insert(0, Note("Unusual letters", "warning", "triangle-alert"))
    return Site(bounded(shown, LONGEST) or "an address that can't be read", written, tuple(notes))


def is_this_computer(host: str) -> bool:
    """Whether a host name means the computer it is used on."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reached(scheme: str, host: str) -> Note:
    if is_this_computer(host):
        return Note("This computer", "neutral", "monitor")
    if scheme == "https":
        return Note("Encrypted", "neutral", "lock")
    return Note("Not encrypted", "danger", "shield-alert")


def _known(doc: SubmissionDoc) -> Note:
    if doc["new_site"]:
        return Note("New site", "warning", "star")
    when = short_day(doc["last_sent_at"])
    return Note(f"Known: last sent {when}" if when else "Known site", "neutral", "history")


def _unicode(host: str) -> str:
    """The international spelling of a host with ``xn--`` parts, escaped; empty if there is none."""
    if not any(part.startswith("xn--") for part in host.split(".")):
        return ""
    return bounded(".".join(map(_decoded, host.split("."))), LONGEST)


def _decoded(part: str) -> str:
    if not part.startswith("xn--"):
        return part
    try:
        return part[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return part
