"""Says what a model's calls came to, once the next look shows it: a line per field, and what is new. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from agent.browser.page import Control
from agent.gate.fold import squash
from agent.planner.base import Ask, Attach, Choose, Click, Fill, Open, Tick, Wait
from agent.planner.claude.calls import Outcome
from agent.planner.claude.facts import answer_line
from agent.planner.claude.history import Result
from agent.planner.claude.listing import Shown
from agent.planner.claude.scene import Change, Made, Scene

TEXT_AT_ONCE = 4000
"""Characters of a page's text in one answer to ``read``."""

SAME = "nothing changed on the page"


def holds(made: Made, scene: Scene) -> str:
    """Empty when the page holds what was put there, otherwise what stands against it, in words for the model."""
    control = scene.numbered.control(made.number)
    if control is None or made.option >= len(control.options):
        return "no longer on the page"
    if control.error.strip():
        return f"the page says: {scene.mask.text(' '.join(control.error.split()))[:300]}"
    if all(_held(each, control, made.option) for each in made.changes):
        return ""
    if made.option >= 0:
        return f"box {made.option + 1} is still {'on' if control.options[made.option].selected else 'off'}"
    return "it did not take the value" + (" and is empty" if not control.value.strip() else "")


def place_of(change: Choose, control: Control) -> int | None:
    """Where the chosen option stands now: lists can be in another order at each look. None where it is gone."""
    options, at = control.options, change.index
    if at < len(options) and options[at].label == change.given.value:
        return at
    found = next((place for place, each in enumerate(options) if each.label == change.given.value), None)
    in_order = control.type in ("select-one", "radio", "checkbox", "listbox")  # a value may be named otherwise there
    return found if found is not None else at if in_order and at < len(options) else None


def _held(change: Change, control: Control, box: int) -> bool:
    if isinstance(change, Fill):
        return squash(control.value) == squash(change.given.value) or control.role in ("combobox", "slider")
    if isinstance(change, Choose):
        at = place_of(change, control)
        return (at is not None and control.options[at].selected) or squash(change.given.value) in squash(control.value)
    if isinstance(change, Tick):
        return (control.options[box].selected if box >= 0 else control.checked) == change.on
    return isinstance(change, Attach)


def results(outcomes: Sequence[Outcome], scene: Scene, before: Shown, *, moved: bool, dropped: str,
            held: bool, pictures: dict[str, str]) -> list[Result]:
    """Pairs every call with its result.

    Args:
        outcomes: the last turn's calls, in order.
        scene: the page as it is now.
        before: the page as the model last knew it.
        moved: another page has come.
        dropped: why the turn's press (or the like) was left out; empty when it was done.
        held: the page held all that was put in when the press was done.
        pictures: base64 of what was looked at, by call.
    """
    out = [Result(each.id, "ok") if held and each.made and not each.wrong else _result(each, scene, dropped, pictures)
           for each in outcomes]
    acted = [at for at, each in enumerate(outcomes) if each.made or each.final is not None]
    if acted:
        at = acted[-1]
        page = scene.shown.whole() if moved else scene.shown.since(before)
        note = page if moved else f"on the page now:\n{page}" if page else SAME
        note = "\n".join([*(f"the page said: {scene.mask.text(each)[:300]}" for each in scene.view.said), note])
        out[at] = Result(out[at].call, out[at].text, note, out[at].is_error)
    return out


def _result(outcome: Outcome, scene: Scene, dropped: str, pictures: dict[str, str]) -> Result:
    if outcome.error:
        return Result(outcome.id, f"error: {outcome.error}", is_error=True)
    if outcome.reads is not None:
        return _read(outcome, scene, pictures)
    if outcome.final is not None:
        return Result(outcome.id, f"not done: {dropped}", is_error=True) if dropped else _finished(outcome, scene)
    lines = [f"{each.number} {holds(each, scene) or 'ok'}" for each in outcome.made]
    lines += [f"{number} not done: {said}" for number, said in outcome.wrong.items()]
    return Result(outcome.id, "\n".join(lines), is_error=not outcome.made)


def _finished(outcome: Outcome, scene: Scene) -> Result:
    final = outcome.final
    if isinstance(final, Click):
        if scene.view.covered:
            return Result(outcome.id, "not pressed: something lies over it", is_error=True)
        return Result(outcome.id, "pressed, and what it sent was approved and has gone out" if scene.view.sent
                      else "pressed")
    if isinstance(final, Ask):
        answer = scene.known.answers.get(final.key)
        told = scene.mask.text(answer_line(final.key, answer)) if answer is not None else "no answer"
        return Result(outcome.id, f"answered: {told}" if answer is not None else told)
    return Result(outcome.id, "opened" if isinstance(final, Open) else "waited" if isinstance(final, Wait) else "ok")


def _read(outcome: Outcome, scene: Scene, pictures: dict[str, str]) -> Result:
    what, number = outcome.reads or ("page", 0)
    page = scene.view.page
    if what == "look":
        picture = pictures.get(outcome.id, "")
        says = "the page" if picture else "error: no picture: the page shows values of the person"
        return Result(outcome.id, says, picture=picture, is_error=not picture)
    if what == "text":
        start = max(0, number)
        words = page.text[start:start + TEXT_AT_ONCE]
        more = f"\n(goes on at {start + TEXT_AT_ONCE})" if len(page.text) > start + TEXT_AT_ONCE else ""
        return Result(outcome.id, "", "\n".join(map(scene.mask.text, words.splitlines())) + more or "no text")
    if what == "links":
        return Result(outcome.id, "", scene.lister.links(page.links))
    if what == "field":
        control = scene.numbered.control(number)
        line = scene.lister.control(control, 500) if control else scene.shown.lines.get(number, "")
        return Result(outcome.id, f"{number} {line}")
    return Result(outcome.id, "", scene.shown.whole())
