"""Whether a box is one that a kind of fact belongs into. Pure; favours handing over.

| the box, as the recogniser reads it                | one's own recipe | one from a file |
|----------------------------------------------------|------------------|-----------------|
| asks the person for this very kind                 | yes              | yes             |
| is for words that only the person can write        | no               | no              |
| anything else: an amount, unknown, another person's | yes              | no              |

One's own was approved as it stands. One from a file could carry a fact out in a box where nobody looks for it.
"""

from __future__ import annotations

from agent.planner.autofill.items import Item
from agent.planner.autofill.recognition import Recognition, Tier
from agent.protocol import FactKind

OWN_WORDS = FactKind("free-text")


def belongs(kind: FactKind, item: Item, found: Recognition, *, imported: bool) -> bool:
    """Whether a fact of a kind may go into a control; ``found``: what the control itself was recognised as."""
    if found.tier != Tier.LEAVE and _plain(kind) in (_plain(found.kind), _plain(item.kind)):
        return True
    return not imported and found.kind != OWN_WORDS


def _plain(kind: FactKind) -> str:
    """Without the section: ``postal-code`` of ``billing postal-code``."""
    return kind.rpartition(" ")[2]
