"""What a channel is: a page that tries to send one value, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum


class Target(StrEnum):
    """Whom the page sends to."""

    THIRD = "third"              # another site
    FIRST = "first"              # the task's own site


class Then(StrEnum):
    """What is done with the page after the trigger."""

    STAY = "stay"
    CLOSE = "close"              # closed, with its unload handlers
    LEAVE = "leave"              # another page of the same site is opened in its place


BOTH = (Target.THIRD, Target.FIRST)
ONLY_THIRD = (Target.THIRD,)
ONLY_FIRST = (Target.FIRST,)


@dataclass(frozen=True, slots=True)
class File:
    """What the first party serves beside the page. ``@V@`` in either part becomes the canary of the turn."""

    body: str = ""
    type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def script(body: str) -> File:
    """A JavaScript file."""
    return File(body, "text/javascript")


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out.

    ``run`` is the body of an async JavaScript function of the value ``v``; the page's other helpers stand in
    page.py. ``files`` are served below a folder of the case and the turn. ``@TO@`` is the target's origin, ``@HOST@``
    its name, ``@V@`` the canary, in every text of a channel.
    """

    name: str
    run: str
    html: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    files: dict[str, File] = field(default_factory=dict)
    targets: tuple[Target, ...] = BOTH
    then: Then = Then.STAY
    unseen: str = ""             # why a plain browser of this kind sends nothing here
    slow: bool = False           # takes a minute: only in the long run
    front: bool = False          # works only in the page that the person sees


    @property
    def alone(self) -> bool:
        """Whether it needs a page of its own: it navigates, or changes the page or its address for all."""
        return bool(self.then is not Then.STAY or self.headers or self.html or self.slow or self.front
                    or _CHANGES.search(self.run))

    @property
    def serves(self) -> bool:
        """Whether it needs service workers, which the product forbids its pages."""
        return "sw(" in self.run or "serviceWorker" in self.run


_CHANGES = re.compile(r"""location(?!\.origin)|submit\(|requestSubmit|history\.|cookie|open\(|link\(|documentElement
    |navigat(?:e|ion)\.?\(|click\(|body\.setAttribute|window\.name|"base"|show\(\)|importmap|getElementById
    |http-equiv|MouseEvent|requestWindow|credentials\.|PaymentRequest|IdentityCredential""",
                      re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Case:
    """A channel with one target."""

    channel: Channel
    target: Target
    number: int

    @property
    def name(self) -> str:
        return f"{self.channel.name}-{self.target}"
