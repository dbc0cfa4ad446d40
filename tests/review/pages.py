"""Page maps and requests for the sheet's tests, with everything ordinary left out."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from agent.browser.page import Button, Control, Form, Option, PageMap
from agent.gate.decode import Decoded, decode
from agent.gate.trace import Tracer, carried
from agent.gate.wire import MemoryBody, WireRequest
from agent.protocol import Given, Source, SourceKind
from agent.review.build import build
from agent.review.filled import Filled
from agent.review.sheet import Row, Sheet

URL = "https://council.example/meter"
FACTS = {"email": "ada@example.org", "name": "Ada Lovelace", "iban": "GB29NWBK60161331926819", "postal-code": "SY1 2AB"}

_PLAIN = Control(
    ref=0, frame=0, form=0, tag="input", type="text", role="textbox", name="", id="", selector="", label="", legend="",
    heading="", hint="", error="", placeholder="", title="", autocomplete="", inputmode="", pattern="", min="", max="",
    maxlength=-1, accept="", multiple=False, value="", default="", checked=False, default_checked=False, options=(),
    required=False, disabled=False, readonly=False, visible=True, language="en", box=(0, 0, 10, 10))


def control(ref: int, name: str, label: str = "", **more: object) -> Control:
    return replace(_PLAIN, ref=ref, name=name, label=label, **more)  # type: ignore[arg-type]  # any field of Control


def hidden(ref: int, name: str, value: str, **more: object) -> Control:
    return control(ref, name, **{"type": "hidden", "visible": False, "value": value, "default": value, **more})


def box(ref: int, name: str, label: str, checked: bool = False, default: bool | None = None, **more: object) -> Control:
    was = checked if default is None else default
    return control(ref, name, label, **{"type": "checkbox", "value": "on", "checked": checked, "default_checked": was,
                                        **more})


def option(ref: int, value: str, label: str, selected: bool = False, default: bool = False) -> Option:
    return Option(ref, "", value, label, selected, default, False)


def button(ref: int, name: str, value: str, text: str, **more: object) -> Button:
    plain = Button(ref, 0, 0, "submit", text, name, value, "", False, True, (0, 0, 1, 1))
    return replace(plain, **more)  # type: ignore[arg-type]  # any field of Button


def page(*controls: Control, buttons: tuple[Button, ...] = (), text: str = "", action: str = URL,
         language: str = "en") -> PageMap:
    forms = (Form(0, "", action, "post", ""), Form(0, "", "https://council.example/search", "get", ""))
    return PageMap(URL, "", language, text, (), forms, controls, buttons, (), (), (URL,))


def wire(*pairs: tuple[str, str], url: str = URL) -> Decoded:
    return sent(urlencode(pairs), url=url)


def sent(body: str | bytes, kind: str = "application/x-www-form-urlencoded", url: str = URL, method: str = "POST",
         headers: tuple[tuple[str, str], ...] = ()) -> Decoded:
    raw = body.encode() if isinstance(body, str) else body
    return decode(WireRequest(method, url, (("Content-Type", kind), *headers), MemoryBody(raw)))


def ours(ref: int, name: str, value: str, kind: SourceKind = SourceKind.PROFILE, detail: str = "",
         **more: object) -> Filled:
    plain = Filled(ref, name, Given(value, Source(kind, detail)), "asked for")
    return replace(plain, **more)  # type: ignore[arg-type]  # any field of Filled


def sheet_of(decoded: Decoded, on: PageMap, *filled: Filled, facts: dict[str, str] | None = None) -> Sheet:
    return build(decoded, on, filled, carried(Tracer(FACTS if facts is None else facts), decoded))


def row_of(sheet: Sheet, name: str) -> Row:
    return next(row for row in sheet.rows if row.name == name)
