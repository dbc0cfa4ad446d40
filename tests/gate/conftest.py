"""A gate with a real browser behind it, and a ledger that records what it was told."""

from __future__ import annotations

import asyncio
import datetime
import gc
import ipaddress
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.async_api import Page

from agent.browser.launch import gated_browser
from agent.gate.proxy import Gate
from agent.protocol import Digest
from agent.store.problems import NotNow


@dataclass
class RecordingLedger:
    """Knows which digests are approved; spends each once."""

    approved: dict[int, Digest] = field(default_factory=dict)
    events: list[tuple[str, int]] = field(default_factory=list)

    async def begin_sending(self, submission_id: int, digest: Digest) -> None:
        if self.approved.pop(submission_id, None) != digest:
            raise NotNow("not approved")
        self.events.append(("sending", submission_id))

    async def answered(self, submission_id: int, status: int) -> None:
        self.events.append((f"answered {status}", submission_id))

    async def unknown(self, submission_id: int) -> None:
        self.events.append(("unknown", submission_id))

    async def not_sent(self, submission_id: int, why: str) -> None:
        self.events.append(("not_sent", submission_id))


@pytest.fixture
def ledger() -> RecordingLedger:
    return RecordingLedger()


@dataclass
class Behind:
    """A page behind a gate."""

    gate: Gate
    page: Page
    ledger: RecordingLedger


@pytest.fixture
async def behind(tmp_path: Path, ledger: RecordingLedger) -> AsyncIterator[Behind]:
    gate = Gate(tmp_path, ledger)
    async with gated_browser(gate, tmp_path) as browser:
        yield Behind(gate, await browser.context.new_page(), ledger)


@pytest.fixture
async def unclaimed(tmp_path: Path, ledger: RecordingLedger) -> AsyncIterator[Gate]:
    """A gate with no browser and no task, for raw bytes at its port. Nothing may be left behind or unheard."""
    unheard: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: unheard.append(context))
    gate = Gate(tmp_path / "spool", ledger)
    (tmp_path / "spool").mkdir()
    await gate.start()
    yield gate
    await gate.close()
    gc.collect(1)  # a task whose failure nobody heard says so when it goes
    await asyncio.sleep(0)
    assert unheard == []
    assert list((tmp_path / "spool").iterdir()) == []


@pytest.fixture
def bare(unclaimed: Gate) -> Gate:
    """The same with a task, at a site that no test asks for."""
    unclaimed.name("task.invalid", 443)
    return unclaimed


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test site")])
    now = datetime.datetime.now(datetime.UTC)
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(1).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
            .sign(key, hashes.SHA256()))
    both, public = folder / "both.pem", folder / "public.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    both.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                       serialization.NoEncryption()) + public.read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context, public


@pytest.fixture
def trusted_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """For a site that the gate's way out believes; ask for it before the gate."""
    context, public = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(public))
    return context
