"""The questions of a form as frozen values, and the check of what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.practice.bodies import Sent
from agent.practice.checks import Check, date_parts

Errors = dict[str, str]
"""By control id, in the order of the form: what the person should do about it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A one-line box. ``ask`` is what is said when it is empty; an optional box has none."""

    name: str
    label: str
    ask: str = ""
    hint: str = ""
    type: str = "text"
    autocomplete: str = ""
    inputmode: str = ""
    width: str = "full"          # full, half, short
    maximum: str = ""            # of a date control
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A box of several lines."""

    name: str
    label: str
    ask: str
    hint: str = ""
    rows: int = 9
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One option: what is sent, what is read, and a word of explanation."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    """A drop-down list that begins with nothing chosen."""

    name: str
    label: str
    ask: str
    choices: tuple[Choice, ...]
    hint: str = ""
    autocomplete: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Radio buttons under a heading of their own; an empty heading shows none."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Radios:
    """One choice of several. ``compact`` sets the options side by side."""

    name: str
    legend: str
    ask: str
    groups: tuple[Group, ...]
    hint: str = ""
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A lone checkbox. Without ``ask`` it may stay empty."""

    name: str
    label: str
    ask: str = ""
    value: str = "yes"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date asked as day, month and year: ``<prefix>_day``, ``<prefix>_month``, ``<prefix>_year``."""

    prefix: str
    legend: str
    what: str
    hint: str = ""
    autocomplete: str = ""

    @property
    def names(self) -> tuple[str, str, str]:
        """The three control names."""
        return f"{self.prefix}_day", f"{self.prefix}_month", f"{self.prefix}_year"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file control. ``accept`` is the list of endings that it takes."""

    name: str
    label: str
    ask: str
    accept: str
    hint: str = ""


Field = Text | Area | Select | Radios | Tick | DateParts | Upload


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together, under a heading; an empty title shows none."""

    title: str
    fields: tuple[Field, ...]


def names(sections: Sequence[Section]) -> list[str]:
    """The names of all controls, in order."""
    found: list[str] = []
    for field in all_fields(sections):
        found.extend(field.names if isinstance(field, DateParts) else (field.name,))
    return found


def all_fields(sections: Sequence[Section]) -> list[Field]:
    """The questions of all sections, in order."""
    return [field for section in sections for field in section.fields]


def answers(sections: Sequence[Section], sent: Sent) -> dict[str, str]:
    """What was sent for this form's own controls (files aside), to be shown again or remembered."""
    return {name: sent.get(name) for name in names(sections) if name in sent.values}


def check(sections: Sequence[Section], values: Mapping[str, str]) -> Errors:
    """What is wrong with the answers. Files are checked by the service that takes them."""
    found = {_first_id(field): _problem(field, values) for field in all_fields(sections)}
    return {name: message for name, message in found.items() if message}


def first_id(field: Radios, index: int) -> str:
    """The id of a radio button: the first one bears the plain name, so that an error can lead to it."""
    return field.name if index == 0 else f"{field.name}-{index + 1}"


def _first_id(field: Field) -> str:
    return field.names[0] if isinstance(field, DateParts) else field.name


def _problem(field: Field, values: Mapping[str, str]) -> str:
    match field:
        case Upload():
            return ""
        case DateParts():
            day, month, year = (values.get(name, "") for name in field.names)
            return date_parts(field.what, day, month, year)
        case Select():
            return _unless_chosen(field.ask, field.choices, values.get(field.name, ""))
        case Radios():
            choices = [choice for group in field.groups for choice in group.choices]
            return _unless_chosen(field.ask, choices, values.get(field.name, ""))
        case Tick():
            return "" if values.get(field.name) else field.ask
        case Text() | Area():
            value = values.get(field.name, "")
            if not value:
                return field.ask
            return field.check(value) if field.check else ""


def _unless_chosen(ask: str, choices: Sequence[Choice], value: str) -> str:
    return "" if value in {choice.value for choice in choices} else ask
