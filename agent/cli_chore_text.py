"""Chores and figures as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from agent.protocol.display import display


def _chore(each: dict[str, Any], many: int = 1) -> str:
    flag = "removed" if each["removed"] else "paused" if each["paused"] else ""
    lines = [f"{each['id']}  {display(each['text'])}" + (f"  ({flag})" if flag else ""),
             f"      {display(each['sentence'] or each['rule'])}" + (
                 f" ({each['zone_now']} time)" if each["zone_now"] else "")]
    lines += [f"      starts at {display(each['url'])}"] if each["url"] else []
    lines += [f"      files: {', '.join(map(display, each['files']))}"] if each["files"] else []
    lines += [f"      money: at most {display(each['limit'])}"] if each["limit"] else []
    lines += [f"      next: {moment(at)}" for at in each["next"][:many]]
    lines += [f"      {display(each['problem'])}"] if each["problem"] else []
    for one in each["parameters"]:
        how = "asked each time" if one["ask"] else "used each time"
        lines.append(f"      {{{one['name']}}} {how}" + (f", last {display(one['last'])}" if one["last"] else ""))
    if last := each["last"]:
        known = f", reference {display(last['reference'])}" if last["reference"] else ""
        lines.append(f"      last: {moment(last['local'])}, {last['task']} {last['state']}{known}")
    if (rate := each["success"]["rate"]) is not None:
        finished = each["success"]["done"] + each["success"]["failed"]
        lines.append(f"      done {each['success']['done']} of {finished} times ({rate:.0%})")
    lines += [f"      can be taken back with chore undo {each['id']}: {each['undo']}"] if each["undo"] else []
    return "\n".join(lines)


def _chores(result: list[dict[str, Any]]) -> str:
    many = 400 if len(result) == 1 else 1
    return "\n".join(_chore(each, many) for each in result) or "No chores."


def _given(result: list[dict[str, Any]]) -> str:
    (each,) = result
    lines = [_chore(each)]
    lines += [f"      given for {moment(each['at'])}: {name} = {display(value)}"
              for name, value in each["given"].items()]
    for name, every in each["proposed"].items():
        lines.append(f"      proposed for {name}, not taken; choose with chore give {each['id']} --set {name}=…")
        lines += [f"         {display(one['value'])}   {display(one['where'], 0)}" for one in every]
    lines += [f"      goes with it: {display(name)}" for name in each["attached"]]
    return "\n".join([*lines, *(f"      {display(note, 0)}" for note in each["notes"])])


def _chore_shown(result: dict[str, Any]) -> str:
    lines = [_chore(result, 5)]
    for each in result["occurrences"]:
        task = f"  {each['task']} {each['task_state']}" if each["task"] else ""
        lines.append(f"      {moment(each['local'])}  {each['state']}{task}" + (
            f"  {each['note']}" if each["note"] else ""))
    return "\n".join(lines)


def _when(result: dict[str, Any]) -> str:
    lines = [f"task: {display(result['rest'])}"] if result["rest"] else []
    for place, each in enumerate(result["choices"], 1):
        lines += [f"{place} {each['sentence']} ({result['zone']} time)", f"      {each['rule']}",
                  *(f"      {moment(at)}" for at in each["next"])]
    lines += ["It can mean several things: say which with --choice."] if len(result["choices"]) > 1 else []
    return "\n".join([*lines, *result["taken"], *map(display, result["problems"])])


def _agenda(result: list[dict[str, Any]]) -> str:
    lines = []
    for day in result:
        lines.append(day["day"])
        for each in day["entries"]:
            state = "paused" if each["paused"] and each["state"] == "coming" else each["state"]
            task = f"  {each['task']} {each['task_state']}" if each["task"] else ""
            lines.append(f"   {each['time']}  {each['chore']}  {state:<8} {display(each['title'])}{task}")
    return "\n".join(lines) or "Nothing comes in these days."


def _imported(result: dict[str, Any]) -> str:
    lines = [_chore(each) for each in result["chores"]]
    lines += [f"Not taken: {display(each['title'])}: {each['why']}" for each in result["refused"]]
    lines += [f"{chore}: the file names {display(url)}; to start there: chore edit {chore} --url …"
              for chore, url in result["offered"].items()]
    return "\n".join([*lines, *map(display, result["notes"])]) or "Nothing in it recurs."


def _figures(result: dict[str, Any]) -> str:
    rows = [("all", result["overall"]), *((each["month"], each) for each in result["months"]),
            *((each["chore"], each) for each in result["chores"])]
    head = f"{'':<9}{'done':>6}{'failed':>8}{'success':>9}{'calls':>7}{'work/call':>11}{'forms':>7}{'corr./form':>12}" \
           f"{'saved':>9}"
    return "\n".join([head, *(_figure(name, each) for name, each in rows), textwrap.fill(result["estimate"], 100)])


def _figure(name: str, each: dict[str, Any]) -> str:
    success = "–" if each["success"] is None else f"{each['success']:.0%}"
    between = "–" if each["work_between_calls"] is None else f"{each['work_between_calls'] / 60:.1f} min"
    per = "–" if each["corrections_per_form"] is None else f"{each['corrections_per_form']:.2f}"
    failed, saved = each["failed"] + each["unknown"], f"{each['saved_seconds'] / 60:.0f} min"
    return (f"{name:<9}{each['done']:>6}{failed:>8}{success:>9}{each['calls']:>7}{between:>11}{each['forms']:>7}"
            f"{per:>12}{saved:>9}")


def moment(text: str) -> str:
    """A time to the minute."""
    return text[:16].replace("T", " ")


WRITERS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("chore add", "chore list", "chore next", "chore edit", "chore pause", "chore resume",
                     "chore remove", "chore undo", "chore skip"), _chores),
    "chore give": _given, "chore show": _chore_shown, "chore read": _when, "chore agenda": _agenda,
    "chore import": _imported, "figures": _figures}
