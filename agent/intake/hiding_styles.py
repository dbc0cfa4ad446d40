"""Which style declarations keep a text from being seen. Pure. Favours "hidden": what is hidden is only not proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from agent.protocol.pattern import Pattern

MOST_RULES = 1_000
"""Rules of one document that hide or colour; with more of them nothing of it is read."""
LONGEST_SHEET = 200_000
LONGEST_SELECTOR = 500
SMALLEST = {"px": 4.0, "pt": 3.0, "em": 0.3, "rem": 0.3, "%": 30.0, "": 4.0}
"""Letters below this can't be read."""
FAR = 300.0
"""Pixels by which what is moved aside or up counts as moved away."""
ALIKE = 40
"""Of 255 in each colour: letters that differ by less from what is behind them can't be read."""

_COMMENT = Pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = Pattern(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_NUMBER = Pattern(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|)(?![\w.])")
_ELSEWHERE = Pattern(r"@media\b.*(?:max-(?:device-)?width|prefers-color-scheme|\bprint\b)",
                     re.IGNORECASE | re.DOTALL)
_LAST = Pattern(r"[^\s>+~]+\s*$")
_PART = Pattern(r"([.#]?)([\w-]+)")
_NAMED = {"white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "yellow": (255, 255, 0),
          "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245), "silver": (192, 192, 192),
          "gray": (128, 128, 128), "grey": (128, 128, 128), "blue": (0, 0, 255), "green": (0, 128, 0),
          "navy": (0, 0, 128), "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240)}

_HIDES = tuple((Pattern(name), Pattern(value)) for name, value in (
    (r"display", r"none|var\("), (r"visibility", r"hidden|collapse|var\("), (r"content-visibility", r"hidden"),
    (r"opacity", r"0?\.[01]\d*|0(?:\.[01]\d*)?|1?\d?%|var\(.*"), (r"mso-hide", r"all"),
    (r"clip|clip-path|mask|mask-image|filter", r"(?!none|auto).+"),
    (r"transform|scale", r"(?!none).*(?:\b0\b|-?\d{3}).*"),
    (r"(?:-webkit-text-fill-)?color", r"transparent|rgba\(.*[, /]0?(?:\.0\d*|0)?\)|hsla\(.*[, /]0?(?:\.0\d*|0)?\)|"
                                      r"#[0-9a-f]{3}0|#[0-9a-f]{6}0[0-9a-f]"),
    (r"unicode-bidi", r".*override"), (r"font", r"(?:.*\s)?0(?:px|pt|em)?(?:/.*|\s.*)?"),
    (r"max-height|max-width", r"0(?:px|pt|em|%)?"),
))
"""A declaration's name and the values of it that hide, both whole."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet by the last part of its selector; what stands before that is left aside."""

    tag: str
    names: frozenset[str]        # .class and #id
    declared: Mapping[str, str]


Colour = tuple[int, int, int]


def declarations(style: str) -> dict[str, str]:
    """Name to value in lower case, escapes and comments taken out; the first of one name that hides stays."""
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub("", style)).lower()
    found: dict[str, str] = {}
    for each in plain.split(";")[:200]:
        name, _, value = each.partition(":")
        key, said = name.strip(), " ".join(value.replace("!important", "").split())
        if key and said and not (key in found and hides({key: found[key]})):
            found[key] = said
    return found


def hides(declared: Mapping[str, str]) -> bool:
    """Whether these declarations alone keep a text from being seen."""
    if any(name.fullmatch(key) and value.fullmatch(said) for key, said in declared.items() for name, value in _HIDES):
        return True
    size = _NUMBER.match(declared.get("font-size", ""))
    if size is not None and float(size[1]) < SMALLEST[size[2]]:
        return True
    if "var(" in declared.get("font-size", ""):
        return True
    if any(abs(_length(declared.get(name, ""))) >= FAR and _length(declared.get(name, "")) < 0
           for name in ("left", "right", "top", "bottom", "margin", "margin-left", "margin-top", "text-indent")):
        return True
    moved = declared.get("position", "") in ("absolute", "fixed")
    if moved and any(_length(declared.get(name, "")) >= 10 * FAR for name in ("left", "right", "top", "bottom")):
        return True
    cut = declared.get("overflow", "") in ("hidden", "clip")
    return cut and any(declared.get(name) is not None and _length(declared[name], 99) < SMALLEST["px"]
                       for name in ("height", "width"))


def rules_of(sheet: str) -> list[Rule] | None:
    """The rules of a style sheet that hide or colour; None: it is too long to be read, so anything may be hidden.

    Those for narrow screens, dark windows and paper are left out: they often hide the other half of a page.
    """
    if len(sheet) > LONGEST_SHEET:
        return None
    found: list[Rule] = []
    for selectors, body in _blocks(_COMMENT.sub("", sheet)):
        declared = declarations(body)
        if hides(declared) or "color" in declared or background_of(declared) is not None:
            found += [rule for each in selectors.split(",") if (rule := _rule(each, declared)) is not None]
        if len(found) > MOST_RULES:
            return None
    return found


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Each selector with what stands in its braces."""
    heads: list[str] = []
    start, elsewhere = 0, 0
    for match in re.finditer(r"[{}]", sheet):
        piece, start = sheet[start:match.start()], match.end()
        if match[0] == "{":
            heads.append(piece.rpartition(";")[2].strip())
            elsewhere += bool(_ELSEWHERE.match(heads[-1]))
        elif heads:
            head = heads.pop()
            elsewhere -= bool(_ELSEWHERE.match(head))
            if not elsewhere and not head.startswith("@"):
                yield head, piece


class Rules:
    """Rules by what an element must have to fall under them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by: dict[str, list[Rule]] = {}
        for each in rules:
            self._by.setdefault(min(each.names, default=each.tag), []).append(each)

    def applying(self, tag: str, names: frozenset[str]) -> list[Mapping[str, str]]:
        """The declarations that an element of this tag, with these .classes and this #id, falls under."""
        return [rule.declared for key in ("", tag, *names) for rule in self._by.get(key, ())
                if rule.tag in ("", tag) and rule.names <= names]


def colour_of(text: str) -> Colour | None:
    """A colour as red, green and blue; None where it is none that is known."""
    plain = text.strip().lower()
    if plain in _NAMED:
        return _NAMED[plain]
    if match := re.match(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])", plain):
        digits = match[1] if len(match[1]) == 6 else "".join(sign * 2 for sign in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := re.match(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})", plain):
        return int(match[1]), int(match[2]), int(match[3])
    return None


