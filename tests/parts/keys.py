"""A keyring that lives in memory, for tests; and ones that must be refused."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from tests.vendor.oversight import HERE


class MemoryKeyring(KeyringBackend):
    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password
        HERE.found(password)

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("none")
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"locked while asking for {username} hunter2")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"locked while keeping {password}")


class PlaintextKeyring(MemoryKeyring):
    """As `keyrings.alt.file.PlaintextKeyring`, by its name."""


PlaintextKeyring.__module__ = "keyrings.alt.file"
