"""Leads each request to its page, and notes it first if it could carry data."""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape
from importlib.resources import files

from agent.practice import layout
from agent.practice.crest import CREST_FILE, VIEW, sign
from agent.practice.errors import Malformed, PracticeError, TooLarge, WrongMediaType
from agent.practice.messages import SAFE_HEADERS, Incoming, Reply, html
from agent.practice.services import ROUTES, SERVICES, Handler
from agent.practice.storage import Storage
from agent.practice.visit import Visit

log = logging.getLogger(__name__)

_ASSETS = {
    "style.css": "text/css; charset=utf-8",
    "complaint.js": "text/javascript; charset=utf-8",
    "change-of-address.js": "text/javascript; charset=utf-8",
    "parking-permit.js": "text/javascript; charset=utf-8",
}

_PLAIN = {
    400: ("We could not read this", "The request was not in a form that this site understands. Nothing was sent."),
    404: ("Page not found", "There is no such page here. Check the address, or start from the home page."),
    405: ("This does not work here", "This address does not take requests of that kind. Nothing was sent."),
    413: ("This is too large", "What you sent is over 20 MB. Choose a smaller file and send it again."),
    415: ("We could not read this", "This address does not take data of that kind. Nothing was sent."),
    500: ("Sorry, something went wrong", "The practice site made a mistake. Nothing was sent."),
}

_STATUS: tuple[tuple[type[PracticeError], int], ...] = ((Malformed, 400), (TooLarge, 413), (WrongMediaType, 415))


class Council:
    """The whole site as a function from request to reply; all that it remembers is in its storage."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._routes: dict[str, dict[str, Handler]] = {"/": {"GET": _home}, **_asset_routes(), **ROUTES}

    def answer(self, incoming: Incoming) -> Reply:
        """Answers a request. Never raises: what goes wrong becomes a status and a page."""
        ways = self._ways(incoming.path)
        noted = self._storage.note_request(incoming) if _can_carry_data(incoming, bool(ways)) else 0
        reply = self._reply(Visit(incoming, noted, self._storage), ways)
        return self._finish(noted, reply)

    def refuse(self, incoming: Incoming, status: int) -> Reply:
        """Notes and refuses a request that could not be taken in: cut off, too large, or not HTTP at all."""
        return self._finish(self._storage.note_request(incoming), _plain(status))

    def _finish(self, noted: int, reply: Reply) -> Reply:
        if noted:
            self._storage.note_status(noted, reply.status)
        return reply.with_headers(*SAFE_HEADERS)

    def _ways(self, path: str) -> dict[str, Handler]:
        if path in self._routes:
            return self._routes[path]
        for service in SERVICES:
            start = f"/{service.name}/confirmation/"
            if path.startswith(start) and self._storage.knows(service.name, path.removeprefix(start)):
                return {"GET": service.confirm}
        return {}

    def _reply(self, visit: Visit, ways: dict[str, Handler]) -> Reply:
        if not ways:
            return _plain(404)
        method = "GET" if visit.incoming.method == "HEAD" else visit.incoming.method
        if method not in ways:
            return _plain(405).with_headers(("Allow", ", ".join(sorted(ways))))
        try:
            return ways[method](visit)
        except PracticeError as problem:
            return _plain(next(status for kind, status in _STATUS if isinstance(problem, kind)))
        except Exception as problem:
            # One broken page must not take the site down. The type alone: the text may hold what somebody sent.
            log.error("the practice site failed on a page: %s", type(problem).__name__)
            return _plain(500)


def _can_carry_data(incoming: Incoming, known: bool) -> bool:
    plain_view = incoming.method == "GET" and not incoming.query and not incoming.body
    return not (plain_view and known and not incoming.header("upgrade"))


def _plain(status: int) -> Reply:
    return html(layout.plain(*_PLAIN[status]), status)


def _asset_routes() -> dict[str, dict[str, Handler]]:
    folder = files("agent.practice").joinpath("assets")
    replies = {name: Reply(200, folder.joinpath(name).read_bytes(), kind) for name, kind in _ASSETS.items()}
    replies["crest.svg"] = Reply(200, CREST_FILE.encode(), "image/svg+xml")
    routes = {f"/assets/{name}": _always(reply) for name, reply in replies.items()}
    # Browsers ask for this one by themselves; without it every visit would look like a request for a lost page.
    routes["/favicon.ico"] = _always(replies["crest.svg"])
    return {path: {"GET": handler} for path, handler in routes.items()}


def _always(reply: Reply) -> Callable[[Visit], Reply]:
    return lambda _: reply


def _home(_: Visit) -> Reply:
    cards = "".join(
        f'<li class="card"><span class="badge">{sign(service.name)}</span>'
        f'<h3><a href="/{service.name}">{escape(service.title)}</a></h3>'
        f"<p>{escape(service.blurb)}</p><p class=\"takes\">{escape(service.takes)}</p></li>"
        for service in SERVICES)
    body = (f'<div class="hero"><div><h1>Welcome to Thornmere&nbsp;Vale</h1>'
            f"<p>Readings, permits, appointments and more: send it online and get a reference number straight away.</p>"
            f'</div>{VIEW}</div><h2 class="services">Do it online</h2><ul class="cards">{cards}</ul>')
    return html(layout.page("", body, wide=True))
