"""The sheet as plain text for a terminal: every value, every source, flags spelled out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from agent.protocol import Flag
from agent.protocol.display import display
from agent.review.file_words import lines_of
from agent.review.own_yes import problem_name
from agent.review.sheet import NotSent, Row, Sheet
from agent.review.summary import place, sentence

MIN_WIDTH = 40
"""Columns below which the table no longer narrows."""


def table(sheet: Sheet, width: int = 80, *, new_site: bool = False, earlier: Sequence[Sheet] = (),
          page_summary: Sequence[tuple[str, str]] = ()) -> str:
    """Returns the whole sheet as lines of at most ``width`` columns.

    Args:
        sheet: the request under review.
        width: columns of the terminal.
        new_site: nothing was sent to this origin before.
        earlier: sheets of the steps already sent, oldest first.
        page_summary: what the page itself lists for checking, as label and value.
    """
    width = max(width, MIN_WIDTH)
    lines = [*_wrap(sentence(sheet, new_site=new_site) + ".", width, ""), ""]
    lines += _wrap(f"{sheet.method} {display(sheet.address)}", width, "")
    for number, problem in enumerate(sheet.problems, 1):
        lines += _wrap(f"! * {problem_name(number)}: {display(problem, 0)}", width, "    ")
    if sheet.problems:
        lines += _wrap("* Each of these needs your own yes.", width, "  ")
    lines.append("")
    lines += _rows(sheet.rows, width)
    lines += _section("On the page and not sent:", map(_left_out, sheet.not_sent), width)
    for number, step in enumerate(earlier, 1):
        title = f"Step {number}, already sent to {place(step)}:"
        lines += _section(title, (f"{_name(row)}: {_value(row)}" for row in step.rows if row.value), width)
    lines += _section("The page's own summary:", (f"{display(k)}: {display(v)}" for k, v in page_summary), width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _rows(rows: Iterable[Row], width: int) -> list[str]:
    lines: list[str] = []
    for row in rows:
        mark = "*" if row.needs_own_yes else " "
        lines += _wrap(f"{mark} {_name(row)}: {_value(row)}", width, "      ")
        lines += _wrap(f"    {_source(row)}", width, "      ")
        if row.file is not None and Flag.FILE in row.flags:
            for said in lines_of(row.file, row.attached):
                lines += _wrap(f"    {said}", width, "      ")
        flags = sorted(flag.value for flag in row.flags)
        if row.needs_own_yes:
            flags.append("needs your own yes")
        if flags:
            lines += _wrap(f"    [{'; '.join(flags)}]", width, "     ")
        lines += [line for said in row.doubts for line in _wrap(f"    ? {display(said)}", width, "      ")]
    if any(row.needs_own_yes for row in rows):
        lines += ["", *_wrap("* is not covered by approving the whole.", width, "  ")]
    return lines


def _source(row: Row) -> str:
    detail = f" ({display(row.source.detail, 60)})" if row.source.detail else ""
    why = f". {display(row.why)}" if row.why else ""
    default = f" The page's default: {display(row.before, 60)}." if row.before not in {"", row.value} else ""
    return f"from: {row.source.kind.value}{detail}{why}{default}"


def _name(row: Row) -> str:
    name = display(row.name, 80)
    label = display(row.label, 120)
    return f"{label} ({name})" if label and label != name else name


def _value(row: Row) -> str:
    if row.file is not None and Flag.FILE in row.flags:
        name, kind = display(row.file.filename, 120), display(row.file.media_type or "unknown", 60)
        return f"{name} ({row.file.size} bytes of {kind}, sha256 {row.file.sha256})"
    value = display(row.value) if row.value else "(empty)"
    return f"{value} = {display(row.shown, 120)}" if row.shown and row.shown != row.value else value


def _left_out(one: NotSent) -> str:
    doubts = "".join(f" ? {display(said)}" for said in one.doubts)
    return f"{display(one.label, 120)}: {one.reason.value}{doubts}"


def _section(title: str, entries: Iterable[str], width: int) -> list[str]:
    lines = [line for entry in entries for line in _wrap(f"  {entry}", width, "    ")]
    return ["", *_wrap(title, width, "  "), *lines] if lines else []


def _wrap(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=indent, replace_whitespace=False, drop_whitespace=True,
                         break_on_hyphens=False) or [""]
