"""The planner that replays a recipe: no model, no network. At the first surprise it gives up, and says what it was.

Whatever the person says now goes before what the recipe remembers: their edits, their answers, the task's own words.
What only they give (consents, declarations, signatures, codes, logging in) is asked exactly as without a recipe.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.browser.page import Control, PageMap
from agent.gate.fold import squash
from agent.intake.task_values import values_in
from agent.planner.autofill.answering import Decided, decide_item
from agent.planner.autofill.box_groups import with_box_groups
from agent.planner.autofill.buttons import kind_of_button, main_button, never_pressed, words_on
from agent.planner.autofill.cookie_wall import necessary_only
from agent.planner.autofill.fill_in import holds_already
from agent.planner.autofill.items import Item
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.plan import by_hand_of, page_signature, what_came
from agent.planner.autofill.questions import question_of
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.slots import slots_of
from agent.planner.autofill.sources import Sources, second_key, sources_of
from agent.planner.autofill.target import is_left_alone, obstacle, target_form
from agent.planner.base import Action, Ask, Attach, Choose, Click, Done, Fill, GiveUp, Tick, View
from agent.planner.recipe.amounts import new_amounts
from agent.planner.recipe.belonging import belongs
from agent.planner.recipe.knowing import Standing, missing, shown_otherwise, standing, surprise_on
from agent.planner.recipe.learning import put_one
from agent.planner.recipe.script import Press, Script, Stop, Take, Way
from agent.planner.recipe.shapes import alike, heading_of, origin
from agent.profile.derived import Derived, derive
from agent.profile.labels import label_of_kind
from agent.protocol import FactKind, Given, Source, SourceKind

LAST_TIME = "chosen the last time, says the recipe; please check"
_COUNTRY = FactKind("country")
_SAID = (SourceKind.PERSON, SourceKind.ANSWER, SourceKind.TASK)


class Surprise(Exception):
    """The page, or what is wanted of it, is not as the recipe knows it. The text is for the person."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """All that one decision stands on."""

    view: View
    page: PageMap
    here: Standing
    sources: Sources
    region: str
    derived: Mapping[FactKind, Derived]


class Replay:
    """Replays one script.

    Args:
        script: what to replay.
        amounts: what the pages named when it was learnt, by the page's number; a page without an entry named nothing.
        today: the clock, for ages.
        imported: it came from a file, so that a fact goes only where the form plainly asks for it.

    It remembers what it has put where, so that a field that does not keep its value is noticed.
    """

    def __init__(self, script: Script, amounts: Mapping[int, Sequence[str]],
                 today: Callable[[], date] = date.today, *, imported: bool = False) -> None:
        self._script = script
        self._imported = imported
        self._amounts = amounts
        self._today = today
        self._put: dict[tuple[int, int], str] = {}

    async def decide(self, view: View) -> list[Action]:
        """The next actions, as `Planner.decide` has them; a `GiveUp` is the surprise."""
        try:
            return self._decide(view)
        except Surprise as surprise:
            return [GiveUp(str(surprise))]

    def _decide(self, view: View) -> list[Action]:
        before = bool({page_signature(view.page), page_signature(replace(view.page, errors=()))} & view.tried)
        if not before and (wall := necessary_only(view)):
            return wall
        if view.covered:
            raise Surprise(f"Something lies over “{view.covered}”.")
        page = with_box_groups(view.page)
        view = replace(view, page=page)
        if view.sent and (ending := self._ending(view, pressed_before=before)) is not None:
            return [ending]
        here = standing(self._script, page)
        if isinstance(here, str):
            if by_hand := _by_hand(view, None):
                return [by_hand]
            raise Surprise(self._errors(page) or here)
        if before:
            raise Surprise(self._errors(page) or "Pressing on changed nothing on this page.")
        if page.errors and view.last_click is not None:
            raise Surprise(self._errors(page))
        return self._on(here, view)

    def _ending(self, view: View, *, pressed_before: bool) -> Action | None:
        """What the site's answer ends in; None to go on with the form that it shows."""
        has_form = target_form(view.page, recognise(view.page), view.task_text) is not None
        ending = what_came(view.page, has_form, pressed_before)
        if isinstance(ending, Done) and ending.confirmed:
            final = self._script.final
            as_before = not final.heading or alike(final.heading, heading_of(view.page))
            if not as_before or (final.reference and not ending.reference):
                raise Surprise("The page that came after sending is another than the last time.")
        return ending

    def _errors(self, page: PageMap) -> str:
        return f"The site says: “{page.errors[0][:300]}”" if page.errors else ""

    # One page

    def _on(self, here: Standing, view: View) -> list[Action]:
        page = view.page
        if why := surprise_on(here, page):
            raise Surprise(why)
        by_hand = _by_hand(view, here.form)
        if isinstance(by_hand, GiveUp) or (by_hand is not None and by_hand.key.endswith("#hand-sign-in")):
            return [by_hand]
        region = region_of_page(page, view.facts)
        moment = _Moment(view, page, here, sources_of(view, here.items, region, self._today()), region,
                         derive(view.facts, self._today()))
        changes, asks = self._wanted(moment)
        waiting = [each for each in changes if not _held(page, each)]
        self._notice(here, page, changes, waiting)
        gone = missing(here)
        if gone and waiting:
            return list(changes)  # what is missing may only show once the rest is filled in
        if gone:
            raise Surprise(f"The page does not show “{gone[0][:80]}”.")
        if by_hand is not None or any(each.required for each in asks):
            return [*changes, *([by_hand] if by_hand is not None else []), *asks]
        if waiting:
            return list(changes)
        if why := shown_otherwise(here.spots):
            raise Surprise(why)
        if fresh := new_amounts(page, self._amounts.get(here.number, ())):
            raise Surprise(f"The page names an amount that it did not name: {fresh[0]}.")
        return [*changes, press_of(here.stop, page, [spot.found.control.ref for spot in here.spots
                                                     if spot.found.control is not None])]

    def _notice(self, here: Standing, page: PageMap, changes: Sequence[Action], waiting: Sequence[Action]) -> None:
        """Remembers what is put where; what was put there before and is not held is a surprise."""
        places = {control.ref: place for place, control in enumerate(page.controls)}
        places |= {option.ref: place for place, control in enumerate(page.controls) for option in control.options
                   if option.ref >= 0}
        for each in changes:
            if not isinstance(each, Fill | Choose | Tick):
                continue
            key, value = (here.number, places.get(each.ref, -1)), f"{each.given.value} {getattr(each, 'index', '')}"
            if each not in waiting:
                self._put.pop(key, None)
            elif self._put.get(key) == value:
                control = page.controls[key[1]]
                raise Surprise(f"“{(control.label or control.name)[:80]}” did not keep its value.")
            else:
                self._put[key] = value

    def _wanted(self, moment: _Moment) -> tuple[list[Action], list[Ask]]:
        """What goes into the page's fields, and what the person is asked."""
        changes: list[Action] = []
        asks: dict[str, Ask] = {}
        ways = {spot.found.control.ref: spot.way for spot in moment.here.spots if spot.found.control is not None}
        claimed = self._claimed(moment, ways)
        for item in moment.here.items:
            said = decide_item(item, moment.here.items, moment.sources, moment.page, moment.region, pressed=False)
            mine = [(control, ways[control.ref]) for control in item.controls if control.ref in ways]
            if self._persons(said, mine, claimed):
                changes += said.changes
                continue
            for control, way in mine:
                found = self._of_way(moment, item, control, way, said)
                changes += [each for each in found if not isinstance(each, Ask)]
                asks |= {each.key: each for each in found if isinstance(each, Ask)}
        return changes, list(asks.values())

    def _claimed(self, moment: _Moment, ways: Mapping[int, Way]) -> set[str]:
        """Values of the task that a field of the recipe takes: no other field takes them from it."""
        found = set()
        for item in moment.here.items:
            given = moment.sources.stated(item)
            mine = [ways[each.ref] for each in item.controls if each.ref in ways]
            if given is not None and any(way.take is Take.TASK for way in mine):
                found.add(squash(given.value))
        return found

    def _persons(self, said: Decided, mine: Sequence[tuple[Control, Way]], claimed: set[str]) -> bool:
        """Whether the person themselves says what goes into an item now."""
        kinds = {each.given.source.kind for each in said.changes if isinstance(each, Fill | Choose | Tick | Attach)}
        if not kinds or not kinds <= set(_SAID):
            return False
        if kinds == {SourceKind.TASK} and any(way.take is Take.FACT for _, way in mine):
            values = {squash(each.given.value) for each in said.changes
                      if isinstance(each, Fill | Choose | Tick | Attach)}
            if values <= claimed:
                return False
        return True

    def _of_way(self, moment: _Moment, item: Item, control: Control, way: Way, said: Decided) -> list[Action]:
        """What one field of the recipe comes to."""
        if is_left_alone(item.found) and way.take not in (Take.YOURS, Take.LEFT):
            raise Surprise(f"“{way.says}” is for you alone to fill in.")
        if way.take in (Take.YOURS, Take.FILE, Take.KNOWN):
            return self._embedded(item, way, said)
        if way.take is Take.FACT:
            return self._fact(moment, item, control, way)
        if way.take is Take.TASK:
            return self._task(moment, control, way)
        if way.take is Take.OPTION:
            return [_option(control, way.option or "", way)]
        if way.take is Take.OPTIONS:
            return [_option(control, each, way) for each in way.options or ()]
        if way.take is Take.TICK:
            given = Given("yes" if way.tick else "no", Source(SourceKind.GUESSED))
            changed = bool(way.tick) or control.checked or control.default_checked
            return [Tick(control.ref, bool(way.tick), given, LAST_TIME)] if changed else []
        if way.take is Take.ASK:
            return [_asked(item, moment)]
        return []

    def _embedded(self, item: Item, way: Way, said: Decided) -> list[Action]:
        gave_up = next((each for each in said.ends if isinstance(each, GiveUp)), None)
        if gave_up is not None:
            raise Surprise(gave_up.reason)
        if way.take is Take.KNOWN and not said.changes and not said.ends:
            raise Surprise(f"Nothing that is known fits “{way.says}”.")
        return [*said.changes, *said.ends]

    def _fact(self, moment: _Moment, item: Item, control: Control, way: Way) -> list[Action]:
        kind = FactKind(way.fact or "")
        if not belongs(kind, item, item.parts[item.controls.index(control)], imported=self._imported):
            raise Surprise(f"The recipe would put your {label_of_kind(kind).lower() or kind} into “{way.says}”, which "
                           "does not ask for it.")
        value, base = moment.view.facts.get(kind, ""), kind
        if not value and kind in moment.derived:
            value, base = moment.derived[kind].value, moment.derived[kind].base
        if not value:
            raise Surprise(f"Your profile has nothing for “{way.says}”.")
        given = Given(value, Source(SourceKind.PROFILE, base))
        actions = put_one(moment.page, control, kind, way.part, moment.here.items, given, moment.view.facts,
                          "as the recipe has it")
        if actions is None:
            raise Surprise(f"The value in your profile does not fit “{way.says}”.")
        return list(actions)

    def _task(self, moment: _Moment, control: Control, way: Way) -> list[Action]:
        """What the task says, where nothing but the sort of the value tells which: one of that sort, and no other."""
        view = moment.view
        region = view.facts.get(_COUNTRY) or moment.region
        values = {each.value for text in moment.sources.own_words
                  for each in values_in(text, region, moment.sources.day_of(text)) if each.kind_hint is way.task}
        others = sum(each.take is Take.TASK and each.task is way.task for stop in self._script.pages
                     for each in stop.fields)
        if len(values) != 1 or others != 1:
            raise Surprise(f"The task does not say plainly what goes into “{way.says}”.")
        given = Given(values.pop(), Source(SourceKind.TASK, way.says))
        actions = put_one(moment.page, control, FactKind(way.kind or "task-value"), way.part, moment.here.items, given,
                          view.facts, "stated in the task")
        if actions is None:
            raise Surprise(f"What the task says does not fit “{way.says}”.")
        return list(actions)


