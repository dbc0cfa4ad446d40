"""Turns a model's tool calls into actions, or into an error for the model; nothing is believed. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from agent.browser.page import Button, Control, Link
from agent.planner.autofill.buttons import kind_of_button, words_on
from agent.planner.autofill.ticks import BY_RULE, CONSENTS
from agent.planner.base import Action, Attach, ButtonKind, Choose, Click, Done, Fill, GiveUp, Open, Tick, Wait
from agent.planner.claude.asking import ask_of
from agent.planner.claude.assembling import MALFORMED
from agent.planner.claude.facts import Known
from agent.planner.claude.listing import is_shown, takes_several
from agent.planner.claude.plain import plain
from agent.planner.claude.putting import (
    PLACEHOLDER,
    DoesNotGo,
    source_of_tick,
    to_choose,
    to_choose_several,
    to_type,
)
from agent.planner.claude.scene import Made, Place, Scene
from agent.planner.claude.tools import misshapen
from agent.protocol import FactKind, Given, Source, SourceKind

LONGEST_WAIT = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call means. ``wrong``: by field, why it is not done; ``error``: the call as a whole is refused.

    ``target`` is the number of what a click presses. ``reads``: what is answered from the page, without an action.
    """

    id: str
    name: str
    error: str = ""
    made: tuple[Made, ...] = ()
    wrong: Mapping[int, str] = field(default_factory=dict)
    final: Action | None = None
    target: int = 0
    reads: tuple[str, int] | None = None

    @property
    def is_malformed(self) -> bool:
        """Whether nothing of the call could be understood or done."""
        return bool(self.error) or bool(self.wrong and not self.made)


def understand(call: Mapping[str, Any], scene: Scene) -> Outcome:
    """What one tool call comes to on this page."""
    name, given = str(call.get("name", "")), call.get("input")
    identity = str(call.get("id", ""))
    if given == {MALFORMED: True}:
        return Outcome(identity, name, "the input was no valid JSON object")
    if said := misshapen(name, given):
        return Outcome(identity, name, said)
    try:
        return _READERS[name](identity, given, scene)
    except DoesNotGo as problem:
        return Outcome(identity, name, str(problem))


