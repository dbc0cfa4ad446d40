"""When a chore recurs, out of words or as a rule; nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from agent.chores.clock import wall
from agent.chores.expanding import following
from agent.chores.problems import BadRule
from agent.chores.rule import Before, rule_from
from agent.chores.when import Choice, read_when
from agent.chores.zones import HERE, local_of, system_zone, zone_of
from agent.desk.capability import Argument, capability
from agent.desk.chore_docs import choice_doc, deadline_labels, when_doc
from agent.desk.front import Desk
from agent.protocol.chores import WhenDoc
from agent.store import facts

WHEN = Argument("when", "when it recurs, in words: “every first Monday at 9”, “two weeks before my passport expires”",
                option=True, required=False, metavar="WORDS")
RULE = Argument("rule", "when it recurs, as an RRULE such as FREQ=MONTHLY;BYDAY=1MO", option=True, required=False,
                metavar="RRULE")
START = Argument("start", "local time of the first, such as 2026-12-07T09:00", option=True, required=False,
                 metavar="LOCAL")
ZONE = Argument("zone", "its time zone, such as Europe/London; “here” goes by this computer's clock, wherever it is "
                "(default: the zone it is in now)", option=True, required=False, metavar="ZONE")
CHOICE = Argument("choice", "which meaning of the words, where there are several: 1, 2", option=True, required=False,
                  metavar="N")


@capability("chore read", "Show how words for a recurrence are read, with the next dates",
            Argument("text", "the words, alone or with the task", metavar="TEXT"),
            Argument("task", "the words stand in a task's text; the rest of it is the task", option=True, flag=True,
                     required=False), ZONE)
def read(desk: Desk, text: str, task: bool = False, zone: str | None = None) -> WhenDoc:
    """Reads and keeps nothing.

    Raises:
        BadZone: no such zone.
    """
    where = zone_of(zone_named(zone))
    known = facts.every(desk.store)
    found = read_when(text, local_of(wall(), where), facts=known, labels=deadline_labels(desk), alone=not task)
    return when_doc(found, where, known)


def recurrence(desk: Desk, text: str, rule: str | None, start: str | None, zone: str, when: str | None,
               choice: int | str | None) -> tuple[str, Choice]:
    """The task's words, and when it recurs."""
    if rule is not None:
        return text, _ruled(desk, rule, start, zone)
    where, known = zone_of(zone), facts.every(desk.store)
    found = read_when(when if when is not None else text, local_of(wall(), where), facts=known,
                      labels=deadline_labels(desk), alone=when is not None)
    problems = [each for each in found.problems if not each.startswith("Your profile does not say")]
    if problems or not found.choices:
        raise BadRule("\n".join(problems or found.problems))
    picked = _picked(desk, found.choices, choice, zone)
    if start is not None:
        picked = replace(picked, start=_local(start))
    for said in found.taken:
        desk.tell(said)
    return text if when is not None else found.rest, picked


def _picked(desk: Desk, choices: tuple[Choice, ...], choice: int | str | None, zone: str) -> Choice:
    if len(choices) == 1 and choice is None:
        return choices[0]
    if choice is not None and str(choice).isdigit() and 1 <= int(choice) <= len(choices):
        return choices[int(choice) - 1]
    docs = [choice_doc(each, zone_of(zone), facts.every(desk.store)) for each in choices]
    raise BadRule("Those words can mean several things. Say which, with --choice:\n" + "\n".join(
        f"{place} {each['sentence']}: {', '.join(day[:10] for day in each['next'])}"
        for place, each in enumerate(docs, 1)))


def _ruled(desk: Desk, rule: str, start: str | None, zone: str) -> Choice:
    if start is None and not rule.upper().startswith("BEFORE"):
        raise BadRule("Say when it comes first, with --start 2026-12-07T09:00.")
    first = _local(start) if start is not None else local_of(wall(), zone_of(zone)).replace(
        hour=9, minute=0, second=0, microsecond=0)
    chosen = Choice(rule_from(rule, first), first)
    coming = following(chosen.rule, first, zone_of(zone), wall(), facts.every(desk.store))
    if not isinstance(chosen.rule, Before) and next(coming, None) is None:
        raise BadRule("That recurrence gives no date from now on.")
    return chosen


def _local(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadRule(f"“{text}” is no local time. It looks like 2026-12-07T09:00.") from None
    if found.tzinfo is not None:
        raise BadRule("The start is a local time, without an offset; its zone is given by --zone.")
    return found.replace(second=0, microsecond=0)


def zone_named(text: str | None) -> str:
    """A zone as it is kept.

    Raises:
        BadZone: there is none of that name.
    """
    name = system_zone() if text is None else HERE if text.strip().lower() in ("here", "") else text.strip()
    zone_of(name)
    return name
