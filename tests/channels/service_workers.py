"""Channels: service workers: what they fetch themselves, on behalf of pages, ahead of them and beside them."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel, File, script

_BASE = 'oninstall = () => skipWaiting(); onactivate = (e) => e.waitUntil(clients.claim());'
_TELL = _BASE + 'onmessage = (e) => { const d = e.data; @DO@ };'


def _told(do: str) -> dict[str, File]:
    return {"sw.js": script(_TELL.replace("@DO@", do))}


_RUN = 'const r = await sw(); r.active.postMessage(v)'
_SCOPE = 'add("iframe", {src: at("inside?d=" + v)})'
_INSIDE = {"inside": File("x")}

CHANNELS = (
    Channel("sw-fetch", _RUN, files=_told('fetch("@TO@/sink/sw?d=" + d, {mode: "no-cors"}).catch(() => 0)')),
    Channel("sw-post", _RUN, files=_told("""fetch("@TO@/sink/sw", {method: "POST", mode: "no-cors",
      body: d}).catch(() => 0)""")),
    Channel("sw-websocket", _RUN, files=_told('new WebSocket("@TO@/sink/sw?d=".replace("http", "ws") + d)')),
    Channel("sw-cache", _RUN, files=_told(
        'caches.open("c").then((c) => c.add(new Request("@TO@/sink/sw?d=" + d, {mode: "no-cors"})))')),
    Channel("sw-script-address", """ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker,
      `/sink/sw.js?d=${v}`, {scope: at("own/")})""", targets=ONLY_FIRST),
    Channel("sw-import", """ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker,
      at("sw.js"), {scope: at("")})""",
            targets=ONLY_THIRD,
            files={"sw.js": script('importScripts("@TO@/sink/swimport?d=@V@")')}),
    Channel("sw-navigation", f'await sw(); {_SCOPE}', targets=ONLY_FIRST, files={
        **_INSIDE, "sw.js": script(_BASE + 'onfetch = (e) => e.respondWith(fetch(e.request));')}),
    Channel("sw-preload", f"""const r = await sw(); await r.navigationPreload.enable();
      await r.navigationPreload.setHeaderValue(v); {_SCOPE}""",
            targets=ONLY_FIRST, files={**_INSIDE, "sw.js": script(
                _BASE + """onfetch = (e) => { if (e.preloadResponse) e.respondWith(e.preloadResponse.then((r) =>
      r || new Response("x"))); };""")}),
    Channel("sw-preload-header", """const r = await sw(); await r.navigationPreload.enable();
      await r.navigationPreload.setHeaderValue(v);
      add("iframe", {src: at("inside")})""", targets=ONLY_FIRST, files={**_INSIDE, "sw.js": script(
          _BASE + 'onfetch = (e) => { e.respondWith(e.preloadResponse.then((r) => r || new Response("x"))); };')}),
    Channel("sw-post-navigation", """await sw(); add("iframe", {name: "f"});
      form({action: at("inside"), method: "post", target: "f"}, v).submit()""", targets=ONLY_FIRST, files={
          **_INSIDE, "sw.js": script(_BASE + 'onfetch = (e) => e.respondWith(fetch(e.request));')}),
    Channel("sw-second-copy", """await sw(); add("iframe", {src: at("inside?d=" + v)})""", files={
        **_INSIDE, "sw.js": script(_BASE + """onfetch = (e) => { e.respondWith(new Response("x"));
          fetch("@TO@/sink/copy?" + e.request.url.split("?")[1], {mode: "no-cors"}).catch(() => 0); };""")}),
    Channel("sw-subresource", 'await sw(); add("iframe", {name: v, src: at("page")})', files={
        "page": File('<script>new Image().src = "x.png?d=" + window.name</script>'),
        "sw.js": script(_BASE + """onfetch = (e) => { if (e.request.url.includes("png"))
          e.respondWith(fetch("@TO@/sink/sub?" + e.request.url.split("?")[1], {mode: "no-cors"})); };""")}),
    Channel("sw-race", f"await sw(); {_SCOPE}", targets=ONLY_FIRST, files={**_INSIDE, "sw.js": script(
        """oninstall = (e) => { skipWaiting(); e.addRoutes([{condition: {urlPattern: "/*"},
          source: "race-network-and-fetch-handler"}]); }; onactivate = (e) => e.waitUntil(clients.claim());
          onfetch = (e) => e.respondWith(new Response("x"));""")}),
    Channel("sw-route-network", f"await sw(); {_SCOPE}", targets=ONLY_FIRST, files={**_INSIDE, "sw.js": script(
        """oninstall = (e) => { skipWaiting(); e.addRoutes([{condition: {urlPattern: "/*"}, source: "network"}]); };
          onactivate = (e) => e.waitUntil(clients.claim()); onfetch = (e) => e.respondWith(new Response("x"));""")}),
    Channel("sw-made-redirect", """await sw(); add("iframe", {src: at("made?d=" + v)})""", files={
        "sw.js": script(_BASE + """onfetch = (e) => { if (e.request.mode === "navigate")
          e.respondWith(Response.redirect("@TO@/sink/made?" + e.request.url.split("?")[1])); };""")}),
    Channel("sw-made-refresh", """await sw(); add("iframe", {src: at("made?d=" + v)})""", files={
        "sw.js": script(_BASE + """onfetch = (e) => {
      if (e.request.mode === "navigate") e.respondWith(new Response("x", {
          headers: {"content-type": "text/html", "refresh": "0; url=@TO@/sink/made?" +
      e.request.url.split("?")[1]}})); };""")}),
    Channel("sw-made-page", """await sw(); add("iframe", {src: at("made?d=" + v)})""", files={
        "sw.js": script(_BASE + """onfetch = (e) => { if (e.request.mode === "navigate") e.respondWith(new Response(
          '<img src="@TO@/sink/made?' + e.request.url.split("?")[1] + '">',
      {headers: {"content-type": "text/html"}})); };""")}),
    Channel("sw-made-link-header", """await sw(); add("iframe", {src: at("made?d=" + v)})""", files={
        "sw.js": script(_BASE + """onfetch = (e) => {
      if (e.request.mode === "navigate") e.respondWith(new Response("x", {
          headers: {"content-type": "text/html", "link": "<@TO@/sink/made?" + e.request.url.split("?")[1]
          + ">; rel=preload; as=image"}})); };""")}),
    Channel("sw-delayed", 'const r = await sw(); r.active.postMessage(v)', files=_told(
        """e.waitUntil(new Promise((done) => setTimeout(() => fetch("@TO@/sink/late?d=" + d,
      {mode: "no-cors"}).then(done, done), 500)))""")),
    Channel("sw-update", 'const r = await sw(); history.replaceState(0, "", "?d=" + v); await r.update()',
            targets=ONLY_FIRST,
            files=_told("0")),
    Channel("sw-background-fetch", 'const r = await sw(); await r.backgroundFetch.fetch("x" + v, [u("background", v)])',
            files=_told("0")),
    Channel("sw-sync", """const r = await sw(); r.active.postMessage(v); await rest(200);
      await r.sync.register("x")""", files=_told(
        """self.d = d; onsync = (e) => e.waitUntil(fetch("@TO@/sink/sync?d=" + self.d, {mode: "no-cors"}).catch(() =>
      0))""")),
    Channel("sw-client-navigate", 'const r = await sw(); r.active.postMessage(v)', files=_told(
        'e.source.navigate("@TO@/sink/navigate?d=" + d).catch(() => 0)'),
            unseen="a worker moves only the pages of its own folder"),
    Channel("sw-open-window", 'const r = await sw(); r.active.postMessage(v)', files=_told(
        'clients.openWindow("@TO@/sink/window?d=" + d).catch(() => 0)'), unseen="needs a pressed notification"),
)
