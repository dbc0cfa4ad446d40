"""What can go wrong at the gate.

GateProblem
├── Untrusted      the self-test does not let this browser through; base of the next two
│   ├── LeakFound  it saw a canary get past: no browser may run
│   └── Unproven   it could not show that the browser goes through the gate
└── Unreachable    an upstream site could not be reached; `kind` says how far it got
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from agent.gate.channels import Channel


class Failure(StrEnum):
    """Why a site gave no answer."""

    NAME = "name"                # the host's name does not resolve
    REFUSED = "refused"          # nobody listens there
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"  # the site's certificate is not trusted
    PRIVATE = "private"          # an address inside the person's own network that they did not name
    BROKEN = "broken"            # the connection broke, or the answer was no HTTP
    PROXY = "proxy"              # the web proxy of the person's network can't be reached
    PROXY_LOGIN = "proxy login"  # it wants a name and a password
    PROXY_REFUSED = "proxy refused"  # it did not let this through


class GateProblem(Exception):
    """Base of all; the text is for the person."""


class Untrusted(GateProblem):
    """The self-test does not let the browser through. `channels` is what it saw, as far as it came."""

    def __init__(self, text: str, channels: Sequence[Channel] = ()) -> None:
        super().__init__(text)
        self.channels = list(channels)


class LeakFound(Untrusted):
    """Something reached a sink without passing the gate."""


class Unproven(Untrusted):
    """The gate saw too little of the self-test to be trusted."""


class Unreachable(GateProblem):
    """No answer from upstream."""

    def __init__(self, kind: Failure, host: str) -> None:
        super().__init__(_TEXT[kind].format(host=host))
        self.kind = kind
        self.host = host


_TEXT = {
    Failure.NAME: "There is no site at {host}: the name is not known. Check the address.",
    Failure.REFUSED: "{host} can't be reached: nothing answers there. Check the address, or try later.",
    Failure.TIMEOUT: "{host} did not answer in time. Try again later.",
    Failure.CERTIFICATE: "{host} could not prove that it is who it says: its certificate is not trusted. "
                         "Nothing was sent. Check the address; if it is right, tell the site's owner.",
    Failure.PRIVATE: "{host} is an address inside a private network that you did not name. It was refused.",
    Failure.BROKEN: "{host} broke off the connection. Try again later.",
    Failure.PROXY: "The web proxy {host} can't be reached. Check “Web proxy” in the settings, and your network.",
    Failure.PROXY_LOGIN: "Your network's web proxy wants a name and a password before it connects to {host}. Put them "
                         "into the environment variable HTTPS_PROXY and set “Web proxy” to “system”.",
    Failure.PROXY_REFUSED: "Your network's web proxy did not connect to {host}. Ask whoever runs it.",
}
