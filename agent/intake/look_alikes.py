"""Hosts that a person could take for one that they know; pure. Favours a warning, by design."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

SHORTEST = 5
"""Letters from which a name that differs in one or two is like it; ``hsbc`` and ``hsbk`` may both be real."""

_SAME = str.maketrans({
    "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "i": "l", "j": "l", "|": "l",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "l", "ѕ": "s", "ԁ": "d", "ո": "n",
    "ӏ": "l", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "ɡ": "g", "ı": "l", "ο": "o", "α": "a", "ν": "v",
    "ρ": "p", "τ": "t", "υ": "u", "κ": "k", "ι": "l", "ε": "e", "ł": "l", "ø": "o", "đ": "d", "ħ": "h"})
"""Signs that are read alike. Source: the Latin, Cyrillic and Greek pairs of Unicode's confusables (UTS 39)."""


def like_one_of(host: str, known: Iterable[str]) -> str:
    """The known host that this one could be taken for, although it is another site; '' where it is like none.

    Args:
        host: as it is opened: lower case, punycode; without a port.
        known: hosts that the person has dealt with.
    """
    own = site_of_host(host)
    return next((each for each in known if site_of_host(each) != own and _alike(host, each)), "")


def same_site(host: str, other: str) -> bool:
    """Whether two hosts belong to one site by the Public Suffix List."""
    return site_of_host(host) == site_of_host(other)


@lru_cache(maxsize=1024)
def site_of_host(host: str) -> str:
    """The registrable domain: ``council.example`` of ``forms.council.example``; the host itself where there is none."""
    from agent.intake.address import RESERVED, suffixes

    bare = host.rstrip(".").lower()
    labels = bare.split(".")
    if labels[-1] in RESERVED:
        return ".".join(labels[-2:])
    return suffixes()(bare).top_domain_under_public_suffix or bare


def _alike(host: str, known: str) -> bool:
    from rapidfuzz.distance import OSA

    name = _name(site_of_host(known))
    if len(name) < 3 or re.fullmatch(r"[\d.]+", known):
        return False
    shape, wanted = _shape(_name(site_of_host(host))), _shape(name)
    if shape == wanted:  # the same name under another ending, or letters that are read alike
        return True
    if len(wanted) < SHORTEST:
        return False
    # As a part of another name, be it left of the site's own: energy-secure.example, energy.example.evil.test
    return wanted in _shape(host) or OSA.distance(shape, wanted, score_cutoff=2) <= (2 if len(wanted) > 7 else 1)


def _name(site: str) -> str:
    return site.partition(".")[0]


@lru_cache(maxsize=1024)
def _shape(host: str) -> str:
    """How a host is read at a glance: one letter for all that look like it, no accents, no hyphens."""
    plain = unicodedata.normalize("NFKD", ".".join(map(_unicode, host.lower().split("."))))
    letters = "".join(each for each in plain if not unicodedata.combining(each)).translate(_SAME)
    return re.sub(r"[-_.]", "", letters).replace("rn", "m").replace("vv", "w").replace("cl", "d")


def _unicode(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
