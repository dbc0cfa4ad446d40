"""What the recogniser answers about one control, and its JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from agent.profile.kinds import KINDS
from agent.protocol import FactKind


class Tier(StrEnum):
    """How sure the recogniser is: fill, fill and mark for a second look, or leave it alone."""

    FILL = "fill"
    CHECK = "check"
    LEAVE = "leave"


class Subject(StrEnum):
    """Whose fact a control asks for. ``NONE`` for what is nobody's fact, such as a captcha."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    EMERGENCY = "emergency-contact"
    EMPLOYER = "employer"
    LANDLORD = "landlord"
    OTHER = "other-person"
    ORGANISATION = "organisation"
    NONE = "none"


FILL_AT = 0.8
"""Confidence from which a value is filled without a mark. Set on the development pages."""

CHECK_AT = 0.5
"""Confidence from which a value is filled and marked for a second look."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What one control asks for.

    ``ids`` holds the choices of a radio group; ``confidence`` is 0 to 1; ``part`` is ``day``, ``month`` or ``year`` of
    a date in several controls, ``1/3`` … of a number in several controls, else empty.
    """

    ref: int
    selector: str
    id: str
    ids: tuple[str, ...]
    name: str
    label: str
    kind: FactKind
    subject: str
    tier: str
    confidence: float
    why: str
    part: str = ""


def is_filled(kind: str) -> bool:
    """Whether a kind is ever filled from the profile; consents, secrets and questions never are."""
    found = KINDS.get(FactKind(kind))
    return found is not None and found.fill


def tier_for(confidence: float) -> Tier:
    """The tier that a confidence earns."""
    if confidence >= FILL_AT:
        return Tier.FILL
    return Tier.CHECK if confidence >= CHECK_AT else Tier.LEAVE


def as_json(recognitions: Iterable[Recognition]) -> list[dict[str, object]]:
    """The entries of ``recognise --json``: one a control, one for a whole radio group (with ``ids``)."""
    found = []
    for one in recognitions:
        entry: dict[str, object] = {
            "selector": one.selector,
            "id": one.id,
            "name": one.name,
            "label": one.label,
            "kind": str(one.kind),
            "subject": str(one.subject),
            "tier": str(one.tier),
            "confidence": round(one.confidence, 2),
            "why": one.why,
        }
        if one.ids:
            entry["ids"] = list(one.ids)
        found.append(entry)
    return found
