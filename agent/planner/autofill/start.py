"""Finds the way to the form from a page that has none: the link or button that matches the task, or "Start now"."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from agent.browser.page import PageMap
from agent.intake.words import stems_of
from agent.planner.autofill.buttons import kind_of_button, words_on
from agent.planner.autofill.words import fold
from agent.planner.base import ButtonKind, Click

_START = re.compile(
    r"^(?:start(?: now)?|begin(?: now)?|apply(?: now| online)?|get started|"
    r"continue to (?:the )?(?:form|application)|fill (?:in|out) (?:the )?form|jetzt (?:starten|"
    r"beantragen|ausfullen)|online beantragen|zum (?:formular|antrag)|formular (?:offnen|ausfullen)|"
    r"commencer|demarrer|acceder au formulaire|empezar|iniciar(?: tramite)?|"
    r"acceder al formulario|inizia|vai al modulo|start|beginnen|aanvragen|naar het formulier|"
    r"rozpocznij|przejdz do formularza|comecar|iniciar|aceder ao formulario)$"
)
_NAV = re.compile(
    r"^(?:home|back|skip|menu|contact(?: us)?|about(?: us)?|privacy|cookies?|terms|accessibility|"
    r"help|login|log in|sign in|register|startseite|zuruck|impressum|datenschutz|kontakt|hilfe|"
    r"anmelden|accueil|retour|inicio|volver|indietro)\b|cookie|privacy policy|skip to|"
    r"log ?out|sign ?out|facebook|twitter|linkedin|instagram"
)
_TELLING = 2
"""Words that a link must share with the task when it is not all covered by it."""


def way_on(page: PageMap, task_text: str, tried: bool) -> Click | None:
    """The one link or button to follow, or None. ``tried``: this page's best way was followed already."""
    if tried:
        return None
    return _matching(page, task_text) or _starting(page)


def _matching(page: PageMap, task_text: str) -> Click | None:
    task = stems_of(task_text)
    scored: list[tuple[tuple[int, float], Click]] = []
    here = page.url.partition("#")[0].rstrip("/")
    for link in page.links:
        if (
            not link.visible
            or not link.text.strip()
            or _NAV.search(fold(link.text))
            or link.href.partition("#")[0].rstrip("/") == here
        ):
            continue
        if not link.href.startswith(("http:", "https:")):
            continue
        words = stems_of(link.text)
        shared = words & task
        path = stems_of(re.sub(r"[-_/.]", " ", unquote(urlsplit(link.href).path))) & task
        if len(shared) >= _TELLING or (words and words == shared):
            scored.append(
                (
                    (len(shared | path), len(shared) / max(1, len(words))),
                    Click(link.ref, link.text.strip(), ButtonKind.OTHER, is_link=True),
                )
            )
    if not scored:
        return None
    scored.sort(key=lambda pair: pair[0], reverse=True)
    if len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][1].text != scored[1][1].text:
        return None
    return scored[0][1]


def _starting(page: PageMap) -> Click | None:
    for button in page.buttons:
        if (
            button.visible
            and not button.disabled
            and (_START.search(fold(words_on(button))) or kind_of_button(button) is ButtonKind.NEXT)
        ):
            return Click(button.ref, words_on(button), kind_of_button(button))
    for link in page.links:
        if link.visible and _START.search(fold(link.text)):
            return Click(link.ref, link.text.strip(), ButtonKind.OTHER, is_link=True)
    return None
