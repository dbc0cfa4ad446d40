"""The tools that a model has: few, strict, and none that sends anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Schema = Mapping[str, object]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
_VALUE = ("a {{name}} of the list, several of them with text between, or words of the task; "
          "anything else is shown to the person as your guess")


def object_of(*, may: tuple[str, ...] = (), **properties: Schema) -> dict[str, object]:
    """An object of these and nothing else; all are required but those that ``may`` be left out."""
    return {"type": "object", "properties": properties, "required": [each for each in properties if each not in may],
            "additionalProperties": False}


def several(item: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": item}


def one_of(*words: str) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": list(words)}


_FIELDS = several(object_of(n=NUMBER, value={"type": "string", "description": _VALUE},
                           why={"type": "string", "description": "for a guess: why, in a few words; else empty"}))
_CHOICES = several(object_of(n=NUMBER, value=TEXT, why=TEXT))
"""The same; described once, as all of it goes out with every turn."""

SHAPES: Mapping[str, tuple[str, dict[str, object]]] = {
    "fill": ("Type into text-like fields, all of the page in one call. Answers one line per field.",
             object_of(fields=_FIELDS)),
    "choose": ("Choose options of selects, radios and lists. value: a {{name}}, the option's number or its words; "
               "of a list marked several, one or more divided by commas. why as in fill.",
               object_of(fields=_CHOICES)),
    "tick": ("Tick or untick a checkbox, or one box of a group by its option's number. Untick what the page had "
             "ticked and the task does not want. Ticking consents, terms and declarations is the person's: ask.",
             object_of(may=("option",), n=NUMBER, on={"type": "boolean"}, why=TEXT,
                       option={"type": "integer", "description": "of a group: which box, from 1; else 0"})),
    "attach": ("Put documents of the task into a file field, by their numbers.",
               object_of(n=NUMBER, documents=several(NUMBER))),
    "click": ("Press a button or follow a link. What it would send is held until the person approves it.",
              object_of(n=NUMBER)),
    "read": ("Read the page again (page), its text from a character on (text), all links (links), or one field with "
             "all its options (field).",
             object_of(what=one_of("page", "text", "links", "field"),
                       n={"type": "integer", "description": "field number, or the character to read from; else 0"})),
    "look": ("See a picture of the page. Costs much: only where the listing can't be understood.", object_of()),
    "open": ("Go to an address that the task or the site gave. No {{names}} in it.", object_of(url=TEXT)),
    "ask": ("Ask the person. For a field give its number n: the page's own words are asked, and you get a {{name}}. "
            "With n 0 ask in your own words; that answer you can read. hand: something only they can do (log in, "
            "captcha, pay). Never ask for passwords or codes.",
            object_of(n=NUMBER, kind=one_of("value", "choice", "hand"), question=TEXT, options=several(TEXT))),
    "wait": ("Wait for a page that is still loading.", object_of(seconds=NUMBER)),
    "done": ("The site has answered. confirmed only if the page says that it was received; evidence: the page's words, "
             "word for word; reference: the number it gives, or empty.",
             object_of(confirmed={"type": "boolean"}, reference=TEXT, evidence=TEXT)),
    "give_up": ("You can't go on. reason: for the person, in plain words.", object_of(reason=TEXT)),
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
    return wrong(SHAPES[name][1], given, "input")


def wrong(schema: Mapping[str, object], given: object, where: str) -> str:
    """What is wrong with an input against its schema, in words for the model; empty when it is well-formed."""
    kind = schema["type"]
    if kind == "object":
        return _wrong_object(schema, given, where)
    if kind == "array":
        if not isinstance(given, list) or len(given) > _MOST_ITEMS:
            return f"{where} must be a list of at most {_MOST_ITEMS}"
        items = schema["items"]
        assert isinstance(items, Mapping)
        return next((said for at, each in enumerate(given) if (said := wrong(items, each, f"{where}[{at}]"))), "")
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
    required = schema["required"]
    assert isinstance(required, Sequence)
    if missing := [each for each in required if each not in given]:
        return f"{where} must have {', '.join(missing)}"
    return next((said for name, each in properties.items()
                 if name in given and (said := wrong(each, given[name], f"{where}.{name}"))), "")


def _can_be_written(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


_MOST_ITEMS = 300
_LONGEST = 20_000
"""Characters of one text; the longest letters people write into forms have a half of it."""
