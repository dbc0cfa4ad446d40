"""Secrets in the system's keyring, each bound to the origin it belongs to; insecure backends are refused by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from agent.protocol import Origin
from agent.vault.problems import KeyringLocked, NoKeyring

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Countersign"

REFUSED = ("keyrings.alt.", "keyrings.cryptfile.", "keyring.backends.null.", "keyring.backends.fail.",
           "sagecipher.")
"""Backends that write plain text, hide it behind a key that lies beside it, or keep nothing, by their packages."""

HOW = ("Install one (GNOME Keyring or KWallet on Linux; Windows and macOS have theirs), or set ANTHROPIC_API_KEY "
       "in the environment. Keys are never kept in a file.")

T = TypeVar("T")


def put(purpose: str, origin: Origin, secret: str) -> None:
    """Keeps a secret for an origin; one that was there is replaced.

    Raises:
        VaultProblem: there is no keyring that may be used, or it refused. Nothing was kept.
    """
    ring = _ring()
    _tried(lambda: ring.set_password(f"{SERVICE} {purpose}", origin, secret))


def get(purpose: str, origin: Origin) -> str:
    """The secret of an origin; empty if there is none.

    Raises:
        VaultProblem: there is no keyring that may be used, or it did not open.
    """
    ring = _ring()
    return _tried(lambda: ring.get_password(f"{SERVICE} {purpose}", origin)) or ""


def forget(purpose: str, origin: Origin) -> bool:
    """Removes the secret of an origin; returns whether there was one.

    Raises:
        VaultProblem: there is no keyring that may be used, or it refused.
    """
    if not get(purpose, origin):
        return False
    ring = _ring()
    _tried(lambda: ring.delete_password(f"{SERVICE} {purpose}", origin))
    return True


def allowed(name: str) -> bool:
    """Whether a backend of that name (module and class) may keep secrets. Unknown ones may: the person chose them."""
    return not name.startswith(REFUSED) and not any(
        word in name.lower() for word in ("plaintext", "uncrypted", "unencrypted"))


def name_of() -> str:
    """Full name of the backend in use.

    Raises:
        NoKeyring: there is none that may be used.
    """
    return _name(_ring())


def _ring() -> KeyringBackend:
    import keyring
    from keyring.backends.chainer import ChainerBackend

    found = keyring.get_keyring()
    # A chain writes to the first link that takes it: that must not be a plain file because the real one is locked.
    links = list(found.backends) if isinstance(found, ChainerBackend) else [found]
    for each in links:
        if allowed(_name(each)):
            return each
    names = ", ".join(map(_name, links)) or "none"
    if all("backends.fail" in _name(each) or "backends.null" in _name(each) for each in links):
        raise NoKeyring(f"There is no keyring on this system that could keep the key. {HOW}")
    raise NoKeyring(f"The keyring of this system ({names}) does not keep secrets safely, so it is not used. {HOW}")


def _name(ring: KeyringBackend) -> str:
    return f"{type(ring).__module__}.{type(ring).__qualname__}"


def _tried(work: Callable[[], T]) -> T:
    from keyring.errors import KeyringError

    try:
        return work()
    except KeyringError as problem:
        # Only the kind: a backend's own words may hold what was asked for.
        raise KeyringLocked(f"The system's keyring did not do it ({type(problem).__name__}). Unlock it and try "
                            "again.") from None
    except Exception as problem:
        raise KeyringLocked(f"The system's keyring could not be used ({type(problem).__name__}). Log in to your "
                            "desktop so that it is running, and try again.") from None
