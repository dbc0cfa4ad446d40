"""Decides one item of a form: which value goes in, whether to ask, and what to do when the site refused it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.browser.page import PageMap
from agent.planner.autofill.attachments import decide_file
from agent.planner.autofill.fill_in import beside_its_code, holds_already, put
from agent.planner.autofill.items import Item
from agent.planner.autofill.placed import option_by_place, words_of_option
from agent.planner.autofill.preferred import preferred, spoken_of
from agent.planner.autofill.questions import question_of
from agent.planner.autofill.recognition import Tier
from agent.planner.autofill.slots import chosen_slot, slots_of
from agent.planner.autofill.sources import Sources, second_key
from agent.planner.autofill.target import is_left_alone
from agent.planner.autofill.ticks import CONSENTS, decide_tick, named_options
from agent.planner.autofill.whole_address import whole_address
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Ask, Choose, GiveUp, Tick
from agent.protocol import Given, Source, SourceKind
from agent.protocol.pieces import pieces_of


@dataclass(frozen=True, slots=True)
class Decided:
    """What happens to one item: changes to the page, and questions or a giving up. ``mended``: written another way.

    ``offer``: a question that is asked only along with others, for what may stay empty.
    """

    changes: tuple[Action, ...] = ()
    ends: tuple[Action, ...] = ()
    mended: bool = False
    offer: Ask | None = None


NOTHING = Decided()


def decide_item(
    item: Item, items: Sequence[Item], sources: Sources, page: PageMap, region: str, *, pressed: bool
) -> Decided:
    """Decides one item. ``pressed``: the page stood like this, errors aside, when it was last pressed on."""
    if is_left_alone(item.found):
        return NOTHING
    if item.control.type == "file":
        files = sum(each.control.type == "file" for each in items)
        return _split(decide_file(item, sources, files))
    if item.control.type == "checkbox" and len(item.control.options) < 2:
        return _split(decide_tick(item, items, sources))
    if _takes_several(item, sources) or item.control.type in ("checkbox", "select-multiple"):
        return _several(item, items, sources)
    found = _by_value(item, items, sources, page, region)
    error = next((c.error for c in item.controls if c.error.strip()), "")
    if found.changes and error:
        return _after_error(item, sources, page, region, found, error, pressed)
    return found


def _takes_several(item: Item, sources: Sources) -> bool:
    """Whether a box with a list takes several: it says so, or the person named several of its options."""
    options = item.control.options
    if item.control.role != "combobox" or not options:
        return False
    given = sources.edit(item) or sources.answer(item)
    known = {fold(option.label) for option in options}
    pieces = [fold(piece) for piece in pieces_of(given.value, [o.label for o in options])] if given else []
    return item.control.multiple or (len(pieces) > 1 and set(pieces) <= known)


def _split(actions: Sequence[Action]) -> Decided:
    return Decided(
        tuple(a for a in actions if not isinstance(a, Ask | GiveUp)),
        tuple(a for a in actions if isinstance(a, Ask | GiveUp)),
    )


def _by_value(item: Item, items: Sequence[Item], sources: Sources, page: PageMap, region: str) -> Decided:
    edited = _edited_parts(item, sources, region)
    if edited is not None:
        return edited
    candidates = sources.candidates(item)
    whole = whole_address(item, items, sources)
    refused = ""
    for given in candidates:
        if whole is not None and given.source.kind is SourceKind.PROFILE:
            given = whole
        actions = _slot(item, given, page, region) or put(
            beside_its_code(item, items, given, page.buttons), given, region, _why(item, given, sources))
        if actions is not None:
            return Decided(tuple(actions))
        if given.source.kind in (SourceKind.PERSON, SourceKind.ANSWER):
            return _own_words_do_not_fit(item, given, page, region)
        if not (item.has_options and given.source.kind is SourceKind.TASK):
            refused = refused or _refusal(given)
    said = _said_in_task(item, items, sources, page, region)
    if said is not None:
        return Decided((said,))
    if item.key in sources.unsure:
        return Decided(ends=(question_of(item, refused=_several_said(sources.unsure[item.key])),))
    return _unknown(item, sources, page, region, refused)


def _several_said(values: Sequence[str]) -> str:
    return f"The task gives more than one: {'; '.join(values)}."


def _own_words_do_not_fit(item: Item, given: Given, page: PageMap, region: str) -> Decided:
    """What the person said is never replaced by something else: it is asked about once more."""
    if given.source.detail == second_key(item):
        return Decided(ends=(GiveUp(f"What you answered for “{item.label}” is not something that the form takes."),))
    slots = slots_of(item.control, page, region) if item.control.type in ("radio", "select-one") else []
    return Decided(ends=(question_of(item, refused=_refusal(given), slots=slots, key=second_key(item)),))


def _edited_parts(item: Item, sources: Sources, region: str) -> Decided | None:
    """The person's edits of single parts of a date, each under its own wire name."""
    if len(item.controls) < 2:
        return None
    edits = sources.part_edits(item)
    if any(edit is None for edit in edits):
        return None
    changes: list[Action] = []
    for control, found, edit in zip(item.controls, item.parts, edits, strict=True):
        single = Item((control,), (found,), item.key, item.label, item.required)
        actions = put(single, edit, region, "as you edited it") if edit else None
        if actions is None:
            return None
        changes += actions
    return Decided(tuple(changes))


