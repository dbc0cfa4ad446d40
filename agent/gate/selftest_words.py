"""What the self-test found, in plain words: which way is open, what that means for the person, what to do."""

from __future__ import annotations

from collections.abc import Iterable

WHAT_TO_DO = ("Update the browser, or choose another one with COUNTERSIGN_BROWSER; then run "
              "`countersign-agent gate check` again.")

_MEANINGS = {
    "fetch": "a script's ordinary request",
    "image": "a picture, whose address can carry what was typed",
    "script": "a script from elsewhere",
    "style": "a style sheet from elsewhere",
    "prefetch": "a page that is loaded ahead",
    "beacon": "a message that a page leaves as it goes",
    "keepalive": "a request that outlives its page",
    "form": "a form",
    "frame": "a page inside the page",
    "sandbox": "a boxed-in page inside the page",
    "worker": "a script in the background",
    "shared-worker": "a background script that several pages share",
    "worker-websocket": "an open line from a background script",
    "events": "a stream of news from a site",
    "websocket": "an open line to a site",
    "websocket-stream": "an open line to a site, of the newer kind",
    "download": "a download",
    "popup": "a new window",
    "video": "a film or a sound",
    "module": "a part of a program, loaded later",
    "font": "a font",
    "worklet": "a script for sound",
    "turn": "a relay for video calls",
    "payment": "the look-up of a payment service",
    "address": "a server named by its number",
    "address6": "a server named by its number (IPv6)",
    "plain name": "a server of the local network",
    "loopback": "a program on this computer, by its number",
    "localhost": "a program on this computer, by its name",
    "webrtc": "the connections for video calls",
    "webtransport": "fast connections over UDP",
}


def meaning(channel: str) -> str:
    """A channel in words that need no dictionary."""
    return _MEANINGS.get(channel, channel)


def leak_text(channels: Iterable[str]) -> str:
    """What is said when something got past the gate."""
    ways = "; ".join(f"{each}: {meaning(each)}" for each in channels)
    return (f"The gate leaks ({ways}). With this browser a page could send what is typed for you past your approval, "
            f"so no task is run with it. Nothing of yours was sent by this test. {WHAT_TO_DO}")


def unproven_text(channels: Iterable[str]) -> str:
    """What is said when the browser kept to itself what should have come to the gate."""
    ways = "; ".join(f"{each}: {meaning(each)}" for each in channels)
    return (f"The gate could not be proven (not seen: {ways}). The browser may send these past it, or was too slow to "
            f"try them, so no task is run. Nothing of yours was sent by this test. Close what keeps the computer busy "
            f"and try again. If it stays: {WHAT_TO_DO[0].lower()}{WHAT_TO_DO[1:]}")
