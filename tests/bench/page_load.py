"""A page with 100 subresources, gated against not gated: ``page_load.main(["--pairs", "15"])``; see README.md."""

from __future__ import annotations

import argparse
import asyncio
import base64
import hashlib
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from playwright.async_api import Browser, async_playwright

from agent.browser.find import find_browser
from agent.browser.flags import gate_flags
from agent.browser.launch import VIEWPORT, _is_root, gated_browser
from agent.gate.proxy import Gate
from tests.bench.busy_site import busy_site
from tests.gate.conftest import RecordingLedger, certificate

TOOK = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"


async def load(browser: Browser, url: str) -> float:
    """Milliseconds from the navigation's start to the end of the load event, in a context of its own: cold cache."""
    context = await browser.new_context(viewport=VIEWPORT, service_workers="block")  # type: ignore[arg-type]
    try:
        page = await context.new_page()
        await page.goto(url, wait_until="load", timeout=120_000)
        await page.wait_for_function(f"() => ({TOOK})() > 0")
        return float(await page.evaluate(TOOK))
    finally:
        await context.close()


async def measure(pairs: int, url: str, pin: str, folder: Path) -> list[tuple[float, float]]:
    """Pairs of a gated and a bare load, the order turned round at each, after two warm-ups of each."""
    gate = Gate(folder, RecordingLedger())
    bare_flags = [each for each in gate_flags(0, pin) if not each.startswith("--proxy")]
    async with gated_browser(gate, folder) as gated, async_playwright() as playwright:
        bare = await playwright.chromium.launch(executable_path=find_browser().path, args=bare_flags,
                                                chromium_sandbox=not _is_root())
        behind = gated.context.browser
        assert behind is not None
        gate.admit(url)
        found = []
        for each in range(-2, pairs):
            if each % 2:
                ours, theirs = await load(behind, url), await load(bare, url)
            else:
                theirs, ours = await load(bare, url), await load(behind, url)
            if each >= 0:
                found.append((ours, theirs))
        await bare.close()
        return found


def report(found: Sequence[tuple[float, float]], what: str) -> str:
    """Medians and ratios."""
    ours, bare = [a for a, _ in found], [b for _, b in found]
    each = [a / b for a, b in found]
    load_now = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return (f"{what}, 100 subresources, n = {len(found)} pairs in turned order, load average {load_now:.1f}\n"
            f"gated median {statistics.median(ours):.0f} ms ({min(ours):.0f} to {max(ours):.0f}), "
            f"bare median {statistics.median(bare):.0f} ms ({min(bare):.0f} to {max(bare):.0f})\n"
            f"ratio of medians {statistics.median(ours) / statistics.median(bare):.2f}, "
            f"median of the pairs' ratios {statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})")


def pin_of(public: Path) -> str:
    """The SPKI pin by which a browser trusts a certificate."""
    key = x509.load_pem_x509_certificate(public.read_bytes()).public_key()
    spki = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(spki).digest()).decode()


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--plain", action="store_true", help="http instead of https")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        _, public = certificate(folder)
        os.environ["SSL_CERT_FILE"] = str(public)
        with busy_site(None if chosen.plain else folder / "both.pem") as url:
            found = asyncio.run(measure(chosen.pairs, url + "/", pin_of(public), folder))
    print(report(found, "http" if chosen.plain else "https"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
