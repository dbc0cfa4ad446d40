"""Results as plain text for a terminal; the JSON holds the same and more."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable
from typing import Any

from agent import cli_chore_text, cli_recipe_text
from agent.cli_chore_text import moment
from agent.cli_plan_text import each_text, plan_text, plans_text
from agent.gate.selftest_words import leak_text
from agent.protocol.display import display
from agent.review.sheet_json import sheet_from_json
from agent.review.terminal import table


def as_text(name: str, result: Any) -> str:
    """A result of a capability in words.

    Args:
        name: the capability's id.
        result: what it answered.
    """
    writer = _WRITERS.get(name)
    if writer is not None:
        return writer(result)
    if isinstance(result, list):
        return "\n".join(_line(each) for each in result) or "Nothing."
    return _line(result)


def _line(row: dict[str, Any]) -> str:
    return "  ".join(f"{key} {display(str(value))}" for key, value in row.items()
                     if isinstance(value, str | int | float) and value != "")


def _facts(result: dict[str, Any]) -> str:
    facts: dict[str, str] = result["facts"]
    width = max(map(len, facts), default=0)
    return "\n".join(f"   {kind:<{width}}  {display(value)}" for kind, value in facts.items()) or "No facts yet."


def _inbox(result: list[dict[str, Any]]) -> str:
    lines = []
    for each in result:
        held = each["kind"] == "submission"  # made of escaped parts; a question is the page's own
        verb = "review with: submission" if held else "reply with: answer"
        summary = display(each["summary"], 0, shown_before=True) if held else display(each["summary"])
        if each.get("asks") == "start":  # made by the agent: each line says why an address is proposed
            summary, *said = (display(line, 0, shown_before=True) for line in each["summary"].splitlines())
            lines.append(f"{each['task']}  {each['kind']}  {summary}\n      {verb} {each['id']}")
            lines += [f"      {line}" for line in said]
            continue
        lines.append(f"{each['task']}  {each['kind']}  {summary}\n      {verb} {each['id']}")
        lines += [f"      {mark} {display(option)}" for mark, option in _marked(each)]
    return "\n".join(lines) or "Nothing needs you."


def _marked(asked: dict[str, Any]) -> list[tuple[str, str]]:
    """Options by their place; where any answer is taken by none, since ``2`` may be the answer itself."""
    free = asked.get("asks") == "value"
    return [("-" if free else str(place), option) for place, option in enumerate(asked.get("options", []), 1)]


def _questions(result: list[dict[str, Any]]) -> str:
    lines: list[str] = []
    part = ("", True, "")
    for each in result:
        here = (each["task"], each["required"], each["section"])
        if here[:2] != part[:2]:
            lines.append(f"{each['task']}  {'waits for' if each['required'] else 'may stay empty'}")
        if each["section"] and here != part:
            lines.append(f"   {display(each['section'])}")
        part = here
        several = "  (several may be named, with ; between them)" if each["several"] else ""
        lines.append(f"   {each['id']:<5} {display(each['label'])}{several}")
        ours = each["asks"] == "start"  # made by the agent: each line says why an address is proposed
        lines += [f"         {display(line, 0, shown_before=ours) if ours else display(line)}"
                  for line in each["hint"].splitlines() if line.strip()]
        lines += [f"         {mark} {display(option)}" for mark, option in _marked(each)]
        if each["fact"]:
            lines.append(f"         can be remembered as {each['fact_label']}")
    if result:
        task = result[0]["task"]
        lines.append(f'   Answer with: answers {task} --set {result[0]["id"]}="…" --set …\n'
                     f"            or: answers {task} --file FILE.json")
    return "\n".join(lines) or "Nothing is asked."


def _answers(result: dict[str, Any]) -> str:
    lines = [f"{each['question']}  {each['problem']}" for each in result["problems"]]
    lines += [f"Taken: {', '.join(result['answered'])}"] if result["answered"] else []
    lines += [f"Left empty: {', '.join(result['left_empty'])}"] if result["left_empty"] else []
    lines.append(f"Still open: {', '.join(result['open'])}" if result["open"] else "Nothing is asked any more.")
    return "\n".join(lines)


def _tasks(result: list[dict[str, Any]]) -> str:
    return "\n".join(f"{each['id']}  {each['state']:<13} {display(each['title'])}" + (
        f"\n      {each['message']}" if each["message"] else "") for each in result) or "No tasks yet."


def _board(result: dict[str, Any]) -> str:
    more = f"\n      go on with: board --after {result['next']}" if result["next"] else ""
    return _tasks(result["rows"]) + more


def _settings(result: list[dict[str, Any]]) -> str:
    return "\n".join(f"{each['key']:<18} {each['value']!s:<20} {each['label']}" for each in result)


def _draft(result: dict[str, Any]) -> str:
    lines = [display(result["title"]), f"      starts at {display(result['url'])}" if result["url"] else "",
             f"      {display(result['start']['reason'], 0, shown_before=True)}",
             *_proposals(result["start"]) * (not result["url"])]
    lines += [f"      file {display(each['name'])}, {each['size']} bytes" for each in result["files"]]
    lines += [f"      {display(each['label'])}: {display(each['value'])}" for each in result["values"]]
    if places := result["plan"]["places"]:
        lines = [f"{display(result['plan']['title'])}: a plan of {len(places)} tasks (one task instead: --one)",
                 *(f"      {display(each['place'])}  {display(each['url']) or 'it asks where to start'}"
                   for each in places),
                 *lines[3:]]
    return "\n".join(line for line in [*lines, *result["missing"]] if line)


def _proposals(start: dict[str, Any]) -> list[str]:
    """Where a task could start; the reason is made of escaped parts."""
    return [f"      {place} {display(each['url'])}: {display(each['reason'], 0, shown_before=True)}"
            for place, each in enumerate(start["proposals"], 1)]


def _task(result: dict[str, Any]) -> str:
    lines = [_tasks([result])]
    if result["url"]:
        lines.append(f"      starts at {display(result['url'])}")
    if result.get("chore"):
        lines.append(f"      for {result['chore']}, {moment(result['chore_time'])}. {result['chore_note']}".rstrip())
    lines += [f"      {display(result['start']['reason'], 0, shown_before=True)}", *_proposals(result["start"])]
    for run in result["runs"]:
        lines.append(f"  {run['id']}  {run['state']}  {run['started_at']}")
        lines += [f"      {step['at'][11:19]}  {display(step['text'])}" for step in run["steps"]]
    return "\n".join(lines)


def _run(result: dict[str, Any]) -> str:
    return "\n".join(f"{each['id']}  {each['state']}" + (f"  {each['message']}" if each["message"] else "")
                     for each in result["tasks"]) or "Nothing to do."


def _receipt(each: dict[str, Any]) -> str:
    lines = [f"{each['id']}  {each['sent_at'][:16].replace('T', ' ')} UTC  {each['origin']}  {each['state']}",
             f"    {display(each['title'])}"]
    if each["reference"]:
        lines.append(f"    reference {display(each['reference'])}")
    if each["evidence"]:
        lines.append(f"    the site said: {display(each['evidence'])}")
    rows = [(display(row["label"] or row["name"], 60), display(row["shown"] or row["value"]))
            for row in each["fields"] if "renewed by the site" not in row["flags"] and row["value"]]
    width = min(max((len(label) for label, _ in rows), default=0), 34)
    lines += [f"      {label:<{width}}  {value}" for label, value in rows]
    lines += [f"    pictures: {path}" for path in (each["before"], each["after"]) if path]
    lines += [f"    document: {display(kept['name'])}, {kept['path']}" for kept in each.get("documents", [])]
    return "\n".join(lines)


def _receipts(result: list[dict[str, Any]]) -> str:
    return "\n\n".join(map(_receipt, result)) or "No receipts."


def _submission(result: dict[str, Any]) -> str:
    width = min(shutil.get_terminal_size((100, 24)).columns, 110)
    lines = [f"! {warning}" for warning in result.get("warnings", [])]
    lines += [result["chore_note"]] if result.get("chore_note") else []
    lines.append(table(sheet_from_json(result), width, new_site=result.get("new_site", False)))
    for each in result.get("earlier", []):
        lines.append(f"Already sent as {each['submission']} to {display(each['url'])}:")
        lines += [f"      {display(row['label'] or row['name'])}: {display(row['shown'] or row['value'])}"
                  for row in each["fields"] if "renewed by the site" not in row["flags"]]
    if result.get("page_text"):
        lines.append("\nThe page said before the press:")
        lines += [f"      {display(line)}" for line in result["page_text"].splitlines() if line.strip()]
    for change in result.get("difference") or []:
        lines.append(f"Changed since you last saw it: {display(change['label'] or change['name'])}: "
                     f"{display(change['before']) or '(nothing)'} -> {display(change['now']) or '(nothing)'}")
    if since := result.get("since_last"):
        lines += _since(since)
    if grant := result.get("step_grant"):
        values = ", ".join(f"{display(each['label'])} {display(each['value'])}" for each in grant["values"])
        lines.append(textwrap.fill(f"With --steps these values, also as forms write them, may go to {grant['origin']} "
                                   f"until this task ends: {values}.", width))
    lines.append(f"\n{result['state']}  {result['id']}  picture: {result['screenshot'] or 'none'}")
    return "\n".join(lines)


def _since(since: dict[str, Any]) -> list[str]:
    """What is not as it was the last time; what is as it was, by its number alone."""
    lines = [f"Since the last time ({moment(since['local'])}, {since['submission']}), {len(since['same'])} fields are "
             f"as they were" + (":" if since["changes"] else ", and nothing else is there.")]
    return lines + [f"   {each['about']:<8} {display(each['label'] or each['name'])}: "
                    f"{display(each['before']) or '(nothing)'} -> {display(each['now']) or '(nothing)'}"
                    for each in since["changes"]]


def _doctor(result: list[dict[str, Any]]) -> str:
    return "\n".join(f"{'ok  ' if each['ok'] else 'FAIL'}  {each['check']}" + (
        f"\n      {each['fix']}" if each["fix"] else "") for each in result)


def _allowed(result: dict[str, Any]) -> str:
    lines = [f"{result['task']} may go to {', '.join(map(display, result['sites']))}",
             f"      use your data: {', '.join(result['data'])}",
             f"      money: {'at most ' + result['limit'] if result['limit'] else 'no limit set'}"]
    lines += [f"{each['id']:<9} {each['state']:<9} {display(each['words'])}" for each in result["grants"]]
    return "\n".join(lines)


def _gate(result: dict[str, Any]) -> str:
    width = max((len(each["name"]) for each in result["channels"]), default=0)
    lines = [f"{each['name']:<{width}}  {each['result']:<20}  {each['means']}" for each in result["channels"]]
    leaks = [each["name"] for each in result["channels"] if each["result"] == "LEAK"]
    said = leak_text(leaks) if leaks else "Nothing got out: every one of these ways ends at the gate."
    return "\n".join([*lines, f"{result['leaks']} leaks in {len(result['channels'])} channels", said])


def _model(result: dict[str, Any]) -> str:
    keys = {"environment": "from the environment", "keyring": "in the keyring"}
    rows = [("model", f"{result['name']}  {result['price']}"), ("server", display(result["address"]) + (
        "  (named by ANTHROPIC_BASE_URL)" if result["address_from"] == "environment" else "")),
        ("key", keys.get(result["key"], "none" if result["key_needed"] else "none, and none is needed")),
        ("today", f"${result['spent_today']:.2f}"), ("probe", display(result["probed"]) or "not yet: model probe")]
    lines = [f"{name:<7} {text.rstrip()}" for name, text in rows]
    ring = result["keyring"] if result["key_needed"] and result["keyring"] not in result["problem"] else ""
    return "\n".join([*lines, *(each for each in (result["problem"], ring) if each)])


def _probe(result: dict[str, Any]) -> str:
    lines = [f"{'ok  ' if each['ok'] else 'FAIL' if each['needed'] else 'no  '}  {each['check']}\n"
             f"      {display(each['says'], 400)}" for each in result["lines"]]
    return "\n".join([*lines, display(result["summary"], 400)])


def _saw(result: dict[str, Any]) -> str:
    lines = []
    for turn in result["turns"]:
        at = turn["at"][:19].replace("T", " ")
        lines.append(f"{turn['run']}.{turn['number']}  {at} UTC  {display(turn['model'])}  ${turn['cost']:.4f}\n"
                     f"    {turn['input']} tokens read, {turn['cache_read']} from the cache, "
                     f"{turn['cache_written']} into it, {turn['output']} written" + (
                         f"; {turn['repeated']} earlier messages repeated" if turn["repeated"] else ""))
        for mark, pieces in ((">", turn["sent"]), ("<", turn["answered"])):
            for each in pieces:
                title = " ".join(part for part in (each["who"], each["kind"], each["title"]) if part)
                lines.append(f"  {mark} {display(title)}")
                text = each["text"] or f"({each['media_type']}, {len(each['data']) * 3 // 4} bytes)"
                lines += [f"      {display(line, 0)}" for line in text.splitlines()]
    return "\n".join(lines) or "No model saw anything of this task."


def _added(result: dict[str, Any]) -> str:
    if "plan" not in result:
        return _line(result)
    return f"plan {result['plan']} with {len(result['tasks'])} tasks: {', '.join(result['tasks'])}"


def _found(result: dict[str, Any]) -> str:
    if "proposed" not in result:
        return _line(result)
    lines = [f"Not taken; choose with: answer {result['question']} VALUE"] if result["proposed"] else []
    lines += [f"   {display(one['value'])}   {display(one['where'], 0)}" for one in result["proposed"]]
    return "\n".join([*lines, *(display(note, 0) for note in result["notes"])])


_WRITERS: dict[str, Callable[[Any], str]] = {
    **cli_chore_text.WRITERS, **cli_recipe_text.WRITERS,
    "profile show": _facts, "profile set": _facts, "profile import": _facts, "profile remove": _facts,
    "add": _added, "plan show": plan_text, "plan list": plans_text,
    "plan cancel": each_text, "plan pause": each_text, "plan resume": each_text, "plan retry": each_text,
    "inbox": _inbox, "tasks": _tasks, "task": _task, "run": _run, "receipts": _receipts, "demo": _receipt,
    "doctor": _doctor, "gate check": _gate, "submission": _submission,
    "grants": _allowed, "saw": _saw, "model probe": _probe,
    "model show": _model, "model set": _model, "model key": _model, "model forget-key": _model,
    "questions": _questions, "answers": _answers,
    "propose": _found, "answer": _found,
    "board": _board, "settings show": _settings, "settings set": _settings, "draft": _draft,
    "receipt": _receipt}
