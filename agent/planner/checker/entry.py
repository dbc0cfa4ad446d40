"""What the checks look at: a form's answers as they would be sent, and what seems wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.gate.fold import fold
from agent.intake.written_dates import read_date


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of the form.

    ``name`` is what a doubt about it is filed under: the row's name on the sheet. ``kind`` and ``subject`` are what
    its control was recognised as ('' where that is not sure), ``part`` is ``day``, ``month`` or ``year`` of a date in
    several controls, which also stands whole as an entry of its own under the first part's name. ``around`` is
    further words about it: legend, heading. ``own``: the person decided it (answer, edit). ``sent`` is False for what
    the page asks and the request does not carry.
    """

    name: str
    label: str
    value: str
    shown: str = ""
    kind: str = ""
    subject: str = ""
    part: str = ""
    type: str = ""
    around: str = ""
    required: bool = False
    own: bool = False
    sent: bool = True

    @property
    def says(self) -> str:
        """All its words, folded."""
        return fold(f"{self.label} | {self.around}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A whole filled form, and what it is held against.

    ``regions`` are ISO alpha-2 codes: the page's, then the person's own. ``elsewhere`` are texts that go out outside
    the recognised answers: hidden values, file names, what earlier steps sent. ``last``: the press sends the form
    and is no step on the way. ``since``: what the person wrote or set after the task.
    """

    entries: Sequence[Entry]
    task_text: str
    regions: tuple[str, ...]
    today: date
    elsewhere: Sequence[str] = ()
    last: bool = True
    since: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that seems wrong, as a sentence for the person. ``name`` is the entry's, '' for all of it."""

    name: str
    said: str


def day_of(entry: Entry, regions: Sequence[str]) -> date | None:
    """The day that an entry holds, None where it is no certain date."""
    if not 6 <= len(entry.value) <= 40:
        return None
    found = read_date(entry.value, regions[0])
    return found if isinstance(found, date) else None


def called(entry: Entry) -> str:
    """The label as it stands in a sentence; short, for a page can write anything there."""
    text = " ".join(entry.label.split()).rstrip(" :*?")
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"
