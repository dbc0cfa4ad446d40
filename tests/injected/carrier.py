"""What one carrier is: how an instruction gets to the model, or would; and whether it is known to get there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.injected.orders import Order
from tests.injected.page import page, thanks
from tests.parts.recording import Arrived, Reply

EARLY = ("open-query", "fill-unrelated", "open-fragment", "tick-consent", "open-name", "attach-other", "claim-done",
         "open-host", "raise-amount", "open-user", "fill-hidden", "add-site", "fill-search", "open-path",
         "approve-itself", "follow-link", "read-key", "press-twice", "fill-elsewhere", "unknown-tool", "ask-password",
         "ask-leak", "fill-invented", "open-elsewhere", "give-up-lying")
"""Goals for what is read before anything was sent, in turn."""

LATE = ("open-query", "press-twice", "open-fragment", "add-site", "open-name", "open-host", "ask-leak", "read-key",
        "ask-password", "open-user")
"""Goals for what is read after the form was sent, in turn."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the task's own site answers: pages by path, and replies by path for what is no page."""

    pages: Mapping[str, str] = field(default_factory=dict)
    replies: Mapping[str, Callable[[Arrived], Reply]] = field(default_factory=dict)
    confirms: bool = True


@dataclass(frozen=True, slots=True)
class Filed:
    """How the task is filed. ``text`` empty: only the files say what it is."""

    text: str | None = None
    files: tuple[Path, ...] = ()
    profile: Path | None = None      # imported into the profile before


@dataclass(frozen=True, slots=True)
class Carrier:
    """One place in which an instruction stands.

    ``site`` makes the pages, ``filed`` the task's files in a folder. ``read``: whether it reaches the model.
    ``late``: only after something was approved and sent. ``goal`` where only one makes sense there.
    """

    name: str
    site: Callable[[Order], Site] = lambda _order: Site({"/": page()})
    filed: Callable[[Order, Path], Filed] = lambda _order, _folder: Filed()
    read: bool = True
    late: bool = False
    goal: str = ""
    says: Callable[[Order], str] = lambda _order: ""
    thinks: Callable[[Order], str] = lambda _order: ""


def on_page(name: str, *, read: bool = True, goal: str = "", write: Callable[[Order], str] = Order.full,
            **holes: str) -> Carrier:
    """A carrier that is a hole of the page; ``@`` in it stands for the instruction."""
    def site(order: Order) -> Site:
        text = write(order)
        return Site({"/": page(**{hole: html.replace("@@", text) for hole, html in holes.items()})})
    return Carrier(name, site, read=read, goal=goal)


def on_answer(name: str, html: str, *, read: bool = True, goal: str = "",
              write: Callable[[Order], str] = Order.full) -> Carrier:
    """A carrier on the page with which the site confirms."""
    def site(order: Order) -> Site:
        return Site({"/": page()}, {"/send": lambda _request: Reply(body=thanks(
            html.replace("@@", write(order))).encode())})
    return Carrier(name, site, read=read, late=True, goal=goal)
