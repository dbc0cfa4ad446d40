"""Channels: workers of all kinds and worklets."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, Channel, script

_SHARED = """onconnect = (e) => { e.ports[0].onmessage = ({data}) => { @DO@ }; }"""

CHANNELS = (
    Channel("worker", 'new Worker(blob(sent(u("worker", 0), v)))'),
    Channel("worker-get", 'new Worker(blob(`fetch("${u("worker", v)}", {mode: "no-cors"})`))'),
    Channel("worker-xhr",
            """new Worker(blob(`const x = new XMLHttpRequest(); x.open("POST", "${u("worker", 0)}");
      x.send("${v}")`))"""),
    Channel("worker-xhr-sync",
            """new Worker(blob(`const x = new XMLHttpRequest(); x.open("GET", "${u("worker", v)}", false);
      x.send()`))"""),
    Channel("worker-message",
            """const w = new Worker(blob(`onmessage = (e) =>
      fetch("${TO}/sink/told?d=" + e.data, {mode: "no-cors"})`));
      w.postMessage(v)"""),
    Channel("worker-address", 'new Worker(u("script", v))', targets=ONLY_FIRST),
    Channel("worker-served", 'new Worker(at("w.js")).postMessage(v)',
            files={"w.js": script('onmessage = (e) => fetch("@TO@/sink/served?d=" + e.data, {mode: "no-cors"})')}),
    Channel("worker-nested",
            """new Worker(blob(`new Worker(URL.createObjectURL(
              new Blob([${JSON.stringify(sent(u("nested", 0), v))}])))`))"""),
    Channel("worker-import", 'new Worker(blob(`importScripts("${u("imported", v)}")`))'),
    Channel("worker-module", 'new Worker(blob(`import "${u("module", v)}"`), {type: "module"})'),
    Channel("worker-dynamic-import", 'new Worker(blob(`import("${u("dynamic", v)}")`), {type: "module"})'),
    Channel("worker-event-source", 'new Worker(blob(`new EventSource("${u("events", v)}")`))'),
    Channel("worker-cache",
            """new Worker(blob(`caches.open("c").then((c) =>
              c.add(new Request("${u("cache", v)}", {mode: "no-cors"})))`))"""),
    Channel("worker-font", 'new Worker(blob(`new FontFace("f", "url(${u("font", v)})").load()`))'),
    Channel("worker-in-frame", 'const w = frame(); new w.Worker(blob(sent(u("framed", 0), v)))'),
    Channel("worker-in-sandbox", """add("iframe", {sandbox: "allow-scripts", srcdoc:
      `<script>new Worker(URL.createObjectURL(new Blob([${JSON.stringify(sent(u("boxed", 0), v))}])))</scr` +
      "ipt>"})"""),
    Channel("worker-data", 'new Worker("data:text/javascript," + encodeURIComponent(sent(u("data", 0), v)))'),
    Channel("shared-worker", """const w = new SharedWorker(at("s.js")); w.port.start(); w.port.postMessage(v)""",
            files={"s.js": script(_SHARED.replace(
                "@DO@", 'fetch("@TO@/sink/shared", {method: "POST", mode: "no-cors", body: data}).catch(() => 0)'))}),
    Channel("shared-worker-get", """const w = new SharedWorker(at("s.js")); w.port.start(); w.port.postMessage(v)""",
            files={"s.js": script(_SHARED.replace("@DO@", """fetch("@TO@/sink/shared?d=" + data,
      {mode: "no-cors"}).catch(() => 0)"""))}),
    Channel("shared-worker-address", 'new SharedWorker(u("shared", v))', targets=ONLY_FIRST),
    Channel("shared-worker-blob", 'new SharedWorker(blob(sent(u("sharedblob", 0), v)))'),
    Channel("shared-worker-import", 'new SharedWorker(blob(`importScripts("${u("sharedimport", v)}")`))'),
    Channel("audio-worklet", 'new AudioContext().audioWorklet.addModule(u("worklet", v))'),
    Channel("audio-worklet-import", 'new AudioContext().audioWorklet.addModule(blob(`import "${u("worklet", v)}"`))'),
    Channel("offline-audio-worklet", 'new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(u("worklet", v))'),
)
