"""The profile at the desk: import, set, show, remove."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.profile.importing import read_profile
from agent.profile.kinds import kept
from agent.profile.values import doubt, normalise, region_of
from agent.protocol import FactKind
from agent.store import facts


def region(desk: Desk) -> str:
    """The region values are read by: the profile's own country first."""
    return region_of({FactKind(kind): value for kind, value in facts.every(desk.store).items()})


@capability("profile import", "Take over facts from a .json or .vcf file",
            Argument("file", "a flat JSON object of kind to value, or a vCard", metavar="FILE"))
def import_profile(desk: Desk, file: str) -> dict[str, Any]:
    """All facts of the file, or none.

    Raises:
        ImportProblem: names every line and field that is wrong; nothing was changed.
    """
    found = read_profile(Path(file), region(desk))
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
