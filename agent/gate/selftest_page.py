"""The self-test's page: tries every way out that an ordinary page has, each towards a host or a port of its own."""

from __future__ import annotations


def page(ports: dict[str, int], zone: str, *, thorough: bool) -> bytes:
    """The page as HTML.

    Args:
        ports: the sinks' ports by what they listen for.
        zone: the hosts' common ending.
        thorough: with the ways that take longer.
    """
    # Marks that occur in no word: "TCP" alone once turned RTCPeerConnection into nothing, and the channel untested.
    marks = {"@MORE@": _MORE if thorough else "", "@ZONE@": zone,
             **{f"@{name.upper()}@": str(port) for name, port in ports.items()}}
    text = _PAGE
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text.encode()


_PAGE = """<!doctype html><meta charset="utf-8"><title>Self-test</title><iframe name="f" hidden></iframe>
<iframe id="frame" hidden></iframe><form id="form" method="post" target="f"><input name="canary" value="x"></form>
<script>
const to = (name, scheme = "https") => `${scheme}://${name}.@ZONE@/canary?x=1`;
const quiet = (run) => { try { const r = run(); if (r && r.catch) r.catch(() => 0); } catch (e) {} };
const add = (tag, key, name, more = {}) => {
  const e = Object.assign(document.createElement(tag), more); e[key] = to(name); document.head.append(e); return e; };
const code = (text) => URL.createObjectURL(new Blob([text]));
const posts = (name) => `fetch("${to(name)}", {method: "POST", mode: "no-cors", body: "x"}).catch(() => 0)`;
const ready = () => quiet(() => fetch(to("ready"), {mode: "no-cors"}));
quiet(() => {
  const p = new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:@WEBRTC@"},
    {urls: "turn:127.0.0.1:@TURN@?transport=udp", username: "canary", credential: "x"}]});
  // A way out that it found, if only to a network that this machine does not have just now.
  p.onicecandidate = (e) => { if (e.candidate && e.candidate.candidate) fetch("/canary?candidate"); };
  p.onicegatheringstatechange = () => { if (p.iceGatheringState === "complete") ready(); };
  p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o)).catch(ready);
});
if (!window.RTCPeerConnection) ready();
quiet(() => fetch("/canary", {method: "POST", body: "canary=x"}));
for (const host of ["203.0.113.7", "[2001:db8::1]", "countersign-canary"])
  quiet(() => fetch(`https://${host}/canary?x=1`, {mode: "no-cors"}));
quiet(() => { new Image().src = to("image"); });
quiet(() => add("script", "src", "script"));
quiet(() => add("link", "href", "style", {rel: "stylesheet"}));
quiet(() => add("link", "href", "prefetch", {rel: "prefetch"}));
quiet(() => navigator.sendBeacon(to("beacon"), "canary=x"));
quiet(() => fetch(to("keepalive"), {method: "POST", mode: "no-cors", keepalive: true, body: "x"}));
quiet(() => { document.getElementById("frame").src = to("frame"); });
quiet(() => { const f = document.getElementById("form"); f.action = to("form"); f.submit(); });
quiet(() => new Worker(code(posts("worker"))));
quiet(() => new SharedWorker(code(posts("shared-worker"))));
quiet(() => { new EventSource(to("events")); });
quiet(() => { new WebSocket(to("websocket", "wss")); });
quiet(() => { new WebTransport("https://127.0.0.1:@WEBTRANSPORT@/").ready.catch(() => 0); });
for (const host of ["127.0.0.1", "localhost"])
  quiet(() => fetch(`http://${host}:@TCP@/canary`, {mode: "no-cors"}));
@MORE@
</script>"""

_MORE = """
const boxed = document.createElement("iframe");
boxed.sandbox = "allow-scripts"; boxed.srcdoc = `<script>${posts("sandbox")}</` + "script>";
document.body.append(boxed);
quiet(() => new Worker(code(`new WebSocket("${to("worker-websocket", "wss")}")`)));
quiet(() => { new WebSocketStream(to("websocket-stream", "wss")).opened.catch(() => 0); });
quiet(() => Object.assign(document.createElement("a"), {href: "/canary?download", download: "x"}).click());
quiet(() => open(to("popup"), "_blank", "noopener"));
quiet(() => add("video", "src", "video"));
quiet(() => import(to("module")));
quiet(() => new FontFace("x", `url(${to("font")})`).load());
quiet(() => new AudioContext().audioWorklet.addModule(to("worklet")));
quiet(() => { const p = new RTCPeerConnection({iceTransportPolicy: "relay", iceServers: [
    {urls: "turn:turn.@ZONE@:443?transport=tcp", username: "canary", credential: "x"}]});
  p.createDataChannel("x"); return p.createOffer().then((o) => p.setLocalDescription(o)); });
quiet(() => new PaymentRequest([{supportedMethods: to("payment")}], {total: {label: "x",
  amount: {currency: "EUR", value: "1"}}}).canMakePayment());
"""
