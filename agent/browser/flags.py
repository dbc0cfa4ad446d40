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
        "--enable-automation",                                      # lets it tell its command line: see `undone`
    ]


UNDOING = ("--no-proxy-server", "--proxy-pac-url", "--proxy-auto-detect", "--winhttp-proxy-resolver", "--host-rules",
           "--ignore-certificate-errors", "--enable-quic", "--origin-to-force-quic-on", "--load-extension",
           "--disable-extensions-except", "--remote-debugging-port", "--remote-debugging-address", "--log-net-log",
           "--disable-web-security", "--ssl-key-log-file")
"""Switches that would open a way past the gate, or its traffic to others."""


def undone(flags: list[str], command_line: list[str]) -> list[str]:
    """The names of switches that a browser does not run with as it was told to, or that undo one of them.

    A wrapper script or a setting of the system can drop a switch or add another of the same name, and of two the last
    one counts.

    Args:
        flags: what the browser was given.
        command_line: what it says that it runs with.
    """
    given = {_name(flag): flag for flag in flags}
    found: dict[str, set[str]] = {}
    for each in command_line:
        found.setdefault(_name(each), set()).add(each)
    changed = [name for name, flag in given.items() if found.get(name) != {flag}]
    return [*changed, *(name for name in UNDOING if name in found)]


def _name(flag: str) -> str:
    return flag.split("=", 1)[0]
