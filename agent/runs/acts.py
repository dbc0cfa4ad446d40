"""Carries out a planner's changes to a page and keeps account of what was put where, and from which source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from agent.browser import hands
from agent.browser.page import Control, PageMap
from agent.browser.page_map import MappedPage
from agent.browser.read_back import Problem, ReadBack
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Attach, Choose, Fill, Tick
from agent.profile.phones import spellings
from agent.review.filled import Filled

Change = Fill | Choose | Tick | Attach


@dataclass(slots=True)
class Account:
    """What was put into the pages of one form so far: by control, the change and what the page then held.

    ``called`` is what the page called each control when it was filled; ``again`` counts how often something that the
    page had lost was put there once more.
    """

    done: dict[str, tuple[str, ReadBack]] = field(default_factory=dict)
    filled: dict[str, Filled] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    again: dict[str, int] = field(default_factory=dict)

    def clear(self) -> None:
        """A new page: nothing put there yet."""
        self.done.clear()
        self.filled.clear()
        self.called.clear()
        self.again.clear()


def changes_in(actions: Sequence[Action]) -> list[Change]:
    """The actions that change the page."""
    return [action for action in actions if isinstance(action, Fill | Choose | Tick | Attach)]


async def carry_out(mapped: MappedPage, changes: Sequence[Change], account: Account) -> list[str]:
    """Makes the changes that are not made yet; returns sentences about those that did not take."""
    problems: list[str] = []
    at_once = await hands.fill_plain(mapped, {
        change.ref: change.given.value for change in pending(mapped.map, changes, account)
        if isinstance(change, Fill) and not change.suggested})
    for change in changes:
        control = control_of(mapped.map, change.ref)
        if control is None:
            continue
        key, wish = _place(control, change), _wish(control, change)
        account.filled[key] = _filled(control, change)
        account.called[key] = _name(control)
        if account.done.get(key, ("", None))[0] == wish:
            if not _is_lost(control, change, account):
                continue
            account.again[key] = account.again.get(key, 0) + 1
        outcome = at_once.get(change.ref) or await _do(mapped, change)
        for other in _shorter(change) if outcome.problem is Problem.TOO_LONG else ():
            second = await _do(mapped, other)
            if second.ok:
                outcome, account.filled[key] = second, _filled(control, other)
                break
        account.done[key] = (wish, outcome)
        if not outcome.ok and outcome.problem is not None:
            problems.append(f"“{control.label or control.name}” did not take the value ({outcome.problem.value}).")
    return problems


def _shorter(change: Change) -> list[Change]:
    """The same telephone number as its own country writes it, for a field that the whole of it is too long for."""
    if not isinstance(change, Fill) or not change.given.value.startswith("+"):
        return []
    national = [text for text in spellings(change.given.value)[:2] if not text.startswith("+")]
    return [replace(change, given=replace(change.given, value=text)) for text in national]


def pending(page: PageMap, changes: Sequence[Change], account: Account) -> list[Change]:
    """Changes that were not tried yet on this page."""
    left = []
    for change in changes:
        control = control_of(page, change.ref)
        if control is None:
            continue
        done, _ = account.done.get(_place(control, change), ("", None))
        if done != _wish(control, change) or _is_lost(control, change, account):
            left.append(change)
    return left


def refused_by_page(account: Account) -> str:
    """The names of controls that did not take their value, for a sentence; empty where all did."""
    names = [account.called.get(key, "") for key, (_, outcome) in account.done.items() if not outcome.ok]
    return ", ".join(f"“{name}”" for name in dict.fromkeys(names) if name)


MOST_AGAIN = 3
"""Times that one control is filled once more: a page that empties it each time does not want it."""


def _is_lost(control: Control, change: Change, account: Account) -> bool:
    """Whether a page has emptied or turned back what it held once: an answer elsewhere can draw a form anew.

    Plain controls alone: a widget may well empty its box once it took what was typed there.
    """
    if control.tag not in ("input", "textarea", "select") or control.role:
        return False
    key = _place(control, change)
    outcome = account.done.get(key, ("", None))[1]
    if outcome is None or not outcome.ok or account.again.get(key, 0) >= MOST_AGAIN or not control.visible:
        return False
    if isinstance(change, Fill):
        return bool(change.given.value) and bool(outcome.held) and control.value == "" and control.type != "password"
    if isinstance(change, Tick) and control.ref == change.ref:
        return control.checked != change.on
    if isinstance(change, Choose) and control.type in ("select-one", "radio"):
        return not any(each.selected for each in control.options if each.value)
    return False


def renamed(page: PageMap, changes: Sequence[Change], account: Account) -> list[Control]:
    """Text controls that we filled under another name, and would not fill under the one that they have now.

    A page can swap a label once its field is filled; then a value of one meaning would be sent as another.
    """
    wanted = {key_of(control) for change in changes if (control := control_of(page, change.ref)) is not None}
    return [control for control in page.controls
            if key_of(control) not in wanted and _name(control) != account.called.get(key_of(control), _name(control))
            and account.done.get(key_of(control), ("", None))[0].startswith("fill ")]


async def empty_renamed(mapped: MappedPage, changes: Sequence[Change], account: Account) -> list[str]:
    """Empties what was filled under another name; returns a sentence about each."""
    said = []
    for control in renamed(mapped.map, changes, account):
        key = key_of(control)
        outcome = await hands.fill(mapped, control.ref, "")
        now = control.label or control.name
        said.append(f"The page changed the name of a filled field from “{account.called[key]}” to “{now}”, so it was "
                    f"{'emptied again' if outcome.ok else 'meant to be emptied, which the page refused: look at it'}.")
        for kept in (account.done, account.filled, account.called):
            kept.pop(key, None)
    return said


def control_of(page: PageMap, ref: int) -> Control | None:
    """The control behind a ref, also when the ref is one of a group's options."""
    for control in page.controls:
        if control.ref == ref or any(option.ref == ref for option in control.options if option.ref >= 0):
            return control
    return None


