"""Numbers in several short boxes: a sort code, a telephone number, an IBAN."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.split_boxes import MOST, SPLIT_KINDS, is_split
from agent.protocol import FactKind


def with_split_numbers(drafts: list[Draft]) -> list[Draft]:
    """The drafts with every number in boxes named; changes the list that it is given."""
    place = 0
    while place < len(drafts):
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
