"""The embedded planner: decides the next actions for a page from its map alone, without a model or a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from agent.browser.page import PageMap
from agent.intake.letters import own_words
from agent.planner.autofill.after_sending import goes_on
from agent.planner.autofill.answer_page import AnswerState, judge
from agent.planner.autofill.answering import Decided, came_back_from_site, decide_item, is_empty
from agent.planner.autofill.box_groups import with_box_groups
from agent.planner.autofill.button_for import click_for
from agent.planner.autofill.buttons import kind_of_button, main_button, words_on
from agent.planner.autofill.cookie_wall import in_the_way, necessary_only
from agent.planner.autofill.expiry import session_expired
from agent.planner.autofill.fill_in import holds_already
from agent.planner.autofill.items import Item, items_of
from agent.planner.autofill.look_up import address_choice, press_for_address
from agent.planner.autofill.offers import offer
from agent.planner.autofill.overlays import closing
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.placed import without_passed_over
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition
from agent.planner.autofill.signature import page_signature
from agent.planner.autofill.sources import Sources, sources_of
from agent.planner.autofill.start import MOST_HOPS, plain_way, relevance, way_on
from agent.planner.autofill.suggestions import suggestion
from agent.planner.autofill.target import form_says, obstacle, target_form
from agent.planner.base import Action, Ask, AskKind, ButtonKind, Click, Done, GiveUp, Tick, View

__all__ = ["Autofill", "page_signature"]


@dataclass(frozen=True, slots=True)
class Autofill:
    """Fills forms from the person's facts and the task's own words, and asks for what it lacks.

    It keeps nothing between two decisions: the same view gives the same actions, so it may be asked again at any time.
    ``today`` is the clock, used for ages.
    """

    today: Callable[[], date] = date.today

    async def decide(self, view: View) -> list[Action]:
        """The next actions; a Click, Ask, Done or GiveUp ends the list (several Asks may end it)."""
        return decide(view, self.today())


def decide(view: View, today: date) -> list[Action]:
    """The pure decision behind `Autofill.decide`."""
    page = view.page
    pressed_before = bool({page_signature(page), page_signature(replace(page, errors=()))} & view.tried)
    if not pressed_before and (wall := necessary_only(view)):
        return wall
    page = with_box_groups(page)
    view = replace(view, page=page)
    recognitions = recognise(page)
    form = target_form(page, recognitions, view.task_text)
    if view.covered or form is None:
        if barred := in_the_way(view):
            return barred
        if view.covered:
            away = closing(page)
            return [away or GiveUp(f"“{view.covered}” could not be pressed (covered).")]
    if view.sent:
        ending = what_came(page, form is not None, pressed_before)
        if ending is not None:
            return [ending]
    if form is None:
        return [_without_form(view, recognitions, pressed_before)]
    elsewhere = _elsewhere(view, form)
    if elsewhere is not None:
        return [elsewhere]
    return _with_form(view, recognitions, form, today, pressed_before)


def what_came(page: PageMap, has_form: bool, pressed_before: bool) -> Action | None:
    """What the site's answer ends in; None to go on with the form that it shows."""
    expired = session_expired(page)
    if expired:
        return Done(False, "", expired)  # whatever the page offers now: what was sent is never sent again from here
    answer = judge(page, has_form=has_form or goes_on(page))
    if answer.state is AnswerState.CONFIRMED:
        return Done(True, answer.reference, answer.evidence)
    if answer.state is AnswerState.ERROR and not has_form:
        return Done(False, answer.reference, answer.evidence)
    if answer.state is AnswerState.NEXT and pressed_before:
        return Done(False, answer.reference, "After sending, the page still showed the same form.")
    if answer.state is AnswerState.UNCLEAR:
        return Done(False, answer.reference, answer.evidence)
    return None


def _elsewhere(view: View, form: int) -> Click | None:
    """A link to the task's own form, on a page before it whose form has nothing to do with the task."""
    page = view.page
    words = " ".join([view.task_text, *view.notes])
    pressed = view.last_click in (ButtonKind.NEXT, ButtonKind.SUBMIT)
    if view.sent or view.edits or pressed or len(view.trail) > MOST_HOPS:
        return None
    if relevance(form_says(page, form), words) > 0:
        return None
    way = plain_way(page, words)
    return way if way is not None and all(hop.text != way.text for hop in view.trail) else None