def _by_hand(view: View, form: int | None) -> Ask | GiveUp | None:
    """What on the page only the person can do."""
    hand = obstacle(view.page, recognise(view.page), form)
    return by_hand_of(view, hand.name, hand.says) if hand is not None else None


def _asked(item: Item, moment: _Moment) -> Ask:
    slots = slots_of(item.control, moment.page, moment.region) if item.control.type in ("radio", "select-one") else []
    if moment.view.answers.get(item.key) or moment.view.answers.get(second_key(item)):
        raise Surprise(f"Your answer does not fit “{item.label[:80]}”.")
    return question_of(item, slots=slots, required=item.required)


def _option(control: Control, words: str, way: Way) -> Action:
    """The option of these very words."""
    found = [index for index, each in enumerate(control.options) if alike(each.label, words) and not each.disabled]
    if len(found) != 1:
        raise Surprise(f"“{way.says}” does not offer “{words[:80]}” any more.")
    given = Given(control.options[found[0]].label, Source(SourceKind.GUESSED))
    if control.type == "checkbox" and control.options[found[0]].ref >= 0:
        return Tick(control.options[found[0]].ref, True, given, LAST_TIME)
    return Choose(control.ref, found[0], given, LAST_TIME)


def _held(page: PageMap, change: Action) -> bool:
    """Whether the page holds already what a change would put there."""
    if isinstance(change, Tick):
        now = {each.ref: each.checked for each in page.controls}
        now |= {option.ref: option.selected for each in page.controls for option in each.options if option.ref >= 0}
        return now.get(change.ref) is change.on
    if isinstance(change, Fill):
        control = next((each for each in page.controls if each.ref == change.ref), None)
        if control is not None and squash(control.value) == squash(change.given.value):
            return True
    return not isinstance(change, Fill | Choose) or holds_already(page.controls, [change])


