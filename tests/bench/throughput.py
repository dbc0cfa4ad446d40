"""One large download, gated against direct: ``python -m tests.bench.throughput --size 1000 --pairs 3 [--plain]``."""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import resource
import ssl
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

from agent.gate.proxy import Gate
from tests.bench.busy_site import busy_site
from tests.gate.conftest import RecordingLedger, certificate

MEGA = 1_000_000


def fetch(port: int, url: str, size: int, proxied: bool) -> float:
    """Megabytes a second of one download by blocking reads, the head left out.

    Raises:
        RuntimeError: it did not come whole.
    """
    import socket

    parts = urlsplit(url)
    with socket.create_connection(("127.0.0.1", port)) as plain:
        line: socket.socket = plain
        target = url
        if parts.scheme == "https":
            if proxied:
                line.sendall(f"CONNECT {parts.netloc} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
                assert b" 200 " in line.recv(4096)
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            line = context.wrap_socket(line)
            target = parts.path
        elif not proxied:
            target = parts.path
        line.sendall((f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nSec-Fetch-Site: same-origin\r\n"
                      "Connection: close\r\n\r\n").encode())
        first = line.recv(65536)
        if not first.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(first[:100].decode("latin-1"))
        got = len(first.split(b"\r\n\r\n", 1)[1])
        begun = time.perf_counter()
        buffer = bytearray(1 << 20)
        while got < size and (count := line.recv_into(buffer)):
            got += count
        took = time.perf_counter() - begun
        if got != size:
            raise RuntimeError(f"{got} of {size} bytes came")
        line.close()
        return got / MEGA / took


def gate_process(said: Connection, folder: str, url: str) -> None:
    """A gate in a process of its own; says its port, and its largest memory when asked."""
    async def run() -> None:
        gate = Gate(Path(folder), RecordingLedger())
        await gate.start()
        gate.admit(url)
        said.send(gate.port)
        while await asyncio.to_thread(said.recv) != "end":
            said.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        await gate.close()

    asyncio.run(run())


def measure(pairs: int, size: int, url: str, folder: Path) -> tuple[list[tuple[float, float]], list[int]]:
    """Pairs of rates (gated, direct), alternating; the gate's largest memory in kB before and after each."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=gate_process, args=(theirs, str(folder), url))
    process.daemon = True
    process.start()
    port = ours.recv()
    direct = int(urlsplit(url).port or 0)
    fetch(port, f"{url}/large/{10 * MEGA}", 10 * MEGA, True)
    found, memory = [], []

    def largest() -> int:
        ours.send("memory")
        return int(ours.recv())

    memory.append(largest())
    for _ in range(pairs):
        large = f"{url}/large/{size}"
        found.append((fetch(port, large, size, True), fetch(direct, large, size, False)))
        memory.append(largest())
    ours.send("end")
    process.join(20)
    return found, memory


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="megabytes")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--plain", action="store_true", help="http instead of https")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        _, public = certificate(folder)
        os.environ["SSL_CERT_FILE"] = str(public)
        with busy_site(None if chosen.plain else folder / "both.pem") as url:
            found, memory = measure(chosen.pairs, chosen.size * MEGA, url, folder)
    gated, direct = [a for a, _ in found], [b for _, b in found]
    print(f"{'http' if chosen.plain else 'https'}, {chosen.size} MB, n = {len(found)} pairs, alternating, load average "
          f"{os.getloadavg()[0]:.1f}\ngated median {statistics.median(gated):.0f} MB/s ({min(gated):.0f} to "
          f"{max(gated):.0f}), direct median {statistics.median(direct):.0f} MB/s ({min(direct):.0f} to "
          f"{max(direct):.0f}), ratio of medians {statistics.median(gated) / statistics.median(direct):.2f}\n"
          f"the gate's largest memory before and after each: {', '.join(f'{each // 1024} MB' for each in memory)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
