"""Steps of a form that try to get more through than a step grant lets pass, and honest ones between them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.parts.recording import Arrived, RecordingSite, Reply

NAME = '<p><label for="given">First name</label><input id="given" name="given" autocomplete="given-name" required></p>'
EMAIL = '<p><label for="email">Email address</label><input id="email" name="email" type="email" required></p>'
NEXT = '<button type="submit">Next</button>'
ON_SUBMIT = "<script>document.forms[0].addEventListener('submit', event => {{ {} }});</script>"


@dataclass(frozen=True, slots=True)
class Step:
    """One page. ``because``: a piece of the journal's reason for holding it; '' for an honest step, which passes.

    ``{here}`` in its parts is the page's own address, ``{after}`` that of the page behind it.
    """

    name: str
    because: str = ""
    fields: str = NAME
    button: str = NEXT
    heading: str = "About you"
    above: str = ""
    script: str = ""
    action: str = "{here}"
    language: str = "en"


def by_script(does: str) -> str:
    """A script that does something just before the form is sent."""
    return ON_SUBMIT.format(does)


def by_fetch(body: str, headers: str = "", before: str = "") -> str:
    """A script that sends the step itself, as JSON."""
    kinds = "{'Content-Type': 'application/json'" + headers + "}"
    return by_script(
        f"event.preventDefault(); const form = event.target; {before}fetch('{{here}}', {{method: 'POST', "
        f"headers: {kinds}, body: JSON.stringify({body})}}).then(() => location.assign('{{after}}'));")


HOVER = ("<script>document.querySelector('button').addEventListener('mouseenter', "
         "event => event.target.textContent = 'Pay now');</script>")
RENT = ('<fieldset><legend>{asked}</legend><label><input type="radio" name="reply" value="yes" required> Yes</label>'
        '<label><input type="radio" name="reply" value="no"> No</label></fieldset>')
ASKED, OTHER_QUESTION = "Do you rent your home?", "Do you own a second home?"

PAGE_STEPS = (
    Step("first"),
    Step("honest"),
    Step("declares in its text", "text makes the press",
         above="<p>By continuing you confirm that everything is true.</p>"),
    Step("names a fee", "text makes the press", above="<p>The fee is £48 a year.</p>"),
    Step("sums up", "looks like the last", heading="Check your answers"),
    Step("asks nothing", "asks nothing", fields="<p>Nearly there.</p>"),
    Step("shows everything back", "looks like the last",
         above="<p>Eleanor Whitcombe</p><p>e.whitcombe@example.org</p><p>14 Quarry Lane, TQ12 4AB</p>"),
    Step("counts to its end", "text makes the press", above="<p>Step 6 of 6</p>"),
    Step("hides a fee", "amount", fields=NAME + '<input type="hidden" name="fee" value="48">'),
    Step("hides a bare amount", "amount", fields=NAME + '<input type="hidden" name="opt" value="48.00">'),
    Step("ticks a consent beforehand", "consent", fields=NAME + (
        '<p><label><input type="checkbox" name="ads" checked> Send me special offers</label></p>')),
    Step("ticks something else beforehand", "chosen an answer", fields=NAME + (
        '<p><label><input type="checkbox" name="draw" checked> Put me into the prize draw</label></p>')),
    Step("has a place for a file", "upload",
         fields=NAME + '<p><label for="proof">Photo (optional)</label><input id="proof" name="proof" type="file"></p>'),
    Step("wants a signature", "text makes the press",
         above='<p>Sign here with your finger</p><canvas width="200" height="60"></canvas>'),
    Step("wants the bank account", "not on the grant",
         fields='<p><label for="iban">IBAN</label><input id="iban" name="iban" required></p>'),
    Step("honest again", fields=NAME + EMAIL),
)
BUTTON_STEPS = (
    Step("first"),
    Step("pays too", "button", button='<button type="submit">Pay and continue</button>'),
    Step("sends in German", "button", button='<button type="submit">Weiter und absenden</button>', language="de",
         heading="Angaben"),
    Step("says next to screen readers alone", "button",
         button='<button type="submit" aria-label="Next">Submit and pay</button>'),
    Step("sends another word", "button", button='<button type="submit" name="go" value="final_submit">Next</button>'),
    Step("has a picture for a word", "button",
         button='<button type="submit" aria-label="Next"><svg width="20" height="20"></svg></button>'),
    Step("changes its word under the mouse", "button", script=HOVER),
    Step("goes elsewhere by its button", "another address",
         button='<button type="submit" formaction="/finish">Next</button>'),
    Step("honest"),
    Step("renames a field", "needs a look", script=by_script("event.target.given.name = 'beneficiary';")),
    Step("changes a value", "needs a look", script=by_script("event.target.given.value += 'a';")),
    Step("repeats a value", "needs a look", script=by_script(
        "for (let i = 0; i < 100; i++) event.target.append(Object.assign(document.createElement('input'), "
        "{type: 'hidden', name: 'given', value: event.target.given.value}));")),
    Step("copies a value out of sight", "needs a look", fields=EMAIL + '<input type="hidden" name="copy">',
         script=by_script("event.target.copy.value = event.target.email.value;")),
    Step("puts data into the address", "another address|needs a look|added something", fields=EMAIL,
         script=by_script("event.target.action += '?mark=' + event.target.email.value;")),
    Step("puts data into a cookie", "needs a look", fields=EMAIL,
         script=by_script("document.cookie = 'mark=' + btoa(event.target.email.value) + ';path=/';")),
)
SCRIPT_STEPS = (
    Step("first"),
    Step("honest by script", script=by_fetch("{given: form.given.value}")),
    Step("adds a key", "needs a look", script=by_fetch("{given: form.given.value, plan: 'gold'}")),
    Step("adds a header", "needs a look", script=by_fetch("{given: form.given.value}", ", 'X-Mark': form.given.value")),
    Step("sends two things", "more than one thing", fields=EMAIL, script=by_fetch(
        "{email: form.email.value}", before="fetch('/more', {method: 'POST', body: form.email.value}); ")),
    Step("sends again after the answer", "sent something before", script=by_script(
        "event.preventDefault(); const form = event.target; const send = to => fetch(to, {method: 'POST', "
        "headers: {'Content-Type': 'application/json'}, body: JSON.stringify({given: form.given.value})}); "
        "send('{here}').then(() => send('{here}?again=1')).then(() => location.assign('{after}'));")),
    Step("asks", fields=RENT.format(asked=ASKED), action="/reply"),
    Step("asks something else in the same place", "not on the grant", fields=RENT.format(asked=OTHER_QUESTION),
         action="/reply"),
    Step("honest", fields=NAME + EMAIL, action="/same"),
    Step("sends the very same step again", "sent something before", fields=NAME + EMAIL, action="/same"),
)


class Lies:
    """A site of such steps, one after the other, that ends in a confirmation."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.steps = steps
        self._at = 0
        self.site = RecordingSite({f"/s{number}": self._page(number) for number in range(len(steps))}, self._answer)
        self.site.pages["/done"] = "<!doctype html><title>Done</title><h1>Thank you</h1><p>Reference number: LS-482"

    @property
    def start(self) -> str:
        """The first page's address."""
        return f"{self.site.url}/s0"

    def _page(self, number: int) -> str:
        step = self.steps[number]
        here, after = f"/s{number}", self._after(number)
        form = f'<form method="post" action="{step.action}">{step.fields}{step.button}</form>'
        whole = (f'<!doctype html><html lang="{step.language}"><title>A form</title><main><h1>{step.heading}</h1>'
                 f"{step.above}{form}</main>{step.script}")
        return whole.replace("{here}", here).replace("{after}", after)

    def _after(self, number: int) -> str:
        return f"/s{number + 1}" if number + 1 < len(self.steps) else "/done"

    def _answer(self, request: Arrived) -> Reply:
        if request.method != "POST" or request.target == "/more":
            return Reply(404)
        if request.target.startswith("/s") and request.target[2:].split("?")[0].isdigit():
            self._at = max(self._at, int(request.target[2:].split("?")[0]))
        else:
            self._at += 1
        return Reply(303, headers=(("Location", self._after(self._at)),))