def _why(item: Item, given: Given, sources: Sources) -> str:
    reasons = {
        SourceKind.PERSON: "as you edited it",
        SourceKind.TASK: sources.why_stated(item),
        SourceKind.ANSWER: "as you answered",
    }
    if given.source.kind in reasons:
        return reasons[given.source.kind]
    return f"{item.found.why}; please check" if item.found.tier == Tier.CHECK else item.found.why


def _refusal(given: Given) -> str:
    known = {
        SourceKind.PROFILE: "The value in your profile does not fit here.",
        SourceKind.TASK: "The value in the task does not fit here.",
        SourceKind.ANSWER: "Your answer does not fit here.",
        SourceKind.PERSON: "Your value does not fit here.",
    }
    return known.get(given.source.kind, "")


def _slot(item: Item, given: Given, page: PageMap, region: str) -> list[Action] | None:
    """An answered or edited time, written as it was offered: "Monday 7 December 2026, 10:30am"."""
    if item.control.type not in ("radio", "select-one"):
        return None
    slots = slots_of(item.control, page, region)
    exact = [slot for slot in slots if given.value.strip() in (slot.says, item.control.options[slot.index].value)]
    slot = exact[0] if len(exact) == 1 else chosen_slot(slots, given.value, region) if slots else None
    if slot is None:
        return None
    return [Choose(item.control.ref, slot.index, Given(slot.says, given.source), "the time you chose")]


def _said_in_task(item: Item, items: Sequence[Item], sources: Sources, page: PageMap, region: str) -> Action | None:
    """A choice that the notes or the task spell out: a time, what they prefer, or the one option that they mention."""
    if item.control.type not in ("radio", "select-one") or len(item.controls) > 1 or item.key in sources.unsure:
        return None
    slots = slots_of(item.control, page, region)
    for text in sources.own_words:
        if slots:
            slot = chosen_slot(slots, text, region, sources.day_of(text))
            if slot is not None:
                return _stated_choice(item, slot.index, slot.says)
            continue
        placed = option_by_place(item.control, [each.control for each in items], text)
        if placed is not None:
            return _stated_choice(item, placed, words_of_option(item.control, placed))
        wish = preferred(item.control, text)
        if wish is not None and not wish.clear:
            return None
        index = wish.index if wish is not None else spoken_of(item.control, text)
        if index is not None:
            return _stated_choice(item, index, item.control.options[index].label)
    return None


def _stated_choice(item: Item, index: int, words: str) -> Action:
    return Choose(item.control.ref, index, Given(words, Source(SourceKind.TASK, item.label)), "stated in the task")


def _unknown(item: Item, sources: Sources, page: PageMap, region: str, refused: str) -> Decided:
    """No value: left as the page has it, or asked about when the form needs it."""
    if _is_answered_on_page(item) and not refused:
        return NOTHING
    if not item.required and not (refused and item.control.required):
        return Decided(offer=_offer(item))
    slots = slots_of(item.control, page, region) if item.control.type in ("radio", "select-one") else []
    return Decided(ends=(question_of(item, refused=refused, slots=slots, first=_wished(item, sources)),))


def _wished(item: Item, sources: Sources) -> int | None:
    """The option that the person's words are near to without plainly meaning it."""
    if not item.has_options or len(item.controls) > 1:
        return None
    wishes = (preferred(item.control, text) for text in sources.own_words)
    return next((wish.index for wish in wishes if wish is not None), None)


def _offer(item: Item) -> Ask | None:
    """The question about what may stay empty; none about what is nobody's to fill, such as a second website."""
    if item.kind in _NOT_OFFERED or not item.control.visible:
        return None
    return question_of(item, required=False)


_NOT_OFFERED = frozenset({"honeypot", "search", "coupon", "captcha", "file-upload", "photo", "signature", "url"})


def _is_answered_on_page(item: Item) -> bool:
    """Whether the page itself brought a value: typed text, or a chosen option that is no "please choose"."""
    for control in item.controls:
        if control.options:
            if not any(
                o.selected and o.value.strip() and not re.match(r"(?:please|choose|select|bitte|--)", fold(o.label))
                for o in control.options
            ):
                return False
        elif not _says_something(control.value):
            return False
    return True


