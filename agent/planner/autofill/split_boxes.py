"""Which neighbouring boxes are the pieces of one number: an IBAN, a sort code, a social security number."""

from __future__ import annotations

from collections.abc import Sequence

from agent.browser.page import Control
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words

SPLIT_KINDS = ("sort-code", "tel", "social-security-number", "iban", "bank-account-number", "national-id")
"""Kinds that forms ask for in several boxes."""
_BOX = 90
"""Pixels up to which a box is taken for one of pieces; whole numbers stand in wider ones."""
MOST = 8
"""Pieces of one number at most: an IBAN in groups of four has up to nine, seldom asked so."""


IBAN_PIECES: tuple[tuple[int, ...], ...] = ((4, 4, 4, 2, 10), (4, 1, 5, 5, 12), (2, 2, 1, 5, 5, 12), (4, 8, 10))
"""How an IBAN is asked for in boxes of its parts (Spanish, Italian, German): bank, branch, check digits, account."""


def iban_pieces(run: Sequence[Control]) -> int:
    """How many of these boxes in one row are the parts of an IBAN, told by what each of them holds; 0 for none."""
    for widths in IBAN_PIECES:
        boxes = run[:len(widths)]
        if tuple(one.maxlength for one in boxes) == widths and all(
                one.type in ("text", "tel", "number") and abs(one.box[1] - boxes[0].box[1]) < 12 for one in boxes):
            return len(widths)
    return 0


def is_split(run: Sequence[Control], words: Words) -> bool:
    """Whether boxes under one label, in one row, are the pieces of the number that the label asks for."""
    kind = kind_of(words.core) or kind_of(words.said)
    if kind not in SPLIT_KINDS or not 2 <= len(run) <= MOST:
        return False
    if kind == "tel" and len(run) == 2:
        return False  # a prefix and the rest, not two pieces
    first = run[0]
    in_row = all(abs(one.box[1] - first.box[1]) < 12 for one in run)
    short = all(0 < one.maxlength <= 6 or 0 < one.box[2] <= _BOX for one in run)
    led = kind == "iban" and len(run) == 2 and (0 < first.maxlength <= 4 or 0 < first.box[2] <= _BOX)
    return in_row and (short or led)
