"""Channels: what a page sends as it goes away."""

from __future__ import annotations

from tests.channels.channel import Channel, Then

_WAYS = {
    "beacon": 'navigator.sendBeacon(u("hide", 0), v)',
    "keepalive": 'fetch(u("hide", 0), {method: "POST", mode: "no-cors", keepalive: true, body: v})',
    "image": 'new Image().src = u("hide", v)',
    "fetch": 'fetch(u("hide", v), {mode: "no-cors"})',
    "xhr-sync": 'const x = new XMLHttpRequest(); x.open("POST", u("hide", 0), false); x.send(v)',
}
_LOST = {"fetch": "cancelled with the page", "xhr-sync": "not allowed while a page goes away",
         "image": "cancelled with the page"}


def _on(event: str, way: str, then: Then) -> Channel:
    return Channel(f"{event}-{way}-{then}", f'addEventListener("{event}", () => {{ {_WAYS[way]} }})', then=then)


CHANNELS = (
    *(_on("pagehide", way, then) for way in _WAYS for then in (Then.CLOSE, Then.LEAVE)),
    _on("beforeunload", "beacon", Then.CLOSE),
    _on("beforeunload", "fetch", Then.LEAVE),
    _on("visibilitychange", "beacon", Then.LEAVE),
    _on("unload", "beacon", Then.LEAVE),
    Channel("fetch-later-close", 'fetchLater(u("later", v))', then=Then.CLOSE),
    Channel("fetch-later-leave", 'fetchLater(u("later", 0), {method: "POST", body: v})', then=Then.LEAVE),
    Channel("frame-removed", """const f = add("iframe"); f.contentWindow.addEventListener("pagehide", () =>
      navigator.sendBeacon(u("frame", 0), v)); await rest(50); f.remove()"""),
    Channel("before-unload-own-navigation", """addEventListener("beforeunload", () =>
      navigator.sendBeacon(u("own", 0), v)); location = "/"
      """),
    Channel("worker-after-close", """new SharedWorker(blob(`setTimeout(() => fetch("${u("late", v)}",
      {mode: "no-cors"}).catch(() => 0), 300)`))""", then=Then.STAY),
)
