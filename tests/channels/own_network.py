"""A network of the test's own: a Linux network namespace with addresses, a name server's address, and a wiretap.

Nothing in it leads out of the machine. A veth pair gives the browser an address, without which WebRTC tries nothing;
the addresses look public, so that neither the gate nor the browser takes the sites for private ones.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

from tests.channels.canary import canaries_in, plainly_in
from tests.channels.page import FIRST, THIRD
from tests.channels.sinks import Record

ADDRESSES = {FIRST: "11.77.0.1", THIRD: "11.77.0.2"}
"""Inside the namespace only; of a block that looks public to everybody (11.0.0.0/8) and that no route leads to."""

NAME_SERVER = "11.77.0.53"

_ROOT = Path(__file__).resolve().parents[2]


def why_not() -> str:
    """Why this machine can't have such a network; empty where it can."""
    if not sys.platform.startswith("linux") or not shutil.which("unshare") or not shutil.which("ip"):
        return "needs Linux with unshare and ip"
    tried = subprocess.run([*_enter(), "ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1"],
                           capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"no network namespace here: {tried.stderr.strip()[:200]}"


def _enter() -> list[str]:
    """Root takes its own; others become root of a user namespace first, where the system allows that."""
    return ["unshare", *([] if os.geteuid() == 0 else ["-r"]), "-n", "-m"]


def run_inside(arguments: list[str], seconds: float) -> subprocess.CompletedProcess[str]:
    """Runs ``python -m tests.channels.inside`` in a fresh network; it and all it started end with it."""
    ending = ["--kill-child", "--fork", "--pid", "--mount-proc"]
    return subprocess.run([*_enter(), *ending, sys.executable, "-m", "tests.channels.inside", *arguments],
                          capture_output=True, text=True, check=False, timeout=seconds, cwd=_ROOT)


def set_up(folder: Path) -> None:
    """Gives this process's namespace its links, addresses and name server."""
    commands = [
        "ip link set lo up", "ip link add v0 type veth peer name v1", "ip link set v1 up", "ip link set v0 up",
        *(f"ip addr add {address}/24 dev v0" for address in [*ADDRESSES.values(), NAME_SERVER]),
        "ip route add default dev v0",
    ]
    for command in commands:
        subprocess.run(command.split(), check=True)
    resolver = folder / "resolv.conf"
    resolver.write_text(f"nameserver {NAME_SERVER}\noptions timeout:2 attempts:1\n")
    subprocess.run(["mount", "--bind", str(resolver), "/etc/resolv.conf"], check=True)


class Wiretap:
    """Reads every packet of the namespace: canaries in names, datagrams, handshakes and plain connections.

    What the browser says to its gate over loopback is left out: the gate's own end is what counts.
    """

    def __init__(self, record: Record) -> None:
        self.strays: set[str] = set()        # datagrams to anybody but the name server
        self._record = record
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024 * 1024)
        self._socket.settimeout(0.2)
        self._stop = False
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Wiretap:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop = True
        self._thread.join(5)
        self._socket.close()

    def _listen(self) -> None:
        while not self._stop:
            try:
                packet = self._socket.recv(65536)
            except TimeoutError:
                continue
            self._read(packet)

    def _read(self, packet: bytes) -> None:
        version = packet[0] >> 4
        if version == 6:
            self._record.note("ipv6", plainly_in(packet))
            return
        if version != 4 or packet[12] == 127 or packet[16] == 127:
            return
        start = (packet[0] & 15) * 4
        if packet[9] == socket.IPPROTO_UDP:
            port = int.from_bytes(packet[start + 2:start + 4], "big")
            from_port = int.from_bytes(packet[start:start + 2], "big")
            if 53 not in (port, from_port):
                self.strays.add(f"udp {socket.inet_ntoa(packet[16:20])}:{port}")
            self._record.note("dns packet" if port == 53 else "udp packet", canaries_in(packet[start:]))
        else:
            self._record.note("packet", plainly_in(packet[start:]))
