"""Installs the component libraries, bundles our forms on them, and takes the libraries away again (1.3 GB)."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
BUILD = HERE / "build"
STAMP = BUILD / ".countersign"


def is_built() -> bool:
    """Whether the bundles of these very sources are there."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8").strip() == _wanted()


def main(arguments: list[str]) -> int:
    """Builds.

    Args:
        arguments: ``--keep`` leaves the libraries there, for who works on the forms.
    """
    if is_built():
        print("The forms are built.")
        return 0
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        print("npm is not installed.")
        return 1
    if not MODULES.is_dir() and (code := _run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund",
                                              "--loglevel=error")):
        return code
    shutil.rmtree(BUILD, ignore_errors=True)
    if code := _run(node, "build.mjs"):
        return code
    STAMP.write_text(f"{_wanted()}\n", encoding="utf-8")
    if "--keep" not in arguments:
        shutil.rmtree(MODULES)
    return 0


def _run(*command: str) -> int:
    return subprocess.run(command, cwd=HERE, stdin=subprocess.DEVNULL, check=False).returncode


def _wanted() -> str:
    files = [HERE / "package-lock.json", HERE / "build.mjs", *sorted((HERE / "apps").rglob("*"))]
    return hashlib.sha256(b"\0".join(each.read_bytes() for each in files if each.is_file())).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
