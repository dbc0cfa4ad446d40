"""Finds for each field on the wire the control it came from. The wire decides which fields there are.

A label is lent only on good grounds: the name and the value agree, or the name belongs to one control alone. Where a
name stands for several controls, the value must pick one; a value that fits none gets no label.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from agent.browser.page import Button, Control, Option, PageMap
from agent.gate.fields import Decoded, Where, WireField
from agent.gate.fold import squash
from agent.review.joining_paths import WAYS, control_called, named_beside, parts_of_path, plain

UNIQUE_VALUE = 4
"""Letters and digits that a value needs before it alone may join a JSON field with a control."""
MAX_BY_PATH = 300
"""JSON values without a match by name for which parts of their paths are tried."""
_BUTTON_TYPES = frozenset({"submit", "button", "reset", "image"})


@dataclass(frozen=True, slots=True)
class Match:
    """The control, option or button behind a field. ``agrees``: the page showed this very value before the press."""

    control: Control | None = None
    option: Option | None = None
    button: Button | None = None
    in_address: bool = False
    agrees: bool = False


NO_MATCH = Match()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name-value pair that the page would send, as it stood before the press."""

    control: Control
    option: Option | None
    value: str


def join(decoded: Decoded, page: PageMap, form: int | None = None) -> tuple[Match, ...]:
    """Returns a match for each field, in the fields' order.

    Args:
        decoded: the wire.
        page: as it was just before the press.
        form: index of the form whose button was pressed; found by its names where it is not known.
    """
    has_body = any(field.where in {Where.BODY, Where.FILE, Where.JSON} and not field.inside for field in decoded.fields)
    form = likely_form(decoded, page) if form is None else form
    found: dict[str, Match] = {}
    by_key: defaultdict[str, list[WireField]] = defaultdict(list)
    for field in decoded.fields:
        if field.inside:
            continue
        if field.where in {Where.BODY, Where.FILE} or (field.where is Where.QUERY and not has_body):
            by_key[field.key].append(field)
    for key, fields in by_key.items():
        for field, match in zip(fields, _by_name(fields, _scopes(key, page, form)), strict=True):
            found[field.name] = match
    found |= _join_spelt_otherwise([field for fields in by_key.values() for field in fields
                                    if found[field.name] is NO_MATCH], frozenset(by_key), page, form)
    found |= _join_json([field for field in decoded.fields if field.where is Where.JSON], page, form)
    matches = [found.get(field.name, NO_MATCH) for field in decoded.fields]
    return tuple(
        match if match is not NO_MATCH else _otherwise(field, page, form)
        for field, match in zip(decoded.fields, matches, strict=True)
    )


def likely_form(decoded: Decoded, page: PageMap) -> int:
    """Returns the index of the form that holds most of the wire's names; -1 for none."""
    keys = {field.key for field in decoded.fields if field.where is not Where.COOKIE}
    counts: Counter[int] = Counter()
    for control in page.controls:
        counts[control.form] += control.name in keys
    best = max(counts.values(), default=0)
    return min((form for form, count in counts.items() if count == best and form >= 0), default=-1) if best else -1


def _scopes(key: str, page: PageMap, form: int) -> list[list[Control]]:
    named = [control for control in page.controls if control.name == key and control.type not in _BUTTON_TYPES]
    inside = [control for control in named if control.form == form]
    return [inside, [control for control in named if control.form != form]]


def entries(controls: Iterable[Control]) -> list[_Entry]:
    """Returns what these controls would send by the HTML standard: ticked, chosen and enabled ones only."""
    found: list[_Entry] = []
    for control in controls:
        if control.disabled:
            continue
        if control.options:
            found += [_Entry(control, option, option.value) for option in control.options
                      if option.selected and not option.disabled]
        elif control.type not in {"checkbox", "radio"} or control.checked:
            found.append(_Entry(control, None, control.value))
    return found


def same_text(one: str, other: str) -> bool:
    """Whether two texts are equal, kinds of line breaks aside."""
    return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")


def _agrees(entry: _Entry, field: WireField) -> bool:
    if entry.control.type in {"file", "password"}:      # the page map knows no path and no password
        return (entry.control.type == "file") == (field.file is not None)
    return same_text(entry.value, field.value)


def _by_name(fields: Sequence[WireField], scopes: Sequence[Sequence[Control]]) -> list[Match]:
    controls = next((scope for scope in scopes if scope), [])
    left = entries(controls)
    found: list[Match | None] = [None] * len(fields)
    in_order = len(left) == len(fields) and all(map(_agrees, left, fields))
    for index, field in enumerate(fields):
        entry = left[0] if in_order else next((entry for entry in left if _agrees(entry, field)), None)
        if entry is not None:
            left.remove(entry)
            found[index] = Match(entry.control, entry.option, agrees=True)
    taken = {match.control.ref for match in found if match and match.control and not _takes_many(match.control)}
    free = [control for control in controls if control.ref not in taken]
    open_places = [index for index, match in enumerate(found) if match is None]
    for index in open_places:
        found[index] = _disagreeing(fields[index], free, left) if len(open_places) == 1 else NO_MATCH
    return [match or NO_MATCH for match in found]


def _takes_many(control: Control) -> bool:
    return control.multiple or (control.type == "checkbox" and bool(control.options))


