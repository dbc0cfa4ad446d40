"""Plans as plain text for a terminal."""

from __future__ import annotations

from typing import Any

from agent.protocol.display import display


def plans_text(result: list[dict[str, Any]]) -> str:
    """One line for each plan."""
    lines = [f"{each['id']}  {display(each['title'])}\n      {each['summary']}" for each in result]
    return "\n".join(lines) or "No plans."


def plan_text(result: dict[str, Any]) -> str:
    """A plan: its summary, its places, and all that waits in it as one list."""
    lines = [f"{result['id']}  {display(result['title'])}", f"      {result['summary']}"]
    width = min(max((len(display(each["place"])) for each in result["places"]), default=0), 34)
    for each in result["places"]:
        lines.append(f"  {each['task']:<5} {display(each['place']):<{width}}  {display(each['outcome'])}")
    for ask in result["asks"]:
        lines.append(f"\nAsked for {', '.join(map(display, ask['places']))}: {display(ask['label'])}")
        lines += [f"      {number} {display(option)}" for number, option in enumerate(ask["options"], 1)]
        lines.append(f"      reply with: answer {ask['questions'][0]}" + (
            f" (for all {len(ask['questions'])}: --plan)" if len(ask["questions"]) > 1 else ""))
    if result["reviews"]:
        lines += ["", *_reviews(result)]
    return "\n".join(lines)


def _reviews(result: dict[str, Any]) -> list[str]:
    lines = [f"To review: {len(result['reviews'])}. Each is decided by itself, on its own sheet."]
    if result["same"]:
        lines.append("The same on all of them:")
        lines += [f"      {display(row['label'])}: {display(row['value'])}  ({row['source']})"
                  for row in result["same"]]
    for each in result["reviews"]:
        summary = display(each["summary"], 0, shown_before=True)
        lines.append(f"{each['submission']}  {display(each['place'])}  {summary}")
        lines += [f"    ! {display(warning, 0, shown_before=True)}" for warning in each["warnings"]]
        for row in each["own"]:
            said = "; ".join([*row.get("doubts", []), *row["flags"], *["needs your own yes"] * row["needs_own_yes"]])
            lines.append(f"      {display(row['label'] or row['name'])}: {display(row['shown'] or row['value'])}"
                         f"  ({row['source']})" + (f"  [{display(said, 0)}]" if said else ""))
        if each["not_sent"]:
            lines.append(f"      {each['not_sent']} on the page and not sent")
        lines.append(f"      look with: submission {each['submission']}   then: approve {each['submission']}")
    return lines


def each_text(result: dict[str, Any]) -> str:
    """What was done to a plan's tasks, and to which not."""
    done = ", ".join(result["tasks"]) or "none of its tasks"
    left = [f"      left alone: {display(each)}" for each in result["left"]]
    return "\n".join([f"{result['id']}  done for {done}", *left])
