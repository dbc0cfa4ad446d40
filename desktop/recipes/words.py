"""What a recipe does, in plain sentences: pure words from the agent's shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.protocol.recipes import LessonDoc, RecipeDoc, RecipeField, RecipePage, RecipeRow, RevisionDoc
from desktop.widgets import when

LEFT = "left"
_ICONS = {"fact": "user-round", "task": "pen-line", "ask": "message-circle-question", "option": "check",
          "options": "list-checks", "tick": "check", "file": "paperclip", "yours": "hand", "known": "sparkles",
          LEFT: "minus"}


@dataclass(frozen=True, slots=True)
class Said:
    """One line about a page: the drawing before it, and the sentence."""

    icon: str
    text: str


def field_words(field: RecipeField) -> Said:
    """What is done with one field."""
    label, comes = f"“{field['label']}”", field["comes_from"]
    chosen = comes.removeprefix("always ")
    text = {
        "fact": f"Fills {label} from {comes}", "task": f"Fills {label} from the words of the task",
        "ask": f"Asks you for {label}", "option": f"Chooses {chosen} under {label}",
        "options": f"Chooses {chosen} under {label}",
        "tick": f"Ticks {label}" if chosen == "ticked" else f"Leaves {label} unticked",
        "file": f"Attaches a file of the task at {label}", "yours": f"Leaves {label} to you alone",
        "known": f"Fills {label} from what the form makes plain",
        LEFT: f"Leaves {label} empty" if comes == "left empty" else f"Leaves {label} {comes.removeprefix('left ')}",
    }.get(field["take"], f"{label}: {comes}")
    icon = "square" if chosen == "left unticked" else _ICONS.get(field["take"], "circle")
    return Said(icon, text)


def page_lines(page: RecipePage) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """What is done on a page in its order, ending with what is pressed; and the fields that are left as they are."""
    done = tuple(field_words(each) for each in page["fields"] if each["take"] != LEFT)
    left = tuple(field_words(each) for each in page["fields"] if each["take"] == LEFT)
    press = f"Presses “{page['press']}”" if page["press"] else "Goes on to the next page"
    return (*done, Said("arrow-right", press)), left


def page_title(page: RecipePage, number: int, of: int) -> str:
    """``Page 2 of 3: Your address``."""
    place = f"Page {number} of {of}" if of > 1 else "One page"
    return f"{place}: {page['heading']}" if page["heading"] else place


def left_words(count: int) -> str:
    """The fold over the fields that are left."""
    return "1 field is left as it is" if count == 1 else f"{count} fields are left as they are"


def came_words(row: RecipeRow) -> str:
    """Where a recipe comes from, and when."""
    day = when.day(row["created_at"])
    return f"taken in from a file on {day}" if row["source"] == "imported" else f"learnt on {day}"


def used_words(row: RecipeRow) -> str:
    """How often it went through alone."""
    if not row["used"]:
        return "It has not gone through alone yet."
    times = {1: "once", 2: "twice"}.get(row["used"], f"{row['used']} times")
    last = f", last on {when.day(row['used_at'])}" if row["used_at"] else ""
    return f"It went through alone {times}{last}; no model was asked."


def short_used(row: RecipeRow) -> str:
    """The same in a word or two, for the list."""
    return f"alone {row['used']} ×" if row["used"] else "not used yet" if row["enabled"] else ""


def row_under(row: RecipeRow) -> str:
    """The lower line of a row of the list."""
    return " · ".join(part for part in ("On" if row["enabled"] else "Off", row["site"] or "no fixed address",
                                        "from a file" if row["source"] == "imported" else "") if part)


def start_words(start: str) -> str:
    """Where it starts; an address of one use is not kept."""
    return start or "At an address that you give each time: the one it was learnt at was of one use."


def standing(doc: RecipeDoc) -> tuple[str, str]:
    """What has to be said above a recipe, and the tone; both empty where all is well."""
    if not doc["pages"]:
        return ("Its text was written for another version of Countersign and can't be used as it is. "
                "You can still read and edit it.", "warning")
    if not doc["enabled"] and doc["source"] == "imported":
        return ("It came from a file. Look at where it starts and what it does, then switch it on. What it would send "
                "waits for you as always.", "info")
    if not doc["enabled"]:
        return "It is switched off: the form is filled as if there were no recipe.", "info"
    return "", ""


def revision_words(each: RevisionDoc, now: int) -> str:
    """One version, its day, and why it was made."""
    held = ", in use" if each["number"] == now else ""
    return f"Version {each['number']}{held} · {when.day(each['at'])}"


def wants(doc: RecipeDoc) -> tuple[str, ...]:
    """The fields that a recipe takes from the task's words, each once."""
    return tuple(dict.fromkeys(field["label"] for page in doc["pages"] for field in page["fields"]
                               if field["take"] == "task"))


def lesson_words(doc: LessonDoc) -> str:
    """What a label means, by the person's answer."""
    meant = doc["means"] if doc["fact"] else f"“{doc['option']}”"
    return f"“{doc['label']}” means {meant}"


def lesson_under(doc: LessonDoc) -> str:
    """Where and when that was."""
    verb = "You chose this" if doc["option"] else "You said so"
    return f"{verb} on {doc['site']} on {when.day(doc['at'])}"


def lessons_count(lessons: Sequence[LessonDoc]) -> str:
    """How many there are."""
    return "nothing yet" if not lessons else "1 answer" if len(lessons) == 1 else f"{len(lessons)} answers"