def _disagreeing(field: WireField, controls: Sequence[Control], left: Sequence[_Entry]) -> Match:
    """A value that no control showed: another option of one control, or the one control that is left over."""
    for control in controls:
        for option in control.options:
            if same_text(option.value, field.value):
                return Match(control, option)
    if len(left) == 1:
        return Match(left[0].control)
    return Match(controls[0]) if len(controls) == 1 else NO_MATCH


def _otherwise(field: WireField, page: PageMap, form: int) -> Match:
    if field.where in {Where.HEADER, Where.COOKIE}:
        return NO_MATCH
    for button in page.buttons:
        names = {button.name, f"{button.name}.x", f"{button.name}.y"} if button.type == "image" else {button.name}
        same_value = button.type == "image" or same_text(button.value, field.value)
        if button.name and field.key in names and same_value and (form < 0 or button.form in {form, -1}):
            return Match(button=button, agrees=True)
    if field.where is Where.QUERY and (field.key, field.value) in _address_pairs(page, form):
        return Match(in_address=True, agrees=True)
    return NO_MATCH


def _address_pairs(page: PageMap, form: int) -> set[tuple[str, str]]:
    """The pairs that already stand in the address the form sends to."""
    actions = [one.action for index, one in enumerate(page.forms) if form < 0 or index == form]
    return {pair for action in actions for pair in parse_qsl(urlsplit(action).query, keep_blank_values=True)}


def _join_json(fields: Sequence[WireField], page: PageMap, form: int) -> dict[str, Match]:
    """Joins paths with controls by name, id and label where that is unique on both sides, then by an equal value."""
    controls = [c for c in page.controls if c.type not in _BUTTON_TYPES and (form < 0 or c.form == form)]
    found: dict[str, Match] = {}
    used: set[int] = set()
    for naming, field in named_beside(fields):
        control = control_called(naming.value, controls)
        if control is not None and control.ref not in used and field.name not in found:
            found[field.name], found[naming.name] = _json_match(field, control), NO_MATCH
            used.add(control.ref)
    for of_field, of_control in WAYS:
        wanted = Counter(of_field(field) for field in fields if field.name not in found)
        for field in fields:
            mark = of_field(field)
            if field.name in found or not mark or wanted[mark] != 1:
                continue
            fitting = [c for c in controls if c.ref not in used and of_control(c) == mark]
            if len(fitting) == 1:
                found[field.name] = _json_match(field, fitting[0])
                used.add(fitting[0].ref)
    found |= _join_by_path([f for f in fields if f.name not in found], [c for c in controls if c.ref not in used], used)
    return found | _join_by_value([f for f in fields if f.name not in found], fields, controls, used)


def _join_by_path(left: Sequence[WireField], controls: Sequence[Control], used: set[int]) -> dict[str, Match]:
    """Joins by some of a path's steps, where one control alone is called so and showed the value."""
    called: defaultdict[str, list[Control]] = defaultdict(list)
    for control in controls:
        for word in {plain(control.name), plain(control.id)} - {""}:
            called[word].append(control)
    claims: defaultdict[int, list[tuple[WireField, Match]]] = defaultdict(list)
    for field in left[:MAX_BY_PATH]:
        word = next((each for each in parts_of_path(field) if each in called), "")
        if len(called.get(word, ())) == 1:
            match = _json_match(field, called[word][0])
            if match.agrees:
                claims[called[word][0].ref].append((field, match))
    used.update(ref for ref, pairs in claims.items() if len(pairs) == 1)
    return {pairs[0][0].name: pairs[0][1] for pairs in claims.values() if len(pairs) == 1}


def _join_spelt_otherwise(left: Sequence[WireField], keys: frozenset[str], page: PageMap,
                          form: int) -> dict[str, Match]:
    """Joins form fields that a script named in its own way, where the control showed the very value."""
    controls = [c for c in page.controls if c.type not in _BUTTON_TYPES and (form < 0 or c.form == form)
                and c.name not in keys]
    named = {control.name for control in page.controls}
    left = [field for field in left if field.key not in named and field.file is None]
    found: dict[str, Match] = {}
    for of_field, of_control in WAYS:
        wanted = Counter(map(of_field, left))
        for field in left:
            mark = of_field(field)
            fitting = [c for c in controls if mark and wanted[mark] == 1 and of_control(c) == mark]
            if field.name not in found and len(fitting) == 1:
                match = _json_match(field, fitting[0])
                if match.agrees and not any(one.control is fitting[0] for one in found.values()):
                    found[field.name] = match
    return found


def _join_by_value(left: Sequence[WireField], fields: Sequence[WireField], controls: Sequence[Control],
                   used: set[int]) -> dict[str, Match]:
    on_wire = Counter(field.value for field in fields)
    on_page = Counter(entry.value for entry in entries(controls))
    found: dict[str, Match] = {}
    for field in left:
        if len(squash(field.value)) < UNIQUE_VALUE or on_wire[field.value] != 1 or on_page[field.value] != 1:
            continue
        entry = next(entry for entry in entries(controls) if entry.value == field.value)
        if entry.control.ref not in used:
            found[field.name] = Match(entry.control, entry.option, agrees=True)
    return found


def _json_match(field: WireField, control: Control) -> Match:
    if control.type == "checkbox" and not control.options:
        ticked = field.value == "true" or (field.value == control.value and field.content_type == "string")
        said = field.value in {"true", "false"} or ticked
        return Match(control, agrees=said and ticked == control.checked)
    for entry in entries([control]):
        if _agrees(entry, field):
            return Match(control, entry.option, agrees=True)
    option = next((option for option in control.options if option.value == field.value), None)
    return Match(control, option)
