"""Finds the way to the form from a page that has none: what matches the task or starts a form, and back from dead ends.

A candidate is scored by the words that it shares with the task (a word that stands in many links says little), by how
much of its own text they cover, and by whether it says that a form starts, most of all on a page that is about the
task. What buys, ends or deletes something is none, nor what signs in, as long as there is any other way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from agent.browser.page import PageMap
from agent.intake.words import stems_of
from agent.planner.autofill.buttons import kind_of_button, words_on
from agent.planner.autofill.start_words import START, is_login, is_menu, is_risky, only_tells
from agent.planner.autofill.words import fold
from agent.planner.base import ButtonKind, Click, GiveUp, Hop, Open

MOST_HOPS = 9
"""Presses on the way to a form, wrong turnings among them."""

_LONGEST = 120
"""Characters; a longer link is a teaser, not a name."""
_KIN = 5
"""Letters that two words must begin with alike to count as one: "Anmeldung", "anmelden"."""
_COMMON = ((2, 1.0), (5, 0.5))
"""How much a word says that stands in at most so many links; in more it says a quarter."""
_WEAK = 0.5
"""Relevance below which a link has nothing to do with the task."""
_PLAIN = 2.0
"""Relevance from which a link plainly is about the task: two rare words."""
_LAST_FIRST = -1


@dataclass(frozen=True, slots=True)
class _Way:
    """A link or button that could lead on."""

    click: Click
    said: str
    href: str


def way_on(page: PageMap, task_text: str, trail: Sequence[Hop]) -> Click | Open | GiveUp:
    """The link or button to follow, or the page to go back to where this one leads nowhere."""
    taken = {hop.text for hop in trail if _address(hop.url) == _address(page.url)}
    if len(trail) < MOST_HOPS:
        best = best_way(page, task_text, taken, begun=bool(trail))
        if best is not None:
            return best
        back = _back(page, trail)
        if back is not None:
            return back
    tried = list(dict.fromkeys(hop.text for hop in trail))
    if not tried:
        return GiveUp("This page has no form and no link that matches the task. Give the address of the page with the "
                      "form.")
    followed = ", ".join(f"“{text[:60]}”" for text in tried[:6])
    return GiveUp(f"No form was found. Followed: {followed}. Give the address of the page with the form.")


def best_way(page: PageMap, task_text: str, taken: Collection[str] = (), *, begun: bool = False) -> Click | None:
    """The most promising link or button that was not taken yet; None where nothing promises anything.

    Args:
        page: the page.
        task_text: the task's words and the person's notes.
        taken: texts of what was pressed on this page before.
        begun: this page was reached by such a press, so what starts a form here is meant.
    """
    ways = [way for way in _ways(page) if way.click.text not in taken]
    known = _Task(task_text, ways)
    open_ways = [way for way in ways if not is_login(way.said)]
    about = known.relevance(" ".join([page.title, *(each.text for each in page.headings[:3])])) >= _WEAK
    scored = [(score, way) for way in open_ways if (score := _score(way, known, begun=begun, about=about)) > 0]
    if not scored:
        scored = [(score, way) for way in ways if is_login(way.said)
                  and (score := known.relevance(way.said)) >= _PLAIN]
    if not scored:
        return None
    return max(scored, key=lambda pair: pair[0])[1].click


def plain_way(page: PageMap, task_text: str) -> Click | None:
    """A link that is plainly about the task, on a page whose own form is not."""
    ways = [way for way in _ways(page) if way.click.is_link and not is_login(way.said) and not only_tells(way.said)]
    known = _Task(task_text, ways)
    scored = [(known.relevance(way.said), way) for way in ways]
    found = [(score, way) for score, way in scored if score >= _PLAIN and not is_risky(way.said, known.folded)]
    return max(found, key=lambda pair: pair[0])[1].click if found else None


def relevance(text: str, task_text: str) -> float:
    """How many of the task's words a text holds."""
    return _Task(task_text, ()).relevance(text)


class _Task:
    """The task's words, and how much each of them says on this page."""

    def __init__(self, text: str, ways: Sequence[_Way]) -> None:
        self.folded = fold(text)
        self._stems = stems_of(text)
        self._times = Counter(stem for way in ways for stem in self._shared(stems_of(way.click.text)))

    def relevance(self, text: str) -> float:
        """The weight of the task's words in a text."""
        return sum(self._weight(stem) for stem in self._shared(stems_of(text)))

    def coverage(self, text: str) -> float:
        """The share of a text's words that are the task's: 0 to 1."""
        words = stems_of(text)
        return sum(any(_kin(word, mine) for mine in self._stems) for word in words) / len(words) if words else 0.0

    def _shared(self, words: Collection[str]) -> set[str]:
        return {mine for mine in self._stems if any(_kin(mine, word) for word in words)}

    def _weight(self, stem: str) -> float:
        return next((weight for most, weight in _COMMON if self._times[stem] <= most), 0.25)


def _kin(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    need = max(_KIN, round(shorter * 0.7))
    return shorter >= _KIN and one[:need] == other[:need]


def _score(way: _Way, known: _Task, *, begun: bool, about: bool) -> float:
    """How promising a way is; 0 where it is none."""
    if is_risky(way.said, known.folded) or is_menu(way.said):
        return 0
    starts = bool(START.search(way.said)) or way.click.kind is ButtonKind.NEXT
    said, covered = known.relevance(way.click.text), known.coverage(way.click.text)
    path = known.relevance(re.sub(r"[-_/.+]", " ", unquote(urlsplit(way.href).path))) if way.href else 0.0
    if not starts and said < _WEAK:
        return 0
    if not starts and said < _PLAIN and covered < 0.5 and path < _WEAK:
        return 0 if only_tells(way.said) else said / 2  # a department rather than the service: only where nothing else
    meant = starts and (begun or about)
    return (2 * said + 2 * covered + min(path, 1.0) + (2 if starts else 0) + (6 if meant else 0)
            - (3 if only_tells(way.said) and not starts else 0)) or 0.1


def _ways(page: PageMap) -> list[_Way]:
    """Links that lead elsewhere, and buttons that stand in no form with something to fill in."""
    here = _address(page.url)
    links = [link for link in page.links if link.visible and 0 < len(link.text.strip()) <= _LONGEST
             and link.href.startswith(("http:", "https:")) and _address(link.href) != here]
    named = {fold(link.text) for link in links}
    fillable = {control.form for control in page.controls if control.visible and control.type != "hidden"} - {-1}
    ways = [_Way(Click(link.ref, link.text.strip(), ButtonKind.OTHER, is_link=True), fold(link.text), link.href)
            for link in links]
    for button in page.buttons:
        said = fold(words_on(button))
        if button.visible and not button.disabled and said and said not in named and button.form not in fillable:
            ways.append(_Way(Click(button.ref, words_on(button), kind_of_button(button)), said, ""))
    return ways


def _back(page: PageMap, trail: Sequence[Hop]) -> Open | None:
    """The page from which this one was reached, unless it is this one."""
    here = _address(page.url)
    for hop in trail[::_LAST_FIRST]:
        if _address(hop.to) == here and _address(hop.url) != here:
            return Open(hop.url)
    return None


def _address(url: str) -> str:
    return url.partition("#")[0].rstrip("/")
