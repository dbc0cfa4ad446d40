"""Judges what a page holds after it was given a value. Pure: no page here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Problem(StrEnum):
    """Why a page does not hold what it was given, or holds it in another form."""

    NOT_FOUND = "not found"          # the element is gone: the page changed or moved on
    HIDDEN = "hidden"                # nothing a person could see or reach
    DISABLED = "disabled"
    READ_ONLY = "read only"
    COVERED = "covered"              # something else lies over it
    TOO_LONG = "too long"            # the page kept only the beginning
    REFORMATTED = "reformatted"      # the same value, written the page's way; the one problem that is still ok
    REFUSED = "refused"              # the page holds something else, or its type can't take such a value
    NO_FILE = "no file"              # a file to attach can't be read
    TIMEOUT = "timeout"              # the page did not answer


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What came of one act: whether it is as wanted, and what the page holds now ("" for passwords)."""

    ok: bool
    held: str
    problem: Problem | None = None


# The forms a browser accepts from a script for typed inputs. Source: HTML standard, "Microsyntaxes" (dates and times,
# floating-point numbers); simple colours likewise.
_DATE = r"\d{4,6}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?"
_WIRE_FORMS = {
    "date": re.compile(_DATE),
    "month": re.compile(r"\d{4,6}-(0[1-9]|1[0-2])"),
    "week": re.compile(r"\d{4,6}-W(0[1-9]|[1-4]\d|5[0-3])"),
    "time": re.compile(_TIME),
    "datetime-local": re.compile(rf"{_DATE}T{_TIME}"),
    "number": re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?"),
    "range": re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?"),
    "color": re.compile(r"#[0-9a-fA-F]{6}"),
}
_NUMBER = re.compile(r"-?(\d+|\d{1,3}([.,']\d{3})+)([.,]\d+)?")
_EXACT = re.compile(r"-?\d+[.,]\d+|-\d+")
_FRACTION = re.compile(r"[.,]\d{1,2}$")


def fits_wire_form(control_type: str, value: str) -> bool:
    """Returns whether a typed input can take ``value`` as it stands: dates as YYYY-MM-DD, numbers without grouping."""
    form = _WIRE_FORMS.get(control_type)
    return form is None or value == "" or form.fullmatch(value) is not None


def bare(value: str) -> str:
    """Returns the letters and digits of a value, case folded: what is left when spaces and punctuation go."""
    return "".join(c for c in unicodedata.normalize("NFKC", value) if c.isalnum()).casefold()


def _without_currency(value: str) -> str:
    return "".join(c for c in value if unicodedata.category(c) not in ("Sc", "Zs"))


def _number(value: str) -> Decimal | None:
    """Reads a number as written; its last mark is the point. None for anything else."""
    if not _NUMBER.fullmatch(value):
        return None
    whole, mark, fraction = value.rpartition("." if value.rfind(".") > value.rfind(",") else ",")
    if not mark:
        return Decimal(fraction.replace("'", ""))
    return Decimal(re.sub(r"[.,']", "", whole) + "." + fraction)


def same_value(wanted: str, held: str) -> bool:
    """Returns whether two writings mean the same: spaces, punctuation and case aside.

    Never a decimal point or a minus sign: 12.50 and 1250 differ. Where a mark could be either (1.250), it is the point.
    """
    left, right = _without_currency(wanted), _without_currency(held)
    if _number(left) is not None and _number(right) is not None and left.startswith("-") != right.startswith("-"):
        return False
    by_number = _EXACT.fullmatch(left) or (left.isdecimal() and _FRACTION.search(right) and _number(right) is not None)
    if by_number:
        return _number(left) == _number(right)
    return bare(wanted) == bare(held)


def _is_cut(wanted: str, held: str, maxlength: int) -> bool:
    kept, given = bare(held), bare(wanted)
    if len(kept) >= len(given) or not given.startswith(kept):
        return False
    return 0 <= maxlength <= len(held) or (kept != "" and len(held) < len(wanted))


def judge_text(wanted: str, held: str, maxlength: int = -1) -> ReadBack:
    """Compares what a text control holds with what it was given."""
    if held == wanted or held.replace("\r\n", "\n") == wanted.replace("\r\n", "\n"):
        return ReadBack(True, held)
    if wanted and held and same_value(wanted, held):
        return ReadBack(True, held, Problem.REFORMATTED)
    return ReadBack(False, held, Problem.TOO_LONG if _is_cut(wanted, held, maxlength) else Problem.REFUSED)


def judge_secret(wanted: str, held_length: int) -> ReadBack:
    """Compares a password by its length alone: its text never leaves the page."""
    if held_length == len(wanted):
        return ReadBack(True, "")
    return ReadBack(False, "", Problem.TOO_LONG if 0 < held_length < len(wanted) else Problem.REFUSED)


def judge_choice(label: str, value: str, held: str, before: str) -> ReadBack:
    """Compares what a box of choices shows with the option that was pressed.

    A box may show more than the option's words (several choices as chips), or a part of them ("+44" for "United Kingdom
    (+44)"): the latter counts only when the box did not show it before.
    """
    shown, wanted = " ".join(held.split()).casefold(), " ".join(label.split()).casefold()
    if wanted and (shown == wanted or re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", shown)):
        return ReadBack(True, held)
    changed = shown != " ".join(before.split()).casefold()
    part = len(shown) > 1 and re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", wanted)
    if shown and changed and (part or shown == value.casefold() or bare(shown) == bare(wanted)):
        return ReadBack(True, held, Problem.REFORMATTED)
    return ReadBack(False, held, Problem.REFUSED)
