"""Whether a press plainly only goes on to the next page: read off the page itself, whatever a planner says of it.

Bias: favours SUBMIT. Only a press that this file calls NEXT can ever pass under a step grant.
"""

from __future__ import annotations

import re

from agent.browser.page import Button, PageMap
from agent.planner.autofill.button_words import NEXT, NEXT_IN, SUBMIT
from agent.planner.autofill.buttons import button_kind, kind_of_button, words_on
from agent.planner.autofill.words import fold
from agent.planner.base import ButtonKind
from agent.protocol.pattern import Pattern

_PLAIN_NAMES = frozenset({"submit", "submit button", "submitbutton", "btn submit", "btnsubmit", "commit", "save", "op"})
"""Names that frameworks give to every button of a form, the first as well as the last."""
_ENDS = Pattern(
    r"\b(?:submission|final\w*|last|complet\w*|completion|sale|sign\w*|declar\w*|consent|deal|contract|"
    r"kauf\w*|abschluss|bestellung|letzt\w*|vertrag|erklarung|achat|dernier\w*|commande|ultim\w*|compra|acquisto|ordine|"
    r"laatste|aankoop|bestelling|ostatni\w*|zakup\w*|zamowieni\w*|encomenda|assinatura)\b"
)
"""Where "continue to ..." and the like lead to when they lead to the end."""
_CAMEL = Pattern(r"(?<=[a-z0-9])(?=[A-Z])")


def press_kind(page: PageMap, ref: int) -> ButtonKind:
    """What pressing this says. NEXT only for a real button whose words all say so, in the page's language.

    Its name for screen readers, the words drawn on it, and the value and name that it sends: one that sends, pays or
    agrees makes the press a SUBMIT. What is no button of the page (a link, a button that has gone) is OTHER.
    """
    button = next((each for each in page.buttons if each.ref == ref), None)
    if button is None:
        return ButtonKind.OTHER
    kind = kind_of_button(button)
    if kind is not ButtonKind.NEXT:
        return kind
    said = [words_on(button), *([button.drawn] if button.drawn else [])]
    plain = all(button_kind(words) is ButtonKind.NEXT and _is_spoken(words, page.language) for words in said)
    return ButtonKind.NEXT if plain and button.drawn and not _sends_otherwise(button) else ButtonKind.SUBMIT


def _is_spoken(words: str, language: str) -> bool:
    """A next word of the page's own language, or English; of any where the page names none that we know.

    One that leads to the end ("continue to the declaration") is none.
    """
    spoken = NEXT_IN.get(language[:2].lower(), NEXT)
    if _ENDS.search(fold(words)):
        return False
    return any(known.search(fold(words)) for known in (spoken, NEXT_IN["en"]))


def _sends_otherwise(button: Button) -> bool:
    name = _words(button.name)
    return sends(_words(button.value)) or (name not in _PLAIN_NAMES and sends(name))


def _words(name: str) -> str:
    """A machine's name as words: ``finalSubmit`` and ``final_submit`` as ``final submit``."""
    return fold(_CAMEL.sub(" ", name))


def sends(said: str) -> bool:
    """Whether folded words send, pay or agree; saving on the way does not."""
    rest = re.sub(r"\b(?:save|speichern|enregistrer|guardar|salva|salvar|opslaan|zapisz)\b", "", said)
    return bool(SUBMIT.search(rest))
