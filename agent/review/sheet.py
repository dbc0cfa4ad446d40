"""The field sheet as values: what a person decides on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agent.gate.fields import FilePart, Where
from agent.protocol import Flag, Origin, Source

NO_ORIGIN = Origin("")


class Attached(StrEnum):
    """How a file on the wire stands to what was attached for the task, by the hashes of their contents."""

    NONE = ""                    # no file
    SAME = "same"
    CHANGED = "changed"          # something was attached here, and the page sends something else
    OTHER = "other"              # the page's own: nothing like it was attached


@dataclass(frozen=True, slots=True)
class Row:
    """One field that the wire carries.

    ``name`` is unique on the sheet, ``key`` the name on the wire. ``value`` is the wire's, in full; ``shown`` the
    option's label where it has one. ``before`` is the page's own default, ``given`` what we put in ('' for nothing).
    ``carries`` are the kinds of facts found in it. ``inside`` names the row that this one was read out of; ``opened``
    says that all of it stands in such rows. ``doubts`` are sentences about what seems wrong with it. Show texts only
    through `display`.
    """

    name: str
    label: str
    value: str
    source: Source
    flags: frozenset[Flag] = frozenset()
    why: str = ""
    needs_own_yes: bool = False
    shown: str = ""
    before: str = ""
    given: str = ""
    carries: tuple[str, ...] = ()
    where: Where = Where.BODY
    key: str = ""
    content_type: str = ""
    file: FilePart | None = None
    attached: Attached = Attached.NONE
    inside: str = ""
    opened: bool = False
    doubts: tuple[str, ...] = ()


class LeftOut(StrEnum):
    """Why something on the page is not on the wire and still worth knowing."""

    CONSENT = "left empty"
    UNTICKED = "was ticked by the page, now empty"
    UNANSWERED = "nothing chosen"
    NOT_SENT = "we filled it in, and the page does not send it"


@dataclass(frozen=True, slots=True)
class NotSent:
    """Something on the page that the request does not carry."""

    name: str
    label: str
    reason: LeftOut
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of one request, ready for a decision.

    ``rows`` stand in the order in which they are shown: what the page supplied, hid, guessed or changed first, the
    person's own data later, renewed tokens last. ``problems`` are sentences about what could not be read.
    """

    rows: tuple[Row, ...]
    not_sent: tuple[NotSent, ...] = ()
    problems: tuple[str, ...] = ()
    method: str = ""
    address: str = ""
    origin: Origin = NO_ORIGIN
    media_type: str = ""

    @property
    def needs_own_yes(self) -> tuple[Row, ...]:
        """The rows that one approval of the whole does not cover."""
        return tuple(row for row in self.rows if row.needs_own_yes)


def renewable(sheet: Sheet) -> frozenset[str]:
    """Returns the names of the fields that the site makes anew with each page."""
    return frozenset(row.name for row in sheet.rows if Flag.RENEWED in row.flags)
