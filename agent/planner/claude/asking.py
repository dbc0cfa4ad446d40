"""Words a model's question to the person: for a field the page's own words, and never one for a secret. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from agent.browser.page import Control
from agent.planner.autofill.items import Item
from agent.planner.autofill.questions import prompt_of, question_of
from agent.planner.autofill.slots import slots_of
from agent.planner.autofill.words import fold
from agent.planner.base import Ask, AskKind
from agent.planner.claude.facts import READ_BY_MODEL, answer_name
from agent.planner.claude.plain import plain
from agent.planner.claude.putting import DoesNotGo
from agent.planner.claude.scene import Scene

TOLD = "Your answer is told to the model."
"""Stands under each question whose answer the model may read."""

HAND = "The model asks you to do something yourself:"
"""Stands before what a model wants the person to do, so that its words are not taken for Countersign's."""

_SECRET = re.compile(
    r"passw|passwor[td]|kennwort|passphrase|passcode|\bpin\b|\btan\b|\botp\b|one.?time|einmal(?:code|passwort)|"
    r"\bcv[vc]2?\b|\bcsc\b|security (?:code|answer)|card number|kartennummer|pruefziffer|secret|geheim|"
    r"contrasena|mot de passe|codigo de seguridad|wachtwoord|haslo|senha|verification code|api key|private key|seed")
_MOST = 600


def ask_of(given: Mapping[str, Any], scene: Scene) -> Ask:
    """The question.

    Raises:
        DoesNotGo: it asks for a secret, for nothing, or for what was answered already.
    """
    number = given["n"]
    ask = _about_field(number, scene) if number else _own_words(given, scene)
    if ask.key in scene.known.answers:
        name = answer_name(ask.key)
        raise DoesNotGo(f"the person answered that already: {{{{answer:{name}}}}}")
    if ask.kind is not AskKind.HAND and _SECRET.search(fold(ask.prompt)):
        raise DoesNotGo("never ask for passwords, codes or card numbers; ask with kind hand, and the person does it")
    return ask


def _about_field(number: int, scene: Scene) -> Ask:
    thing = scene.numbered.things.get(number)
    if not isinstance(thing, Control):
        raise DoesNotGo(f"{number} is no field on this page")
    item = scene.item_of(thing.ref)
    if item is None:
        raise DoesNotGo("this field can't be asked about; ask in your own words with n 0")
    if thing.type == "file":
        return Ask(item.key, AskKind.FILE, prompt_of(item), tuple(file.name for file in scene.view.files))
    if thing.type == "checkbox" and len(thing.options) < 2:
        return _about_box(item)
    slots = slots_of(item.control, scene.view.page, scene.region) if thing.type in ("radio", "select-one") else []
    return question_of(item, slots=slots)


def _about_box(item: Item) -> Ask:
    """The box's whole text: ticking it is the person's."""
    pieces = [item.control.legend if item.control.legend != item.label else "", item.label, item.control.hint]
    return Ask(item.key, AskKind.DECLARATION, "\n".join(each for each in pieces if each.strip()), ("yes", "no"))


def _own_words(given: Mapping[str, Any], scene: Scene) -> Ask:
    words = plain(given["question"], _MOST)
    if not words:
        raise DoesNotGo("a question needs words")
    slug = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:60] or "question"
    place = urlsplit(scene.view.page.url).path or "/"
    if given["kind"] == "hand":
        return Ask(f"{place}#hand-{slug}", AskKind.HAND, f"{HAND} “{words}”\nThe page: {scene.view.page.url}")
    options = tuple(dict.fromkeys(plain(each, 200) for each in given["options"] if plain(each, 1)))[:50]
    if given["kind"] == "choice" and len(options) < 2:
        raise DoesNotGo("a choice needs at least two options")
    kind = AskKind.CHOICE if given["kind"] == "choice" else AskKind.VALUE
    return Ask(f"{READ_BY_MODEL}{place}#{slug}", kind, f"{words}\n{TOLD}", options if kind is AskKind.CHOICE else ())
