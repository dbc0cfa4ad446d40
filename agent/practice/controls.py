"""Writes the questions of a form as HTML: every control with its label, hint, error and kept answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from agent.practice.fields import (
    Area,
    Choice,
    DateParts,
    Errors,
    Field,
    Radios,
    Section,
    Select,
    Text,
    Tick,
    Upload,
    first_id,
)

Values = Mapping[str, str]


def attributes(**given: str | bool | None) -> str:
    """Attributes in the order given; None, False and empty text leave one out, True writes the bare name.

    Underscores become hyphens, a trailing one is dropped (``class_``).
    """
    written = []
    for name, value in given.items():
        name = name.rstrip("_").replace("_", "-")
        if value is True:
            written.append(f" {name}")
        elif value:
            written.append(f' {name}="{escape(value)}"')
    return "".join(written)


def hidden(name: str, value: str) -> str:
    """A value that the page sends without showing it."""
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def sections(parts: Sequence[Section], values: Values, errors: Errors) -> str:
    """All questions, each section under its heading."""
    return "\n".join(_section(part, values, errors) for part in parts)


def _section(part: Section, values: Values, errors: Errors) -> str:
    title = f"<h2>{escape(part.title)}</h2>" if part.title else ""
    body = "\n".join(field(item, values, errors) for item in part.fields)
    return f'<section class="questions">{title}\n{body}\n</section>'


def field(item: Field, values: Values, errors: Errors) -> str:
    """One question."""
    match item:
        case Text():
            return _wrap(item.name, errors, _label(item.name, item.label, _optional(item.ask)) + _hint(item)
                         + _error(item.name, errors) + _input(item, values, errors))
        case Area():
            control = (f'<textarea{attributes(**_identity(item.name, item.hint, errors), rows=str(item.rows))}'
                       f' required>\n{escape(values.get(item.name, ""))}</textarea>')
            return _wrap(item.name, errors,
                         _label(item.name, item.label) + _hint(item) + _error(item.name, errors) + control)
        case Select():
            return _wrap(item.name, errors, _label(item.name, item.label) + _hint(item) + _error(item.name, errors)
                         + _select(item, values, errors))
        case Radios():
            return _wrap(item.name, errors, _radios(item, values, errors))
        case Tick():
            return _wrap(item.name, errors, _tick(item, values, errors))
        case DateParts():
            return _wrap(item.names[0], errors, _date(item, values, errors))
        case Upload():
            control = (f'<input type="file"{attributes(**_identity(item.name, item.hint, errors))}'
                       f' accept="{escape(item.accept)}" required>')
            return _wrap(item.name, errors,
                         _label(item.name, item.label) + _hint(item) + _error(item.name, errors) + control)


def _wrap(name: str, errors: Errors, inner: str) -> str:
    return f'<div class="question{" wrong" if name in errors else ""}">{inner}</div>'


def _optional(ask: str) -> str:
    return "" if ask else ' <span class="optional">(optional)</span>'


def _label(name: str, text: str, after: str = "") -> str:
    return f'<label for="{escape(name)}">{escape(text)}{after}</label>'


def _hint(item: Text | Area | Select | Upload) -> str:
    return f'<p class="hint" id="{escape(item.name)}-hint">{escape(item.hint)}</p>' if item.hint else ""


def _error(name: str, errors: Errors) -> str:
    if name not in errors:
        return ""
    return f'<p class="error" id="{escape(name)}-error"><b>Error:</b> {escape(errors[name])}</p>'


def _described(name: str, hint: str, errors: Errors) -> str:
    return " ".join(([f"{name}-hint"] if hint else []) + ([f"{name}-error"] if name in errors else []))


def _identity(name: str, hint: str, errors: Errors) -> dict[str, str | bool | None]:
    return {"id": name, "name": name, "aria_describedby": _described(name, hint, errors),
            "aria_invalid": "true" if name in errors else None}


def _input(item: Text, values: Values, errors: Errors) -> str:
    return "<input" + attributes(
        type=item.type, **_identity(item.name, item.hint, errors), class_=f"w-{item.width}",
        value=values.get(item.name, ""), autocomplete=item.autocomplete, inputmode=item.inputmode,
        max=item.maximum, spellcheck="false" if item.type == "email" else None, required=bool(item.ask),
    ) + ">"


def _select(item: Select, values: Values, errors: Errors) -> str:
    chosen = values.get(item.name, "")
    options = '<option value="">Choose one</option>' + "".join(
        f'<option{attributes(value=choice.value, selected=choice.value == chosen)}>{escape(choice.label)}</option>'
        for choice in item.choices)
    named = attributes(**_identity(item.name, item.hint, errors), autocomplete=item.autocomplete)
    return f"<select{named} required>{options}</select>"


def _radios(item: Radios, values: Values, errors: Errors) -> str:
    index = 0
    groups = []
    for group in item.groups:
        choices = []
        for choice in group.choices:
            choices.append(_radio(item, choice, first_id(item, index), values.get(item.name, "") == choice.value))
            index += 1
        heading = f"<h3>{escape(group.heading)}</h3>" if group.heading else ""
        groups.append(f'<div class="group">{heading}<div class="options{" compact" if item.compact else ""}">'
                      + "".join(choices) + "</div></div>")
    hint = f'<p class="hint" id="{escape(item.name)}-hint">{escape(item.hint)}</p>' if item.hint else ""
    described = attributes(aria_describedby=_described(item.name, item.hint, errors))
    return (f"<fieldset{described}><legend>{escape(item.legend)}</legend>{hint}{_error(item.name, errors)}"
            + "".join(groups) + "</fieldset>")


def _radio(item: Radios, choice: Choice, identity: str, checked: bool) -> str:
    hint = f'<span class="hint" id="{escape(identity)}-note">{escape(choice.hint)}</span>' if choice.hint else ""
    control = attributes(id=identity, name=item.name, value=choice.value, checked=checked,
                         aria_describedby=f"{identity}-note" if hint else "", required=True)
    return (f'<div class="option"><input type="radio"{control}>'
            f'<label for="{escape(identity)}">{escape(choice.label)}</label>{hint}</div>')


def _tick(item: Tick, values: Values, errors: Errors) -> str:
    control = attributes(**_identity(item.name, item.hint, errors), value=item.value,
                         checked=bool(values.get(item.name)), required=bool(item.ask))
    hint = f'<span class="hint" id="{escape(item.name)}-hint">{escape(item.hint)}</span>' if item.hint else ""
    return (f'{_error(item.name, errors)}<div class="option"><input type="checkbox"{control}>'
            f'<label for="{escape(item.name)}">{escape(item.label)}</label>{hint}</div>')


def _date(item: DateParts, values: Values, errors: Errors) -> str:
    first = item.names[0]
    parts = []
    for part, name in zip(("day", "month", "year"), item.names, strict=True):
        control = attributes(id=name, name=name, value=values.get(name, ""), inputmode="numeric",
                             autocomplete=f"{item.autocomplete}-{part}" if item.autocomplete else "",
                             class_=f"w-{part}", maxlength="4" if part == "year" else "2",
                             aria_invalid="true" if first in errors else None, required=True)
        parts.append(f'<div><label for="{name}">{part.capitalize()}</label><input type="text"{control}></div>')
    hint = f'<p class="hint" id="{first}-hint">{escape(item.hint)}</p>' if item.hint else ""
    described = attributes(aria_describedby=_described(first, item.hint, errors))
    return (f"<fieldset{described}><legend>{escape(item.legend)}</legend>{hint}{_error(first, errors)}"
            f'<div class="date">{"".join(parts)}</div></fieldset>')
