"""Numbers in several short boxes: a sort code, a telephone number, an IBAN."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.split_boxes import MOST, SPLIT_KINDS, iban_pieces, is_split
from agent.protocol import FactKind


def with_split_numbers(drafts: list[Draft]) -> list[Draft]:
    """The drafts with every number in boxes named; changes the list that it is given."""
    place = 0
    while place < len(drafts):
        pieces = _iban_at(drafts, place)
        if pieces:
            first = drafts[place]
            for number in range(pieces):
                drafts[place + number] = replace(
                    drafts[place + number], kind=FactKind("iban"), confidence=0.85, part=f"{number + 1}/{pieces}",
                    subject=first.subject, told=first.told, why="part of an account number in several fields")
            place += pieces
            continue
        if _area_and_number(drafts, place):
            for at, named in ((place, "tel-area-code"), (place + 1, "tel-local")):
                drafts[at] = replace(drafts[at], kind=FactKind(named), confidence=0.85, subject=drafts[place].subject,
                                     why="a telephone number's area code and the rest")
            place += 2
            continue
        run = _run_of_boxes(drafts, place)
        kind = kind_of(drafts[place].words.legend) or kind_of(drafts[place].words.said) if len(run) > 1 else None
        if kind in SPLIT_KINDS:
            widths = [drafts[at].control.maxlength for at in run]
            if kind == "tel" and widths == [3, 3, 4]:
                _american(drafts, run)
                place += len(run)
                continue
            for number, at in enumerate(run, 1):
                drafts[at] = replace(
                    drafts[at],
                    kind=kind,
                    confidence=0.85,
                    part=f"{number}/{len(run)}",
                    why="part of a number in several fields",
                )
        place += max(1, len(run))
    return drafts


def _iban_at(drafts: list[Draft], place: int) -> int:
    """How many boxes from here on hold the parts of one IBAN, each with a name of its own such as "branch"."""
    words = drafts[place].words
    if "iban" not in (kind_of(words.said), kind_of(words.legend)) or not drafts[place].open:
        return 0
    run = drafts[place:place + MOST]
    pieces = iban_pieces([draft.control for draft in run])
    return pieces if all(draft.open for draft in run[:pieces]) else 0


def _area_and_number(drafts: list[Draft], place: int) -> bool:
    """Whether two boxes under "Phone" are an area code and the rest: "( ) " before the number."""
    if place + 1 >= len(drafts):
        return False
    first, rest = drafts[place], drafts[place + 1]
    length = {"en": 3, "pt": 2}.get(first.words.language, 0)
    return (first.open and rest.open and kind_of(first.words.core) == "tel" and first.control.maxlength == length > 0
            and rest.control.type in ("text", "tel") and not 0 < rest.control.maxlength < 7
            and abs(first.control.box[1] - rest.control.box[1]) < 12 and first.control.form == rest.control.form
            and (rest.words.said or rest.words.legend) == first.words.said)


def _american(drafts: list[Draft], run: list[int]) -> None:
    """Boxes of three, three and four digits: the area code, then the local number in two parts."""
    for number, at in enumerate(run):
        kind = FactKind("tel-local" if number else "tel-area-code")
        drafts[at] = replace(drafts[at], kind=kind, confidence=0.85, part=f"{number}/2" if number else "",
                             why="part of a telephone number in several fields")


def _run_of_boxes(drafts: list[Draft], start: int) -> list[int]:
    """Neighbouring short text boxes under one legend without labels of their own."""
    first = drafts[start]
    run = [start]
    labelled = _under_one_label(drafts, start)
    if len(labelled) > 1:
        return labelled
    if not (first.open and first.words.legend and _mute(first)):
        return run
    for place in range(start + 1, min(start + 6, len(drafts))):
        draft = drafts[place]
        if not draft.open or draft.words.legend != first.words.legend or not _mute(draft):
            break
        run.append(place)
    return run if len(run) <= 6 else [start]


def _under_one_label(drafts: list[Draft], start: int) -> list[int]:
    """Neighbouring boxes that share a label which asks for a number in pieces."""
    first = drafts[start]
    run = []
    for place in range(start, min(start + MOST, len(drafts))):
        draft = drafts[place]
        if not draft.open or draft.part or not first.words.said or draft.words.said != first.words.said or (
                draft.control.type not in ("text", "tel", "number")):
            break
        run.append(place)
    return run if run and is_split([drafts[place].control for place in run], first.words) else [start]


def _mute(draft: Draft) -> bool:
    return (
        draft.control.type in ("text", "tel", "number")
        and not draft.part
        and (
            not draft.words.said
            or draft.words.said == draft.words.legend
            or len(draft.words.said) <= 2
            or bool(re.search(r"^(?:first|second|third|part|box|digits?)\b", draft.words.said))
        )
    )