def background_of(declared: Mapping[str, str]) -> Colour | None:
    """The colour behind a text, where these declarations set one."""
    return colour_of(declared.get("background-color", "")) or next(
        (found for each in declared.get("background", "").split() if (found := colour_of(each)) is not None), None)


def alike(one: Colour, other: Colour) -> bool:
    """Whether letters of one colour can't be told from the other behind them."""
    return all(abs(first - second) < ALIKE for first, second in zip(one, other, strict=True))


def _rule(selector: str, declared: Mapping[str, str]) -> Rule | None:
    last = _LAST.search(re.sub(r"\[[^\]]*\]|::?[\w-]+(?:\([^)]*\))?", "", selector[-LONGEST_SELECTOR:]).strip().lower())
    if last is None or selector.lstrip().startswith("@"):
        return None
    parts = _PART.findall(last[0].replace("*", ""))
    return Rule(next((name for mark, name in parts if not mark), ""),
                frozenset(mark + name for mark, name in parts if mark), declared)


def _length(text: str, unknown: float = 0.0) -> float:
    """Pixels, roughly; the largest number in it, by its size."""
    found = [float(number) * {"em": 16, "rem": 16, "%": 8, "pt": 1.3}.get(unit, 1.0)
             for number, unit in _NUMBER.findall(text)]
    return max(found, key=abs) if found else unknown


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