def _without_form(view: View, recognitions: Sequence[Recognition], pressed_before: bool) -> Action:
    """A page with nothing to fill: a summary to go on from, a start page, a captcha, or a dead end."""
    page = view.page
    hand = obstacle(page, recognitions, None)
    if hand is not None:
        return by_hand_of(view, hand.name, hand.says)
    if view.last_click in (ButtonKind.NEXT, ButtonKind.SUBMIT) and not pressed_before:
        chosen = offer(page, [*reversed(view.notes), own_words(view.task_text)[0]], view.answers)
        if chosen is not None:
            return chosen
        button = main_button(page, ())
        if button is not None:
            return Click(button.ref, words_on(button), kind_of_button(button))
    words = " ".join([view.task_text, *view.notes])
    way = way_on(page, words, view.trail)
    if not isinstance(way, GiveUp):
        return way
    if page.errors:
        return GiveUp(f"The site says: “{page.errors[0][:300]}”")
    return GiveUp("Pressing on changed nothing on this page.") if pressed_before and not view.trail else way


def _with_form(
    view: View, recognitions: Sequence[Recognition], form: int, today: date, pressed_before: bool
) -> list[Action]:
    page = view.page
    hand = obstacle(page, recognitions, form)
    if hand is not None and hand.name == "sign-in":
        return [by_hand_of(view, hand.name, hand.says)]
    region = region_of_page(page, view.facts)
    items = without_passed_over(items_of(page, recognitions, form), [own_words(view.task_text)[0], *view.notes])
    sources = sources_of(view, items, region, today)
    decided = [_from_list(item, items, view, sources)
               or decide_item(item, items, sources, page, region, pressed=pressed_before) for item in items]
    changes = [action for each in decided for action in each.changes]
    ends = [end for each in decided for end in each.ends]
    gave_up = next((end for end in ends if isinstance(end, GiveUp)), None)
    if gave_up is not None:
        return [gave_up]
    by_hand = by_hand_of(view, hand.name, hand.says) if hand is not None else None
    if isinstance(by_hand, GiveUp):
        return [by_hand]
    finds = press_for_address(page, items, form, view.facts, pressed=pressed_before)
    if finds is not None:
        return [*changes, finds]
    # All in one go: nobody should answer questions first and then hear that the page can't be finished anyway.
    asks = _once([*([by_hand] if by_hand is not None else []), *(end for end in ends if isinstance(end, Ask))])
    if asks:
        return [*changes, *asks, *_offers(asks, decided)]
    return [*changes, _press(view, items, decided, changes, pressed_before, sources.own_words)]


def _from_list(item: Item, items: Sequence[Item], view: View, sources: Sources) -> Decided | None:
    """The person's own address on a list that a look-up brought, or what is written as they say.

    What they said themselves comes first.
    """
    if written := suggestion(item, items, sources):
        return Decided((written,))
    if sources.edit(item) or sources.answer(item) or sources.stated(item):
        return None
    chosen = address_choice(item, view.facts)
    return Decided(tuple(chosen)) if chosen else None


def _offers(asks: Sequence[Ask], decided: Sequence[Decided]) -> list[Ask]:
    """What may stay empty, asked along with what is needed; never for its own sake."""
    if all(ask.kind is AskKind.HAND for ask in asks):
        return []
    keys = {ask.key for ask in asks}
    return [each.offer for each in decided if each.offer is not None and each.offer.key not in keys][:MOST_OFFERED]


MOST_OFFERED = 20
"""More fields that may stay empty are no help in a list of questions."""


def _once(asks: Sequence[Ask]) -> list[Ask]:
    return list({ask.key: ask for ask in asks}.values())


def by_hand_of(view: View, name: str, says: str) -> Ask | GiveUp:
    """Asks the person to do something, once; still there afterwards means that it was not done."""
    key = f"{urlsplit(view.page.url).path or '/'}#hand-{name}"
    if key in view.answers:
        return GiveUp(f"{says} It is still there, so the form can't be finished.")
    return Ask(key, AskKind.HAND, f"{says}\nThe page: {view.page.url}")


def _press(
    view: View, items: Sequence[Item], decided: Sequence[Decided], changes: Sequence[Action], pressed_before: bool,
    words: Sequence[str],
) -> Action:
    page = view.page
    fresh = not _all_held(page, changes)
    if pressed_before and not fresh:
        said = next((f" The site says: “{each[:300]}”" for each in (*page.errors, *view.said)), "")
        return GiveUp(f"The form was pressed on with these values before, and the page did not change.{said}")
    came_back = [came_back_from_site(item) for item in items if not is_empty(item)]
    if page.errors and not fresh and came_back and all(came_back) and not any(each.mended for each in decided):
        return GiveUp(f"The site did not take the form and says: “{page.errors[0][:300]}”")
    refs = [control.ref for item in items for control in item.controls]
    click = click_for(page, refs, words)
    return click or GiveUp("The form is filled in, but it has no button that sends it or goes on.")


def _all_held(page: PageMap, changes: Sequence[Action]) -> bool:
    checked = {control.ref: control.checked for control in page.controls}
    checked |= {option.ref: option.selected for control in page.controls for option in control.options}
    ticks = all(checked.get(action.ref) == action.on for action in changes if isinstance(action, Tick))
    return ticks and holds_already(page.controls, changes)
