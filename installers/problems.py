"""What can go wrong in a set-up, and the words for it: what happened, what to do."""

from __future__ import annotations

from enum import StrEnum


class SetupError(Exception):
    """The set-up can't go on. Its text is for the person: what happened and what to do next.

    The package's only exception; the kind of trouble is its `cause`.
    """

    def __init__(self, message: str, cause: Cause | None = None) -> None:
        super().__init__(message)
        self.cause = cause or Cause.OTHER


class Cause(StrEnum):
    """Why a step failed, as far as its output tells."""

    DISK_FULL = "disk full"
    READ_ONLY = "read-only"
    WRONG_FILE = "wrong file"
    PACKAGES_BUSY = "packages busy"
    NO_NETWORK = "no network"
    NOT_FOUND = "not found"
    OTHER = "other"


# Phrases that pip, uv, apt, npm, Node and the C library print, in lower case. Order matters: a full disk or a wrong
# file often also breaks a connection, so they are looked for first.
_PHRASES: tuple[tuple[Cause, tuple[str, ...]], ...] = (
    (Cause.DISK_FULL, ("no space left on device", "enospc", "disk quota exceeded", "not enough free space",
                       "not enough space on the disk")),
    (Cause.WRONG_FILE, ("do not match the hashes", "hash mismatch", "hashes are required", "eintegrity")),
    (Cause.READ_ONLY, ("read-only file system", "erofs", "permission denied", "eacces", "access is denied")),
    (Cause.PACKAGES_BUSY, ("could not get lock", "unable to acquire the dpkg", "dpkg frontend lock")),
    (Cause.NO_NETWORK, ("name resolution", "name or service not known", "could not resolve", "enotfound", "eai_again",
                        "getaddrinfo", "dns error", "failed to establish a new connection", "network is unreachable",
                        "connection refused", "connection timed out", "read timed out", "etimedout", "econnrefused",
                        "econnreset", "connection reset", "error sending request", "could not connect",
                        "certificate_verify_failed", "cannot connect to proxy", "request failed after")),
    (Cause.NOT_FOUND, ("no matching distribution", "unable to locate package", "has no installation candidate",
                       "404 not found", "e404")),
)

_ADVICE: dict[Cause, str] = {
    Cause.DISK_FULL: "The disk is full. Free about {need} and run the same command again; finished steps are kept.",
    Cause.READ_ONLY: "A folder can't be written. Use a checkout in a folder of your own, with write permission.",
    Cause.WRONG_FILE: "A downloaded file is not the one that the lock names, so it was not installed. Try again; if "
                      "it stays so, the package index or a proxy in between hands out other files: don't use them.",
    Cause.PACKAGES_BUSY: "Another program is installing system packages. Wait until it is done, then run this again.",
    Cause.NO_NETWORK: "The package index could not be reached. Check the connection (or the proxy and index settings "
                      "of pip, uv or npm), then run the same command again; finished steps are kept.",
    Cause.NOT_FOUND: "The package index has no such package for this system.",
    Cause.OTHER: "Its last words stand above.",
}

NEEDED_BYTES = 1_500_000_000
"""Free space asked for before installing: the environment took 450 MB and Chromium with its libraries 600 MB on
Debian 12 (measured), the rest is room for downloads."""


def cause_of(output: str) -> Cause:
    """Reads the likely cause from what a failed program printed."""
    lowered = output.lower()
    for cause, phrases in _PHRASES:
        if any(phrase in lowered for phrase in phrases):
            return cause
    return Cause.OTHER


def advice(cause: Cause) -> str:
    """What to do about a cause, in one or two sentences."""
    return _ADVICE[cause].format(need=gigabytes(NEEDED_BYTES))


def gigabytes(size: int) -> str:
    """Bytes in words: ``1.5 GB``."""
    return f"{size / 1e9:.1f} GB"


def failure_message(what: str, code: int, output: str) -> str:
    """The whole message for a failed step: its last lines, what happened, what to do."""
    last = [line for line in output.strip().splitlines() if line.strip()][-12:]
    quoted = "".join(f"    {line}\n" for line in last)
    return f"{quoted}Failed: {what} (exit code {code}). {advice(cause_of(output))}"