def press_of(stop: Stop, page: PageMap, filled: Sequence[int]) -> Click:
    """The press that goes on.

    Raises:
        Surprise: it is not there, or says that it does something else now.
    """
    press = stop.press
    if press.link:
        return _link(press, page)
    forms = {each.form for each in page.controls if each.ref in filled}
    usable = [each for each in page.buttons if each.visible and not each.disabled and not never_pressed(each)
              and (not forms or each.form in forms or each.form < 0)]
    named = [each for each in usable if press.text and alike(words_on(each), press.text)]
    button = named[0] if len(named) == 1 else None
    if button is None and not named:
        alone = main_button(page, filled)
        same = [each for each in usable if kind_of_button(each) is press.kind]
        button = alone if alone in same and len(same) == 1 else None
    if button is None:
        raise Surprise(f"There is no button “{press.text[:80]}” to go on with." if not named
                       else f"There is more than one button “{press.text[:80]}”.")
    kind = kind_of_button(button)
    if kind is not press.kind and not (named and press.kind.value == "submit"):
        raise Surprise(f"The button “{words_on(button)[:80]}” does something else than before.")
    return Click(button.ref, words_on(button), press.kind)


def _link(press: Press, page: PageMap) -> Click:
    found = [each for each in page.links if each.visible and alike(each.text, press.text)]
    if not found or len({each.href for each in found}) > 1 or origin(found[0].href) != origin(page.url):
        raise Surprise(f"There is no one link “{press.text[:80]}” to go on with.")
    return Click(found[0].ref, found[0].text, press.kind, is_link=True)

