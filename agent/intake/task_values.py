"""Reads what a task's own text says: every value in it, with the words around it and the label before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from agent.intake.finders import Hint, Span, looks_like_year, spans
from agent.intake.words import words_of
from agent.protocol.pattern import Pattern

__all__ = ["Hint", "TaskValue", "values_in"]

WORDS_BEFORE = 5
"""Words that carry meaning, counted back from a value; further back a sentence speaks of something else."""

WORDS_AFTER = 3
"""Words that carry meaning, counted on from a value: mostly its unit."""


@dataclass(frozen=True, slots=True)
class TaskValue:
    """One value that the person wrote into the task.

    ``value`` is canonical where the hint has a form (ISO dates, ``HH:MM``, E.164, plain numbers), otherwise as written.
    ``near`` holds the words around it that carry meaning, ``label`` what stands before the colon in ``label: value``,
    ``context`` such words of its whole sentence. ``own`` says that the sentence calls it the person's own (``call me
    on``, ``my e-mail``): an address or number of somebody else's stands in a task just as easily. ``start`` and ``end``
    are its place in the text, in characters; a labelled text's is that of what stands after the label.
    """

    value: str
    near: tuple[str, ...]
    label: str
    kind_hint: Hint
    context: tuple[str, ...] = ()
    own: bool = False
    start: int = field(default=-1, compare=False)
    end: int = field(default=-1, compare=False)
    said: str = field(default="", compare=False)


_LABEL = r"[^\W\d_][\w'’()./-]*(?: [\w'’()./-]+){0,7}"
_LINE_LABEL = Pattern(rf"^[ \t]*(?:[-*•]\s*)?({_LABEL}) ?(?::(?=[ \t\n\"“„«]|$)|=(?=[ \t\w\"“„«]))[ \t]*",
                      re.MULTILINE)
_INNER_LABEL = Pattern(rf"[,;] ?(?:and )?({_LABEL})(?:: | ?= ?)")
_NEXT_LABEL = Pattern(rf"[.] ({_LABEL}): ")
_IS = Pattern(r"\b(?:my|our|the|new|and|of)? ?([^\W\d_]+(?: [^\W\d_]+){0,3}) (?:is|are|was|ist|est|es)(?: now)? $",
              re.IGNORECASE)
_OWN = Pattern(r"\b(?:(?:call|phone|ring|text|reach|contact|e-?mail|write|write to) (?:me|us)|"
               r"(?:my|our)(?: [\w-]+){0,2} (?:e-?mail|mail|phone|mobile|telephone|number|tel|iban|"
               r"account|postcode)|(?:I|we)(?:'m| am| have| will|'ve|'ll)?(?: now)? "
               r"(?:live|moved?|moving))\b", re.IGNORECASE)
_STOP = Pattern(r"[.!?;](?=\s|$)|\n")
_LEFT_NOISE = Pattern(r"^.*\b(?:my|our|the|and|that|please|since|because|as)\b ", re.IGNORECASE)


def values_in(text: str, region: str = "GB", today: date | None = None) -> tuple[TaskValue, ...]:
    """All values in a task's text, in order, each once.

    Args:
        text: the person's own words, any length and language.
        region: ISO alpha-2 code: the order of dates in figures, the meaning of 48,213, phone numbers without prefix.
        today: the day of writing, from which ``1 March``, ``tomorrow`` and ``the end of the year`` are counted;
            without it they are no values.
    """
    typed = spans(text, region, today)
    sentences = _Sentences(text, typed)
    found: list[tuple[int, TaskValue]] = []
    covered: list[tuple[int, int]] = []
    for start, end, label in _labelled(text, typed):
        value = _labelled_value(text, start, end, label, typed)
        if value is not None:
            found.append((start, replace(value, start=start, end=end)))
            pieces = _within(typed, start, end)
            piece = next((span for span in pieces if span.value == value.value), None)
            covered.append((piece.start, piece.end) if piece else (start, end))
    for index, span in enumerate(typed):
        if span.value and not any(start <= span.start < end for start, end in covered):
            value = _loose_value(sentences, index)
            if value is not None:
                found.append((span.start, replace(value, start=span.start, end=span.end)))
    ordered = [value for _, value in sorted(found, key=lambda pair: pair[0])]
    return tuple(dict.fromkeys(ordered))


def _labelled(text: str, typed: list[Span]) -> Iterator[tuple[int, int, str]]:
    """Each ``label: value``: where the value starts and ends, and the label."""
    heads = [match for match in _LINE_LABEL.finditer(text)
             if not _inside(typed, match.start(1))]
    for number, head in enumerate(heads):
        limit = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        body = text[head.end():limit]
        end = head.end() + _body_length(body)
        end = max([end] + [span.end for span in typed if span.quoted and head.end() <= span.start < end < span.end])
        inner = [match for match in _INNER_LABEL.finditer(text, head.end(), end) if not _inside(typed, match.start(1))]
        inner = inner or _in_sentences(text, head.end(), end, typed)
        stops = [match.start() for match in inner] + [end]
        yield head.end(), stops[0], head.group(1)
        for place, match in enumerate(inner):
            yield match.end(), stops[place + 1], match.group(1)


def _in_sentences(text: str, start: int, end: int, typed: list[Span]) -> list[re.Match[str]]:
    """Labels of a line's further sentences (``Hours: 12. Visitors: 3.``), as long as each before is one plain value."""
    found: list[re.Match[str]] = []
    for match in _NEXT_LABEL.finditer(text, start, end):
        if not any(span.value and not text[start:span.start].strip() and not text[span.end:match.start()].strip()
                   for span in _within(typed, start, match.start())):
            break
        found.append(match)
        start = match.end()
    return found


