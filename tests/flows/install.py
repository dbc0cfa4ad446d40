"""Installs the form libraries, bundles our applications on them, and takes the libraries away again."""

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


def missing() -> str:
    """Why the applications can't be driven here, for a skip; empty where they can."""
    return "" if is_built() else "the single-page applications are not built (python tests/flows/install.py)"


def main(arguments: list[str]) -> int:
    """Builds; exit code 0 also where npm is missing, because the tests then skip with a reason.

    Args:
        arguments: ``--keep`` leaves the libraries there (300 MB), for who works on the applications.
    """
    if is_built():
        print("The single-page applications are built.")
        return 0
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        print("npm is not installed: the tests with single-page applications will be skipped.")
        return 0
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
