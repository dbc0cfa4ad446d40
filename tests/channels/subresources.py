"""Channels: pictures, scripts, media and everything else that an element fetches."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel

CHANNELS = (
    Channel("img", 'add("img", {src: u("img", v)})'),
    Channel("img-srcset", 'add("img", {srcset: u("img", v) + " 1x"})'),
    Channel("img-lazy", 'add("img", {loading: "lazy", src: u("img", v), width: 9, height: 9})'),
    Channel("img-cross-origin", 'add("img", {crossorigin: "use-credentials", src: u("img", v)})'),
    Channel("img-attribution", 'add("img", {src: "data:,", attributionsrc: u("attribution", v)})',
            unseen="attribution reporting is gone from the browser"),
    Channel("picture-source", """const p = add("picture"); add("source", {srcset: u("source", v)}, p); add("img", {},
      p)"""),
    Channel("input-image", 'add("input", {type: "image", src: u("input", v)})'),
    Channel("svg-image", 'add("div").innerHTML = `<svg><image href="${u("svg", v)}"/></svg>`'),
    Channel("svg-use", 'add("div").innerHTML = `<svg><use href="${u("use", v)}#x"/></svg>`', targets=ONLY_FIRST),
    Channel("svg-use-third", 'add("div").innerHTML = `<svg><use href="${u("use", v)}#x"/></svg>`', targets=ONLY_THIRD,
            unseen="only of the own origin"),
    Channel("svg-filter",
            """add("div").innerHTML = `<svg width=9 height=9><filter id=f>
      <feImage href="${u("fe", v)}"/></filter>
      <rect width=9 height=9 filter="url(#f)"/></svg>`"""),
    Channel("svg-script", """const s = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      document.body.append(s);
      const e = document.createElementNS("http://www.w3.org/2000/svg", "script"); e.setAttribute("href", u("svgs",
      v)); s.append(e)"""),
    Channel("canvas-pattern", """const i = new Image(); i.crossOrigin = ""; i.src = u("canvas", v);
      i.onload = () => document.createElement("canvas").getContext("2d").drawImage(i, 0, 0)"""),
    Channel("script", 'head("script", {src: u("script", v)})'),
    Channel("script-module", 'head("script", {type: "module", src: u("script", v)})'),
    Channel("script-defer", 'head("script", {defer: "", src: u("script", v), integrity: "sha256-x"})'),
    Channel("video", 'add("video", {src: u("video", v), preload: "auto"})'),
    Channel("video-poster", 'add("video", {poster: u("poster", v)})'),
    Channel("video-source", 'add("source", {src: u("source", v)}, add("video", {preload: "auto"}))'),
    Channel("video-track", """const m = add("video", {crossorigin: "anonymous"});
      add("track", {default: "", kind: "subtitles", src: u("track", v)}, m).track.mode = "showing" """),
    Channel("audio", 'add("audio", {src: u("audio", v), preload: "auto"})'),
    Channel("object", 'add("object", {data: u("object", v)})'),
    Channel("object-image", 'add("object", {data: u("object", v), type: "image/png"})'),
    Channel("embed", 'add("embed", {src: u("embed", v)})'),
    Channel("link-stylesheet", 'head("link", {rel: "stylesheet", href: u("css", v)})'),
    Channel("link-alternate-stylesheet", 'head("link", {rel: "alternate stylesheet", title: "x", href: u("css", v)})'),
    Channel("link-icon", 'head("link", {rel: "icon", href: u("icon", v)})', unseen="a headless browser shows no icon"),
    Channel("link-touch-icon", 'head("link", {rel: "apple-touch-icon", href: u("icon", v)})',
            unseen="a headless browser shows no icon"),
    Channel("link-manifest", 'head("link", {rel: "manifest", href: u("manifest", v)})',
            unseen="a headless browser installs no app"),
    Channel("link-prefetch", 'head("link", {rel: "prefetch", href: u("prefetch", v)})'),
    Channel("link-preload-image", 'head("link", {rel: "preload", as: "image", href: u("preload", v)})'),
    Channel("link-preload-srcset", 'head("link", {rel: "preload", as: "image", imagesrcset: u("preload", v) + " 1x"})'),
    Channel("link-preload-script", 'head("link", {rel: "preload", as: "script", href: u("preload", v)})'),
    Channel("link-preload-style", 'head("link", {rel: "preload", as: "style", href: u("preload", v)})'),
    Channel("link-preload-font", 'head("link", {rel: "preload", as: "font", crossorigin: "", href: u("preload", v)})'),
    Channel("link-preload-fetch", """head("link", {rel: "preload", as: "fetch", crossorigin: "", href: u("preload",
      v)})"""),
    Channel("link-module-preload", 'head("link", {rel: "modulepreload", href: u("modulepreload", v)})'),
    Channel("link-dictionary", 'head("link", {rel: "compression-dictionary", href: u("dictionary", v)})'),
    Channel("link-search", """head("link", {rel: "search", type: "application/opensearchdescription+xml",
      href: u("search", v)})""",
            unseen="a headless browser has no search engines to add"),
    Channel("body-background", 'document.body.setAttribute("background", u("background", v))'),
    Channel("table-background", """const t = add("table", {background: u("table", v)});
      t.insertRow().insertCell().textContent = "x" """),
    Channel("inner-html", 'add("div").innerHTML = `<img src="${u("inner", v)}" onerror="1">`'),
    Channel("template-parsed", """const d = new DOMParser().parseFromString(`<img src="${u("parsed", v)}">`,
      "text/html"); document.body.append(d.body.firstChild)"""),
    Channel("xslt",
            """frame().location = blob(`<?xml version="1.0"?>
      <?xml-stylesheet type="text/xsl" href="${u("xsl", v)}"?><x/>`, "text/xml")"""),
    Channel("xml-stylesheet",
            """frame().location = blob(`<?xml version="1.0"?>
      <?xml-stylesheet type="text/css" href="${u("xmlcss", v)}"?><x/>`, "text/xml")"""),
    Channel("xml-entity",
            """frame().location = blob(`<?xml version="1.0"?>
      <!DOCTYPE x [<!ENTITY e SYSTEM "${u("entity", v)}">]><x>&e;</x>`, "text/xml")""",
            unseen="the browser loads no outer entities"),
    Channel("svg-document",
            """frame().location = blob(`<svg xmlns="http://www.w3.org/2000/svg">
      <image href="${u("svgdoc", v)}"/></svg>`, "image/svg+xml")"""),
    Channel("pdf", """const text = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${u("pdf", v)})>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>`; add("embed", {type: "application/pdf", src: blob(text, "application/pdf")})""",
            unseen="the PDF viewer asks before it opens an address, or is not there"),
    Channel("pdf-script", """const text = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>
/OpenAction<</S/JavaScript/JS(this.submitForm\\\\("${u("pdf", v)}"\\\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>`; location = blob(text, "application/pdf")""",
            unseen="the PDF viewer does not submit by itself, or is not there"),
)
