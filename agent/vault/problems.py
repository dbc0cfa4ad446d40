"""What can go wrong with secrets.

VaultProblem
├── NoKeyring        the system has none, or none that keeps secrets secret
└── KeyringLocked    it did not open, or refused
"""

from __future__ import annotations


class VaultProblem(Exception):
    """Base of all; the text is for the person."""


class NoKeyring(VaultProblem):
    """There is no keyring that may be used."""


class KeyringLocked(VaultProblem):
    """The keyring is there and did not do what was asked."""
