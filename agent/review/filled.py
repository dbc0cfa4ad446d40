"""What we put into a page: the sheet compares it with what the wire carries."""

from __future__ import annotations

from dataclasses import dataclass

from agent.protocol import Given


@dataclass(frozen=True, slots=True)
class Filled:
    """One value that we typed, chose, ticked or attached.

    ``ref`` is that of the control or of its option, ``wire_name`` the control's name when it was filled. The rest
    sharpens the comparison where it is known: the value of the chosen option, whether a box was ticked or unticked,
    the hashes of the attached files.
    """

    ref: int
    wire_name: str
    given: Given
    why: str
    option_value: str | None = None
    on: bool = True
    sha256s: tuple[str, ...] = ()
