"""Which facts are too sensitive to pass without being looked at."""

from __future__ import annotations

from agent.profile.errors import ProfileError
from agent.profile.kinds import Kind, Sensitivity, kind


def known_kind(name: str) -> Kind | None:
    """Returns the kind of that name, prefixes included, or nothing."""
    try:
        return kind(name)
    except ProfileError:
        return None


def is_sensitive(name: str) -> bool:
    """Whether a fact of this kind is private, a bank detail, or the number of an identity document."""
    found = known_kind(name)
    if found is None:
        return False
    number = found.group == "documents" and found.base.endswith(("-number", "-id"))
    return found.sensitivity is Sensitivity.PRIVATE or found.group == "bank" or number


def says(name: str) -> str:
    """Returns what a kind is called in a sentence."""
    found = known_kind(name)
    return found.says if found else name.replace("-", " ")
