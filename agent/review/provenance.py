"""Where the value of one row comes from, and whether the page changed it on its way: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.browser.page import Control
from agent.gate.fields import WireField
from agent.protocol import Flag, Source, SourceKind
from agent.review.filled import Filled
from agent.review.joining import Match, same_text
from agent.review.sameness import same
from agent.review.sensitivity import says


@dataclass(frozen=True, slots=True)
class Provenance:
    """A source, the flags that follow from it, and a sentence for the person. ``ours``: we put this value there."""

    source: Source
    flags: frozenset[Flag] = frozenset()
    why: str = ""
    ours: bool = False


_HIDDEN = Source(SourceKind.HIDDEN)
_PAGE = Source(SourceKind.PAGE)


def filled_for(field: WireField, match: Match, filled: Sequence[Filled]) -> Filled | None:
    """Returns the last thing we put into the control behind a field.

    By the control's handle, or by its name alone where the page was read anew since and only one control has it.
    """
    control = match.control
    if control is None:
        return None
    refs = {control.ref} | {option.ref for option in control.options if option.ref >= 0}
    if control.type == "checkbox" and match.option is not None:
        refs = {match.option.ref}
    known = [one for one in filled if one.ref in refs and one.wire_name in {control.name, ""}]
    if not known and control.name and control.visible and control.type not in {"checkbox", "hidden"}:
        named = [one for one in filled if one.wire_name == control.name]
        known = named if len({one.ref for one in named}) == 1 else []
    return known[-1] if known else None


def provenance(field: WireField, match: Match, filled: Filled | None, carries: Sequence[str]) -> Provenance:
    """Decides source and flags of one field.

    | what stands behind the field                          | source         | flag            |
    |-------------------------------------------------------|----------------|-----------------|
    | what we put in, perhaps reformatted                    | where we had it from | |
    | a control we filled, with another value                | page default   | changed         |
    | a hidden or invisible control, as the page had it      | hidden         | changed, if not its default |
    | a visible control we left alone                        | page default   | changed, if it showed something else |
    | the pressed button, or the form's own address          | page, hidden   |                 |
    | nothing on the page                                    | hidden         | not on the page |
    """
    if filled is not None and is_ours(field, match, filled):
        reformatted = field.file is None and not match.option and not same_text(filled.given.value, field.value)
        note = " The page wrote it in its own way." if reformatted and _is_text(match.control) else ""
        return Provenance(filled.given.source, why=filled.why + note, ours=True)
    if filled is not None:
        return Provenance(_PAGE, frozenset({Flag.CHANGED}), "The page sends something else than what we put in.")
    found = _untouched(field, match)
    if not carries:
        return found
    copied = ", ".join(says(kind) for kind in carries)
    known = match.control is not None and field.value == match.control.default
    note = f"It already stood there when the page came: {copied}." if known else f"The page copied it here: {copied}."
    flags = found.flags
    if not known and not flags & {Flag.CHANGED, Flag.NOT_ON_PAGE}:
        flags |= {Flag.CHANGED}
    return Provenance(found.source, flags, f"{found.why} {note}".strip())


def is_ours(field: WireField, match: Match, filled: Filled) -> bool:
    """Whether the field carries what we put in and nothing else."""
    given = filled.given.value
    if field.file is not None:
        name = given.replace("\\", "/").rpartition("/")[2]
        return field.file.sha256 in filled.sha256s if filled.sha256s else name == field.file.filename
    control = match.control
    if control is None:
        return same(given, field.value)
    if control.options:
        return _is_chosen(field, match, filled)
    if control.type == "checkbox":
        return filled.on and match.agrees
    return same(given, field.value)


def _is_chosen(field: WireField, match: Match, filled: Filled) -> bool:
    if match.option is None or not filled.on:
        return False
    if filled.option_value is not None:
        return field.value == filled.option_value
    options = match.control.options if match.control else ()
    given = filled.given.value
    named = [option for option in options if same(given, option.value) or same(given, option.label)]
    return match.option in named if named else match.agrees and match.option.selected


def _is_text(control: Control | None) -> bool:
    return control is None or (not control.options and control.type not in {"checkbox", "password"})


def _untouched(field: WireField, match: Match) -> Provenance:
    if match.button is not None:
        source = _PAGE if match.button.visible else _HIDDEN
        return Provenance(source, why="The button that is pressed.")
    if match.in_address:
        return Provenance(_HIDDEN, why="Part of the address that the form sends to.")
    control = match.control
    if control is None:
        return Provenance(_HIDDEN, frozenset({Flag.NOT_ON_PAGE}), "Nothing on the page shows this.")
    if not control.visible or control.type == "hidden":
        changed = not match.agrees or not same_text(field.value, default_of(match))
        why = "The page sends this without showing it"
        return Provenance(_HIDDEN, frozenset({Flag.CHANGED} if changed else ()),
                          f"{why}, and changed it after it loaded." if changed else f"{why}.")
    if not match.agrees:
        return Provenance(_PAGE, frozenset({Flag.CHANGED}), "The page showed something else before the press.")
    if same_text(field.value, default_of(match)) and (match.option is None or match.option.default):
        return Provenance(_PAGE, why="The page came with it.")
    return Provenance(_PAGE, why="The page, or somebody at it, set this after it loaded.")


def default_of(match: Match) -> str:
    """Returns what the page's own HTML would have sent for this control; for a button its value."""
    if match.button is not None:
        return match.button.value
    if match.option is not None:
        return match.option.value if match.option.default else ""
    control = match.control
    if control is None:
        return ""
    if control.type == "checkbox" and not control.options:
        return control.value if control.default_checked else ""
    if control.options:
        return ", ".join(option.value for option in control.options if option.default)
    return control.default
