"""Whose program is at the other end of a loopback connection: nobody else on this machine may use the gate.

Linux only: there the kernel says who owns a connection. Elsewhere nothing is known and nobody is turned away; what
another user's program could do there is in README.md, "What stays open".
"""

from __future__ import annotations

import os
import socket
import struct
import sys

# Source: sock_diag(7). One question for one connection; reading /proc/net/tcp instead takes 6 ms with 600 entries.
_SOCK_DIAG = 4
_BY_FAMILY, _REQUEST = 20, 1
_HEADER = struct.Struct("=IHHII")
_CONNECTION = struct.Struct("=BBBBI")
_ENDS = struct.Struct("!HH16s16s12s")
_NO_COOKIE = b"\0" * 4 + b"\xff" * 8
_OWNER_AT = 80
"""Bytes before ``idiag_uid``: message header 16, start 4, ends 48, three counters 12."""

_LOOPBACK = socket.inet_aton("127.0.0.1").ljust(16, b"\0")


def is_our_own(port: int, gate_port: int) -> bool:
    """Whether the connection from a loopback port to the gate's port belongs to this process's user."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        return owner(port, gate_port) == os.geteuid()
    except OSError:
        return True  # a container without this question


def owner(port: int, gate_port: int) -> int | None:
    """The user id at the other end of an established connection; None when there is no such connection any more.

    Raises:
        OSError: the kernel does not answer such questions.
    """
    body = (_CONNECTION.pack(socket.AF_INET, socket.IPPROTO_TCP, 0, 0, 0xFFFF_FFFF)
            + _ENDS.pack(port, gate_port, _LOOPBACK, _LOOPBACK, _NO_COOKIE))
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG) as kernel:
        kernel.settimeout(1)
        kernel.send(_HEADER.pack(_HEADER.size + len(body), _BY_FAMILY, _REQUEST, 1, 0) + body)
        answer = kernel.recv(4096)
    if _HEADER.unpack_from(answer)[1] != _BY_FAMILY:
        return None
    return int(struct.unpack_from("=I", answer, _OWNER_AT)[0])
