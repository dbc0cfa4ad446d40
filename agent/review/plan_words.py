"""What is said of a plan: where each of its places stands, and all of it in one sentence. Pure."""

from __future__ import annotations

from collections.abc import Mapping

OUTCOMES = {
    "done": "Sent and confirmed.",
    "unclear": "Sent; the site's answer says neither yes nor no. Look at the receipt.",
    "review": "Filled in. It waits for your decision.",
    "answer": "It waits for your answer.",
    "going": "Under way.",
    "queued": "Not begun yet.",
    "paused": "Paused.",
    "failed": "It could not be done.",
    "cancelled": "Stopped; nothing was sent.",
}
"""One sentence for each group of a plan's places."""

_PARTS = (("done", "done"), ("unclear", "sent but not confirmed"), ("review", "to review"), ("answer", "to answer"),
          ("going", "under way"), ("queued", "to come"), ("paused", "paused"), ("failed", "failed"),
          ("cancelled", "stopped"))


def summary(counts: Mapping[str, object]) -> str:
    """``5 places: 2 done, 1 to review, 2 under way.`` What nothing stands at is left out.

    Args:
        counts: how many places stand in each of `OUTCOMES`'s groups.
    """
    total = sum(int(str(count)) for count in counts.values())
    if total and counts["done"] == total:
        return f"All {total} places are done."
    said = ", ".join(f"{counts[group]} {words}" for group, words in _PARTS if counts[group])
    return f"{total} places: {said}." if said else "No places."
