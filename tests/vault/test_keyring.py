"""Secrets are kept in a real keyring alone, each for one origin; what keeps them badly is refused by name."""

from __future__ import annotations

from collections.abc import Iterator

import keyring as library
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from agent.protocol import Origin
from agent.vault import keyring
from agent.vault.problems import KeyringLocked, NoKeyring
from tests.parts.keys import LockedKeyring, MemoryKeyring, PlaintextKeyring

ONE, TWO = Origin("https://one.example"), Origin("https://two.example")


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    before = library.get_keyring()
    yield
    library.set_keyring(before)


def test_a_secret_is_given_for_its_own_origin_and_purpose_alone() -> None:
    library.set_keyring(MemoryKeyring())
    keyring.put("model key", ONE, "abc")
    assert keyring.get("model key", ONE) == "abc"
    assert keyring.get("model key", TWO) == ""
    assert keyring.get("another", ONE) == ""
    assert keyring.forget("model key", ONE)
    assert not keyring.forget("model key", ONE)
    assert keyring.get("model key", ONE) == ""


@pytest.mark.parametrize("backend", [null.Keyring(), fail.Keyring(), PlaintextKeyring()])
def test_what_keeps_nothing_or_keeps_it_readable_is_refused(backend: KeyringBackend) -> None:
    library.set_keyring(backend)
    for work in (lambda: keyring.put("p", ONE, "secret"), lambda: keyring.get("p", ONE), keyring.name_of):
        with pytest.raises(NoKeyring, match="never kept in a file"):
            work()
    assert not getattr(backend, "kept", {})


@pytest.mark.parametrize(("name", "may"), [
    ("keyring.backends.SecretService.Keyring", True), ("keyring.backends.macOS.Keyring", True),
    ("keyring.backends.Windows.WinVaultKeyring", True), ("keyring.backends.kwallet.DBusKeyring", True),
    ("keyrings.alt.file.PlaintextKeyring", False), ("keyrings.alt.file.EncryptedKeyring", False),
    ("keyrings.cryptfile.cryptfile.CryptFileKeyring", False), ("keyring.backends.null.Keyring", False),
    ("keyring.backends.fail.Keyring", False), ("mine.UncryptedFileKeyring", False)])
def test_names(name: str, may: bool) -> None:
    assert keyring.allowed(name) is may


def test_of_a_chain_the_first_that_is_safe_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends.chainer import ChainerBackend

    plain, good = PlaintextKeyring(), MemoryKeyring()
    monkeypatch.setattr(ChainerBackend, "backends", [plain, good])
    library.set_keyring(ChainerBackend())
    keyring.put("p", ONE, "secret")
    assert (plain.kept, list(good.kept.values())) == ({}, ["secret"])


def test_a_locked_one_is_told_without_its_own_words() -> None:
    library.set_keyring(LockedKeyring())
    with pytest.raises(KeyringLocked, match="Unlock it") as told:
        keyring.put("p", ONE, "hunter2")
    assert "hunter2" not in str(told.value)
    assert told.value.__cause__ is None
