"""What one site's answers teach for the next: which fact a label means, which option the person chose. Pure.

| the person                                               | what is kept                      | elsewhere            |
|----------------------------------------------------------|-----------------------------------|----------------------|
| wrote an answer, and the profile has the same            | the label and the kind, no value  | that fact is put in  |
| chose an option of a question that is no fact            | the label and the option's words  | that one is chosen   |
| anything else: consents, files, days, lists of places    | nothing                           | nothing              |

Only what would be asked is filled in so, to be checked, where the whole label is the same and the option is offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agent.browser.page import PageMap
from agent.gate.fold import squash
from agent.planner.autofill.box_groups import with_box_groups
from agent.planner.autofill.items import Item, items_of
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import is_filled
from agent.planner.autofill.slots import slots_of
from agent.planner.autofill.target import is_left_alone
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Ask, AskKind, Choose, Fill
from agent.planner.recipe.learning import MANY_OPTIONS, Known, Put, put_one
from agent.planner.recipe.lesson import Lesson
from agent.planner.recipe.sensitive import agrees, names_a_day, tells
from agent.planner.recipe.shapes import alike, family
from agent.profile.derived import derive
from agent.protocol import FactKind, Given, Source, SourceKind

FEWEST_LETTERS = 4
"""Letters of a label that says something: "No" and "Ref" stand on every second form."""
FEWEST_OF_A_WORD = 10
"""Letters of a label of one word: "Number" and "Reference" mean what stands above them, "Zählernummer" itself."""
_TOLD = (SourceKind.ANSWER, SourceKind.PERSON)


def lessons_of(page: PageMap, puts: Sequence[Put], known: Known) -> list[Lesson]:
    """What the person's answers and edits on one page teach."""
    told = {each.ref: each for each in puts if each.given.source.kind in _TOLD}
    if not told:
        return []
    page = with_box_groups(page)
    recognitions = recognise(page)
    found = []
    for form in {control.form for control in page.controls if control.ref in told}:
        for item in items_of(page, recognitions, form):
            each = told.get(item.control.ref)
            lesson = _lesson(page, item, each, known) if each is not None and _teaches(page, item, known) else None
            found += [lesson] if lesson is not None and known.clean(lesson.label) else []
    return found


def _teaches(page: PageMap, item: Item, known: Known) -> bool:
    if len(item.controls) > 1 or agrees(item) or is_left_alone(item.found):
        return False
    if family(item.control.type, len(item.control.options)) not in ("text", "choice"):
        return False
    return _says_something(item.label) and not slots_of(
        item.control, page, region_of_page(page, known.facts))


def _says_something(label: str) -> bool:
    letters = sum(letter.isalpha() for letter in label)
    return letters >= (FEWEST_LETTERS if len(label.split()) > 1 else FEWEST_OF_A_WORD)


def _lesson(page: PageMap, item: Item, each: Put, known: Known) -> Lesson | None:
    label = " ".join(item.label.split())[:200]
    if item.control.options:
        words = [option.label for option in item.control.options if option.value == each.option]
        free = not tells(item, " ".join(words)) and len(item.control.options) <= MANY_OPTIONS
        fine = (free and len(words) == 1 and words[0].strip() and not names_a_day(words[0])
                and known.clean.kept(words[0]) == words[0])
        return Lesson(label, "", words[0]) if fine else None
    value = squash(each.given.value)
    kinds = [kind for kind, fact in known.facts.items() if value and squash(fact) == value]
    return Lesson(label, str(kinds[0]), "") if len(kinds) == 1 and kinds[0] != item.kind else None


def offered(actions: Sequence[Action], page: PageMap, facts: Mapping[FactKind, str],
            lessons: Sequence[Lesson]) -> tuple[list[Action], frozenset[int]]:
    """The actions, with what lessons know in place of the questions about it; and the numbers of those lessons.

    One that was used and is asked about again did not fit: it is not to be offered a second time.

    Args:
        actions: a planner's.
        page: what it was shown.
        facts: what the task may use.
        lessons: the newest first.
    """
    asks = [each for each in actions if isinstance(each, Ask) and each.kind in (AskKind.VALUE, AskKind.CHOICE)
            and "!" not in each.key]
    by_label = {fold(each.label): each for each in reversed(lessons)}
    if not asks or not by_label:
        return list(actions), frozenset()
    page = with_box_groups(page)
    recognitions = recognise(page)
    items = [item for form in {each.form for each in page.controls} for item in items_of(page, recognitions, form)]
    known: dict[str, Action] = {}
    used: set[int] = set()
    for item in items:
        lesson = by_label.get(fold(" ".join(item.label.split())))
        if lesson is not None and any(ask.key == item.key and ask.required for ask in asks):
            action = _action(page, item, items, facts, lesson)
            if action is not None:
                known[item.key] = action
                used.add(lesson.number)
    if not known:
        return list(actions), frozenset()
    left = [each for each in actions if not (isinstance(each, Ask) and each.key in known)]
    changes = [each for each in left if not isinstance(each, Ask)]
    asked = [each for each in left if isinstance(each, Ask)]
    needed = asked if any(each.required for each in asked) else []
    return [*changes, *known.values(), *needed], frozenset(used)


def _action(page: PageMap, item: Item, items: Sequence[Item], facts: Mapping[FactKind, str],
            lesson: Lesson) -> Action | None:
    if len(item.controls) > 1 or agrees(item) or is_left_alone(item.found) or not _says_something(item.label):
        return None
    if lesson.option:
        fits = [index for index, each in enumerate(item.control.options)
                if alike(each.label, lesson.option) and not each.disabled]
        if len(fits) != 1 or tells(item, lesson.option):
            return None
        given = Given(item.control.options[fits[0]].label, Source(SourceKind.GUESSED, "chosen before"))
        return Choose(item.control.ref, fits[0], given, lesson.says)
    kind = FactKind(lesson.fact)
    value = facts.get(kind) or (derive(facts)[kind].value if kind in derive(facts) else "")
    if not value or not is_filled(kind.rpartition(" ")[2]):
        return None
    found = put_one(page, item.control, kind, item.found.part, items, Given(value, Source(SourceKind.PROFILE, kind)),
                    facts, lesson.says)
    return found[0] if found and isinstance(found[0], Fill | Choose) else None