def _body_length(body: str) -> int:
    """How much of what follows a label is its value: the line, or the paragraph when the line itself is empty."""
    first, newline, rest = body.partition("\n")
    if first.strip():
        return len(first)
    paragraph = re.split(r"\n[ \t]*\n", rest.lstrip("\n"), maxsplit=1)[0] if newline else ""
    return len(first) + len(newline) + (len(rest) - len(rest.lstrip("\n"))) + len(paragraph)


def _labelled_value(text: str, start: int, end: int, label: str, typed: list[Span]) -> TaskValue | None:
    body = text[start:end].strip()
    inside = _within(typed, start, end)
    quoted = next((span for span in inside if span.quoted), None)
    if quoted is not None and (body.startswith(text[quoted.start]) or len(quoted.value) >= len(body) // 2):
        return TaskValue(quoted.value, words_of(label), label, Hint.TEXT, words_of(label))
    bare = body.rstrip(".,; ")
    whole = next((span for span in inside if text[span.start:span.end].rstrip(".") == bare.rstrip(".")), None)
    if whole is not None and (whole.value or whole.hint is not Hint.TEXT):
        return _typed(whole, label)
    leading = inside[0] if inside and not text[start:inside[0].start].strip() else None
    rest = text[leading.end:end] if leading is not None else ""
    if leading is not None and leading.value and (_is_unit(rest.split(",", 1)[0]) or re.match(r"[.;]\s", rest)):
        return _typed(leading, label)
    if any(span.value for span in inside) and _is_list_of_values(text[start:end], start, inside):
        return None
    return TaskValue(body, words_of(label), label, Hint.TEXT, words_of(label)) if body else None


def _typed(span: Span, label: str) -> TaskValue | None:
    if not span.value:
        return None
    return TaskValue(span.value, words_of(label), label, span.hint, words_of(label), said=span.said)


def _is_unit(rest: str) -> bool:
    return len(words_of(rest)) <= 1


def _is_list_of_values(body: str, start: int, inside: list[Span]) -> bool:
    """Whether what follows a colon is a short list (``plate AB12 CDE, 12 months``) and not one text."""
    position = start
    for piece in body.split(","):
        if len(words_of(piece)) > 3 or not any(position <= span.start < position + len(piece) for span in inside):
            return False
        position += len(piece) + 1
    return True


def _within(typed: list[Span], start: int, end: int) -> list[Span]:
    return [span for span in typed if start <= span.start and span.end <= end]


def _inside(typed: list[Span], position: int) -> bool:
    return any(span.start <= position < span.end for span in typed)


class _Sentences:
    """A text cut at its full stops and line ends, but not at those inside a value or quotation."""

    def __init__(self, text: str, typed: list[Span]) -> None:
        self.text = text
        self.typed = typed
        stops = [match for match in _STOP.finditer(text) if not _inside(typed, match.start())]
        self.starts = [0] + [match.end() for match in stops]
        self.ends = [match.start() for match in stops] + [len(text)]
        self.words: dict[int, tuple[str, ...]] = {}

    def around(self, span: Span) -> tuple[int, int, tuple[str, ...]]:
        """Where a value's sentence starts and ends, and its words without those of any value."""
        first = bisect_right(self.starts, span.start) - 1
        last = max(first, bisect_left(self.ends, span.end))
        if first not in self.words:
            start, end = self.starts[first], self.ends[last]
            inner = _within(self.typed, start, end)
            edges = [start, *(edge for piece in inner for edge in (piece.start, piece.end)), end]
            rest = " ".join(self.text[edges[at]:edges[at + 1]] for at in range(0, len(edges), 2))
            self.words[first] = tuple(dict.fromkeys(words_of(rest)))
        return self.starts[first], self.ends[last], self.words[first]


def _loose_value(sentences: _Sentences, index: int) -> TaskValue | None:
    """A value in running text: its words, and its label when the sentence says ``label is value``."""
    text, typed = sentences.text, sentences.typed
    span = typed[index]
    if span.label:
        return TaskValue(span.value, words_of(span.label), span.label, span.hint)
    left_edge, right_edge, context = sentences.around(span)
    before = text[max(left_edge, typed[index - 1].end if index else 0):span.start]
    after = text[span.end:min(right_edge, typed[index + 1].start if index + 1 < len(typed) else len(text))]
    label = _spoken_label(before)
    if span.hint is Hint.NUMBER and looks_like_year(span.value) and not label:
        return None
    left = words_of(_left_clause(before))[-WORDS_BEFORE:]
    near = left if label else left + words_of(after.split(",", 1)[0])[:WORDS_AFTER]
    spoken = text[left_edge:span.start] if span.hint is Hint.POSTCODE else before
    return TaskValue(span.value, near, label, span.hint, context, own=bool(_OWN.search(spoken)), said=span.said)


def _left_clause(before: str) -> str:
    """The words that lead to a value: its own clause, or the one it stands beside (``reading, 48213``)."""
    clauses = before.rstrip(" ,:(").split(",")
    return clauses[-1]


def _spoken_label(before: str) -> str:
    match = _IS.search(before)
    if match is None:
        return ""
    return _LEFT_NOISE.sub("", match.group(1) + " ").strip()
