"""The gate's own certificate: made anew for each browser, trusted by that browser alone through its SPKI pin.

One self-signed certificate serves every host, because Chromium's pin makes it overlook the name as well. The key
never outlives the process: it is on disk, owner-only, for the instant that the TLS library needs to load it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import ssl
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LIFETIME = timedelta(days=7)
"""Longer than any run; short enough to be worthless if it were ever copied."""


@dataclass(frozen=True, slots=True)
class GateCertificate:
    """What the proxy serves with, and the pin for ``--ignore-certificate-errors-spki-list``."""

    context: ssl.SSLContext
    pin: str


def make_certificate(folder: Path) -> GateCertificate:
    """Makes a fresh P-256 key and certificate.

    Args:
        folder: private folder for the instant of loading.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Countersign gate")])
    start = datetime.now(UTC) - timedelta(hours=1)  # clocks differ
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                   .serial_number(x509.random_serial_number()).not_valid_before(start)
                   .not_valid_after(start + LIFETIME).sign(key, hashes.SHA256()))
    spki = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                            serialization.NoEncryption()) + certificate.public_bytes(serialization.Encoding.PEM)
    return GateCertificate(_context(pem, folder), base64.b64encode(hashlib.sha256(spki).digest()).decode())


def _context(pem: bytes, folder: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_alpn_protocols(["http/1.1"])
    context.options |= ssl.OP_NO_RENEGOTIATION
    handle, path = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pem)
        context.load_cert_chain(path)
    finally:
        Path(path).unlink()
    return context
