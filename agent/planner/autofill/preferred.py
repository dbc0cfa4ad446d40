"""Finds the option that a task's words prefer: ``preferably Meersbrook``; chosen only when it is plainly that one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.browser.page import Control
from agent.intake.selections import to_be_ticked
from agent.planner.autofill.choose import NEAR, mentioned
from agent.planner.autofill.option_sets import NO, YES
from agent.planner.autofill.words import fold, likeness
from agent.protocol.pattern import Pattern

CLOSE = 75.0
"""RapidFuzz ratio from which an option is proposed first; never chosen for it (Ireland and Iceland have 80)."""

_PREFER = Pattern(
    r"\b(?:preferably|ideally|if possible|(?:i(?:['’]d| would)? )?prefer(?: to have| to be)?|my (?:first )?(?:choice|"
    r"preference) is|"
    r"am liebsten|m[öo]glichst|vorzugsweise|bevorzugt|wenn m[öo]glich|lieber|de pr[ée]f[ée]rence|si possible|je "
    r"pr[ée]f[èe]re|"
    r"plut[ôo]t|preferiblemente|preferentemente|si es posible|a ser posible|prefiero|preferibilmente|possibilmente|"
    r"se possibile|preferisco|bij voorkeur|liefst|het liefst|indien mogelijk|najlepiej|najch[ęe]tniej|wol[ęe]|"
    r"je[śs]li mo[żz]liwe|"
    r"de prefer[êe]ncia|preferencialmente|se poss[ií]vel|prefiro)\b[: ]*"
    r"(?:(?:in|at|on|the|to|for|by|im|in der|in die|am|an|den|die|das|der|au|[àa] la|[àa]|en|le|la|el|il|lo|al|in|op|"
    r"de|het|w|na|no|em|o) )*"
    r"(?P<what>[^\n.,;:!?()]{2,80})", re.IGNORECASE)
_TAIL = Pattern(r" (?:but|or|and|if|because|aber|oder|und|weil|mais|ou|et|pero|o|y|ma|e|maar|of|en|ale|lub|i|mas|"
                r"please|bitte|"
                r"s['’]il|por favor|per favore|graag|proszę)\b.*$", re.IGNORECASE)
_NOT = (
    r"not|no|never|nicht|kein\w*|ohne|nie|pas|sans|sin|non|senza|niet|geen|zonder|nie|bez|nao|sem|except|ausser|sauf|"
    r"excepto|"
    r"tranne|behalve|oprocz|exceto|instead of|rather than|other than|statt|anstatt|anstelle|plutot que|au lieu d\w*|"
    r"en lugar de|"
    r"en vez de|invece d\w*|in plaats van|zamiast|em vez de"
)


@dataclass(frozen=True, slots=True)
class Preference:
    """An option that the task's words prefer. ``clear``: it is plainly that one; otherwise it is only proposed."""

    index: int
    clear: bool


def preferred(control: Control, text: str) -> Preference | None:
    """The option that a preference in the text means, or is nearest to."""
    for phrase in _phrases(text):
        found = _nearest(control, phrase)
        if found is not None:
            return found
    return None


def spoken_of(control: Control, text: str) -> int | None:
    """The one option that a text mentions, unless it says that it is not that one."""
    told = [i for i, option in enumerate(control.options) if fold(option.label) not in YES | NO and not option.disabled
            and to_be_ticked(option.label, text)]
    if told:
        return told[0] if len(told) == 1 else None
    index = mentioned(control, text)
    if index is None:
        return None
    words = [word for word in fold(control.options[index].label).split() if len(word) >= 4]
    said = fold(text)
    denied = any(re.search(rf"\b(?:{_NOT})(?: \w+){{0,2}} {re.escape(word)}", said) for word in words)
    return None if denied else index


def _phrases(text: str) -> Iterator[str]:
    for match in _PREFER.finditer(text):
        what = _TAIL.sub("", match["what"]).strip()
        words = what.split()
        yield from (" ".join(words[:count]) for count in range(min(len(words), 6), 0, -1))


def _nearest(control: Control, phrase: str) -> Preference | None:
    wanted = fold(phrase)
    if len(wanted) < 3 or wanted in YES | NO:
        return None
    options = [(i, fold(option.label)) for i, option in enumerate(control.options)
               if not option.disabled and option.label.strip() and option.value.strip()]
    for same in (lambda label: label == wanted,
                 lambda label: len(wanted) >= 4 and likeness(label, wanted) >= NEAR,
                 lambda label: len(wanted) >= 4 and f" {wanted} " in f" {label} "):
        found = [i for i, label in options if same(label)]
        if found:
            return Preference(found[0], clear=len(found) == 1)
    scored = sorted(((likeness(label, wanted), i) for i, label in options), reverse=True)
    if scored and scored[0][0] >= CLOSE and len(wanted) >= 4:
        return Preference(scored[0][1], clear=False)
    return None