def _filled(control: Control, change: Change) -> Filled:
    option = control.options[change.index].value if isinstance(change, Choose) and control.options else None
    on = change.on if isinstance(change, Tick) else True
    hashes = tuple(_sha256(Path(path)) for path in change.paths) if isinstance(change, Attach) else ()
    return Filled(change.ref, control.name, change.given, change.why, option, on, hashes)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # the hand reports the unreadable file


async def _do(mapped: MappedPage, change: Change) -> ReadBack:
    if isinstance(change, Fill):
        return await hands.fill(mapped, change.ref, change.given.value, change.ending if change.suggested else None)
    if isinstance(change, Choose):
        return await hands.choose(mapped, change.ref, change.index)
    if isinstance(change, Tick):
        return await hands.tick(mapped, change.ref, change.on)
    return await hands.attach(mapped, change.ref, [Path(path) for path in change.paths])


def _name(control: Control) -> str:
    return fold(f"{control.label} {control.legend}")


def key_of(control: Control) -> str:
    """What names a control on one page: its place and its name."""
    return f"{control.frame}\n{control.form}\n{control.selector}\n{control.name}"


def _place(control: Control, change: Change) -> str:
    """Where a change goes: a control, or one box of a group and one option of a list that takes several."""
    refs = [option.ref for option in control.options]
    if isinstance(change, Tick) and change.ref in refs:
        return f"{key_of(control)}\n{refs.index(change.ref)}"
    if isinstance(change, Choose) and (control.type in ("select-multiple", "checkbox") or control.multiple):
        return f"{key_of(control)}\n{_option(control, change)}"
    return key_of(control)


def _option(control: Control, change: Choose) -> str:
    """Names an option: by its number, or by itself where a list may be in another order at the next look."""
    option = control.options[change.index] if change.index < len(control.options) else None
    if option is None or control.type in ("select-one", "select-multiple", "radio", "checkbox", "listbox"):
        return str(change.index)
    return f"{option.value}\n{option.label}"


def _wish(control: Control, change: Change) -> str:
    if isinstance(change, Fill):
        return f"fill {change.given.value}" + (f" … {change.ending}" if change.suggested else "")
    if isinstance(change, Choose):
        return f"choose {_option(control, change)}"
    if isinstance(change, Tick):
        return f"tick {change.on}"
    return f"attach {' '.join(change.paths)}"
