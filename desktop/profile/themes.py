"""Arranges facts under themes: which heading, which icon, in which order, decided without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.protocol.messages import DisclosureDoc, FactDoc, KindDoc

CUSTOM = "custom-"
LONGEST_NAME = 60
"""Signs of a fact's own name, as the agent takes it."""
PRIVATE = "private"
MASK = "••••••••"
"""Always as long, so that it does not tell how long the value is."""
_SEVERAL_LINES = frozenset({"street-address", "previous-address", "employer-address"})


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of kinds with its heading and icon."""

    group: str
    heading: str
    icon: str


THEMES: tuple[Theme, ...] = (
    Theme("identity", "Name and identity", "user-round"), Theme("birth", "Birth", "calendar"),
    Theme("contact", "E-mail and telephone", "phone"), Theme("address", "Address", "map-pin"),
    Theme("household", "Household", "users"), Theme("documents", "Documents and numbers", "id-card"),
    Theme("bank", "Bank", "landmark"), Theme("work", "Work", "briefcase"),
    Theme("education", "Education", "graduation-cap"),
    Theme("health", "Health", "heart-pulse"), Theme("property", "Home and meters", "house"),
    Theme("vehicle", "Vehicle", "car"), Theme("travel", "Travel", "plane"), Theme("online", "Online", "globe"),
    Theme("other", "Other", "tag"),
)
"""In the order of usefulness."""
_OTHER = THEMES[-1]
_BY_GROUP: Mapping[str, Theme] = {each.group: each for each in THEMES}


@dataclass(frozen=True, slots=True)
class Section:
    """A theme with the facts there are."""

    theme: Theme
    facts: tuple[FactDoc, ...]


def theme_of(group: str) -> Theme:
    """The theme of a group; an unknown one is under Other."""
    return _BY_GROUP.get(group, _OTHER)


def arranged(facts: Iterable[FactDoc], kinds: Sequence[KindDoc]) -> tuple[Section, ...]:
    """Sections that have facts, facts in the order of the kinds, one's own at the end."""
    place = {kind["kind"]: at for at, kind in enumerate(kinds)}
    by_theme: dict[Theme, list[FactDoc]] = {}
    for fact in sorted(facts, key=lambda each: (place.get(each["kind"].split()[-1], len(place)), each["kind"])):
        by_theme.setdefault(theme_of(fact["group"]), []).append(fact)
    return tuple(Section(theme, tuple(by_theme[theme])) for theme in THEMES if theme in by_theme)


def without_facts(facts: Iterable[FactDoc], kinds: Iterable[KindDoc]) -> tuple[Theme, ...]:
    """Themes that kinds exist for and no fact does."""
    held = {theme_of(fact["group"]) for fact in facts}
    known = {theme_of(kind["group"]) for kind in kinds}
    return tuple(theme for theme in THEMES if theme in known and theme not in held)


def matches(fact: FactDoc, words: str) -> bool:
    """Whether a fact is found by these words; a masked value is not searched."""
    value = "" if fact["sensitivity"] == PRIVATE else fact["value"]
    text = f"{fact['label']} {fact['kind']} {theme_of(fact['group']).heading} {value}".casefold()
    return all(word in text for word in words.casefold().split())


def kinds_for(words: str, kinds: Iterable[KindDoc], held: Iterable[str], group: str = "") -> tuple[KindDoc, ...]:
    """Kinds that can be added: not held yet, of the group if one is given, holding every word."""
    there = set(held)
    wanted = words.casefold().split()
    found = [kind for kind in kinds if kind["kind"] not in there and (not group or kind["group"] == group)
             and all(word in f"{kind['label']} {kind['kind']} {theme_of(kind['group']).heading}".casefold()
                     for word in wanted)]
    return tuple(sorted(found, key=lambda kind: THEMES.index(theme_of(kind["group"]))))


def own_kind(name: str) -> str:
    """The kind for a fact of one's own: ``Boat name`` becomes ``custom-boat-name``; empty if nothing is left of it."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:LONGEST_NAME].strip("-")
    return CUSTOM + slug if slug else ""


def several_lines(kind: str, value: str = "") -> bool:
    """Whether a value may have line breaks, so that its field must be able to hold them."""
    return "\n" in value or (kind.split()[-1:] != [] and kind.split()[-1] in _SEVERAL_LINES)


def shown_value(fact: FactDoc, unmasked: bool) -> str:
    """The value as it is shown: a private one is masked until asked for, several lines stand on one."""
    return MASK if fact["sensitivity"] == PRIVATE and not unmasked else on_one_line(fact["value"])


def on_one_line(value: str) -> str:
    """A value of several lines, such as an address, with commas between them."""
    return ", ".join(value.splitlines())


def sent_words(disclosed: Sequence[DisclosureDoc]) -> str:
    """How often a fact went out, in words."""
    sites = len({each["site"] for each in disclosed})
    if not sites:
        return "Never sent"
    return f"Sent to {sites} {'site' if sites == 1 else 'sites'}"
