"""One request on its way through the site, with the council's memory at hand."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from agent.practice.messages import Incoming, Reply
from agent.practice.storage import Session, Storage

COOKIE = "thornmere_session"

TOKEN = "csrf_token"
"""The hidden control that carries the session's token."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request, the id under which it was noted (0 for a plain page view), and the storage."""

    incoming: Incoming
    request: int
    storage: Storage

    def session(self) -> Session | None:
        """The session that the browser's cookie names, if the site still knows it."""
        return self.storage.session(self.incoming.cookie(COOKIE))

    def begin(self) -> Session:
        """The browser's session, or a new one."""
        return self.session() or self.storage.new_session()

    def accept(self, page: str, prefix: str, fields: Mapping[str, object]) -> str:
        """Files this request as a submission; returns its reference."""
        return self.storage.accept(self.request, page, prefix, fields)

    def keep(self, reply: Reply, session: Session) -> Reply:
        """Adds the session's cookie, unless the browser has it already."""
        if self.incoming.cookie(COOKIE) == session.id:
            return reply
        return reply.with_headers(("Set-Cookie", f"{COOKIE}={session.id}; Path=/; HttpOnly; SameSite=Lax"))


def token_fits(session: Session | None, token: str) -> bool:
    """Whether a form's token is that of the session."""
    return session is not None and hmac.compare_digest(session.csrf.encode(), token.encode())