def _fields(name: str, one: Callable[[Mapping[str, Any], Scene], list[Made]]) -> Callable[..., Outcome]:
    def read(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
        made: list[Made] = []
        wrong: dict[int, str] = {}
        for each in given["fields"]:
            try:
                made += one(each, scene)
            except DoesNotGo as problem:
                wrong[each["n"]] = str(problem)
        error = "" if made or wrong else "no fields given"
        return Outcome(identity, name, error, _joined(made, scene), wrong)
    return read


def _joined(made: Sequence[Made], scene: Scene) -> tuple[Made, ...]:
    """Options of one list that were given one by one are one change."""
    found: dict[Place, Made] = {}
    for each in made:
        control, before = scene.numbered.control(each.number), found.get(each.place)
        if before is not None and each.option < 0 and control is not None and takes_several(control):
            each = replace(before, also=(*before.also, *each.changes), words=f"{before.words}, {each.words}")
        found[each.place] = each
    return tuple(found.values())


def _control(number: int, scene: Scene) -> Control:
    thing = scene.numbered.things.get(number)
    if thing is None or (isinstance(thing, Control) and not is_shown(thing)):  # what is not listed is not there
        raise DoesNotGo(f"there is no {number} on this page")
    if not isinstance(thing, Control):
        raise DoesNotGo(f"{number} is not a field")
    if thing.disabled or thing.readonly:
        raise DoesNotGo("the page does not let this field be changed")
    if _name(thing, scene) in scene.view.edits:
        raise DoesNotGo("the person set this field themselves; it stays as they want it")
    return thing


def _name(control: Control, scene: Scene) -> str:
    return control.name if control.name in scene.view.edits else control.label


def _fill(each: Mapping[str, Any], scene: Scene) -> list[Made]:
    control = _control(each["n"], scene)
    if control.type == "password":
        raise DoesNotGo("only the person enters passwords: ask with kind hand")
    if control.type in ("checkbox", "radio", "file", "select-one", "select-multiple"):
        raise DoesNotGo(f"this is a {control.type}: use {_TOOL_FOR.get(control.type, 'choose')}")
    if control.options and control.type == "listbox":
        return _choose(each, scene)
    given = to_type(each["value"], control, scene.known, scene.region)
    return [Made(each["n"], Fill(control.ref, given, _why(each["why"], given)), each["value"])]


_TOOL_FOR = {"file": "attach", "checkbox": "tick"}


def _choose(each: Mapping[str, Any], scene: Scene) -> list[Made]:
    control = _control(each["n"], scene)
    if not control.options:
        raise DoesNotGo("this field has no options: use fill, or tick for a lone checkbox")
    if scene.is_consent(control.ref) and not PLACEHOLDER.fullmatch(each["value"].strip()):
        raise DoesNotGo(_THEIRS)
    if control.type == "checkbox":  # each box of a group is a place of its own
        return [Made(each["n"], Tick(control.options[index].ref, True, given, _why(each["why"], given)), each["value"],
                     index) for index, given in to_choose_several(each["value"], control, scene.known, scene.region)]
    choosing = to_choose_several if takes_several(control) else _just_one
    first, *more = [Choose(control.ref, index, given, _why(each["why"], given))
                    for index, given in choosing(each["value"], control, scene.known, scene.region)]
    return [Made(each["n"], first, each["value"], also=tuple(more))]


def _just_one(text: str, control: Control, known: Known, region: str) -> list[tuple[int, Given]]:
    return [to_choose(text, control, known, region)]


_THEIRS = "a consent, terms or declaration is the person's own: ask with this number, then do as they answered"


def _tick(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
    """Unticking a consent lessens what is agreed, so it may always be done; ticking one is the person's."""
    control, on = _control(given["n"], scene), given["on"]
    at = _which_box(control, given.get("option", 0))
    ref, name = (control.options[at].ref, control.options[at].label) if at >= 0 else (
        control.ref, control.label or control.legend)
    item = scene.item_of(control.ref)
    consent = item is not None and item.kind in CONSENTS
    source = source_of_tick(item.key if item is not None else "", name, on, scene.known, consent=consent,
                            options=[each.label for each in control.options])
    if on and consent and source.kind is not SourceKind.ANSWER:
        raise DoesNotGo(_THEIRS)
    words = Given((name if at >= 0 else "yes") if on else "no", source)
    change = Tick(ref, on, words, _why(given["why"], words) or BY_RULE.detail)
    return Outcome(identity, "tick", made=(Made(given["n"], change, "on" if on else "off", at),))


def _which_box(control: Control, option: int) -> int:
    """Which box of a group is meant, from 0; -1 for a lone one."""
    if control.type != "checkbox":
        raise DoesNotGo("this is no checkbox: use choose or fill")
    if len(control.options) < 2:
        return -1
    if not 1 <= option <= len(control.options):
        raise DoesNotGo(f"this is a group of boxes: give the option's number, 1 to {len(control.options)}")
    if control.options[option - 1].disabled:
        raise DoesNotGo("that box can't be changed")
    return option - 1


def _attach(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
    control, files = _control(given["n"], scene), scene.view.files
    if control.type != "file":
        raise DoesNotGo("this is no file field")
    if not given["documents"] or not all(1 <= each <= len(files) for each in given["documents"]):
        raise DoesNotGo(f"the task has {len(files)} documents, numbered from 1" if files else "the task has no "
                        "documents: ask with the field's number")
    if len(given["documents"]) > 1 and not control.multiple:
        raise DoesNotGo("this field takes one file")
    chosen = [files[each - 1] for each in given["documents"]]
    names = ", ".join(file.name for file in chosen)
    change = Attach(control.ref, tuple(file.path for file in chosen), Given(names, Source(SourceKind.DOCUMENT, names)),
                    "a document of the task")
    return Outcome(identity, "attach", made=(Made(given["n"], change, f"{len(chosen)} file"),))


def _click(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
    thing = scene.numbered.things.get(given["n"])
    if thing is None:
        raise DoesNotGo(f"there is no {given['n']} on this page")
    if isinstance(thing, Control):
        raise DoesNotGo("this is a field, no button: use fill, choose, tick or attach")
    if isinstance(thing, Link):
        action = Click(thing.ref, thing.text, ButtonKind.OTHER, is_link=True)
    else:
        if thing.disabled:
            raise DoesNotGo("this button can't be pressed yet")
        action = Click(thing.ref, words_on(thing), kind_of_button(thing))
    return Outcome(identity, "click", final=action, target=given["n"])


def _open(identity: str, given: Mapping[str, Any], _scene: Scene) -> Outcome:
    url = given["url"].strip()
    try:
        parts = urlsplit(url)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        right = False
    if not right or not re.fullmatch(r"[!-~]{1,2000}", url):
        raise DoesNotGo("that is no web address")
    if "{{" in url or "%7B%7B" in url.upper():
        raise DoesNotGo("an address can't hold {{names}}")
    return Outcome(identity, "open", final=Open(url))


def _done(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
    page = scene.view.page
    if not (scene.view.sent or scene.sent_before):
        raise DoesNotGo("nothing was sent yet, so nothing is done: go on, or give_up")
    text = " ".join(" ".join([page.title, *(each.text for each in page.headings), page.text, *page.errors]).split())
    evidence, reference = (_unmasked(given[name], scene) for name in ("evidence", "reference"))
    if given["confirmed"] and (not evidence or evidence not in text):
        raise DoesNotGo("evidence must be the page's words, letter for letter; read the text first")
    return Outcome(identity, "done", final=Done(given["confirmed"], reference if reference in text else "", evidence))


def _unmasked(text: str, scene: Scene) -> str:
    def value(match: re.Match[str]) -> str:
        return scene.known.facts.get(FactKind(match[2]), match[0]) if match[1] == "fact" else match[0]

    return " ".join(PLACEHOLDER.sub(value, text).split())


def _read(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
    if given["what"] == "field":
        _listed(given["n"], scene)
    return Outcome(identity, "read", reads=(given["what"], given["n"]))


def _listed(number: int, scene: Scene) -> None:
    if not isinstance(scene.numbered.things.get(number), Control | Button | Link):
        raise DoesNotGo(f"there is no {number} on this page")


def _ask(identity: str, given: Mapping[str, Any], scene: Scene) -> Outcome:
    return Outcome(identity, "ask", final=ask_of(given, scene))


def _give_up(identity: str, given: Mapping[str, Any], _scene: Scene) -> Outcome:
    reason = plain(given["reason"], 500)
    return Outcome(identity, "give_up", final=GiveUp(
        f"The model gave up and says: “{reason}”" if reason else "The model could not go on and gave no reason."))


def _wait(identity: str, given: Mapping[str, Any], _scene: Scene) -> Outcome:
    return Outcome(identity, "wait", final=Wait(float(max(0, min(given["seconds"], LONGEST_WAIT)))))


_READERS: Mapping[str, Callable[[str, Any, Scene], Outcome]] = {
    "fill": _fields("fill", _fill), "choose": _fields("choose", _choose), "tick": _tick, "attach": _attach,
    "click": _click, "read": _read, "look": lambda identity, _given, _scene: Outcome(identity, "look",
                                                                                     reads=("look", 0)),
    "open": _open, "ask": _ask, "wait": _wait, "done": _done, "give_up": _give_up}


def _why(reason: str, given: Given) -> str:
    """What the sheet says: for a guess the model's own reason."""
    if given.source.kind is SourceKind.GUESSED:
        return plain(reason, 200)
    return {SourceKind.PROFILE: "from your profile", SourceKind.TASK: "stated in the task",
            SourceKind.ANSWER: "as you answered"}.get(given.source.kind, "")