def _says_something(value: str) -> bool:
    """Whether a box holds more than the marks that a mask or a currency put there ("£", "__/__/____")."""
    return any(each.isalnum() for each in value)


def _several(item: Item, items: Sequence[Item], sources: Sources) -> Decided:
    """A group of boxes: ticked as answered, several answers divided by commas or semicolons."""
    given = sources.edit(item) or sources.answer(item) or sources.stated(item)
    options = item.control.options
    if given is None:
        if named := named_options(item, items, sources):
            return Decided(tuple(named))
        error = item.control.error.strip()
        # A site that checks only on its own side marks nothing; a page with this one question wants its answer.
        needed = item.required and (item.control.required or len(items) == 1 or bool(error))
        chosen = any(option.selected for option in options)
        if needed and not chosen:
            return Decided(ends=(question_of(item, site_says=error),))
        return NOTHING if chosen or item.kind in CONSENTS else Decided(offer=_offer(item))
    wanted = {fold(piece) for piece in pieces_of(given.value, [option.label for option in options])}
    hits = [i for i, option in enumerate(options) if fold(option.label) in wanted or fold(option.value) in wanted]
    if not hits:
        if _shows(item, wanted):
            return NOTHING
        return Decided(ends=(question_of(item, refused=_refusal(given)),)) if item.required else NOTHING
    changes: list[Action] = []
    for index in hits:
        if item.control.type == "checkbox" and options[index].ref >= 0:
            changes.append(Tick(options[index].ref, True, Given(options[index].label, given.source), "as you said"))
        else:
            changes.append(Choose(item.control.ref, index, Given(options[index].label, given.source), "as you said"))
    # The person named all that they want: what the page had ticked besides is taken out.
    if given.source.kind in (SourceKind.PERSON, SourceKind.ANSWER) and item.control.type == "checkbox":
        changes += [Tick(each.ref, False, Given("no", given.source), "as you said") for at, each in enumerate(options)
                    if at not in hits and each.ref >= 0 and not each.disabled and (each.selected or each.default)]
    return Decided(tuple(changes))


def _shows(item: Item, wanted: set[str]) -> bool:
    """Whether a box shows all that was chosen; many take a chosen option off their list."""
    shown = f" {fold(item.control.value)} "
    return bool(wanted) and all(f" {piece} " in shown for piece in wanted)


def _after_error(
    item: Item, sources: Sources, page: PageMap, region: str, found: Decided, error: str, pressed: bool
) -> Decided:
    """The site shows an error here: written another way once, then asked about with the site's own words.

    The error may be an old one, still shown while the field is filled anew: only a value that the page came back
    with, or that was pressed on, was refused.
    """
    refused = pressed or came_back_from_site(item)
    key = f"{item.key}!{re.sub(r'[^a-z0-9]+', '-', fold(error))[:40]}"
    answer = sources.answer(item, key)
    if answer is not None:
        actions = put(item, answer, region, "as you answered", as_typed=True)
        if actions is None or (refused and holds_already(page.controls, actions)):
            return Decided(
                ends=(GiveUp(f"The site does not take your answer for “{item.label}” and says: “{error[:200]}”"),)
            )
        return Decided(tuple(actions), mended=True)
    other = _other_spelling(item, sources, region)
    if other is not None and holds_already(page.controls, other) and not refused:
        return Decided(tuple(other), mended=True)
    if not refused or not _holds_one(page, found.changes, other):
        return found
    if other is not None and not holds_already(page.controls, other):
        return Decided(tuple(other), mended=True)
    return Decided(ends=(question_of(item, site_says=error, key=key),))


def _holds_one(page: PageMap, first: Sequence[Action], other: Sequence[Action] | None) -> bool:
    return holds_already(page.controls, first) or (other is not None and holds_already(page.controls, other))


def came_back_from_site(item: Item) -> bool:
    """Whether the page's own HTML brought what the controls hold: a server's error page returns what was sent."""
    return all(
        any(o.selected and o.default for o in control.options)
        if control.options
        else bool(control.value) and control.value == control.default
        for control in item.controls
    )


def is_empty(item: Item) -> bool:
    """Whether nothing is typed or chosen in an item's controls."""
    return not any(any(o.selected for o in c.options) if c.options else _says_something(c.value) for c in item.controls)


def _other_spelling(item: Item, sources: Sources, region: str) -> list[Action] | None:
    """The next spelling of the value that wins; another value is never tried."""
    for given in sources.candidates(item):
        if put(item, given, region, "") is not None:
            return put(item, given, region, "written another way, after the site refused the first", try_number=1)
    return None
