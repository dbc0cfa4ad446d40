"""The profile at the desk: import, set, show, remove."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.profile.importing import Fact, read_profile
from agent.profile.kinds import kept
from agent.profile.values import doubt, normalise, region_of
from agent.protocol import FactKind
from agent.store import facts
from agent.store.problems import NotNow


def region(desk: Desk) -> str:
    """The region values are read by: the profile's own country first."""
    return region_of({FactKind(kind): value for kind, value in facts.every(desk.store).items()})


def fingerprint(found: Sequence[Fact]) -> str:
    """Names exactly these facts: hex SHA-256."""
    return hashlib.sha256(json.dumps([(each.kind, each.value) for each in found]).encode()).hexdigest()


@capability("profile import", "Take over facts from a .json or .vcf file",
            Argument("file", "a flat JSON object of kind to value, or a vCard", metavar="FILE"),
            Argument("seen", "what `profile preview` called it; refused if the file has changed since", option=True,
                     required=False))
def import_profile(desk: Desk, file: str, seen: str | None = None) -> dict[str, Any]:
    """All facts of the file, or none.

    Raises:
        ImportProblem: names every line and field that is wrong; nothing was changed.
        NotNow: the file is another one than was looked at.
    """
    found = read_profile(Path(file), region(desk))
    if seen is not None and seen != fingerprint(found.facts):
        raise NotNow("The file has changed since you looked at it. Look at it again; nothing was taken over.")
    for note in found.notes:
        desk.tell(note)
    facts.put(desk.store, [(fact.kind, fact.value, fact.sensitivity) for fact in found.facts])
    return show_profile(desk)


@capability("profile set", "Set one fact",
            Argument("kind", "such as postal-code; `custom-…` for a fact of your own", metavar="KIND"),
            Argument("value", "the value", metavar="VALUE"))
def set_fact(desk: Desk, kind: str, value: str) -> dict[str, Any]:
    """One fact, checked and normalised.

    Raises:
        ProfileError: unknown kind, or a value that does not fit.
    """
    found, where = kept(kind), region(desk)
    clean = normalise(kind, value, where)
    if slip := doubt(kind, clean, where):
        desk.tell(slip)
    facts.put(desk.store, [(found.name, clean, found.sensitivity)])
    return show_profile(desk)


@capability("profile show", "Show all facts")
def show_profile(desk: Desk) -> dict[str, Any]:
    """All facts, by kind."""
    return {"facts": facts.every(desk.store)}


@capability("profile remove", "Forget one fact", Argument("kind", "the kind to forget", metavar="KIND"))
def remove_fact(desk: Desk, kind: str) -> dict[str, Any]:
    """Forgets one fact.

    Raises:
        NotFound: the profile has none of that kind.
    """
    facts.remove(desk.store, kept(kind).name)
    return show_profile(desk)
