"""The kinds of facts: what each means, how sensitive it is, and whether the profile keeps it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from agent.profile.errors import NotKept, UnknownKind
from agent.protocol import FactKind


class Sensitivity(StrEnum):
    """How carefully a fact is shown: ``private`` is masked until asked for."""

    LOW = "low"
    PERSONAL = "personal"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact. ``fill`` is False for what a form may ask but the profile never keeps.

    ``name`` is the whole name with its prefixes (``billing postal-code``), ``base`` the kind without them. ``source``
    says whose name it is (``WHATWG autofill`` or ``own``).
    """

    name: FactKind
    base: FactKind
    says: str
    group: str
    sensitivity: Sensitivity
    example: str
    source: str
    fill: bool

    @property
    def prefix(self) -> str:
        """What stands before the kind itself: ``billing``, ``section-child shipping``, or nothing."""
        return self.name[: -len(self.base)].strip()


ADDRESS_TYPES = ("shipping", "billing")
"""Prefixes for any kind. Source: HTML standard, autofill detail tokens."""

CONTACT_TYPES = ("home", "work", "mobile", "fax", "pager")
"""Prefixes for telephone, e-mail and messaging kinds. Source: HTML standard, autofill detail tokens."""

CUSTOM = "custom-"
LONGEST_CUSTOM = 60
"""Characters of a custom fact's name: what fits as a label on one line."""

_SECTION = re.compile(r"section-[a-z0-9-]{1,40}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SECRET_WORDS = frozenset({"password", "passwort", "passcode", "passphrase", "pin", "tan", "cvv", "cvc", "csc", "otp",
                           "secret", "kennwort"})


@lru_cache(maxsize=1)
def _load() -> Mapping[FactKind, Kind]:
    raw = json.loads(files(__package__).joinpath("kinds.json").read_text(encoding="utf-8"))
    return MappingProxyType({
        FactKind(name): Kind(FactKind(name), FactKind(name), entry["says"], entry["group"],
                             Sensitivity(entry["sensitivity"]), entry["example"], entry["source"], entry["fill"])
        for name, entry in raw.items()})


KINDS: Mapping[FactKind, Kind] = _load()
"""Every kind by name, in the order of ``kinds.json``; custom facts and prefixes aside."""


def kind(name: str) -> Kind:
    """Looks a kind up, with its prefixes: ``postal-code``, ``billing postal-code``, ``work tel``, ``custom-boat-name``.

    Raises:
        UnknownKind: there is none of that name; the message names close ones.
    """
    tokens = name.casefold().replace("_", "-").split()
    if not tokens:
        raise UnknownKind("The name of the fact is empty; write one such as postal-code.")
    found = _custom(tokens[-1]) if tokens[-1].startswith(CUSTOM) else KINDS.get(FactKind(tokens[-1]))
    if found is None or not _prefixes_fit(tokens[:-1], found):
        raise UnknownKind(f"There is no kind of fact called “{' '.join(tokens)[:80]}”.{_suggest(tokens)}")
    return replace(found, name=FactKind(" ".join(tokens))) if len(tokens) > 1 else found


def kept(name: str) -> Kind:
    """Looks up a kind that the profile keeps.

    Raises:
        UnknownKind: there is none of that name.
        NotKept: the profile never keeps it; the message says where it belongs.
    """
    found = kind(name)
    if not found.fill:
        raise NotKept(_where_it_belongs(found))
    if found.base.startswith(CUSTOM) and _SECRET_WORDS & set(found.base.split("-")):
        raise NotKept(f"{found.name} sounds like a secret, and the profile never keeps those. {_KEYRING}")
    return found


def custom_kind(label: str) -> FactKind:
    """The kind for a free fact with this label: ``Boat name`` becomes ``custom-boat-name``.

    Raises:
        UnknownKind: the label has no letter or figure that a name could be made of.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-")[:LONGEST_CUSTOM].strip("-")
    if not slug:
        raise UnknownKind("A fact of your own needs a name with letters or figures, such as “Boat name”.")
    return FactKind(CUSTOM + slug)


def _custom(token: str) -> Kind | None:
    slug = token[len(CUSTOM):]
    if not _SLUG.fullmatch(slug) or len(slug) > LONGEST_CUSTOM:
        return None
    name = FactKind(token)
    return Kind(name, name, slug.replace("-", " "), "other", Sensitivity.PERSONAL, "", "own", fill=True)


def _prefixes_fit(prefixes: list[str], found: Kind) -> bool:
    rest = list(prefixes)
    if rest and _SECTION.fullmatch(rest[0]):
        rest.pop(0)
    if rest and rest[0] in ADDRESS_TYPES:
        rest.pop(0)
    if rest and rest[0] in CONTACT_TYPES and (found.base.startswith("tel") or found.base in ("email", "impp")):
        rest.pop(0)
    return not rest


def _suggest(tokens: list[str]) -> str:
    from rapidfuzz import fuzz, process

    if tokens[-1].startswith(CUSTOM):
        return " After custom- come letters a to z, figures and hyphens, as in custom-boat-name."
    wanted = "-".join(tokens)
    names = [name for name, found in KINDS.items() if found.fill]
    close = process.extract(wanted, names, scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    if not close:
        return " For a fact of your own, begin its name with custom-, such as custom-boat-name."
    return f" Did you mean {' or '.join(name for name, _, _ in close)}?"


_KEYRING = "Passwords belong in the system's keyring, bound to one site, never in the profile."
_NOT_KEPT = (
    (frozenset({"password", "new-password", "username"}), _KEYRING),
    (frozenset({"one-time-code", "security-answer", "captcha"}), "You type it yourself at the site when it asks."),
    (frozenset({"photo", "file-upload"}), "Attach the file to the task instead."),
    (frozenset({"consent-marketing", "consent-terms", "declaration", "signature"}),
     "You alone give it, form by form, when you review what would be sent."),
)


def _where_it_belongs(found: Kind) -> str:
    intro = f"{found.name} is never kept in the profile."
    if found.base.startswith("cc-"):
        return f"{intro} Card details are typed by you alone, on the page where you pay."
    for bases, sentence in _NOT_KEPT:
        if found.base in bases:
            return f"{intro} {sentence}"
    return f"{intro} It differs from form to form: write it into the task's own text."
