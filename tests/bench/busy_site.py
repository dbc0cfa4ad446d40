"""The bench's own web site, a process of its own: one page with 100 subresources of ordinary sizes, one large file."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import ssl
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

STYLES, SCRIPTS, PICTURES = 10, 30, 60
"""Together 100 subresources; sizes in the manner of the HTTP Archive's medians: 8 kB, 20 kB and 15 kB each."""

PIECE = 256 * 1024


def pages() -> dict[str, bytes]:
    """Whole answers by path."""
    dice = random.Random(1)
    names = ([f"/s/{n}.css" for n in range(STYLES)], [f"/j/{n}.js" for n in range(SCRIPTS)],
             [f"/p/{n}.png" for n in range(PICTURES)])
    page = ("<!doctype html><meta charset=utf-8><title>Busy</title>"
            + "".join(f'<link rel="stylesheet" href="{each}">' for each in names[0])
            + "".join(f'<img src="{each}" width=20 height=20>' for each in names[2])
            + "<p>" + "Words of a page. " * 1500 + "".join(f'<script src="{each}"></script>' for each in names[1]))
    found = {"/": _answer("text/html; charset=utf-8", page.encode())}
    for each in names[0]:
        found[each] = _answer("text/css", "".join(
            f".c{dice.randrange(10**6)} {{ color: #{dice.randrange(16**6):06x}; margin: 0 {dice.randrange(9)}px }}\n"
            for _ in range(190)).encode())
    for each in names[1]:
        found[each] = _answer("text/javascript", "".join(
            f'(window.table ||= {{}})["key-{dice.randrange(10**9)}"] = "/path/{dice.randrange(10**9)}";\n'
            for _ in range(330)).encode())
    for each in names[2]:
        found[each] = _answer("image/png", _picture(dice))
    return found


def _answer(kind: str, body: bytes) -> bytes:
    return (f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            "Cache-Control: no-store\r\n\r\n").encode() + body


def _picture(dice: random.Random) -> bytes:
    side = 70
    rows = b"".join(b"\0" + dice.randbytes(side * 3) for _ in range(side))

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack("!IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))


async def serve(certificate: str) -> None:
    """Prints its port, then serves until its standard input ends."""
    ready = pages()
    piece = os.urandom(PIECE)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode()
                if path.startswith("/large/"):
                    left = int(path.rsplit("/", 1)[1])
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
                                 b"Content-Length: %d\r\n\r\n" % left)
                    while left > 0:
                        writer.write(piece[:left])
                        await writer.drain()
                        left -= PIECE
                else:
                    writer.write(ready.get(path, b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"))
                    await writer.drain()
        writer.close()

    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    server = await asyncio.start_server(talk, "127.0.0.1", 0, ssl=context, limit=PIECE)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


@contextlib.contextmanager
def busy_site(certificate: Path | None = None) -> Iterator[str]:
    """Runs the site as a process of its own; gives its address."""
    command = [sys.executable, "-m", "tests.bench.busy_site", str(certificate or "")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield f"{'https' if certificate else 'http'}://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.stdin.close()
            process.wait(20)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
