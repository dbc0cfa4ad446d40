"""The tools that a model has: few, strict, and none that sends anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Schema = Mapping[str, object]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_VALUE = ("a {{name}} of the list, several of them with text between, or words of the task; "
          "anything else is shown to the person as your guess")


def _object(**properties: Schema) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _several(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _of(*words: str) -> Schema:
    return {"type": "string", "enum": list(words)}


_FIELDS = _several(_object(n=_NUMBER, value={"type": "string", "description": _VALUE},
                           why={"type": "string", "description": "for a guess: why, in a few words; else empty"}))
_CHOICES = _several(_object(n=_NUMBER, value=_TEXT, why=_TEXT))
"""The same; described once, as all of it goes out with every turn."""

SHAPES: Mapping[str, tuple[str, dict[str, object]]] = {
    "fill": ("Type into text-like fields, all of the page in one call. Answers one line per field.",
             _object(fields=_FIELDS)),
    "choose": ("Choose options of selects, radios and lists. value: a {{name}}, the option's number or its words; "
               "why as in fill.", _object(fields=_CHOICES)),
    "tick": ("Tick or untick lone checkboxes. Consents, terms and declarations are the person's: ask.",
             _object(n=_NUMBER, on={"type": "boolean"}, why=_TEXT)),
    "attach": ("Put documents of the task into a file field, by their numbers.",
               _object(n=_NUMBER, documents=_several(_NUMBER))),
    "click": ("Press a button or follow a link. What it would send is held until the person approves it.",
              _object(n=_NUMBER)),
    "read": ("Read the page again (page), its text from a character on (text), all links (links), or one field with "
             "all its options (field).",
             _object(what=_of("page", "text", "links", "field"),
                     n={"type": "integer", "description": "field number, or the character to read from; else 0"})),
    "look": ("See a picture of the page. Costs much: only where the listing can't be understood.", _object()),
    "open": ("Go to an address that the task or the site gave. No {{names}} in it.", _object(url=_TEXT)),
    "ask": ("Ask the person. For a field give its number n: the page's own words are asked, and you get a {{name}}. "
            "With n 0 ask in your own words; that answer you can read. hand: something only they can do (log in, "
            "captcha, pay). Never ask for passwords or codes.",
            _object(n=_NUMBER, kind=_of("value", "choice", "hand"), question=_TEXT, options=_several(_TEXT))),
    "wait": ("Wait for a page that is still loading.", _object(seconds=_NUMBER)),
    "done": ("The site has answered. confirmed only if the page says that it was received; evidence: the page's words, "
             "word for word; reference: the number it gives, or empty.",
             _object(confirmed={"type": "boolean"}, reference=_TEXT, evidence=_TEXT)),
    "give_up": ("You can't go on. reason: for the person, in plain words.", _object(reason=_TEXT)),
}
"""Name to description and input schema."""


def tools(*, plain: bool, pictures: bool) -> list[dict[str, object]]:
    """The tools as the protocol wants them. ``plain``: without what only the vendor's own servers know."""
    return [{"name": name, "description": says, "input_schema": schema, **({} if plain else {"strict": True})}
            for name, (says, schema) in SHAPES.items() if pictures or name != "look"]


def misshapen(name: str, given: object) -> str:
    """What is wrong with a call's input, in words for the model; empty when it is well-formed."""
    if name not in SHAPES:
        return f"there is no tool “{name[:60]}”; there are {', '.join(SHAPES)}"
    return _wrong(SHAPES[name][1], given, "input")


def _wrong(schema: Mapping[str, object], given: object, where: str) -> str:
    kind = schema["type"]
    if kind == "object":
        return _wrong_object(schema, given, where)
    if kind == "array":
        if not isinstance(given, list) or len(given) > _MOST_ITEMS:
            return f"{where} must be a list of at most {_MOST_ITEMS}"
        items = schema["items"]
        assert isinstance(items, Mapping)
        return next((said for at, each in enumerate(given) if (said := _wrong(items, each, f"{where}[{at}]"))), "")
    right = {"string": isinstance(given, str) and len(given) <= _LONGEST and _can_be_written(given),
             "integer": type(given) is int, "boolean": type(given) is bool}[str(kind)]
    allowed = schema.get("enum")
    if not right or (isinstance(allowed, Sequence) and given not in allowed):
        return f"{where} must be {f'one of {allowed}' if allowed else f'of type {kind}'}"
    return ""


def _wrong_object(schema: Mapping[str, object], given: object, where: str) -> str:
    properties = schema["properties"]
    assert isinstance(properties, Mapping)
    if not isinstance(given, Mapping):
        return f"{where} must be an object"
    if strange := [str(each)[:40] for each in given if each not in properties]:
        return f"{where} must not have {', '.join(strange)}"
    if missing := [each for each in properties if each not in given]:
        return f"{where} must have {', '.join(missing)}"
    return next((said for name, each in properties.items() if (said := _wrong(each, given[name], f"{where}.{name}"))),
                "")


def _can_be_written(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


_MOST_ITEMS = 300
_LONGEST = 20_000
"""Characters of one text; the longest letters people write into forms have a half of it."""
