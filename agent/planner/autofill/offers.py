"""Chooses among several offers on a page, such as the flights that a search found: by the task's words, or asks. Pure.

Offers are buttons that say the same but for their figures ("Book flight for $481"). The task may want the cheapest or
the shortest; with any other wish, or where two are alike, the person is asked. A press on an offer counts as a sending.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from agent.browser.page import Button, PageMap
from agent.intake.concepts import folded
from agent.planner.autofill.buttons import kind_of_button, never_pressed, words_on
from agent.planner.autofill.words import fold
from agent.planner.base import Ask, AskKind, ButtonKind, Click
from agent.protocol.pattern import Pattern

_FIGURES = Pattern(r"[\d.,'’]*\d")
_PRICE = Pattern(r"([£€$]|\b(?:gbp|eur|usd|chf|pln)\b) ?(\d[\d.,'’ ]*)|(\d[\d.,'’ ]*?) ?([£€$]|\b(?:gbp|eur|usd|"
                 r"chf|pln)\b)",
                 re.IGNORECASE)
_LASTS = Pattern(r"\b(?:(\d+) ?(?:h|hrs?|hours?|std|stunden|heures?|horas?|ore|uur|godz)\b\.?)? ?"
                 r"(?:(\d+) ?(?:m|mins?|minutes?|min|minuten|minutos|minuti|minut)\b\.?)?", re.IGNORECASE)
_WISHES: tuple[tuple[str, bool, Pattern], ...] = tuple((what, least, Pattern(rf"\b(?:{words})")) for
                                                               what, least, words in (
    ("price", True, r"cheapest|lowest (?:price|cost|fare)|least expensive|gunstigste|billigste|(?:moins|le moins) cher|"
                    r"mas barat[oa]|piu economic[oa]|meno car[oa]|goedkoopste|najtansz|mais barat[oa]"),
    ("price", False, r"most expensive|dearest|teuerste|plus cher|mas car[oa]|piu car[oa]|duurste|najdrozsz|mais "
     "car[oa]"),
    ("time", True, r"shortest|quickest|fastest|kurzeste|schnellste|plus (?:court|rapide)|mas (?:cort[oa]|rapid[oa])|"
                   r"piu (?:breve|veloce|rapid[oa]|cort[oa])|kortste|snelste|najkrotsz|najszybsz|mais (?:curt[oa]|"
                   r"rapid[oa])"),
    ("time", False, r"longest|langste|plus long|mas larg[oa]|piu lung[oa]|langste|najdluzsz|mais long[oa]"),
))


def offer(page: PageMap, texts: Sequence[str], answers: Mapping[str, str]) -> Click | Ask | None:
    """The offer to take, or the question about it; None where the page makes no offers.

    Args:
        page: the page.
        texts: the person's own words, the newest first.
        answers: what they answered so far, by key.
    """
    offers = _offers(page)
    if len(offers) < 2:
        return None
    key = f"{urlsplit(page.url).path or '/'}#offer"
    labels = [words_on(each) for each in offers]
    answered = [each for each in offers if fold(words_on(each)) == fold(answers.get(key, ""))]
    chosen = answered if answered else _wished(page, offers, texts)
    if len(chosen) == 1:
        return Click(chosen[0].ref, words_on(chosen[0]), ButtonKind.SUBMIT)
    return Ask(key, AskKind.CHOICE, "Which of these offers?", tuple(dict.fromkeys(labels)))


def _offers(page: PageMap) -> list[Button]:
    """The largest set of buttons that go on and say the same but for their figures."""
    alike: dict[str, list[Button]] = {}
    for button in page.buttons:
        goes_on = kind_of_button(button) is not ButtonKind.OTHER
        if button.visible and not button.disabled and goes_on and not never_pressed(button):
            alike.setdefault(fold(_FIGURES.sub("0", words_on(button))), []).append(button)
    return max(alike.values(), key=len, default=[])


def _wished(page: PageMap, offers: Sequence[Button], texts: Sequence[str]) -> list[Button]:
    """The offers with the least or most of what a text speaks of; empty where it can't be told of each of them."""
    for text in texts:
        wishes = [(what, least) for what, least, words in _WISHES if words.search(folded(text))]
        if not wishes:
            continue
        what, least = wishes[0]
        sizes = _prices(offers) if what == "price" else _durations(page, offers)
        if len(wishes) > 1 or None in sizes:
            return []
        known = [size for size in sizes if size is not None]
        best = min(known) if least else max(known)
        return [each for each, size in zip(offers, sizes, strict=True) if size == best]
    return []


def _prices(offers: Sequence[Button]) -> list[float | None]:
    """The one price on each button; none where currencies differ."""
    found: list[float | None] = []
    currencies = set()
    for each in offers:
        prices = _PRICE.findall(words_on(each))
        currencies |= {(before or behind).casefold() for before, _, _, behind in prices}
        found.append(_figure(prices[0][1] or prices[0][2]) if len(prices) == 1 else None)
    return found if len(currencies) == 1 else [None] * len(offers)


def _figure(written: str) -> float | None:
    bare = re.sub(r"[ ’']", "", written).rstrip(".,")
    whole, mark, rest = bare.rpartition("." if bare.rfind(".") > bare.rfind(",") else ",")
    cents = bool(mark) and len(rest) == 2
    digits = re.sub(r"\D", "", whole if cents else bare)
    return float(f"{digits}.{rest}" if cents else digits) if digits else None


def _durations(page: PageMap, offers: Sequence[Button]) -> list[float | None]:
    """The one duration in minutes that stands above each button, since the offer before it."""
    found: list[float | None] = []
    at = 0
    for each in offers:
        end = page.text.find(words_on(each), at)
        if end < 0:
            return [None] * len(offers)
        spans = {int(hours or 0) * 60 + int(minutes or 0) for hours, minutes in _LASTS.findall(page.text[at:end])
                 if hours or minutes}
        found.append(spans.pop() if len(spans) == 1 else None)
        at = end + len(words_on(each))
    return found
