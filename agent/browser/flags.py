"""The browser's command line: every flag that keeps it behind the gate, each with its reason.

Source: findings/gate.md, "What closes the holes" and "Recommended design" (measured on Chromium 156).
"""

from __future__ import annotations


def gate_flags(port: int, pin: str) -> list[str]:
    """The flags for a browser behind the gate on a loopback port with a certificate pin."""
    return [
        f"--proxy-server=http://127.0.0.1:{port}",
        "--proxy-bypass-list=<-loopback>",                          # otherwise localhost goes round the proxy
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no name look-ups: a name can carry data
        "--webrtc-ip-handling-policy=disable_non_proxied_udp",      # STUN and TURN went out by UDP past a proxy alone
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        f"--ignore-certificate-errors-spki-list={pin}",             # trusts the gate's own key and no other
        "--disable-quic",
        "--no-pings",
        "--disable-domain-reliability",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-client-side-phishing-detection",
    ]
