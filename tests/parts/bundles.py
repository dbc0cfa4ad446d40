"""Bundles the applications of a folder on libraries from npm, and takes the libraries away again.

Such a folder holds `package.json`, its lock, `build.mjs`, which writes into `build/`, and the sources in `apps/`. Needs
the standard library alone: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bundles:
    """One such folder; ``what`` it makes, as a sentence about it begins ("The forms")."""

    folder: Path
    what: str

    @property
    def build(self) -> Path:
        """Where the bundles are."""
        return self.folder / "build"

    def are_built(self) -> bool:
        """Whether the bundles of these very sources are there."""
        return self._stamp.is_file() and self._stamp.read_text(encoding="utf-8").strip() == self._wanted()

    def install(self, arguments: Sequence[str], *, without_npm: str, code_without_npm: int) -> int:
        """Installs the libraries and bundles; does nothing where that is done. Returns the exit code.

        Args:
            arguments: ``--keep`` leaves the libraries there.
            without_npm: said where npm or node is missing.
            code_without_npm: the exit code then.
        """
        if self.are_built():
            print(f"{self.what} are built.")
            return 0
        npm, node = shutil.which("npm"), shutil.which("node")
        if npm is None or node is None:
            print(without_npm)
            return code_without_npm
        modules = self.folder / "node_modules"
        if not modules.is_dir() and (code := self._run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund",
                                                       "--loglevel=error")):
            return code
        shutil.rmtree(self.build, ignore_errors=True)
        if code := self._run(node, "build.mjs"):
            return code
        self._stamp.write_text(f"{self._wanted()}\n", encoding="utf-8")
        if "--keep" not in arguments:
            shutil.rmtree(modules)
        return 0

    @property
    def _stamp(self) -> Path:
        return self.build / ".countersign"

    def _run(self, *command: str) -> int:
        return subprocess.run(command, cwd=self.folder, stdin=subprocess.DEVNULL, check=False).returncode

    def _wanted(self) -> str:
        """A digest of all that the bundles are made of."""
        own = self.folder
        files = [own / "package-lock.json", own / "build.mjs", *sorted((own / "apps").rglob("*"))]
        return hashlib.sha256(b"\0".join(each.read_bytes() for each in files if each.is_file())).hexdigest()
