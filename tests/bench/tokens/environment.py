"""The bench's own environment: newest browser-use and a tokenizer whose vocabulary comes in its package, from PyPI."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGES = ("browser-use", "bpe-openai")

_COUNT = """
import json, sys
from bpe_openai import get_encoding
encoding = get_encoding("o200k_base")
print(json.dumps([len(encoding.encode_ordinary(each)) for each in json.load(sys.stdin)]))
"""
_VERSIONS = "from importlib.metadata import version as v; print(v('browser-use'), v('bpe-openai'))"


class Environment:
    """Made in ``folder`` where it is not there yet, which takes a minute."""

    def __init__(self, folder: Path) -> None:
        self.python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        if self._run("-c", _VERSIONS).returncode:
            subprocess.run([str(self.python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)

    @property
    def versions(self) -> str:
        """Of browser-use and of the tokenizer."""
        peer, tokenizer = self._run("-c", _VERSIONS).stdout.split()
        return f"browser-use {peer}; tokens by o200k_base (bpe-openai {tokenizer})"

    def counts(self, texts: Iterable[str]) -> dict[str, int]:
        """Tokens by text."""
        distinct = list(dict.fromkeys(texts))
        done = self._run("-c", _COUNT, given=json.dumps(distinct))
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        return dict(zip(distinct, json.loads(done.stdout), strict=True))

    def _run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run([str(self.python), "-I", *arguments], input=given, text=True, encoding="utf-8",
                              capture_output=True, check=False)
