"""A task that names several places in a list becomes one task for each: its words, split. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from agent.intake.address import address, spans_in
from agent.intake.errors import BadText
from agent.protocol.pattern import Pattern

MOST_PLACES = 100
"""Places of one plan: a person's whole address book of authorities and companies has fewer."""

_BULLET = Pattern(r"\s*(?:[-*•–—‣▪·]|\(?\d{1,3}[.):]|\[[ xX]?\])\s+")
_NAMED = Pattern(r"[^.!?]{0,60}[:,(–—-]\s*")
"""What stands before an address in a line of a list: a name and a mark that ends it."""
_BETWEEN = Pattern(r"[\s,;/]*(?:(?:and|as well as|und|sowie|et|y|e|en|i|oraz)\b|&|\+)?[\s,;/]*", re.IGNORECASE)
"""What stands between the addresses of a list within a line (EN DE FR ES IT PT NL PL)."""
_COUNTED = (r"(?:(?:these|the following|following|diesen|den folgenden|ces|les|estos|estas|los|queste|questi|deze|tych)"
            r"\s+)?\d{1,3}")
_LEADS = Pattern(
    rf"[\s,;:(–—-]*\b(?:at|on|with|for|to|these|this|the|following|{_COUNTED}|places?|sites?|addresses|compan(?:y|ies)"
    r"|bei|auf|für|an|diesen|chez|sur|pour|en|con|para|su|per|em|bij|op|voor|na|w|dla)?[\s,;:(–—-]*$", re.IGNORECASE)
"""How a sentence leads over to a list. Its count is no value of the task."""
_LEAD = 200
"""Characters at a line's end in which it leads over; more would take time that grows with their square."""

_EDGES = Pattern(r"^[\s(,;:–—-]+|[\s(,;:–—-]+$")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a plan: its address ('' where it is only named), what its own task says, and its name in lists."""

    url: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Several:
    """A plan before it is filed: what it is called, and its places in the person's order."""

    title: str
    places: tuple[Place, ...]


def several(text: str) -> Several | None:
    """The places that a task names as a list, or None: then it is one task, whatever addresses stand in it.

    A list is two or more lines with an address each, every one with a bullet or a number, the address first, or a name
    and a colon before it; or addresses with nothing but commas and "and" between them. What stands in a line of the
    list is said to that line's task alone.

    Raises:
        BadAddress: one of them must not be opened.
        BadText: there are more than `MOST_PLACES`.
    """
    return _in_lines(text) or _in_a_row(text)


def at_places(text: str, named: Sequence[str]) -> Several | None:
    """The same for places that the person gave one by one, as addresses or as names; None for fewer than two.

    Raises:
        BadAddress: one of them must not be opened.
        BadText: there are more than `MOST_PLACES`.
    """
    places = [_place(text, each.strip()) for each in named if each.strip()]
    return _whole(_title(text), places)


def without(split: Several, skip: Sequence[str]) -> Several:
    """A plan without some of its places; each is named by its address, by its name where it has none, or as ``#2``.

    Raises:
        BadText: one of them is none of its places, or none is left.
    """
    names = [{each.url or each.name, f"#{number}"} for number, each in enumerate(split.places, 1)]
    if unknown := [each for each in skip if not any(each in called for called in names)]:
        raise BadText(f"“{unknown[0][:80]}” is not among the places, so it can't be left out.")
    left = tuple(each for each, called in zip(split.places, names, strict=True) if not called & set(skip))
    if not left:
        raise BadText("No place is left to do it at.")
    counted = split.title == f"{len(split.places)} places"
    return Several(f"{len(left)} places" if counted else split.title, left)


def _place(text: str, named: str) -> Place:
    if re.search(r"\s", named) or not re.search(r"[.:/]", named):
        return Place("", f"{text}\nThis is about {named}.", named)
    url = address(named)
    return Place(url, text, _host(url))


def _in_lines(text: str) -> Several | None:
    lines = text.splitlines()
    found = [spans_in(line) for line in lines]
    listed = [number for number, spans in enumerate(found) if spans]
    if len(listed) < 2 or not all(_is_item(lines[number], found[number]) for number in listed):
        return None
    # Between the first and the last of a list nothing stands but blank lines and what belongs to an entry (indented).
    inside = [lines[number] for number in range(listed[0], listed[-1]) if number not in listed]
    if any(line.strip() and not line[:1].isspace() for line in inside):
        return None
    more: dict[int, list[str]] = {number: [] for number in listed}
    rest = []
    for number, line in enumerate(lines):
        above = [each for each in listed if each < number]
        belongs = above and line[:1].isspace() and line.strip() and number not in listed
        if belongs and all(part[:1].isspace() for part in lines[above[-1] + 1:number] if part.strip()):
            more[above[-1]].append(line.strip())
        elif number not in listed:
            rest.append((number, line))
    before = _led("\n".join(line for number, line in rest if number < listed[0]).rstrip())
    after = "\n".join(line for number, line in rest if number > listed[0]).strip()
    places = []
    for number in listed:
        start, end, written = found[number][0]
        url = address(written)
        bullet = _BULLET.match(lines[number][:start])
        name = _EDGES.sub("", lines[number][bullet.end() if bullet else 0:start])
        # On a line of its own, so that "North:" is not read as the label of what follows the address.
        own = _EDGES.sub("", lines[number][end:])
        words = "\n".join(part for part in (before, f"{name} {written}".strip(), own, *more[number], after) if part)
        places.append(Place(url, words, name or _host(url)))
    return _whole(_title(before or after), places)


def _is_item(line: str, spans: list[tuple[int, int, str]]) -> bool:
    start = spans[0][0]
    return len({address(written) for _, _, written in spans}) == 1 and (
        _BULLET.match(line) is not None or not line[:start].strip() or _NAMED.fullmatch(line[:start]) is not None)


def _in_a_row(text: str) -> Several | None:
    spans = spans_in(text)
    if len(spans) < 2 or not all(_BETWEEN.fullmatch(text[end:start]) for (_, end, _), (start, _, _)
                                 in pairwise(spans)):
        return None
    before, after = text[:spans[0][0]], text[spans[-1][1]:]
    places = [Place(address(written), f"{before}{written}{after}".strip(), _host(address(written)))
              for _, _, written in spans]
    return _whole(_title(before) or _title(after), places)


def _whole(title: str, places: Sequence[Place]) -> Several | None:
    first: dict[tuple[str, str], Place] = {}
    for each in places:
        # Two accounts at one address are two entries, where their own words differ.
        first.setdefault((each.url or each.name.casefold(), each.text), each)
    if len(first) > MOST_PLACES:
        raise BadText(f"This names {len(first)} places; {MOST_PLACES} are the most for one plan. Split the list.")
    if len(first) < 2:
        return None
    return Several(title or f"{len(first)} places", tuple(first.values()))


def _title(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return " ".join(_bare(first).split()).strip(" .,;:–—-(")


def _led(text: str) -> str:
    """The text without the words that lead over to the list below it."""
    head, _, last = text.rpartition("\n")
    return f"{head}\n{_bare(last)}".strip() if last.rstrip().endswith(":") else text


def _bare(line: str) -> str:
    head, line = line[:-_LEAD], line[-_LEAD:]
    while (shorter := _LEADS.sub("", line)) != line:
        line = shorter
    return head + line


def _host(url: str) -> str:
    return urlsplit(url).netloc
