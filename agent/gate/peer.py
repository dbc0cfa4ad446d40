"""Whose program is at the other end of a loopback connection: nobody else on this machine may use the gate.

Linux only: there the kernel lists every connection with its owner. Elsewhere nothing is known and nobody is turned
away; what another user's program could do there is in README.md, "What stays open".
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_TABLE = Path("/proc/net/tcp")
"""Source: proc(5) and the kernel's Documentation/networking/proc_net_tcp: local, remote, state, …, uid (column 8)."""

_ESTABLISHED = "01"


def is_our_own(port: int, gate_port: int) -> bool:
    """Whether the connection from a loopback port to the gate's port belongs to this process's user."""
    try:
        table = _TABLE.read_text(encoding="ascii")
    except OSError:
        return True
    return owner(table, port, gate_port) == os.geteuid()


def owner(table: str, port: int, gate_port: int) -> int | None:
    """The user id of the caller's end of a connection, from the kernel's table; None when it is not there."""
    loopback = int.from_bytes(bytes((127, 0, 0, 1)), sys.byteorder)  # the table has it in this machine's order
    ends = (f"{loopback:08X}:{port:04X}", f"{loopback:08X}:{gate_port:04X}", _ESTABLISHED)
    for line in table.splitlines()[1:]:
        columns = line.split()
        if tuple(columns[1:4]) == ends:
            return int(columns[7])
    return None
