"""Looks over every byte bound for a model: no secret and no private value leaves, in any common writing. Pure.

Bias: it favours false alarms; a turn that is refused costs the person a form, one that leaks can't be taken back.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Collection, Mapping

from agent.gate.fold import squash
from agent.gate.trace import Tracer
from agent.profile.labels import label_of_kind

_SECRET = "secret "


def tracer_of(private: Mapping[str, str], secrets: Collection[str]) -> Tracer:
    """Recognises private facts by their kinds, and secrets by a number of their own."""
    hidden = {f"{_SECRET}{number}": each for number, each in enumerate(secrets) if squash(each)}
    return Tracer({**private, **hidden})


def objection(request: Mapping[str, object], tracer: Tracer) -> str:
    """Why a request may not go out, as a sentence for the person; empty when it may."""
    body = json.dumps(without_pictures(request), ensure_ascii=False)
    found = tracer.search(body)
    if any(kind.startswith(_SECRET) for kind in found.kinds):
        return "Nothing was sent to the model: the message would have held one of your secrets."
    if found.kinds:
        names = ", ".join(sorted(label_of_kind(kind) or kind for kind in found.kinds))
        return (f"Nothing was sent to the model: the message would have held private facts of yours ({names}). "
                "You can allow that in the settings, or finish this form by hand.")
    if not found.complete:
        return "Nothing was sent to the model: the message is too large to be looked over."
    return ""


def without_pictures(request: Mapping[str, object]) -> dict[str, object]:
    """The request with a mark in place of each picture's bytes: they hold no text that could be recognised."""
    bare = copy.deepcopy(dict(request))
    _strip(bare)
    return bare


def _strip(node: object) -> None:
    if isinstance(node, dict):
        if node.get("type") == "base64" and isinstance(node.get("data"), str):
            node["data"] = f"picture {hashlib.sha256(node['data'].encode()).hexdigest()[:16]}"
        for each in node.values():
            _strip(each)
    elif isinstance(node, list):
        for each in node:
            _strip(each)
