"""Makes the vendor's client so that it is ours alone: of the environment it gets the system's proxy and nothing else.

| variable of the environment                               | what becomes of it                                       |
|-----------------------------------------------------------|----------------------------------------------------------|
| ``ANTHROPIC_API_KEY``, ``ANTHROPIC_BASE_URL``             | read by `connection` alone; the client is told both      |
| ``ANTHROPIC_AUTH_TOKEN``, ``…_PROFILE``, ``…_IDENTITY_…`` | never looked at: a key is always given                   |
| ``ANTHROPIC_CUSTOM_HEADERS``                              | taken out again: it could name another account, or carry |
|                                                           | anything at all past what the person was shown           |
| ``ANTHROPIC_LOG``                                         | undone: at ``debug`` the package writes whole messages   |
| ``ANTHROPIC_OPEN_TELEMETRY…``                             | turned off                                               |
| ``HTTPS_PROXY`` and its kin                               | heeded, as everywhere; not for servers on this computer  |
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from agent.planner.claude.connection import Connection, is_loopback

if TYPE_CHECKING:
    from anthropic import AsyncAnthropic

_CONNECTING = 10.0
"""Seconds to reach a server; one that answers at all does so sooner."""


def client_of(connection: Connection, silence: float) -> AsyncAnthropic:
    """A client for one connection. Loads the vendor's package, which takes seconds.

    Args:
        connection: where and as whom.
        silence: seconds to wait for the next bytes of an answer.
    """
    from anthropic import AsyncAnthropic, DefaultAsyncHttpxClient, Timeout

    for name in ("anthropic", "httpx2"):
        logging.getLogger(name).setLevel(logging.WARNING)
    near = is_loopback(urlsplit(connection.base_url).hostname or "")
    timeout = Timeout(silence, connect=min(_CONNECTING, silence))
    # A redirect would carry key and message to a place that nobody named.
    http = DefaultAsyncHttpxClient(timeout=timeout, trust_env=not near, follow_redirects=False)
    made = AsyncAnthropic(api_key=connection.key or "none", base_url=connection.base_url, max_retries=0,
                          timeout=timeout, http_client=http, open_telemetry=False)
    made._custom_headers = {}  # the package gives no other way; a test sees at the server that none arrives
    return made
